package dev.audiences.output;

import dev.audiences.api.Field;
import dev.audiences.api.Item;
import dev.audiences.terminal.DisplayWidth;
import dev.audiences.terminal.TerminalProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a table, one line per item, after the last page. On a terminal the table fits the width; elsewhere no cell is
 * cut.
 */
final class TableWriter implements ItemWriter {
    private static final int GAP = 2;
    /** Limits padding, so that one name of a megabyte does not pad all other rows to that length. */
    private static final int MAX_PADDED_WIDTH = 4096;

    private static final String BOLD = "\u001b[1m";
    /** Fainter than the text around it, in whatever colours the terminal has. */
    private static final String DIM = "\u001b[2m";

    private static final String PLAIN = "\u001b[0m";

    private final Utf8Buffer buffer;
    private final Columns fields;
    private final List<TableColumn> columns = new ArrayList<>();
    private final String[] headings;
    private final List<String[]> rows = new ArrayList<>();
    private final boolean header;
    private final List<Field> omittedFirst;
    private final TerminalProfile terminal;
    private final Instant now;
    private List<String> omittedColumns = List.of();

    TableWriter(OutputStream out, FormatOptions options) {
        this.buffer = new Utf8Buffer(out);
        this.fields = Columns.of(options, options.resource().tableFieldNames());
        this.header = options.header();
        this.omittedFirst = options.columns() == null ? options.resource().omittedFirst() : List.of();
        this.terminal = options.terminal();
        this.now = options.now();
        this.headings = new String[fields.size()];
        for (int i = 0; i < headings.length; i++) {
            Field field = options.resource().field(fields.name(i));
            TableColumn column =
                    new TableColumn(field, i, options.resource().omittedFirst().contains(field));
            columns.add(column);
            headings[i] = column.heading();
        }
    }

    @Override
    public void write(List<Item> page) {
        for (Item item : page) {
            String[] row = new String[fields.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = columns.get(i).text(fields.value(item, i), terminal.terminal(), now);
            }
            rows.add(row);
        }
    }

    @Override
    public void finish() throws IOException {
        measure();
        if (terminal.terminal() && terminal.width() > 0) {
            omittedColumns = TableFit.fit(columns, terminal.width(), GAP, omittedFirst);
        }
        if (header) {
            writeHeadings();
        }
        // Where all columns are secondary, they are what the user asked for.
        boolean dims = terminal.color() && !columns.stream().allMatch(TableColumn::isSecondary);
        for (String[] row : rows) {
            writeCells(row, dims);
            buffer.append('\n');
        }
        buffer.flush();
    }

    @Override
    public List<String> omittedColumns() {
        return omittedColumns;
    }

    private void measure() {
        for (TableColumn column : columns) {
            if (header) {
                column.widenTo(DisplayWidth.of(column.cell(headings)));
            }
            for (String[] row : rows) {
                column.widenTo(DisplayWidth.of(column.cell(row)));
            }
        }
    }

    private void writeHeadings() throws IOException {
        buffer.append(terminal.color() ? BOLD : "");
        writeCells(headings, false);
        buffer.append(terminal.color() ? PLAIN : "");
        buffer.append('\n');
    }

    private void writeCells(String[] row, boolean dims) throws IOException {
        int spaces = 0;
        for (TableColumn column : columns) {
            String cell = column.cell(row);
            String text = terminal.terminal() ? column.fitted(cell) : cell;
            int padding = Math.max(0, Math.min(column.width(), MAX_PADDED_WIDTH) - DisplayWidth.of(text));
            if (column.isRightAligned()) {
                spaces += padding;
            }
            // Written only before further text, so that no line ends in spaces.
            if (!text.isEmpty()) {
                buffer.append(' ', spaces);
                boolean dim = dims && column.isSecondary();
                buffer.append(dim ? DIM : "");
                buffer.append(text);
                buffer.append(dim ? PLAIN : "");
                spaces = 0;
            }
            spaces += GAP + (column.isRightAligned() ? 0 : padding);
        }
    }
}
