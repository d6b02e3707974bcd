package dev.audiences.cli;

import dev.audiences.config.Setting;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The name of a setting as the first argument of an action of {@code audiences config}. */
final class ConfigKey {
    private final PositionalParamSpec key = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(String.class)
            .paramLabel("KEY")
            .completionCandidates(names())
            .description("One of " + String.join(", ", names()) + ".")
            .build();

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            names.add(setting.configKey());
        }
        return names;
    }

    void addTo(CommandSpec spec) {
        spec.addPositional(key);
    }

    /** @throws Failure when there is no such setting, or none that a profile can hold when one is named */
    Setting in(ConfigScope scope) throws Failure {
        String name = key.getValue();
        Setting setting = Setting.ofConfigKey(name);
        if (setting == null) {
            throw Failure.usage("there is no setting '" + name + "'", "one of " + String.join(", ", names()));
        }
        if (scope.profile() != null && !setting.inProfiles()) {
            throw Failure.usage("a profile can't hold '" + name + "'", "leave out --profile");
        }
        return setting;
    }
}
