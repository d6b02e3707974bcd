import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/**
 * Answers from memory, over HTTP and HTTPS, as fast as one thread a connection can: what is measured is the client.
 *
 * <p>{@code /v1/accounts/PAGES-LATENCY-RATE/audiences} has PAGES times 100 audiences, takes LATENCY milliseconds for each
 * response, and sends RATE kB a second (without RATE, as fast as it can). It gives {@code limit} audiences a page (100
 * when none is asked for, 1,000 at most), in gzip for those who accept it. The cursor is the number of audiences before
 * the page, in eight digits. Pages in gzip are kept, so that packing them does not count when they are asked for again.
 *
 * <p>Run as {@code BenchServer KEYSTORE PASSWORD}; the two ports are printed.
 */
public final class BenchServer {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;
    private static final int DIGITS = 8;
    /** What is sent at once when the rate is limited, in bytes. */
    private static final int SLICE = 8 << 10;

    private static final Map<String, byte[]> PACKED = new ConcurrentHashMap<>();

    private BenchServer() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        ServerSocket plain = new ServerSocket(0, 50, loopback);
        SSLServerSocket secure = (SSLServerSocket)
                context(Path.of(args[0]), args[1]).getServerSocketFactory().createServerSocket(0, 50, loopback);
        // The client's order, as most servers have it.
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setUseCipherSuitesOrder(false);
        secure.setSSLParameters(parameters);
        System.out.println(plain.getLocalPort() + " " + secure.getLocalPort());
        new Thread(() -> accept(plain)).start();
        accept(secure);
    }

    private static SSLContext context(Path store, String password) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, password.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static void accept(ServerSocket listener) {
        try {
            while (true) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                Thread thread = new Thread(() -> serve(socket));
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
                OutputStream out = socket.getOutputStream()) {
            for (String head = head(in); head != null; head = head(in)) {
                Request request = Request.parse(head);
                LockSupport.parkNanos(request.latency() * 1_000_000L);
                send(request.response(), request.rate(), out);
            }
        } catch (IOException e) {
            // The client is done.
        }
    }

    /** The head of a request in lower case; null when the client closed. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int c = in.read();
            if (c < 0) {
                return null;
            }
            head.append((char) c);
        }
        return head.toString().toLowerCase(Locale.ROOT);
    }

    private static void send(byte[] response, int rate, OutputStream out) throws IOException {
        if (rate == 0) {
            out.write(response);
            return;
        }
        long begin = System.nanoTime();
        for (int sent = 0; sent < response.length; sent += SLICE) {
            int size = Math.min(SLICE, response.length - sent);
            out.write(response, sent, size);
            // Bytes times a million by kB a second: nanoseconds.
            long due = begin + (sent + size) * 1_000_000L / rate;
            LockSupport.parkNanos(due - System.nanoTime());
        }
    }

    /** What a request asks for. */
    private record Request(int audiences, int latency, int rate, int start, int limit, boolean gzip) {
        static Request parse(String head) {
            int account = head.indexOf("/accounts/") + 10;
            String[] numbers =
                    head.substring(account, head.indexOf('/', account)).split("-");
            String line = head.substring(0, head.indexOf("\r\n"));
            boolean gzip =
                    head.lines().anyMatch(field -> field.startsWith("accept-encoding:") && field.contains("gzip"));
            return new Request(
                    Integer.parseInt(numbers[0]) * 100,
                    Integer.parseInt(numbers[1]),
                    numbers.length > 2 ? Integer.parseInt(numbers[2]) : 0,
                    parameter(line, "cursor=", 0),
                    Math.min(MAX_LIMIT, parameter(line, "limit=", DEFAULT_LIMIT)),
                    gzip);
        }

        private static int parameter(String line, String name, int absent) {
            int at = line.indexOf(name);
            return at < 0
                    ? absent
                    : Integer.parseInt(line.substring(at + name.length()).split("[^0-9]")[0]);
        }

        byte[] response() {
            int end = Math.min(audiences, start + limit);
            return gzip
                    ? PACKED.computeIfAbsent(start + "-" + end + (end < audiences), key -> packed(end))
                    : plain(end);
        }

        private byte[] plain(int end) {
            ByteArrayOutputStream body = body(end);
            ByteArrayOutputStream response = new ByteArrayOutputStream(body.size() + 200);
            response.writeBytes(bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.size() + "\r\n\r\n"));
            response.writeBytes(body.toByteArray());
            return response.toByteArray();
        }

        private byte[] packed(int end) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                body(end).writeTo(gzip);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            ByteArrayOutputStream response = new ByteArrayOutputStream();
            response.writeBytes(bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
                    + "Content-Length: " + packed.size() + "\r\n\r\n"));
            response.writeBytes(packed.toByteArray());
            return response.toByteArray();
        }

        private ByteArrayOutputStream body(int end) {
            boolean more = end < audiences;
            ByteArrayOutputStream body = new ByteArrayOutputStream(300 * (end - start) + 200);
            body.writeBytes(bytes("{\"success\":true,\"data\":{\"items\":["));
            Items.write(start, end, body);
            body.writeBytes(bytes("],\"nextCursor\":"
                    + (more ? "\"" + ("%0" + DIGITS + "d").formatted(end) + "\"" : "null")
                    + ",\"hasMore\":" + more + "},\"error\":null,\"traceId\":\"507f1f77bcf86cd799439011\"}"));
            return body;
        }
    }

    /** The audiences, made once in blocks: each differs from the others as much as real ones do. */
    private static final class Items {
        private static final int BLOCK = 1000;
        private static final String[] WHO = {
            "Series A founders", "Heads of sales", "CTOs at scale-ups", "Revenue operations leads", "Product managers"
        };
        private static final String[] WHERE = {"DACH", "Nordics", "Benelux", "France", "UK & Ireland", "US East", "APAC"
        };
        private static final String[] TYPES = {"linkedin_search", "on_demand", "monitoring"};
        private static final Map<Integer, byte[][]> BLOCKS = new ConcurrentHashMap<>();

        private Items() {}

        static void write(int start, int end, ByteArrayOutputStream body) {
            for (int index = start; index < end; index++) {
                if (index > start) {
                    body.write(',');
                }
                body.writeBytes(BLOCKS.computeIfAbsent(index / BLOCK, Items::block)[index % BLOCK]);
            }
        }

        private static byte[][] block(int number) {
            byte[][] items = new byte[BLOCK][];
            for (int i = 0; i < BLOCK; i++) {
                items[i] = bytes(item(number * BLOCK + i));
            }
            return items;
        }

        private static String item(int index) {
            SplittableRandom random = new SplittableRandom(index);
            String who = WHO[random.nextInt(WHO.length)] + " " + WHERE[random.nextInt(WHERE.length)];
            String folder = random.nextInt(3) == 0 ? "null" : "\"65f0c0ffee0000000000000" + random.nextInt(9) + "\"";
            return "{\"id\":\"%016x%08x\",\"name\":\"%s %d\",\"type\":\"%s\",\"description\":\"Imported list: %s\",%s%d,%s"
                    .formatted(
                            random.nextLong(),
                            index,
                            who,
                            index,
                            TYPES[random.nextInt(TYPES.length)],
                            who,
                            "\"folderId\":" + folder + ",\"prospectCount\":",
                            random.nextInt(20_000),
                            "\"createdAt\":\"2026-%02d-%02dT%02d:%02d:%02d.%03dZ\"}"
                                    .formatted(
                                            1 + random.nextInt(12),
                                            1 + random.nextInt(28),
                                            random.nextInt(24),
                                            random.nextInt(60),
                                            random.nextInt(60),
                                            random.nextInt(1000)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
