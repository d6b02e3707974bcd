package dev.audiences.file;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** The names of the temporary files of one target, such as {@code .list.csv.audiences-1f2e3d.tmp}. */
final class TemporaryName {
    private static final int MAX_NAME_PART = 50;
    private static final String INFIX = ".audiences-";
    private static final String SUFFIX = ".tmp";

    private final String start;
    private final Pattern pattern;

    private TemporaryName(String start) {
        this.start = start;
        this.pattern = Pattern.compile(Pattern.quote(start) + "[0-9a-f]{1,16}" + Pattern.quote(SUFFIX));
    }

    static TemporaryName of(Path target) {
        String name = target.getFileName().toString();
        // Short enough for every file system.
        if (name.length() > MAX_NAME_PART) {
            name = name.substring(0, name.offsetByCodePoints(0, MAX_NAME_PART / 2));
        }
        return new TemporaryName("." + name + INFIX);
    }

    String with(long random) {
        return start + Long.toHexString(random) + SUFFIX;
    }

    boolean matches(Path file) {
        return pattern.matcher(file.getFileName().toString()).matches();
    }

    /** Returns the name for a temporary file that is kept: not hidden, and not matched by the pattern. */
    static String kept(Path temporary) {
        String name = temporary.getFileName().toString();
        return name.substring(1, name.length() - SUFFIX.length());
    }
}
