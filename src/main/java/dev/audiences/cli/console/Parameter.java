package dev.audiences.cli.console;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A parameter of a command: an argument with a place and no name. */
public final class Parameter<T> extends Argument<T> {
    private final PositionalParamSpec spec;

    private Parameter(Class<T> type, PositionalParamSpec.Builder builder) {
        this(type, builder.type(type).build());
    }

    private Parameter(Class<T> type, PositionalParamSpec spec) {
        super(type, spec);
        this.spec = spec;
    }

    /** Adds it to the model of a command, behind what is there already. */
    public void addTo(CommandSpec command) {
        command.addPositional(spec);
    }

    /** The first argument, whose values are offered by completion. */
    public static Parameter<String> choice(Iterable<String> values, String label, String description) {
        return new Parameter<>(String.class, at("0", "1", label, description).completionCandidates(values));
    }

    /** The first argument. */
    public static Parameter<String> first(String label, String description) {
        return new Parameter<>(String.class, at("0", "1", label, description));
    }

    /** The second argument, which may be left out. */
    public static Parameter<String> optionalSecond(String label, String description) {
        return new Parameter<>(String.class, at("1", "0..1", label, description));
    }

    /** All arguments, as many as there are. */
    public static Parameter<String[]> list(String label, String description) {
        return new Parameter<>(String[].class, at("0..*", "0..*", label, description));
    }

    private static PositionalParamSpec.Builder at(String index, String arity, String label, String description) {
        return PositionalParamSpec.builder()
                .index(index)
                .arity(arity)
                .paramLabel(label)
                .description(description);
    }
}
