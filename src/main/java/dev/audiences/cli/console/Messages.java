package dev.audiences.cli.console;

import dev.audiences.terminal.TerminalText;
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
public final class Messages {
    private static final String NAME = "audiences: ";
    private static final int MAX_SEARCHED = 16 << 10;
    private static final String START_OF_LINE = "\r\u001b[K";

    private static final int MAX_EXCERPT = 300;

    private final OutputStream stderr;
    private final boolean terminal;
    private final SecretMask mask;
    private boolean quiet;
    private boolean verbose;
    private boolean progressShown;
    private boolean progressEnded;
    private volatile boolean silenced;

    /**
     * @param terminal whether stderr is a terminal
     * @param mask hides what must not be shown
     */
    public Messages(OutputStream stderr, boolean terminal, SecretMask mask) {
        this.mask = mask;
        this.stderr = stderr;
        this.terminal = terminal;
    }

    synchronized void level(boolean quiet, boolean verbose) {
        this.quiet = quiet;
        this.verbose = verbose;
    }

    /** From now on the secret is shown as asterisks, wherever it turns up and however it is spelt. */
    public void redact(String secret) {
        mask.add(secret);
    }

    /** The command line of these words, or null when there is none that may be shown and is safe to paste. */
    public String pastable(List<String> words) {
        String command = PastableCommand.of(words);
        return command == null || mask.hides(command) ? null : command;
    }

    /** The beginning of a text from a server, masked before it is cut. */
    public String excerpt(String text) {
        String masked = mask.mask(text);
        return masked.length() <= MAX_EXCERPT ? masked : masked.substring(0, MAX_EXCERPT) + "…";
    }

    /** The value in words, for want of a command that could be pasted. */
    public String spelledOut(String value) {
        // Longer than what is shown of it, so that no piece of a key is left at the end.
        return mask.hides(value.substring(0, Math.min(value.length(), MAX_SEARCHED)))
                ? "not shown, for it holds what looks like an API key"
                : PastableCommand.spelledOut(value);
    }

    /** Says something worth knowing; silent with {@code --quiet}. */
    public synchronized void info(String line) {
        if (!quiet) {
            print(NAME + line);
        }
    }

    /** Says what only {@code --verbose} shows. */
    public synchronized void verbose(Supplier<String> line) {
        if (verbose) {
            print("  " + line.get());
        }
    }

    /** Whether a progress line would be seen. */
    public synchronized boolean showsProgress() {
        return terminal && !quiet && !verbose && !progressEnded && !silenced;
    }

    /** Shows a line that the next one replaces; on a terminal only. */
    public synchronized void progress(String line) {
        if (showsProgress()) {
            write(START_OF_LINE + TerminalText.visible(line));
            progressShown = true;
        }
    }

    /** Takes the progress line away. */
    public synchronized void clearProgress() {
        if (progressShown) {
            write(START_OF_LINE);
            progressShown = false;
        }
    }

    /** Takes the progress line away for good: the program is ending while other threads may still go on. */
    public synchronized void endProgress() {
        clearProgress();
        progressEnded = true;
    }

    /** Says nothing from now on. Waits for nobody: the thread that holds the lock may be waiting for its reader. */
    public void silence() {
        silenced = true;
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
        if (silenced) {
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
