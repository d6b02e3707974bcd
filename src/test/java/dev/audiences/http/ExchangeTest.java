package dev.audiences.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.audiences.testing.Responses;
import dev.audiences.testing.StubServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The look-up of names, and the choice of addresses. */
class ExchangeTest {
    private static final TimeLimit LONG = new TimeLimit(Duration.ofSeconds(60), null);
    private static final TimeLimit SHORT = new TimeLimit(Duration.ofMillis(100), null);
    private static final TimeLimit SHORT_RUN = new TimeLimit(Duration.ofMillis(100), Duration.ofSeconds(5));
    private static final StubServer.Script PAGE = StubServer.json(200, Responses.page(null));

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            addresses[i] = InetAddress.getByName(literals[i]);
        }
        return addresses;
    }

    private static HttpTransport connection(Proxy proxy, HostResolver resolver) {
        return new HttpTransport(new Peer(proxy, null, resolver), "Bearer x", "test", System::nanoTime);
    }

    private static int status(HttpTransport connection, int port, TimeLimit limit) throws Exception {
        return connection
                .send(URI.create("http://api.localhost:" + port), limit.left())
                .await(limit, response -> {})
                .status();
    }

    @Test
    void timesOutWhenTheNameServerDoesNotRespond() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        HostResolver silent = host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new UnknownHostException("interrupted");
            }
            return null;
        };
        try (HttpTransport connection = connection(null, silent)) {
            ApiException failure = assertThrows(ApiException.class, () -> status(connection, 1, SHORT));
            assertEquals("the look-up of api.localhost gave no address within 100 ms", failure.getMessage());
            assertEquals("check the network and its name servers, or allow more time with --timeout", failure.hint());
            assertEquals(true, failure.retryable());
            failure = assertThrows(ApiException.class, () -> status(connection, 1, SHORT_RUN));
            assertEquals(
                    "the look-up of api.localhost gave no address within the 5 s for the whole run (--max-time)",
                    failure.getMessage());
            assertEquals(false, failure.retryable());
        }
        Proxy proxy = Proxy.of(URI.create("https://a.test"), Map.of("https_proxy", "p_1:1"));
        try (HttpTransport connection = connection(proxy, silent)) {
            ApiException failure = assertThrows(ApiException.class, () -> status(connection, 1, SHORT));
            assertEquals("the look-up of the proxy p_1:1 gave no address within 100 ms", failure.getMessage());
        }
    }

    @Test
    void looksUpAgainAfterAFailureAndNotAfterAResponse() throws Exception {
        AtomicInteger lookUps = new AtomicInteger();
        HostResolver failingFirst = host -> {
            if (lookUps.incrementAndGet() == 1) {
                throw new UnknownHostException(host);
            }
            return addresses("127.0.0.1");
        };
        try (StubServer server = new StubServer(PAGE, PAGE, StubServer.raw(new byte[0]), PAGE);
                HttpTransport connection = connection(null, failingFirst)) {
            assertThrows(ApiException.class, () -> status(connection, server.port(), LONG));
            assertEquals(200, status(connection, server.port(), LONG));
            assertEquals(200, status(connection, server.port(), LONG));
            assertEquals(2, lookUps.get());
            assertThrows(ApiException.class, () -> status(connection, server.port(), LONG));
            assertEquals(200, status(connection, server.port(), LONG));
            assertEquals(3, lookUps.get());
        }
    }

    @Test
    void skipsAnAddressThatDoesNotRespond() throws Exception {
        try (StubServer server = new StubServer(PAGE);
                ServerSocket deaf = new ServerSocket(server.port(), 1, InetAddress.getByName("127.0.0.9"))) {
            List<Socket> waiting = fill(deaf);
            try (HttpTransport connection =
                    connection(null, host -> addresses("127.0.0.9", "127.0.0.8", "127.0.0.1"))) {
                // A third of it for each address.
                assertEquals(200, status(connection, server.port(), new TimeLimit(Duration.ofSeconds(3), null)));
            }
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    /** Fills the queue of a server that accepts no connections: a further connection blocks without limit. */
    private static List<Socket> fill(ServerSocket server) throws Exception {
        List<Socket> waiting = new ArrayList<>();
        while (waiting.size() < 50) {
            Socket socket = new Socket();
            try {
                socket.connect(server.getLocalSocketAddress(), 200);
                waiting.add(socket);
            } catch (java.net.SocketTimeoutException e) {
                socket.close();
                return waiting;
            }
        }
        throw new AssertionError("the queue has no end");
    }

    @Test
    void alternatesTheAddressFamilies() throws Exception {
        HostResolver resolver = host -> addresses("192.0.2.1", "192.0.2.2", "192.0.2.1", "2001:db8::1", "192.0.2.3");
        assertEquals(
                List.of(addresses("192.0.2.1", "2001:db8::1", "192.0.2.2", "192.0.2.3")),
                HostAddresses.of("a.test", false, resolver));
        HostResolver none = host -> {
            throw new UnknownHostException(host);
        };
        assertEquals(List.of(addresses("127.1.2.3")), HostAddresses.of("127.1.2.3", true, none));
        assertEquals(List.of(addresses("::1")), HostAddresses.of("[::1]", true, none));
    }

    @Test
    void keepsPlainHttpOnThisMachine() throws Exception {
        HostResolver resolver = host -> addresses("127.0.0.1", "2001:db8::1");
        ApiException refusal = assertThrows(ApiException.class, () -> HostAddresses.of("localhost", true, resolver));
        assertEquals(ApiException.Kind.SETUP, refusal.kind());
        assertEquals(2, HostAddresses.of("localhost", false, resolver).size());
    }
}
