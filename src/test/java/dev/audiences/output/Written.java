package dev.audiences.output;

import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.terminal.TerminalProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What a format makes of some items. */
final class Written {
    static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    static final FormatOptions FILE =
            new FormatOptions(null, Resource.AUDIENCE, true, false, TerminalProfile.NONE, NOW);

    private Written() {}

    static FormatOptions columns(String... columns) {
        return new FormatOptions(List.of(columns), Resource.AUDIENCE, true, false, TerminalProfile.NONE, NOW);
    }

    static FormatOptions spreadsheet(String... columns) {
        return new FormatOptions(List.of(columns), Resource.AUDIENCE, true, true, TerminalProfile.NONE, NOW);
    }

    static FormatOptions withoutHeader(FormatOptions layout) {
        return new FormatOptions(
                layout.columns(), layout.resource(), false, layout.spreadsheet(), layout.screen(), NOW);
    }

    static FormatOptions on(TerminalProfile screen, FormatOptions layout) {
        return new FormatOptions(
                layout.columns(), layout.resource(), layout.header(), layout.spreadsheet(), screen, NOW);
    }

    static TerminalProfile terminal(int width) {
        return new TerminalProfile(true, width, false);
    }

    static byte[] bytes(Format format, FormatOptions layout, Item... items) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ItemWriter writer = format.writer(out, layout);
        writer.write(List.of(items));
        writer.finish();
        return out.toByteArray();
    }

    static String text(Format format, FormatOptions layout, Item... items) throws IOException {
        return new String(bytes(format, layout, items), StandardCharsets.UTF_8);
    }
}
