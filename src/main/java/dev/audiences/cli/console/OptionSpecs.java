package dev.audiences.cli.console;

import dev.audiences.text.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * How options are declared. The model is built by hand and not read from annotations: each annotation type costs a
 * proxy class at every start, 20 ms in all.
 */
public final class OptionSpecs {
    public static final String HELP = "--help";
    public static final String HELP_SHORT = "-h";

    private OptionSpecs() {}

    public static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .description(description)
                .build();
    }

    public static OptionSpec text(String label, String description, String... names) {
        return valued(String.class, label, description, names)
                .converters(OptionSpecs::filled)
                .build();
    }

    /** An option with a whole number that is not smaller than {@code least}. */
    public static OptionSpec number(int least, String label, String description, String... names) {
        return valued(Integer.class, label, description, names)
                .converters(value -> wholeNumber(value, least))
                .build();
    }

    /** An option with a length of time, such as {@code 30}, {@code 30s}, {@code 500ms} or {@code 2m}. */
    public static OptionSpec duration(String label, String description, String... names) {
        return valued(Duration.class, label, description, names)
                .converters((ITypeConverter<Duration>) OptionSpecs::duration)
                .build();
    }

    public static OptionSpec.Builder valued(Class<?> type, String label, String description, String... names) {
        return OptionSpec.builder(names).type(type).paramLabel(label).description(description);
    }

    /** An option whose values are offered by completion. */
    public static OptionSpec choice(Iterable<String> values, String label, String description, String... names) {
        return valued(String.class, label, description, names)
                .completionCandidates(values)
                .converters(OptionSpecs::filled)
                .build();
    }

    public static OptionSpec help() {
        return OptionSpec.builder(HELP_SHORT, HELP)
                .usageHelp(true)
                .description("Show this help and exit.")
                .build();
    }

    public static boolean isSet(OptionSpec flag) {
        return Boolean.TRUE.equals(flag.getValue());
    }

    /**
     * A command's model in the style of all: its options in the order given, help as wide as a classic terminal.
     *
     * @param summary what it does, in one line
     * @param more what else there is to know, or empty
     */
    public static CommandSpec command(String name, String summary, String more, String synopsis) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .width(80)
                .sortOptions(false)
                .header(summary)
                .headerHeading("")
                .description(more.isEmpty() ? "" : "%n" + more + "%n")
                .customSynopsis(synopsis)
                .optionListHeading("Options:%n");
        return spec;
    }

    /** An empty value is a variable of a script that was not set, and never meant. */
    private static String filled(String value) {
        if (value.isEmpty()) {
            throw new TypeConversionException("the value is empty");
        }
        return value;
    }

    public static Integer wholeNumber(String value, int least) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as for a number that is too small.
        }
        throw new TypeConversionException(
                "'" + value + "' is not a whole number from " + least + " to " + Integer.MAX_VALUE);
    }

    private static Duration duration(String value) {
        Duration duration = Durations.parse(value);
        if (duration == null) {
            throw new TypeConversionException("'" + value + "' is not a length of time such as 30, 30s, 500ms or 2m");
        }
        return duration;
    }
}
