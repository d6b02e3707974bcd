package dev.audiences.text;

import java.time.Instant;

/** Times relative to now, as text. */
public final class RelativeTime {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long MONTH = 30 * DAY;
    private static final long YEAR = 365 * DAY;

    private RelativeTime() {}

    /** Returns a timestamp as relative time, such as "3 days ago"; any other text is returned unchanged, as is a date, which names no hour. */
    public static String of(String text, Instant now) {
        Instant instant = Timestamps.parseAnyForm(text);
        return instant == null || Timestamps.isDate(text)
                ? text
                : inWords(now.getEpochSecond() - instant.getEpochSecond());
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
            // At most 11: twelve months of 30 days are less than a year.
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
