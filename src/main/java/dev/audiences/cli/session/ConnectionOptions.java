package dev.audiences.cli.session;

import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.OptionSpecs;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import dev.audiences.http.RetryPolicy;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Which API is asked, and with which settings. */
public final class ConnectionOptions {
    public static final String SANDBOX = "--sandbox";

    private final OptionSpec profile =
            OptionSpecs.text("NAME", "Take the settings of this profile of the config file.", "--profile");
    private final OptionSpec baseUrl = OptionSpecs.text("URL", "Ask the API at this URL.", "--base-url");
    private final OptionSpec sandbox =
            OptionSpecs.flag("Run against a built-in imitation of the API: no key and no network needed.", SANDBOX);

    public void addTo(CommandSpec spec) {
        spec.addOption(profile).addOption(baseUrl).addOption(sandbox);
    }

    /** What goes into {@link Settings#load}. */
    public void addTo(Map<Setting, String> options) throws Failure {
        if (OptionSpecs.isSet(sandbox) && baseUrl.getValue() != null) {
            throw Failure.usage("--sandbox and --base-url exclude each other", "leave one of them out");
        }
        if (profile.getValue() != null) {
            options.put(Setting.PROFILE, profile.getValue());
        }
        if (baseUrl.getValue() != null) {
            options.put(Setting.BASE_URL, baseUrl.getValue());
        }
    }

    /** A session with what the settings name, or with a sandbox of its own. */
    public Session open(Settings settings, RetryPolicy retries, Environment environment, Messages messages)
            throws Failure {
        return OptionSpecs.isSet(sandbox)
                ? Session.sandbox(settings, retries, environment, messages)
                : Session.open(settings, retries, environment, messages);
    }
}
