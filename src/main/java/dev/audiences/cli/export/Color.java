package dev.audiences.cli.export;

import dev.audiences.cli.console.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** When a terminal is written to in colour; anything else never is. */
enum Color {
    AUTO,
    ALWAYS,
    NEVER;

    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Color color : values()) {
            names.add(color.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** Reads the value of the option. */
    static Color parse(String name) {
        int index = names().indexOf(name);
        if (index < 0) {
            throw new TypeConversionException("'" + name + "' is none of " + String.join(", ", names()));
        }
        return values()[index];
    }

    /**
     * Decides; {@code NO_COLOR} is that of no-color.org. Not by itself on Windows: its console shows escape sequences
     * as text unless a program has it set up through its native interface.
     */
    boolean isOn(Environment environment) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                environment.variable("NO_COLOR") == null
                        && !"dumb".equals(environment.variable("TERM"))
                        && !environment.osName().startsWith("Windows");
        };
    }
}
