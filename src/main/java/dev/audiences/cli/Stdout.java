package dev.audiences.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Prints whole texts to stdout. */
final class Stdout {
    private Stdout() {}

    /** Prints the text as UTF-8; a write that fails is told like that of a list. */
    static ExitCode print(Environment environment, String text) throws Failure {
        try {
            environment.stdout().write(text.getBytes(StandardCharsets.UTF_8));
            return ExitCode.OK;
        } catch (IOException e) {
            throw Failures.ofOutput(e, null);
        }
    }
}
