package dev.audiences.cli.export;

import dev.audiences.api.Item;
import dev.audiences.output.ItemWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes only how many items there are. */
final class CountWriter implements ItemWriter {
    private final OutputStream out;
    private long count;

    CountWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(List<Item> page) {
        count += page.size();
    }

    @Override
    public void finish() throws IOException {
        out.write((count + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
