package dev.audiences.cli.export;

import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.Messages;
import dev.audiences.terminal.TerminalText;
import dev.audiences.text.Counts;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The progress line of a run over many pages, refreshed at most ten times a second. */
public final class Progress {
    private static final long REFRESH_NANOS = 100_000_000;

    private final Messages messages;
    private final LongSupplier nanoTime;
    private final int width;
    private final String noun;
    private final boolean wanted;
    private final Runnable unregisterHook;
    private long shownAt;

    /** @param wanted whether it would not get in the way of rows on the same terminal */
    public Progress(Messages messages, Environment environment, String noun, boolean wanted) {
        this.messages = messages;
        this.nanoTime = environment.nanoTime();
        this.width = environment.terminal().width();
        this.noun = noun;
        this.wanted = wanted && messages.showsProgress() && !isUnwelcome(environment);
        this.unregisterHook = this.wanted ? environment.onShutdown().apply(messages::endProgress) : () -> {};
        this.shownAt = this.wanted ? nanoTime.getAsLong() - REFRESH_NANOS : 0;
    }

    /** Shows how far a list has come. */
    void show(long items, long pages) {
        show(() -> Counts.of(items, noun) + ", " + Counts.of(pages, "page") + " so far …");
    }

    /** Shows a line, unless the one before it was shown just now. */
    public void show(Supplier<String> text) {
        if (!wanted || nanoTime.getAsLong() - shownAt < REFRESH_NANOS) {
            return;
        }
        shownAt = nanoTime.getAsLong();
        String line = text.get();
        // A line that fills the terminal may wrap, and what wrapped is not taken away.
        messages.progress(width > 1 ? TerminalText.cut(line, width - 1) : line);
    }

    /** Whether {@link #show} shows anything. */
    public boolean isShown() {
        return wanted;
    }

    /** Whether the terminal can't take a line back, or its lines end up in the log of a build. */
    private static boolean isUnwelcome(Environment environment) {
        String ci = environment.variable("CI");
        return "dumb".equals(environment.variable("TERM")) || ci != null && !ci.equals("false");
    }

    public void clear() {
        unregisterHook.run();
        messages.clearProgress();
    }
}
