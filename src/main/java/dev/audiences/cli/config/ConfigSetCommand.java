package dev.audiences.cli.config;

import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.FailureMapper;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.Parameter;
import dev.audiences.cli.console.VerbosityOptions;
import dev.audiences.config.ApiKey;
import dev.audiences.config.ConfigEditor;
import dev.audiences.config.ConfigException;
import dev.audiences.config.KeyText;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences config set}: puts a value into the config file. */
final class ConfigSetCommand implements Command {
    /** What Java makes of bytes in an argument that are not UTF-8. */
    private static final char UNDECODABLE = '\uFFFD';

    private final Environment environment;
    private final Messages messages;
    private final ConfigKey key = new ConfigKey();
    private final Parameter<String> value = Parameter.optionalSecond(
            "VALUE", "The new value. Never given for apiKey: that is asked for without echo, or read from stdin.");
    private final ConfigScope scope;
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
    public ExitCode run() throws Failure {
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
        Setting replaced = set(editor, setting, given);
        messages.info(setting.configKey() + " is set in " + scope.describe(editor));
        if (replaced != null) {
            messages.info(
                    replaced.configKey() + " is no longer set there: " + setting.configKey() + " takes its place");
        }
        noteWhatStandsAgainst(setting, given, editor);
        return ExitCode.OK;
    }

    /** Says what keeps the new value from being used. */
    private void noteWhatStandsAgainst(Setting setting, String value, ConfigEditor editor) {
        String variable = Settings.variableBefore(setting, environment.variables());
        if (variable != null) {
            messages.info("note: " + variable + " is set and goes before it");
        }
        if (setting == Setting.PROFILE && !editor.profiles().contains(value)) {
            String there = String.join(", ", editor.profiles());
            messages.info("note: there is no profile '" + value + "' in the config file yet; "
                    + (there.isEmpty() ? "it holds none" : "there are " + there));
        }
    }

    /** Gives the setting that the new one replaces, or null. */
    private Setting set(ConfigEditor editor, Setting setting, String given) throws Failure {
        try {
            String read = given == null ? readKey() : given;
            if (given == null) {
                messages.redact(read.strip());
            }
            String checked = SettingValidator.check(setting, read);
            return editor.set(setting, scope.profile(), checked);
        } catch (ConfigException e) {
            throw FailureMapper.of(e);
        } catch (IOException e) {
            throw FailureMapper.ofOutput(e, editor.path().toString());
        }
    }

    private String typedKey() throws Failure {
        // Nothing that is typed is echoed, Ctrl-C neither: the shell's prompt would stand behind ours.
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

    private String readKey() throws Failure, ConfigException {
        if (environment.terminal().stdin()) {
            return typedKey();
        }
        try {
            byte[] bytes = environment.stdin().readNBytes(ApiKey.MAX_BYTES + 1);
            if (bytes.length <= ApiKey.MAX_BYTES) {
                return KeyText.decode(bytes, "stdin");
            }
            throw Failure.of(ExitCode.SETTINGS, "stdin holds more than a key").hint("pipe the key and nothing else");
        } catch (IOException e) {
            throw Failure.of(ExitCode.SETTINGS, "the key can't be read from stdin", e)
                    .hint("pipe the key into it");
        }
    }
}
