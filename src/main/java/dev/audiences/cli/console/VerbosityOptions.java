package dev.audiences.cli.console;

import picocli.CommandLine.Model.CommandSpec;

/** How much is printed on stderr. */
public final class VerbosityOptions {
    private final Option<Boolean> verbose =
            Option.flag("Show requests, statuses, timings, waits and trace ids on stderr.", "-v", "--verbose");
    private final Option<Boolean> quiet = Option.flag("Say nothing on stderr but errors.", "-q", "--quiet");

    /** Adds them, and the option for help as the last one. */
    public void addTo(CommandSpec spec) {
        addTo(spec, OptionGroup.GENERAL, OptionGroup.GENERAL);
    }

    /** As {@link #addTo(CommandSpec)}, for a command on which one of them, or both, has no effect. */
    public void addTo(CommandSpec spec, OptionGroup groupOfVerbose, OptionGroup groupOfQuiet) {
        verbose.addTo(spec, groupOfVerbose);
        quiet.addTo(spec, groupOfQuiet);
        Option.help().addTo(spec, OptionGroup.GENERAL);
    }

    public void apply(Messages messages) throws Failure {
        if (verbose.isSet() && quiet.isSet()) {
            throw Failure.usage("--verbose and --quiet exclude each other", "leave one of them out");
        }
        messages.level(quiet.isSet(), verbose.isSet());
    }
}
