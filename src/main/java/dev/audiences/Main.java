package dev.audiences;

import dev.audiences.api.ApiClient;
import dev.audiences.cli.Cli;
import dev.audiences.cli.Environment;
import dev.audiences.cli.ExitCode;
import dev.audiences.cli.Terminal;
import java.io.BufferedInputStream;
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
        // From JDK 22 on, System.console() would otherwise give a console without a terminal too.
        System.setProperty("jdk.console", "java.base");
        warmUp(arguments);
        ExitCode exitCode = new Cli(environment(), arguments).run();
        System.exit(exitCode.code());
    }

    /** Readies the HTTP client on another thread for the commands that ask the API. */
    private static void warmUp(String[] arguments) {
        String command = arguments.length == 0 ? "" : arguments[0];
        if (!command.equals("list") && !command.equals("accounts")) {
            return;
        }
        List<String> all = Arrays.asList(arguments);
        if (all.contains("--help") || all.contains("-h")) {
            return;
        }
        String baseUrl = System.getenv("AUDIENCES_BASE_URL");
        boolean plain = all.contains("--sandbox") || (baseUrl != null && baseUrl.startsWith("http:"));
        Thread thread = new Thread(() -> ApiClient.warmUp(!plain), "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static Environment environment() {
        return new Environment(
                System.getenv(),
                // Buffered because the bare stream's readNBytes fails on a pipe: it asks for the position in a file.
                new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
                // Not System.out: it swallows the errors of its writes.
                Boolean.getBoolean("audiences.stdout.closed")
                        ? new ClosedStream()
                        : new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                terminal(),
                Clock.systemUTC(),
                System::nanoTime,
                duration -> Thread.sleep(duration.toMillis()),
                SplittableRandom::new,
                Main::password,
                Main::onShutdown,
                System.getProperty("os.name"));
    }

    /**
     * What the launcher found out; see there. Without it, as from the plain jar, a console tells that both stdin and
     * stdout are terminals, and nothing tells the width.
     */
    @SuppressWarnings("SystemConsoleNull") // See main.
    private static Terminal terminal() {
        if (!Boolean.getBoolean("audiences.launcher")) {
            boolean console = System.console() != null;
            return new Terminal(console, console, false, false, 0);
        }
        return new Terminal(
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

    private static Runnable onShutdown(Runnable action) {
        Thread hook = new Thread(action, "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The hook is running already.
            }
        };
    }

    /** Stands in for a stdout that was closed before the program began. */
    private static final class ClosedStream extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("it is closed");
        }
    }
}
