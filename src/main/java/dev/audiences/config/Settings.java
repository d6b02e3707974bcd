package dev.audiences.config;

import dev.audiences.config.ConfigText.Section;
import dev.audiences.http.TimeLimit;
import dev.audiences.text.PastableCommand;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The settings of one run. Each comes from the first that has it: option, environment, profile of the config file, top
 * level of the config file, default. A variable that is empty counts as not set.
 */
public final class Settings {
    private final Map<String, String> environment;
    private final Map<Setting, String> options;
    private final Path path;
    private final ConfigText file;
    private final Section profile;
    private final String profileName;

    private Settings(Map<String, String> environment, Map<Setting, String> options, Path path, ConfigText file)
            throws ConfigException {
        this.environment = environment;
        this.options = options;
        this.path = path;
        this.file = file;
        SettingValue chosen = outside(Setting.PROFILE);
        String atTop = file.top().value(Setting.PROFILE);
        this.profileName = chosen != null ? chosen.value() : atTop;
        this.profile = profileName == null ? null : profile(chosen == null ? path.toString() : chosen.source());
    }

    /**
     * @param options the settings given as options
     * @param osName as in the system property {@code os.name}
     * @throws ConfigException when the config file is unreadable, malformed or unsafe, or lacks the chosen profile
     */
    public static Settings load(Map<String, String> environment, Map<Setting, String> options, String osName)
            throws ConfigException {
        Path path = ConfigPath.of(environment, osName);
        ConfigText file = path == null ? null : ConfigFile.read(path);
        String named = environment.get(ConfigPath.VARIABLE);
        if (file == null && named != null && !named.isEmpty()) {
            throw ConfigException.in(
                    Files.notExists(path)
                            ? "there is no config file " + named
                            : "the config file can't be reached: " + named,
                    ConfigPath.VARIABLE,
                    "correct the path, or unset the variable");
        }
        return new Settings(environment, options, path, file == null ? ConfigText.EMPTY : file);
    }

    private Section profile(String source) throws ConfigException {
        Section found = file.profiles().get(profileName);
        if (found != null) {
            return found;
        }
        throw ConfigException.in(
                "there is no profile '" + profileName + "' in the config file",
                source,
                file.profiles().isEmpty()
                        ? "the file holds no profiles;  " + createProfile() + "  makes one"
                        : "one of " + String.join(", ", file.profiles().keySet()));
    }

    private String createProfile() {
        List<String> words = new ArrayList<>(List.of("audiences", "config", "set", Setting.API_KEY.configKey()));
        words.addAll(PastableCommand.option("--profile", profileName));
        String command = PastableCommand.of(words);
        return command == null ? "audiences config set  with  --profile  and that name" : command;
    }

    /** The keys in the config file, used or not: none of them may be shown. */
    public List<String> keysInFile() {
        List<String> keys = new ArrayList<>();
        add(keys, file.top().value(Setting.API_KEY));
        file.profiles().values().forEach(section -> add(keys, section.value(Setting.API_KEY)));
        return keys;
    }

    private static void add(List<String> keys, String key) {
        if (key != null) {
            keys.add(key);
        }
    }

    /** The value in effect, or null when it is set nowhere and has no default; a list as JSON. Not for the API key. */
    public SettingValue get(Setting setting) {
        SettingValue outside = outside(setting);
        if (outside != null) {
            return outside;
        }
        if (profile != null && profile.value(setting) != null) {
            return new SettingValue(profile.value(setting), profileSource());
        }
        if (file.top().value(setting) != null) {
            return new SettingValue(file.top().value(setting), path.toString());
        }
        return setting.defaultValue() == null ? null : SettingValue.byDefault(setting.defaultValue());
    }

    /** As {@link #get}, but fit to be shown: the API key masked. Runs no program to get the key. */
    public SettingValue describe(Setting setting) {
        if (setting != Setting.API_KEY) {
            return get(setting);
        }
        KeySource source = keySource();
        return source == null ? null : source.describe();
    }

    /** The value given as an option, or null. */
    public String option(Setting setting) {
        return options.get(setting);
    }

    /** The value of the option or the environment variable, or null. */
    private SettingValue outside(Setting setting) {
        if (options.containsKey(setting)) {
            return new SettingValue(options.get(setting), setting.option());
        }
        String variable = setting.environmentVariable();
        return isSet(variable) ? new SettingValue(environment.get(variable), variable) : null;
    }

    private boolean isSet(String variable) {
        return variable != null && !environment.getOrDefault(variable, "").isEmpty();
    }

    /** @throws ConfigException when it is not a URL, or one that the key must not be sent to */
    public URI baseUrl() throws ConfigException {
        return BaseUrl.parse(get(Setting.BASE_URL));
    }

    /**
     * The API key; reads the file or runs the program that provides it.
     *
     * @param limit how long a program or a pipe may take
     * @param onShutdown registers what ends a program when the process is told to end; returns what unregisters it
     * @throws ConfigException when there is no key, or none that can be sent
     */
    public ApiKey apiKey(TimeLimit limit, Function<Runnable, Runnable> onShutdown) throws ConfigException {
        KeySource source = keySource();
        if (source == null) {
            throw MissingKey.of(environment);
        }
        return source.read(limit, onShutdown);
    }

    /** The file that the API key comes from, when other users of the machine can read it; else null. */
    public String sharedKeyFile() {
        return keySource() instanceof KeyFile file && file.othersMayRead() ? file.name() : null;
    }

    /** The first that provides the API key, or null. */
    private KeySource keySource() {
        SettingValue direct = outside(Setting.API_KEY);
        if (direct != null) {
            return new KeySource.Literal(direct);
        }
        if (isSet(KeyFile.VARIABLE)) {
            return new KeyFile(environment.get(KeyFile.VARIABLE));
        }
        KeySource ofProfile = profile == null ? null : KeySource.of(profile, profileSource());
        return ofProfile == null ? KeySource.of(file.top(), String.valueOf(path)) : ofProfile;
    }

    private String profileSource() {
        return "profile " + profileName + " in " + path;
    }

    /** The environment variables that are set but empty, where nothing else sets the value. */
    public List<String> emptyVariables() {
        List<String> names = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String variable = setting.emptyVariableIn(environment);
            boolean isKey = setting == Setting.API_KEY || setting == Setting.API_KEY_COMMAND;
            // A missing key is an error that names its empty variable. A key that is there may come from another
            // source.
            if (variable != null
                    && !isKey
                    && (get(setting) == null || get(setting).isDefault())) {
                names.add(variable);
            }
        }
        if ("".equals(environment.get(ConfigPath.VARIABLE))) {
            names.add(ConfigPath.VARIABLE);
        }
        return names;
    }

    /** The names of the profiles, in the order of the config file. */
    public List<String> profiles() {
        return List.copyOf(file.profiles().keySet());
    }
}
