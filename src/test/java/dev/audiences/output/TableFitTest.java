package dev.audiences.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.json.RawJson;
import dev.audiences.terminal.DisplayWidth;
import dev.audiences.terminal.TerminalProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table at every width of a terminal. */
class TableFitTest {
    private static final int NARROWEST = 20;
    private static final int WIDEST = 250;
    private static final String ELLIPSIS = "…";
    private static final String[] WORDS = {"Heads of sales", "東京の", "مؤسسو", "👩‍💻 hiring", "Zoë", "a", "x".repeat(60)
    };

    /** The items of a list, and how they are shown. */
    private record Shown(String list, FormatOptions options, List<Item> items) {
        @Override
        public String toString() {
            return list;
        }
    }

    static Stream<Shown> lists() {
        FormatOptions audiences = Written.FILE;
        FormatOptions accounts = Written.FILE.withResource(Resource.ACCOUNT_GROUP);
        return Stream.of(
                new Shown("short names", audiences, audiences(24, 12, "on_demand")),
                new Shown("names of 40", audiences, audiences(24, 40, "linkedin_search")),
                new Shown("long names", audiences, audiences(24, 120, "linkedin_search")),
                new Shown("short ids", audiences, audiences(4, 90, "monitoring")),
                new Shown("long ids", audiences, audiences(300, 30, "monitoring")),
                new Shown("long types", audiences, audiences(24, 60, "a_new_type_with_a_long_name".repeat(3))),
                new Shown("no header", Written.withoutHeader(audiences), audiences(24, 70, "on_demand")),
                new Shown("nothing", audiences, List.of()),
                new Shown("accounts", accounts, audiences(24, 50, "x")),
                new Shown(
                        "chosen columns",
                        Written.columns("name", "description", "id", "prospectCount"),
                        audiences(24, 50, "x")));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aWiderTerminalShowsNoLess(Shown shown) throws IOException {
        Table before = table(shown, NARROWEST);
        for (int width = NARROWEST + 1; width <= WIDEST; width++) {
            Table now = table(shown, width);
            String at = " at " + width;
            for (String omitted : now.omitted()) {
                assertTrue(before.omitted().contains(omitted), omitted + " is no longer shown" + at);
            }
            for (int row = 0; row < now.names().size(); row++) {
                String more = now.names().get(row);
                String less = before.names().get(row);
                assertTrue(more.startsWith(less), "'" + less + "' became '" + more + "'" + at);
            }
            before = now;
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void everyLineFits(Shown shown) throws IOException {
        for (int width = NARROWEST; width <= WIDEST; width++) {
            for (String line : table(shown, width).lines()) {
                assertTrue(DisplayWidth.of(line) <= width, width + ": " + line);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aFurtherColumnLeavesTheNamesTheirWidth(Shown shown) throws IOException {
        for (int width = NARROWEST; width <= WIDEST; width++) {
            Table table = table(shown, width);
            boolean further = shown.options().columns() == null
                    && table.omitted().size()
                            < shown.options().resource().omittedFirst().size();
            for (int row = 0; further && row < table.names().size(); row++) {
                String name = shown.items().get(row).text(Resource.NAME);
                String cell = table.names().get(row);
                // The ellipsis takes a cell, and half of a wide character another one.
                assertTrue(cell.equals(name) || DisplayWidth.of(cell) >= 38, width + ": " + cell);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void coloursMoveNothing(Shown shown) throws IOException {
        for (int width = NARROWEST; width <= WIDEST; width++) {
            FormatOptions coloured = Written.on(new TerminalProfile(true, width, true), shown.options());
            String text = Written.text(Format.TABLE, coloured, shown.items().toArray(new Item[0]));
            assertEquals(
                    table(shown, width).lines(),
                    text.replaceAll("\u001b\\[[0-9]*m", "").lines().toList());
        }
    }

    /**
     * What a terminal shows.
     *
     * @param names the shown part of each name
     */
    private record Table(List<String> lines, List<String> names, List<String> omitted) {}

    private static Table table(Shown shown, int width) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ItemWriter writer = Format.TABLE.writer(out, Written.on(Written.terminal(width), shown.options()));
        writer.write(shown.items());
        writer.finish();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        List<String> rows = shown.options().header() ? lines.subList(1, lines.size()) : lines;
        assertEquals(shown.items().size(), rows.size());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            names.add(shownPart(shown.items().get(i).text(Resource.NAME), rows.get(i)));
        }
        return new Table(lines, names, writer.omittedColumns());
    }

    /** The longest start of the name that is a cell of the row: all of it, or cut. */
    private static String shownPart(String name, String row) {
        List<String> cells = List.of(row.split(" {2,}"));
        if (cells.contains(name)) {
            return name;
        }
        for (int end = name.length(); end >= 0; end--) {
            if (cells.contains(name.substring(0, end) + ELLIPSIS)) {
                return name.substring(0, end);
            }
        }
        throw new AssertionError("'" + name + "' is not in '" + row + "'");
    }

    /** Audiences with names of up to so many characters and a bit, among them wide and joined ones. */
    private static List<Item> audiences(int idLength, int nameLength, String type) {
        SplittableRandom random = new SplittableRandom(nameLength);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            StringBuilder name = new StringBuilder("n" + i);
            while (name.length() < nameLength * (i + 1) / 12) {
                name.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
            }
            String id = String.format("%0" + idLength + "d", i);
            items.add(Item.of(
                    "id",
                    id,
                    "name",
                    name.toString(),
                    "type",
                    type,
                    "description",
                    "described".repeat(i),
                    "folderId",
                    i % 3 == 0 ? null : id,
                    "prospectCount",
                    new RawJson(String.valueOf(random.nextInt(100_000))),
                    "createdAt",
                    "2026-04-0" + (i % 9 + 1) + "T15:30:00Z"));
        }
        return items;
    }
}
