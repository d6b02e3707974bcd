package dev.audiences.cli.list;

import dev.audiences.api.Resource;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.OptionSpecs;
import dev.audiences.config.Setting;
import dev.audiences.config.SettingValue;
import dev.audiences.output.Format;
import dev.audiences.output.FormatOptions;
import dev.audiences.terminal.TerminalDevice;
import dev.audiences.terminal.TerminalProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** In which form a list is written, and where to. */
final class OutputOptions {
    private static final int MIN_WIDTH = 20;
    private static final int CLASSIC_WIDTH = 80;

    private final OptionSpec format = OptionSpecs.choice(
            Format.names(), "FORMAT", "Write table (default), json, ndjson, csv or tsv.", "-o", "--output");
    private final OptionSpec columns;
    private final OptionSpec noHeader =
            OptionSpecs.flag("Leave out the header row of table, CSV and TSV.", "--no-header");
    private final OptionSpec file = OptionSpecs.text(
            "FILE", "Write to FILE instead of stdout: complete, or not at all.", "-O", "--output-file");
    private final OptionSpec color = OptionSpecs.valued(
                    Color.class,
                    "WHEN",
                    "Colour what a terminal shows: auto (default), always (also with NO_COLOR or TERM=dumb) or never.",
                    "--color")
            .completionCandidates(Color.names())
            .converters(Color::parse)
            .build();
    private final OptionSpec spreadsheet = OptionSpecs.flag(
            "Make CSV safe to open in a spreadsheet: BOM, CRLF, no cell that is taken for a formula.", "--spreadsheet");
    private final Resource resource;

    OutputOptions(Resource resource) {
        this.resource = resource;
        this.columns = OptionSpecs.choice(
                resource.fieldNames(),
                "A,B,C",
                "Show these fields, in this order; any field of the API's response. JSON keeps only these.",
                "--columns");
    }

    void addTo(CommandSpec spec) {
        spec.addOption(format)
                .addOption(columns)
                .addOption(noHeader)
                .addOption(file)
                .addOption(spreadsheet)
                .addOption(color);
    }

    /** What goes into {@link dev.audiences.config.Settings#load}. */
    void addTo(Map<Setting, String> options) {
        if (format.getValue() != null) {
            options.put(Setting.OUTPUT, format.getValue());
        }
    }

    /** The format that the settings name, option included. */
    Format format(SettingValue setting) throws Failure {
        Format format = Format.of(setting.value());
        if (format == null) {
            boolean typed = isOption(setting.source());
            throw Failure.of(
                            typed ? ExitCode.USAGE : ExitCode.SETTINGS,
                            "there is no output format '" + setting.value() + "'")
                    .with("from", setting.source())
                    .hint("one of " + String.join(", ", Format.names()));
        }
        if (OptionSpecs.isSet(spreadsheet) && format != Format.CSV) {
            throw Failure.usage("--spreadsheet is for CSV", "add  -o csv");
        }
        return format;
    }

    private static boolean isOption(String source) {
        return source.startsWith("-");
    }

    /** The path of the output file, or null for stdout. */
    String file() {
        String path = file.getValue();
        return "-".equals(path) ? null : path;
    }

    /** The chosen columns, or null. */
    private List<String> columns() throws Failure {
        String value = columns.getValue();
        if (value == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            String name = part.strip();
            if (name.isEmpty() || names.contains(name)) {
                throw Failure.usage(
                        "--columns '" + value + "' " + (name.isEmpty() ? "has an empty name" : "names a field twice"),
                        "name fields, separated by commas, such as  --columns id,name");
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    FormatOptions layout(Environment environment) throws Failure {
        boolean terminal = file() == null ? environment.terminal().stdout() : TerminalDevice.is(file());
        Color chosen = color.getValue() == null ? Color.AUTO : color.getValue();
        TerminalProfile screen = terminal
                ? new TerminalProfile(true, width(environment), chosen.isOn(environment))
                : TerminalProfile.NONE;
        return new FormatOptions(
                columns(),
                resource,
                !OptionSpecs.isSet(noHeader),
                OptionSpecs.isSet(spreadsheet),
                screen,
                environment.clock().instant());
    }

    private static int width(Environment environment) {
        int chosen = 0;
        String columns = environment.variable("COLUMNS");
        if (columns != null && columns.length() <= 5 && columns.chars().allMatch(c -> c >= '0' && c <= '9')) {
            chosen = Integer.parseInt(columns);
        }
        int width = chosen > 0 ? chosen : environment.terminal().width();
        return width > 0 ? Math.max(MIN_WIDTH, width) : CLASSIC_WIDTH;
    }
}
