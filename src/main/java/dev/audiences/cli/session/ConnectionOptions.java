package dev.audiences.cli.session;

import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.config.Setting;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Which API the requests go to, and with which settings. */
public final class ConnectionOptions {
    public static final String SANDBOX = "--sandbox";
    public static final String PROFILE = "--profile";
    public static final String BASE_URL = "--base-url";

    private final Option<String> profile =
            Option.text("NAME", "Take the settings of this profile of the config file.", PROFILE);
    private final Option<String> baseUrl = Option.text("URL", "Ask the API at this URL.", BASE_URL);
    private final Option<Boolean> sandbox =
            Option.flag("Run against a built-in imitation of the API: no key and no network needed.", SANDBOX);

    public void addTo(CommandSpec spec) {
        profile.addTo(spec, OptionGroup.CONNECTION);
        baseUrl.addTo(spec, OptionGroup.CONNECTION);
        sandbox.addTo(spec, OptionGroup.CONNECTION);
    }

    /** Adds the values that settings may come from, for {@link dev.audiences.config.Settings#load}. */
    public void addTo(Map<Setting, String> options) throws Failure {
        if (sandbox.isSet() && baseUrl.isSet()) {
            throw Failure.usage("--sandbox and --base-url exclude each other", "leave one of them out");
        }
        if (profile.isSet()) {
            options.put(Setting.PROFILE, profile.value());
        }
        if (baseUrl.isSet()) {
            options.put(Setting.BASE_URL, baseUrl.value());
        }
    }

    /** Whether the requests go to a sandbox that the command starts itself. */
    public boolean sandbox() {
        return sandbox.isSet();
    }
}
