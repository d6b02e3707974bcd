package dev.audiences.sandbox;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * A sample folder. The audiences are in the first ones: two are empty, and two have names that differ only in case.
 *
 * @param color a field that is not in the vendor's documentation, or null; the API may add such fields
 */
record SampleFolder(
        String id,
        String name,
        String audienceType,
        boolean isPinned,
        int position,
        String createdAt,
        String updatedAt,
        String color) {
    static final List<SampleFolder> ALL = List.of(
            new SampleFolder(
                    "65f0c0ffee00000000000001",
                    "Q3 outreach",
                    "linkedin_search",
                    true,
                    0,
                    "2026-01-12T08:05:00.000Z",
                    "2026-04-28T15:30:00.000Z",
                    null),
            new SampleFolder(
                    "65f0c0ffee00000000000002",
                    "Partners, \"tier 1\" 🤝",
                    "on_demand",
                    false,
                    1,
                    "2026-02-02T10:41:17.250Z",
                    "2026-04-20T07:12:44.009Z",
                    "#f5a623"),
            new SampleFolder(
                    "65f0c0ffee00000000000003",
                    "Archive",
                    "monitoring",
                    false,
                    3,
                    "2025-11-03T09:00:00.000Z",
                    "2025-11-03T09:00:00.000Z",
                    null),
            new SampleFolder(
                    "65f0c0ffee00000000000004",
                    "q3 Outreach",
                    "linkedin_search",
                    false,
                    2,
                    "2026-03-30T16:20:09.731Z",
                    "2026-03-30T16:20:09.731Z",
                    null));

    /** How many of them hold audiences. */
    static final int FILLED = 2;

    /** Writes its members, without the audiences in it. */
    void write(JsonGenerator json) {
        json.writeStringProperty("id", id);
        json.writeStringProperty("name", name);
        json.writeStringProperty("audienceType", audienceType);
        json.writeBooleanProperty("isPinned", isPinned);
        json.writeNumberProperty("position", position);
        json.writeStringProperty("createdAt", createdAt);
        json.writeStringProperty("updatedAt", updatedAt);
        if (color != null) {
            json.writeStringProperty("color", color);
        }
    }
}
