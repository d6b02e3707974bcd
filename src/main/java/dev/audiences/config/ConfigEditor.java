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
 * Changes one setting in the config file and leaves the rest as it was, comments included. The file is replaced by
 * rename, and only its owner can read it. A lock keeps changes made at the same time apart.
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

    /** Reads the file; again under the lock, since another process may have changed it. */
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
        return section == null ? null : section.value(setting);
    }

    /**
     * Sets a value and removes its rival: a level holds an API key or a command that prints it, not both.
     *
     * @param profile null for the top level; added when it is missing
     * @return the rival that was removed, or null
     */
    public Setting set(Setting setting, String profile, String value) throws ConfigException, IOException {
        String json = setting.isList() ? list(setting, value) : quoted(value);
        Setting rival = setting.rival();
        LockFile lock = ConfigFile.lock(path);
        try {
            ConfigEditor current = of(path);
            boolean replaces = rival != null && current.get(rival, profile) != null;
            ConfigEditor base = replaces ? current.without(rival, profile) : current;
            base.write(base.with(setting, profile, json));
            return replaces ? rival : null;
        } finally {
            lock.close();
        }
    }

    /**
     * Removes a value.
     *
     * @return false when it was not set
     */
    public boolean unset(Setting setting, String profile) throws ConfigException, IOException {
        // Even when the setting is not in the file: a run that was killed may have left the key in one of these.
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

    /** Inserts a member at the beginning of an object, where no comma before it has to be found. */
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

    /** The list as it was typed. Anything but one JSON list is refused, since it could change the rest of the file. */
    private static String list(Setting setting, String value) throws ConfigException {
        String key = setting.configKey();
        try {
            ConfigText alone = ConfigReader.read("{" + quoted(key) + ": " + value + "\n}", key);
            Member member = alone.top().members.get(key);
            if (alone.top().members.size() == 1 && alone.profilesObject() == null) {
                return member.value();
            }
        } catch (ConfigException e) {
            // Reported below, without the line: the user has seen no such file.
        }
        throw ConfigException.in(
                key + " is not a JSON list of strings",
                "the argument",
                "write the program and its arguments, such as  '[\"pass\", \"show\", \"audiences\"]'");
    }

    private void write(String edited) throws ConfigException, IOException {
        // Refuses to write a file that the next run could not read.
        ConfigReader.read(edited, path.toString());
        ConfigFile.write(path, edited);
    }
}
