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
 * page; the cursor is the number of the page. The port is printed.
 */
public final class BenchServer {
    private static final int PAGE_SIZE = 100;

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
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
                OutputStream out = socket.getOutputStream()) {
            for (String line = requestLine(in); line != null; line = requestLine(in)) {
                int start = line.indexOf("/accounts/") + 10;
                String[] account =
                        line.substring(start, line.indexOf('/', start)).split("-");
                int pages = Integer.parseInt(account[0]);
                int latency = Integer.parseInt(account[1]);
                int page = number(line, "cursor=");
                if (latency > 0) {
                    Thread.sleep(latency);
                }
                out.write(answer(page, page + 1 < pages));
            }
        } catch (IOException | InterruptedException e) {
            // The client is done.
        }
    }

    private static int number(String line, String name) {
        int at = line.indexOf(name);
        int number = 0;
        for (int i = at + name.length(); at >= 0 && Character.isDigit(line.charAt(i)); i++) {
            number = 10 * number + line.charAt(i) - '0';
        }
        return number;
    }

    private static byte[] answer(int page, boolean more) {
        StringBuilder body = new StringBuilder(24_000).append("{\"success\":true,\"data\":{\"items\":[");
        for (int i = 0; i < PAGE_SIZE; i++) {
            int index = page * PAGE_SIZE + i;
            String digits = Integer.toString(index);
            body.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"507f1f77bcf86cd7")
                    .append("00000000", 0, 8 - digits.length())
                    .append(digits)
                    .append("\",\"name\":\"Heads of sales, Benelux #")
                    .append(index)
                    .append("\",\"type\":\"linkedin_search\",\"description\":\"Imported list\",\"folderId\":null,")
                    .append("\"prospectCount\":")
                    .append(index % 5000)
                    .append(",\"createdAt\":\"2026-04-28T15:30:00.000Z\"}");
        }
        body.append("],\"nextCursor\":")
                .append(more ? "\"" + (page + 1) + "\"" : "null")
                .append(",\"hasMore\":")
                .append(more)
                .append("},\"error\":null,\"traceId\":\"507f1f77bcf86cd799439011\"}");
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.ISO_8859_1);
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

    private BenchServer() {}
}
