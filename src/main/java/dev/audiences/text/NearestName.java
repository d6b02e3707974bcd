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
     * Returns the first name that starts with the typed text, or else the nearest one with an edit distance of at most
     * a third of the typed letters. Leading dashes and the case of letters are ignored.
     *
     * @return null when no name is near enough
     */
    public static String to(String typed, List<String> names) {
        String word = word(typed);
        if (word.length() > MAX_LENGTH) {
            return null;
        }
        for (String name : names) {
            if (word.length() >= MIN_PREFIX && word(name).startsWith(word)) {
                return name;
            }
        }
        String nearest = null;
        int least = 1 + (word.length() < MIN_MISSPELT ? 0 : word.length() / 3);
        for (String name : names) {
            int distance = distance(word, word(name));
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    private static String word(String name) {
        int start = 0;
        while (start < name.length() && name.charAt(start) == '-') {
            start++;
        }
        return name.substring(start).toLowerCase(Locale.ROOT);
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
