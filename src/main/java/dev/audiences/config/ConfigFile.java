package dev.audiences.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The config file on disk. */
final class ConfigFile {
    private static final int LARGEST = 1 << 20;
    private static final int MOST_LINKS = 40;
    private static final Set<PosixFilePermission> OTHERS_READ =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private ConfigFile() {}

    /**
     * Reads the file.
     *
     * @return null when there is no such file
     * @throws ConfigException when it can't be read, is malformed, or shows a key to other users of the machine
     */
    static ConfigText read(Path path) throws ConfigException {
        String name = path.toString();
        try {
            if (!Files.exists(path)) {
                return null;
            }
            // A FIFO would block, a device never end.
            if (!Files.isRegularFile(path)) {
                throw ConfigException.in(
                        "the config file is not a regular file", name, "name another, or move it away");
            }
            ConfigText text = ConfigReader.read(text(path), name);
            if (text.holdsKey()) {
                requirePrivate(path);
            }
            return text;
        } catch (NoSuchFileException e) {
            return null;
        } catch (CharacterCodingException e) {
            throw ConfigException.in("the config file is not UTF-8", name, "save it as UTF-8");
        } catch (IOException e) {
            throw ConfigException.in("the config file can't be read", name, "check its permissions");
        }
    }

    private static String text(Path path) throws IOException, ConfigException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw ConfigException.in(
                        "the config file is larger than 1 MiB", path.toString(), "is it the right file?");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }

    private static void requirePrivate(Path path) throws IOException, ConfigException {
        Set<PosixFilePermission> permissions;
        try {
            permissions = Files.getPosixFilePermissions(path);
        } catch (UnsupportedOperationException e) {
            return;
        }
        for (PosixFilePermission permission : OTHERS_READ) {
            if (permissions.contains(permission)) {
                throw ConfigException.in(
                        "the config file holds an API key that other users of this machine can read",
                        path.toString(),
                        "chmod 600 '" + path.toString().replace("'", "'\\''") + "'");
            }
        }
    }

    /**
     * Replaces the file by rename, in a folder that is made when it is missing; only the owner can read either.
     *
     * @throws ConfigException when the text is larger than what would be read again
     */
    static void write(Path path, String text) throws ConfigException, IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST) {
            throw ConfigException.in(
                    "the config file would be larger than 1 MiB", path.toString(), "take something out of it first");
        }
        Path target = behindLinks(path);
        Path folder = target.getParent();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions(folder, "rwx------"));
        }
        Path temporary = Files.createTempFile(folder, ".config", ".tmp", permissions(folder, "rw-------"));
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** What the links lead to, whether it exists or not. */
    private static Path behindLinks(Path path) throws IOException {
        Path target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(path.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
