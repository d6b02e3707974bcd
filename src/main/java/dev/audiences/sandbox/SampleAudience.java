package dev.audiences.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import tools.jackson.core.JsonGenerator;

/**
 * A sample audience, generated from its index: nothing is stored, so a million of them need no memory.
 *
 * @param importVersion a field that is not in the reference, or null; the API may add such fields
 */
record SampleAudience(
        String id,
        String name,
        String type,
        String description,
        String folderId,
        int prospectCount,
        Instant createdAt,
        String importVersion) {
    private static final long SEED = 20_260_428;
    private static final Instant NEWEST = Instant.parse("2026-04-28T15:30:00.000Z");
    private static final String[] TYPES = {"linkedin_search", "linkedin_search", "on_demand", "monitoring"};
    private static final String[] WHO = {
        "Series A founders", "Heads of sales", "CTOs at scale-ups", "Revenue operations leads", "Product managers",
        "Marketing directors", "Hiring managers", "Data engineers", "Customer success leads", "Agency owners"
    };
    private static final String[] WHERE = {"DACH", "Nordics", "Benelux", "France", "UK & Ireland", "US East", "APAC"};
    private static final String[] FOLDERS = {"65f0c0ffee00000000000001", "65f0c0ffee00000000000002"};

    /** The names of the first audiences, which programs often handle wrongly. */
    private static final String[] AWKWARD_NAMES = {
        "Founders, DACH",
        "The \"A\" list",
        "Hiring now 🚀👩‍💻🇫🇷",
        "東京のスタートアップ",
        "Café owners, São Paulo",
        "مؤسسو الشركات الناشئة",
        "=HYPERLINK(\"https://example.com\",\"free seats\")",
        "Zoe\u0308 & Bjo\u0308rn's contacts",
        "Heads of marketing, demand generation and growth at software companies with 50 to 500 people",
        "קהל יעד",
        "50% off; \\n is not a line break",
        "  padded  "
    };

    private static final String[] AWKWARD_DESCRIPTIONS = {
        "", null, "Two lines:\nthe second one", "Tab\tseparated, \"quoted\"", "naïve – “smart” quotes", "+49 30 123456"
    };

    /** Returns the audience at an index, newest first. */
    static SampleAudience at(int index) {
        SplittableRandom random = new SplittableRandom(SEED + index);
        boolean awkward = index < AWKWARD_NAMES.length;
        String who = WHO[random.nextInt(WHO.length)] + ", " + WHERE[random.nextInt(WHERE.length)];
        int folder = random.nextInt(FOLDERS.length + 1);
        double skew = random.nextDouble();
        return new SampleAudience(
                id(random, index),
                awkward ? AWKWARD_NAMES[index] : who + " #" + index,
                TYPES[random.nextInt(TYPES.length)],
                index < AWKWARD_DESCRIPTIONS.length ? AWKWARD_DESCRIPTIONS[index] : "Imported list: " + who,
                folder == FOLDERS.length ? null : FOLDERS[folder],
                (int) (50_000 * skew * skew * skew),
                NEWEST.minus(Duration.ofMillis(index * 7_919_000L + random.nextInt(1000))),
                index % 10 == 3 ? "v2" : null);
    }

    /** Returns 24 hexadecimal digits, which include the index so that ids are unique. */
    private static String id(SplittableRandom random, int index) {
        String noise = Long.toHexString(random.nextLong() | Long.MIN_VALUE);
        String number = Integer.toHexString(index);
        return noise + "0".repeat(8 - number.length()) + number;
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeStringProperty("name", name);
        json.writeStringProperty("type", type);
        json.writeName("description");
        json.writeString(description);
        json.writeName("folderId");
        json.writeString(folderId);
        json.writeNumberProperty("prospectCount", prospectCount);
        json.writeStringProperty("createdAt", withMillis(createdAt));
        if (importVersion != null) {
            json.writeStringProperty("importVersion", importVersion);
        }
        json.writeEndObject();
    }

    /** {@link Instant#toString} omits milliseconds that are zero; the API does not. */
    private static String withMillis(Instant instant) {
        String text = instant.toString();
        return text.indexOf('.') < 0 ? text.replace("Z", ".000Z") : text;
    }
}
