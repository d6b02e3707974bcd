package dev.audiences.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells whether what is written to a file reaches a terminal, as with {@code /dev/stdout} and {@code /dev/tty}. */
public final class TerminalDevice {
    private static final String MODE = "unix:mode";
    private static final String DEVICE = "unix:rdev";
    private static final int FILE_TYPE = 0xF000;
    private static final int CHARACTER_DEVICE = 0x2000;
    /** The character devices that are certainly none. */
    private static final List<String> SINKS = List.of("/dev/null", "/dev/full", "/dev/zero");

    private TerminalDevice() {}

    /**
     * Whether the path, or what its symbolic links lead to, may be a terminal: Java can't ask, so that every character
     * device counts as one but those that only swallow what they get.
     */
    public static boolean is(String path) {
        try {
            Path file = Path.of(path);
            // Follows the links of /proc too, whose text need not be the path of anything in a container.
            int mode = (Integer) Files.getAttribute(file, MODE);
            return (mode & FILE_TYPE) == CHARACTER_DEVICE && !isSink(Files.getAttribute(file, DEVICE));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // A file that is not there yet, no file name at all, or a system without such attributes.
            return false;
        }
    }

    private static boolean isSink(Object device) throws IOException {
        for (String sink : SINKS) {
            Path file = Path.of(sink);
            if (Files.exists(file) && Files.getAttribute(file, DEVICE).equals(device)) {
                return true;
            }
        }
        return false;
    }
}
