package dev.audiences.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How much is said on stderr, and whether in colour. */
final class TalkOptions {
    private static final List<String> COLORS = List.of("auto", "always", "never");

    private final OptionSpec verbose =
            OptionSpecs.flag("Show requests, statuses, timings, waits and trace ids on stderr.", "-v", "--verbose");
    private final OptionSpec quiet = OptionSpecs.flag("Say nothing on stderr but errors.", "-q", "--quiet");
    private final OptionSpec color =
            OptionSpecs.choice(COLORS, "WHEN", "Use colour auto (default), always or never.", "--color");

    void addTo(CommandSpec spec) {
        spec.addOption(verbose).addOption(quiet).addOption(color).addOption(OptionSpecs.help());
    }

    void apply(Talk talk) throws Failure {
        if (OptionSpecs.isSet(verbose) && OptionSpecs.isSet(quiet)) {
            throw Failure.usage("--verbose and --quiet exclude each other", "leave one of them out");
        }
        talk.level(OptionSpecs.isSet(quiet), OptionSpecs.isSet(verbose));
    }

    /**
     * Whether a terminal is written to in colour; {@code NO_COLOR} as of no-color.org. Not by itself on Windows: its
     * console shows escape sequences as text unless a program has it set up through its native interface.
     */
    boolean color(Environment environment) throws Failure {
        String when = color.getValue() == null ? "auto" : color.getValue();
        return switch (when) {
            case "always" -> true;
            case "never" -> false;
            case "auto" ->
                environment.variable("NO_COLOR") == null
                        && !"dumb".equals(environment.variable("TERM"))
                        && !environment.osName().startsWith("Windows");
            default -> throw Failure.usage("there is no --color '" + when + "'", "one of auto, always, never");
        };
    }
}
