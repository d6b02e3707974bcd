package dev.audiences.output;

import dev.audiences.api.Item;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a JSON array, or one item alone, indented on a terminal. */
final class JsonWriter implements ItemWriter {
    private final Utf8Buffer buffer;
    private final JsonEncoder encoder;
    private final String lineBreak;
    private final boolean single;
    private boolean started;

    JsonWriter(OutputStream out, FormatOptions options) {
        boolean indented = options.terminal().terminal();
        this.buffer = new Utf8Buffer(out);
        this.encoder = new JsonEncoder(buffer, options, indented);
        this.lineBreak = indented ? "\n" : "";
        this.single = options.single();
    }

    @Override
    public void write(List<Item> page) throws IOException {
        for (Item item : page) {
            if (!single) {
                buffer.append(started ? ',' : '[');
                buffer.append(lineBreak);
                buffer.append(lineBreak.isEmpty() ? "" : "  ");
            }
            encoder.item(item);
            started = true;
        }
        buffer.flush();
    }

    @Override
    public void finish() throws IOException {
        if (!single) {
            buffer.append(started ? lineBreak : "[");
            buffer.append(']');
        }
        buffer.append('\n');
        buffer.flush();
    }

    @Override
    public List<String> notes() {
        return encoder.notes();
    }
}
