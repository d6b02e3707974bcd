package dev.audiences.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.api.Field.Kind;
import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.json.RawJson;
import dev.audiences.terminal.DisplayWidth;
import dev.audiences.terminal.HiddenCharacters;
import dev.audiences.terminal.TerminalProfile;
import dev.audiences.terminal.TerminalText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random items are equal when the output is parsed. {@code -Daudiences.fuzz.rounds=N} sets the number of rounds, and
 * {@code -Daudiences.fuzz.seed=N} repeats a run.
 */
class RoundTripTest {
    private static final int ROUNDS = Integer.getInteger("audiences.fuzz.rounds", 300);
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNameLength(1_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private interface Round {
        void check(String[] names, Item[] items) throws IOException;
    }

    @Test
    void jsonParsesToEqualItems() {
        run((names, items) -> {
            for (TerminalProfile terminal : List.of(TerminalProfile.NONE, Written.terminal(80))) {
                String array = strictText(Format.JSON, Written.on(terminal, Written.FILE), items);
                assertOnlyVisible(array);
                assertEquals(trees(items), elements(JSON.readTree(array)));
            }
        });
    }

    @Test
    void ndjsonParsesToEqualItems() {
        run((names, items) -> {
            String lines = strictText(Format.NDJSON, Written.FILE, items);
            assertOnlyVisible(lines);
            List<JsonNode> read = new ArrayList<>();
            lines.lines().forEach(line -> read.add(JSON.readTree(line)));
            assertEquals(trees(items), read);
        });
    }

    @Test
    void csvParsesToEqualItems() {
        run((names, items) -> assertEquals(
                rows(names, items), parseCsv(strictText(Format.CSV, Written.columns(names), items), "\n")));
    }

    @Test
    void spreadsheetCsvParsesToEqualItemsExceptForTheApostrophe() {
        run((names, items) -> {
            String csv = strictText(Format.CSV, Written.spreadsheet(names), items);
            List<List<String>> expected = rows(names, items);
            List<List<String>> parsed = parseCsv(csv.substring(1), "\r\n");
            assertEquals('\ufeff', csv.charAt(0));
            assertEquals(expected.size(), parsed.size());
            for (int i = 0; i < parsed.size(); i++) {
                assertEquals(names.length, parsed.get(i).size());
                for (int j = 0; j < names.length; j++) {
                    String cell = expected.get(i).get(j);
                    String written = parsed.get(i).get(j);
                    boolean marked = written.equals("'" + cell);
                    assertTrue(marked || written.equals(cell), written);
                    assertTrue(marked || cell.isEmpty() || "=+-@".indexOf(cell.charAt(0)) < 0, written);
                }
            }
        });
    }

    @Test
    void tsvParsesToEqualItems() {
        run((names, items) ->
                assertEquals(rows(names, items), parseTsv(strictText(Format.TSV, Written.columns(names), items))));
    }

    @Test
    void tablesFitAndHaveOneLinePerItem() {
        run((names, items) -> {
            String table = strictText(Format.TABLE, Written.on(Written.terminal(40), Written.columns(names)), items);
            String[] lines = table.split("\n", -1);
            assertEquals(items.length + 2, lines.length);
            // Identifiers are never cut, and a random name may end like one.
            boolean fits = Arrays.stream(names)
                    .noneMatch(name -> Resource.AUDIENCE.field(name).kind() == Kind.IDENTIFIER);
            for (String line : lines) {
                assertTrue(!fits || DisplayWidth.of(line) <= 40, line);
                assertEquals(line, TerminalText.visible(line));
            }
        });
    }

    private static void run(Round round) {
        long seed = Long.getLong("audiences.fuzz.seed", new Random().nextLong());
        RandomItems random = new RandomItems(new Random(seed));
        try {
            for (int i = 0; i < ROUNDS; i++) {
                String[] names = random.names();
                round.check(names, random.items(names));
            }
        } catch (IOException | RuntimeException | Error failure) {
            throw new AssertionError("audiences.fuzz.seed=" + seed, failure);
        }
    }

    /** Fails on bytes that are not UTF-8. */
    private static String strictText(Format format, FormatOptions options, Item[] items) throws IOException {
        byte[] bytes = Written.bytes(format, options, items);
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static void assertOnlyVisible(String json) {
        json.codePoints().filter(c -> c != '\n').forEach(c -> {
            assertFalse(HiddenCharacters.contains(c), Integer.toHexString(c));
            assertNotEquals(Character.FORMAT, Character.getType(c), Integer.toHexString(c));
        });
    }

    private static List<JsonNode> trees(Item[] items) {
        List<JsonNode> trees = new ArrayList<>();
        for (Item item : items) {
            ObjectNode tree = JSON.createObjectNode();
            for (int i = 0; i < item.names().size(); i++) {
                Object value = item.value(i);
                String name = item.names().get(i);
                if (value instanceof RawJson text) {
                    tree.set(name, JSON.readTree(text.json()));
                } else {
                    tree.put(name, (String) value);
                }
            }
            trees.add(tree);
        }
        return trees;
    }

    private static List<JsonNode> elements(JsonNode array) {
        assertTrue(array.isArray());
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private static List<List<String>> rows(String[] names, Item[] items) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(Arrays.asList(names)));
        for (Item item : items) {
            List<String> row = new ArrayList<>();
            for (String name : names) {
                row.add(item.text(name));
            }
            rows.add(row);
        }
        rows.forEach(row -> row.replaceAll(RoundTripTest::withoutLoneSurrogates));
        return rows;
    }

    private static String withoutLoneSurrogates(String text) {
        int[] codePoints = text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .toArray();
        return new String(codePoints, 0, codePoints.length);
    }

    /** Parses strict RFC 4180: quotes are allowed only around a cell, or doubled within one. */
    private static List<List<String>> parseCsv(String csv, String lineEnd) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int i = 0;
        while (i < csv.length()) {
            StringBuilder cell = new StringBuilder();
            if (csv.charAt(i) == '"') {
                for (i++; csv.charAt(i) != '"' || csv.startsWith("\"\"", i); i++) {
                    cell.append(csv.charAt(i));
                    i += csv.charAt(i) == '"' ? 1 : 0;
                }
                i++;
            } else {
                for (; csv.charAt(i) != ',' && !csv.startsWith(lineEnd, i); i++) {
                    assertTrue("\"\r\n".indexOf(csv.charAt(i)) < 0, "needs quotes");
                    cell.append(csv.charAt(i));
                }
            }
            row.add(cell.toString());
            if (csv.charAt(i) == ',') {
                i++;
                continue;
            }
            assertTrue(csv.startsWith(lineEnd, i), "text after a quote");
            i += lineEnd.length();
            rows.add(row);
            row = new ArrayList<>();
        }
        assertTrue(row.isEmpty(), "no line end");
        return rows;
    }

    private static List<List<String>> parseTsv(String tsv) {
        assertTrue(tsv.endsWith("\n"));
        List<List<String>> rows = new ArrayList<>();
        for (String line : tsv.substring(0, tsv.length() - 1).split("\n", -1)) {
            List<String> row = new ArrayList<>(Arrays.asList(line.split("\t", -1)));
            row.replaceAll(RoundTripTest::unescapeTsv);
            rows.add(row);
        }
        return rows;
    }

    private static String unescapeTsv(String cell) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cell.length(); i++) {
            assertNotEquals('\r', cell.charAt(i));
            if (cell.charAt(i) != '\\') {
                text.append(cell.charAt(i));
                continue;
            }
            text.append(
                    switch (cell.charAt(++i)) {
                        case 't' -> '\t';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case '\\' -> '\\';
                        default -> throw new AssertionError("unknown escape");
                    });
        }
        return text.toString();
    }
}
