package dev.audiences.config;

import dev.audiences.config.ConfigText.Member;
import dev.audiences.config.ConfigText.Section;

/** Takes a member out of the text of a config file, with the one comma that is then too many. */
final class Removal {
    private Removal() {}

    /** The text without the member; the comments beside it stay. */
    static String of(ConfigText file, Section section, Member member) {
        String text = file.text();
        int comma = skipSpace(text, member.valueEnd());
        if (text.charAt(comma) == ',') {
            return cut(text, member.keyStart(), comma + 1);
        }
        String edited = cut(text, member.keyStart(), member.valueEnd());
        int before = endOfMemberBefore(file, section, member.keyStart());
        if (before < 0) {
            return edited;
        }
        int commaBefore = skipSpace(text, before);
        return edited.substring(0, commaBefore) + edited.substring(commaBefore + 1);
    }

    /** Where the value of the member before this place ends, or -1 when there is none. */
    private static int endOfMemberBefore(ConfigText file, Section section, int place) {
        int last = -1;
        for (Member member : section.members.values()) {
            if (member.valueEnd() <= place) {
                last = Math.max(last, member.valueEnd());
            }
        }
        Section profiles = file.profilesObject();
        boolean profilesBefore = section == file.top() && profiles != null && profiles.end < place;
        return profilesBefore ? Math.max(last, profiles.end + 1) : last;
    }

    /** Cuts a range out, with its line when nothing else stands there, else with the blanks before it. */
    private static String cut(String text, int from, int to) {
        int start = from;
        while (start > 0 && isBlank(text.charAt(start - 1))) {
            start--;
        }
        boolean startsLine = start > 0 && text.charAt(start - 1) == '\n';
        if (!startsLine) {
            return text.substring(0, start) + text.substring(to);
        }
        int end = to;
        while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        // A line break that ends a comment must stay while anything follows it.
        if (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            return text.substring(0, from) + text.substring(to);
        }
        int lineBreak = start > 1 && text.charAt(start - 2) == '\r' ? 2 : 1;
        return text.substring(0, start - lineBreak) + text.substring(end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The place of the next character that is not white space or part of a comment. */
    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length()) {
            if (text.startsWith("//", at)) {
                at = behind(text, "\n", at);
            } else if (text.startsWith("/*", at)) {
                at = behind(text, "*/", at + 2);
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return at;
            }
        }
        return at;
    }

    private static int behind(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}
