package dev.audiences.cli;

import dev.audiences.output.TerminalText;
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

    private static final String MASK = "********";
    private static final int MIN_SECRET = 4;
    private static final List<String> KEY_PREFIXES = List.of("sk_live_", "sk_test_");

    private final OutputStream stderr;
    private final boolean terminal;
    private boolean quiet;
    private boolean verbose;
    private String secret;
    private boolean progressShown;
    private boolean progressEnded;
    private volatile boolean muted;

    /** @param terminal whether stderr is a terminal */
    Talk(OutputStream stderr, boolean terminal) {
        this.stderr = stderr;
        this.terminal = terminal;
    }

    synchronized void level(boolean quiet, boolean verbose) {
        this.quiet = quiet;
        this.verbose = verbose;
    }

    /** From now on the secret is shown as asterisks, wherever it turns up; a word of a few letters is none. */
    synchronized void hide(String secret) {
        this.secret = secret == null || secret.length() < MIN_SECRET ? null : secret;
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
        for (String line : failure.lines()) {
            print("  " + line);
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
        String shown = secret == null ? line : line.replace(secret, MASK);
        write(TerminalText.visible(withoutKeys(shown)) + "\n");
    }

    /** Hides what looks like an API key: it may stand where no key belongs, such as in an argument. */
    private static String withoutKeys(String line) {
        String shown = line;
        for (String prefix : KEY_PREFIXES) {
            for (int start = shown.indexOf(prefix); start >= 0; start = shown.indexOf(prefix, start + 1)) {
                int end = start + prefix.length();
                // A key may hold any sign; a blank or a quotation mark ends it.
                while (end < shown.length() && " '\"".indexOf(shown.charAt(end)) < 0) {
                    end++;
                }
                shown = shown.substring(0, start) + MASK + shown.substring(end);
            }
        }
        return shown;
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
