package dev.audiences.config;

import dev.audiences.config.ConfigText.Member;
import dev.audiences.config.ConfigText.Section;

/** Removes a member from the text of a config file, along with the comma that would be left over. */
final class MemberRemoval {
    private MemberRemoval() {}

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

    /** Where the value of the preceding member ends, or -1 when there is none. */
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

    /**
     * Cuts a range out: with its whole line when nothing else is on it, otherwise with the blanks before it. The range
     * is inside an object, so that there is a brace before and after it.
     */
    private static String cut(String text, int from, int to) {
        int start = from;
        while (isBlank(text.charAt(start - 1))) {
            start--;
        }
        if (text.charAt(start - 1) != '\n') {
            return text.substring(0, start) + text.substring(to);
        }
        int end = to;
        while (isBlank(text.charAt(end))) {
            end++;
        }
        // A line break that ends a comment must stay while anything follows it.
        if (!isLineEnd(text.charAt(end))) {
            return text.substring(0, from) + text.substring(to);
        }
        int lineBreak = text.charAt(start - 2) == '\r' ? 2 : 1;
        return text.substring(0, start - lineBreak) + text.substring(end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** The index of the next character outside of white space and comments: a comma or a brace. */
    private static int skipSpace(String text, int from) {
        int at = from;
        while (true) {
            if (text.startsWith("//", at)) {
                at = endOfLine(text, at);
            } else if (text.startsWith("/*", at)) {
                at = text.indexOf("*/", at + 2) + 2;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return at;
            }
        }
    }

    /** A lone carriage return ends a comment too: the parser says so. */
    private static int endOfLine(String text, int from) {
        int at = from;
        while (!isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
