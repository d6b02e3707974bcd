package dev.audiences.cli.export;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks, {@code --spreadsheet} and {@code --delimiter}, and what is said of text that other programs refuse. */
class SpreadsheetOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void writesAWorkbookToAFile() throws IOException {
        Path file = folder.resolve("list.xlsx");
        try (StubServer server =
                new StubServer(json(200, page("c", audience("1"))), json(200, page(null, audience("2"))))) {
            CommandRun.against(server.url())
                    .run("list", "--all", "-o", "xlsx", "--sort", "id:desc", "--columns", "id", "-O", file.toString())
                    .expect(ExitCode.OK, "", "audiences: 2 audiences in " + file + "\n");
        }
        String sheet = sheet(file);
        assertTrue(sheet.contains("<t>id</t>"));
        assertTrue(sheet.indexOf("<t>2</t>") > 0 && sheet.indexOf("<t>2</t>") < sheet.indexOf("<t>1</t>"), sheet);
        assertFalse(sheet.contains("monitoring"));
    }

    @Test
    void writesAWorkbookOfAccounts() throws IOException {
        Path file = folder.resolve("accounts.xlsx");
        String group = "{\"id\":\"g\",\"name\":\"G\",\"createdAt\":\"2026-01-01T00:00:00Z\"}";
        try (StubServer server = new StubServer(json(200, page(null, group)))) {
            CommandRun.against(server.url())
                    .run("accounts", "-o", "xlsx", "-O", file.toString())
                    .expect(ExitCode.OK, "", "audiences: 1 account group in " + file + "\n");
        }
        assertTrue(sheet(file).contains("<t>G</t>"));
    }

    @Test
    void writesNoWorkbookToATerminal() {
        try (StubServer server = new StubServer()) {
            CommandRun.against(server.url())
                    .terminal(new StandardStreams(false, true, false, true, 80))
                    .run("list", "-o", "xlsx")
                    .expect(ExitCode.USAGE, "", """
                            audiences: a workbook (xlsx) is not for a terminal
                              try: write it to a file:  -O list.xlsx
                            """);
            assertEquals(List.of(), server.targets());
        }
    }

    @Test
    void leavesNoWorkbookWhenAPageFails() {
        Path file = folder.resolve("list.xlsx");
        try (StubServer server = new StubServer(json(200, page("c", audience("1"))), json(404, "{}"))) {
            CommandRun.Result result =
                    CommandRun.against(server.url()).run("list", "--all", "-o", "xlsx", "-O", file.toString());
            assertEquals(ExitCode.REQUEST_REFUSED.code(), result.exitCode());
        }
        assertFalse(Files.exists(file));
    }

    /** What is on stdout then can't be opened, so there is nothing to go on from. */
    @Test
    void namesNoCursorToGoOnFromWhenAPageOfAWorkbookFails() {
        try (StubServer server = new StubServer(json(200, page("c", audience("1"))), json(404, "{}"))) {
            String stderr = CommandRun.against(server.url())
                    .run("list", "--all", "-o", "xlsx")
                    .stderr();
            assertTrue(stderr.contains("read before and not written: 1 audience on 1 page"), stderr);
            assertFalse(stderr.contains("--cursor"), stderr);
        }
    }

    @Test
    void holdsNoMoreThanTheRowsOfASheet() {
        Path file = folder.resolve("list.xlsx");
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 1_048_576; i++) {
            items.append(i == 0 ? "" : ",").append("{\"id\":\"").append(i).append("\"}");
        }
        try (StubServer server = new StubServer(json(200, page(null, items.toString())))) {
            CommandRun.against(server.url())
                    .run("list", "-o", "xlsx", "-O", file.toString(), "--sort", "name")
                    .expect(ExitCode.OUTPUT_FAILED, "", """
                            audiences: the list has more items than the 1,048,575 that this format can hold
                              try: -o csv, which has no limit, or fewer items with --max-items or a filter
                            """);
        }
        assertFalse(Files.exists(file));
    }

    @ParameterizedTest
    @CsvSource({"comma, 44", "',', 44", "semicolon, 59", ";, 59", "tab, 9", "pipe, 124", "|, 124"})
    void separatesCellsAsAsked(String delimiter, int character) {
        try (StubServer server = new StubServer(json(200, page(null, audience("1"))))) {
            CommandRun.against(server.url())
                    .run("list", "-o", "csv", "--columns", "id,type", "--delimiter", delimiter)
                    .expect(ExitCode.OK, "id,type\n1,monitoring\n".replace(',', (char) character), "");
        }
    }

    @Test
    void refusesAnotherDelimiter() {
        CommandRun.Result result = new CommandRun().run("list", "-o", "csv", "--delimiter", "x");
        result.expect(ExitCode.USAGE);
        assertTrue(result.stderr().contains("'x' is none of"), result.stderr());
    }

    @ParameterizedTest
    @CsvSource({"--delimiter, ';', tsv", "--delimiter, tab, json", "--spreadsheet, , xlsx"})
    void refusesWhatIsForCsvOnly(String option, String value, String format) {
        String[] arguments = value == null
                ? new String[] {"list", option, "-o", format}
                : new String[] {"list", option, value, "-o", format};
        new CommandRun()
                .run(arguments)
                .expect(ExitCode.USAGE, "", "audiences: " + option + " is for CSV, not for " + format + """

                  try: add  -o csv
                """);
    }

    @ParameterizedTest
    @CsvSource({"json", "ndjson"})
    void saysOnceThatThereAreLoneSurrogates(String format) {
        String item = "{\"id\":\"1\",\"name\":\"a\\ud800\",\"nested\":[\"\\udc00\"]}";
        String other = "{\"id\":\"2\",\"name\":\"\\ud83d\\ude80\",\"nested\":[]}";
        try (StubServer server = new StubServer(json(200, page(null, item, other)))) {
            CommandRun.Result result = CommandRun.against(server.url()).run("list", "-o", format);
            result.expect(ExitCode.OK);
            assertTrue(result.out().contains(item), result.out());
            assertEquals(
                    "audiences: note: 1 audience with a lone surrogate, written as an escape such as \\ud800, which jq,"
                            + " PostgreSQL and others refuse (the first is 1)\n",
                    result.stderr());
        }
    }

    /** A byte order mark in the middle of a file would become a part of a cell. */
    @Test
    void whatIsAppendedToAnEarlierRunHasNoByteOrderMark() throws IOException {
        String[] arguments = {"list", "--spreadsheet", "-o", "csv", "--columns", "id", "--no-header", "--cursor", "c"};
        try (StubServer server =
                new StubServer(json(200, page(null, audience("b1"))), json(200, page(null, audience("b1"))))) {
            CommandRun.against(server.url()).run(arguments).expect(ExitCode.OK, "\"b1\"\r\n", "");

            Path file = folder.resolve("rest.csv");
            List<String> toFile = new ArrayList<>(List.of(arguments));
            toFile.addAll(List.of("-O", file.toString()));
            CommandRun.against(server.url()).run(toFile.toArray(new String[0])).expect(ExitCode.OK);
            assertEquals("\ufeff\"b1\"\r\n", Files.readString(file));
        }
    }

    private static String sheet(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        }
    }
}
