package dev.audiences.http;

import static dev.audiences.testing.StubServer.json;
import static dev.audiences.testing.StubServer.raw;
import static dev.audiences.testing.StubServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.Responses;
import dev.audiences.testing.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyTest {
    private static CommandRun through(StubServer proxy, String userInfo) {
        return CommandRun.against("https://api.invalid")
                .with("HTTPS_PROXY", "http://" + userInfo + "127.0.0.1:" + proxy.port());
    }

    @Test
    void reportsThatTheProxyAsksForAPassword() {
        try (StubServer proxy = new StubServer(
                response(407, "text/html", "<p>who are you?</p>", "Proxy-Authenticate: Basic realm=\"office\""))) {
            through(proxy, "").run("list", "-v").expect(ExitCode.UNAVAILABLE, "", """
                      GET https://api.invalid/v1/accounts/group-1/audiences
                      407 in 0 ms, 0 bytes
                        content-length: 19
                        content-type: text/html
                        proxy-authenticate: Basic realm="office"
                    audiences: the proxy 127.0.0.1:%d asks for a password (407)
                      try: put the proxy's user name and password into HTTPS_PROXY (http://user:password@host:port)
                    """.formatted(proxy.port()));
            assertEquals(
                    "CONNECT api.invalid:443 HTTP/1.1", proxy.requests().get(0).line());
            assertNull(proxy.requests().get(0).header("authorization"));
        }
    }

    @Test
    void reportsThatTheProxyRefusedThePassword() {
        try (StubServer proxy =
                new StubServer(response(407, "text/html", "<p>no</p>", "Proxy-Authenticate: Basic realm=\"office\""))) {
            through(proxy, "robot:p%40ss@").run("list").expect(ExitCode.UNAVAILABLE, "", """
                    audiences: the proxy 127.0.0.1:%d refused the password (407)
                      try: put the proxy's user name and password into HTTPS_PROXY (http://user:password@host:port)
                    """.formatted(proxy.port()));
            assertEquals("Basic cm9ib3Q6cEBzcw==", proxy.requests().get(0).header("proxy-authorization"));
        }
    }

    @Test
    void reportsThatTheProxyDoesNotReachTheApi() {
        try (StubServer proxy = new StubServer(response(403, "text/html", "<p>not from here</p>"))) {
            through(proxy, "").run("list").expect(ExitCode.UNAVAILABLE, "", """
                    audiences: the proxy 127.0.0.1:%d could not reach the API (403)
                      try: check HTTPS_PROXY and what the proxy lets through
                    """.formatted(proxy.port()));
            assertNull(proxy.requests().get(0).header("authorization"));
        }
    }

    @Test
    void namesTheProxyThatCutTheConnection() {
        try (StubServer proxy = new StubServer(raw(new byte[0]))) {
            through(proxy, "").run("list", "--retries", "0").expect(ExitCode.UNAVAILABLE, "", """
                    audiences: the connection to api.invalid through the proxy 127.0.0.1:%d was cut \
                    before the response was complete
                      try: check the network and the base URL (audiences config list shows it)
                    """.formatted(
                            proxy.port()));
        }
    }

    @Test
    void namesTheProxyThatIsNotReachable() {
        StubServer.Script silence = (request, connection) -> {};
        try (StubServer proxy = new StubServer(silence)) {
            through(proxy, "")
                    .run("list", "--retries", "0", "--timeout", "300ms")
                    .expect(ExitCode.UNAVAILABLE, "", """
                    audiences: no complete response from api.invalid through the proxy 127.0.0.1:%d within 300 ms
                      try: see whether the API is slow today, or allow more time with --timeout
                    """.formatted(proxy.port()));
        }
    }

    @Test
    void saysThatAnIpv6AddressNeedsNoProxy() {
        CommandRun run = CommandRun.against("https://[::1]:1").with("HTTPS_PROXY", "127.0.0.1:3128");
        run.run("list").expect(ExitCode.SETTINGS, "", """
                audiences: an IPv6 address can't be reached through the proxy 127.0.0.1:3128
                  try: name the host instead, or list the address in NO_PROXY
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65_536, 99_999})
    void rejectsAnInvalidPort(int port) {
        CommandRun run = CommandRun.against("https://api.invalid").with("HTTPS_PROXY", "http://127.0.0.1:" + port);
        run.run("list").expect(ExitCode.SETTINGS, "", """
                audiences: HTTPS_PROXY names port %d, and ports go from 1 to 65535
                  try: set it to http://host:port or http://user:password@host:port
                """.formatted(port));
    }

    @Test
    void isIgnoredForAPortInNoProxyWhateverTheFormOfTheBaseUrl() {
        try (StubServer proxy = new StubServer()) {
            String stderr = CommandRun.against("HTTPS://[::1]")
                    .with("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port())
                    .with("NO_PROXY", "[::1]:443")
                    .run("list", "--retries", "0")
                    .expect(ExitCode.UNAVAILABLE)
                    .stderr();
            assertFalse(stderr.contains("the proxy"), stderr);
        }
    }

    @Test
    void sendsRequestsToThisMachineThroughHttpProxyToo() {
        try (StubServer proxy = new StubServer(json(200, Responses.page(null)))) {
            CommandRun.against("http://localhost:1")
                    .with("HTTP_PROXY", "127.0.0.1:" + proxy.port())
                    .run("list", "-o", "json")
                    .expect(ExitCode.OK, "[]\n", "");
            assertEquals(
                    "http://localhost:1/v1/accounts/group-1/audiences",
                    proxy.targets().get(0));
        }
    }
}
