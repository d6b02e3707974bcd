package dev.audiences.file;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the temporary files of one target are called, such as {@code .list.csv.audiences-1f2e3d.tmp}. */
final class TemporaryName {
    private static final int MAX_NAME_PART = 50;
    private static final String MARK = ".audiences-";
    private static final String END = ".tmp";

    private final String start;
    private final Pattern pattern;

    private TemporaryName(String start) {
        this.start = start;
        this.pattern = Pattern.compile(Pattern.quote(start) + "[0-9a-f]{1,16}" + Pattern.quote(END));
    }

    static TemporaryName beside(Path target) {
        String name = target.getFileName().toString();
        // Short enough for every file system.
        if (name.length() > MAX_NAME_PART) {
            name = name.substring(0, name.offsetByCodePoints(0, MAX_NAME_PART / 2));
        }
        return new TemporaryName("." + name + MARK);
    }

    String of(long random) {
        return start + Long.toHexString(random) + END;
    }

    boolean matches(Path file) {
        return pattern.matcher(file.getFileName().toString()).matches();
    }

    /** The name under which a temporary file can stay: seen in listings, and of no such pattern any more. */
    static String kept(Path temporary) {
        String name = temporary.getFileName().toString();
        return name.substring(1, name.length() - END.length());
    }
}
