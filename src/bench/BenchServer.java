import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Answers from memory, as fast as one thread a connection can: what is measured is the client.
 *
 * <p>{@code /v1/accounts/PAGES-LATENCY/audiences} has PAGES pages of 100 audiences and takes LATENCY milliseconds a
 * page; the cursor is the number of the page, in eight digits. The port is printed.
 */
public final class BenchServer {
    private static final int PAGE_SIZE = 100;
    private static final int DIGITS = 8;
    private static final String NUMBER = "########";

    private BenchServer() {}

    public static void main(String[] args) throws IOException {
        ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        System.out.println(listener.getLocalPort());
        while (true) {
            Socket socket = listener.accept();
            socket.setTcpNoDelay(true);
            Thread thread = new Thread(() -> serve(socket));
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void serve(Socket socket) {
        Response middle = new Response(true);
        Response last = new Response(false);
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
                OutputStream out = socket.getOutputStream()) {
            for (String line = requestLine(in); line != null; line = requestLine(in)) {
                int start = line.indexOf("/accounts/") + 10;
                String[] account =
                        line.substring(start, line.indexOf('/', start)).split("-");
                int page = cursor(line);
                Thread.sleep(Integer.parseInt(account[1]));
                out.write((page + 1 < Integer.parseInt(account[0]) ? middle : last).ofPage(page));
            }
        } catch (IOException | InterruptedException e) {
            // The client is done.
        }
    }

    private static int cursor(String line) {
        int at = line.indexOf("cursor=");
        return at < 0 ? 0 : Integer.parseInt(line.substring(at + 7, at + 7 + DIGITS));
    }

    /** The first line of a request, the rest of its head skipped; null when the client closed. */
    private static String requestLine(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int c = in.read();
            if (c < 0) {
                return null;
            }
            head.append((char) c);
        }
        return head.substring(0, head.indexOf("\r\n"));
    }

    /** One page's answer, made once; only the numbers in it are written anew for each page. */
    private static final class Response {
        private final byte[] bytes;
        private final int[] places;

        Response(boolean more) {
            String item = """
                    {"id":"507f1f77bcf86cd7########","name":"Heads of sales, Benelux ########","type":"linkedin_search",\
                    "description":"Imported list","folderId":null,"prospectCount":1234,\
                    "createdAt":"2026-04-28T15:30:00.000Z"}""";
            String body = "{\"success\":true,\"data\":{\"items\":["
                    + (item + ",").repeat(PAGE_SIZE - 1)
                    + item
                    + "],\"nextCursor\":"
                    + (more ? '"' + NUMBER + '"' : "null")
                    + ",\"hasMore\":"
                    + more
                    + "},\"error\":null,\"traceId\":\"507f1f77bcf86cd799439011\"}";
            String response = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body;
            bytes = response.getBytes(StandardCharsets.ISO_8859_1);
            places = new int[2 * PAGE_SIZE + (more ? 1 : 0)];
            int at = -DIGITS;
            for (int i = 0; i < places.length; i++) {
                at = response.indexOf(NUMBER, at + DIGITS);
                places[i] = at;
            }
        }

        byte[] ofPage(int page) {
            for (int i = 0; i < places.length; i++) {
                put(i < 2 * PAGE_SIZE ? page * PAGE_SIZE + i / 2 : page + 1, places[i]);
            }
            return bytes;
        }

        private void put(int number, int place) {
            int rest = number;
            for (int i = place + DIGITS - 1; i >= place; i--) {
                bytes[i] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
    }
}
