package dev.audiences.cli.export;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import dev.audiences.testing.StubServer.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the names of {@code --columns} and {@code --sort} mean. */
class FieldNamesTest {
    private static final String FIELDS =
            "  fields: id, name, type, description, folderId, prospectCount, createdAt, folderName\n";
    private static final String COMPANY =
            "{\"id\":\"1\",\"company\":{\"name\":\"A \\\"B\\\"\",\"size\":1.50,\"tags\":[1],\"at\":{\"City\":null,"
                    + "\"zip.code\":\"x\"}},\"a.b\":\"literal\"}";

    private static CommandRun.Result run(String page, String... arguments) {
        try (StubServer server = new StubServer(json(200, page))) {
            return CommandRun.against(server.url()).run(arguments);
        }
    }

    private static String csv(String page, String columns) {
        CommandRun.Result result = run(page, "list", "-o", "csv", "--columns", columns);
        assertEquals("", result.expect(ExitCode.OK).stderr());
        return result.out();
    }

    @ParameterizedTest
    @CsvSource({"nmae,name", "creatd,createdAt", "PROSPECT,prospectCount", "folders,folderId", "extraordinary,"})
    void anUnknownNameIsRefusedBeforeAnythingIsWritten(String name, String meant) {
        String error = "there is no field '" + name + "'\n"
                + (meant == null ? "" : "  did you mean: " + meant + "?\n")
                + FIELDS;
        String page = page(null, audience("1"));
        for (String format : new String[] {"table", "json", "ndjson", "csv", "tsv"}) {
            run(page, "list", "-o", format, "--columns", "id," + name)
                    .expect(ExitCode.USAGE, "", "audiences: --columns: " + error);
        }
        run(page, "list", "-q", "--sort", name + ":desc").expect(ExitCode.USAGE, "", "audiences: --sort: " + error);
        run(page, "list", "--sort", "-" + name).expect(ExitCode.USAGE, "", "audiences: --sort: " + error);
    }

    @Test
    void leavesTheOldFileAndNoOther(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("list.csv");
        Files.writeString(file, "old");
        run(page(null, audience("1")), "list", "-o", "csv", "--columns", "nmae", "-O", file.toString())
                .expect(ExitCode.USAGE);
        assertEquals("old", Files.readString(file));
        assertArrayEquals(new String[] {"list.csv"}, folder.toFile().list());
    }

    @Test
    void anErrorHasAllUnknownNamesAndWhatTheFirstPageHad() {
        run(page(null, COMPANY), "list", "--columns", "id,company.nmae,zip\u001b")
                .expect(
                        ExitCode.USAGE,
                        "",
                        "audiences: --columns: there are no fields 'company.nmae' and 'zip\\u001b'\n"
                                + "  did you mean: company.name?\n" + FIELDS
                                + "  also on the first page: company, company.name, company.size, company.tags, "
                                + "company.at, company.at.City, company.at.zip.code, a.b\n");
    }

    @Test
    void anErrorHasNoMoreThanAFewOfManyNames() {
        String fields = Stream.iterate(0, i -> i + 1)
                .limit(2000)
                .map(i -> ",\"f" + i + "\":0")
                .reduce("", String::concat);
        String stderr = run(page(null, "{\"id\":\"1\"" + fields + "}"), "list", "--columns", "xyzzy")
                .expect(ExitCode.USAGE)
                .stderr();
        assertTrue(stderr.contains(", f39, …\n"), stderr);
    }

    @Test
    void ofAnEmptyListOnlyTheDocumentedFieldsAreKnown() {
        String empty = page(null);
        assertEquals("id,prospectCount\n", csv(empty, "ID,prospects"));
        run(empty, "list", "-o", "csv", "--columns", "owner")
                .expect(
                        ExitCode.USAGE,
                        "",
                        "audiences: --columns: there is no field 'owner'\n" + FIELDS
                                + "  note: the list is empty: it shows no other fields\n");
    }

    @ParameterizedTest
    @CsvSource({
        "PROSPECTS,prospectCount",
        "prospects,prospectCount",
        "ProspectCount,prospectCount",
        "ID,id",
        "FOLDER,folderId",
        "created,createdAt",
        "EXTRA,extra",
        "extra,extra"
    })
    void aNameInAnyCaseAndAHeadingIsThatOfTheField(String name, String field) {
        String page = page(null, audience("1").replace("{", "{\"extra\":7,"));
        String header = csv(page, name).lines().findFirst().orElseThrow();
        assertEquals(field, header);
        assertEquals(
                ExitCode.OK.code(), run(page, "list", "--sort", name + ":DESC").exitCode());
    }

    @Test
    void aFieldThatIsCalledLikeAHeadingIsThatField() {
        assertEquals("folder\nx\n", csv(page(null, "{\"id\":\"1\",\"folderId\":\"y\",\"folder\":\"x\"}"), "folder"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "company.name|\"A \"\"B\"\"\"",
                "COMPANY.NAME|\"A \"\"B\"\"\"",
                "company.size|1.50",
                "company.tags|[1]",
                "company.at.city|\"\"",
                "company.at.zip.code|x",
                "a.b|literal"
            })
    void aNameWithDotsReachesIntoObjects(String name, String cell) {
        String page = page(null, COMPANY, "{\"id\":\"2\"}");
        assertEquals(cell, csv(page, name).lines().skip(1).findFirst().orElseThrow());
    }

    @Test
    void aNameWithDotsIsTheKeyAndTheHeading() {
        String page = page(null, COMPANY);
        assertEquals(
                "[{\"id\":\"1\",\"company.size\":1.50}]\n",
                run(page, "list", "-o", "json", "--columns", "id,company.size").out());
        assertEquals(
                "ID  COMPANY.SIZE\n1           1.50\n",
                run(page, "list", "--columns", "id,company.size").out());
    }

    @Test
    void sortsByAFieldOfAnObject() {
        String[] items = Stream.of(3, 1, 2)
                .map(n -> "{\"id\":\"" + n + "\",\"x\":{\"y\":" + n + "}}")
                .toArray(String[]::new);
        assertEquals(
                "1\n2\n3\n",
                run(page(null, items), "list", "-o", "tsv", "--no-header", "--columns", "id", "--sort", "x.y")
                        .out());
    }

    /** The filter is looked at afterwards, and empty pages show nothing. */
    @Test
    void theFirstPageWithItemsCounts() {
        Script[] pages = {
            json(200, page("b")),
            json(200, page("c", audience("1").replace("{", "{\"extra\":1,"))),
            json(200, page(null, audience("2")))
        };
        try (StubServer server = new StubServer(pages)) {
            CommandRun.against(server.url())
                    .run("list", "--all", "-o", "csv", "--columns", "id,extra", "--name", "Audience 2")
                    .expect(ExitCode.OK, "id,extra\n2,\n", "");
        }
    }

    @Test
    void documentedOnesMayBeAbsent() {
        assertEquals("description\n\"\"\n", csv(page(null, "{\"id\":\"1\"}"), "description"));
    }

    @Test
    void columnsGivenTwiceAddUp() {
        assertEquals(
                "name,id,type\nAudience 1,1,monitoring\n",
                run(page(null, audience("1")), "list", "-o", "csv", "--columns", " name, ID", "--columns=TYPE")
                        .out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"id,ID", "prospectCount,name,PROSPECTS"})
    void oneFieldTwiceIsRefused(String columns) {
        String field = columns.startsWith("id") ? "id" : "prospectCount";
        run(page(null, audience("1")), "list", "-o", "json", "--columns", columns)
                .expect(
                        ExitCode.USAGE,
                        "",
                        "audiences: --columns names the field " + field + " twice\n  try: name it once\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ",", "id,", ",id", "id, ,name"})
    void anEmptyNameIsRefusedWithoutARequest(String columns) {
        try (StubServer server = new StubServer()) {
            CommandRun.against(server.url())
                    .run("list", "--columns", columns)
                    .expect(
                            ExitCode.USAGE,
                            "",
                            "audiences: --columns '" + columns + "' has an empty name\n"
                                    + "  try: separate names by one comma, such as  --columns a,b\n");
        }
    }

    @Test
    void accountsTooRefusesWhatItDoesNotKnow() {
        run(page(null, "{\"id\":\"1\"}"), "accounts", "--columns", "id,title")
                .expect(
                        ExitCode.USAGE,
                        "",
                        "audiences: --columns: there is no field 'title'\n  fields: id, name, createdAt\n");
        assertEquals(
                "id,createdAt,plan\n1,,x\n",
                run(
                                page(null, "{\"id\":\"1\",\"plan\":\"x\"}"),
                                "accounts",
                                "-o",
                                "csv",
                                "--columns",
                                "ID,created,Plan")
                        .expect(ExitCode.OK)
                        .out());
    }
}
