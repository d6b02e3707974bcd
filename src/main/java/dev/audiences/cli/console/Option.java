package dev.audiences.cli.console;

import dev.audiences.text.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** An option of a command, with a value of one type. */
public final class Option<T> extends Argument<T> {
    public static final String HELP = "--help";
    public static final String HELP_SHORT = "-h";
    public static final String VERSION = "--version";
    public static final String VERSION_SHORT = "-V";

    private final OptionSpec spec;

    private Option(Class<T> type, OptionSpec spec) {
        super(type, spec);
        this.spec = spec;
    }

    /** Adds it to the model of a command, behind the options of the same group that are there already. */
    public void addTo(CommandSpec command, OptionGroup group) {
        command.addOption(spec);
        OptionGroups.of(command).put(spec, group);
    }

    /** An option without a value. */
    public static Option<Boolean> flag(String description, String... names) {
        return new Option<>(
                Boolean.class,
                OptionSpec.builder(names)
                        .type(boolean.class)
                        .description(description)
                        .build());
    }

    /** The option that shows the help of its command. */
    public static Option<Boolean> help() {
        return new Option<>(
                Boolean.class,
                OptionSpec.builder(HELP_SHORT, HELP)
                        .usageHelp(true)
                        .description("Show this help and exit.")
                        .build());
    }

    /** The option that shows the version of the program. */
    public static Option<Boolean> version() {
        return new Option<>(
                Boolean.class,
                OptionSpec.builder(VERSION_SHORT, VERSION)
                        .versionHelp(true)
                        .description("Show the version and exit.")
                        .build());
    }

    /** An option with any text that is not empty. */
    public static Option<String> text(String label, String description, String... names) {
        return of(String.class, Option::requireFilled, label, description, names);
    }

    /** An option with a whole number that is not smaller than {@code least}. */
    public static Option<Integer> number(int least, String label, String description, String... names) {
        return of(Integer.class, value -> wholeNumber(value, least), label, description, names);
    }

    /** An option with a length of time, such as {@code 30}, {@code 30s}, {@code 500ms} or {@code 2m}. */
    public static Option<Duration> duration(String label, String description, String... names) {
        return of(Duration.class, Option::parseDuration, label, description, names);
    }

    /** An option with text, whose known values are offered by completion. */
    public static Option<String> choice(Iterable<String> values, String label, String description, String... names) {
        return choice(String.class, Option::requireFilled, values, label, description, names);
    }

    /**
     * An option with one or more texts, given several times or separated by commas; see {@link #values}.
     *
     * @param known offered by completion; null for none
     */
    public static Option<String[]> list(Iterable<String> known, String label, String description, String... names) {
        OptionSpec.Builder spec = valued(String[].class, Option::requireFilled, label, description, names)
                .arity("1");
        return new Option<>(String[].class, (known == null ? spec : spec.completionCandidates(known)).build());
    }

    /**
     * The texts of a list, without blanks around them; none when the option is not given.
     *
     * @throws Failure when a text between two commas is missing
     */
    public static List<String> values(Option<String[]> list) throws Failure {
        List<String> values = new ArrayList<>();
        for (String given : list.valueOr(new String[0])) {
            for (String part : given.split(",", -1)) {
                if (part.isBlank()) {
                    throw Failure.usage(
                            list.name() + " '" + given + "' has an empty name",
                            "separate names by one comma, such as  " + list.name() + " a,b");
                }
                values.add(part.strip());
            }
        }
        return values;
    }

    /** As {@link #choice(Iterable, String, String, String...)}, of another type than text. */
    public static <T> Option<T> choice(
            Class<T> type,
            ITypeConverter<T> parser,
            Iterable<String> values,
            String label,
            String description,
            String... names) {
        return new Option<>(
                type,
                valued(type, parser, label, description, names)
                        .completionCandidates(values)
                        .build());
    }

    /** @param parser throws {@link TypeConversionException} with the message when it can't read a value */
    public static <T> Option<T> of(
            Class<T> type, ITypeConverter<T> parser, String label, String description, String... names) {
        return new Option<>(
                type, valued(type, parser, label, description, names).build());
    }

    private static OptionSpec.Builder valued(
            Class<?> type, ITypeConverter<?> parser, String label, String description, String... names) {
        return OptionSpec.builder(names)
                .type(type)
                .converters(parser)
                .paramLabel(label)
                .description(description);
    }

    /** Whether it has a value; of a flag, whether it is on. */
    public boolean isSet() {
        T value = value();
        return value != null && !value.equals(false);
    }

    /** The longest of its names, such as {@code --output}. */
    public String name() {
        return spec.longestName();
    }

    /** An empty value is a variable of a script that was not set, and never meant. */
    private static String requireFilled(String value) {
        if (value.isEmpty()) {
            throw new TypeConversionException("the value is empty");
        }
        return value;
    }

    /** @throws TypeConversionException when it is none, or smaller than {@code least} */
    public static Integer wholeNumber(String value, int least) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Reported below, as a number that is too small is.
        }
        throw new TypeConversionException(
                "'" + value + "' is not a whole number from " + least + " to " + Integer.MAX_VALUE);
    }

    private static Duration parseDuration(String value) {
        Duration duration = Durations.parse(value);
        if (duration == null) {
            throw new TypeConversionException("'" + value + "' is not a length of time such as 30, 30s, 500ms or 2m");
        }
        return duration;
    }
}
