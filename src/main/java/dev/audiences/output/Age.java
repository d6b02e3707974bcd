package dev.audiences.output;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** How long ago something was, in words. Written by hand because java.time's own parser costs a noticeable start. */
final class Age {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long MONTH = 30 * DAY;
    private static final long YEAR = 365 * DAY;
    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";

    private Age() {}

    /** Such as "3 days ago"; an instant that is not ISO-8601 in UTC comes back as it is. */
    static String of(String instant, Instant now) {
        if (!isInstant(instant)) {
            return instant;
        }
        try {
            return inWords(now.getEpochSecond() - epochSecond(instant));
        } catch (DateTimeException noSuchDay) {
            return instant;
        }
    }

    private static boolean isInstant(String text) {
        int end = text.length() - 1;
        if (end < SHAPE.length() || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char expected = SHAPE.charAt(i);
            if (expected == 'd' ? !isDigit(text.charAt(i)) : text.charAt(i) != expected) {
                return false;
            }
        }
        for (int i = SHAPE.length() + 1; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return end == SHAPE.length() || text.charAt(SHAPE.length()) == '.' && end > SHAPE.length() + 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static long epochSecond(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new DateTimeException(text);
        }
        LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        return day.toEpochDay() * DAY + hour * HOUR + minute * MINUTE + second;
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }

    private static String inWords(long seconds) {
        long distance = Math.abs(seconds);
        if (distance < MINUTE) {
            return "just now";
        }
        String amount;
        if (distance < HOUR) {
            amount = amount(distance / MINUTE, "minute");
        } else if (distance < DAY) {
            amount = amount(distance / HOUR, "hour");
        } else if (distance < MONTH) {
            amount = amount(distance / DAY, "day");
        } else if (distance < YEAR) {
            // Eleven at most: the thirteen days before a year are over are no twelfth month.
            amount = amount(Math.min(11, distance / MONTH), "month");
        } else {
            amount = amount(distance / YEAR, "year");
        }
        return seconds < 0 ? "in " + amount : amount + " ago";
    }

    private static String amount(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
