package dev.audiences.cli.config;

import dev.audiences.cli.console.AccountGroupIds;
import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.FailureMessages;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.Parameter;
import dev.audiences.cli.console.VerbosityOptions;
import dev.audiences.config.ApiKey;
import dev.audiences.config.ConfigEditor;
import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import dev.audiences.config.SettingValue;
import dev.audiences.output.Format;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences config set}: stores a value in the config file. */
final class ConfigSetCommand implements Command {
    /** What Java puts for bytes of an argument that are not UTF-8. */
    private static final char UNDECODABLE = '\uFFFD';

    private static final String PROMPT = "the prompt";

    private final Environment environment;
    private final Messages messages;
    private final ConfigKey key = new ConfigKey();
    private final Parameter<String> value = Parameter.optionalSecond(
            "VALUE", "The new value. Never given for apiKey: that is asked for without echo, or read from stdin.");
    private final ConfigScope scope;
    private final Option<Boolean> noCheck =
            Option.flag("Do not try a key that was typed at the prompt; one from stdin is never tried.", "--no-check");
    private final VerbosityOptions verbosity = new VerbosityOptions();

    ConfigSetCommand(Environment environment, Messages messages) {
        this.environment = environment;
        this.messages = messages;
        this.scope = new ConfigScope(environment);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(
                "set", "Set a value in the config file.", "", "audiences config set KEY [VALUE] [OPTIONS]");
        key.addTo(spec);
        value.addTo(spec);
        scope.addTo(spec);
        noCheck.addTo(spec, OptionGroup.CONNECTION);
        verbosity.addTo(spec);
        spec.usageMessage()
                .footer(
                        "",
                        "Examples:",
                        "  audiences config set apiKey",
                        "  pass show audiences | audiences config set apiKey",
                        "  audiences config set apiKeyCommand '[\"pass\", \"show\", \"audiences\"]'");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure, InterruptedException {
        verbosity.apply(messages);
        Setting setting = key.in(scope);
        String given = value.value();
        if (setting == Setting.API_KEY && given != null) {
            throw Failure.usage(
                    "the API key is never given as an argument: other users of this machine could read it",
                    "audiences config set apiKey  asks for it; in a script, pipe it into stdin");
        }
        if (setting != Setting.API_KEY && given == null) {
            throw Failure.usage("a value is missing", "audiences config set " + setting.configKey() + " VALUE");
        }
        if (given != null && given.isEmpty()) {
            throw Failure.usage("the value is empty", "audiences config unset " + setting.configKey());
        }
        if (given != null && given.indexOf(UNDECODABLE) >= 0) {
            throw Failure.usage("the value is not UTF-8", "write it in a terminal that is set to UTF-8");
        }
        ConfigEditor editor = scope.editor();
        SettingValue stored = given == null ? readKey() : new SettingValue(given, "the argument");
        Setting replaced = set(editor, setting, stored);
        messages.info(setting.configKey() + " is set in " + scope.describe(editor));
        if (replaced != null) {
            messages.info(
                    replaced.configKey() + " is no longer set there: " + setting.configKey() + " takes its place");
        }
        noteObstacles(setting, given, editor);
        if (stored.source().equals(PROMPT)) {
            KeyCheck check = new KeyCheck(environment, messages, scope);
            if (noCheck.isSet()) {
                check.leaveOut();
            } else {
                check.run(key(stored));
            }
        }
        return ExitCode.OK;
    }

    /** Reports what keeps the new value from being used. */
    private void noteObstacles(Setting setting, String value, ConfigEditor editor) {
        String variable = setting.variableIn(environment.variables());
        if (variable != null) {
            messages.info("note: " + variable + " is set and goes before it");
        }
        if (setting == Setting.PROFILE && !editor.profiles().contains(value)) {
            String there = String.join(", ", editor.profiles());
            messages.info("note: there is no profile '" + value + "' in the config file yet; "
                    + (there.isEmpty() ? "it holds none" : "there are " + there));
        }
    }

    /** Stores the value, and returns the setting that it replaces, or null. */
    private Setting set(ConfigEditor editor, Setting setting, SettingValue value) throws Failure {
        try {
            return editor.set(setting, scope.profile(), checked(setting, value));
        } catch (ConfigException e) {
            throw FailureMessages.of(e);
        } catch (IOException e) {
            throw FailureMessages.ofOutput(e, editor.path().toString());
        }
    }

    /**
     * The value as it is stored. What the next command would refuse is refused here; but a profile may be chosen before
     * it is made.
     */
    private static String checked(Setting setting, SettingValue value) throws ConfigException, Failure {
        if (setting == Setting.ACCOUNT_GROUP_ID) {
            AccountGroupIds.require(value.value());
        }
        if (setting == Setting.OUTPUT) {
            return format(value.value()).toString();
        }
        return setting.normalize(value);
    }

    private static Format format(String name) throws Failure {
        Format format = Format.of(name);
        if (format == null) {
            throw Failure.usage(
                    "there is no output format '" + name + "'", "one of " + String.join(", ", Format.names()));
        }
        return format;
    }

    private String typedKey() throws Failure {
        // Ctrl-C is not echoed either: without a line break, the shell would print its prompt behind ours.
        Runnable unregisterHook = environment.onShutdown().apply(this::endLine);
        char[] typed = environment.passwordPrompt().apply("API key (not shown): ");
        unregisterHook.run();
        if (typed == null) {
            throw Failure.of(ExitCode.SETTINGS, "the key can't be asked for without echo: stdout is not a terminal")
                    .hint("let stdout be the terminal, or pipe the key into stdin");
        }
        return new String(typed);
    }

    private void endLine() {
        try {
            environment.stdout().write('\n');
        } catch (IOException e) {
            // The program is ending, and the terminal with it.
        }
    }

    private static ApiKey key(SettingValue stored) throws Failure {
        try {
            return ApiKey.of(stored.value(), stored.source());
        } catch (ConfigException e) {
            throw FailureMessages.of(e);
        }
    }

    private SettingValue readKey() throws Failure {
        boolean prompt = environment.terminal().stdin();
        String read = prompt ? typedKey() : pipedKey();
        messages.redact(read.strip());
        return new SettingValue(read, prompt ? PROMPT : "stdin");
    }

    private String pipedKey() throws Failure {
        try {
            byte[] bytes = environment.stdin().readNBytes(ApiKey.MAX_BYTES + 1);
            if (bytes.length <= ApiKey.MAX_BYTES) {
                return ApiKey.decode(bytes, "stdin");
            }
            throw Failure.of(ExitCode.SETTINGS, "stdin holds more than a key").hint("pipe the key and nothing else");
        } catch (ConfigException e) {
            throw FailureMessages.of(e);
        } catch (IOException e) {
            throw Failure.of(ExitCode.SETTINGS, "the key can't be read from stdin", e)
                    .hint("pipe the key into it");
        }
    }
}
