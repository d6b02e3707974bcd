package dev.audiences.text;

import java.util.List;
import java.util.Locale;

/** Finds the name that was probably meant by a misspelt one. */
public final class NearestName {
    private static final int MAX_LENGTH = 64;
    private static final int MIN_PREFIX = 2;
    private static final int MIN_MISSPELT = 3;

    private NearestName() {}

    /**
     * Returns the name that is the same but for case, hyphens and underscores; or else the only one that starts with
     * the typed text; or else the nearest one, if a single slip of the fingers in every four letters explains the
     * difference.
     *
     * @return null when no name is near enough, or several are equally near
     */
    public static String to(String typed, List<String> names) {
        String word = word(typed);
        if (word.length() > MAX_LENGTH) {
            return null;
        }
        for (String name : names) {
            if (word(name).equals(word)) {
                return name;
            }
        }
        String longer = word.length() < MIN_PREFIX ? null : startingWith(word, names);
        return longer != null || word.length() < MIN_MISSPELT ? longer : nearest(word, names);
    }

    /** The shortest, if all the others start with it, as {@code --output-file} does with {@code --output}. */
    private static String startingWith(String word, List<String> names) {
        String shortest = null;
        for (String name : names) {
            if (word(name).startsWith(word) && (shortest == null || name.length() < shortest.length())) {
                shortest = name;
            }
        }
        for (String name : names) {
            if (word(name).startsWith(word) && !word(name).startsWith(word(shortest))) {
                return null;
            }
        }
        return shortest;
    }

    private static String nearest(String word, List<String> names) {
        String nearest = null;
        boolean unique = true;
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int distance = beginAlike(word, word(name)) ? distance(word, word(name)) : Integer.MAX_VALUE;
            if (distance <= allowed(word.length()) && distance <= least) {
                unique = distance < least || word(name).equals(word(nearest));
                least = distance;
                nearest = name;
            }
        }
        return unique ? nearest : null;
    }

    private static int allowed(int length) {
        return length / 4 + (length < 4 ? 1 : 0);
    }

    /** A slip seldom hits the first letter; but that may be left out, typed twice or swapped with the second one. */
    private static boolean beginAlike(String word, String name) {
        if (word.isEmpty() || name.length() < 2) {
            return false;
        }
        boolean swapped = word.length() > 1 && word.charAt(0) == name.charAt(1) && word.charAt(1) == name.charAt(0);
        return swapped || word.charAt(0) == name.charAt(0) || name.substring(1).equals(word);
    }

    private static String word(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The edit distance in which swapping two neighbours counts as one edit (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : edits(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int edits(int[][] rows, String a, String b, int i, int j) {
        int replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int edits = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(edits, rows[i - 2][j - 2] + 1) : edits;
    }
}
