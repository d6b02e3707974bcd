package dev.audiences.output;

import dev.audiences.api.Item;
import dev.audiences.terminal.TerminalText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes tab-separated values, one item per line. Tabs, line breaks and backslashes within a value are escaped as
 * {@code \t}, {@code \n}, {@code \r} and {@code \\}.
 */
final class TsvWriter implements ItemWriter {
    private static final boolean[] PLAIN = Utf8Buffer.plainExcept("\t\n\r\\");

    private final Utf8Buffer buffer;
    private final Columns columns;
    private final boolean header;
    private final boolean terminal;
    private boolean started;

    TsvWriter(OutputStream out, FormatOptions options) {
        this.buffer = new Utf8Buffer(out);
        this.columns = Columns.of(options, options.resource().exportFieldNames());
        this.header = options.header();
        this.terminal = options.terminal().terminal();
    }

    @Override
    public void write(List<Item> page) throws IOException {
        start();
        for (Item item : page) {
            for (int i = 0; i < columns.size(); i++) {
                cell(i, columns.text(item, i));
            }
            buffer.append('\n');
        }
        buffer.flush();
    }

    @Override
    public void finish() throws IOException {
        start();
        buffer.flush();
    }

    private void start() throws IOException {
        if (header && !started) {
            for (int i = 0; i < columns.size(); i++) {
                cell(i, columns.name(i));
            }
            buffer.append('\n');
        }
        started = true;
    }

    private void cell(int column, String text) throws IOException {
        if (column > 0) {
            buffer.append('\t');
        }
        if (terminal) {
            buffer.append(TerminalText.visible(text.replace("\\", "\\\\")));
            return;
        }
        int i = 0;
        while ((i = buffer.appendPlain(text, i, PLAIN)) < text.length()) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            switch (codePoint) {
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                case '\\' -> buffer.append("\\\\");
                default -> buffer.appendCodePoint(codePoint);
            }
        }
    }
}
