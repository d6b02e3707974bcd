package dev.audiences.cli.config;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Parameter;
import dev.audiences.config.Setting;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The name of a setting as the first argument of an action of {@code audiences config}. */
final class ConfigKey {
    private final List<String> names = new ArrayList<>();
    private final Parameter<String> key;
    private String synopsis;

    /** @param more names that the action takes besides those of settings; its help explains them */
    ConfigKey(String... more) {
        for (Setting setting : Setting.values()) {
            names.add(setting.configKey());
        }
        String settings = String.join(", ", names);
        names.addAll(List.of(more));
        key = Parameter.choice(names, "KEY", "One of " + settings + ".");
    }

    void addTo(CommandSpec spec) {
        synopsis = spec.usageMessage().customSynopsis()[0];
        key.addTo(spec);
    }

    /** @throws Failure when none was given */
    String name() throws Failure {
        String name = key.value();
        if (name == null) {
            throw Failure.of(ExitCode.USAGE, "a KEY is missing")
                    .with("usage", synopsis)
                    .hint("one of " + String.join(", ", names));
        }
        return name;
    }

    /** @throws Failure when there is no such setting, or when a profile is chosen and can't hold it */
    Setting in(ConfigScope scope) throws Failure {
        String name = name();
        Setting setting = Setting.ofConfigKey(name);
        if (setting == null) {
            // Anything else may be a key in the wrong place.
            String shown = name.chars().allMatch(Character::isLetter)
                    ? "there is no setting '" + name + "'"
                    : "there is no such setting";
            throw Failure.usage(shown, "one of " + String.join(", ", names));
        }
        if (scope.profile() != null && !setting.inProfiles()) {
            throw Failure.usage("a profile can't hold '" + name + "'", "leave out --profile");
        }
        return setting;
    }
}
