package dev.audiences.output;

import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.terminal.TerminalProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Writes items in a format and returns the output as a string. */
final class Written {
    static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    static final FormatOptions FILE =
            new FormatOptions(null, Resource.AUDIENCE, true, false, false, false, ',', TerminalProfile.NONE, NOW);

    private Written() {}

    static FormatOptions columns(String... columns) {
        return new FormatOptions(
                List.of(columns), Resource.AUDIENCE, true, false, false, false, ',', TerminalProfile.NONE, NOW);
    }

    static FormatOptions spreadsheet(String... columns) {
        return new FormatOptions(
                List.of(columns), Resource.AUDIENCE, true, false, false, true, ',', TerminalProfile.NONE, NOW);
    }

    static FormatOptions withoutHeader(FormatOptions options) {
        return new FormatOptions(
                options.columns(),
                options.resource(),
                false,
                options.single(),
                options.appended(),
                options.spreadsheet(),
                options.delimiter(),
                options.terminal(),
                NOW);
    }

    static FormatOptions delimitedBy(char delimiter, FormatOptions options) {
        return new FormatOptions(
                options.columns(),
                options.resource(),
                options.header(),
                options.single(),
                options.appended(),
                options.spreadsheet(),
                delimiter,
                options.terminal(),
                NOW);
    }

    static FormatOptions on(TerminalProfile terminal, FormatOptions options) {
        return new FormatOptions(
                options.columns(),
                options.resource(),
                options.header(),
                options.single(),
                options.appended(),
                options.spreadsheet(),
                options.delimiter(),
                terminal,
                NOW);
    }

    static TerminalProfile terminal(int width) {
        return new TerminalProfile(true, width, false);
    }

    static byte[] bytes(Format format, FormatOptions options, Item... items) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ItemWriter writer = format.writer(out, options);
        writer.write(List.of(items));
        writer.finish();
        return out.toByteArray();
    }

    static String text(Format format, FormatOptions options, Item... items) throws IOException {
        return new String(bytes(format, options, items), StandardCharsets.UTF_8);
    }
}
