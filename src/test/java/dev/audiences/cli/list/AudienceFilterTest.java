package dev.audiences.cli.list;

import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.folder;
import static dev.audiences.testing.Responses.navigation;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of a few audiences each filter keeps; it is noon of 2026-05-01. */
class AudienceFilterTest {
    private static final String LIST = "/v1/accounts/group-1/audiences";
    private static final String NAVIGATION = LIST + "/navigation";

    private static final String[] AUDIENCES = {
        audience("a", "monitoring", "İstanbul", "\"f1\"", "25", "\"2026-04-28T15:30:00.000Z\""),
        audience("b", "on_demand", "Straße", "\"none\"", "3000000001", "\"2026-05-01T00:00:00+02:00\""),
        audience("c", "Monitoring", "LIST", "null", "null", "null"),
        audience("d", "monitoring", "list", "\"F1\"", "0", "\"last week\""),
        audience("e", "on_demand", "", "\"f1\"", "100000000000000000000", "\"2026-05-01T01:00Z\""),
        "{\"id\":\"f\"}"
    };

    private static String audience(
            String id, String type, String name, String folderId, String prospectCount, String createdAt) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"type\":\"" + type + "\",\"folderId\":" + folderId
                + ",\"prospectCount\":" + prospectCount + ",\"createdAt\":" + createdAt + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "--type,monitoring,ad",
        "--type,unheard_of,''",
        "--folder,f1,ae",
        "--folder,none,cf",
        "--name,list,cd",
        "--name,STRASSE,b",
        "--name,I,acd",
        "--created-after,2026-04-28,abe",
        "--created-after,2026-04-29,be",
        "--created-after,2026-04-28T15:30:00Z,abe",
        "--created-after,2026-04-28T15:30:00.001Z,be",
        "--created-after,2026-04-28T17:30:00+02:00,abe",
        "--created-after,2026-04-30T22:00Z,be",
        "--created-after,2026-04-30T22:01Z,e",
        "--type,'monitoring,on_demand',abde",
        "--type,'monitoring, Monitoring',acd",
        "--folder,'f1,F1',ade",
        "--folder,'none,f1',acef",
        "--created-after,7d,abe",
        "--created-after,7d ago,abe",
        "--created-after,2 days ago,be",
        "--created-after,11 hours ago,e",
        "--created-after,1 week,abe",
        "--created-after,1777390200,abe",
        "--created-after,2026-04-28T17:30:00+0200,abe",
        "--created-after,2d,be",
        "--created-after,11h,e",
        "--created-after,659m,''",
        "--created-after,1w,abe",
        "--created-before,2026-05-01,ab",
        "--created-before,2026-04-28T15:30:00Z,''",
        "--created-before,2026-04-28T15:30:00.000000001Z,a",
        "--created-before,12h,ab",
        "--min-prospects,0,abde",
        "--min-prospects,25,abe",
        "--min-prospects,026,be",
        "--min-prospects,3000000000,be",
        "--min-prospects,3000000002,e",
        "--min-prospects,100000000000000000001,''",
        "--max-prospects,0,d",
        "--max-prospects,25,ad",
        "--max-prospects,3000000001,abd",
        "--max-prospects,100000000000000000000,abde"
    })
    void keeps(String option, String value, String ids) {
        try (StubServer server = server(page(null, AUDIENCES))) {
            CommandRun.Result result = CommandRun.against(server.url())
                    .run("list", "-o", "tsv", "--no-header", "--columns", "id", option, value)
                    .expect(ExitCode.OK);
            assertEquals(ids, result.out().replace("\n", ""));
            // Only a folder may need more than the list.
            boolean named = option.equals("--folder") && !value.equals("none");
            assertEquals(named ? Set.of(LIST, NAVIGATION) : Set.of(LIST), Set.copyOf(server.targets()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--type monitoring --name LIST,d",
        "--created-after 2d --created-before 12h,b",
        "--folder f1 --min-prospects 26,e",
        "--min-prospects 1 --max-prospects 3000000001,ab",
        "--type monitoring --type on_demand --folder f1,ae",
        "--folder none --folder F1,cdf"
    })
    void allOfThemMustHold(String filters, String ids) {
        try (StubServer server = server(page(null, AUDIENCES))) {
            String command = "list -o tsv --no-header --columns id " + filters;
            CommandRun.Result result = CommandRun.against(server.url()).run(command.split(" "));
            assertEquals(ids, result.expect(ExitCode.OK).out().replace("\n", ""));
        }
    }

    private static final String ZOE_COMPOSED = "Zo\u00eb";
    private static final String ZOE_DECOMPOSED = "Zoe\u0308";

    @ParameterizedTest
    @ValueSource(strings = {ZOE_COMPOSED, ZOE_DECOMPOSED, "ZO\u00cb", "zoE\u0308"})
    void bothFormsOfALetterAreTheSame(String name) {
        String[] items = {
            audience("a", "x", ZOE_COMPOSED, "null", "1", "null"),
            audience("b", "x", "ZOE\u0308", "null", "1", "null"),
            audience("c", "x", "Zoe", "null", "1", "null")
        };
        assertEquals("a\nb\n", run(page(null, items), "--name", name).out());
    }

    @Test
    void everySigmaIsTheSame() {
        String[] items = {audience("a", "x", "\u039f\u03b4\u03c5\u03c3\u03c3\u03ad\u03b1\u03c2", "null", "1", "null")};
        assertEquals(
                "a\n",
                run(page(null, items), "--name", "\u039f\u0394\u03a5\u03a3").out());
        assertEquals(
                "a\n",
                run(page(null, items), "--name", "\u03c3\u03ad\u03b1\u03c3").out());
    }

    @Test
    void theTurkishIWithADotIsAnI() {
        String[] items = {audience("a", "x", "\u0130stanbul", "null", "1", "null")};
        assertEquals("a\n", run(page(null, items), "--name", "istanbul").out());
        assertEquals("a\n", run(page(null, items), "--name", "\u0130STANBUL").out());
    }

    private static StubServer server(String page) {
        String navigation = navigation(folder("f1", "Outreach"), folder("F1", "Events"));
        return StubServer.byPath(Map.of(LIST, json(200, page), NAVIGATION, json(200, navigation)));
    }

    private static CommandRun.Result run(String page, String... arguments) {
        List<String> all = new ArrayList<>(List.of("list", "-o", "tsv", "--no-header", "--columns", "id"));
        all.addAll(List.of(arguments));
        try (StubServer server = server(page)) {
            return CommandRun.against(server.url())
                    .run(all.toArray(new String[0]))
                    .expect(ExitCode.OK);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--type nope|no audience has the type nope; the types are: monitoring, on_demand, Monitoring, none",
                "--type a,b|no audience has the type a or b; the types are: monitoring, on_demand, Monitoring, none",
                "--folder f2|no audience is in the folder f2; the folders are: Outreach, Events",
                "--type on_demand,monitorng|no audience has the type monitorng; the types are: monitoring, on_demand, "
                        + "Monitoring, none",
                "--type on_demand,linkedin_search|",
                "--type linkedin_search|no audience has the type linkedin_search; the types are: monitoring, "
                        + "on_demand, Monitoring, none",
                "--folder f1,f2|no audience is in the folder f2; the folders are: Outreach, Events",
                "--type monitoring --name nobody|"
            })
    void aValueThatNoAudienceHasIsTold(String filters, String says) {
        // Without the folder that is called none.
        String[] items = AUDIENCES.clone();
        items[1] = items[1].replace("\"none\"", "null");
        CommandRun.Result result = run(page(null, items), filters.split(" "));
        assertEquals(says == null ? "" : "audiences: " + says + "\n", result.stderr());
        List<String> quiet = new ArrayList<>(List.of(filters.split(" ")));
        quiet.add("-q");
        assertEquals("", run(page(null, items), quiet.toArray(new String[0])).stderr());
    }

    @Test
    void onOnePageOfMoreThatIsSaid() {
        assertEquals(
                "audiences: no audience searched so far has the type nope; the types are: monitoring\n"
                        + "audiences: 0 audiences of 1 searched; only one page was searched; there are more: "
                        + "add --all, or go on with  --cursor c2\n",
                run(page("c2", AUDIENCES[0]), "--type", "nope").stderr());
    }

    @Test
    void ofAnEmptyListNothingIsSaid() {
        assertEquals(
                "",
                run(page(null), "--type", "nope", "--folder", "65f0c0ffee00000000000001")
                        .stderr());
    }

    @Test
    void onlyAFewOfManyAreTold() {
        String[] items = new String[100];
        for (int i = 0; i < items.length; i++) {
            items[i] = audience("i" + i, "t" + i + "\\u001b[31m", "n", "null", "1", "null");
        }
        String stderr = run(page(null, items), "--type", "nope").stderr();
        assertTrue(stderr.contains("t0\\u001b[31m, t1") && stderr.endsWith(", t19\\u001b[31m, …\n"), stderr);
    }

    @Test
    void timesThatCanNotBeReadAreCounted() {
        assertEquals(
                "audiences: 3 audiences without a createdAt that can be read, such as 'last week': left out\n",
                run(page(null, AUDIENCES), "--created-after", "2026-01-01").stderr());
        assertEquals(
                "audiences: 1 audience without a createdAt that can be read, such as 'last week': left out\n",
                run(page(null, AUDIENCES), "--created-before", "7d", "--type", "monitoring")
                        .stderr());
        assertEquals("", run(page(null, AUDIENCES), "--type", "monitoring").stderr());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--min-prospects 5 --max-prospects 4|--min-prospects is more than --max-prospects: no audience can "
                        + "match|swap the two numbers",
                "--created-after 2026-04-28 --created-before 2026-04-28|--created-after is not earlier than "
                        + "--created-before: no audience can match|for one day  --created-after 2026-04-28 "
                        + "--created-before 2026-04-29",
                "--created-after 3months|--created-after '3months' is neither a date nor a length of time|write "
                        + "2026-04-28, 2026-04-28T15:30:00Z, or 7d, 12h, 30m, 2w ago",
                "--created-after 7M|--created-after '7M' is neither a date nor a length of time|write "
                        + "2026-04-28, 2026-04-28T15:30:00Z, or 7d, 12h, 30m, 2w ago",
                "--created-after 2026-02-30|--created-after '2026-02-30' is neither a date nor a length of time|write "
                        + "2026-04-28, 2026-04-28T15:30:00Z, or 7d, 12h, 30m, 2w ago",
                "--created-after 2026|--created-after '2026' is neither a date nor a length of time|write "
                        + "2026-04-28, 2026-04-28T15:30:00Z, or 7d, 12h, 30m, 2w ago",
                "--type a,,b|--type 'a,,b' has an empty name|separate names by one comma, such as  --type a,b",
                "--folder ,|--folder ',' has an empty name|separate names by one comma, such as  --folder a,b"
            })
    void whatCanNotMatchIsRefused(String filters, String says, String hint) {
        try (StubServer server = new StubServer()) {
            CommandRun.against(server.url())
                    .run(("list " + filters).split(" "))
                    .expect(ExitCode.USAGE, "", "audiences: " + says + "\n  try: " + hint + "\n");
        }
    }

    @Test
    void counts() {
        try (StubServer server = new StubServer(
                json(200, page("c2", AUDIENCES[0], AUDIENCES[1])), json(200, page(null, AUDIENCES[4])))) {
            CommandRun.against(server.url())
                    .with("AUDIENCES_OUTPUT", "csv")
                    .run("list", "--count", "--type", "on_demand", "--limit", "2")
                    .expect(ExitCode.OK, "2\n", "");
            assertEquals(2, server.targets().size());
        }
        try (StubServer server = new StubServer(json(200, page(null)))) {
            CommandRun.against(server.url()).run("list", "--count", "--all").expect(ExitCode.OK, "0\n", "");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-o csv,--output",
        "--columns id,--columns",
        "--no-header,--no-header",
        "--spreadsheet -o csv,--output",
        "--sort id,--sort",
        "--cursor c,--cursor",
        "--all --max-items 3,--max-items"
    })
    void aCountIsOfTheWholeListAndNoList(String options, String refused) {
        try (StubServer server = new StubServer()) {
            CommandRun.against(server.url())
                    .run(("list --count " + options).split(" "))
                    .expect(
                            ExitCode.USAGE,
                            "",
                            "audiences: --count prints one number, of the whole list: " + refused
                                    + " has no use there\n  try: leave out one of them\n");
        }
    }

    @Test
    void aCountThatFailedIsNotPrinted() {
        try (StubServer server =
                new StubServer(json(200, page("c2", AUDIENCES[0])), json(403, error("FORBIDDEN", "no")))) {
            CommandRun.Result result =
                    CommandRun.against(server.url()).run("list", "--count").expect(ExitCode.KEY_REFUSED);
            assertEquals("", result.out());
            assertTrue(
                    result.stderr()
                            .endsWith("read before and not written: 1 audience on 1 page; "
                                    + "run it again for the whole list\n"),
                    result.stderr());
        }
    }
}
