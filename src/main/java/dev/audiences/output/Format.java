package dev.audiences.output;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The output formats, each with its names and with the extensions of its files. */
public enum Format {
    TABLE(List.of("table"), List.of("txt")),
    JSON("json"),
    NDJSON("ndjson", "jsonl"),
    CSV("csv"),
    TSV("tsv"),
    XLSX("xlsx");

    private final List<String> names;
    private final List<String> extensions;

    /** A format whose names are its extensions too. */
    Format(String... names) {
        this(List.of(names), List.of(names));
    }

    Format(List<String> names, List<String> extensions) {
        this.names = names;
        this.extensions = extensions;
    }

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

    /** Returns whether the content is compressed already, so that gzip is refused. */
    public boolean isCompressed() {
        return this == XLSX;
    }

    /** Returns whether the pages before a failure can be read, and the others appended to them. */
    public boolean isUsefulInPart() {
        return this != TABLE && this != XLSX;
    }

    /** Returns the format with this name, ignoring case, or null when there is none. */
    public static Format of(String name) {
        for (Format format : values()) {
            for (String own : format.names) {
                if (own.equalsIgnoreCase(name)) {
                    return format;
                }
            }
        }
        return null;
    }

    /** Returns the format of the files with this extension, given without its dot in lower case, or null. */
    static Format ofExtension(String extension) {
        for (Format format : values()) {
            if (format.extensions.contains(extension)) {
                return format;
            }
        }
        return null;
    }

    /** Returns the names as options and settings spell them. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Format format : values()) {
            names.addAll(format.names);
        }
        return names;
    }

    /** Returns the extensions that stand for a format, with their dots. */
    public static List<String> extensions() {
        List<String> extensions = new ArrayList<>();
        for (Format format : values()) {
            for (String extension : format.extensions) {
                extensions.add("." + extension);
            }
        }
        return extensions;
    }

    /** Returns the first of its names. */
    @Override
    public String toString() {
        return names.get(0);
    }
}
