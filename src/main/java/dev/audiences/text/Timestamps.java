package dev.audiences.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Timestamps: in ISO 8601 format, with a date, a time and an offset from UTC; and other forms that APIs send. */
public final class Timestamps {
    /** The format that the API sends; 0 stands for any digit. */
    private static final String USUAL_FORMAT = "0000-00-00T00:00:00.000Z";

    private static final int DATE_LENGTH = 10;
    private static final int SECONDS_START = "0000-00-00T00:00:".length();
    private static final int NANOS_PER_MILLI = 1_000_000;
    /** Of an offset without a colon, such as +0530. */
    private static final int BASIC_OFFSET_LENGTH = 5;
    /** Of a time since 1970: 9 digits are seconds from 1973 on, 13 are milliseconds until 2286. */
    private static final int MIN_EPOCH_DIGITS = 9;

    private static final int MAX_SECONDS_DIGITS = 11;
    private static final int MAX_EPOCH_DIGITS = 13;

    private Timestamps() {}

    /**
     * Parses a timestamp; returns null when the text is not one.
     *
     * <p>The usual format is parsed by hand: loading the parser of java.time takes a twentieth of the processor time of
     * a table of one page, measured over HTTPS.
     */
    public static Instant parse(String text) {
        try {
            if (isUsual(text) && !text.startsWith("60", SECONDS_START)) {
                return usual(text);
            }
            return hasDateAndTime(text) ? unusual(withColon(text)) : null;
        } catch (DateTimeException noInstant) {
            return null;
        }
    }

    /**
     * As {@link #parse}; also a date alone, which is its midnight in UTC, and seconds or milliseconds since 1970. For
     * values that are known to be times: a name may look like these.
     */
    public static Instant parseAnyForm(String text) {
        Instant instant = parse(text);
        if (instant != null) {
            return instant;
        }
        try {
            if (isDate(text)) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
        } catch (DateTimeException noDate) {
            return null;
        }
        return sinceEpoch(text);
    }

    /** Whether the text has the form of a date alone. */
    static boolean isDate(String text) {
        return text.length() == DATE_LENGTH && text.charAt(4) == '-';
    }

    private static Instant sinceEpoch(String text) {
        int point = text.indexOf('.');
        String digits = point < 0 ? text : text.substring(0, point);
        int length = digits.length();
        if (length < MIN_EPOCH_DIGITS || length > MAX_EPOCH_DIGITS || !Digits.isAllDigits(digits)) {
            return null;
        }
        // A fraction is a part of a second or a millisecond, and too small to matter to a filter of users.
        if (point >= 0 && !Digits.isAllDigits(text.substring(point + 1))) {
            return null;
        }
        long number = Long.parseLong(digits);
        return length <= MAX_SECONDS_DIGITS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    /** With a colon in an offset such as +0000, which java.time requires. */
    private static String withColon(String text) {
        int sign = text.length() - BASIC_OFFSET_LENGTH;
        boolean basic = sign > DATE_LENGTH
                && (text.charAt(sign) == '+' || text.charAt(sign) == '-')
                && Digits.isAllDigits(text.substring(sign + 1));
        return basic ? text.substring(0, sign + 3) + ":" + text.substring(sign + 3) : text;
    }

    private static Instant unusual(String text) {
        if (!text.startsWith("60", SECONDS_START)) {
            return OffsetDateTime.parse(text).toInstant();
        }
        // A leap second, the last one of a day in UTC, which POSIX counts as the first one of the next.
        String before = text.substring(0, SECONDS_START) + "59" + text.substring(SECONDS_START + 2);
        OffsetDateTime next = OffsetDateTime.parse(before).plusSeconds(1).withOffsetSameInstant(ZoneOffset.UTC);
        return next.toLocalTime().withNano(0).equals(LocalTime.MIDNIGHT) ? next.toInstant() : null;
    }

    private static boolean isUsual(String text) {
        boolean usual = text.length() == USUAL_FORMAT.length();
        for (int i = 0; usual && i < USUAL_FORMAT.length(); i++) {
            char expected = USUAL_FORMAT.charAt(i);
            usual = expected == '0' ? Digits.isDigit(text.charAt(i)) : text.charAt(i) == expected;
        }
        return usual;
    }

    private static Instant usual(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        number(text, 20, 23) * NANOS_PER_MILLI)
                .toInstant(ZoneOffset.UTC);
    }

    /** Avoids the cost of an exception for ids and names, which are sorted too. */
    private static boolean hasDateAndTime(String text) {
        return text.length() > DATE_LENGTH
                && Digits.isDigit(text.charAt(0))
                && Character.toUpperCase(text.charAt(DATE_LENGTH)) == 'T';
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }
}
