package dev.audiences.cli.console;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How commands are declared. The model is built by hand and not read from annotations: each annotation type costs a
 * proxy class at every start, 20 ms in all.
 */
public final class CommandSpecs {
    private CommandSpecs() {}

    /**
     * The model of a command, without options and parameters. Help lists them in the order in which they are added, the
     * options by their groups, in lines that fit a classic terminal.
     *
     * @param summary what it does, in one line
     * @param more what else there is to know, or empty
     */
    public static CommandSpec create(String name, String summary, String more, String synopsis) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .width(80)
                .sortOptions(false)
                .header(summary)
                .headerHeading("")
                .description(more.isEmpty() ? "" : "%n" + more + "%n")
                .customSynopsis(synopsis)
                .parameterListHeading("Parameters:%n");
        spec.usageMessage().sectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, new OptionGroups());
        return spec;
    }
}
