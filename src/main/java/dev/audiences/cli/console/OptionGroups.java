package dev.audiences.cli.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The options of one command by group, and how its help lists them. Not picocli's own groups: those take part in
 * parsing, and so cost time at each start.
 */
public final class OptionGroups implements IHelpSectionRenderer {
    /** A list of no more options than this needs no headings. */
    private static final int MAX_SHORT_LIST = 10;

    // By identity: the hash of an OptionSpec is that of all its parts.
    private final IdentityHashMap<OptionSpec, OptionGroup> groups = new IdentityHashMap<>();

    /** The groups of a command that {@link CommandSpecs#create} made. */
    public static OptionGroups of(CommandSpec command) {
        return (OptionGroups) command.usageMessage().sectionMap().get(UsageMessageSpec.SECTION_KEY_OPTION_LIST);
    }

    void put(OptionSpec option, OptionGroup group) {
        groups.put(option, group);
    }

    /** The group of an option of the command, or null when it was added without one. */
    public OptionGroup groupOf(OptionSpec option) {
        return groups.get(option);
    }

    /** The options that help shows, in the order in which they were added. */
    public static List<OptionSpec> shown(CommandSpec command) {
        OptionGroups groups = of(command);
        return command.options().stream()
                .filter(option -> groups.groupOf(option) != OptionGroup.HIDDEN)
                .toList();
    }

    /** Whether a list of so many options is divided by headings. */
    public static boolean areHeaded(Collection<OptionSpec> options) {
        return options.size() > MAX_SHORT_LIST;
    }

    @Override
    public String render(Help help) {
        List<OptionSpec> shown = shown(help.commandSpec());
        if (!areHeaded(shown)) {
            return section("Options", shown, shown, help);
        }
        Map<OptionGroup, List<OptionSpec>> byGroup = new EnumMap<>(OptionGroup.class);
        for (OptionSpec option : shown) {
            byGroup.computeIfAbsent(groupOf(option), none -> new ArrayList<>()).add(option);
        }
        List<String> sections = new ArrayList<>();
        byGroup.forEach((group, options) -> sections.add(section(group.heading(), options, shown, help)));
        return String.join(System.lineSeparator(), sections);
    }

    /** @param all the options whose descriptions are to begin in one column */
    private static String section(String heading, List<OptionSpec> options, List<OptionSpec> all, Help help) {
        Help.Layout layout = help.createDefaultLayout(all, List.of(), help.colorScheme());
        layout.addAllOptions(options, help.createDefaultParamLabelRenderer());
        return heading + ":" + System.lineSeparator() + layout;
    }
}
