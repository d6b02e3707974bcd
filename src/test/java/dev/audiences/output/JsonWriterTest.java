package dev.audiences.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.api.Item;
import dev.audiences.json.RawJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private static final Item ONE = Item.of("id", "a", "count", new RawJson("9007199254740993"), "more", null);
    private static final Item TWO = Item.of("id", "b", "nested", new RawJson("{\"x\":[1.10,{},[]],\"y\":\"a,b:{\"}"));

    @Test
    void writesEveryFieldUnchanged() throws IOException {
        assertEquals(
                "[{\"id\":\"a\",\"count\":9007199254740993,\"more\":null},"
                        + "{\"id\":\"b\",\"nested\":{\"x\":[1.10,{},[]],\"y\":\"a,b:{\"}}]\n",
                Written.text(Format.JSON, Written.FILE, ONE, TWO));
    }

    @Test
    void writesAnEmptyArrayForAnEmptyList() throws IOException {
        assertEquals("[]\n", Written.text(Format.JSON, Written.FILE));
        assertEquals("[]\n", Written.text(Format.JSON, Written.on(Written.terminal(80), Written.FILE)));
    }

    @Test
    void indentsOnATerminal() throws IOException {
        String expected = """
                [
                  {
                    "id": "a",
                    "count": 9007199254740993,
                    "more": null
                  },
                  {
                    "id": "b",
                    "nested": {
                      "x": [
                        1.10,
                        {},
                        []
                      ],
                      "y": "a,b:{"
                    }
                  }
                ]
                """;

        assertEquals(expected, Written.text(Format.JSON, Written.on(Written.terminal(80), Written.FILE), ONE, TWO));
    }

    @Test
    void writesAnObjectWithoutFields() throws IOException {
        assertEquals("[{}]\n", Written.text(Format.JSON, Written.FILE, Item.of()));
        assertEquals(
                "[\n  {}\n]\n", Written.text(Format.JSON, Written.on(Written.terminal(80), Written.FILE), Item.of()));
    }

    @Test
    void writesTheChosenFieldsInTheChosenOrderAndNullForAMissingOne() throws IOException {
        assertEquals(
                "[{\"count\":9007199254740993,\"id\":\"a\"},{\"count\":null,\"id\":\"b\"}]\n",
                Written.text(Format.JSON, Written.columns("count", "id", "count"), ONE, TWO));
    }

    @Test
    void escapesHiddenCharacters() throws IOException {
        Item item = Item.of("name\u202e", "\"\\/\b\u001b\u007f\u009b\u200b\u2028\ud800\udb40\udc41é漢😀");

        assertEquals(
                "[{\"name\\u202e\":\"\\\"\\\\/\\u0008\\u001b\\u007f\\u009b\\u200b\\u2028\\ud800\\udb40\\udc41é漢😀\"}]\n",
                Written.text(Format.JSON, Written.FILE, item));
    }

    @Test
    void escapesHiddenCharactersInNestedJson() throws IOException {
        Item item = Item.of("nested", new RawJson("{\"a\u202e\":\"\u009b\\\"\udfff\\\\\",\"b\":\"\\u001b\"}"));

        assertEquals(
                "{\"nested\":{\"a\\u202e\":\"\\u009b\\\"\\udfff\\\\\",\"b\":\"\\u001b\"}}\n",
                Written.text(Format.NDJSON, Written.FILE, item));
        assertEquals(
                "[\n  {\n    \"nested\": {\n      \"a\\u202e\": \"\\u009b\\\"\\udfff\\\\\",\n"
                        + "      \"b\": \"\\u001b\"\n    }\n  }\n]\n",
                Written.text(Format.JSON, Written.on(Written.terminal(80), Written.FILE), item));
    }

    @Test
    void leavesTheArrayOpenUntilItIsFinished() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ItemWriter writer = Format.JSON.writer(out, Written.FILE);

        writer.write(List.of());
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        writer.write(List.of(Item.of("id", "a")));
        assertEquals("[{\"id\":\"a\"}", out.toString(StandardCharsets.UTF_8));
        writer.write(List.of(Item.of("id", "b")));
        assertEquals("[{\"id\":\"a\"},{\"id\":\"b\"}", out.toString(StandardCharsets.UTF_8));
        writer.finish();
        assertEquals("[{\"id\":\"a\"},{\"id\":\"b\"}]\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void writesOneItemPerLineOnATerminalToo() throws IOException {
        FormatOptions terminal = Written.on(Written.terminal(20), Written.columns("id", "count"));

        assertEquals(
                "{\"id\":\"a\",\"count\":9007199254740993}\n{\"id\":\"b\",\"count\":null}\n",
                Written.text(Format.NDJSON, terminal, ONE, TWO));
        assertEquals("", Written.text(Format.NDJSON, terminal));
    }
}
