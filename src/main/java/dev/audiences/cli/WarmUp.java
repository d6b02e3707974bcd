package dev.audiences.cli;

import dev.audiences.api.ApiClient;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.session.ConnectionOptions;
import java.util.List;
import java.util.Map;

/**
 * Readies what the first request needs while the command line is still being parsed.
 *
 * <p>It only glances at the arguments, and uses constants of the other classes and none of their code, which would be
 * loaded first. A wrong guess costs a little time and nothing else.
 */
public final class WarmUp {
    private WarmUp() {}

    /**
     * What another thread should run, or null when the command is not going to ask the API.
     *
     * @param variables the environment variables
     */
    public static Runnable of(List<String> arguments, Map<String, String> variables) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        boolean asks = command.equals(Cli.LIST) || command.equals(Cli.ACCOUNTS);
        if (!asks || arguments.contains(Option.HELP) || arguments.contains(Option.HELP_SHORT)) {
            return null;
        }
        String baseUrl = variables.get("AUDIENCES_BASE_URL");
        boolean plain = arguments.contains(ConnectionOptions.SANDBOX) || baseUrl != null && baseUrl.startsWith("http:");
        return () -> ApiClient.warmUp(!plain);
    }
}
