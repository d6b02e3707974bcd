package dev.audiences.output;

import java.io.OutputStream;
import java.util.Locale;

/** The formats that a list can be written in. */
public enum Format {
    TABLE {
        @Override
        public ItemWriter writer(OutputStream out, Layout layout) {
            return new TableWriter(out, layout);
        }
    },
    JSON {
        @Override
        public ItemWriter writer(OutputStream out, Layout layout) {
            return new JsonWriter(out, layout);
        }
    },
    NDJSON {
        @Override
        public ItemWriter writer(OutputStream out, Layout layout) {
            return new NdjsonWriter(out, layout);
        }
    },
    CSV {
        @Override
        public ItemWriter writer(OutputStream out, Layout layout) {
            return new CsvWriter(out, layout);
        }
    },
    TSV {
        @Override
        public ItemWriter writer(OutputStream out, Layout layout) {
            return new TsvWriter(out, layout);
        }
    };

    /** A writer to {@code out}, which gets UTF-8 whatever the locale and is flushed but never closed. */
    public abstract ItemWriter writer(OutputStream out, Layout layout);

    /** The name as options and settings spell it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
