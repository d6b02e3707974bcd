package dev.audiences.output;

import dev.audiences.api.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes each item as JSON on one line, on a terminal too. */
final class NdjsonWriter implements ItemWriter {
    private final Utf8Buffer buffer;
    private final JsonEncoder encoder;

    NdjsonWriter(OutputStream out, FormatOptions options) {
        this.buffer = new Utf8Buffer(out);
        this.encoder = new JsonEncoder(buffer, options, false);
    }

    @Override
    public void write(List<Item> page) throws IOException {
        for (Item item : page) {
            encoder.item(item);
            buffer.append('\n');
        }
        buffer.flush();
    }

    @Override
    public void finish() {
        // Every page was written completely, and the format has no end.
    }

    @Override
    public List<String> notes() {
        return encoder.notes();
    }
}
