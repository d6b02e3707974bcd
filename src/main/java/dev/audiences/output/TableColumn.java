package dev.audiences.output;

import dev.audiences.api.Field;
import dev.audiences.api.Field.Kind;
import dev.audiences.json.RawJson;
import dev.audiences.terminal.DisplayWidth;
import dev.audiences.terminal.TerminalText;
import dev.audiences.text.Digits;
import dev.audiences.text.RelativeTime;
import java.time.Instant;

/** A column of a table: the text of its cells, their alignment and width. */
final class TableColumn {
    private static final int MIN_TEXT_WIDTH = 16;
    private static final int MIN_TIME_WIDTH = 14;
    private static final int MIN_NUMBER_WIDTH = 20;

    private static final String ELLIPSIS = "\u2026";
    private static final String NUMBER = "-?[0-9][0-9,]*(\\.[0-9]+)?([eE][-+]?[0-9]+)?";

    private final Field field;
    private final int index;
    private boolean hasNumbers;
    private boolean hasOthers;
    private int width;

    /** @param index the index of its cell in each row */
    TableColumn(Field field, int index) {
        this.field = field;
        this.index = index;
        this.hasNumbers = field.kind() == Kind.COUNT;
    }

    Field field() {
        return field;
    }

    String cell(String[] row) {
        return row[index];
    }

    /** Returns the cell cut to the width of the column; a number is replaced by an ellipsis, never cut. */
    String fitted(String cell) {
        boolean cut = DisplayWidth.of(cell) > width;
        return DisplayWidth.cut(cut && cell.matches(NUMBER) ? ELLIPSIS : cell, width);
    }

    String heading() {
        return TerminalText.visible(field.heading());
    }

    /**
     * Returns the text of a value, with hidden characters escaped; on a terminal, with digits grouped and relative
     * times.
     */
    String text(Object value, boolean terminal, Instant now) {
        if (value == null) {
            return "";
        }
        if (value instanceof RawJson number && number.isNumber() && !isTime()) {
            hasNumbers = true;
            return terminal && !isIdentifier() ? Digits.grouped(number.json()) : number.json();
        }
        hasOthers = true;
        String content = value.toString();
        return TerminalText.visible(terminal && isTime() ? RelativeTime.of(content, now) : content);
    }

    boolean isRightAligned() {
        return hasNumbers && !hasOthers;
    }

    int width() {
        return width;
    }

    void widenTo(int cells) {
        width = Math.max(width, cells);
    }

    void narrowTo(int cells) {
        width = Math.min(width, cells);
    }

    /** Returns the width that other columns are narrowed before this one goes below. */
    int minWidth() {
        if (isIdentifier()) {
            return width;
        }
        if (isRightAligned()) {
            return Math.min(width, MIN_NUMBER_WIDTH);
        }
        return Math.min(width, isTime() ? MIN_TIME_WIDTH : MIN_TEXT_WIDTH);
    }

    /** Returns whether the cells are identifiers, which users copy: they are never cut. */
    boolean isIdentifier() {
        return field.kind() == Kind.IDENTIFIER;
    }

    private boolean isTime() {
        return field.kind() == Kind.TIME;
    }
}
