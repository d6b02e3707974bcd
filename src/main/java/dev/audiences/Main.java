package dev.audiences;

import dev.audiences.cli.Cli;
import dev.audiences.cli.WarmUp;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.process.PollingInputStream;
import dev.audiences.process.PollingOutputStream;
import dev.audiences.process.ProcessEnd;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** The entry point; the only place that touches the process: its arguments, environment, streams and exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        try {
            run(arguments);
        } catch (OutOfMemoryError noMoreThreads) {
            // Before the command line can report it: Java starts threads of its own for the first streams.
            System.err.println("audiences: this machine lets the program start no more threads or use no more memory");
            System.exit(ExitCode.OUTPUT_FAILED.code());
        }
    }

    private static void run(String[] arguments) {
        setUpHttp();
        // From JDK 22 on, System.console() would otherwise give a console without a terminal too.
        System.setProperty("jdk.console", "java.base");
        warmUp(arguments);
        Cli cli = new Cli(environment(), arguments);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> endWhenOutOfMemory(cli, failure));
        System.exit(cli.run().code());
    }

    /** All of these are read once, when the classes concerned are loaded. */
    private static void setUpHttp() {
        // The client would send a GET again on its own when the connection ends before the headers.
        System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
        // The URL has the address of a host, and this field its name; see Route.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        // It would keep Basic credentials from a proxy on CONNECT.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        // A page fits into one buffer, and not into the usual 16 KiB.
        System.setProperty("jdk.httpclient.bufsize", "65536");
        // On two cores the pool would have one thread, and every request would start a thread of its own instead.
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "2");
        // The sandbox's headers and body would leave in two packets, and the second one would wait 40 ms for the
        // client's acknowledgement of the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static void warmUp(String[] arguments) {
        List<Runnable> tasks = WarmUp.of(
                Arrays.asList(arguments),
                System.getenv(),
                System.getProperty("os.name"),
                Boolean.getBoolean("audiences.compiled"));
        for (Runnable task : tasks) {
            Thread thread = new Thread(task, "warm-up");
            thread.setDaemon(true);
            // The first request fails with the same error, and reports it.
            thread.setUncaughtExceptionHandler((failed, failure) -> {});
            try {
                thread.start();
            } catch (OutOfMemoryError noMoreThreads) {
                // So is this: the request needs threads too.
                return;
            }
        }
    }

    /**
     * Ends the program when another thread runs out of memory: the main one would wait for what that thread was to
     * bring. Other failures there reach the request that they concern. Java's own handler would print a stack trace.
     */
    private static void endWhenOutOfMemory(Cli cli, Throwable failure) {
        if (failure instanceof OutOfMemoryError e) {
            System.exit(cli.outOfMemory(e).code());
        }
    }

    private static Environment environment() {
        return new Environment(
                System.getenv(),
                new PollingInputStream(new FileInputStream(FileDescriptor.in)),
                // Not System.out: it swallows the errors of its writes.
                Boolean.getBoolean("audiences.stdout.closed")
                        ? new ClosedStream()
                        : new PollingOutputStream(new FileOutputStream(FileDescriptor.out)),
                new PollingOutputStream(new FileOutputStream(FileDescriptor.err)),
                terminal(),
                Clock.systemUTC(),
                System::nanoTime,
                duration -> Thread.sleep(duration.toMillis()),
                SplittableRandom::new,
                Main::password,
                ProcessEnd::onShutdown,
                new ProcessEnd(),
                System.getProperty("os.name"));
    }

    /**
     * What the launcher found out. Without the launcher, as from the plain jar, a console means that both stdin and
     * stdout are terminals, and the width is unknown.
     */
    @SuppressWarnings("SystemConsoleNull") // See main.
    private static StandardStreams terminal() {
        if (!Boolean.getBoolean("audiences.launcher")) {
            boolean console = System.console() != null;
            return new StandardStreams(console, console, false, false, 0);
        }
        return new StandardStreams(
                Boolean.getBoolean("audiences.stdin.terminal"),
                Boolean.getBoolean("audiences.stdout.terminal"),
                Boolean.getBoolean("audiences.stdout.pipe"),
                Boolean.getBoolean("audiences.stderr.terminal"),
                Integer.getInteger("audiences.terminal.width", 0));
    }

    @SuppressWarnings("SystemConsoleNull") // See main.
    private static char[] password(String prompt) {
        Console console = System.console();
        if (console == null) {
            return null;
        }
        char[] typed = console.readPassword("%s", prompt);
        return typed == null ? new char[0] : typed;
    }

    /** Stands in for a stdout that was closed before the program began. */
    private static final class ClosedStream extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("it is closed");
        }
    }
}
