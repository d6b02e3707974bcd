package dev.audiences.output;

import dev.audiences.api.Item;
import dev.audiences.json.RawJson;
import dev.audiences.terminal.TerminalText;
import dev.audiences.text.Digits;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes CSV as specified by RFC 4180, but with LF line ends. An empty string is quoted and null is not, as PostgreSQL
 * and DuckDB tell them apart.
 *
 * <p>For a spreadsheet it has CRLF line ends, a byte order mark, quotes around all but counts, so that no separator
 * within a text is taken for one, and an apostrophe before {@link SpreadsheetText}.
 */
final class CsvWriter implements ItemWriter {
    private static final char BYTE_ORDER_MARK = 0xFEFF;
    /** The characters that are not escaped in a quoted cell. */
    private static final boolean[] PLAIN = Utf8Buffer.plainExcept("\"");

    private final Utf8Buffer buffer;
    private final Columns columns;
    private final boolean header;
    private final boolean spreadsheet;
    private final boolean byteOrderMark;
    private final char delimiter;
    /** The characters that need no quotes. */
    private final boolean[] bare;

    private final boolean terminal;
    private boolean started;

    CsvWriter(OutputStream out, FormatOptions options) {
        this.buffer = new Utf8Buffer(out);
        this.columns = Columns.of(options, options.resource().exportFieldNames());
        this.header = options.header();
        this.spreadsheet = options.spreadsheet();
        // In the middle of a file it would become a part of a cell.
        this.byteOrderMark = spreadsheet && !options.terminal().terminal() && (header || !options.appended());
        this.delimiter = options.delimiter();
        this.bare = Utf8Buffer.plainExcept("\"\r\n" + delimiter);
        this.terminal = options.terminal().terminal();
    }

    @Override
    public void write(List<Item> page) throws IOException {
        start();
        for (Item item : page) {
            for (int i = 0; i < columns.size(); i++) {
                cell(i, columns.value(item, i));
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
        if (byteOrderMark) {
            buffer.appendCodePoint(BYTE_ORDER_MARK);
        }
        if (header) {
            for (int i = 0; i < columns.size(); i++) {
                cell(i, columns.name(i));
            }
            endLine();
        }
    }

    private void cell(int column, Object value) throws IOException {
        if (column > 0) {
            buffer.append(delimiter);
        }
        if (value == null) {
            // Nothing in a single column would leave the line empty, and parsers skip empty lines.
            buffer.append(columns.size() == 1 ? "\"\"" : "");
            return;
        }
        String text = value.toString();
        if (spreadsheet) {
            if (value instanceof RawJson json && isCount(json.json())) {
                buffer.append(text);
            } else {
                quoted(SpreadsheetText.isTakenForAnother(text) ? "'" + visible(text) : visible(text));
            }
            return;
        }
        text = visible(text);
        if (!text.isEmpty() && buffer.appendIfPlain(text, bare)) {
            return;
        }
        if (text.isEmpty() || needsQuotes(text)) {
            quoted(text);
        } else {
            characters(text);
        }
    }

    /** Whether it is a number that a spreadsheet of any locale reads as the same one. */
    private static boolean isCount(String json) {
        return json.length() <= ExactNumber.MAX_DIGITS && Digits.isAllDigits(json);
    }

    private String visible(String text) {
        return terminal ? TerminalText.visible(text) : text;
    }

    private void quoted(String text) throws IOException {
        buffer.append('"');
        characters(text);
        buffer.append('"');
    }

    /** Writes the text with its quotes doubled. */
    private void characters(String text) throws IOException {
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
    }

    private boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < bare.length && !bare[c]) {
                return true;
            }
        }
        return false;
    }

    private void endLine() throws IOException {
        buffer.append(spreadsheet ? "\r\n" : "\n");
    }
}
