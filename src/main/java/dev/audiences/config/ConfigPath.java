package dev.audiences.config;

import dev.audiences.file.FileTarget;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the config file is. */
final class ConfigPath {
    static final String VARIABLE = "AUDIENCES_CONFIG";

    private ConfigPath() {}

    /**
     * The path that the environment determines; null when it names no home directory.
     *
     * @param osName as in the system property {@code os.name}
     */
    static Path of(Map<String, String> environment, String osName) throws ConfigException {
        Path path = byEnvironment(environment, osName);
        if (path != null && FileTarget.isUndecodable(path)) {
            throw ConfigException.of(
                    "the path of the config file is not UTF-8: " + path.toAbsolutePath(),
                    "name another in " + VARIABLE + ", with its whole path; /dev/null stands for no config file");
        }
        return path;
    }

    private static Path byEnvironment(Map<String, String> environment, String osName) throws ConfigException {
        try {
            String named = environment.get(VARIABLE);
            if (isSet(named)) {
                return Path.of(named);
            }
            if (osName.toLowerCase(Locale.ROOT).startsWith("windows")) {
                return below(environment.get("APPDATA"));
            }
            // The XDG base directory specification: a relative path is to be ignored.
            String xdg = environment.get("XDG_CONFIG_HOME");
            if (isSet(xdg) && Path.of(xdg).isAbsolute()) {
                return below(xdg);
            }
            String home = environment.get("HOME");
            return isSet(home) ? below(Path.of(home, ".config").toString()) : null;
        } catch (InvalidPathException e) {
            throw ConfigException.of(
                    "the path of the config file can't be the name of a file", "check " + VARIABLE + " and HOME");
        }
    }

    private static Path below(String folder) {
        return isSet(folder) ? Path.of(folder, "audiences", "config.json") : null;
    }

    private static boolean isSet(String value) {
        return value != null && !value.isEmpty();
    }
}
