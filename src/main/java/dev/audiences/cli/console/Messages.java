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
 * What is printed on stderr. Control characters and other invisible text from servers and arguments are escaped, and
 * secrets are masked. Safe for use by several threads.
 */
public final class Messages {
    private static final String NAME = "audiences: ";
    private static final String NOT_SHOWN = "not shown: it contains what looks like an API key";
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
    private boolean failureReported;
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

    /** Masks this secret in everything that is printed from now on. */
    public void redact(String secret) {
        mask.add(secret);
    }

    /** The command line of these words, or null when there is none that may be shown and is safe to paste. */
    public String pastable(List<String> words) {
        String command = PastableCommand.of(words);
        return command == null || mask.hides(command) ? null : command;
    }

    /** A text from a server, masked and then truncated. */
    public String excerpt(String text) {
        String masked = mask.mask(text);
        return masked.length() <= MAX_EXCERPT ? masked : masked.substring(0, MAX_EXCERPT) + "…";
    }

    /** The value, escaped, where no command can be shown. */
    public String spelledOut(String value) {
        // More than what is shown of it: a key that begins near the end is found too.
        return mask.hides(value.substring(0, Math.min(value.length(), MAX_SEARCHED)))
                ? NOT_SHOWN
                : PastableCommand.spelledOut(value);
    }

    /** Prints a line, unless {@code --quiet} is given. */
    public synchronized void info(String line) {
        if (!quiet) {
            print(NAME + line);
        }
    }

    /** Prints a line that belongs to the one before, unless {@code --quiet} is given. */
    public synchronized void detail(String line) {
        if (!quiet) {
            print("  " + line);
        }
    }

    /** Prints a line with {@code --verbose} only. */
    public synchronized void verbose(Supplier<String> line) {
        if (verbose) {
            print("  " + line.get());
        }
    }

    /** Whether {@link #verbose} prints anything. */
    public synchronized boolean isVerbose() {
        return verbose;
    }

    /** Whether a progress line would be visible. */
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

    /** Clears the progress line. */
    public synchronized void clearProgress() {
        if (progressShown) {
            write(START_OF_LINE);
            progressShown = false;
        }
    }

    /** Clears the progress line and shows no other: the program is ending, and other threads may still run. */
    public synchronized void endProgress() {
        clearProgress();
        progressEnded = true;
    }

    /** Prints nothing from now on. Takes no lock: the thread that holds it may be blocked by its reader. */
    public void silence() {
        silenced = true;
    }

    synchronized void failure(Failure failure) {
        failureReported = true;
        print(NAME + failure.getMessage());
        failure.lines().forEach(line -> print(text(line)));
        if (verbose && failure.getCause() != null) {
            stackTrace(failure.getCause());
        }
    }

    /**
     * Reports what a run leaves behind that is ended from outside, also after {@link #silence}. Only the lines of the
     * failure are printed when another one was reported before.
     */
    public synchronized void lastWords(Failure failure) {
        clearProgress();
        // A terminal shows ^C at the start of the line.
        StringBuilder block = new StringBuilder(terminal ? "\r" : "");
        if (!failureReported) {
            block.append(shown(NAME + failure.getMessage()));
        }
        failure.lines().forEach(line -> block.append(shown(text(line))));
        write(block.toString());
    }

    private String text(Failure.Line line) {
        // Asterisks would change the command.
        boolean secret = line.isCommand() && mask.hides(line.text());
        return "  " + (secret ? line.label() + ": " + NOT_SHOWN : line.text());
    }

    /** Reports a bug in this program. */
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
        write(shown(line));
    }

    private String shown(String line) {
        return TerminalText.visible(mask.mask(line)) + "\n";
    }

    private void write(String text) {
        try {
            stderr.write(text.getBytes(StandardCharsets.UTF_8));
            stderr.flush();
        } catch (IOException e) {
            // stderr is closed; the exit code still reports the failure.
        }
    }
}
