package dev.audiences.cli;

import java.util.function.LongSupplier;

/** The progress line of a run over many pages, refreshed at most ten times a second. */
final class Progress {
    private static final long REFRESH_NANOS = 100_000_000;

    private final Talk talk;
    private final LongSupplier nanoTime;
    private final boolean wanted;
    private final Runnable takeBackHook;
    private long shownAt;

    /** @param wanted whether it would not get in the way of rows on the same terminal */
    Progress(Talk talk, Environment environment, boolean wanted) {
        this.talk = talk;
        this.nanoTime = environment.nanoTime();
        this.wanted = wanted && talk.showsProgress();
        this.takeBackHook = this.wanted ? environment.onShutdown().apply(talk::endProgress) : () -> {};
        this.shownAt = this.wanted ? nanoTime.getAsLong() - REFRESH_NANOS : 0;
    }

    void show(long items, long pages) {
        if (!wanted || nanoTime.getAsLong() - shownAt < REFRESH_NANOS) {
            return;
        }
        shownAt = nanoTime.getAsLong();
        talk.progress(Counts.of(items, "audience") + ", " + Counts.of(pages, "page") + " so far …");
    }

    void clear() {
        takeBackHook.run();
        talk.clearProgress();
    }
}
