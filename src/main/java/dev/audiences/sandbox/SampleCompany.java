package dev.audiences.sandbox;

import java.util.Locale;
import java.util.SplittableRandom;
import tools.jackson.core.JsonGenerator;

/** A sample company, which a prospect works for. Its addresses are in a domain that nobody can have (RFC 2606). */
record SampleCompany(String name, String identifier, String industry, String website, int employeeCount) {
    private static final String[] NAMES = {
        "Nordlicht Software", "Baker & Sons, Inc.", "Quanta Robotics", "Crème Analytics", "Harbour Health",
        "Blue Ridge Logistics", "Solvej Energy", "Pixel Foundry", "O'Neill Payments", "Meridian Cloud"
    };
    private static final String[] INDUSTRIES = {
        "Software Development",
        "Financial Services",
        "Hospitals and Health Care",
        "Transportation, Logistics and Storage"
    };

    static SampleCompany random(SplittableRandom random) {
        int number = random.nextInt(NAMES.length);
        String identifier = NAMES[number]
                .toLowerCase(Locale.ROOT)
                .replace("è", "e")
                .replaceAll("[^a-z]+", "-")
                .replaceAll("-$", "");
        return new SampleCompany(
                NAMES[number],
                identifier,
                INDUSTRIES[number % INDUSTRIES.length],
                number == 4 ? null : "https://www." + identifier + ".example",
                20 + number * 137);
    }

    /** @param funded whether it has a nested member that is not in the vendor's documentation; the API may add such */
    void write(JsonGenerator json, boolean funded) {
        json.writeStringProperty("name", name);
        json.writeStringProperty("linkedinIdentifier", identifier);
        json.writeStringProperty("linkedinUrl", "https://www.linkedin.example/company/" + identifier);
        json.writeStringProperty("industry", industry);
        json.writeName("website");
        json.writeString(website);
        json.writeNumberProperty("employeeCount", employeeCount);
        if (funded) {
            json.writeObjectPropertyStart("funding");
            json.writeStringProperty("round", "Series B");
            json.writeArrayPropertyStart("investors");
            json.writeString("North, Fund & Co.");
            json.writeString("\"Seed\" Capital");
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
