package dev.audiences.config;

import dev.audiences.config.ConfigText.Member;
import dev.audiences.config.ConfigText.Section;
import dev.audiences.http.TimeLimit;
import dev.audiences.text.PastableCommand;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The settings of one run. Each comes from the first that has it: option, environment, profile of the config file, top
 * level of the config file, default. A variable that is empty counts as not set.
 */
public final class Settings {
    private static final String DEFAULT_BASE_URL = "https://api.sonarly.io";
    private static final String DEFAULT_OUTPUT = "table";

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
        String atTop = file.top().string(Setting.PROFILE);
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
                        ? "the file holds no profiles;  " + makeProfile() + "  makes one"
                        : "one of " + String.join(", ", file.profiles().keySet()));
    }

    private String makeProfile() {
        List<String> words = new ArrayList<>(List.of("audiences", "config", "set", Setting.API_KEY.configKey()));
        words.addAll(PastableCommand.option("--profile", profileName));
        String command = PastableCommand.of(words);
        return command == null ? "audiences config set  with  --profile  and that name" : command;
    }

    /** The keys in the config file, whether they are used or not; none of them may be shown. */
    public List<String> keysInFile() {
        List<String> keys = new ArrayList<>();
        add(keys, file.top().string(Setting.API_KEY));
        file.profiles().values().forEach(section -> add(keys, section.string(Setting.API_KEY)));
        return keys;
    }

    private static void add(List<String> keys, String key) {
        if (key != null) {
            keys.add(key);
        }
    }

    /** The value that counts, or null when it is set nowhere and has no default. Not for the API key. */
    public SettingValue get(Setting setting) {
        SettingValue outside = outside(setting);
        if (outside != null) {
            return outside;
        }
        if (setting.inProfiles() && profile != null && profile.string(setting) != null) {
            return new SettingValue(profile.string(setting), profileSource());
        }
        if (file.top().string(setting) != null) {
            return new SettingValue(file.top().string(setting), path.toString());
        }
        return switch (setting) {
            case BASE_URL -> SettingValue.byDefault(DEFAULT_BASE_URL);
            case OUTPUT -> SettingValue.byDefault(DEFAULT_OUTPUT);
            case API_KEY, API_KEY_COMMAND, ACCOUNT_GROUP_ID, PROFILE -> null;
        };
    }

    /** The value given as an option, or null. */
    public String option(Setting setting) {
        return options.get(setting);
    }

    private SettingValue outside(Setting setting) {
        if (options.containsKey(setting)) {
            return new SettingValue(options.get(setting), optionName(setting));
        }
        String variable = setting.environmentVariable();
        String value = variable == null ? null : environment.get(variable);
        return value == null || value.isEmpty() ? null : new SettingValue(value, variable);
    }

    /** The variable that is set and goes before what the config file says of the setting, or null. */
    public static String variableBefore(Setting setting, Map<String, String> environment) {
        for (String variable : variables(setting)) {
            if (!environment.getOrDefault(variable, "").isEmpty()) {
                return variable;
            }
        }
        return null;
    }

    /** The variables that can hold the setting, in their order. */
    static List<String> variables(Setting setting) {
        return switch (setting) {
            case API_KEY, API_KEY_COMMAND -> List.of(Setting.API_KEY.environmentVariable(), KeyFile.VARIABLE);
            case ACCOUNT_GROUP_ID, BASE_URL, OUTPUT, PROFILE -> List.of(setting.environmentVariable());
        };
    }

    private static String optionName(Setting setting) {
        return switch (setting) {
            case ACCOUNT_GROUP_ID -> "--account";
            case BASE_URL -> "--base-url";
            case OUTPUT -> "--output";
            case PROFILE -> "--profile";
            case API_KEY, API_KEY_COMMAND -> throw new IllegalArgumentException("no option takes the key");
        };
    }

    /** @throws ConfigException when it is no URL that the key may be sent to */
    public URI baseUrl() throws ConfigException {
        return BaseUrl.parse(get(Setting.BASE_URL));
    }

    /** As {@link #apiKey(TimeLimit)}, with a minute. */
    ApiKey apiKey() throws ConfigException {
        return apiKey(new TimeLimit(Duration.ofMinutes(1), null));
    }

    /**
     * The API key; reads the file or runs the program that gives it.
     *
     * @param limit how long a program or a pipe may take for it
     * @throws ConfigException when there is none, or it could not be sent
     */
    public ApiKey apiKey(TimeLimit limit) throws ConfigException {
        SettingValue direct = outside(Setting.API_KEY);
        if (direct != null) {
            return ApiKey.of(direct.value(), direct.source());
        }
        String keyFile = environment.get(KeyFile.VARIABLE);
        if (keyFile != null && !keyFile.isEmpty()) {
            return ApiKey.of(KeyFile.read(keyFile, limit), KeyFile.source(keyFile));
        }
        ApiKey key = profile == null ? null : keyOf(profile, profileSource(), limit);
        if (key == null) {
            key = keyOf(file.top(), String.valueOf(path), limit);
        }
        if (key == null) {
            throw EmptyVariables.noKey(environment);
        }
        return key;
    }

    /** The variables that are set to nothing, where nothing else sets what they were to set. */
    public List<String> emptyVariables() {
        List<String> names = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            String variable = EmptyVariables.of(setting, environment);
            boolean isKey = setting == Setting.API_KEY || setting == Setting.API_KEY_COMMAND;
            // The key may well be given in one way here and in another there; where there is none, that is told.
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

    /** The file that the API key comes from, when other users of the machine can read it; else null. */
    public String sharedKeyFile() {
        String keyFile = environment.get(KeyFile.VARIABLE);
        boolean counts = outside(Setting.API_KEY) == null && keyFile != null && !keyFile.isEmpty();
        return counts && KeyFile.othersMayRead(keyFile) ? keyFile : null;
    }

    private static ApiKey keyOf(Section section, String source, TimeLimit limit) throws ConfigException {
        if (section.string(Setting.API_KEY) != null) {
            return ApiKey.of(section.string(Setting.API_KEY), source);
        }
        Member command = section.members.get(Setting.API_KEY_COMMAND.configKey());
        if (command == null) {
            return null;
        }
        String from = Setting.API_KEY_COMMAND.configKey() + " in " + source;
        return ApiKey.of(KeyCommand.run(command.words(), from, limit), from);
    }

    private String profileSource() {
        return "profile " + profileName + " in " + path;
    }

    /** The path of the config file, whether it exists or not; null when the environment tells no home. */
    public Path path() {
        return path;
    }

    /** The names of the profiles of the config file, in its order. */
    public List<String> profiles() {
        return List.copyOf(file.profiles().keySet());
    }

    /**
     * Where the API key comes from and its masked form, without running a program for it; null when it is set nowhere.
     */
    public SettingValue describeKey() {
        SettingValue direct = outside(Setting.API_KEY);
        if (direct != null) {
            return new SettingValue(ApiKey.masked(direct.value().strip()), direct.source());
        }
        String keyFile = environment.get(KeyFile.VARIABLE);
        if (keyFile != null && !keyFile.isEmpty()) {
            return new SettingValue("in a file", KeyFile.source(keyFile));
        }
        SettingValue inProfile = profile == null ? null : describeKey(profile, profileSource());
        return inProfile == null ? describeKey(file.top(), String.valueOf(path)) : inProfile;
    }

    private static SettingValue describeKey(Section section, String source) {
        if (section.string(Setting.API_KEY) != null) {
            return new SettingValue(
                    ApiKey.masked(section.string(Setting.API_KEY).strip()), source);
        }
        Member command = section.members.get(Setting.API_KEY_COMMAND.configKey());
        return command == null
                ? null
                : new SettingValue("printed by " + command.words().get(0), source);
    }
}
