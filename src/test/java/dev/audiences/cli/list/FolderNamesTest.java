package dev.audiences.cli.list;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.folder;
import static dev.audiences.testing.Responses.navigation;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderNamesTest {
    private static final String LIST = "/v1/accounts/group-1/audiences";
    private static final String NAVIGATION = LIST + "/navigation";
    private static final String F1 = "65f0c0ffee00000000000001";
    private static final String F2 = "65f0c0ffee00000000000002";
    private static final String F3 = "65f0c0ffee00000000000003";
    private static final String F4 = "65f0c0ffee00000000000004";
    private static final String F5 = "65f0c0ffee00000000000005";
    private static final String UNKNOWN = "65f0c0ffee00000000000009";

    private static final String FOLDERS = navigation(
            folder(F1, "Outreach"),
            folder(F2, "OUTREACH"),
            folder(F3, "Zo\u00eb, Bj\u00f6rn"),
            folder(F4, "none"),
            folder(F5, "  spaced  "));
    private static final String AUDIENCES =
            page(null, in(F1, "a"), in(F2, "b"), in(F3, "c"), in(F4, "d"), audience("e"), in(UNKNOWN, "f"));

    private static String in(String folder, String id) {
        return audience(id).replace("\"folderId\":null", "\"folderId\":\"" + folder + "\"");
    }

    private static StubServer server(StubServer.Script navigation) {
        return StubServer.byPath(Map.of(LIST, json(200, AUDIENCES), NAVIGATION, navigation));
    }

    private static CommandRun.Result run(String... arguments) {
        try (StubServer server = server(json(200, FOLDERS))) {
            CommandRun.Result result = CommandRun.against(server.url()).run(arguments);
            assertTrue(server.targets().stream().filter(NAVIGATION::equals).count() <= 1, "asked for more than once");
            return result;
        }
    }

    private static CommandRun.Result inFolder(String... folders) {
        String[] arguments = new String[6 + folders.length];
        System.arraycopy(new String[] {"list", "-o", "tsv", "--no-header", "--columns", "id"}, 0, arguments, 0, 6);
        for (int i = 0; i < folders.length; i++) {
            arguments[6 + i] = "--folder=" + folders[i];
        }
        return run(arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Outreach|a",
                "OUTREACH|b",
                "Zo\u00eb, Bj\u00f6rn|c",
                "ZOE\u0308, bjo\u0308rn|c",
                "none|e",
                F4 + "|d",
                "'  spaced  '|''",
                "Spaced|''",
                "Outreach,none|ae",
                "Outreach, " + F3 + "|ac",
                UNKNOWN + "|f"
            })
    void keepsThoseOfTheFolder(String folder, String ids) {
        assertEquals(ids, inFolder(folder).expect(ExitCode.OK).out().replace("\n", ""));
    }

    @Test
    void severalNamesAddUp() {
        assertEquals(
                "a\nb\nc\n",
                inFolder("Outreach", "OUTREACH", "zo\u00eb, bj\u00f6rn").out());
    }

    @Test
    void aNameOfSeveralFoldersIsRefusedBeforeAnythingIsWritten() {
        inFolder("outreach").expect(ExitCode.USAGE, "", """
                audiences: --folder 'outreach' is the name of 2 folders:
                    65f0c0ffee00000000000001 (Outreach)
                    65f0c0ffee00000000000002 (OUTREACH)
                  try: give the id of one:  --folder 65f0c0ffee00000000000001
                """);
    }

    @Test
    void aNameThatNoFolderHasIsToldWithThoseThatThereAre() {
        inFolder("Outraech")
                .expect(
                        ExitCode.OK,
                        "",
                        "audiences: no audience is in the folder Outraech; the folders are: Outreach, OUTREACH, Zo\u00eb, "
                                + "Bj\u00f6rn, none,   spaced  \n");
    }

    @Test
    void ofAnEmptyListThatIsToldToo() {
        try (StubServer server =
                StubServer.byPath(Map.of(LIST, json(200, page(null)), NAVIGATION, json(200, FOLDERS)))) {
            CommandRun run = CommandRun.against(server.url());
            String stderr =
                    run.run("list", "--folder", "Outraech").expect(ExitCode.OK).stderr();
            assertTrue(
                    stderr.startsWith("audiences: no audience is in the folder Outraech; the folders are: "), stderr);
            assertEquals(
                    "audiences: no audience is in the folder Outreach\n",
                    run.run("list", "--folder", "Outreach").expect(ExitCode.OK).stderr());
        }
    }

    @Test
    void aFolderThatTheApiDoesNotListIsNotedOnlyWhereItIsShown() {
        String[] columns = {"list", "-o", "csv", "--columns", "id,folderName", "--folder"};
        assertEquals("", run(with(columns, "Outreach")).expect(ExitCode.OK).stderr());
        assertTrue(run(with(columns, UNKNOWN)).expect(ExitCode.OK).stderr().contains(UNKNOWN));
        assertEquals("", inFolder("Outreach").expect(ExitCode.OK).stderr());
    }

    private static String[] with(String[] arguments, String last) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }

    @Test
    void theColumnHasTheNameOrElseTheId() {
        run("list", "-o", "csv", "--columns", "id,FolderName")
                .expect(
                        ExitCode.OK,
                        "id,folderName\na,Outreach\nb,OUTREACH\nc,\"Zo\u00eb, Bj\u00f6rn\"\nd,none\ne,\nf," + UNKNOWN
                                + "\n",
                        "audiences: note: the folder " + UNKNOWN
                                + " is not among those that the API lists: its id stands for the name\n");
    }

    @Test
    void canBeSortedBy() {
        assertEquals(
                "f\nd\nb\na\nc\ne\n",
                run("list", "-o", "tsv", "--no-header", "--columns", "id", "--sort", "foldername", "-q")
                        .expect(ExitCode.OK)
                        .out());
    }

    @Test
    void jsonHasItOnlyWhereItIsNamed() {
        assertTrue(!run("list", "-o", "json", "--folder", "Outreach").out().contains("folderName"));
        assertEquals(
                "{\"folderName\":\"Outreach\"}\n",
                run("list", "-o", "ndjson", "--folder", "Outreach", "--columns", "folderName")
                        .out());
    }

    @Test
    void theFolderColumnOfATerminalHasNamesOnlyWhenTheyAreThereAnyway() {
        StandardStreams terminal = new StandardStreams(true, true, false, true, 200);
        try (StubServer server = server(json(200, FOLDERS))) {
            CommandRun run = CommandRun.against(server.url()).terminal(terminal);
            String named =
                    run.run("list", "--folder", "Outreach", "--color", "never").out();
            assertTrue(named.contains("  FOLDER    CREATED") && named.contains("  Outreach  2 days ago"), named);
            assertTrue(server.targets().contains(NAVIGATION));
        }
        try (StubServer server = new StubServer(json(200, AUDIENCES))) {
            String ids = CommandRun.against(server.url())
                    .terminal(terminal)
                    .run("list", "--folder", F1, "--color", "never")
                    .out();
            assertTrue(ids.contains("  " + F1 + "  2 days ago"), ids);
        }
    }

    @Test
    void theNavigationIsAskedForBesideTheFirstPage() {
        CountDownLatch bothAsked = new CountDownLatch(2);
        StubServer.Script list = json(200, AUDIENCES);
        StubServer.Script navigation = json(200, FOLDERS);
        try (StubServer server = StubServer.always((request, connection) -> {
            bothAsked.countDown();
            bothAsked.await();
            (request.target().equals(NAVIGATION) ? navigation : list).play(request, connection);
        })) {
            CommandRun.against(server.url())
                    .run("list", "--columns", "folderName", "-o", "csv", "-q")
                    .expect(ExitCode.OK);
        }
    }

    @Test
    void theNextPageIsNotAskedForTwice() {
        try (StubServer server = StubServer.always((request, connection) -> {
            String target = request.target();
            StubServer.Script script = target.equals(NAVIGATION)
                    ? json(200, FOLDERS)
                    : json(200, target.contains("cursor") ? page(null, in(F2, "b")) : page("c2", in(F1, "a")));
            script.play(request, connection);
        })) {
            CommandRun.against(server.url())
                    .run("list", "--all", "--columns", "id,folderName", "-o", "csv")
                    .expect(ExitCode.OK, "id,folderName\na,Outreach\nb,OUTREACH\n", "");
            List<String> pages = server.targets().stream()
                    .filter(target -> !target.equals(NAVIGATION))
                    .toList();
            assertEquals(List.of(LIST + "?limit=100", LIST + "?cursor=c2&limit=1000"), pages);
        }
    }

    @Test
    void aFailureOfTheNavigationIsOneOfTheRun() {
        try (StubServer server = server(json(403, error("FORBIDDEN", "no")))) {
            CommandRun.against(server.url())
                    .run("list", "--columns", "folderName", "-o", "csv")
                    .expect(ExitCode.KEY_REFUSED);
        }
        try (StubServer server = StubServer.byPath(Map.of(LIST, json(200, AUDIENCES)))) {
            CommandRun.against(server.url())
                    .run("list", "--columns", "folderName", "-o", "csv")
                    .expect(ExitCode.REQUEST_REFUSED, "", """
                            audiences: the names of the folders are missing: the account group was not found (404 NOT_FOUND: nothing here)
                              details: more
                              try: leave out folderName, or give the ids of folders in place of names
                              trace id: trace-9
                            """);
        }
    }

    @Test
    void anItemsOwnFieldOfThatNameStays() {
        String own = in(F1, "a").replaceFirst("}$", ",\"folderName\":\"mine\"}");
        try (StubServer server =
                StubServer.byPath(Map.of(LIST, json(200, page(null, own)), NAVIGATION, json(200, FOLDERS)))) {
            CommandRun.against(server.url())
                    .run("list", "--columns", "folderName", "-o", "csv")
                    .expect(ExitCode.OK, "folderName\nmine\n", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"f1", "f1,none"})
    void withoutTheEndpointWhatTheFirstPageKnowsAsIdsAreIds(String folders) {
        try (StubServer server = StubServer.byPath(Map.of(LIST, json(200, page(null, in("f1", "a")))))) {
            CommandRun run = CommandRun.against(server.url());
            run.run("list", "--folder", folders, "-o", "csv", "--columns", "id").expect(ExitCode.OK, "id\na\n", "");
            run.run("list", "--folder", "f2", "-o", "csv").expect(ExitCode.REQUEST_REFUSED);
        }
    }
}
