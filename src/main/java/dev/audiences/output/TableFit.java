package dev.audiences.output;

import dev.audiences.api.Field;
import java.util.ArrayList;
import java.util.List;

/** Fits the columns of a table to the width of a terminal. */
final class TableFit {
    private TableFit() {}

    /**
     * Narrows the widest columns first, to their minimum widths and then to a single cell. Identifiers are never cut: a
     * table whose identifiers alone are too wide stays too wide.
     *
     * @param omittedFirst the columns to omit, in this order, before any column becomes narrower than its minimum width
     * @return the fields of the omitted columns
     */
    static List<String> fit(List<TableColumn> columns, int width, int gap, List<Field> omittedFirst) {
        List<String> omitted = new ArrayList<>();
        int room = width - gap * (columns.size() - 1);
        for (Field field : omittedFirst) {
            if (minWidths(columns) <= room) {
                break;
            }
            if (columns.removeIf(column -> column.field().equals(field))) {
                omitted.add(field.name());
                room += gap;
            }
        }
        narrow(columns, room, true);
        narrow(columns, room, false);
        return omitted;
    }

    private static int minWidths(List<TableColumn> columns) {
        int sum = 0;
        for (TableColumn column : columns) {
            sum += column.minWidth();
        }
        return sum;
    }

    private static void narrow(List<TableColumn> columns, int room, boolean toMinWidth) {
        for (TableColumn column : columns) {
            if (!column.isIdentifier()) {
                column.narrowTo(Math.max(room, 1));
            }
        }
        int sum = 0;
        for (TableColumn column : columns) {
            sum += column.width();
        }
        for (; sum > room; sum--) {
            TableColumn widest = widest(columns, toMinWidth);
            if (widest == null) {
                return;
            }
            widest.narrowTo(widest.width() - 1);
        }
    }

    private static TableColumn widest(List<TableColumn> columns, boolean toMinWidth) {
        TableColumn widest = null;
        for (TableColumn column : columns) {
            int least = toMinWidth ? column.minWidth() : column.isIdentifier() ? column.width() : 1;
            if (column.width() > least && (widest == null || column.width() > widest.width())) {
                widest = column;
            }
        }
        return widest;
    }
}
