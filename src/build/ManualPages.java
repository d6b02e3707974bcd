import completion.CompletionModel;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.OptionGroups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Writes the manual pages, one for the program and one for each command, from the model that parses the command line.
 *
 * <p>Run by the build, as {@code ManualPages.java MANUAL FOLDER VERSION DATE}: the folder of the sections written by
 * hand, the output folder, and the version and date for the pages. The macros are those of man(7).
 */
public final class ManualPages {
    private static final String SECTION = "1";

    private final Path manual;
    private final Path folder;
    private final String edition;
    private final List<CommandSpec> commands = new ArrayList<>();

    private ManualPages(Path manual, Path folder, String edition) {
        this.manual = manual;
        this.folder = folder;
        this.edition = edition;
        CommandSpec root = CompletionModel.root();
        commands.add(root);
        for (CommandLine command : root.subcommands().values()) {
            // These need no page; their summaries are in the list of commands.
            if (!List.of("help", "version").contains(command.getCommandName())) {
                commands.add(command.getCommandSpec());
            }
        }
    }

    public static void main(String[] args) throws IOException {
        // The date without the time, as expected by lint and whatis.
        String edition = args[3].substring(0, "2026-01-01".length()) + " \"audiences " + args[2] + "\"";
        new ManualPages(Path.of(args[0]), Files.createDirectories(Path.of(args[1])), edition).write();
    }

    private void write() throws IOException {
        for (CommandSpec command : commands) {
            Files.writeString(folder.resolve(name(command) + "." + SECTION), page(command));
        }
    }

    private String page(CommandSpec command) throws IOException {
        boolean root = command.parent() == null;
        List<CommandSpec> below = below(command);
        // The page of a command describes its subcommands too.
        List<CommandSpec> covered = new ArrayList<>(List.of(command));
        if (!root) {
            covered.addAll(below);
        }
        Roff page = new Roff();
        addTitle(page, command);
        addSynopsis(page, root || below.isEmpty() ? List.of(command) : below);
        addDescription(page, command);
        addCommands(page, below);
        addParameters(page, covered);
        addOptions(page, covered);
        addHandWritten(page, command);
        if (root || command.optionsMap().containsKey("--base-url")) {
            addExitStatus(page);
        }
        addExamples(page, covered);
        addSeeAlso(page, command);
        return page.toString();
    }

    private void addTitle(Roff page, CommandSpec command) {
        String title = Roff.escaped(name(command).toUpperCase(Locale.ROOT));
        page.line(".TH " + title + " " + SECTION + " " + edition + " \"User Commands\"");
        // Names must not be hyphenated: .nh disables it, and the register keeps .EE from enabling it again.
        page.line(".nr HY 0").line(".nh").line(".ad l").section("NAME");
        page.line(
                Roff.escaped(name(command)) + " \\- " + Roff.escaped(decapitalised(CompletionModel.summary(command))));
    }

    private static void addSynopsis(Roff page, List<CommandSpec> commands) {
        page.section("SYNOPSIS");
        page.line(commands.stream()
                .map(command -> Roff.synopsis(command.usageMessage().customSynopsis()[0]))
                .collect(Collectors.joining("\n.br\n")));
    }

    private static void addDescription(Roff page, CommandSpec command) {
        page.section("DESCRIPTION").text(CompletionModel.summary(command));
        String more = String.format(String.join("", command.usageMessage().description()));
        if (!more.isBlank()) {
            page.text(more.strip());
        }
    }

    private void addCommands(Roff page, List<CommandSpec> below) {
        if (!below.isEmpty()) {
            page.section("COMMANDS");
        }
        for (CommandSpec command : below) {
            page.item(
                    commands.contains(command) ? reference(command) : Roff.bold(command.name()),
                    CompletionModel.summary(command));
        }
    }

    private static void addParameters(Roff page, List<CommandSpec> covered) {
        Map<String, PositionalParamSpec> parameters = new LinkedHashMap<>();
        for (CommandSpec command : covered) {
            command.positionalParameters().forEach(p -> parameters.put(p.paramLabel(), p));
        }
        if (!parameters.isEmpty()) {
            page.section("PARAMETERS");
        }
        parameters.forEach((label, parameter) ->
                page.item(Roff.italic(label) + (parameter.arity().max() > 1 ? "..." : ""), description(parameter)));
    }

    private static void addOptions(Roff page, List<CommandSpec> covered) {
        Map<String, OptionSpec> options = new LinkedHashMap<>();
        Map<OptionGroup, List<OptionSpec>> groups = new EnumMap<>(OptionGroup.class);
        for (CommandSpec command : covered) {
            for (OptionSpec option : OptionGroups.shown(command)) {
                // Replaces an option of the parent, so that --help, which all have, comes last.
                options.remove(option.longestName());
                options.put(option.longestName(), option);
                groups.computeIfAbsent(OptionGroups.of(command).groupOf(option), none -> new ArrayList<>())
                        .add(option);
            }
        }
        page.section("OPTIONS");
        if (covered.size() > 1 || !OptionGroups.areHeaded(options.values())) {
            options.values().forEach(option -> addOption(page, option));
            return;
        }
        groups.forEach((group, members) -> {
            page.line(".SS " + group.heading());
            members.forEach(option -> addOption(page, option));
        });
    }

    private static void addOption(Roff page, OptionSpec option) {
        String names = Stream.of(option.names()).map(Roff::bold).collect(Collectors.joining(", "));
        String value = option.arity().max() == 0 ? "" : "=" + Roff.italic(option.paramLabel());
        page.item(names + value, description(option));
    }

    /** Returns the description, with the list of values unless the description contains them. */
    private static String description(ArgSpec argument) {
        String text = String.join(" ", argument.description());
        if (argument.completionCandidates() == null) {
            return text;
        }
        List<String> values = new ArrayList<>();
        argument.completionCandidates().forEach(values::add);
        return values.stream().allMatch(text::contains) ? text : text + " Known: " + String.join(", ", values) + ".";
    }

    /** Adds the sections that are written by hand. */
    private void addHandWritten(Roff page, CommandSpec command) throws IOException {
        Path file = manual.resolve(name(command) + ".roff");
        if (Files.exists(file)) {
            page.line(Files.readString(file).strip());
        }
    }

    private static void addExitStatus(Roff page) {
        page.section("EXIT STATUS");
        for (ExitCode exitCode : ExitCode.values()) {
            page.item(Roff.bold(String.valueOf(exitCode.code())), capitalised(exitCode.meaning()) + ".");
        }
        page.line(".PP")
                .text("A signal makes it 128 and the number of the signal: 130 when interrupted (Ctrl+C), "
                        + "143 when terminated, 129 when hung up.");
    }

    private static void addExamples(Roff page, List<CommandSpec> covered) {
        Map<String, String> examples = new LinkedHashMap<>();
        for (CommandSpec command : covered) {
            List<String> footer = List.of(command.usageMessage().footer());
            footer.stream()
                    .skip(footer.indexOf("Examples:") + 1L)
                    .takeWhile(line -> !line.isEmpty())
                    // A command and its subcommand may have the same example, with or without a comment after it.
                    .forEach(line -> examples.putIfAbsent(line.strip().split(" {2,}")[0], line.strip()));
        }
        page.section("EXAMPLES").line(".EX");
        examples.values().forEach(line -> page.line(Roff.escaped(line)));
        page.line(".EE");
    }

    private void addSeeAlso(Roff page, CommandSpec command) {
        page.section("SEE ALSO");
        page.line(commands.stream()
                .filter(other -> other != command)
                .map(ManualPages::reference)
                .collect(Collectors.joining(",\n")));
    }

    private static List<CommandSpec> below(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .toList();
    }

    private static String name(CommandSpec command) {
        return command.qualifiedName("-");
    }

    private static String reference(CommandSpec command) {
        return Roff.bold(name(command)) + "(" + SECTION + ")";
    }

    private static String decapitalised(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1).replaceFirst("\\.$", "");
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

/** A page in the macros of man(7). */
final class Roff {
    private final List<String> lines = new ArrayList<>();

    Roff line(String roff) {
        lines.add(roff);
        return this;
    }

    /** Adds text; each sentence starts on a new line, as roff expects. */
    Roff text(String text) {
        return line(escaped(text).replaceAll("(?<=[.]) (?=[A-Z])", "\n"));
    }

    Roff section(String name) {
        return line(".SH " + name);
    }

    /** Adds a tag, which is roff already, and its description. */
    Roff item(String tag, String text) {
        return line(".TP").line(tag).text(text);
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }

    /** Formats literal words in bold, and placeholders in italics. */
    static String synopsis(String text) {
        return escaped(text).replaceAll("[a-z]+", "\\\\fB$0\\\\fR").replaceAll("\\b[A-Z]{2,}", "\\\\fI$0\\\\fR");
    }

    static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    static String italic(String text) {
        return "\\fI" + escaped(text) + "\\fR";
    }

    /** Escapes text for roff, so that it prints ASCII characters and not their typographic forms. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.startsWith(".") ? "\\&" : "");
        text.codePoints()
                .forEach(c -> escaped.append(
                        switch (c) {
                            case '\\' -> "\\(rs";
                            case '-' -> "\\-";
                            case '\'' -> "\\(aq";
                            case '"' -> "\\(dq";
                            case '`' -> "\\(ga";
                            case '^' -> "\\(ha";
                            case '~' -> "\\(ti";
                            default -> c < 128 ? Character.toString(c) : String.format("\\[u%04X]", c);
                        }));
        return escaped.toString();
    }
}
