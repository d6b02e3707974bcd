package dev.audiences.cli;

import dev.audiences.api.ApiClient;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.session.ConnectionOptions;
import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Prepares what the first request needs while the command line is still being parsed. Over HTTPS a run of one page takes
 * three quarters of the time, and the trust store is being read while the server is connected to.
 *
 * <p>It searches the arguments for a few words and does not parse them. Until another thread runs what it returns, it
 * uses of other classes constants only, which the compiler copies: calling a method would load the class first. A wrong
 * guess costs a little time and nothing else.
 */
public final class WarmUp {
    private final List<String> arguments;
    private final Map<String, String> variables;
    private final String osName;

    private WarmUp(List<String> arguments, Map<String, String> variables, String osName) {
        this.arguments = arguments;
        this.variables = variables;
        this.osName = osName;
    }

    /**
     * What other threads should run, a thread each; empty when the command sends no request.
     *
     * @param variables the environment variables
     * @param osName as in the system property {@code os.name}
     */
    public static List<Runnable> of(List<String> arguments, Map<String, String> variables, String osName) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        boolean sendsRequests = command.equals(Cli.LIST) || command.equals(Cli.ACCOUNTS);
        if (!sendsRequests || arguments.contains(Option.HELP) || arguments.contains(Option.HELP_SHORT)) {
            return List.of();
        }
        if (arguments.contains(ConnectionOptions.SANDBOX)) {
            return List.of(() -> ApiClient.warmUp());
        }
        WarmUp warmUp = new WarmUp(arguments, variables, osName);
        FutureTask<Boolean> encrypted = new FutureTask<>(warmUp::isEncrypted);
        return List.of(
                () -> {
                    ApiClient.warmUp();
                    if (isTrue(encrypted)) {
                        ApiClient.warmUpTls();
                    }
                },
                () -> {
                    if (isTrue(encrypted)) {
                        ApiClient.warmUpTrust();
                    }
                });
    }

    private static boolean isTrue(FutureTask<Boolean> question) {
        // Only the first thread works on it.
        question.run();
        try {
            return question.get();
        } catch (InterruptedException | ExecutionException e) {
            // The command reports what is wrong with the settings.
            return false;
        }
    }

    private boolean isEncrypted() throws ConfigException {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        add(options, Setting.PROFILE, ConnectionOptions.PROFILE);
        add(options, Setting.BASE_URL, ConnectionOptions.BASE_URL);
        return Settings.load(variables, options, osName).baseUrl().getScheme().equals("https");
    }

    /** Adds the value of an option, if it is among the arguments. */
    private void add(Map<Setting, String> options, Setting setting, String name) {
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(name + "=")) {
                options.put(setting, argument.substring(name.length() + 1));
            } else if (argument.equals(name) && i + 1 < arguments.size()) {
                options.put(setting, arguments.get(i + 1));
            }
        }
    }
}
