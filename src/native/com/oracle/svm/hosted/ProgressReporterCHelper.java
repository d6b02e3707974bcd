package com.oracle.svm.hosted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes the place of the builder's class of this name, which would load a C library that its jar does not have: what the
 * report of a build says about the machine.
 */
public final class ProgressReporterCHelper {
    private ProgressReporterCHelper() {}

    public static int getTerminalWindowColumnsClamped() {
        return getTerminalWindowColumns();
    }

    public static int getTerminalWindowColumns() {
        return 120;
    }

    /** Returns the peak memory of this process in bytes. */
    public static long getPeakRSS() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
                }
            }
        } catch (IOException e) {
            return -1;
        }
        return -1;
    }
}
