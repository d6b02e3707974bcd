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
    private static final int ID_LENGTH = 24;

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
        String folderId = folderId(random);
        double skew = random.nextDouble();
        return new SampleAudience(
                id(random, index),
                awkward ? AWKWARD_NAMES[index] : who + " #" + index,
                TYPES[random.nextInt(TYPES.length)],
                index < AWKWARD_DESCRIPTIONS.length ? AWKWARD_DESCRIPTIONS[index] : "Imported list: " + who,
                folderId,
                (int) (50_000 * skew * skew * skew),
                NEWEST.minus(Duration.ofMillis(index * 7_919_000L + random.nextInt(1000))),
                index % 10 == 3 ? "v2" : null);
    }

    /** Returns the folder of the audience at an index, or null, in a small part of the time that the audience takes. */
    static String folderId(int index) {
        SplittableRandom random = new SplittableRandom(SEED + index);
        random.nextInt(WHO.length);
        random.nextInt(WHERE.length);
        return folderId(random);
    }

    private static String folderId(SplittableRandom random) {
        int folder = random.nextInt(SampleFolder.FILLED + 1);
        return folder == SampleFolder.FILLED
                ? null
                : SampleFolder.ALL.get(folder).id();
    }

    /** Returns the index of the audience with this id, or -1 when none of this many audiences has it. */
    static int indexOf(String id, int audiences) {
        if (id.length() != ID_LENGTH) {
            return -1;
        }
        try {
            int index = Integer.parseUnsignedInt(id.substring(ID_LENGTH - 8), 16);
            return index >= 0 && index < audiences && at(index).id().equals(id) ? index : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Returns 24 hexadecimal digits, the last 8 of which are the index. */
    private static String id(SplittableRandom random, int index) {
        String noise = Long.toHexString(random.nextLong() | Long.MIN_VALUE);
        String number = Integer.toHexString(index);
        return noise + "0".repeat(8 - number.length()) + number;
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        writeMembers(json);
        json.writeEndObject();
    }

    /** Writes it as the list does, but for some the number as text: the vendor's documentation shows both there. */
    void writeForNavigation(JsonGenerator json) {
        json.writeStartObject();
        writeMembers(json, prospectCount % 3 == 0);
        json.writeEndObject();
    }

    void writeMembers(JsonGenerator json) {
        writeMembers(json, false);
    }

    private void writeMembers(JsonGenerator json, boolean countAsText) {
        json.writeStringProperty("id", id);
        json.writeStringProperty("name", name);
        json.writeStringProperty("type", type);
        json.writeName("description");
        json.writeString(description);
        json.writeName("folderId");
        json.writeString(folderId);
        if (countAsText) {
            json.writeStringProperty("prospectCount", Integer.toString(prospectCount));
        } else {
            json.writeNumberProperty("prospectCount", prospectCount);
        }
        json.writeStringProperty("createdAt", withMillis(createdAt));
        if (importVersion != null) {
            json.writeStringProperty("importVersion", importVersion);
        }
    }

    /** {@link Instant#toString} omits milliseconds that are zero; the API does not. */
    private static String withMillis(Instant instant) {
        String text = instant.toString();
        return text.indexOf('.') < 0 ? text.replace("Z", ".000Z") : text;
    }
}
