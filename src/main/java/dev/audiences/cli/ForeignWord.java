package dev.audiences.cli;

import dev.audiences.output.Format;
import java.util.ArrayList;
import java.util.List;

/**
 * A word of other tools, and what stands for it here: one line of the tables in {@link ForeignWords}.
 *
 * @param names the words, each as the words of a command, or the name of an option
 * @param patterns what the value of an option must match, one of them; empty for an option without a value
 * @param besides an option that must be on the same command line, or empty
 * @param wholeLine whether the replacement stands for the whole command line
 * @param replacement the words that stand for it; {@link #VALUE} in them stands for its value
 * @param note what to say about it, or empty
 * @param corrects false when there is nothing to paste, and only the note is shown
 */
record ForeignWord(
        List<List<String>> names,
        List<String> patterns,
        String besides,
        boolean wholeLine,
        List<String> replacement,
        String note,
        boolean corrects) {
    static final String VALUE = "$";
    /** Behind {@code -o}: the format of the file that the value names. */
    static final String FORMAT = "$format";

    static final String PIPE = "|";

    /** Reads a table of commands: {@code WORD... [/ WORD...]... = REPLACEMENT [; NOTE]}. */
    static List<ForeignWord> commands(String table) {
        return read(table, " / ");
    }

    /** Reads a table of options: {@code NAME... [: PATTERN...] [& OPTION] = REPLACEMENT [; NOTE]}. */
    static List<ForeignWord> options(String table) {
        return read(table, " +");
    }

    private static List<ForeignWord> read(String table, String separator) {
        List<ForeignWord> words = new ArrayList<>();
        for (String line : table.split("\n")) {
            String[] sides = line.split(" = ", 2);
            String[] right = sides[1].strip().split("; ", 2);
            String[] left = sides[0].split(" & ", 2);
            String[] named = left[0].split(" : ", 2);
            String replacement = right[0].strip();
            boolean corrects = !replacement.equals("!");
            boolean wholeLine = replacement.startsWith("@");
            words.add(new ForeignWord(
                    split(named[0], separator).stream()
                            .map(name -> split(name, " +"))
                            .toList(),
                    named.length == 1 ? List.of() : split(named[1], " +"),
                    left.length == 1 ? "" : left[1].strip(),
                    wholeLine,
                    split(corrects ? replacement.substring(wholeLine ? 1 : 0) : "", " +"),
                    right.length == 1 ? "" : right[1].strip(),
                    corrects));
        }
        return List.copyOf(words);
    }

    private static List<String> split(String text, String separator) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(separator));
    }

    /** The words with the format that the extension of a file name means; without {@code -o} when it means none. */
    static List<String> withFormat(List<String> words, String file) {
        int at = words.indexOf(FORMAT);
        if (at < 0) {
            return words;
        }
        Format format = ValuePattern.formatOf(file);
        List<String> filled = new ArrayList<>(words);
        if (format == null) {
            filled.subList(at - 1, at + 1).clear();
        } else {
            filled.set(at, format.toString());
        }
        return filled;
    }

    boolean isOption(String name) {
        return names.stream()
                .anyMatch(words -> words.size() == 1 && words.get(0).equals(name));
    }

    boolean takesValue() {
        return !patterns.isEmpty();
    }

    /** The part of the value that the replacement takes over, or null when no pattern matches. */
    String match(String value) {
        for (String pattern : patterns) {
            String matched = value == null ? null : ValuePattern.match(pattern, value);
            if (matched != null) {
                return matched;
            }
        }
        return null;
    }

    /** The replacement with this value, up to the pipe. */
    List<String> replacement(String value) {
        return with(value, 0, pipe());
    }

    /** The words behind the pipe; empty without one. */
    List<String> piped(String value) {
        return with(value, Math.min(pipe() + 1, replacement.size()), replacement.size());
    }

    boolean isPiped() {
        return replacement.contains(PIPE);
    }

    private int pipe() {
        return isPiped() ? replacement.indexOf(PIPE) : replacement.size();
    }

    private List<String> with(String value, int from, int to) {
        return replacement.subList(from, to).stream()
                .map(word -> word.equals(VALUE) ? value : word)
                .toList();
    }
}
