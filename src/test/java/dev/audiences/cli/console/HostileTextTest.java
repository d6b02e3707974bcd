package dev.audiences.cli.console;

import static dev.audiences.testing.Responses.error;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Nothing but visible text and line ends reaches a terminal; JSON and CSV carry the original. */
class HostileTextTest {
    @Test
    void longTextOfTheServerIsCut() {
        String smile = "\ud83d\ude00";
        String error = error("C".repeat(101), "m".repeat(999) + smile)
                .replace("\"more\"", "[\"" + "d".repeat(2000) + "\"]")
                .replace("trace-9", "t".repeat(1 << 20));
        try (StubServer server = new StubServer(StubServer.json(400, error))) {
            CommandRun.against(server.url()).run("list").expect(ExitCode.REQUEST_REFUSED, "", """
                    audiences: the API refused the request (400 %s…: %s…)
                      details: ["%s…
                      try: check --account, --limit and --cursor against what the API says above
                      trace id: %s…
                    """.formatted(
                            "C".repeat(100), "m".repeat(999), "d".repeat(998), "t".repeat(100)));
        }
    }

    /** Every character that could act on a terminal, or hide. */
    private static final String HOSTILE = hostile();

    private static String hostile() {
        StringBuilder text = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    text.appendCodePoint(c);
                default -> {}
            }
        }
        return text.toString();
    }

    private static String json(String text) {
        return new JsonMapper().writeValueAsString(text);
    }

    private static void assertHarmless(String shown) {
        shown.codePoints().filter(c -> c != '\n').forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> fail("U+" + Integer.toHexString(c) + " was shown");
                default -> {}
            }
        });
    }

    @Test
    void inNamesIsMadeVisibleInTheTableAndKeptInJsonAndCsv() {
        String page = page(null, "{\"id\":\"1\",\"name\":" + json(HOSTILE) + ",\"unknown\":\"\\ud800\"}");
        List<StubServer.Script> scripts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            scripts.add(StubServer.json(200, page));
        }
        try (StubServer server = new StubServer(scripts.toArray(new StubServer.Script[0]))) {
            CommandRun run = CommandRun.against(server.url());
            assertHarmless(run.run("list").expect(ExitCode.OK).out());
            String json = run.run("list", "-o", "json").expect(ExitCode.OK).out();
            assertHarmless(json);
            assertEquals(
                    HOSTILE, new JsonMapper().readTree(json).get(0).get("name").asString());
            String csv = run.run("list", "-o", "csv", "--no-header", "--columns", "name")
                    .out();
            assertEquals("\"" + HOSTILE.replace("\"", "\"\"") + "\"\n", csv);
            CommandRun.Result onTerminal = run.terminal(new StandardStreams(true, true, false, true, 80))
                    .run("list", "-o", "csv");
            assertHarmless(onTerminal.out());
        }
    }

    @Test
    void inErrorsAndTraceIdsIsMadeVisible() {
        String body = error("CODE", "why")
                .replace("\"why\"", json(HOSTILE))
                .replace("\"trace-9\"", json(HOSTILE))
                .replace("\"CODE\"", json(HOSTILE))
                .replace("\"more\"", json(HOSTILE));
        try (StubServer server = new StubServer(StubServer.json(400, body))) {
            assertHarmless(CommandRun.against(server.url()).run("list", "-v").stderr());
        }
    }

    @Test
    void inArgumentsIsMadeVisible() {
        CommandRun run = new CommandRun();
        assertHarmless(run.run("list", "--no-such" + HOSTILE).stderr());
        assertHarmless(run.run(HOSTILE).stderr());
        assertHarmless(run.run("list", "-a", HOSTILE).stderr());
        assertHarmless(run.run("list", "-o", HOSTILE).stderr());
        assertHarmless(run.run("list", "--limit", HOSTILE).stderr());
        assertHarmless(run.run("list", "--base-url", HOSTILE).stderr());
        assertHarmless(run.run("list", "--sort", HOSTILE + ":x").stderr());
    }

    @Test
    void aKeyThatTheServerRepeatsIsHidden() {
        String body = error("CODE", "your key " + CommandRun.CANARY + " is bad");
        try (StubServer server = new StubServer(StubServer.json(401, body))) {
            // The run itself looks for the key in what came out.
            CommandRun.against(server.url()).run("list", "-v").expect(ExitCode.KEY_REFUSED);
        }
    }

    /** As text that is cut, too: nothing of the key may stand before the cut. */
    @Test
    void aKeyThatTheServerSpellsInItsOwnWayIsHidden() {
        String key = CommandRun.CANARY;
        String base64 = java.util.Base64.getEncoder()
                .encodeToString(("Bearer " + key).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (String spelt : List.of(
                key.replace("s", "\\\\u0073"),
                key.replace("_", "%5F"),
                key.replace("l", "&#108;"),
                base64,
                key.toUpperCase(java.util.Locale.ROOT),
                key.substring(9, 20))) {
            for (int before = 960; before <= 1000; before++) {
                String body = error("CODE", "-".repeat(before) + spelt);
                try (StubServer server = new StubServer(StubServer.json(400, body))) {
                    String stderr = CommandRun.against(server.url()).run("list").stderr();
                    assertFalse(
                            stderr.matches("(?is).*-(sk_l|s%5|sk%5|s&#|\\\\u0|canary|anary|nary|QmVhcmVyIHN).*"),
                            stderr);
                }
            }
        }
    }
}
