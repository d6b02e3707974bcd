package dev.audiences.cli.console;

import picocli.CommandLine.Model.ArgSpec;

/**
 * An option or a parameter of a command, with a value of one type.
 *
 * <p>picocli returns a value as whatever type its caller expects, without a check. Values are read here only, and
 * checked.
 */
abstract sealed class Argument<T> permits Option, Parameter {
    private final Class<T> type;
    private final ArgSpec spec;

    Argument(Class<T> type, ArgSpec spec) {
        this.type = type;
        this.spec = spec;
    }

    /** The value on the command line, or null when there is none. */
    public final T value() {
        return type.cast(spec.<Object>getValue());
    }

    /** The value on the command line, or else the default. */
    public final T valueOr(T defaultValue) {
        T value = value();
        return value == null ? defaultValue : value;
    }
}
