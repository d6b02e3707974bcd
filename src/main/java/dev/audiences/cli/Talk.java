package dev.audiences.cli;

import dev.audiences.output.TerminalText;
import dev.audiences.text.PastableCommand;
import dev.audiences.text.SecretMask;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * Everything that is said on stderr. Whatever a server or an argument put into it reaches the terminal as visible text
 * only, and the API key never does. Safe for several threads.
 */
final class Talk {
    private static final String NAME = "audiences: ";
    private static final String START_OF_LINE = "\r\u001b[K";

    private static final int MAX_EXCERPT = 300;

    private final OutputStream stderr;
    private final boolean terminal;
    private final SecretMask mask;
    private boolean quiet;
    private boolean verbose;
    private boolean progressShown;
    private boolean progressEnded;
    private volatile boolean muted;

    /**
     * @param terminal whether stderr is a terminal
     * @param mask hides what must not be shown
     */
    Talk(OutputStream stderr, boolean terminal, SecretMask mask) {
        this.mask = mask;
        this.stderr = stderr;
        this.terminal = terminal;
    }

    synchronized void level(boolean quiet, boolean verbose) {
        this.quiet = quiet;
        this.verbose = verbose;
    }

    /** From now on the secret is shown as asterisks, wherever it turns up and however it is spelt. */
    void hide(String secret) {
        mask.add(secret);
    }

    /** The command line of these words, or null when there is none that may be shown and is safe to paste. */
    String pastable(List<String> words) {
        String command = PastableCommand.of(words);
        return command == null || mask.hides(command) ? null : command;
    }

    /** The beginning of a text from a server, masked before it is cut. */
    String excerpt(String text) {
        String masked = mask.mask(text);
        return masked.length() <= MAX_EXCERPT ? masked : masked.substring(0, MAX_EXCERPT) + "…";
    }

    /** The value in words, for want of a command that could be pasted. */
    String spelledOut(String value) {
        return mask.hides(value)
                ? "not shown, for it holds what looks like an API key"
                : PastableCommand.spelledOut(value);
    }

    /** Says something worth knowing; silent with {@code --quiet}. */
    synchronized void say(String line) {
        if (!quiet) {
            print(NAME + line);
        }
    }

    /** Says what only {@code --verbose} shows. */
    synchronized void detail(Supplier<String> line) {
        if (verbose) {
            print("  " + line.get());
        }
    }

    /** Whether a progress line would be seen. */
    synchronized boolean showsProgress() {
        return terminal && !quiet && !verbose && !progressEnded && !muted;
    }

    /** Shows a line that the next one replaces; on a terminal only. */
    synchronized void progress(String line) {
        if (showsProgress()) {
            write(START_OF_LINE + TerminalText.visible(line));
            progressShown = true;
        }
    }

    /** Takes the progress line away. */
    synchronized void clearProgress() {
        if (progressShown) {
            write(START_OF_LINE);
            progressShown = false;
        }
    }

    /** Takes the progress line away for good: the program is ending while other threads may still go on. */
    synchronized void endProgress() {
        clearProgress();
        progressEnded = true;
    }

    /** Says nothing from now on. Waits for nobody: the thread that holds the lock may be waiting for its reader. */
    void mute() {
        muted = true;
    }

    synchronized void failure(Failure failure) {
        print(NAME + failure.getMessage());
        for (Failure.Line line : failure.lines()) {
            // Asterisks would make another command of it.
            boolean spoilt = line.isCommand() && mask.hides(line.text());
            print("  "
                    + (spoilt ? line.label() + ": (not shown, for it holds what looks like an API key)" : line.text()));
        }
        if (verbose && failure.getCause() != null) {
            stackTrace(failure.getCause());
        }
    }

    /** Says that the tool itself is broken. */
    synchronized void bug(Throwable bug) {
        print(NAME + "a bug in audiences: " + bug);
        print("  try: report it, with the command and what  -v  shows");
        if (verbose) {
            stackTrace(bug);
        }
    }

    private void stackTrace(Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        for (String line : trace.toString().split("\n")) {
            print("  " + line.replace("\t", "  "));
        }
    }

    private void print(String line) {
        if (muted) {
            return;
        }
        clearProgress();
        write(TerminalText.visible(mask.mask(line)) + "\n");
    }

    private void write(String text) {
        try {
            stderr.write(text.getBytes(StandardCharsets.UTF_8));
            stderr.flush();
        } catch (IOException e) {
            // Nobody listens on stderr any more; the exit code still tells.
        }
    }
}
