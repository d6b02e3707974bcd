package dev.audiences.cli.console;

import dev.audiences.terminal.TerminalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints whole texts to stdout. */
public final class Stdout {
    private Stdout() {}

    /** Prints the text as UTF-8; a failed write is reported as for a list. */
    public static ExitCode print(Environment environment, String text) throws Failure {
        try {
            environment.stdout().write(text.getBytes(StandardCharsets.UTF_8));
            return ExitCode.OK;
        } catch (IOException e) {
            throw FailureMessages.ofOutput(e, null);
        }
    }

    /** Prints a line for each text: exactly that to a pipe or a file, and made visible on a terminal. */
    public static ExitCode printLines(Environment environment, List<String> texts) throws Failure {
        StringBuilder lines = new StringBuilder();
        for (String text : texts) {
            lines.append(environment.terminal().stdout() ? TerminalText.visible(text) : text)
                    .append('\n');
        }
        return print(environment, lines.toString());
    }
}
