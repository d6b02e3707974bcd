package dev.audiences.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The first words of a command line, as a line of {@link ForeignWords#COMMANDS} has them.
 *
 * @param length how many words they are
 * @param literal those of them that are no values
 * @param values the other ones
 */
record CommandPhrase(ForeignWord word, int length, List<String> literal, List<String> values) {
    /** The first of the most specific lines that match, or null. */
    static CommandPhrase find(List<String> words, Predicate<ForeignWord> isPossible) {
        for (ForeignWord word : ForeignWords.COMMANDS) {
            for (List<String> phrase : word.names()) {
                CommandPhrase matched = match(word, phrase, words);
                if (matched != null && isPossible.test(word)) {
                    return matched;
                }
            }
        }
        return null;
    }

    private static CommandPhrase match(ForeignWord word, List<String> phrase, List<String> words) {
        if (phrase.size() > words.size()) {
            return null;
        }
        List<String> literal = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < phrase.size(); i++) {
            String pattern = phrase.get(i);
            boolean isKind = Character.isUpperCase(pattern.charAt(pattern.length() - 1));
            String matched = ValuePattern.match(pattern, words.get(i));
            if (matched == null) {
                return null;
            }
            (isKind ? values : literal).add(matched);
        }
        return new CommandPhrase(word, phrase.size(), literal, values);
    }

    List<String> replacement() {
        return filled(word.replacement(ForeignWord.VALUE));
    }

    List<String> piped() {
        return filled(word.piped(ForeignWord.VALUE));
    }

    private List<String> filled(List<String> words) {
        List<String> filled = new ArrayList<>();
        for (String part : words) {
            if (part.equals(ForeignWord.VALUE)) {
                filled.addAll(values);
            } else {
                filled.add(part);
            }
        }
        return values.isEmpty() ? filled : ForeignWord.withFormat(filled, values.get(values.size() - 1));
    }
}
