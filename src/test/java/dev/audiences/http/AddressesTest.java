package dev.audiences.http;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts and their addresses, which are defined in {@code src/test/hosts}. */
class AddressesTest {
    private static final StubServer.Script ONE_PAGE = json(200, page(null));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "api.localhost", "localhost.", "LOCALHOST", "127.0.0.1"})
    void areReachedByName(String host) {
        try (StubServer server = new StubServer(ONE_PAGE)) {
            CommandRun.against("http://" + host + ":" + server.port())
                    .run("list", "-o", "json")
                    .expect(ExitCode.OK, "[]\n", "");
            String name = host.equals("localhost.") ? "localhost" : host.toLowerCase(java.util.Locale.ROOT);
            assertEquals(name + ":" + server.port(), server.requests().get(0).header("host"));
        }
    }

    @Test
    void areTriedOneAfterTheOther() {
        try (StubServer server = new StubServer(json(200, page("c", audience("1"))), ONE_PAGE)) {
            CommandRun.against("http://refused-first.localhost:" + server.port())
                    .run("list", "--all", "-o", "csv", "--columns", "id", "--limit", "1", "-v", "--retries", "0")
                    .expect(ExitCode.OK, "id\n1\n", """
                              GET http://refused-first.localhost:%1$d/v1/accounts/group-1/audiences?limit=1
                              200 in 0 ms, 244 bytes, trace id trace-1
                                content-length: 244
                                content-type: application/json; charset=utf-8
                              GET http://refused-first.localhost:%1$d/v1/accounts/group-1/audiences?cursor=c&limit=1
                              200 in 0 ms, 103 bytes, trace id trace-1
                                content-length: 103
                                content-type: application/json; charset=utf-8
                            """.formatted(server.port()));
            for (StubServer.Request request : server.requests()) {
                assertEquals("refused-first.localhost:" + server.port(), request.header("host"));
            }
        }
    }

    @Test
    void areCountedWhenNoneIsReachable() {
        CommandRun.against("http://refused.localhost:1")
                .run("list", "--retries", "0")
                .expect(ExitCode.UNAVAILABLE, "", """
                audiences: can't connect to refused.localhost:1: none of its 2 addresses is reachable
                  try: check the network and the base URL (audiences config list shows it)
                """);
    }

    @Test
    void ofAnotherMachineGetNoKeyOverPlainHttp() {
        CommandRun.against("http://elsewhere.localhost:1").run("list").expect(ExitCode.SETTINGS, "", """
                audiences: the name elsewhere.localhost leads to another machine, 192.0.2.1, and would send the API key \
                there unencrypted (http://)
                  try: write 127.0.0.1 or [::1] instead of the name, or correct this machine's hosts file
                """);
    }

    @Test
    void ofAProxyOnAnotherMachineGetNoKeyOverPlainHttp() {
        String stderr = CommandRun.against("http://localhost:1")
                .with("http_proxy", "http://elsewhere.localhost:1")
                .run("list")
                .expect(ExitCode.SETTINGS)
                .stderr();
        assertEquals(
                "audiences: the name elsewhere.localhost leads to another machine, 192.0.2.1, and would send the API"
                        + " key there unencrypted (http://)",
                stderr.lines().toList().get(0));
    }

    @Test
    void ofAProxyAreTriedOneAfterTheOther() {
        try (StubServer proxy = new StubServer(ONE_PAGE)) {
            CommandRun.against("http://localhost:1")
                    .with("http_proxy", "http://refused-first.localhost:" + proxy.port())
                    .run("list", "-o", "json", "--retries", "0")
                    .expect(ExitCode.OK, "[]\n", "");
            assertEquals(List.of("http://localhost:1/v1/accounts/group-1/audiences"), proxy.targets());
        }
    }

    @Test
    void ofAProxyMayBelongToANameWithUnderscores() {
        try (StubServer proxy = new StubServer(StubServer.response(403, "text/html", "<p>no</p>"))) {
            CommandRun.against("https://api.invalid.")
                    .with("https_proxy", "http://proxy_of_tests:" + proxy.port())
                    .run("list")
                    .expect(ExitCode.UNAVAILABLE);
            assertEquals(
                    "CONNECT api.invalid:443 HTTP/1.1", proxy.requests().get(0).line());
        }
    }

    @Test
    void areLookedUpAgainAtEachRetry() {
        String stderr = CommandRun.against("https://missing.audiences.test")
                .run("list", "--retries", "1")
                .expect(ExitCode.UNAVAILABLE)
                .stderr();
        assertEquals(
                "audiences: the name missing.audiences.test can't be resolved, 2 times in a row",
                stderr.lines().toList().get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all_proxy", "ALL_PROXY", "http_proxy", "HTTP_PROXY"})
    void ofThisMachineIgnoreProxiesOfOtherSchemes(String variable) {
        try (StubServer server = new StubServer(ONE_PAGE)) {
            CommandRun.against(server.url())
                    .with(variable, "socks5://user:pass@proxy.test:1080")
                    .run("list", "-o", "json")
                    .expect(ExitCode.OK, "[]\n", "");
        }
    }
}
