package dev.audiences.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A config file as read: every setting with the position of its value in the text, so that an edit can leave the rest
 * of the text alone.
 *
 * @param text the whole file
 * @param top the top level, without the profiles
 * @param profiles the profiles by name; empty when there are none
 * @param profilesObject the object that holds the profiles, with no members of its own; null when there is none
 */
record ConfigText(String text, Section top, Map<String, Section> profiles, Section profilesObject) {
    static final ConfigText EMPTY = new ConfigText("", new Section(0, 0), Map.of(), null);

    /**
     * A setting in the text, from the opening quote of its key to the end of its value.
     *
     * @param value the string, or the list as JSON
     * @param words the strings of the list; empty when the value is a string
     */
    record Member(String value, List<String> words, int keyStart, int valueStart, int valueEnd, int line) {
        /** Without the value, which may be the API key. */
        @Override
        public String toString() {
            return "Member at line " + line;
        }
    }

    /**
     * A JSON object of the text; {@code start} is the index after its opening brace, {@code end} of its closing one.
     */
    static final class Section {
        final int start;
        int end;
        final Map<String, Member> members = new LinkedHashMap<>();

        Section(int start, int end) {
            this.start = start;
            this.end = end;
        }

        /** The value of the setting, or null; a list as JSON. */
        String value(Setting setting) {
            Member member = members.get(setting.configKey());
            return member == null ? null : member.value();
        }
    }

    /** Without the text, which may hold the API key. */
    @Override
    public String toString() {
        return "ConfigText" + top.members.keySet() + profiles.keySet();
    }

    boolean holdsKey() {
        String key = Setting.API_KEY.configKey();
        for (Section profile : profiles.values()) {
            if (profile.members.containsKey(key)) {
                return true;
            }
        }
        return top.members.containsKey(key);
    }
}
