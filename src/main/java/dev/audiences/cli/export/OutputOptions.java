package dev.audiences.cli.export;

import dev.audiences.api.Resource;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.config.Setting;
import dev.audiences.config.SettingValue;
import dev.audiences.output.FileFormat;
import dev.audiences.output.Format;
import dev.audiences.output.FormatOptions;
import dev.audiences.terminal.TerminalDevice;
import dev.audiences.terminal.TerminalProfile;
import dev.audiences.text.Counts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** The format of a list, and where it is written. */
final class OutputOptions {
    /** The file name that means stdout. */
    private static final String STDOUT = "-";

    static final String COLUMNS = "--columns";

    private static final List<String> DELIMITERS = List.of("comma", "semicolon", "tab", "pipe");
    private static final int MAX_XLSX_COLUMNS = 16_384;
    private static final int MIN_WIDTH = 20;
    private static final int CLASSIC_WIDTH = 80;

    private final Option<String> format = Option.choice(
            Format.names(),
            "FORMAT",
            "Write table (default), json, ndjson (or jsonl), csv, tsv or xlsx. Without it, the extension of FILE decides.",
            "-o",
            "--output");
    private final Option<String[]> columns;
    private final Option<Boolean> noHeader =
            Option.flag("Leave out the header row of table, CSV and TSV.", "--no-header");
    private final Option<String> file = Option.text(
            "FILE",
            "Write to FILE instead of stdout: complete, or not at all; compressed if it ends in .gz.",
            "-O",
            "--output-file");
    private final Option<Color> color = Option.choice(
            Color.class,
            Color::parse,
            Color.names(),
            "WHEN",
            "Colour what a terminal shows: auto (default), always (also with NO_COLOR or TERM=dumb) or never.",
            "--color");
    private final Option<Boolean> spreadsheet = Option.flag(
            "Make CSV safe to open in a spreadsheet: BOM, CRLF, quotes, no text that is taken for a formula or a number.",
            "--spreadsheet");
    private final Option<Character> delimiter = Option.choice(
            Character.class,
            OutputOptions::delimiter,
            DELIMITERS,
            "C",
            "Separate the cells of CSV by C: comma (default), semicolon (where the comma is decimal), tab or pipe.",
            "--delimiter");
    private final Resource resource;

    OutputOptions(Resource resource) {
        this.resource = resource;
        this.columns = Option.list(
                resource.fieldNames(),
                "A,B,C",
                "Show these fields, in this order; any field of the API's response. JSON keeps only these.",
                COLUMNS);
    }

    void addTo(CommandSpec spec) {
        format.addTo(spec, OptionGroup.OUTPUT);
        columns.addTo(spec, OptionGroup.OUTPUT);
        noHeader.addTo(spec, OptionGroup.OUTPUT);
        file.addTo(spec, OptionGroup.OUTPUT);
        spreadsheet.addTo(spec, OptionGroup.OUTPUT);
        delimiter.addTo(spec, OptionGroup.OUTPUT);
        color.addTo(spec, OptionGroup.OUTPUT);
    }

    /** Adds the values that settings may come from, for {@link dev.audiences.config.Settings#load}. */
    void addTo(Map<Setting, String> options) {
        if (format.isSet()) {
            options.put(Setting.OUTPUT, format.value());
        }
    }

    /** The format that the options, the settings and the name of the output file lead to. */
    FormatChoice format(SettingValue setting, FormatOptions options) throws Failure {
        FormatChoice choice = FormatChoice.of(setting, file());
        check(choice.format(), options);
        return choice;
    }

    /** @throws Failure when the format does not go with another option, or with where it is written */
    private void check(Format format, FormatOptions options) throws Failure {
        for (Option<?> option : List.of(spreadsheet, delimiter)) {
            if (option.isSet() && format != Format.CSV) {
                throw Failure.usage(option.name() + " is for CSV, not for " + format, "add  -o csv");
            }
        }
        if (format != Format.XLSX) {
            return;
        }
        if (options.terminal().terminal()) {
            throw Failure.usage("a workbook (xlsx) is not for a terminal", "write it to a file:  -O list.xlsx");
        }
        if (options.columns() != null && options.columns().size() > MAX_XLSX_COLUMNS) {
            throw Failure.usage(
                    "a workbook holds " + Counts.of(MAX_XLSX_COLUMNS, "column"), "name fewer, or add  -o csv");
        }
    }

    /** Reads the value of {@code --delimiter}: the character, or its name, which needs no quotes in a shell. */
    private static Character delimiter(String value) {
        return switch (value) {
            case ",", "comma" -> ',';
            case ";", "semicolon" -> ';';
            case "tab", "\t", "\\t" -> '\t';
            case "|", "pipe" -> '|';
            default ->
                throw new TypeConversionException(
                        "'" + value + "' is none of  , ; tab |  and " + String.join(", ", DELIMITERS));
        };
    }

    /** The path of the output file, or null for stdout. */
    String file() {
        return file.valueOr(STDOUT).equals(STDOUT) ? null : file.value();
    }

    /** The chosen columns, as they were typed, or null. */
    private List<String> columns() throws Failure {
        if (!columns.isSet()) {
            return null;
        }
        List<String> names = Option.values(columns);
        for (String name : names) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw FieldNames.twice(COLUMNS, name);
            }
        }
        return List.copyOf(names);
    }

    /** The names of the options that were given and have no meaning for a number alone. */
    List<String> ofLists() {
        return Stream.of(format, columns, noHeader, spreadsheet, delimiter)
                .filter(Option::isSet)
                .map(Option::name)
                .toList();
    }

    /** @throws Failure when a column has no name or two columns have the same one */
    FormatOptions layout(Environment environment) throws Failure {
        boolean terminal = file() == null
                ? environment.terminal().stdout()
                : !FileFormat.of(file()).gzip() && TerminalDevice.is(file());
        TerminalProfile screen = terminal
                ? new TerminalProfile(
                        true, width(environment), color.valueOr(Color.AUTO).isOn(environment))
                : TerminalProfile.NONE;
        return new FormatOptions(
                columns(),
                resource,
                !noHeader.isSet(),
                false,
                false,
                spreadsheet.isSet(),
                delimiter.valueOr(','),
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
