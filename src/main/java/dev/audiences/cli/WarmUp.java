package dev.audiences.cli;

import dev.audiences.api.ApiClient;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.session.ConnectionOptions;
import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Prepares what the first request needs while the command line is still being parsed. The trust store is read while the
 * server is connected to, and not at all for plain HTTP.
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
     * @param compiled whether the program is a native executable, which has no classes to load
     */
    public static List<Runnable> of(
            List<String> arguments, Map<String, String> variables, String osName, boolean compiled) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        boolean sendsRequests =
                switch (command) {
                    case Cli.LIST, Cli.GET, Cli.FOLDERS, Cli.PROSPECTS, Cli.ACCOUNTS -> true;
                    default -> false;
                };
        if (!sendsRequests || arguments.contains(Option.HELP) || arguments.contains(Option.HELP_SHORT)) {
            return List.of();
        }
        List<Runnable> tasks = new ArrayList<>();
        if (!compiled) {
            tasks.add(() -> ApiClient.warmUp());
        }
        if (!arguments.contains(ConnectionOptions.SANDBOX)) {
            tasks.add(new WarmUp(arguments, variables, osName)::readTrustStore);
        }
        return tasks;
    }

    private void readTrustStore() {
        try {
            if (isEncrypted()) {
                ApiClient.warmUpTrust();
            }
        } catch (ConfigException e) {
            // The command reports what is wrong with the settings.
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
