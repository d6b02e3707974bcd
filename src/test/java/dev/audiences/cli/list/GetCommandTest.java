package dev.audiences.cli.list;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.data;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetCommandTest {
    private static final String AUDIENCES = "/v1/accounts/group-1/audiences/";
    private static final StubServer.Script READY = json(200, data(audience("a")));
    private static final StubServer.Script NOT_READY = json(409, error("AUDIENCE_NOT_READY", "not yet"));

    @Test
    void isAnObjectForOneIdAndAnArrayForSeveral() {
        try (StubServer server = new StubServer(READY, READY, json(200, data(audience("b"))))) {
            CommandRun run = CommandRun.against(server.url());
            run.run("get", "a", "-o", "json").expect(ExitCode.OK, audience("a") + "\n", "");
            run.run("get", "a", "b", "a", "-o", "json")
                    .expect(ExitCode.OK, "[" + audience("a") + "," + audience("b") + "]\n", "");
            assertEquals(List.of(AUDIENCES + "a", AUDIENCES + "a", AUDIENCES + "b"), server.targets());
        }
    }

    @Test
    void onATerminalTheObjectIsIndented() {
        try (StubServer server = new StubServer(json(200, data("{\"id\":\"a\",\"more\":{\"x\":[1]}}")))) {
            CommandRun.against(server.url())
                    .terminal(new StandardStreams(true, true, false, true, 80))
                    .run("get", "a", "-o", "json")
                    .expect(ExitCode.OK, """
                            {
                              "id": "a",
                              "more": {
                                "x": [
                                  1
                                ]
                              }
                            }
                            """, "");
        }
    }

    @Test
    void otherFormatsAreThoseOfTheList() {
        try (StubServer server = new StubServer(READY, READY)) {
            CommandRun run = CommandRun.against(server.url());
            run.run("get", "a", "-o", "csv", "--columns", "id,type").expect(ExitCode.OK, "id,type\na,monitoring\n", "");
            run.run("get", "a").expect(ExitCode.OK, """
                    ID  NAME        TYPE        PROSPECTS  FOLDER  CREATED
                    a   Audience a  monitoring         25          2026-04-28T15:30:00.000Z
                    """, "");
        }
    }

    @Test
    void anAudienceThatIsNotThereIsNamedAndNothingIsPrinted() {
        try (StubServer server = new StubServer(READY, json(404, error("NOT_FOUND", "none")))) {
            CommandRun.against(server.url())
                    .run("get", "a", "b", "-o", "csv")
                    .expect(ExitCode.REQUEST_REFUSED, "", """
                    audiences: the audience b was not found (404 NOT_FOUND: none)
                      details: more
                      try: audiences list  shows the audiences of the account group, and  audiences accounts  the groups of this key
                      trace id: trace-9
                    """);
        }
    }

    @Test
    void oneThatIsNotReadyEndsWithSix() {
        try (StubServer server = new StubServer(NOT_READY)) {
            CommandRun.against(server.url()).run("get", "a").expect(ExitCode.RATE_LIMITED, "", """
                    audiences: the audience a is not ready: a prospecting job is still filling it (409 AUDIENCE_NOT_READY: not yet)
                      details: more
                      try: run it again later;  audiences get --wait  with the same id waits until it is ready
                      trace id: trace-9
                    """);
        }
    }

    @Test
    void anyOtherConflictIsARefusal() {
        try (StubServer server = new StubServer(json(409, error("CONFLICT", "what")))) {
            CommandRun.against(server.url()).run("get", "a", "--wait").expect(ExitCode.REQUEST_REFUSED);
        }
    }

    @Test
    void waitsLongerAndLonger() {
        StubServer.Script[] scripts = {
            NOT_READY, NOT_READY, NOT_READY, NOT_READY, NOT_READY, NOT_READY, NOT_READY, READY
        };
        try (StubServer server = new StubServer(scripts)) {
            CommandRun.Result result = CommandRun.against(server.url())
                    .run("get", "a", "--wait", "-o", "csv", "--columns", "id")
                    .expect(
                            ExitCode.OK,
                            "id\na\n",
                            "audiences: the audience a is not ready yet: waiting for at most 1800 s (30 min)\n");
            assertEquals(seconds(5, 10, 20, 40, 60, 60, 60), result.waits());
        }
    }

    @Test
    void waitsForSeveralTogether() {
        try (StubServer server = new StubServer(
                NOT_READY,
                json(200, data(audience("b"))),
                NOT_READY,
                READY,
                NOT_READY,
                json(200, data(audience("c"))))) {
            CommandRun.Result result = CommandRun.against(server.url())
                    .run("get", "a", "b", "c", "--wait", "-o", "tsv", "--no-header", "--columns", "id")
                    .expect(
                            ExitCode.OK,
                            "a\nb\nc\n",
                            "audiences: 2 audiences are not ready yet: waiting for at most 1800 s (30 min)\n");
            assertEquals(seconds(5, 10), result.waits());
            assertEquals(
                    List.of("a", "b", "c", "a", "c", "c"),
                    server.targets().stream()
                            .map(target -> target.replace(AUDIENCES, ""))
                            .toList());
        }
    }

    @Test
    void givesUpWhenTheTimeIsOver() {
        try (StubServer server = StubServer.always(NOT_READY)) {
            CommandRun.Result result = CommandRun.against(server.url())
                    .run("get", "a", "b", "--wait", "--max-time", "30s")
                    .expect(ExitCode.RATE_LIMITED, "", """
                            audiences: 2 audiences are not ready yet: waiting for at most 30 s
                            audiences: the audience a is not ready: a prospecting job is still filling it (409 AUDIENCE_NOT_READY: not yet), nor is b; the waiting ended after 30 s
                              details: more
                              try: allow more with --max-time, or run it again later
                              trace id: trace-9
                            """);
            assertEquals(seconds(5, 10, 14), result.waits());
        }
    }

    @Test
    void neverAsksSoonerThanTheApiWants() {
        StubServer.Script later = json(409, error("AUDIENCE_NOT_READY", "not yet"), "Retry-After: 20");
        try (StubServer server = new StubServer(later, NOT_READY, READY)) {
            assertEquals(
                    seconds(20, 10),
                    CommandRun.against(server.url())
                            .run("get", "a", "--wait", "-q")
                            .expect(ExitCode.OK)
                            .waits());
        }
    }

    @Test
    void anotherFailureEndsTheWait() {
        try (StubServer server = new StubServer(NOT_READY, json(403, error("FORBIDDEN", "no")))) {
            CommandRun.against(server.url()).run("get", "a", "--wait").expect(ExitCode.KEY_REFUSED);
        }
    }

    @Test
    void showsTheWaitOnATerminal() {
        try (StubServer server = new StubServer(NOT_READY, READY)) {
            String stderr = CommandRun.against(server.url())
                    .terminal(new StandardStreams(true, true, false, true, 80))
                    .run("get", "a", "--wait")
                    .expect(ExitCode.OK)
                    .stderr();
            assertTrue(stderr.contains("\r\u001b[Kthe audience a is not ready yet …"), stderr);
            assertTrue(stderr.contains("after 4 s …\r\u001b[K"), stderr);
        }
    }

    @Test
    void leavesTheFileAsItWas(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "old");
        try (StubServer server = new StubServer(NOT_READY)) {
            CommandRun.against(server.url())
                    .run("get", "a", "-O", file.toString())
                    .expect(ExitCode.RATE_LIMITED);
        }
        assertEquals("old", Files.readString(file));
    }

    @Test
    void anotherAudienceThanAskedForIsNotTrusted() {
        try (StubServer server = new StubServer(json(200, data(audience("b"))), json(200, data(audience("A"))))) {
            CommandRun run = CommandRun.against(server.url());
            String stderr =
                    run.run("get", "a").expect(ExitCode.UNTRUSTED_ANSWER).stderr();
            assertTrue(stderr.startsWith("audiences: the API answered with the audience b when asked for a\n"), stderr);
            run.run("get", "a", "-o", "tsv", "--columns", "id", "--no-header").expect(ExitCode.OK, "A\n", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "{\"id\":1}", "{\"items\":[]}"})
    void whatIsNoAudienceIsNotTrusted(String body) {
        try (StubServer server = new StubServer(json(200, data(body)))) {
            CommandRun.against(server.url()).run("get", "a").expect(ExitCode.UNTRUSTED_ANSWER);
        }
    }

    @Test
    void hasTheNameOfTheFolderWhereItIsAskedFor() {
        String inFolder = audience("a").replace("\"folderId\":null", "\"folderId\":\"f1\"");
        try (StubServer server = StubServer.byPath(Map.of(
                AUDIENCES + "a",
                json(200, data(inFolder)),
                AUDIENCES + "navigation",
                json(200, navigation(folder("f1", "Outreach")))))) {
            CommandRun.against(server.url())
                    .run("get", "a", "-o", "csv", "--columns", "id,foldername")
                    .expect(ExitCode.OK, "id,folderName\na,Outreach\n", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"navigation", "audiences", "audience/1", ".", "..", ""})
    void anIdThatWouldBeTakenForSomethingElseIsRefused(String id) {
        new CommandRun().run("get", id).expect(ExitCode.USAGE);
        new CommandRun().run("prospects", id).expect(ExitCode.USAGE);
    }

    @Test
    void anIdIsOneSegmentOfThePath() {
        try (StubServer server = new StubServer(json(404, page(null)))) {
            CommandRun.against(server.url()).run("get", "a/../b?c é").expect(ExitCode.REQUEST_REFUSED);
            assertEquals(List.of(AUDIENCES + "a%2F..%2Fb%3Fc%20%C3%A9"), server.targets());
        }
    }

    private static List<Duration> seconds(int... seconds) {
        return Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
    }
}
