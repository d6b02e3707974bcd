package dev.audiences.cli;

import dev.audiences.api.Resource;
import dev.audiences.config.Setting;
import dev.audiences.output.Format;
import dev.audiences.text.Durations;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The values that the tables of {@link ForeignWords} tell apart: a kind in capitals, with or without text before it. */
enum ValuePattern {
    ANY(value -> true),
    NUMBER(value -> value.matches("[1-9][0-9]{0,8}")),
    /** What one page may hold: nothing says that the API takes more. */
    SMALL(value -> value.matches("[1-9][0-9]?|100")),
    FIELDS(ValuePattern::areFields),
    FORMAT(value -> Format.of(value) != null),
    TYPE(value -> Resource.TYPE.knownValues().contains(value)),
    FILE(value -> value.matches(".*(/|\\\\|\\.[A-Za-z]).*") && !value.startsWith("-")),
    ID(value -> value.matches("[A-Za-z0-9_-]{12,}") && value.matches(".*[0-9].*")),
    SETTING(value -> Setting.ofConfigKey(value) != null),
    WHEN(value -> Durations.parse(value) != null && Character.isLetter(value.charAt(value.length() - 1))
            || value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*"));

    private static final Pattern LAST_NAME = Pattern.compile("[A-Z]+$");

    private final Predicate<String> fits;

    ValuePattern(Predicate<String> fits) {
        this.fits = fits;
    }

    /** The part of the value that the kind stands for; for a pattern without one, the value. Null for no match. */
    static String match(String pattern, String value) {
        var kind = LAST_NAME.matcher(pattern);
        if (!kind.find()) {
            return pattern.equalsIgnoreCase(value) ? value : null;
        }
        String before = pattern.substring(0, kind.start());
        if (value.length() <= before.length() || !value.regionMatches(true, 0, before, 0, before.length())) {
            return null;
        }
        String rest = value.substring(before.length());
        return valueOf(kind.group()).fits.test(rest) ? rest : null;
    }

    private static boolean areFields(String value) {
        List<String> fields = Resource.AUDIENCE.fieldNames();
        return value.matches("[A-Za-z][A-Za-z_.]*(,[A-Za-z][A-Za-z_.]*)+")
                || fields.stream().anyMatch(value::equalsIgnoreCase);
    }

    /** The format that the extension of a file name means, or null. */
    static Format formatOf(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        String[] parts = (name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name).split("\\.");
        String extension = parts[parts.length - 1];
        return Arrays.asList("jsonl", "ndjson").contains(extension) ? Format.NDJSON : Format.of(extension);
    }
}
