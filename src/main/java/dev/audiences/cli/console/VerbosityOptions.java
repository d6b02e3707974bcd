package dev.audiences.cli.console;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How much is said on stderr. */
public final class VerbosityOptions {
    private final OptionSpec verbose =
            OptionSpecs.flag("Show requests, statuses, timings, waits and trace ids on stderr.", "-v", "--verbose");
    private final OptionSpec quiet = OptionSpecs.flag("Say nothing on stderr but errors.", "-q", "--quiet");

    public void addTo(CommandSpec spec) {
        spec.addOption(verbose).addOption(quiet).addOption(OptionSpecs.help());
    }

    public void apply(Messages messages) throws Failure {
        if (OptionSpecs.isSet(verbose) && OptionSpecs.isSet(quiet)) {
            throw Failure.usage("--verbose and --quiet exclude each other", "leave one of them out");
        }
        messages.level(OptionSpecs.isSet(quiet), OptionSpecs.isSet(verbose));
    }
}
