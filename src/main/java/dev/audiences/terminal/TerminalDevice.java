package dev.audiences.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Recognises paths of terminals, such as {@code /dev/stdout} and {@code /dev/tty}. */
public final class TerminalDevice {
    private static final String MODE = "unix:mode";
    private static final String DEVICE = "unix:rdev";
    private static final int FILE_TYPE = 0xF000;
    private static final int CHARACTER_DEVICE = 0x2000;
    /** Character devices that are not terminals. */
    private static final List<String> SINKS = List.of("/dev/null", "/dev/full", "/dev/zero");

    private TerminalDevice() {}

    /**
     * Returns whether the path, with symbolic links resolved, may be a terminal. Java has no isatty, so this is true
     * for all character devices except the ones that discard their input.
     */
    public static boolean is(String path) {
        try {
            Path file = Path.of(path);
            // Follows the links of /proc too, which in a container need not contain an existing path.
            int mode = (Integer) Files.getAttribute(file, MODE);
            return (mode & FILE_TYPE) == CHARACTER_DEVICE && !isSink(Files.getAttribute(file, DEVICE));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // The file does not exist, the path is invalid, or the system has no such attributes.
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
