package dev.audiences.cli;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Undoes what word processors, chats and web pages make of a command line: dashes for hyphens, curly quotation marks,
 * no-break spaces, full-width and invisible characters.
 */
final class Typography {
    private static final String DASHES = "‐‑‒–—―⸺⸻−﹘﹣－";
    private static final String OPENING = "“„‟‘‚‛«‹‘\"'";
    private static final String CLOSING = "”“‟’‘‛»›’\"'";
    /** Zero-width characters and the soft hyphen. */
    private static final String INVISIBLE = "[\u200B-\u200D\u2060\uFEFF\u00AD]";

    private static final String NO_BREAK_SPACE = "[\u00A0\u202F\u2007]";

    private final List<String> words = new ArrayList<>();
    private boolean changedDash;
    private boolean changedSpace;
    private boolean changedQuote;

    Typography(List<String> arguments) {
        List<String> parts = new ArrayList<>();
        for (String argument : arguments) {
            boolean command = parts.isEmpty() || isDash(argument, 0);
            List<String> split = command ? List.of(argument.split(NO_BREAK_SPACE + "+")) : List.of(argument);
            changedSpace |= split.size() > 1;
            parts.addAll(split);
        }
        for (int i = 0; i < parts.size(); i++) {
            String word = withHyphens(parts.get(i));
            int start = startOfValue(word);
            int end = OPENING.indexOf(charAt(word, start)) < 0 ? -1 : closing(parts, i, word, start);
            if (end < 0) {
                words.add(word);
                continue;
            }
            String joined = end == i ? word : word + " " + String.join(" ", parts.subList(i + 1, end + 1));
            words.add(joined.substring(0, start) + joined.substring(start + 1, joined.length() - 1));
            changedQuote = true;
            i = end;
        }
    }

    /** The words as they would have been typed. */
    List<String> words() {
        return List.copyOf(words);
    }

    /** What was undone, in words. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (changedDash) {
            notes.add("a dash is not the hyphen that an option begins with: a text editor may have changed it");
        }
        if (changedSpace) {
            notes.add("a no-break space does not part words for a shell: a text editor may have put it there");
        }
        if (changedQuote) {
            notes.add("typographic quotation marks mean nothing to a shell: a text editor may have changed them");
        }
        return notes;
    }

    private String withHyphens(String argument) {
        if (!isDash(argument, 0)) {
            return argument;
        }
        int end = argument.indexOf('=') < 0 ? argument.length() : argument.indexOf('=');
        String name = argument.substring(0, end);
        if (name.chars().allMatch(c -> c < 0x80)) {
            return argument;
        }
        int start = 0;
        boolean hyphens = true;
        while (isDash(name, start)) {
            hyphens &= name.charAt(start) == '-';
            start++;
        }
        StringBuilder letters = new StringBuilder();
        for (char c : Normalizer.normalize(name.substring(start).replaceAll(INVISIBLE, ""), Normalizer.Form.NFKC)
                .toCharArray()) {
            letters.append(DASHES.indexOf(c) < 0 ? c : '-');
        }
        changedDash = true;
        String prefix = hyphens ? name.substring(0, start) : letters.length() == 1 ? "-" : "--";
        return prefix + letters + argument.substring(end);
    }

    private static boolean isDash(String word, int index) {
        return index < word.length() && (word.charAt(index) == '-' || DASHES.indexOf(word.charAt(index)) >= 0);
    }

    /** Where the value begins: behind the equals sign of an option. */
    private static int startOfValue(String word) {
        return word.startsWith("-") ? word.indexOf('=') + 1 : 0;
    }

    private static char charAt(String word, int index) {
        return index < word.length() ? word.charAt(index) : ' ';
    }

    /** The index of the part that ends with a closing quotation mark, or -1. */
    private static int closing(List<String> parts, int from, String word, int start) {
        for (int i = from; i < parts.size(); i++) {
            String part = i == from ? word.substring(start + 1) : parts.get(i);
            if (!part.isEmpty() && CLOSING.indexOf(part.charAt(part.length() - 1)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
