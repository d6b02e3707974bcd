package dev.audiences.config;

import dev.audiences.file.FileTarget;
import dev.audiences.file.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files that settings are read from, none of which may be overwritten with a list. */
public final class SettingsFiles {
    private SettingsFiles() {}

    /**
     * The one that a path leads to, also through links or in another spelling; null when there is none.
     *
     * @param osName as in the system property {@code os.name}
     * @return such as {@code the config file}
     */
    public static String nameOf(Path path, Map<String, String> environment, String osName) {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return null;
        }
        for (Map.Entry<String, Path> file : files(environment, osName).entrySet()) {
            if (FileTarget.areSame(path, file.getValue())) {
                return file.getKey();
            }
        }
        return null;
    }

    private static Map<String, Path> files(Map<String, String> environment, String osName) {
        Map<String, Path> files = new LinkedHashMap<>();
        try {
            Path config = ConfigPath.of(environment, osName);
            if (config != null) {
                files.put("the config file", config);
                files.put("the lock of the config file", LockFile.pathFor(config));
            }
        } catch (ConfigException | IOException e) {
            // Reported when the settings are loaded.
        }
        add(files, "the file with the API key", environment.get(KeyFile.VARIABLE));
        add(files, "the file of certificates", environment.get("SSL_CERT_FILE"));
        return files;
    }

    private static void add(Map<String, Path> files, String name, String path) {
        if (path != null && !path.isEmpty()) {
            try {
                files.put(name, Path.of(path));
            } catch (InvalidPathException e) {
                // No file has such a name.
            }
        }
    }
}
