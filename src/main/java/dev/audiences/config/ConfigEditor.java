package dev.audiences.config;

import dev.audiences.config.ConfigText.Member;
import dev.audiences.config.ConfigText.Section;
import dev.audiences.file.AtomicFile;
import dev.audiences.file.LockFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Changes one setting in the config file and leaves everything else in it as it was, comments included. The file is
 * replaced by rename, and only its owner can read it. Changes made at the same time come one after the other.
 */
public final class ConfigEditor {
    private final Path path;
    private final ConfigText text;

    private ConfigEditor(Path path, ConfigText text) {
        this.path = path;
        this.text = text;
    }

    /**
     * @param osName as in the system property {@code os.name}
     * @throws ConfigException when there is nowhere to put a file, or the one there is unreadable or malformed
     */
    public static ConfigEditor open(Map<String, String> environment, String osName) throws ConfigException {
        return of(pathOf(environment, osName));
    }

    /** With the file as it is now: under the lock, what another process wrote meanwhile. */
    private static ConfigEditor of(Path path) throws ConfigException {
        ConfigText text = ConfigFile.read(path);
        return new ConfigEditor(path, text == null ? ConfigText.EMPTY : text);
    }

    /** The path of the config file, whether it exists or not. */
    public static Path pathOf(Map<String, String> environment, String osName) throws ConfigException {
        Path path = ConfigPath.of(environment, osName);
        if (path == null) {
            throw ConfigException.of(
                    "there is no place for a config file: HOME is not set",
                    "set " + ConfigPath.VARIABLE + " to the path of a file");
        }
        return path;
    }

    public Path path() {
        return path;
    }

    /** The names of the profiles, in the order of the file. */
    public List<String> profiles() {
        return List.copyOf(text.profiles().keySet());
    }

    /**
     * The value at this level of the file, or null; a list as JSON.
     *
     * @param profile null for the top level
     */
    public String get(Setting setting, String profile) {
        Section section = section(profile);
        Member member = section == null ? null : section.members.get(setting.configKey());
        if (member == null) {
            return null;
        }
        return member.value() instanceof String value
                ? value
                : text.text().substring(member.valueStart(), member.valueEnd());
    }

    /**
     * Sets a value and takes its rival away: a level holds an API key or a command that prints it, not both.
     *
     * @param profile null for the top level; made when it is missing
     * @return the rival that was taken away, or null
     */
    public Setting set(Setting setting, String profile, String value) throws ConfigException, IOException {
        String json = setting == Setting.API_KEY_COMMAND ? list(value) : quoted(value);
        Setting rival = rival(setting);
        LockFile lock = ConfigFile.lock(path);
        try {
            ConfigEditor current = of(path);
            boolean contested = rival != null && current.get(rival, profile) != null;
            ConfigEditor base = contested ? current.without(rival, profile) : current;
            base.write(base.with(setting, profile, json));
            return contested ? rival : null;
        } finally {
            lock.close();
        }
    }

    /**
     * Takes a value away.
     *
     * @return false when it was not there
     */
    public boolean unset(Setting setting, String profile) throws ConfigException, IOException {
        // Also where there is nothing to take away: a killed run may have left the key there.
        AtomicFile.deleteLeftovers(path);
        if (get(setting, profile) == null) {
            return false;
        }
        LockFile lock = ConfigFile.lock(path);
        try {
            ConfigEditor current = of(path);
            if (current.get(setting, profile) == null) {
                return false;
            }
            ConfigEditor edited = current.without(setting, profile);
            edited.write(edited.text.text());
            return true;
        } finally {
            lock.close();
        }
    }

    private static Setting rival(Setting setting) {
        return switch (setting) {
            case API_KEY -> Setting.API_KEY_COMMAND;
            case API_KEY_COMMAND -> Setting.API_KEY;
            case ACCOUNT_GROUP_ID, BASE_URL, OUTPUT, PROFILE -> null;
        };
    }

    private Section section(String profile) {
        return profile == null ? text.top() : text.profiles().get(profile);
    }

    private String with(Setting setting, String profile, String json) {
        String member = quoted(setting.configKey()) + ": " + json;
        if (text.text().isBlank()) {
            return profile == null
                    ? "{\n  " + member + "\n}\n"
                    : "{\n  \"profiles\": {\n    " + quoted(profile) + ": {\n      " + member + "\n    }\n  }\n}\n";
        }
        Section section = section(profile);
        if (section == null) {
            String whole = quoted(profile) + ": {\n      " + member + "\n    }";
            return text.profilesObject() == null
                    ? inserted(text.top(), "\n  ", "\"profiles\": {\n    " + whole + "\n  }")
                    : inserted(text.profilesObject(), "\n    ", whole);
        }
        Member old = section.members.get(setting.configKey());
        return old == null
                ? inserted(section, profile == null ? "\n  " : "\n      ", member)
                : replaced(old.valueStart(), old.valueEnd(), json);
    }

    /** Puts a member at the beginning of an object, where no comma of others has to be looked for. */
    private String inserted(Section section, String lineBreak, String member) {
        boolean empty = section == text.top()
                ? section.members.isEmpty() && text.profilesObject() == null
                : section == text.profilesObject() ? text.profiles().isEmpty() : section.members.isEmpty();
        String rest = text.text().substring(section.start);
        String closing = empty && rest.startsWith("}") ? lineBreak.substring(0, lineBreak.length() - 2) : "";
        return replaced(section.start, section.start, lineBreak + member + (empty ? closing : ","));
    }

    private ConfigEditor without(Setting setting, String profile) throws ConfigException {
        String edited = MemberRemoval.of(
                text, section(profile), section(profile).members.get(setting.configKey()));
        return new ConfigEditor(path, ConfigReader.read(edited, path.toString()));
    }

    private String replaced(int start, int end, String with) {
        return text.text().substring(0, start) + with + text.text().substring(end);
    }

    private static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        JsonStringEncoder.getInstance().quoteAsString(value, quoted);
        return quoted.append('"').toString();
    }

    /** The list as it was written, once it is known to be one: the rest of the file must not be changed through it. */
    private static String list(String value) throws ConfigException {
        String key = Setting.API_KEY_COMMAND.configKey();
        try {
            ConfigText alone = ConfigReader.read("{" + quoted(key) + ": " + value + "\n}", key);
            Member member = alone.top().members.get(key);
            if (alone.top().members.size() == 1 && alone.profilesObject() == null) {
                return alone.text().substring(member.valueStart(), member.valueEnd());
            }
        } catch (ConfigException e) {
            // It is told below, without a line of a file that the user has not seen.
        }
        throw ConfigException.in(
                key + " is not a JSON list of strings",
                "the argument",
                "write the program and its arguments, such as  '[\"pass\", \"show\", \"audiences\"]'");
    }

    private void write(String edited) throws ConfigException, IOException {
        // What is written must be readable again: a value of the wrong type ends here.
        ConfigReader.read(edited, path.toString());
        ConfigFile.write(path, edited);
    }
}
