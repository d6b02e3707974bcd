package dev.audiences.cli;

import dev.audiences.config.ConfigEditor;
import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import dev.audiences.config.Sourced;
import dev.audiences.output.TerminalText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code audiences config}: one class for its five actions, which share the file, the profile and the names. */
final class ConfigCommand implements Command {
    private static final int LONGEST_KEY = 64 << 10;

    /** What can be done to the config file. */
    enum Action {
        GET("Print one setting, as it counts now.", "KEY"),
        SET("Set a value in the config file.", "KEY [VALUE]"),
        UNSET("Take a value out of the config file.", "KEY"),
        LIST("Show every setting and where it comes from; the API key is masked.", ""),
        PATH("Print the path of the config file.", "");

        private final String summary;
        private final String parameters;

        Action(String summary, String parameters) {
            this.summary = summary;
            this.parameters = parameters;
        }

        String commandName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Environment environment;
    private final Talk talk;
    private final Action action;
    private final OptionSpec profile = OptionSpecs.text("NAME", "Use this profile of the config file.", "--profile");
    private final PositionalParamSpec key = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(String.class)
            .paramLabel("KEY")
            .completionCandidates(keys())
            .description("One of " + String.join(", ", keys()) + ".")
            .build();
    private final PositionalParamSpec value = PositionalParamSpec.builder()
            .index("1")
            .arity("0..1")
            .type(String.class)
            .paramLabel("VALUE")
            .description("The new value. Never given for apiKey: that is asked for without echo, or read from stdin.")
            .build();
    private final TalkOptions talking = new TalkOptions();

    ConfigCommand(Environment environment, Talk talk, Action action) {
        this.environment = environment;
        this.talk = talk;
        this.action = action;
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            keys.add(setting.configKey());
        }
        return keys;
    }

    /** The model of {@code audiences config} itself, which only groups its actions. */
    static CommandSpec group() {
        CommandSpec spec = OptionSpecs.command(
                "config", "Get, set, unset and list settings.", "", "audiences config COMMAND [OPTIONS]");
        spec.addOption(OptionSpecs.help());
        spec.usageMessage()
                .commandListHeading("%nCommands:%n")
                .footer(
                        "",
                        "Examples:",
                        "  audiences config set apiKey                   asks for the key",
                        "  audiences config set accountGroupId ID --profile work",
                        "  audiences config list");
        return spec;
    }

    @Override
    public CommandSpec spec() {
        String parameters = action.parameters.isEmpty() ? "" : " " + action.parameters;
        CommandSpec spec = OptionSpecs.command(
                action.commandName(),
                action.summary,
                "",
                "audiences config " + action.commandName() + parameters + " [OPTIONS]");
        spec.usageMessage().parameterListHeading("Parameters:%n");
        switch (action) {
            case GET, UNSET -> spec.addPositional(key);
            case SET -> spec.addPositional(key).addPositional(value);
            case LIST, PATH -> {}
        }
        spec.addOption(profile);
        talking.addTo(spec);
        spec.usageMessage().footer(examples());
        return spec;
    }

    private String[] examples() {
        return switch (action) {
            case GET ->
                new String[] {
                    "",
                    "Examples:",
                    "  audiences config get baseUrl",
                    "  audiences config get output --profile work",
                    "  account=$(audiences config get accountGroupId)"
                };
            case SET ->
                new String[] {
                    "",
                    "Examples:",
                    "  audiences config set apiKey",
                    "  pass show audiences | audiences config set apiKey",
                    "  audiences config set apiKeyCommand '[\"pass\", \"show\", \"audiences\"]'"
                };
            case UNSET ->
                new String[] {
                    "",
                    "Examples:",
                    "  audiences config unset apiKey",
                    "  audiences config unset output --profile work",
                    "  audiences config unset profile"
                };
            case LIST ->
                new String[] {
                    "",
                    "Examples:",
                    "  audiences config list",
                    "  audiences config list --profile work",
                    "  AUDIENCES_PROFILE=work audiences config list"
                };
            case PATH ->
                new String[] {
                    "",
                    "Examples:",
                    "  audiences config path",
                    "  cat \"$(audiences config path)\"",
                    "  AUDIENCES_CONFIG=./ci.json audiences config path"
                };
        };
    }

    @Override
    public ExitCode run() throws Failure {
        talking.apply(talk);
        try {
            return switch (action) {
                case GET -> get(setting());
                case SET -> set(setting());
                case UNSET -> unset(setting());
                case LIST -> list();
                case PATH -> print(path() + "\n");
            };
        } catch (ConfigException e) {
            throw Failures.of(e);
        }
    }

    private Setting setting() throws Failure {
        String name = key.getValue();
        Setting setting = Setting.ofConfigKey(name);
        if (setting == null) {
            throw Failure.usage("there is no setting '" + name + "'", "one of " + String.join(", ", keys()));
        }
        if (profileName() != null && !setting.inProfiles()) {
            throw Failure.usage("a profile can't hold '" + name + "'", "leave out --profile");
        }
        return setting;
    }

    private String profileName() {
        return profile.getValue();
    }

    private Settings settings() throws ConfigException {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        if (profileName() != null) {
            options.put(Setting.PROFILE, profileName());
        }
        return Settings.load(environment.variables(), options, environment.osName());
    }

    private ConfigEditor editor() throws ConfigException {
        return ConfigEditor.open(environment.variables(), environment.osName());
    }

    private ExitCode get(Setting setting) throws ConfigException, Failure {
        Settings settings = settings();
        Sourced found =
                switch (setting) {
                    case API_KEY -> settings.describeKey();
                    case API_KEY_COMMAND -> fromFile(settings);
                    case ACCOUNT_GROUP_ID, BASE_URL, OUTPUT, PROFILE -> settings.get(setting);
                };
        if (found == null) {
            throw Failure.of(ExitCode.SETTINGS, setting.configKey() + " is not set")
                    .hint("audiences config set " + setting.configKey());
        }
        return print(found.value() + "\n");
    }

    private Sourced fromFile(Settings settings) throws ConfigException {
        Sourced chosen = settings.get(Setting.PROFILE);
        ConfigEditor editor = editor();
        String inProfile = chosen == null ? null : editor.get(Setting.API_KEY_COMMAND, chosen.value());
        String command = inProfile == null ? editor.get(Setting.API_KEY_COMMAND, null) : inProfile;
        return command == null ? null : new Sourced(command, settings.path().toString());
    }

    private ExitCode set(Setting setting) throws ConfigException, Failure {
        String given = value.getValue();
        if (setting == Setting.API_KEY && given != null) {
            throw Failure.usage(
                    "the API key is never given as an argument: other users of this machine could read it",
                    "audiences config set apiKey  asks for it; in a script, pipe it into stdin");
        }
        if (setting != Setting.API_KEY && given == null) {
            throw Failure.usage("a value is missing", "audiences config set " + setting.configKey() + " VALUE");
        }
        ConfigEditor editor = editor();
        String checked = SettingCheck.check(setting, given == null ? readKey() : given);
        try {
            editor.set(setting, profileName(), checked);
        } catch (IOException e) {
            throw Failures.ofOutput(e, editor.path().toString());
        }
        talk.say(setting.configKey() + " is set in " + where(editor));
        return ExitCode.OK;
    }

    private ExitCode unset(Setting setting) throws ConfigException, Failure {
        ConfigEditor editor = editor();
        try {
            boolean wasSet = editor.unset(setting, profileName());
            talk.say(setting.configKey() + (wasSet ? " is no longer set in " : " was not set in ") + where(editor));
            return ExitCode.OK;
        } catch (IOException e) {
            throw Failures.ofOutput(e, editor.path().toString());
        }
    }

    private String where(ConfigEditor editor) {
        return (profileName() == null ? "" : "profile " + profileName() + " of ") + editor.path();
    }

    private String readKey() throws Failure {
        if (environment.terminal().stdin()) {
            char[] typed = environment.passwordPrompt().apply("API key (not shown): ");
            if (typed != null) {
                return new String(typed);
            }
        }
        try {
            byte[] bytes = environment.stdin().readNBytes(LONGEST_KEY + 1);
            if (bytes.length <= LONGEST_KEY) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
            throw Failure.of(ExitCode.SETTINGS, "stdin holds more than a key").hint("pipe the key and nothing else");
        } catch (IOException e) {
            throw Failure.of(ExitCode.SETTINGS, "the key can't be read from stdin", e)
                    .hint("pipe the key into it");
        }
    }

    private ExitCode list() throws ConfigException, Failure {
        Settings settings = settings();
        StringBuilder text = new StringBuilder();
        for (Setting setting : Setting.values()) {
            Sourced found = setting == Setting.API_KEY ? settings.describeKey() : settings.get(setting);
            if (setting != Setting.API_KEY_COMMAND) {
                row(text, setting.configKey(), found);
            }
        }
        if (!settings.profiles().isEmpty()) {
            text.append(TerminalText.visible("profiles        " + String.join(", ", settings.profiles())))
                    .append('\n');
        }
        return print(text.toString());
    }

    private static void row(StringBuilder text, String name, Sourced found) {
        String value = found == null ? "(not set)" : found.value() + "  (" + found.source() + ")";
        text.append(TerminalText.visible(name + " ".repeat(16 - name.length()) + value))
                .append('\n');
    }

    private String path() throws ConfigException {
        java.nio.file.Path path = ConfigEditor.pathOf(environment.variables(), environment.osName());
        return path.toString();
    }

    private ExitCode print(String text) throws Failure {
        return Stdout.print(environment, text);
    }
}
