package dev.audiences.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The shells that there is a completion script for. */
enum Shell {
    BASH("audiences.bash"),
    ZSH("_audiences"),
    FISH("audiences.fish");

    private static final String FOLDER = "/dev/audiences/completions/";

    private final String file;

    Shell(String file) {
        this.file = file;
    }

    /** The script as the build packed it, from the folder {@code completions} of the source tree. */
    byte[] script() {
        try (InputStream script = Shell.class.getResourceAsStream(FOLDER + file)) {
            return script.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shell of this name, or null. */
    static Shell of(String name) {
        for (Shell shell : values()) {
            if (shell.toString().equals(name)) {
                return shell;
            }
        }
        return null;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Shell::toString).toList();
    }

    /** The name as the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
