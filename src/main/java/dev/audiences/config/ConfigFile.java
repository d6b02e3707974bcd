package dev.audiences.config;

import dev.audiences.file.AtomicFile;
import dev.audiences.file.FileTarget;
import dev.audiences.file.LockFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** The config file on disk. */
final class ConfigFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final Path NULL_DEVICE = Path.of("/dev/null");
    /** A change takes milliseconds; a script must not wait long for a process that was suspended during one. */
    private static final Duration MAX_LOCK_WAIT = Duration.ofSeconds(10);

    private static final String FOLDER_MODE = "rwx------";

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
            if (isNullDevice(path)) {
                return ConfigText.EMPTY;
            }
            // Reading a FIFO would block, and a device may never end.
            if (!attributes.isRegularFile()) {
                throw ConfigException.in(
                        "the config file is not a regular file", name, "name another, or move it away");
            }
            requireOwn(path);
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

    /** Null when there is no file, or when that can't be found out. */
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
                            + FileAccess.chmod("its owner needs the right to do so (mode u+x)", "u+x", folder));
        } catch (FileSystemException e) {
            if (isLoop(e)) {
                throw ConfigException.in(
                        "the config file can't be reached: its symbolic links lead in a circle",
                        path.toString(),
                        "correct the links, or name another file in " + ConfigPath.VARIABLE);
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    /** The message is the JDK's own, so it is the same in every language. */
    private static boolean isLoop(FileSystemException e) {
        return e.getReason() != null && e.getReason().contains("attributes of symbolic link");
    }

    /** Whether the path is the device, or a link to it, which means no config file. */
    static boolean isNullDevice(Path path) throws IOException {
        return !Files.isRegularFile(path) && Files.exists(NULL_DEVICE) && Files.isSameFile(path, NULL_DEVICE);
    }

    /** A file that others can change could name their program to run, or their server to send the key to. */
    private static void requireOwn(Path path) throws IOException, ConfigException {
        FileAccess.requireNotWritableByOthers(path, "the config file", path.toString(), "600");
        if (FileAccess.isOfAnotherUser(path)) {
            throw ConfigException.in(
                    "the config file belongs to another user",
                    path.toString(),
                    "name a copy of your own in " + ConfigPath.VARIABLE);
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
        if (FileAccess.othersMayRead(path)) {
            throw ConfigException.in(
                    "the config file holds an API key that other users of this machine can read",
                    path.toString(),
                    FileAccess.chmod("let nobody else read it (mode 600)", "600", path));
        }
    }

    /**
     * Replaces the file by rename; only the owner can read it. The caller holds the {@link #lock}.
     *
     * @throws ConfigException when the text is larger than {@link #read} accepts
     */
    static void write(Path path, String text) throws ConfigException, IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw ConfigException.in(
                    "the config file would be larger than 1 MiB", path.toString(), "take something out of it first");
        }
        try (AtomicFile file = AtomicFile.openPrivate(path)) {
            file.stream().write(bytes);
            file.commit();
        }
    }

    /**
     * Locks the file against changes by other processes, and creates its folder when it is missing.
     *
     * @throws ConfigException when the path is the null device
     */
    static LockFile lock(Path path) throws ConfigException, IOException {
        if (Files.exists(path) && isNullDevice(path)) {
            throw ConfigException.in(
                    NULL_DEVICE + " stands for no config file: there is nothing to write to",
                    path.toString(),
                    "name a file in " + ConfigPath.VARIABLE + ", or unset it");
        }
        createFolders(FileTarget.behindLinks(path).getParent());
        return LockFile.take(path, MAX_LOCK_WAIT);
    }

    private static void createFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null) {
            createFolders(folder.getParent());
        }
        try {
            Files.createDirectory(folder, permissions(folder, FOLDER_MODE));
            restrict(folder, FOLDER_MODE);
        } catch (FileAlreadyExistsException e) {
            // Another process may have made it in between.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** Sets the mode again: at creation, the umask may have removed permissions of the owner. */
    private static void restrict(Path path, String mode) throws IOException {
        if (isPosix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] permissions(Path path, String mode) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
