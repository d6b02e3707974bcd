package dev.audiences.sandbox;

import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * A sample prospect of an audience, generated from the indexes of both: nothing is stored.
 *
 * @param publicIdentifier the last part of the profile's address
 * @param index which of the audience's prospects it is; the first ones lack fields that the others have
 */
record SampleProspect(
        String id,
        String firstName,
        String lastName,
        String headline,
        String about,
        String photoUrl,
        String publicIdentifier,
        SampleCompany company,
        String location,
        int index) {
    private static final long SEED = 19_700_101;
    private static final String[] FIRST_NAMES = {
        "Anna", "Ben", "Carla", "David", "Elif", "Farid", "Grace", "Henrik", "Ines", "Jonas", "Karin", "Liam"
    };
    private static final String[] LAST_NAMES = {
        "Keller", "Martin", "Nowak", "Okafor", "Petersen", "Rossi", "Silva", "Tanaka", "Vogel", "Walsh"
    };
    private static final String[] ROLES = {
        "Head of Sales", "CTO", "Founder & CEO", "VP Marketing", "Product Manager", "Revenue Operations Lead"
    };
    private static final String[] PLACES = {
        "Berlin, Germany", "Zürich, Switzerland", "Paris, France", "Dublin, Ireland", "New York, NY", "Singapore"
    };

    /** First and last names of the first prospects, which programs often handle wrongly. */
    private static final String[][] AWKWARD_NAMES = {
        {"Zoe\u0308", "O'Brien, MBA"},
        {"=HYPERLINK(\"https://example.com\",\"Kim\")", "+49 30 123456"},
        {"Dwayne \"DJ\"", "Parker"},
        {"Mia 🚀", "👩‍💻"},
        {"مريم", "الحسيني"},
        {null, "Aurélie"},
        {"小林", ""},
        {"  Jörg", "-Weiß  "}
    };

    private static final String[] AWKWARD_ABOUTS = {
        "Two lines:\nthe second one",
        null,
        "",
        "Windows line end:\r\nand a tab\there",
        "קהל יעד",
        "\"Quoted\", with a comma; and a semicolon"
    };

    private static final int WITHOUT_COMPANY = 2;
    private static final int WITHOUT_MEMBER_COMPANY = 3;
    private static final int WITH_FUNDED_COMPANY = 4;
    private static final int WITHOUT_PROFILE = 6;

    /** Returns the prospect at an index of the audience at an index. */
    static SampleProspect at(int audienceIndex, int index) {
        SplittableRandom random = new SplittableRandom(SEED + ((long) audienceIndex << 32) + index);
        boolean awkward = index < AWKWARD_NAMES.length;
        String first = FIRST_NAMES[random.nextInt(FIRST_NAMES.length)];
        String last = LAST_NAMES[random.nextInt(LAST_NAMES.length)];
        String role = ROLES[random.nextInt(ROLES.length)];
        SampleCompany company = SampleCompany.random(random);
        int noise = random.nextInt();
        String slug = awkward ? "member" : (first + "-" + last).toLowerCase(Locale.ROOT);
        String publicIdentifier = slug + "-" + Integer.toHexString(noise);
        return new SampleProspect(
                hex(noise) + hex(audienceIndex) + hex(index),
                awkward ? AWKWARD_NAMES[index][0] : first,
                awkward ? AWKWARD_NAMES[index][1] : last,
                index == WITHOUT_COMPANY ? null : role + " at " + company.name(),
                index < AWKWARD_ABOUTS.length ? AWKWARD_ABOUTS[index] : role + ", interested in new tools.",
                random.nextInt(3) == 0 ? null : "https://media.example/photos/" + publicIdentifier + ".jpg",
                publicIdentifier,
                company,
                PLACES[random.nextInt(PLACES.length)],
                index);
    }

    private static String hex(int number) {
        String digits = Integer.toHexString(number);
        return "0".repeat(8 - digits.length()) + digits;
    }

    void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        write(json, "firstName", firstName);
        write(json, "lastName", lastName);
        write(json, "name", name());
        write(json, "headline", headline);
        write(json, "about", about);
        write(json, "photoUrl", photoUrl);
        boolean profile = index != WITHOUT_PROFILE;
        write(json, "linkedinUrl", profile ? "https://www.linkedin.example/in/" + publicIdentifier : null);
        write(json, "publicIdentifier", profile ? publicIdentifier : null);
        if (index == WITHOUT_COMPANY) {
            json.writeNullProperty("company");
        } else if (index != WITHOUT_MEMBER_COMPANY) {
            json.writeObjectPropertyStart("company");
            company.write(json, index == WITH_FUNDED_COMPANY);
            json.writeEndObject();
        }
        write(json, "location", location);
        json.writeEndObject();
    }

    private String name() {
        return Stream.of(firstName, lastName).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static void write(JsonGenerator json, String member, String value) {
        json.writeName(member);
        json.writeString(value);
    }
}
