package dev.audiences.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A server on loopback that sends one scripted response per request, byte by byte, which may be invalid, stalled or cut
 * off. A request without a script, and a script without a request, fail the test at {@link #close}.
 */
public final class StubServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Deque<Script> scripts = new ArrayDeque<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());
    private final Script always;
    private int unexpected;

    /** A request as it arrived. */
    public record Request(String line, List<String> headers) {
        /** Path and query, as sent. */
        public String target() {
            return line.split(" ")[1];
        }

        /** Returns the value of a header field, or null. */
        public String header(String name) {
            String prefix = name.toLowerCase(java.util.Locale.ROOT) + ":";
            return headers.stream()
                    .filter(header -> header.toLowerCase(java.util.Locale.ROOT).startsWith(prefix))
                    .map(header -> header.substring(prefix.length()).strip())
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What the server does with one request; the connection stays open unless the script closes it. */
    @FunctionalInterface
    public interface Script {
        void play(Request request, Socket connection) throws IOException, InterruptedException;
    }

    public StubServer(Script... scripts) {
        this(null, List.of(scripts));
    }

    /** Makes a server that plays the same script for any number of requests, including none. */
    public static StubServer always(Script script) {
        return new StubServer(script, List.of());
    }

    /** Makes a server that plays the script of the path for any number of requests, and one that fails for any other. */
    public static StubServer byPath(Map<String, Script> scripts) {
        return always((request, connection) -> {
            String path = request.target().replaceFirst("[?].*", "");
            scripts.getOrDefault(path, json(404, Responses.error("NOT_FOUND", "nothing here")))
                    .play(request, connection);
        });
    }

    private StubServer(Script always, List<Script> scripts) {
        this.always = always;
        this.scripts.addAll(scripts);
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return listener.getLocalPort();
    }

    public List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** Returns the targets of all requests, in order. */
    public List<String> targets() {
        return requests().stream().map(Request::target).toList();
    }

    @Override
    public void close() {
        try {
            listener.close();
            synchronized (open) {
                for (Socket socket : open) {
                    socket.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (requests) {
            assertEquals(0, unexpected, () -> "unexpected requests, of all: " + targets());
            assertEquals(0, scripts.size(), () -> "requests that never came; those that did: " + targets());
        }
    }

    /** Sends a valid response. */
    public static Script response(int status, String contentType, String body, String... moreHeaders) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return (request, connection) -> send(connection, head(status, contentType, bytes.length, moreHeaders), bytes);
    }

    public static Script json(int status, String body, String... moreHeaders) {
        return response(status, "application/json; charset=utf-8", body, moreHeaders);
    }

    /** Sends these bytes and closes the connection. */
    public static Script raw(byte[] bytes) {
        return (request, connection) -> {
            send(connection, new byte[0], bytes);
            connection.close();
        };
    }

    public static byte[] head(int status, String contentType, long length, String... moreHeaders) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
        if (contentType != null) {
            head.append("Content-Type: ").append(contentType).append("\r\n");
        }
        head.append("Content-Length: ").append(length).append("\r\n");
        for (String header : moreHeaders) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    public static void send(Socket connection, byte[]... parts) throws IOException {
        OutputStream out = connection.getOutputStream();
        for (byte[] part : parts) {
            out.write(part);
        }
        out.flush();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                // Without delay; the body would otherwise wait 40 ms for the acknowledgement of the head.
                socket.setTcpNoDelay(true);
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Request request = read(in); request != null && !socket.isClosed(); request = read(in)) {
                Script script = next(request);
                if (script == null) {
                    return;
                }
                script.play(request, socket);
            }
        } catch (IOException | InterruptedException e) {
            // The client closed the connection, or the test is over.
        }
    }

    private Script next(Request request) {
        synchronized (requests) {
            requests.add(request);
            if (always != null) {
                return always;
            }
            if (scripts.isEmpty()) {
                unexpected++;
            }
            return scripts.poll();
        }
    }

    private static Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            head.write(b);
        }
        List<String> lines = List.of(head.toString(StandardCharsets.ISO_8859_1).split("\r\n"));
        return new Request(lines.get(0), lines.subList(1, lines.size()));
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "stub-server");
        thread.setDaemon(true);
        thread.start();
    }
}
