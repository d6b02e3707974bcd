package dev.audiences.output;

import java.util.Locale;

/**
 * What the name of a file says about its content.
 *
 * @param format null when the name ends in the extension of no format
 * @param gzip whether the content is compressed, as the last extension of the name says
 */
public record FileFormat(Format format, boolean gzip) {
    private static final String GZIP = ".gz";

    /** Reads the extensions at the end of a path, ignoring case. */
    public static FileFormat of(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        boolean gzip = name.endsWith(GZIP);
        String content = gzip ? name.substring(0, name.length() - GZIP.length()) : name;
        int dot = content.lastIndexOf('.');
        return new FileFormat(dot < 0 ? null : Format.ofExtension(content.substring(dot + 1)), gzip);
    }
}
