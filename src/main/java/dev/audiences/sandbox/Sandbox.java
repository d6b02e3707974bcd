package dev.audiences.sandbox;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.*;
import java.nio.charset.StandardCharsets;
public final class Sandbox implements AutoCloseable {
    public static final String API_KEY = "sk_sandbox_0123456789";
    public static final String ACCOUNT_GROUP_ID = "507f1f77bcf86cd799439011";
    private final HttpServer server;
    private Sandbox(HttpServer server) { this.server = server; }
    public static Sandbox start(SandboxOptions o) throws IOException {
        HttpServer s = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), o.port()), 0);
        s.createContext("/", x -> {
            String q = String.valueOf(x.getRequestURI().getQuery());
            int start = 0, n = o.pageSize();
            for (String p : q.split("&")) { if (p.startsWith("cursor=c")) start = Integer.parseInt(p.substring(8)); if (p.startsWith("limit=")) n = Integer.parseInt(p.substring(6)); }
            StringBuilder b = new StringBuilder("{\"success\":true,\"data\":{\"items\":[");
            int end = Math.min(o.audiences(), start + n);
            for (int i = start; i < end; i++) { if (i > start) b.append(','); b.append("{\"id\":\"").append("%024x".formatted(i)).append("\",\"name\":\"Audience, \\\"").append(i).append("\\\" é\",\"type\":\"monitoring\",\"description\":null,\"folderId\":null,\"prospectCount\":").append(i * 37).append(",\"createdAt\":\"2026-04-28T15:30:00.000Z\"}"); }
            b.append("],\"nextCursor\":").append(end < o.audiences() ? "\"c" + end + "\"" : "null").append(",\"hasMore\":").append(end < o.audiences()).append("},\"error\":null,\"traceId\":\"t\"}");
            byte[] r = b.toString().getBytes(StandardCharsets.UTF_8);
            x.getResponseHeaders().set("Content-Type", "application/json");
            x.sendResponseHeaders(200, r.length);
            x.getResponseBody().write(r);
            x.close();
        });
        s.start();
        return new Sandbox(s);
    }
    public URI baseUri() { return URI.create("http://127.0.0.1:" + server.getAddress().getPort()); }
    @Override public void close() { server.stop(0); }
}
