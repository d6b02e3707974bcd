package dev.audiences.config;

import dev.audiences.text.PastableCommand;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The config file on disk. */
final class ConfigFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_LINKS = 40;
    private static final String FILE_MODE = "rw-------";
    private static final String FOLDER_MODE = "rwx------";
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
            BasicFileAttributes attributes = attributes(path);
            if (attributes == null) {
                return null;
            }
            // A FIFO would block, a device never end.
            if (!attributes.isRegularFile()) {
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

    /** Null when there is no file, or no telling: its folder may be out of reach, as that of another user's home. */
    private static BasicFileAttributes attributes(Path path) throws ConfigException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class);
        } catch (AccessDeniedException e) {
            Path folder = path.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)) {
                return null;
            }
            throw ConfigException.in(
                    "the config file can't be reached",
                    path.toString(),
                    "let yourself search its folder:  "
                            + chmod("its owner needs the right to do so (mode u+x)", "u+x", folder));
        } catch (IOException e) {
            return null;
        }
    }

    private static String text(Path path) throws IOException, ConfigException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
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
                        chmod("let nobody else read it (mode 600)", "600", path));
            }
        }
    }

    /** The command, or the words where the path has no spelling that can be pasted. */
    private static String chmod(String words, String mode, Path path) {
        String command = PastableCommand.of("chmod", mode, PastableCommand.file(path.toString()));
        return command == null ? words : command;
    }

    /**
     * Replaces the file by rename, in a folder that is made when it is missing; only the owner can read either.
     *
     * @throws ConfigException when the text is larger than what would be read again
     */
    static void write(Path path, String text) throws ConfigException, IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw ConfigException.in(
                    "the config file would be larger than 1 MiB", path.toString(), "take something out of it first");
        }
        Path target = behindLinks(path);
        Path folder = target.getParent();
        createFolders(folder);
        Path temporary = Files.createTempFile(folder, ".config", ".tmp", permissions(folder, FILE_MODE));
        try {
            restrict(temporary, FILE_MODE);
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

    private static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null) {
            createFolders(folder.getParent());
        }
        Files.createDirectory(folder, permissions(folder, FOLDER_MODE));
        restrict(folder, FOLDER_MODE);
    }

    /** Sets the mode once more: what was asked for when it was made, the umask may have taken from its owner too. */
    private static void restrict(Path path, String mode) throws IOException {
        if (isPosix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** What the links lead to, whether it exists or not. */
    private static Path behindLinks(Path path) throws IOException {
        Path target = path.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemLoopException(path.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static FileAttribute<?>[] permissions(Path path, String mode) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
