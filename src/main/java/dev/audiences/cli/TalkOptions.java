package dev.audiences.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How much is said on stderr. */
final class TalkOptions {
    private final OptionSpec verbose =
            OptionSpecs.flag("Show requests, statuses, timings, waits and trace ids on stderr.", "-v", "--verbose");
    private final OptionSpec quiet = OptionSpecs.flag("Say nothing on stderr but errors.", "-q", "--quiet");

    void addTo(CommandSpec spec) {
        spec.addOption(verbose).addOption(quiet).addOption(OptionSpecs.help());
    }

    void apply(Talk talk) throws Failure {
        if (OptionSpecs.isSet(verbose) && OptionSpecs.isSet(quiet)) {
            throw Failure.usage("--verbose and --quiet exclude each other", "leave one of them out");
        }
        talk.level(OptionSpecs.isSet(quiet), OptionSpecs.isSet(verbose));
    }
}
