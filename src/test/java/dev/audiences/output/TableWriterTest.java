package dev.audiences.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.json.RawJson;
import dev.audiences.terminal.TerminalProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableWriterTest {
    private static final String ID = "507f1f770011";
    private static final Item LONG =
            audience(ID, "Heads of sales, Europe", "linkedin_search", "12345", ID, "2026-04-28T11:59:59.000Z");
    private static final Item SHORT = audience("507f1f770012", "漢字", "on_demand", "7", null, "2026-05-01T11:00:00Z");

    @Test
    void writesCompleteCellsToAFile() throws IOException {
        assertEquals("""
                ID            NAME                    TYPE             PROSPECTS  FOLDER        CREATED
                507f1f770011  Heads of sales, Europe  linkedin_search      12345  507f1f770011  2026-04-28T11:59:59.000Z
                507f1f770012  漢字                    on_demand                7                2026-05-01T11:00:00Z
                """, Written.text(Format.TABLE, Written.FILE, LONG, SHORT));
    }

    @Test
    void fitsTheTerminal() throws IOException {
        assertEquals("""
                ID            NAME                    TYPE             PROSPECTS  FOLDER        CREATED
                507f1f770011  Heads of sales, Europe  linkedin_search     12,345  507f1f770011  3 days ago
                507f1f770012  漢字                    on_demand                7                1 hour ago
                """, onTerminal(90, LONG, SHORT));
        assertEquals("""
                ID            NAME
                507f1f770011  Heads of sales,…
                507f1f770012  漢字
                """, onTerminal(30, LONG, SHORT));
    }

    @Test
    void omitsColumnsBeforeOthersBecomeTooNarrow() throws IOException {
        assertEquals("""
                ID            NAME                    PROSPECTS
                507f1f770011  Heads of sales, Europe     12,345
                507f1f770012  漢字                            7
                """, onTerminal(57, LONG, SHORT));
    }

    @Test
    void cutsAnIdOnlyWhereNothingElseIsLeftToCut() throws IOException {
        for (int width = 24; width < 130; width++) {
            for (String line : onTerminal(width, LONG, SHORT).split("\n")) {
                assertTrue(line.startsWith("ID ") || line.startsWith("507f1f77001"), line);
            }
        }
        assertEquals("""
                ID           NAME
                507f1f7700…  Heads of …
                507f1f7700…  漢字
                """, onTerminal(23, LONG, SHORT));
    }

    @Test
    void showsTheColumnsThatLeaveTheNamesTheirWidth() throws IOException {
        assertEquals("ID NAME TYPE PROSPECTS FOLDER CREATED", headings(90));
        assertEquals("ID NAME TYPE PROSPECTS CREATED", headings(89));
        assertEquals("ID NAME TYPE PROSPECTS CREATED", headings(76));
        assertEquals("ID NAME TYPE PROSPECTS", headings(75));
        assertEquals("ID NAME TYPE PROSPECTS", headings(64));
        assertEquals("ID NAME PROSPECTS", headings(63));
        assertEquals("ID NAME PROSPECTS", headings(47));
        assertEquals("ID NAME", headings(46));
    }

    private static String headings(int width) throws IOException {
        return onTerminal(width, LONG, SHORT).lines().findFirst().orElseThrow().replaceAll(" +", " ");
    }

    @Test
    void cutsNothingOnATerminalOfUnknownWidth() throws IOException {
        assertTrue(onTerminal(0, LONG).contains("Heads of sales, Europe  linkedin_search     12,345  " + ID));
    }

    @Test
    void narrowsTheWidestFirstAndNoneBelowItsMinimumWidth() throws IOException {
        assertEquals(
                "xxxxxxxxxxxxxxxxxxxx  yyyyyyyyyyyyyyyyyyy…\n", narrowed(42, "a", "b", "x".repeat(20), "y".repeat(40)));
        assertEquals(
                "xxxxxxxxxxxxxxx…                     …\n",
                narrowed(38, "name", "score", "x".repeat(30), new RawJson("1".repeat(30))));
        assertEquals(
                "xxxxxxxxxxxxxxx…  a long time a…\n",
                narrowed(32, "name", "createdAt", "x".repeat(30), "a long time ago, or a longer one"));
        assertEquals(
                "xxxxxxxxxxxxxxxxx…  507f1f77bcf86cd799439011\n",
                narrowed(44, "name", "owner_id", "x".repeat(30), "507f1f77bcf86cd799439011"));
    }

    @Test
    void keepsEveryColumnThatTheUserChose() throws IOException {
        FormatOptions options = Written.on(Written.terminal(22), Written.columns("id", "createdAt", "type", "name"));

        assertEquals("""
                ID    CRE…  TYPE  NAME
                507…  3 d…  lin…  Hea…
                """, Written.text(Format.TABLE, options, LONG));
    }

    @Test
    void writesOneLinePerItem() throws IOException {
        Item item = Item.of("id", "a", "na\nme", "x\ny\u001b[2J\u202e\u0085\u2028");

        assertEquals("""
                ID  NA\\nME
                a   x\\ny\\u001b[2J\\u202e\\u0085\\u2028
                """, Written.text(Format.TABLE, Written.columns("id", "na\nme"), item));
    }

    @Test
    void alignsNumbersRight() throws IOException {
        FormatOptions options = Written.on(Written.terminal(80), Written.columns("score", "ownerId", "mixed", "flag"));

        assertEquals(
                "     SCORE  OWNERID  MIXED  FLAG\n"
                        + "       0.5    12345  1,234  true\n"
                        + "-1,234,567        0  x\n"
                        + "                  9\n",
                Written.text(
                        Format.TABLE,
                        options,
                        Item.of(
                                "score", new RawJson("0.5"),
                                "ownerId", new RawJson("12345"),
                                "mixed", new RawJson("1234"),
                                "flag", new RawJson("true")),
                        Item.of("score", new RawJson("-1234567"), "ownerId", new RawJson("0"), "mixed", "x"),
                        Item.of("ownerId", new RawJson("9"))));
    }

    @Test
    void neverCutsANumber() throws IOException {
        for (String number : List.of("12345", "-1234.5", "1.5e+300", "12E50")) {
            FormatOptions options = Written.on(Written.terminal(4), Written.withoutHeader(Written.columns("score")));
            Item words = Item.of("score", "words");
            assertEquals(
                    "…\nwor…\n", Written.text(Format.TABLE, options, Item.of("score", new RawJson(number)), words));
        }
    }

    @Test
    void reportsOmittedColumns() throws IOException {
        ItemWriter writer =
                Format.TABLE.writer(new ByteArrayOutputStream(), Written.on(Written.terminal(57), Written.FILE));
        writer.write(List.of(LONG));
        assertEquals(List.of(), writer.omittedColumns());
        writer.finish();
        assertEquals(List.of("folderId", "createdAt", "type"), writer.omittedColumns());
    }

    @Test
    void groupsTheDigitsOfWholeNumbers() throws IOException {
        StringBuilder shown = new StringBuilder();
        for (String number : List.of("0", "9", "123", "1000", "-123456", "9999999", "1234.5", "1e1000")) {
            FormatOptions options = Written.on(Written.terminal(80), Written.withoutHeader(Written.columns("score")));
            shown.append(Written.text(Format.TABLE, options, Item.of("score", new RawJson(number))));
        }
        assertEquals("0\n9\n123\n1,000\n-123,456\n9,999,999\n1234.5\n1e1000\n", shown.toString());
    }

    @Test
    void showsInvalidTimestampsUnchanged() throws IOException {
        assertEquals(
                "CREATED\nlong ago\\n\n",
                Written.text(
                        Format.TABLE,
                        Written.on(Written.terminal(80), Written.columns("createdAt")),
                        Item.of("createdAt", "long ago\n")));
    }

    @Test
    void showsHeadingsBoldAndSecondaryColumnsDim() throws IOException {
        FormatOptions options = Written.on(
                new TerminalProfile(true, 80, true), Written.columns("id", "name", "createdAt", "prospectCount"));

        assertEquals(
                "\u001b[1mID  NAME  CREATED     PROSPECTS\u001b[0m\n"
                        + "\u001b[2ma\u001b[0m   漢    \u001b[2m3 days ago\u001b[0m          7\n"
                        + "\u001b[2mb\u001b[0m         \u001b[2m1 hour ago\u001b[0m\n",
                Written.text(
                        Format.TABLE,
                        options,
                        Item.of(
                                "id",
                                "a",
                                "name",
                                "漢",
                                "createdAt",
                                "2026-04-28T12:00:00Z",
                                "prospectCount",
                                new RawJson("7")),
                        Item.of("id", "b", "createdAt", "2026-05-01T11:00:00Z")));
    }

    @Test
    void dimsNothingWhereAllColumnsAreSecondary() throws IOException {
        FormatOptions options = Written.on(new TerminalProfile(true, 80, true), Written.columns("id", "folderId"));

        assertEquals(
                "\u001b[1mID  FOLDER\u001b[0m\na   b\n",
                Written.text(Format.TABLE, options, Item.of("id", "a", "folderId", "b")));
    }

    @Test
    void showsTheHeadingsOfAnEmptyList() throws IOException {
        assertEquals("ID  NAME  TYPE  PROSPECTS  FOLDER  CREATED\n", Written.text(Format.TABLE, Written.FILE));
        assertEquals(
                "ID  NAME  CREATED\n",
                Written.text(
                        Format.TABLE,
                        Written.on(Written.terminal(80), Written.FILE.withResource(Resource.ACCOUNT_GROUP))));
        assertEquals("", Written.text(Format.TABLE, Written.withoutHeader(Written.FILE)));
    }

    @Test
    void ignoresTheWidthOfHeadingsThatAreNotShown() throws IOException {
        assertEquals(
                "a  b\n",
                Written.text(
                        Format.TABLE,
                        Written.withoutHeader(Written.columns("id", "name")),
                        Item.of("id", "a", "name", "b")));
    }

    @Test
    void writesNothingBeforeTheLastRow() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ItemWriter writer = Format.TABLE.writer(out, Written.columns("id", "x"));
        writer.write(List.of(Item.of("id", "a", "x", "1")));
        assertEquals(0, out.size());
        writer.write(List.of(Item.of("id", "long", "x", "2")));
        writer.finish();

        assertEquals("ID    X\na     1\nlong  2\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aHugeCellDoesNotPadTheOthers() throws IOException {
        String table = Written.text(
                Format.TABLE,
                Written.columns("name", "id"),
                Item.of("name", "x".repeat(100_000), "id", "a"),
                Item.of("name", "y", "id", "b"));

        assertTrue(table.length() < 110_000);
        assertTrue(table.endsWith("  b\n"));
    }

    private static String narrowed(int width, String left, String right, Object leftValue, Object rightValue)
            throws IOException {
        FormatOptions options =
                Written.on(Written.terminal(width), Written.withoutHeader(Written.columns(left, right)));
        return Written.text(Format.TABLE, options, Item.of(left, leftValue, right, rightValue));
    }

    private static String onTerminal(int width, Item... items) throws IOException {
        return Written.text(Format.TABLE, Written.on(Written.terminal(width), Written.FILE), items);
    }

    private static Item audience(
            String id, String name, String type, String prospectCount, String folderId, String createdAt) {
        return Item.of(
                "id", id,
                "name", name,
                "type", type,
                "description", "not shown",
                "folderId", folderId,
                "prospectCount", new RawJson(prospectCount),
                "createdAt", createdAt);
    }
}
