package dev.audiences.cli;

import dev.audiences.api.ApiClient;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.session.ConnectionOptions;
import java.util.List;
import java.util.Map;

/**
 * Prepares what the first request needs while the command line is still being parsed.
 *
 * <p>It searches the arguments for a few words and does not parse them. Of other classes it uses constants only, which
 * the compiler copies: calling a method would load the class first. A wrong guess costs a little time and nothing else.
 */
public final class WarmUp {
    private WarmUp() {}

    /**
     * What another thread should run, or null when the command sends no request.
     *
     * @param variables the environment variables
     */
    public static Runnable of(List<String> arguments, Map<String, String> variables) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        boolean sendsRequests = command.equals(Cli.LIST) || command.equals(Cli.ACCOUNTS);
        if (!sendsRequests || arguments.contains(Option.HELP) || arguments.contains(Option.HELP_SHORT)) {
            return null;
        }
        String baseUrl = variables.get("AUDIENCES_BASE_URL");
        boolean plain = arguments.contains(ConnectionOptions.SANDBOX) || baseUrl != null && baseUrl.startsWith("http:");
        return () -> ApiClient.warmUp(!plain);
    }
}
