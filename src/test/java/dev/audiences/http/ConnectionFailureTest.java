package dev.audiences.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.audiences.tls.TrustedCertificates;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The message of each connection failure, and whether it is retryable. */
class ConnectionFailureTest {
    private static final URI API = URI.create("https://a.test");
    private static final long CAP = 64 << 20;

    private static IOException tls(String message, Throwable cause) {
        return new SSLException(message, cause);
    }

    private static Throwable connecting(Throwable cause) {
        return new ConnectException().initCause(cause);
    }

    static Stream<Arguments> failures() {
        String unsafe = "no secure connection to a.test: ";
        String cut = "the connection to a.test was cut before the response was complete";
        return Stream.of(
                Arguments.of(
                        tls("x", new CertificateExpiredException()), unsafe + "its certificate has expired", false),
                Arguments.of(
                        tls("x", new CertPathBuilderException()),
                        unsafe + "its certificate was issued by an authority that is not trusted",
                        false),
                Arguments.of(
                        tls("x", new CertPathValidatorException()), unsafe + "its certificate can't be trusted", false),
                Arguments.of(
                        tls("x", new CertificateException("No name matching a.test found")),
                        unsafe + "its certificate is not for this host",
                        false),
                Arguments.of(
                        tls("x", new CertificateException("Extended key usage does not permit use for TLS")),
                        unsafe + "its certificate can't be trusted",
                        false),
                Arguments.of(tls(null, null), unsafe + "the TLS handshake failed", false),
                Arguments.of(tls("x", new EOFException()), cut, true),
                Arguments.of(tls("Connection reset", null), cut, true),
                Arguments.of(tls("Broken pipe", null), cut, true),
                Arguments.of(tls("Remote host terminated the handshake", null), cut, true),
                Arguments.of(tls("x", new IOException("closed")), cut, true),
                Arguments.of(new IOException("cut"), cut, true),
                Arguments.of(new IllegalArgumentException(), "the response is not valid HTTP", false),
                Arguments.of(
                        new IOException(new ProtocolException()), "the response from a.test is not valid HTTP", false),
                Arguments.of(
                        new IOException(new NumberFormatException()),
                        "the response from a.test is not valid HTTP",
                        false),
                Arguments.of(connecting(new UnresolvedAddressException()), "the name a.test can't be resolved", true),
                Arguments.of(new UnknownHostException(), "the name a.test can't be resolved", true),
                Arguments.of(
                        new HttpConnectTimeoutException("x").initCause(new ConnectException()),
                        "connecting to a.test took too long",
                        true),
                Arguments.of(connecting(null), "can't connect to a.test", true),
                Arguments.of(
                        new IOException(new LimitedBodySubscriber.TooLong()),
                        "the response is larger than 64 MiB",
                        false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isDescribed(Throwable failure, String message, boolean retryable) {
        ApiException told = ConnectionFailure.describe(failure, API, null, 1, CAP);
        assertEquals(message, told.getMessage());
        assertEquals(retryable, told.retryable());
    }

    static Stream<Arguments> failuresOfAProxy() {
        return Stream.of(
                Arguments.of(connecting(null), "can't connect to the proxy p:1", true),
                Arguments.of(
                        connecting(new UnresolvedAddressException()),
                        "the name of the proxy p:1 can't be resolved",
                        true),
                Arguments.of(new UnknownHostException(), "the name of the proxy p:1 can't be resolved", true),
                Arguments.of(
                        new IOException("Tunnel failed, got: 403"),
                        "the proxy p:1 could not reach the API (403)",
                        false),
                Arguments.of(
                        new IOException("Tunnel failed, got: 500"),
                        "the proxy p:1 could not reach the API (500)",
                        true),
                Arguments.of(
                        new IOException("Tunnel failed, got: 429"),
                        "the proxy p:1 could not reach the API (429)",
                        true),
                Arguments.of(
                        new IOException("Tunnel failed, got: 501"),
                        "the proxy p:1 could not reach the API (501)",
                        false),
                Arguments.of(new IOException("Tunnel failed"), "the proxy p:1 could not reach the API", false),
                Arguments.of(
                        new IOException("Tunnel failed, got: 407"), "the proxy p:1 asks for a password (407)", false),
                Arguments.of(
                        new IOException((String) null),
                        "the connection to a.test through the proxy p:1 was cut before the response was complete",
                        true));
    }

    @ParameterizedTest
    @MethodSource("failuresOfAProxy")
    void namesTheProxy(Throwable failure, String message, boolean retryable) throws ApiException {
        Proxy proxy = Proxy.of(API, Map.of("https_proxy", "p:1"));
        ApiException told = ConnectionFailure.describe(failure, API, proxy, 1, CAP);
        assertEquals(message, told.getMessage());
        assertEquals(retryable, told.retryable());
    }

    @Test
    void reportsTheNumberOfAddresses() throws ApiException {
        Throwable timedOut = new HttpConnectTimeoutException("x").initCause(new ConnectException());
        Proxy proxy = Proxy.of(API, Map.of("https_proxy", "p:1"));
        for (Throwable failure : List.of(connecting(null), timedOut)) {
            assertEquals(
                    "can't connect to a.test: none of its 3 addresses is reachable",
                    ConnectionFailure.describe(failure, API, null, 3, CAP).getMessage());
            assertEquals(
                    "can't connect to the proxy p:1: none of its 2 addresses is reachable",
                    ConnectionFailure.describe(failure, API, proxy, 2, CAP).getMessage());
        }
    }

    @Test
    void hasAHint() {
        String bundle = TrustedCertificates.bundleOfMachine();
        assertEquals(
                "if your company inspects TLS, name its CA file (PEM) in SSL_CERT_FILE"
                        + (bundle == null ? "" : ", or add it to those that this machine trusts (" + bundle + ")"),
                ConnectionFailure.describe(tls("x", new CertPathBuilderException()), API, null, 1, CAP)
                        .hint());
        assertEquals(
                "check the base URL, and this machine's clock",
                ConnectionFailure.describe(tls("x", new CertificateExpiredException()), API, null, 1, CAP)
                        .hint());
        assertEquals(
                "can't connect to a.test:0",
                ConnectionFailure.describe(connecting(null), URI.create("https://a.test:0"), null, 1, CAP)
                        .getMessage());
        assertNull(ConnectionFailure.describe(new IllegalArgumentException(), API, null, 1, CAP)
                .hint());
    }
}
