package dev.audiences.output;

import dev.audiences.api.Item;
import dev.audiences.terminal.TerminalText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes CSV as specified by RFC 4180, but with LF line ends. For a spreadsheet it has CRLF line ends, a byte order
 * mark, and an apostrophe before cells that would be read as a formula (OWASP, CSV Injection).
 */
final class CsvWriter implements ItemWriter {
    private static final char BYTE_ORDER_MARK = 0xFEFF;
    /** The characters that are not escaped in a quoted cell. */
    private static final boolean[] PLAIN = Utf8Buffer.plainExcept("\"");
    /** The characters that need no quotes. */
    private static final boolean[] BARE = Utf8Buffer.plainExcept("\",\r\n");

    private final Utf8Buffer buffer;
    private final Columns columns;
    private final boolean header;
    private final boolean spreadsheet;
    private final boolean terminal;
    private boolean started;

    CsvWriter(OutputStream out, FormatOptions options) {
        this.buffer = new Utf8Buffer(out);
        this.columns = Columns.of(options, options.resource().fieldNames());
        this.header = options.header();
        this.spreadsheet = options.spreadsheet();
        this.terminal = options.terminal().terminal();
    }

    @Override
    public void write(List<Item> page) throws IOException {
        start();
        for (Item item : page) {
            for (int i = 0; i < columns.size(); i++) {
                cell(i, columns.text(item, i));
            }
            endLine();
        }
        buffer.flush();
    }

    @Override
    public void finish() throws IOException {
        start();
        buffer.flush();
    }

    private void start() throws IOException {
        if (started) {
            return;
        }
        started = true;
        if (spreadsheet && !terminal) {
            buffer.appendCodePoint(BYTE_ORDER_MARK);
        }
        if (header) {
            for (int i = 0; i < columns.size(); i++) {
                cell(i, columns.name(i));
            }
            endLine();
        }
    }

    private void cell(int column, String value) throws IOException {
        if (column > 0) {
            buffer.append(',');
        }
        String text = terminal ? TerminalText.visible(value) : value;
        if (!spreadsheet && !text.isEmpty() && buffer.appendIfPlain(text, BARE)) {
            return;
        }
        boolean quoted = needsQuotes(text);
        buffer.append(quoted ? "\"" : "");
        buffer.append(spreadsheet && startsFormula(text) ? "'" : "");
        int i = 0;
        while ((i = buffer.appendPlain(text, i, PLAIN)) < text.length()) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (codePoint == '"') {
                buffer.append("\"\"");
            } else {
                buffer.appendCodePoint(codePoint);
            }
        }
        buffer.append(quoted ? "\"" : "");
    }

    private static boolean startsFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    private boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < BARE.length && !BARE[c]) {
                return true;
            }
        }
        // An empty cell in a single column would leave the line empty, and parsers skip empty lines.
        return text.isEmpty() && columns.size() == 1;
    }

    private void endLine() throws IOException {
        buffer.append(spreadsheet ? "\r\n" : "\n");
    }
}
