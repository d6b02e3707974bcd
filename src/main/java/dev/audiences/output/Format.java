package dev.audiences.output;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats that a list can be written in. */
public enum Format {
    TABLE {
        @Override
        public ItemWriter writer(OutputStream out, FormatOptions layout) {
            return new TableWriter(out, layout);
        }
    },
    JSON {
        @Override
        public ItemWriter writer(OutputStream out, FormatOptions layout) {
            return new JsonWriter(out, layout);
        }
    },
    NDJSON {
        @Override
        public ItemWriter writer(OutputStream out, FormatOptions layout) {
            return new NdjsonWriter(out, layout);
        }
    },
    CSV {
        @Override
        public ItemWriter writer(OutputStream out, FormatOptions layout) {
            return new CsvWriter(out, layout);
        }
    },
    TSV {
        @Override
        public ItemWriter writer(OutputStream out, FormatOptions layout) {
            return new TsvWriter(out, layout);
        }
    };

    /** A writer to {@code out}, which gets UTF-8 whatever the locale and is flushed but never closed. */
    public abstract ItemWriter writer(OutputStream out, FormatOptions layout);

    /** The format of a name, in any case; null when there is none. */
    public static Format of(String name) {
        for (Format format : values()) {
            if (format.name().equalsIgnoreCase(name)) {
                return format;
            }
        }
        return null;
    }

    /** The names as options and settings spell them. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Format::toString).toList();
    }

    /** The name as options and settings spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
