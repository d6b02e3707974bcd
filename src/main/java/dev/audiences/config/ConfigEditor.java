package dev.audiences.config;

import dev.audiences.config.ConfigText.Member;
import dev.audiences.config.ConfigText.Section;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Changes one setting in the config file and leaves everything else in it as it was, comments included. The file is
 * replaced by rename, and only its owner can read it.
 */
public final class ConfigEditor {
    private static final String OWNER_ONLY_FILE = "rw-------";
    private static final String OWNER_ONLY_FOLDER = "rwx------";

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
        Path path = pathOf(environment, osName);
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
     */
    public void set(Setting setting, String profile, String value) throws ConfigException, IOException {
        String json = setting == Setting.API_KEY_COMMAND ? value : quoted(value);
        Setting rival = rival(setting);
        ConfigEditor base = rival == null || get(rival, profile) == null ? this : without(rival, profile);
        base.write(base.with(setting, profile, json));
    }

    /**
     * Takes a value away.
     *
     * @return false when it was not there
     */
    public boolean unset(Setting setting, String profile) throws ConfigException, IOException {
        if (get(setting, profile) == null) {
            return false;
        }
        ConfigEditor edited = without(setting, profile);
        edited.write(edited.text.text());
        return true;
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
        Member member = section(profile).members.get(setting.configKey());
        String all = text.text();
        int start = member.keyStart();
        while (start > 0 && (all.charAt(start - 1) == ' ' || all.charAt(start - 1) == '\t')) {
            start--;
        }
        if (start > 0 && all.charAt(start - 1) == '\n') {
            start--;
        }
        int end = member.valueEnd();
        int comma = Whitespace.skip(all, end);
        if (comma < all.length() && all.charAt(comma) == ',') {
            end = comma + 1;
        }
        String edited = all.substring(0, start) + all.substring(end);
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

    private void write(String edited) throws ConfigException, IOException {
        // What is written must be readable again: a value of the wrong type ends here.
        ConfigReader.read(edited, path.toString());
        Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        createFolder(target.getParent());
        Path temporary =
                Files.createTempFile(target.getParent(), ".config", ".tmp", ownerOnly(target, OWNER_ONLY_FILE));
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(edited.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createFolder(folder.getParent());
            Files.createDirectory(folder, ownerOnly(folder, OWNER_ONLY_FOLDER));
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Finds the next character that is not white space or part of a comment. */
    private static final class Whitespace {
        static int skip(String text, int from) {
            int at = from;
            while (at < text.length()) {
                if (Character.isWhitespace(text.charAt(at))) {
                    at++;
                } else if (text.startsWith("//", at)) {
                    int end = text.indexOf('\n', at);
                    at = end < 0 ? text.length() : end;
                } else if (text.startsWith("/*", at)) {
                    int end = text.indexOf("*/", at + 2);
                    at = end < 0 ? text.length() : end + 2;
                } else {
                    return at;
                }
            }
            return at;
        }
    }
}
