package dev.audiences.cli.list;

import dev.audiences.api.Resource;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
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

/** The format of a list, and where it is written. */
final class OutputOptions {
    /** The file name that means stdout. */
    private static final String STDOUT = "-";

    private static final int MIN_WIDTH = 20;
    private static final int CLASSIC_WIDTH = 80;

    private final Option<String> format = Option.choice(
            Format.names(), "FORMAT", "Write table (default), json, ndjson, csv or tsv.", "-o", "--output");
    private final Option<String> columns;
    private final Option<Boolean> noHeader =
            Option.flag("Leave out the header row of table, CSV and TSV.", "--no-header");
    private final Option<String> file =
            Option.text("FILE", "Write to FILE instead of stdout: complete, or not at all.", "-O", "--output-file");
    private final Option<Color> color = Option.choice(
            Color.class,
            Color::parse,
            Color.names(),
            "WHEN",
            "Colour what a terminal shows: auto (default), always (also with NO_COLOR or TERM=dumb) or never.",
            "--color");
    private final Option<Boolean> spreadsheet = Option.flag(
            "Make CSV safe to open in a spreadsheet: BOM, CRLF, no cell that is taken for a formula.", "--spreadsheet");
    private final Resource resource;

    OutputOptions(Resource resource) {
        this.resource = resource;
        this.columns = Option.choice(
                resource.fieldNames(),
                "A,B,C",
                "Show these fields, in this order; any field of the API's response. JSON keeps only these.",
                "--columns");
    }

    void addTo(CommandSpec spec) {
        format.addTo(spec, OptionGroup.OUTPUT);
        columns.addTo(spec, OptionGroup.OUTPUT);
        noHeader.addTo(spec, OptionGroup.OUTPUT);
        file.addTo(spec, OptionGroup.OUTPUT);
        spreadsheet.addTo(spec, OptionGroup.OUTPUT);
        color.addTo(spec, OptionGroup.OUTPUT);
    }

    /** Adds the values that settings may come from, for {@link dev.audiences.config.Settings#load}. */
    void addTo(Map<Setting, String> options) {
        if (format.isSet()) {
            options.put(Setting.OUTPUT, format.value());
        }
    }

    /** The format that the options and settings name. */
    Format format(SettingValue setting) throws Failure {
        Format format = Format.of(setting.value());
        if (format == null) {
            boolean isOption = setting.source().startsWith("-");
            throw Failure.of(
                            isOption ? ExitCode.USAGE : ExitCode.SETTINGS,
                            "there is no output format '" + setting.value() + "'")
                    .with("from", setting.source())
                    .hint("one of " + String.join(", ", Format.names()));
        }
        if (spreadsheet.isSet() && format != Format.CSV) {
            throw Failure.usage("--spreadsheet is for CSV", "add  -o csv");
        }
        return format;
    }

    /** The path of the output file, or null for stdout. */
    String file() {
        return file.valueOr(STDOUT).equals(STDOUT) ? null : file.value();
    }

    /** The chosen columns, or null. */
    private List<String> columns() throws Failure {
        String value = columns.value();
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

    /** @throws Failure when a column has no name or two columns have the same one */
    FormatOptions layout(Environment environment) throws Failure {
        boolean terminal = file() == null ? environment.terminal().stdout() : TerminalDevice.is(file());
        TerminalProfile screen = terminal
                ? new TerminalProfile(
                        true, width(environment), color.valueOr(Color.AUTO).isOn(environment))
                : TerminalProfile.NONE;
        return new FormatOptions(
                columns(),
                resource,
                !noHeader.isSet(),
                spreadsheet.isSet(),
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
