package dev.audiences.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a date of an HTTP field. Senders write one form, and recipients have to accept the two obsolete ones too (RFC
 * 9110, section 5.6.7).
 */
final class HttpDate {
    /** Such as {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
    private static final Pattern RFC_850 =
            Pattern.compile("[A-Za-z]+, (\\d\\d)-([A-Za-z]{3})-(\\d\\d) (\\d\\d:\\d\\d:\\d\\d) GMT");
    /** Such as {@code Sun Nov  6 08:49:37 1994}. */
    private static final Pattern ASCTIME =
            Pattern.compile("[A-Za-z]{3} ([A-Za-z]{3}) ([ \\d]\\d) (\\d\\d:\\d\\d:\\d\\d) (\\d{4})");

    private static final int MAX_YEARS_AHEAD = 50;

    private HttpDate() {}

    /**
     * @param now this machine's time, which tells the century of a year of two digits
     * @return null when it is no date
     */
    static Instant parse(String field, Instant now) {
        String value = field.strip();
        Matcher rfc850 = RFC_850.matcher(value);
        if (rfc850.matches()) {
            int year = year(Integer.parseInt(rfc850.group(3)), now);
            return preferred(rfc850.group(1), rfc850.group(2), year, rfc850.group(4));
        }
        Matcher asctime = ASCTIME.matcher(value);
        if (asctime.matches()) {
            int year = Integer.parseInt(asctime.group(4));
            return preferred(asctime.group(2).strip(), asctime.group(1), year, asctime.group(3));
        }
        return preferred(value);
    }

    /** The last year of these two digits that is no more than 50 years ahead. */
    private static int year(int twoDigits, Instant now) {
        int last = now.atOffset(ZoneOffset.UTC).getYear() + MAX_YEARS_AHEAD;
        return last - Math.floorMod(last - twoDigits, 100);
    }

    private static Instant preferred(String day, String month, int year, String time) {
        return preferred(day + " " + month + " " + "%04d".formatted(year) + " " + time + " GMT");
    }

    private static Instant preferred(String value) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
