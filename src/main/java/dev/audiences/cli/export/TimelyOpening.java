package dev.audiences.cli.export;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.FailureMessages;
import dev.audiences.file.AtomicFile;
import dev.audiences.http.RetryPolicy;
import dev.audiences.http.TimeLimit;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Opens the output file within the time limit of a step: a FIFO without a reader would block for ever. */
final class TimelyOpening {
    private TimelyOpening() {}

    /** As {@link AtomicFile#open(Path, Consumer)}. */
    static AtomicFile open(Path path, Consumer<AtomicFile> beforeCreation, RetryPolicy retries)
            throws IOException, Failure, InterruptedException {
        // What is not there yet is going to be a regular file.
        if (Files.notExists(path) || Files.isRegularFile(path) || Files.isDirectory(path)) {
            return AtomicFile.open(path, beforeCreation);
        }
        TimeLimit limit = retries.stepLimit();
        FutureTask<AtomicFile> opening = new FutureTask<>(() -> AtomicFile.open(path, beforeCreation));
        // The end of the program does not wait for it: opening can't be broken off.
        Thread thread = new Thread(opening, "output-opener");
        thread.setDaemon(true);
        thread.start();
        try {
            return opening.get(limit.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw asThrown(e.getCause(), path);
        } catch (TimeoutException e) {
            String late = "nobody opened " + path + " for reading within " + limit;
            throw limit.isOfWholeRun()
                    ? FailureMessages.outOfTime(retries.maxTime(), late)
                    : Failure.of(ExitCode.OUTPUT_FAILED, late)
                            .hint("start the reader first, or allow more with " + limit.option());
        }
    }

    private static IOException asThrown(Throwable thrown, Path path) {
        return thrown instanceof IOException e
                ? e
                : new FileSystemException(path.toString(), null, thrown.getMessage());
    }
}
