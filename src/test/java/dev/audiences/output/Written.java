package dev.audiences.output;

import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What a format makes of some items. */
final class Written {
    static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    static final Layout FILE = new Layout(null, Resource.AUDIENCE, true, false, Screen.NONE, NOW);

    private Written() {}

    static Layout columns(String... columns) {
        return new Layout(List.of(columns), Resource.AUDIENCE, true, false, Screen.NONE, NOW);
    }

    static Layout spreadsheet(String... columns) {
        return new Layout(List.of(columns), Resource.AUDIENCE, true, true, Screen.NONE, NOW);
    }

    static Layout withoutHeader(Layout layout) {
        return new Layout(layout.columns(), layout.resource(), false, layout.spreadsheet(), layout.screen(), NOW);
    }

    static Layout on(Screen screen, Layout layout) {
        return new Layout(layout.columns(), layout.resource(), layout.header(), layout.spreadsheet(), screen, NOW);
    }

    static Screen terminal(int width) {
        return new Screen(true, width, false);
    }

    static byte[] bytes(Format format, Layout layout, Item... items) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ItemWriter writer = format.writer(out, layout);
        writer.write(List.of(items));
        writer.finish();
        return out.toByteArray();
    }

    static String text(Format format, Layout layout, Item... items) throws IOException {
        return new String(bytes(format, layout, items), StandardCharsets.UTF_8);
    }
}
