package dev.audiences.output;

import dev.audiences.api.Field;
import dev.audiences.api.Field.Kind;
import dev.audiences.api.RawJson;
import dev.audiences.terminal.DisplayWidth;
import dev.audiences.terminal.TerminalText;
import dev.audiences.text.Digits;
import dev.audiences.text.RelativeTime;
import java.time.Instant;

/** One column of a table: what its cells show, on which side they stand, and how wide it is. */
final class TableColumn {
    private static final int MIN_TEXT_WIDTH = 16;
    private static final int MIN_TIME_WIDTH = 14;
    private static final int MIN_NUMBER_WIDTH = 20;

    private static final String ELLIPSIS = "\u2026";
    private static final String SHOWN_NUMBER = "-?[0-9][0-9,]*(\\.[0-9]+)?([eE][-+]?[0-9]+)?";

    private final Field field;
    private final int index;
    private boolean numbers;
    private boolean others;
    private int width;

    /** @param index the place of its cell in each row */
    TableColumn(Field field, int index) {
        this.field = field;
        this.index = index;
        this.numbers = field.kind() == Kind.COUNT;
    }

    Field field() {
        return field;
    }

    String cell(String[] row) {
        return row[index];
    }

    /** The cell as far as there is room; a number whole or not at all, for its first digits are another number. */
    String fitted(String cell) {
        boolean cut = DisplayWidth.of(cell) > width;
        return DisplayWidth.cut(cut && cell.matches(SHOWN_NUMBER) ? ELLIPSIS : cell, width);
    }

    String heading() {
        return TerminalText.visible(field.heading());
    }

    /** The text of one value, with nothing hidden in it. Numbers are grouped and times told as ages on a terminal. */
    String show(Object value, boolean terminal, Instant now) {
        if (value == null) {
            return "";
        }
        if (value instanceof RawJson text && text.isNumber()) {
            numbers = true;
            return terminal && !isIdentifier() ? Digits.grouped(text.json()) : text.json();
        }
        others = true;
        String text = value.toString();
        return TerminalText.visible(terminal && isTime() ? RelativeTime.of(text, now) : text);
    }

    boolean isRightAligned() {
        return numbers && !others;
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

    /** The width below which this column is not cut while another one still can be. */
    int floor() {
        if (isIdentifier()) {
            return width;
        }
        if (isRightAligned()) {
            return Math.min(width, MIN_NUMBER_WIDTH);
        }
        return Math.min(width, isTime() ? MIN_TIME_WIDTH : MIN_TEXT_WIDTH);
    }

    /** Whether users copy its cells: then each has to be whole. */
    boolean isIdentifier() {
        return field.kind() == Kind.IDENTIFIER;
    }

    private boolean isTime() {
        return field.kind() == Kind.TIME;
    }
}
