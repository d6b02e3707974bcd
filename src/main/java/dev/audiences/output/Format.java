package dev.audiences.output;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The output formats. */
public enum Format {
    TABLE,
    JSON,
    NDJSON,
    CSV,
    TSV,
    XLSX;

    /**
     * Returns a writer of this format to {@code out}; it writes UTF-8 or a workbook and flushes the stream, but does not
     * close it.
     */
    public ItemWriter writer(OutputStream out, FormatOptions options) {
        return switch (this) {
            case TABLE -> new TableWriter(out, options);
            case JSON -> new JsonWriter(out, options);
            case NDJSON -> new NdjsonWriter(out, options);
            case CSV -> new CsvWriter(out, options);
            case TSV -> new TsvWriter(out, options);
            case XLSX -> new XlsxWriter(out, options);
        };
    }

    /** Returns the format with this name, ignoring case, or null when there is none. */
    public static Format of(String name) {
        for (Format format : values()) {
            if (format.name().equalsIgnoreCase(name)) {
                return format;
            }
        }
        return null;
    }

    /** Returns the names as options and settings spell them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Format::toString).toList();
    }

    /** Returns the name as options and settings spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
