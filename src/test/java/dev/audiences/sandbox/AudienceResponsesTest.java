package dev.audiences.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AudienceResponsesTest {
    private static final String LIST = "/v1/accounts/" + Sandbox.ACCOUNT_GROUP_ID + "/audiences";
    private static final String FIRST = "9c5c568c09956da900000000";
    private static final String SECOND = "afaeeb68b37d2f3400000001";
    private static final int PROSPECTS_OF_SECOND = 3648;
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

    private String status(Sandbox sandbox, String target) throws IOException, InterruptedException {
        HttpResponse<String> response = get(sandbox, target, Sandbox.API_KEY);
        JsonNode error = new JsonMapper().readTree(response.body()).get("error");
        return response.statusCode()
                + (error.isNull() ? "" : " " + error.get("code").asString());
    }

    private static List<String> texts(JsonNode array, String member) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.path(member).asString(null))
                .toList();
    }

    @Test
    void navigationHoldsEachAudienceOnceInItsFolder() throws Exception {
        try (Sandbox sandbox = start(SandboxOptions.defaults())) {
            JsonNode data = data(sandbox, LIST + "/navigation");
            assertEquals(Set.of("folders", "ungroupedAudiences"), Set.copyOf(data.propertyNames()));
            assertEquals(
                    List.of("Q3 outreach", "Partners, \"tier 1\" 🤝", "Archive", "q3 Outreach"),
                    texts(data.get("folders"), "name"));
            assertTrue(data.get("folders").get(2).get("audiences").isEmpty());
            List<JsonNode> audiences = new ArrayList<>();
            for (JsonNode folder : data.get("folders")) {
                for (JsonNode audience : folder.get("audiences")) {
                    assertEquals(folder.get("id"), audience.get("folderId"));
                    audiences.add(audience);
                }
            }
            for (JsonNode audience : data.get("ungroupedAudiences")) {
                assertTrue(audience.get("folderId").isNull());
                audiences.add(audience);
            }
            Map<Boolean, List<JsonNode>> byCount = audiences.stream()
                    .collect(Collectors.partitioningBy(
                            audience -> audience.get("prospectCount").isString()));
            assertFalse(byCount.get(true).isEmpty());
            assertFalse(byCount.get(false).isEmpty());
            Set<String> listed = new TreeSet<>();
            for (JsonNode audience : data(sandbox, LIST + "?limit=1000").get("items")) {
                listed.add(withoutCountType(audience));
            }
            Set<String> inNavigation = new TreeSet<>();
            audiences.forEach(audience -> inNavigation.add(withoutCountType(audience)));
            assertEquals(42, audiences.size());
            assertEquals(listed, inNavigation);
        }
    }

    private static String withoutCountType(JsonNode audience) {
        return audience.toString().replaceAll("(\"prospectCount\":)\"(\\d+)\"", "$1$2");
    }

    @Test
    void navigationIsSentWhileItIsMade() {
        SandboxOptions million = SandboxOptions.defaults().with(1_000_000, 25);
        Response response = new RequestHandler(million, System::nanoTime)
                .handle("GET", URI.create(LIST + "/navigation"), "Bearer " + Sandbox.API_KEY);
        assertTrue(response.large());
        assertThrows(
                EnoughWritten.class,
                () -> response.writeTo(new OutputStream() {
                    private int written;

                    @Override
                    public void write(int b) {
                        written++;
                        if (written > 100_000) {
                            throw new EnoughWritten();
                        }
                    }
                }));
    }

    private static final class EnoughWritten extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void returnsAnAudienceAsTheListDoes() throws Exception {
        try (Sandbox sandbox = start(SandboxOptions.defaults().with(1_000_000, 25))) {
            JsonNode listed = data(sandbox, LIST).get("items").get(3);
            assertEquals(listed, data(sandbox, LIST + "/" + listed.get("id").asString()));
            String last = SampleAudience.at(999_999).id();
            assertEquals(last, data(sandbox, LIST + "/" + last).get("id").asString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9c5c568c09956da900000001",
        "afaeeb68b37d2f340000002a",
        "9c5c568c09956da9ffffffff",
        "9c5c568c09956da9zzzzzzzz",
        "9C5C568C09956DA900000000",
        "9c5c568c",
        "nav",
        "a%2Fb",
        "%C3%A9+"
    })
    void findsNoOtherAudience(String id) throws Exception {
        try (Sandbox sandbox = start(SandboxOptions.defaults())) {
            for (String target : List.of(LIST + "/" + id, LIST + "/" + id + "/prospects")) {
                HttpResponse<String> response = get(sandbox, target, Sandbox.API_KEY);
                assertEquals(404, response.statusCode());
                assertEquals(
                        "{\"code\":\"NOT_FOUND\",\"message\":\"Audience not found\","
                                + "\"details\":\"there is no audience with this id\"}",
                        new JsonMapper().readTree(response.body()).get("error").toString());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"/FIRST/members", "/FIRST/prospects/", "/navigation/x", "/FIRST/prospects/1"})
    void knowsNoOtherPath(String path) throws Exception {
        try (Sandbox sandbox = start(SandboxOptions.defaults())) {
            HttpResponse<String> response = get(sandbox, LIST + path.replace("FIRST", FIRST), Sandbox.API_KEY);
            assertEquals(404, response.statusCode());
            assertTrue(response.body().contains("the sandbox has one account group"), response.body());
        }
    }

    @Test
    void returnsAsManyProspectsAsTheAudienceHas() throws Exception {
        try (Sandbox sandbox = start(SandboxOptions.defaults())) {
            String target = LIST + "/" + SECOND + "/prospects?limit=1000";
            List<Integer> sizes = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            String cursor = "";
            boolean more = true;
            while (more) {
                JsonNode data = data(sandbox, target + cursor);
                ids.addAll(texts(data.get("items"), "id"));
                sizes.add(data.get("items").size());
                more = data.get("hasMore").asBoolean();
                cursor = "&cursor=" + data.get("nextCursor").asString("");
            }
            assertEquals(List.of(1000, 1000, 1000, 648), sizes);
            assertEquals(PROSPECTS_OF_SECOND, ids.size());
            ids.forEach(id -> assertTrue(id.matches("[0-9a-f]{24}"), id));
        }
    }

    @Test
    void returnsTheSameProspectsEveryTimeAndOthersForOtherAudiences() throws Exception {
        try (Sandbox one = start(SandboxOptions.defaults());
                Sandbox other = start(SandboxOptions.defaults())) {
            String target = LIST + "/" + FIRST + "/prospects";
            JsonNode items = data(one, target).get("items");
            assertEquals(items, data(other, target).get("items"));
            assertEquals(25, items.size());
            List<String> ids =
                    texts(data(one, LIST + "/" + SECOND + "/prospects").get("items"), "id");
            assertTrue(texts(items, "id").stream().noneMatch(ids::contains));
        }
    }

    @Test
    void prospectsHaveAwkwardNamesAndLackFields() throws Exception {
        try (Sandbox sandbox = start(SandboxOptions.defaults())) {
            JsonNode items =
                    data(sandbox, LIST + "/" + FIRST + "/prospects?limit=9").get("items");
            assertEquals("Two lines:\nthe second one", items.get(0).get("about").asString());
            assertTrue(items.get(1).get("firstName").asString().startsWith("=HYPERLINK("));
            assertTrue(items.get(2).get("company").isNull());
            assertTrue(items.get(2).get("headline").isNull());
            assertNull(items.get(3).get("company"));
            assertEquals("Series B", items.get(4).at("/company/funding/round").asString());
            assertTrue(items.get(5).get("firstName").isNull());
            assertEquals("Aurélie", items.get(5).get("name").asString());
            assertTrue(items.get(6).get("linkedinUrl").isNull());
            JsonNode usual = items.get(8);
            assertEquals(
                    Set.of(
                            "id",
                            "firstName",
                            "lastName",
                            "name",
                            "headline",
                            "about",
                            "photoUrl",
                            "linkedinUrl",
                            "publicIdentifier",
                            "company",
                            "location"),
                    Set.copyOf(usual.propertyNames()));
            assertEquals(
                    Set.of("name", "linkedinIdentifier", "linkedinUrl", "industry", "website", "employeeCount"),
                    Set.copyOf(usual.get("company").propertyNames()));
        }
    }

    @Test
    void refusesTheCursorsOfOtherLists() throws Exception {
        try (Sandbox sandbox = start(SandboxOptions.defaults())) {
            List<String> lists = List.of(LIST, LIST + "/" + FIRST + "/prospects", LIST + "/" + SECOND + "/prospects");
            for (String from : lists) {
                String cursor =
                        data(sandbox, from + "?limit=3").get("nextCursor").asString();
                for (String to : lists) {
                    String expected = to.equals(from) ? "200" : "400 VALIDATION_ERROR";
                    assertEquals(expected, status(sandbox, to + "?cursor=" + cursor), from + " " + to);
                }
            }
            assertEquals("400 VALIDATION_ERROR", status(sandbox, lists.get(1) + "?limit=1001"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sk_sandbox_no_rights,'',audiences:read",
        "sk_sandbox_no_rights,/navigation,audiences:read",
        "sk_sandbox_no_rights,/FIRST,audiences:read",
        "sk_sandbox_no_rights,/none,audiences:read",
        "sk_sandbox_no_rights,/FIRST/prospects,prospects:read",
        "sk_sandbox_lists_only,/FIRST/prospects,prospects:read",
        "sk_sandbox_lists_only,/none/prospects,prospects:read",
        "sk_sandbox_lists_only,'',",
        "sk_sandbox_lists_only,/navigation,",
        "sk_sandbox_lists_only,/FIRST,"
    })
    void namesThePermissionThatIsMissing(String key, String path, String missing) throws Exception {
        try (Sandbox sandbox = start(SandboxOptions.defaults())) {
            HttpResponse<String> response = get(sandbox, LIST + path.replace("FIRST", FIRST), key);
            assertEquals(missing == null ? 200 : 403, response.statusCode());
            JsonNode error = new JsonMapper().readTree(response.body()).get("error");
            assertEquals(missing, error.path("details").asString(null));
        }
    }

    @Test
    void anAudienceIsReadyAfterTheGivenNumberOfRequestsForIt() throws Exception {
        SandboxOptions options = SandboxOptions.defaults().withNotReady(Map.of(SECOND, 2));
        try (Sandbox sandbox = start(options)) {
            assertEquals(41, ids(sandbox).size());
            assertFalse(ids(sandbox).contains(SECOND));
            assertFalse(data(sandbox, LIST + "/navigation").toString().contains(SECOND));
            assertEquals("200", status(sandbox, LIST + "/" + FIRST));
            assertEquals(
                    403,
                    get(sandbox, LIST + "/" + SECOND + "/prospects", Sandbox.API_KEY_WITHOUT_PROSPECTS)
                            .statusCode());
            assertEquals("409 AUDIENCE_NOT_READY", status(sandbox, LIST + "/" + SECOND));
            assertEquals("409 AUDIENCE_NOT_READY", status(sandbox, LIST + "/" + SECOND + "/prospects"));
            assertEquals("200", status(sandbox, LIST + "/" + SECOND));
            assertEquals("200", status(sandbox, LIST + "/" + SECOND + "/prospects"));
            assertTrue(ids(sandbox).contains(SECOND));
            assertTrue(data(sandbox, LIST + "/navigation").toString().contains(SECOND));
        }
    }

    @Test
    void anAudienceIsNeverReadyWithoutANumber() throws Exception {
        SandboxOptions options = SandboxOptions.defaults().withNotReady(Map.of(SECOND, -1));
        try (Sandbox sandbox = start(options)) {
            for (int request = 0; request < 5; request++) {
                assertEquals("409 AUDIENCE_NOT_READY", status(sandbox, LIST + "/" + SECOND));
            }
            assertFalse(ids(sandbox).contains(SECOND));
        }
    }

    @Test
    void pagesAreFullAndEndWithoutThoseThatAreNotReady() throws Exception {
        Map<String, Integer> notReady = Map.of(
                FIRST, -1, SampleAudience.at(4).id(), -1, SampleAudience.at(5).id(), -1);
        SandboxOptions options = SandboxOptions.defaults().with(6, 2).withNotReady(notReady);
        try (Sandbox sandbox = start(options)) {
            JsonNode first = data(sandbox, LIST);
            assertEquals(
                    List.of(SampleAudience.at(1).id(), SampleAudience.at(2).id()), texts(first.get("items"), "id"));
            JsonNode second =
                    data(sandbox, LIST + "?cursor=" + first.get("nextCursor").asString());
            assertEquals(List.of(SampleAudience.at(3).id()), texts(second.get("items"), "id"));
            assertFalse(second.get("hasMore").asBoolean());
            assertTrue(second.get("nextCursor").isNull());
        }
    }

    private List<String> ids(Sandbox sandbox) throws IOException, InterruptedException {
        return texts(data(sandbox, LIST + "?limit=1000").get("items"), "id");
    }

    @Test
    void rejectsIdsThatAreNotOfTheSandbox() {
        SandboxOptions ten = SandboxOptions.defaults().with(10, 5);
        String eleventh = SampleAudience.at(10).id();
        assertThrows(IllegalArgumentException.class, () -> ten.withNotReady(Map.of(eleventh, 1)));
        assertThrows(IllegalArgumentException.class, () -> ten.withNotReady(Map.of("none", 1)));
    }

    /** Pieces of a key are masked, and its words would be too where messages have them. */
    @ParameterizedTest
    @ValueSource(strings = {Sandbox.API_KEY_WITHOUT_PERMISSION, Sandbox.API_KEY_WITHOUT_PROSPECTS})
    void noMessageIsMaskedForThatItSharesAWordWithTheKey(String key) throws IOException {
        try (Sandbox sandbox = start(SandboxOptions.defaults())) {
            CommandRun.Result result = CommandRun.against(sandbox.baseUri().toString())
                    .with("AUDIENCES_API_KEY", key)
                    .run("prospects", "9c5c568c09956da900000000", "-a", Sandbox.ACCOUNT_GROUP_ID)
                    .expect(ExitCode.KEY_REFUSED);
            assertTrue(result.stderr().contains("give the key the prospects:read permission"), result.stderr());
            assertFalse(result.stderr().contains("**"), result.stderr());
        }
    }
}
