package dev.audiences.output;

import dev.audiences.api.Field;
import java.util.ArrayList;
import java.util.List;

/** Makes the columns of a table fit the width of a terminal. */
final class TableFit {
    private TableFit() {}

    /**
     * Narrows the widest columns first, to a legible width and then to a single cell, but never an identifier. A table
     * whose identifiers alone are too wide stays too wide.
     *
     * @param omittedFirst the columns that may be left out rather than made illegible, the first one first
     * @return the fields of the columns left out
     */
    static List<String> fit(List<TableColumn> columns, int width, int gap, List<Field> omittedFirst) {
        List<String> dropped = new ArrayList<>();
        int room = width - gap * (columns.size() - 1);
        for (Field field : omittedFirst) {
            if (floors(columns) <= room) {
                break;
            }
            if (columns.removeIf(column -> column.field().equals(field))) {
                dropped.add(field.name());
                room += gap;
            }
        }
        narrow(columns, room, true);
        narrow(columns, room, false);
        return dropped;
    }

    private static int floors(List<TableColumn> columns) {
        int sum = 0;
        for (TableColumn column : columns) {
            sum += column.floor();
        }
        return sum;
    }

    private static void narrow(List<TableColumn> columns, int room, boolean legible) {
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
            TableColumn widest = widest(columns, legible);
            if (widest == null) {
                return;
            }
            widest.narrowTo(widest.width() - 1);
        }
    }

    private static TableColumn widest(List<TableColumn> columns, boolean legible) {
        TableColumn widest = null;
        for (TableColumn column : columns) {
            int least = legible ? column.floor() : column.isIdentifier() ? column.width() : 1;
            if (column.width() > least && (widest == null || column.width() > widest.width())) {
                widest = column;
            }
        }
        return widest;
    }
}
