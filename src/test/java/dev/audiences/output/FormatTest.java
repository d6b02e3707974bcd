package dev.audiences.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.api.Item;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that apply to every format. */
class FormatTest {
    @ParameterizedTest
    @CsvSource({
        "TABLE, '', 'ID\na\n', 'ID\n'",
        "JSON, '[{\"id\":\"a\"}', '[{\"id\":\"a\"}]\n', '[]\n'",
        "NDJSON, '{\"id\":\"a\"}\n', '{\"id\":\"a\"}\n', ''",
        "CSV, 'id\na\n', 'id\na\n', 'id\n'",
        "TSV, 'id\na\n', 'id\na\n', 'id\n'"
    })
    void flushesEachPage(Format format, String written, String finished, String withoutPages) throws IOException {
        ByteArrayOutputStream reached = new ByteArrayOutputStream();
        ItemWriter writer = format.writer(new BufferedOutputStream(reached), Written.columns("id"));
        writer.write(List.of(Item.of("id", "a")));
        assertEquals(written, reached.toString(StandardCharsets.UTF_8));
        writer.finish();
        assertEquals(finished, reached.toString(StandardCharsets.UTF_8));

        reached.reset();
        format.writer(new BufferedOutputStream(reached), Written.columns("id")).finish();
        assertEquals(withoutPages, reached.toString(StandardCharsets.UTF_8));
    }
}
