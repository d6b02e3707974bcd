package dev.audiences.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SandboxTest {
    private static final String LIST = "/v1/accounts/" + Sandbox.ACCOUNT_GROUP_ID + "/audiences";
    private final HttpClient client = HttpClient.newHttpClient();

    private static Sandbox start(SandboxOptions options) throws IOException {
        return Sandbox.start(options, System::nanoTime, duration -> {});
    }

    private HttpResponse<String> get(Sandbox sandbox, String target, String key)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUri() + target))
                .header("Authorization", "Bearer " + key)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode data(Sandbox sandbox, String target) throws IOException, InterruptedException {
        HttpResponse<String> response = get(sandbox, target, Sandbox.API_KEY);
        assertEquals(200, response.statusCode(), response.body());
        return new JsonMapper().readTree(response.body()).get("data");
    }

    @Test
    void returnsEachAudienceOnceOverAllPages() throws Exception {
        try (Sandbox sandbox = start(SandboxOptions.defaults().with(60, 25))) {
            List<Integer> sizes = new ArrayList<>();
            HashSet<String> ids = new HashSet<>();
            String query = "";
            boolean more = true;
            while (more) {
                JsonNode data = data(sandbox, LIST + query);
                data.get("items").forEach(item -> ids.add(item.get("id").asString()));
                sizes.add(data.get("items").size());
                more = data.get("hasMore").asBoolean();
                query = "?cursor=" + data.get("nextCursor").asString("");
            }
            assertEquals(List.of(25, 25, 10), sizes);
            assertEquals(60, ids.size());
        }
    }

    @Test
    void returnsTheSameDataEveryTime() throws Exception {
        try (Sandbox one = start(SandboxOptions.defaults());
                Sandbox other = start(SandboxOptions.defaults())) {
            assertEquals(data(one, LIST), data(other, LIST));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sk_wrong,/v1/accounts,401,UNAUTHORIZED",
        "sk_sandbox_no_rights,LIST,403,FORBIDDEN",
        "sk_sandbox_0123456789abcdef,LIST?limit=0,400,VALIDATION_ERROR",
        "sk_sandbox_0123456789abcdef,LIST?limit=1001,400,VALIDATION_ERROR",
        "sk_sandbox_0123456789abcdef,LIST?cursor=bogus,400,VALIDATION_ERROR",
        "sk_sandbox_0123456789abcdef,/v1/accounts/other/audiences,404,NOT_FOUND"
    })
    void rejectsRequestsAsTheApiDoes(String key, String target, int status, String code) throws Exception {
        try (Sandbox sandbox = start(SandboxOptions.defaults())) {
            HttpResponse<String> response = get(sandbox, target.replace("LIST", LIST), key);
            assertEquals(status, response.statusCode());
            JsonNode body = new JsonMapper().readTree(response.body());
            assertEquals(code, body.get("error").get("code").asString());
            assertTrue(body.get("data").isNull());
            assertEquals(24, body.get("traceId").asString().length());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gzip,true",
        "'deflate, GZIP;q=0.5',true",
        "gzip;q=0,false",
        "gzip; q=0.000,false",
        "'identity, br',false",
        "x-gzip,false"
    })
    void packsResponsesForThoseWhoAcceptIt(String accepted, boolean packed) throws Exception {
        try (Sandbox sandbox = start(SandboxOptions.defaults())) {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(URI.create(sandbox.baseUri() + LIST))
                            .header("Authorization", "Bearer " + Sandbox.API_KEY)
                            .header("Accept-Encoding", accepted)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            InputStream body = new ByteArrayInputStream(response.body());
            assertEquals(
                    packed, response.headers().firstValue("Content-Encoding").isPresent());
            String text =
                    new String((packed ? new GZIPInputStream(body) : body).readAllBytes(), StandardCharsets.UTF_8);
            String plain = get(sandbox, LIST, Sandbox.API_KEY).body();
            String data = plain.substring(0, plain.indexOf("\"traceId\""));
            assertTrue(text.startsWith(data), text);
        }
    }

    @Test
    void failsTheGivenNumberOfTimes() throws Exception {
        SandboxOptions twice = new SandboxOptions(0, 1, 1, Duration.ZERO, 0, 503, 2, Map.of());
        try (Sandbox sandbox = start(twice)) {
            assertEquals(503, get(sandbox, LIST, Sandbox.API_KEY).statusCode());
            assertEquals(503, get(sandbox, LIST, Sandbox.API_KEY).statusCode());
            assertEquals(200, get(sandbox, LIST, Sandbox.API_KEY).statusCode());
        }
    }

    @Test
    void rejectsInvalidOptions() {
        assertThrows(
                IllegalArgumentException.class, () -> SandboxOptions.defaults().with(1, 0));
        assertThrows(
                IllegalArgumentException.class, () -> new SandboxOptions(0, 1, 1, Duration.ZERO, 0, 200, 1, Map.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SandboxOptions(70_000, 1, 1, Duration.ZERO, 0, 0, 1, Map.of()));
    }
}
