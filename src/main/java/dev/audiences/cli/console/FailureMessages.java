package dev.audiences.cli.console;

import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import dev.audiences.file.FileLockedException;
import dev.audiences.file.IncompleteFileException;
import dev.audiences.http.ApiException;
import dev.audiences.http.TimeLimit;
import dev.audiences.text.Durations;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Duration;

/**
 * Turns what the other packages throw into messages, hints and exit codes. The headline of an HTTP status comes from
 * {@code ErrorStatus}.
 */
public final class FailureMessages {
    private FailureMessages() {}

    /** @param keySource where the API key came from, or null when no key was involved */
    public static Failure of(ApiException e, String keySource) {
        boolean aboutKey =
                e.kind() == ApiException.Kind.KEY_REJECTED || e.kind() == ApiException.Kind.PERMISSION_MISSING;
        return Failure.of(exitCode(e.kind()), e.getMessage(), e.getCause())
                .with("details", e.details())
                .with("key from", aboutKey ? keySource : null)
                .hint(e.hint() == null ? hint(e, keySource) : e.hint())
                .with("or", e.kind() == ApiException.Kind.REFUSED_ON_THE_WAY ? otherKey(keySource) : null)
                .with("trace id", e.traceId());
    }

    public static Failure of(ConfigException e) {
        Failure failure = Failure.of(ExitCode.SETTINGS, e.message(), e.getCause());
        for (String line : e.detail()) {
            failure.line(line);
        }
        return failure.hint(e.hint());
    }

    /** Java has the same error for a full heap and for threads that the machine does not let it start. */
    public static Failure of(OutOfMemoryError e) {
        if (isShortOfThreads(e)) {
            return shortOfThreads(e);
        }
        return Failure.of(ExitCode.OUTPUT_FAILED, "the list does not fit into memory")
                .hint("-o csv without --sort, which needs no more than a few pages at a time, or a smaller --limit");
    }

    /**
     * Whether a thread could not be started; a class that starts one can't be initialised then, and is not found
     * later.
     */
    public static boolean isShortOfThreads(Throwable error) {
        for (Throwable t = error; t != null; t = t.getCause()) {
            if (String.valueOf(t.getMessage()).contains("native thread")) {
                return true;
            }
        }
        return false;
    }

    public static Failure shortOfThreads(Throwable cause) {
        return Failure.of(ExitCode.OUTPUT_FAILED, "this machine lets the program start no more threads", cause)
                .hint("raise the limit on processes (ulimit -u), or that of the container on pids");
    }

    /** @param file the file that was written to, or null for stdout */
    public static Failure ofOutput(IOException e, String file) {
        if (file == null) {
            return ofDirectOutput(e, "stdout");
        }
        if (e instanceof IncompleteFileException incomplete) {
            return ofIncomplete(incomplete, file);
        }
        if (e instanceof FileLockedException locked) {
            return notWritten(e, file)
                    .with("note", "no file was changed")
                    .hint("run it again; when it stays so, see which process keeps  " + locked.getFile() + "  open");
        }
        return notWritten(e, file)
                .with("note", "no file was changed")
                .hint("check that the folder exists, is writable and has room");
    }

    private static Failure ofIncomplete(IncompleteFileException e, String file) {
        String state = e.isOldContentLost() ? "the file now holds only a part of the list" : "the file was not changed";
        Failure failure = notWritten(e, file).with("note", state + "; it can't be replaced, only overwritten in place");
        return e.copy() == null
                ? failure.hint("make room, then run it again")
                : failure.with("complete copy", e.copy()).hint("make room, then copy it over by hand");
    }

    /** @param target a stream, a device or a pipe: what was written before the failure is out */
    public static Failure ofDirectOutput(IOException e, String target) {
        return isBrokenPipe(e)
                ? Failure.readerGone()
                : notWritten(e, target).hint("check where the output goes, and whether there is room");
    }

    private static Failure notWritten(IOException e, String target) {
        return Failure.of(ExitCode.OUTPUT_FAILED, "can't write " + target + ": " + reason(e), e);
    }

    private static ExitCode exitCode(ApiException.Kind kind) {
        return switch (kind) {
            case SETUP -> ExitCode.SETTINGS;
            case KEY_REJECTED, PERMISSION_MISSING, REFUSED_ON_THE_WAY -> ExitCode.KEY_REFUSED;
            case REFUSED -> ExitCode.REQUEST_REFUSED;
            case RATE_LIMITED, NOT_READY -> ExitCode.RATE_LIMITED;
            case UNAVAILABLE -> ExitCode.UNAVAILABLE;
            case UNTRUSTED -> ExitCode.UNTRUSTED_ANSWER;
        };
    }

    private static String otherKey(String keySource) {
        return "if the API itself refused it, check the key" + (keySource == null ? "" : " (from: " + keySource + ")");
    }

    /** A key from a variable counts before one that is stored: that must be replaced where it is. */
    private static String newKey(String permission, String keySource) {
        boolean variable = keySource != null && keySource.startsWith(Setting.API_KEY.environmentVariable());
        return "create a key with the " + permission + " permission in the dashboard, then  "
                + (variable ? "put it where " + keySource + " has the old one" : "audiences config set apiKey");
    }

    private static String hint(ApiException e, String keySource) {
        String permission = e.permission() == null ? "audiences:read" : e.permission();
        return switch (e.kind()) {
            case SETUP -> "check the settings:  audiences config list";
            case KEY_REJECTED -> newKey(permission, keySource);
            case PERMISSION_MISSING ->
                "give the key the " + permission + " permission, and check that it may use this account group";
            case REFUSED_ON_THE_WAY ->
                "a proxy, a firewall or a content network may have refused this: -v shows what answered; check the base"
                        + " URL too";
            case REFUSED ->
                e.status() == 404
                        ? "check the account group and the base URL;  audiences accounts  lists the groups of this key"
                        : "check --account, --limit and --cursor against what the API says above";
            case NOT_READY -> "run it again later;  audiences get --wait  with the same id waits until it is ready";
            case RATE_LIMITED -> "run it again later, or allow more with --retries and --retry-max-time";
            case UNAVAILABLE -> "run it again in a while";
            case UNTRUSTED -> "run it again with -v, and send the output to the API's support";
        };
    }

    /** In words of our own where Java has only the name of a class, or the path once more. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileSystemLoopException) {
            return "its symbolic links form a loop";
        }
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
            return "a part of its path is not a folder";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "it is a folder";
        }
        if (e instanceof AtomicMoveNotSupportedException) {
            return "the file system can't replace a file at once";
        }
        if (e instanceof ClosedChannelException) {
            return "it was closed";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null || reason.isBlank() ? "the system gives no reason" : reason;
    }

    private static boolean isBrokenPipe(IOException e) {
        String message = e.getMessage();
        return message != null && (message.contains("Broken pipe") || message.contains("EPIPE"));
    }

    /**
     * The run took as long as {@code --max-time} allows.
     *
     * @param pending what it waited for to the last, or null when that is not known
     */
    public static Failure outOfTime(Duration maxTime, String pending) {
        return Failure.of(
                        ExitCode.UNAVAILABLE,
                        "the " + Durations.text(maxTime) + " of " + TimeLimit.MAX_TIME + " are over")
                .with("waiting for", pending)
                .hint("allow more with " + TimeLimit.MAX_TIME);
    }
}
