package dev.audiences.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxy the environment names for a URL. */
class ProxyChoiceTest {
    private static Map<String, String> environment(String variables) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split(" ")) {
            int equals = variable.indexOf('=');
            environment.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return environment;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://a.test, HTTPS_PROXY=http://p:1, p:1, HTTPS_PROXY",
                "https://a.test, HTTPS_PROXY=http://p:1 https_proxy=q:2, q:2, https_proxy",
                "https://a.test, HTTPS_PROXY= ALL_PROXY=p:1, p:1, ALL_PROXY",
                "https://a.test, all_proxy=p:1 ALL_PROXY=q:2, p:1, all_proxy",
                "https://a.test, http_proxy=p:1, -, -",
                "https://a.test, https_proxy=p, p:1080, https_proxy",
                "https://a.test, https_proxy=http://p, p:80, https_proxy",
                "https://a.test, https_proxy=HTTP://p, p:80, https_proxy",
                "https://a.test, https_proxy=p:1 no_proxy=a.test, -, -",
                "https://a.test, https_proxy=p:1 no_proxy=b.test, p:1, https_proxy",
                "https://a.test, https_proxy=p:1 no_proxy=b.test NO_PROXY=a.test, p:1, https_proxy",
                "http://localhost:1, http_proxy=127.0.0.1:1, 127.0.0.1:1, http_proxy",
                "http://localhost:1, http_proxy=p:1, -, -",
                "https://localhost:1, ALL_PROXY=p:1, -, -",
                "https://localhost:1, https_proxy=p:1 ALL_PROXY=q:1, p:1, https_proxy",
                "https://127.0.0.1, all_proxy=socks5://p:1, -, -",
                "http://localhost:1, http_proxy=socks5://p:1, -, -",
                "https://localhost:1, https_proxy=socks5h://p:1, -, -",
                "https://a.test., https_proxy=p:1 no_proxy=a.test, -, -",
                "https://a.test, https_proxy=p:1 no_proxy=a.test., -, -",
                "https://a.test, https_proxy=http://p_1:3128/, p_1:3128, https_proxy",
                "http://[::1]:1, http_proxy=[::1]:2, [::1]:2, http_proxy",
                "https://[::1]:1, https_proxy=p:1 no_proxy=::1, -, -"
            })
    void comesFromTheFirstVariableThatIsSet(URI target, String variables, String name, String source)
            throws ApiException {
        Proxy proxy = Proxy.of(target, environment(variables));
        assertEquals(name, proxy == null ? null : proxy.name());
        assertEquals(source, proxy == null ? null : proxy.source());
    }

    @ParameterizedTest
    @CsvSource({
        "socks5://p:1, https_proxy has a scheme other than http://",
        "https://p:1, https_proxy has a scheme other than http://",
        "http://, https_proxy is not a proxy URL",
        "http://p q, https_proxy is not a proxy URL",
        "http:///x, https_proxy is not a proxy URL",
        "http://p:x, https_proxy is not a proxy URL",
        "http://p:99999, 'https_proxy names port 99999, and ports go from 1 to 65535'"
    })
    void thatMakesNoSenseIsRefused(String value, String message) {
        ApiException refusal = assertThrows(
                ApiException.class, () -> Proxy.of(URI.create("https://a.test"), Map.of("https_proxy", value)));
        assertEquals(message, refusal.getMessage());
        assertEquals(ApiException.Kind.SETUP, refusal.kind());
        assertEquals("set it to http://host:port or http://user:password@host:port", refusal.hint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://me:canary%zz@p:1",
                "http://me:canary@7@p:1",
                "http://me:12345/canary@p:1",
                "http://me:12345?canary@p:1",
                "http://me:12345#canary@p:1",
                "http://me:canary/7@p:1",
                "me:canary#7@p:1",
                "http://me:canary 7@p:1"
            })
    void withAPasswordThatIsNotEncodedIsRejectedWithoutShowingIt(String value) {
        ApiException refusal = assertThrows(
                ApiException.class, () -> Proxy.of(URI.create("https://a.test"), Map.of("https_proxy", value)));
        assertEquals("https_proxy is not a proxy URL", refusal.getMessage());
        assertEquals(
                "set it to http://host:port or http://user:password@host:port; in the password write @ as %40, : as"
                        + " %3A, / as %2F, # as %23, % as %25",
                refusal.hint());
    }

    @Test
    void isPrintedWithoutItsPassword() throws ApiException {
        Proxy proxy = Proxy.of(URI.create("https://a.test"), Map.of("https_proxy", "http://me:a+b%2Bé%3A@p:1"));
        assertEquals("Basic bWU6YStiK8OpOg==", proxy.authorization());
        assertEquals("p:1", proxy.toString());
    }
}
