package dev.audiences.output;

import dev.audiences.api.Field;
import dev.audiences.api.Field.Kind;
import dev.audiences.api.Item;
import dev.audiences.json.RawJson;
import dev.audiences.terminal.DisplayWidth;
import dev.audiences.text.Counts;
import dev.audiences.text.Timestamps;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a workbook of one sheet, row by row: what was written is no longer in memory. Text is never a formula or a
 * number, also after a cell was edited, since its format is text.
 */
final class XlsxWriter implements ItemWriter {
    /** The rows of a sheet in Excel, without the header. */
    static final int MAX_ITEMS = Worksheet.MAX_ROWS - 1;

    private static final int ROWS_PER_FLUSH = 200;
    private static final int MEASURED_ITEMS = 1000;
    private static final int MIN_WIDTH = 10;
    private static final int MAX_WIDTH = 60;
    /** Room for the button of the filter. */
    private static final int BUTTON_WIDTH = 4;

    private static final int TIME_WIDTH = 24;

    private static final String TEXT_FORMAT = "@";
    private static final String COUNT_FORMAT = "#,##0";
    /** Otherwise Excel shows 123456789012 as 1.23457E+11. */
    private static final String WHOLE_FORMAT = "0";

    private static final String TIME_FORMAT = "yyyy-mm-dd hh:mm:ss \"UTC\"";
    /** Excel takes 1900 for a leap year, so dates before March are a day off; it has no dates after 9999. */
    private static final Instant FIRST_TIME = Instant.parse("1900-03-01T00:00:00Z");

    private static final Instant END_OF_TIMES = Instant.parse("9999-12-31T23:59:59.999Z");

    private final Columns columns;
    private final Field[] fields;
    private final boolean header;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;
    private boolean started;
    private long cut;
    private String firstCut;

    XlsxWriter(OutputStream out, FormatOptions options) {
        this.columns = Columns.of(options, options.resource().exportFieldNames());
        this.fields = new Field[columns.size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = options.resource().field(columns.name(i));
        }
        this.header = options.header();
        this.workbook = new Workbook(new ZipLimit(out), "audiences", null);
        this.sheet = workbook.newWorksheet(options.resource().noun() + "s");
    }

    @Override
    public void write(List<Item> page) throws IOException {
        start(page);
        for (Item item : page) {
            for (int column = 0; column < fields.length; column++) {
                cell(column, columns.value(item, column), item);
            }
            row++;
            if (row % ROWS_PER_FLUSH == 0) {
                sheet.flush();
            }
        }
        sheet.flush();
    }

    @Override
    public void finish() throws IOException {
        start(List.of());
        if (header) {
            sheet.setAutoFilter(0, 0, row - 1, fields.length - 1);
        }
        workbook.finish();
    }

    @Override
    public long maxItems() {
        return MAX_ITEMS;
    }

    @Override
    public List<String> notes() {
        return cut == 0
                ? List.of()
                : List.of(Counts.of(cut, "cell") + " cut to " + Counts.of(XlsxText.MAX_LENGTH, "character")
                        + ", the most that a cell of a workbook holds (the first in " + firstCut
                        + "); -o csv has the whole text");
    }

    private void start(List<Item> page) {
        if (started) {
            return;
        }
        started = true;
        for (int column = 0; column < fields.length; column++) {
            sheet.width(column, width(column, page));
        }
        if (header) {
            for (int column = 0; column < fields.length; column++) {
                text(column, XlsxText.fitted(columns.name(column)));
                sheet.style(0, column).format(TEXT_FORMAT).bold().set();
            }
            sheet.freezePane(0, 1);
            row++;
        }
    }

    /** The width of a column, in characters, as the first items need it. */
    private int width(int column, List<Item> page) {
        int width = header ? DisplayWidth.of(columns.name(column)) + BUTTON_WIDTH : 0;
        for (Item item : page.subList(0, Math.min(page.size(), MEASURED_ITEMS))) {
            String text = columns.text(item, column);
            width = Math.max(width, DisplayWidth.of(text.substring(0, Math.min(text.length(), MAX_WIDTH))) + 2);
        }
        int least = fields[column].kind() == Kind.TIME ? TIME_WIDTH : MIN_WIDTH;
        return Math.max(least, Math.min(width, MAX_WIDTH));
    }

    private void cell(int column, Object value, Item item) {
        if (value == null) {
            return;
        }
        Number number = value instanceof RawJson json && json.isNumber() ? ExactNumber.of(json.json()) : null;
        if (number != null) {
            sheet.value(row, column, number);
            if (number instanceof Long) {
                boolean count = fields[column].kind() == Kind.COUNT;
                sheet.style(row, column)
                        .format(count ? COUNT_FORMAT : WHOLE_FORMAT)
                        .set();
            }
            return;
        }
        Instant time = fields[column].kind() == Kind.TIME ? Timestamps.parse(value.toString()) : null;
        if (time != null && !time.isBefore(FIRST_TIME) && !time.isAfter(END_OF_TIMES)) {
            sheet.value(row, column, time);
            sheet.style(row, column).format(TIME_FORMAT).set();
            return;
        }
        String whole = value.toString();
        String text = XlsxText.fitted(whole);
        if (text.length() < whole.length()) {
            cut++;
            firstCut = firstCut == null ? columns.name(column) + " of " + item.text("id") : firstCut;
        }
        text(column, text);
        sheet.style(row, column).format(TEXT_FORMAT).set();
    }

    private void text(int column, String text) {
        String escaped = XlsxText.escaped(text);
        if (escaped.equals(escaped.strip())) {
            // Not value: that keeps all strings in memory for a table of its own.
            sheet.inlineString(row, column, escaped);
        } else {
            // Excel drops blanks at the ends of a text, unless told to preserve them, as the library does here only.
            sheet.inlineString(
                    row, column, RichText.builder().run(escaped).end().build());
        }
    }
}
