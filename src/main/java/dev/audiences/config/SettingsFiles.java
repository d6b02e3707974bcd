package dev.audiences.config;

import dev.audiences.file.FileTarget;
import dev.audiences.file.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files that settings are read from, none of which may be overwritten with a list. */
public final class SettingsFiles {
    private SettingsFiles() {}

    private record NamedFile(String name, Path path) {}

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
        for (NamedFile file : files(environment, osName)) {
            if (FileTarget.areSame(path, file.path())) {
                return file.name();
            }
        }
        return null;
    }

    private static List<NamedFile> files(Map<String, String> environment, String osName) {
        List<NamedFile> files = new ArrayList<>();
        try {
            addConfig(files, ConfigPath.of(environment, osName));
            // The usual one as well, though it is not the one in use.
            Map<String, String> usual = new HashMap<>(environment);
            usual.remove(ConfigPath.VARIABLE);
            addConfig(files, ConfigPath.of(usual, osName));
        } catch (ConfigException | IOException e) {
            // Reported when the settings are loaded.
        }
        add(files, "the file with the API key", environment.get(KeyFile.VARIABLE));
        add(files, "the file of certificates", environment.get("SSL_CERT_FILE"));
        return files;
    }

    private static void addConfig(List<NamedFile> files, Path config) throws IOException {
        if (config != null) {
            files.add(new NamedFile("the config file", config));
            files.add(new NamedFile("the lock of the config file", LockFile.pathFor(config)));
        }
    }

    private static void add(List<NamedFile> files, String name, String path) {
        if (path != null && !path.isEmpty()) {
            try {
                files.add(new NamedFile(name, Path.of(path)));
            } catch (InvalidPathException e) {
                // No file has such a name.
            }
        }
    }
}
