package dev.audiences.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A config file as read: every setting with the place of its value in the text, so that an edit leaves the rest of the
 * text alone.
 *
 * @param text the whole file
 * @param top the members at the top level but for the profiles
 * @param profiles the profiles by name; empty when there are none
 * @param profilesObject the place of the object that holds them; null when there is none
 */
record ConfigText(String text, Section top, Map<String, Section> profiles, Section profilesObject) {
    static final ConfigText EMPTY = new ConfigText("", new Section(0, 0), Map.of(), null);

    /** Where a member stands: from its key's first quote to behind its value. */
    record Member(Object value, int keyStart, int valueStart, int valueEnd, int line) {
        /** Without the value, which may be the API key. */
        @Override
        public String toString() {
            return "Member at line " + line;
        }

        /** The value's text: a string as it is, a list as its first word. */
        @SuppressWarnings("unchecked")
        List<String> words() {
            return value instanceof List ? (List<String>) value : List.of((String) value);
        }
    }

    /** A JSON object of the text and its members; start is behind its opening brace, end at its closing one. */
    static final class Section {
        final int start;
        int end;
        final Map<String, Member> members = new LinkedHashMap<>();

        Section(int start, int end) {
            this.start = start;
            this.end = end;
        }

        String string(Setting setting) {
            Member member = members.get(setting.configKey());
            return member == null || !(member.value() instanceof String text) ? null : text;
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
