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
    private static final int COMFORTABLE_NAME = 40;
    private static final int COMFORTABLE_TEXT = 16;
    private static final int COMFORTABLE_TIME = 14;
    private static final int COMFORTABLE_NUMBER = 20;
    private static final int LEAST_TEXT = 10;
    private static final int LEAST_IDENTIFIER = 8;

    private static final String ELLIPSIS = "\u2026";
    private static final String NUMBER = "-?[0-9][0-9,]*(\\.[0-9]+)?([eE][-+]?[0-9]+)?";

    private final Field field;
    private final int index;
    private final boolean omittable;
    private boolean hasNumbers;
    private boolean hasOthers;
    private int width;

    /**
     * @param index the index of its cell in each row
     * @param omittable whether a narrow table does without it
     */
    TableColumn(Field field, int index, boolean omittable) {
        this.field = field;
        this.index = index;
        this.omittable = omittable;
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

    /** Returns the width that it is not narrowed below in this step. */
    int leastWidth(TableFit.Step step) {
        int least =
                switch (step) {
                    case COMFORTABLE -> comfortableWidth();
                    case SHORT_TEXT -> isText() ? LEAST_TEXT : comfortableWidth();
                    case CUT_IDENTIFIERS -> isIdentifier() ? LEAST_IDENTIFIER : leastWidth(TableFit.Step.SHORT_TEXT);
                    case SINGLE_CELLS -> 1;
                };
        return Math.min(width, least);
    }

    /** Returns the width that is enough for reading, or more than the column has. */
    private int comfortableWidth() {
        if (isIdentifier()) {
            return width;
        }
        if (isRightAligned()) {
            return COMFORTABLE_NUMBER;
        }
        if (isTime()) {
            return COMFORTABLE_TIME;
        }
        return omittable ? COMFORTABLE_TEXT : COMFORTABLE_NAME;
    }

    /** Returns whether it is read less often than the others, and so shown dimmed. */
    boolean isSecondary() {
        return isIdentifier() || isTime();
    }

    /** Returns whether the cells may be cut; a number would be read as another one. */
    private boolean isText() {
        return !isIdentifier() && !isRightAligned();
    }

    private boolean isIdentifier() {
        return field.kind() == Kind.IDENTIFIER;
    }

    private boolean isTime() {
        return field.kind() == Kind.TIME;
    }
}
