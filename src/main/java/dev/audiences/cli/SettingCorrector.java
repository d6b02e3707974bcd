package dev.audiences.cli;

import dev.audiences.config.Setting;
import dev.audiences.text.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Corrects the name of a setting in the words of a command of {@code config}, and drops a key among them. */
final class SettingCorrector {
    private final List<Correction.Change> changes;

    /** @param changes where to add what is corrected */
    SettingCorrector(List<Correction.Change> changes) {
        this.changes = changes;
    }

    /** @param words those of the command and its arguments */
    List<String> correct(CommandSpec command, List<String> words) {
        if (command.parent() == null || !command.parent().name().equals(Cli.CONFIG) || words.size() < 3) {
            return words;
        }
        String[] parts = words.get(2).split("[=:]", 2);
        String name = Setting.ofConfigKey(parts[0]) != null ? parts[0] : meant(parts[0]);
        if (name == null) {
            return words;
        }
        if (!name.equals(words.get(2))) {
            changes.add(new Correction.Change(parts[0], name));
        }
        List<String> corrected = new ArrayList<>(words.subList(0, 2));
        corrected.add(name);
        // A key is never repeated, and no command takes one as an argument.
        if (!name.equals(Setting.API_KEY.configKey())) {
            corrected.addAll(List.of(parts).subList(1, parts.length));
            corrected.addAll(words.subList(3, words.size()));
        }
        return corrected;
    }

    private static String meant(String typed) {
        String plain = typed.replaceAll("[-_. ]", "").toLowerCase(Locale.ROOT);
        for (ForeignWord word : ForeignWords.SETTINGS) {
            if (word.isOption(plain)) {
                return word.replacement(null).get(0);
            }
        }
        return NearestName.to(
                plain, Arrays.stream(Setting.values()).map(Setting::configKey).toList());
    }
}
