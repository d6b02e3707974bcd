package dev.audiences.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.api.Item;
import dev.audiences.json.RawJson;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TsvWriterTest {
    private static final FormatOptions LAYOUT = Written.columns("a", "tab\there");

    @Test
    void escapesTabsLineBreaksAndBackslashes() throws IOException {
        assertEquals(
                "a\ttab\\there\nx\\ty\\nz\\r\\\\n\t\n",
                Written.text(Format.TSV, LAYOUT, Item.of("a", "x\ty\nz\r\\n", "tab\there", null)));
    }

    @Test
    void writesOtherCharactersUnchanged() throws IOException {
        assertEquals(
                "\"q\",\u001b\u202e漢😀\ufffd\t{\"k\":\"\\\\u001b\"}\n",
                Written.text(
                        Format.TSV,
                        Written.withoutHeader(LAYOUT),
                        Item.of("a", "\"q\",\u001b\u202e漢😀\udc00", "tab\there", new RawJson("{\"k\":\"\\u001b\"}"))));
    }

    @Test
    void escapesHiddenCharactersOnATerminal() throws IOException {
        assertEquals(
                "a\ttab\\there\n\\\\\\n\\t\\u001b\t\\u202e\n",
                Written.text(
                        Format.TSV,
                        Written.on(Written.terminal(80), LAYOUT),
                        Item.of("a", "\\\n\t\u001b", "tab\there", "\u202e")));
    }

    @Test
    void writesTheHeaderForAnEmptyListToo() throws IOException {
        assertEquals("id\tname\n", Written.text(Format.TSV, Written.columns("id", "name")));
        assertEquals("", Written.text(Format.TSV, Written.withoutHeader(LAYOUT)));
    }
}
