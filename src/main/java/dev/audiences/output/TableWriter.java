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
 * Writes a table, one line an item, once all of them are known. On a terminal it fits the width, unless the ids alone
 * are too wide; elsewhere nothing is cut.
 */
final class TableWriter implements ItemWriter {
    private static final int GAP = 2;
    /** A longer cell pushes the rest of its own line to the right, lest one name of a megabyte pads all the others. */
    private static final int MAX_PADDED_WIDTH = 4096;

    private static final String BOLD = "\u001b[1m";
    private static final String PLAIN = "\u001b[0m";

    private final Utf8Buffer buffer;
    private final Columns fields;
    private final List<TableColumn> columns = new ArrayList<>();
    private final String[] headings;
    private final List<String[]> rows = new ArrayList<>();
    private final boolean header;
    private final List<Field> omittedFirst;
    private final TerminalProfile screen;
    private final Instant now;
    private List<String> omittedColumns = List.of();

    TableWriter(OutputStream out, FormatOptions layout) {
        this.buffer = new Utf8Buffer(out);
        this.fields = Columns.of(layout, layout.resource().tableFieldNames());
        this.header = layout.header();
        this.omittedFirst = layout.columns() == null ? layout.resource().omittedFirst() : List.of();
        this.screen = layout.screen();
        this.now = layout.now();
        this.headings = new String[fields.size()];
        for (int i = 0; i < headings.length; i++) {
            TableColumn column = new TableColumn(layout.resource().field(fields.name(i)), i);
            columns.add(column);
            headings[i] = column.heading();
        }
    }

    @Override
    public void write(List<Item> page) {
        for (Item item : page) {
            String[] row = new String[fields.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = columns.get(i).show(fields.value(item, i), screen.terminal(), now);
            }
            rows.add(row);
        }
    }

    @Override
    public void finish() throws IOException {
        measure();
        if (screen.terminal() && screen.width() > 0) {
            omittedColumns = TableFit.fit(columns, screen.width(), GAP, omittedFirst);
        }
        if (header) {
            writeHeadings();
        }
        for (String[] row : rows) {
            writeCells(row);
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
        buffer.append(screen.color() ? BOLD : "");
        writeCells(headings);
        buffer.append(screen.color() ? PLAIN : "");
        buffer.append('\n');
    }

    private void writeCells(String[] row) throws IOException {
        int spaces = 0;
        for (TableColumn column : columns) {
            String cell = column.cell(row);
            String text = screen.terminal() ? column.fitted(cell) : cell;
            int padding = Math.max(0, Math.min(column.width(), MAX_PADDED_WIDTH) - DisplayWidth.of(text));
            if (column.isRightAligned()) {
                spaces += padding;
            }
            // Spaces wait for the next text, so that no line ends in them.
            if (!text.isEmpty()) {
                buffer.append(' ', spaces);
                buffer.append(text);
                spaces = 0;
            }
            spaces += GAP + (column.isRightAligned() ? 0 : padding);
        }
    }
}
