package dev.audiences.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole command line that a wrong one gets for an answer. */
class SuggestionTest {
    private static final String SHOWN = "  did you mean: ";

    private static CommandRun run() {
        return new CommandRun().without("AUDIENCES_API_KEY").with("AUDIENCES_CONFIG", "/dev/null");
    }

    /** What is suggested, or null. */
    private static String suggestion(String... arguments) {
        String stderr = run().run(arguments).expect(ExitCode.USAGE).stderr();
        return stderr.lines()
                .filter(line -> line.startsWith(SHOWN))
                .map(line -> line.substring(SHOWN.length()))
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "login|config set apiKey",
                "auth login|config set apiKey",
                "auth status|config list",
                "auth|config set apiKey",
                "logout|config unset apiKey",
                "whoami|accounts",
                "ls --all|list --all",
                "audiences list|list",
                "accounts list|accounts",
                "list accounts -o csv|accounts -o csv",
                "list monitoring|list --type monitoring",
                "list all|list --all",
                "list help|help list",
                "help ls|help list",
                "help lst|help list",
                "help config show|help config list",
                "search Sales|list --all --name Sales",
                "export a.csv|list --all -O a.csv -o csv",
                "config show|config list",
                "config ls|config list",
                "confg list|config list",
                "config set APIKEY|config set apiKey",
                "config set api-key|config set apiKey",
                "config set accountgroupid abc --profile work|config set accountGroupId abc --profile work",
                "config set output=csv|config set output csv",
                "config set url https://example.com|config set baseUrl https://example.com",
                "config get api_key|config get apiKey",
                "completion -s zsh|completion zsh",
                "list type=monitoring|list --type monitoring",
                "accounts use 65f0c0ffee00000000000001|config set accountGroupId 65f0c0ffee00000000000001",
                "sandbox 8080|sandbox --port 8080",
                "sandbox start --port 8080|sandbox --port 8080",
            })
    void ofACommand(String typed, String meant) {
        assertEquals("audiences " + meant, suggestion(typed.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list -json|list -o json",
                "list --json --all|list -o json --all",
                "list --json id,name|list -o json --columns id,name",
                "list --csv -O x|list -o csv -O x",
                "list -o json --csv|list -o csv",
                "list --fields id,name|list --columns id,name",
                "list --search Sales --all|list --name Sales --all",
                "list --since 7d|list --created-after 7d",
                "list --until=2026-01-01|list --created-before 2026-01-01",
                "list --filter type=monitoring|list --type monitoring",
                "list --filter prospectCount>=5|list --min-prospects 5",
                "list -L 5|list --limit 5",
                "list -L5|list --limit 5",
                "list --all -n 5|list --all --max-items 5",
                "list -n 500|list --all --max-items 500",
                "list --page-size 500|list --limit 500",
                "list --starting-after abc|list --cursor abc",
                "list --paginate|list --all",
                "list --org abc|list --account abc",
                "list --no-color|list --color never",
                "list -o x.csv|list -O x.csv -o csv",
                "list --all -o out/x.csv.gz|list --all -O out/x.csv.gz -o csv",
                "list -o yaml|list -o json",
                "list -o cvs|list -o csv",
                "list --limit all|list --all",
                "list --version|--version",
                "-v|--version",
                "-help|--help",
                "--all list|list --all",
                "-v list|list -v",
                "-o csv list --all|list -o csv --all",
                "--profile=x list|list --profile=x",
                "-o csv|list -o csv",
                "lsit --colums=id|list --columns=id",
                "list --colour never|list --color never",
                "list --account-id x|list --account x",
                "list --out json|list -o json",
                "list --MAX_ITEMS 5 --all|list --max-items 5 --all",
                "list -all|list --all",
                "list -limit 5|list --limit 5",
                "list -A|list --all",
                "list --name Straße --csv|list --name 'Straße' -o csv",
                "list --columns id, name --all|list --columns id,name --all",
                "list --columns=id , name|list --columns=id,name",
                "list --fields id, name, type|list --columns id,name,type",
                "list --type monitoring, on_demand --all|list --type monitoring,on_demand --all",
                "list --sort-by .name|list --sort name",
                "list -l type=monitoring|list --type monitoring",
                "list --quiet --silent|list --quiet",
                "list --no-paginate|list",
                "sandbox -p 8080|sandbox --port 8080",
            })
    void ofAnOption(String typed, String meant) {
        assertEquals("audiences " + meant, suggestion(typed.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "list —all|list --all",
                "list –all –o csv|list --all -o csv",
                "list ––all|list --all",
                "list --max‑items 5 --all|list --max-items 5 --all",
                "list －－ａｌｌ|list --all",
                "list −o csv|list -o csv",
                "list\u00a0--all|list --all",
                "list --name “Sales EU” --all|list --name 'Sales EU' --all",
                "list --name=«Sales EU» --all|list '--name=Sales EU' --all",
                "list -o “csv”|list -o csv",
                "list -o ‘csv’|list -o csv"
            })
    void ofWhatATextEditorChanged(String typed, String meant) {
        assertEquals("audiences " + meant, suggestion(typed.split(" ")));
    }

    @Test
    void anAudienceByItsId() {
        String id = "65f0c0ffee00000000000001";
        String command = "audiences get " + id;
        for (String typed : List.of("show", "list", "describe", "audience")) {
            assertEquals(command, suggestion(typed, id));
        }
        assertEquals(command, suggestion("describe", "audience", id));
        assertEquals(command, suggestion("get", "audience", id));
        assertEquals("audiences get " + id + " --wait", suggestion("wait", id));
        assertEquals("audiences folders", suggestion("get", "folders"));
        assertEquals("audiences list", suggestion("get", "audiences"));
        assertEquals(command, suggestion("get", "audience/" + id));
        assertEquals(command, suggestion("audiences", "retrieve", id));
        assertEquals("audiences get a --wait", suggestion("get", "a", "--watch"));
        String prospects = "audiences prospects " + id;
        assertEquals(prospects + " --all", suggestion("prospects", "--audience", id, "--all"));
        assertEquals(prospects + " --all", suggestion("export", id));
        assertEquals(prospects + " --all", suggestion("audiences", "export", id));
        assertEquals(prospects + " --all", suggestion("export", "prospects", id));
        assertEquals(prospects, suggestion("prospects", "list", id));
        assertEquals("audiences folders", suggestion("folders", "list"));
        assertEquals("audiences get " + id + " -o csv --sandbox", suggestion("show", id, "-o", "csv", "--sandbox"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list --token KEY --all",
                "list --api-key=KEY",
                "list --jsno --api-key KEY",
                "--token KEY list",
                "login KEY",
                "login --token KEY",
                "config set apikey KEY",
                "config set api-key=KEY",
                "config apiKey KEY",
                "list -H Authorization:KEY"
            })
    void aKeyAsAnArgumentIsNeverShown(String typed) {
        String[] arguments = typed.replace("KEY", "Zq7RtB9wXy3M").split(" ");
        String stderr = run().run(arguments).expect(ExitCode.USAGE).stderr();
        assertFalse(stderr.contains("Zq7RtB9wXy3M"), stderr);
        assertTrue(stderr.contains(SHOWN + "audiences config set apiKey\n"), stderr);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list --page 2|pages have no numbers",
                "list --filter foo=bar|the filters are --type, --folder, --name",
                "list --insecure|certificates are always checked",
                "list --reverse|as in  --sort prospectCount:desc",
                "list --order desc|as in  --sort prospectCount:desc",
                "list --status ready|only audiences that are ready",
                "list --prospects 5|--min-prospects and --max-prospects",
                "list --sort name desc|as in  --sort prospectCount:desc",
                "list Sales|--name finds audiences by their names",
                "list --created 7|--created-after, --created-before",
                "accounts --all|--all is an option of  audiences list",
                "create x|this program only reads",
                "config edit|audiences config path"
            })
    void whereACommandWouldBeWrongThereAreWords(String typed, String words) {
        String stderr = run().run(typed.split(" ")).expect(ExitCode.USAGE).stderr();
        assertTrue(stderr.lines().anyMatch(line -> line.startsWith("  note: ") && line.contains(words)), stderr);
        assertFalse(stderr.contains(SHOWN), stderr);
    }

    @Test
    void whatIsNotSafeToPasteIsReplacedByTheWordThatWasWrong() {
        assertEquals("-o csv  in place of  --csv", suggestion("list", "--name", "it's", "--csv"));
        assertEquals("--columns  in place of  --colums", suggestion("list", "--name", "$(x)", "--colums", "id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list --filtr x",
                "list --port 80",
                "list --foo",
                "list --nope x",
                "list --tail 5",
                "list --wide",
                "list --watch",
                "list --type monitoring on_demand",
                "accounts extra",
                "foo",
                "list --limit 0x",
                "list -o nonsense",
                "completion tcsh",
                "help foo",
                "config set nosuch x",
                "list -- -v",
                "list -v -q",
                "list -o=csv -v -q",
                "config set --profile=x nosuch x",
                "list --cursor --all"
            })
    void noneIsBetterThanOneFurtherOff(String typed) {
        assertEquals(null, suggestion(typed.split(" ")));
    }

    /** Every suggestion is parsed before it is shown: whatever the words, nothing else goes wrong. */
    @Test
    void noWordsBreakIt() {
        List<String> words = new ArrayList<>(List.of(
                "list",
                "config",
                "set",
                "get",
                "help",
                "--all",
                "-o",
                "=",
                "-",
                "--",
                "--=",
                "-=x",
                "“",
                "”",
                "—",
                "——x",
                "--json",
                "--token",
                "--filter",
                "type=",
                "--filter=",
                "-Lx",
                "-",
                "",
                " ",
                "\u00a0",
                "-\u00a0-",
                "x.csv",
                "apikey",
                "--id",
                "show",
                "auth",
                "--limit",
                "all",
                "-ox",
                "--columns=,",
                "'",
                "''",
                "\"",
                "|",
                "$"));
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 500; round++) {
            List<String> line = new ArrayList<>(List.of("list", "--no-such-option"));
            for (int i = random.nextInt(6); i > 0; i--) {
                line.add(random.nextInt(line.size() + 1), words.get(random.nextInt(words.size())));
            }
            int exitCode = run().run(line.toArray(new String[0])).exitCode();
            assertTrue(exitCode != ExitCode.BUG.code(), line::toString);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--search,a`b`,--name  in place of  --search",
        "--url,https://user:hunter2@example.com/,--base-url  in place of  --url"
    })
    void theOptionAloneIsSuggestedWhereItsValueCanNotBeShown(String option, String value, String suggestion) {
        String stderr = new CommandRun()
                .run("list", option, value)
                .expect(ExitCode.USAGE)
                .stderr();
        assertTrue(stderr.contains("  did you mean: " + suggestion + "\n"), stderr);
        assertFalse(stderr.contains("hunter2"), stderr);
    }
}
