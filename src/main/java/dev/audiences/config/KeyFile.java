package dev.audiences.config;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The file that holds the API key: a regular file, or a pipe such as {@code /dev/fd/63}. */
final class KeyFile {
    static final String VARIABLE = "AUDIENCES_API_KEY_FILE";

    private KeyFile() {}

    static String read(String file) throws ConfigException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(KeyCommand.LARGEST_KEY + 1);
            if (bytes.length <= KeyCommand.LARGEST_KEY) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException | InvalidPathException e) {
            throw ConfigException.in(
                    "the file with the API key can't be read",
                    source(file),
                    "check the path and its permissions; the variable names a file, it does not hold the key");
        }
        throw ConfigException.in("the file holds more than a key", source(file), "is it the right file?");
    }

    /** The variable and its file; a word that names none may be a key in the wrong variable, and is not shown. */
    static String source(String file) {
        boolean path = file.indexOf('/') >= 0 || file.indexOf(File.separatorChar) >= 0 || new File(file).exists();
        return path ? VARIABLE + " (" + file + ")" : VARIABLE;
    }
}
