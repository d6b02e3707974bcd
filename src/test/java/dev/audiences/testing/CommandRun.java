package dev.audiences.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.audiences.cli.Cli;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.cli.console.Watchdog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs command lines in this process and captures the output. The clock advances only by the delays, which do not
 * block; the API key is a canary that must not appear in any output.
 */
public final class CommandRun {
    public static final String CANARY = "sk_live_canary0123456789";
    static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final Map<String, String> variables = new HashMap<>();
    private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong nanos = new AtomicLong();
    private byte[] stdin = {};
    private String typed;
    private StandardStreams terminal = StandardStreams.NONE;
    private OutputStream stdout;
    private final List<Runnable> shutdownHooks = Collections.synchronizedList(new ArrayList<>());
    private final List<Alarm> alarms = Collections.synchronizedList(new ArrayList<>());
    private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    private Result ended;
    private String osName = System.getProperty("os.name");

    public CommandRun() {
        variables.put("AUDIENCES_API_KEY", CANARY);
        variables.put("AUDIENCES_ACCOUNT_GROUP_ID", "group-1");
    }

    /** Makes a run with the server at this URL. */
    public static CommandRun against(String baseUrl) {
        return new CommandRun().with("AUDIENCES_BASE_URL", baseUrl);
    }

    public CommandRun with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    public CommandRun without(String variable) {
        variables.remove(variable);
        return this;
    }

    public CommandRun stdin(String text) {
        stdin = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /** Types this at the prompt of a terminal. */
    public CommandRun typed(String text) {
        typed = text;
        return terminal(new StandardStreams(true, true, false, true, 80));
    }

    public CommandRun terminal(StandardStreams terminal) {
        this.terminal = terminal;
        return this;
    }

    public CommandRun osName(String osName) {
        this.osName = osName;
        return this;
    }

    /** Writes to this stream instead of capturing the output. */
    public CommandRun stdout(OutputStream stdout) {
        this.stdout = stdout;
        return this;
    }

    /** Runs the shutdown hooks, as a signal does; call it while a command runs. */
    public void shutDown() {
        List.copyOf(shutdownHooks).forEach(Runnable::run);
    }

    /** A scheduled action of the watchdog. */
    private record Alarm(long dueNanos, Runnable action) {}

    /** Advances the clock, and runs the actions of the watchdog that are due; call it while a command runs. */
    public void timePasses(Duration duration) {
        long now = nanos.addAndGet(duration.toNanos());
        for (Alarm alarm : List.copyOf(alarms)) {
            if (alarm.dueNanos() <= now && alarms.remove(alarm)) {
                alarm.action().run();
            }
        }
    }

    /** Captures the result at the exit of the process; the command continues here, since the test can't exit. */
    private final class EndOfRun implements Watchdog {
        @Override
        public Runnable schedule(Duration delay, Runnable action) {
            Alarm alarm = new Alarm(nanos.get() + delay.toNanos(), action);
            alarms.add(alarm);
            return () -> alarms.remove(alarm);
        }

        @Override
        public void end(Runnable lastMessage, ExitCode exitCode) {
            lastMessage.run();
            shutDown();
            ended = new Result(exitCode.code(), new byte[0], stderr.toString(StandardCharsets.UTF_8), List.of());
        }
    }

    /** The result of a command line. */
    public record Result(int exitCode, byte[] stdout, String stderr, List<Duration> waits) {
        public String out() {
            return new String(stdout, StandardCharsets.UTF_8);
        }

        public Result expect(ExitCode expected) {
            assertEquals(expected.code(), exitCode, () -> "stderr: " + stderr);
            return this;
        }

        public Result expect(ExitCode expected, String stdout, String stderr) {
            expect(expected);
            assertEquals(stdout, out());
            assertEquals(stderr, this.stderr);
            return this;
        }
    }

    public Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stderr.reset();
        Environment environment = environment(out);
        assertFalse(environment.toString().contains(CANARY), "the environment prints the key");
        ExitCode exitCode = new Cli(environment, arguments).run();
        String err = stderr.toString(StandardCharsets.UTF_8);
        assertFalse(err.contains(CANARY), () -> "the key is on stderr: " + err);
        assertFalse(out.toString(StandardCharsets.UTF_8).contains(CANARY), "the key is on stdout");
        return ended != null ? ended : new Result(exitCode.code(), out.toByteArray(), err, List.copyOf(waits));
    }

    /** The model of all commands. */
    public CommandSpec model() {
        return new Cli(environment(OutputStream.nullOutputStream())).wholeModel();
    }

    private Environment environment(OutputStream out) {
        return new Environment(
                Map.copyOf(variables),
                new ByteArrayInputStream(stdin),
                stdout == null ? out : stdout,
                stderr,
                terminal,
                Clock.fixed(NOW, ZoneOffset.UTC),
                nanos::get,
                duration -> {
                    waits.add(duration);
                    timePasses(duration);
                },
                () -> new SplittableRandom(7),
                prompt -> typed == null ? null : typed.toCharArray(),
                action -> {
                    shutdownHooks.add(action);
                    return () -> shutdownHooks.remove(action);
                },
                new EndOfRun(),
                osName);
    }
}
