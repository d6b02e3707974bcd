package dev.audiences.output;

import dev.audiences.api.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits the columns of a table to the width of a terminal. A wider terminal shows all the columns that a narrower one
 * shows, and none of them narrower.
 */
final class TableFit {
    /** The steps of narrowing; each has narrower least widths than the one before it. */
    enum Step {
        /** Enough for reading: a further column is shown only where all columns have this width. */
        COMFORTABLE,
        /** Text that is still recognised, beside whole numbers and identifiers. */
        SHORT_TEXT,
        /** The start of identifiers, which users copy. */
        CUT_IDENTIFIERS,
        SINGLE_CELLS
    }

    private TableFit() {}

    /**
     * Omits columns until the others have a comfortable width, and then narrows the widest ones first.
     *
     * @param omittedFirst the columns that may be omitted, in this order
     * @return the fields of the omitted columns
     */
    static List<String> fit(List<TableColumn> columns, int width, int gap, List<Field> omittedFirst) {
        List<String> omitted = new ArrayList<>();
        for (Field field : omittedFirst) {
            if (comfortableWidths(columns) <= room(columns, width, gap)) {
                break;
            }
            if (columns.removeIf(column -> column.field().equals(field))) {
                omitted.add(field.name());
            }
        }
        if (!omitted.isEmpty()) {
            // A column that took the room that is left would lose it to the next column on a wider terminal.
            for (TableColumn column : columns) {
                column.narrowTo(column.leastWidth(Step.COMFORTABLE));
            }
        }
        narrow(columns, room(columns, width, gap));
        return omitted;
    }

    private static int room(List<TableColumn> columns, int width, int gap) {
        return width - gap * (columns.size() - 1);
    }

    private static int comfortableWidths(List<TableColumn> columns) {
        int sum = 0;
        for (TableColumn column : columns) {
            sum += column.leastWidth(Step.COMFORTABLE);
        }
        return sum;
    }

    /** Narrows cell by cell, always in the same order: with less room, no column can become wider. */
    private static void narrow(List<TableColumn> columns, int room) {
        int sum = 0;
        for (TableColumn column : columns) {
            column.narrowTo(Math.max(room, 1));
            sum += column.width();
        }
        for (Step step : Step.values()) {
            TableColumn widest = widest(columns, step);
            for (; sum > room && widest != null; sum--) {
                widest.narrowTo(widest.width() - 1);
                widest = widest(columns, step);
            }
        }
    }

    /** Returns the widest of the columns that the step may narrow, or null. */
    private static TableColumn widest(List<TableColumn> columns, Step step) {
        TableColumn widest = null;
        for (TableColumn column : columns) {
            if (column.width() > column.leastWidth(step) && (widest == null || column.width() > widest.width())) {
                widest = column;
            }
        }
        return widest;
    }
}
