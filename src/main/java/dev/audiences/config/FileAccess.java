package dev.audiences.config;

import dev.audiences.text.PastableCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Set;

/**
 * What other users of the machine may do with a file that settings are read from. Symbolic links are followed: what
 * counts is the file itself.
 */
final class FileAccess {
    private static final Set<PosixFilePermission> READ =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    private static final Set<PosixFilePermission> WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
    /** File systems that show one mode for all files, which chmod does not change. */
    private static final Set<String> FIXED_MODES = Set.of(
            "9p", "cifs", "drvfs", "exfat", "fuseblk", "hgfs", "msdos", "ntfs", "ntfs3", "smb3", "vboxsf", "vfat");

    private static final Path PROCESS = Path.of("/proc/self");
    private static final int ROOT = 0;

    private FileAccess() {}

    static boolean othersMayRead(Path path) throws IOException {
        return othersMay(READ, path);
    }

    /**
     * Refuses a file that others can write: they could name a program to be run, or have the key sent to them.
     *
     * @param what the file, as the subject of a sentence
     * @param mode what {@code chmod} is to set
     */
    static void requireNotWritableByOthers(Path path, String what, String source, String mode)
            throws IOException, ConfigException {
        if (othersMay(WRITE, path)) {
            throw ConfigException.in(
                    what + " can be written by other users of this machine",
                    source,
                    chmod("let nobody else write it (mode " + mode + ")", mode, path));
        }
    }

    /** The command; or the words, when the path can't be quoted safely for all shells. */
    static String chmod(String words, String mode, Path path) {
        String command = PastableCommand.of("chmod", mode, PastableCommand.file(path.toString()));
        return command == null ? words : command;
    }

    private static boolean othersMay(Set<PosixFilePermission> what, Path path) throws IOException {
        PosixFileAttributes attributes = attributes(path);
        return attributes != null
                && !Collections.disjoint(attributes.permissions(), what)
                && !FIXED_MODES.contains(Files.getFileStore(path).type());
    }

    /** Null where files have no such attributes. */
    private static PosixFileAttributes attributes(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view == null ? null : view.readAttributes();
    }

    /**
     * Whether the file belongs to a user other than this one and root. Root may use files of all users: in a container,
     * they belong to users of the host.
     */
    static boolean isOfAnotherUser(Path path) throws IOException {
        if (!Files.exists(PROCESS)) {
            return false;
        }
        int owner = userId(path);
        int user = userId(PROCESS);
        return user != ROOT && owner != ROOT && owner != user;
    }

    private static int userId(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }
}
