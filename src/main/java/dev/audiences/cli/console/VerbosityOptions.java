package dev.audiences.cli.console;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How much is printed on stderr. */
public final class VerbosityOptions {
    private final Option<Boolean> verbose =
            Option.flag("Show requests, statuses, timings, waits and trace ids on stderr.", "-v", "--verbose");
    private final Option<Boolean> quiet = Option.flag("Say nothing on stderr but errors.", "-q", "--quiet");

    private CommandSpec command;

    /** Adds them, and the option for help as the last one. */
    public void addTo(CommandSpec spec) {
        addTo(spec, OptionGroup.GENERAL, OptionGroup.GENERAL);
    }

    /** As {@link #addTo(CommandSpec)}, for a command on which one of them, or both, has no effect. */
    public void addTo(CommandSpec spec, OptionGroup groupOfVerbose, OptionGroup groupOfQuiet) {
        command = spec;
        verbose.addTo(spec, groupOfVerbose);
        quiet.addTo(spec, groupOfQuiet);
        Option.help().addTo(spec, OptionGroup.GENERAL);
    }

    /** Sets how much is printed, and reports the options of the command whose first values don't count. */
    public void apply(Messages messages) throws Failure {
        if (verbose.isSet() && quiet.isSet()) {
            throw Failure.usage("--verbose and --quiet exclude each other", "leave one of them out");
        }
        messages.level(quiet.isSet(), verbose.isSet());
        for (OptionSpec option : command.options()) {
            List<String> values = option.originalStringValues();
            if (values.size() > 1
                    && !option.isMultiValue()
                    && Set.copyOf(values).size() > 1) {
                // Without the values: a URL may hold a password.
                messages.info(option.longestName() + " is given more than once: the last value counts");
            }
        }
    }
}
