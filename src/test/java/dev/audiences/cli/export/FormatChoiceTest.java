package dev.audiences.cli.export;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.output.Format;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The format that the name of the output file stands for, beside the options and settings that name one. */
class FormatChoiceTest {
    private static final String JSON = "[{\"id\":\"1\"}]\n";
    private static final String CSV = "id\n1\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "list.csv,'id\n1\n'",
        "LIST.CSV,'id\n1\n'",
        "list.2026-04-28.tsv,'id\n1\n'",
        "list.json,'[{\"id\":\"1\"}]\n'",
        "list.ndjson,'{\"id\":\"1\"}\n'",
        "list.JsonL,'{\"id\":\"1\"}\n'",
        "list.txt,'ID\n1\n'",
        ".csv,'id\n1\n'"
    })
    void theExtensionNamesTheFormat(String name, String expected) throws IOException {
        assertEquals("", written(CommandRun::new, name));
        assertEquals(expected, Files.readString(folder.resolve(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "list.csv.zip", "exports.csv/list", "list."})
    void aTableInAFileOfAnotherKindIsReported(String name) throws IOException {
        Files.createDirectory(folder.resolve("exports.csv"));
        String path = folder.resolve(name).toString();

        assertEquals(
                "audiences: note: " + path
                        + " is written as a table, since its name ends in no known extension; for CSV"
                        + " add  -o csv, or end the name in one of " + String.join(" ", Format.extensions()) + "\n",
                written(CommandRun::new, name));
        assertEquals("ID\n1\n", Files.readString(folder.resolve(name)));
        assertEquals("", written(CommandRun::new, name, "-o", "table"));
        assertEquals("", written(CommandRun::new, name, "-q"));
    }

    @ParameterizedTest
    @CsvSource({"list.xls,.xlsx", "list.cvs,.csv", "list.jso,.json", "list.CVS,.csv"})
    void aMisspeltExtensionIsToldWithTheNearest(String name, String meant) {
        String path = folder.resolve(name).toString();
        assertEquals(
                "audiences: note: " + path
                        + " is written as a table, since its name ends in no known extension; did you mean " + meant
                        + "?\n",
                written(CommandRun::new, name));
    }

    @Test
    void nothingIsSaidOfADeviceOrOfAFileThatCanNotBeWritten() {
        try (StubServer server = new StubServer(json(200, page(null, audience("1"))))) {
            CommandRun.against(server.url()).run("list", "-O", "/dev/null").expect(ExitCode.OK, "", "");
        }
        try (StubServer server = new StubServer()) {
            String missing = folder.resolve("missing/list").toString();
            assertTrue(CommandRun.against(server.url())
                    .run("list", "-O", missing)
                    .expect(ExitCode.OUTPUT_FAILED)
                    .stderr()
                    .startsWith("audiences: can't write "));
        }
    }

    @Test
    void anOptionGoesBeforeTheExtensionAndIsReported() throws IOException {
        String path = folder.resolve("list.csv").toString();
        assertEquals(
                "audiences: note: " + path + " is written as json, as --output says\n",
                written(CommandRun::new, "list.csv", "-o", "json"));
        assertEquals(JSON, Files.readString(folder.resolve("list.csv")));
        for (String format : List.of("csv", "CSV")) {
            assertEquals("", written(CommandRun::new, "list.csv", "-o", format));
        }
        assertEquals("", written(CommandRun::new, "list.txt", "-o", "csv"));
        assertEquals("", written(CommandRun::new, "list.json.bak", "-o", "json"));
    }

    @Test
    void soDoesASetting() throws IOException {
        String path = folder.resolve("list.csv").toString();
        assertEquals(
                "audiences: note: " + path + " is written as json, as AUDIENCES_OUTPUT says; for csv add  -o csv\n",
                written(() -> new CommandRun().with("AUDIENCES_OUTPUT", "json"), "list.csv"));
        assertEquals(JSON, Files.readString(folder.resolve("list.csv")));

        Path config = Files.writeString(folder.resolve("config.json"), "{\"output\": \"tsv\"}");
        assertEquals(
                "audiences: note: " + path + " is written as tsv, as " + config + " says; for csv add  -o csv\n",
                written(() -> new CommandRun().with("AUDIENCES_CONFIG", config.toString()), "list.csv"));

        assertEquals(
                "audiences: note: AUDIENCES_OUTPUT is set, but empty: it counts as not set\n",
                written(() -> new CommandRun().with("AUDIENCES_OUTPUT", ""), "list.csv"));
        assertEquals(CSV, Files.readString(folder.resolve("list.csv")));
    }

    @Test
    void aCsvFileNeedsNoOptionToBeSafeInASpreadsheet() throws IOException {
        assertEquals("", written(CommandRun::new, "list.csv", "--spreadsheet"));
        assertTrue(Files.readString(folder.resolve("list.csv")).endsWith("\r\n"));
        CommandRun.against("http://localhost:1")
                .run("list", "--spreadsheet", "-O", folder.resolve("list.json").toString())
                .expect(ExitCode.USAGE, "", "audiences: --spreadsheet is for CSV, not for json\n  try: add  -o csv\n");
    }

    @ParameterizedTest
    @CsvSource({"list.xlsx.gz,", "list.csv.gz,xlsx", "list.gz,xlsx"})
    void aWorkbookIsCompressedAlready(String name, String format) {
        Path file = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("list", "-O", file.toString()));
        if (format != null) {
            arguments.addAll(List.of("-o", format));
        }
        CommandRun.against("http://localhost:1")
                .run(arguments.toArray(new String[0]))
                .expect(
                        ExitCode.USAGE,
                        "",
                        "audiences: '" + file + "' can't be compressed: xlsx is compressed already\n"
                                + "  try: end the name in .xlsx\n");
        assertFalse(Files.exists(file));
    }

    @Test
    void jsonlIsAnotherNameOfNdjson() throws IOException {
        assertEquals("", written(CommandRun::new, "list.ndjson", "-o", "jsonl"));
        assertEquals("{\"id\":\"1\"}\n", Files.readString(folder.resolve("list.ndjson")));
        assertEquals("", written(() -> new CommandRun().with("AUDIENCES_OUTPUT", "JSONL"), "list"));
        assertEquals("{\"id\":\"1\"}\n", Files.readString(folder.resolve("list")));
    }

    @Test
    void accountsTakesItToo() throws IOException {
        Path file = folder.resolve("groups.csv");
        try (StubServer server = new StubServer(json(200, page(null, "{\"id\":\"g\",\"name\":\"Group\"}")))) {
            CommandRun.against(server.url())
                    .run("accounts", "--columns", "id,name", "-O", file.toString())
                    .expect(ExitCode.OK, "", "audiences: 1 account group in " + file + "\n");
        }
        assertEquals("id,name\ng,Group\n", Files.readString(file));
    }

    /** Lists the ids of one audience and returns stderr; stdout is a terminal, which must not matter. */
    private String written(Supplier<CommandRun> run, String name, String... options) {
        List<String> arguments = new ArrayList<>(List.of("list", "--columns", "id"));
        arguments.addAll(List.of("-O", folder.resolve(name).toString()));
        arguments.addAll(List.of(options));
        try (StubServer server = new StubServer(json(200, page(null, audience("1"))))) {
            CommandRun.Result result = run.get()
                    .with("AUDIENCES_BASE_URL", server.url())
                    .terminal(new StandardStreams(true, true, false, false, 20))
                    .run(arguments.toArray(new String[0]));
            result.expect(ExitCode.OK);
            assertEquals("", result.out());
            // The last line tells how many audiences are in the file; see ListSummaryTest.
            return result.stderr().replaceFirst("audiences: 1 audience in \\S+\n$", "");
        }
    }
}
