package dev.audiences.cli.console;

import dev.audiences.http.Sleeper;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Everything outside the program that a command may touch.
 *
 * @param variables the environment variables
 * @param stdout unbuffered; a write that fails throws
 * @param nanoTime a clock in nanoseconds that never goes back
 * @param random made when it is needed for the first time: most runs need none
 * @param passwordPrompt asks at the terminal without echo; gives nothing at its end, null without a terminal
 * @param onShutdown runs its argument when the program is ended by a signal or the watchdog; returns what unregisters
 *     it
 * @param osName as in the system property {@code os.name}
 */
public record Environment(
        Map<String, String> variables,
        InputStream stdin,
        OutputStream stdout,
        OutputStream stderr,
        StandardStreams terminal,
        Clock clock,
        LongSupplier nanoTime,
        Sleeper sleeper,
        Supplier<RandomGenerator> random,
        Function<String, char[]> passwordPrompt,
        Function<Runnable, Runnable> onShutdown,
        Watchdog watchdog,
        String osName) {

    /** Without the values of the variables: the API key may be one. */
    @Override
    public String toString() {
        return "Environment" + variables.keySet();
    }

    /** The value of a variable, or null when it is not set or empty. */
    public String variable(String name) {
        String value = variables.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
