package dev.audiences.cli;

import dev.audiences.cli.config.ConfigGroup;
import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.FailureMessages;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.Outcome;
import dev.audiences.cli.console.Stdout;
import dev.audiences.cli.list.AccountsCommand;
import dev.audiences.cli.list.FoldersCommand;
import dev.audiences.cli.list.GetCommand;
import dev.audiences.cli.list.ListCommand;
import dev.audiences.cli.list.ProspectsCommand;
import dev.audiences.cli.session.RequestOptions;
import dev.audiences.config.Setting;
import dev.audiences.text.SecretMask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: parses it, runs its command, and turns failures into messages and exit codes. */
public final class Cli {
    static final String LIST = "list";
    static final String GET = "get";
    static final String FOLDERS = "folders";
    static final String PROSPECTS = "prospects";
    static final String ACCOUNTS = "accounts";
    static final String CONFIG = "config";
    static final String HELP = "help";

    private static final String NAME = "audiences";
    private static final List<String> VERSION_OPTIONS = List.of(Option.VERSION_SHORT, Option.VERSION);

    private final Environment environment;
    private final Messages messages;
    private final List<String> arguments;
    private final Map<CommandSpec, Command> commands = new LinkedHashMap<>();
    private final CommandLine commandLine;
    private final Outcome outcome;

    public Cli(Environment environment, String... arguments) {
        this.environment = environment;
        this.messages = new Messages(
                environment.stderr(), environment.terminal().stderr(), SecretMask.of(environment.variables()));
        this.outcome = new Outcome(environment, messages);
        this.arguments = List.of(arguments);
        this.commandLine = commandLine();
    }

    /** Runs the command line to its end. */
    public ExitCode run() {
        messages.redact(environment.variable(Setting.API_KEY.environmentVariable()));
        try {
            return outcome.of(execute());
        } catch (Failure failure) {
            return outcome.of(failure.exitCode() == ExitCode.USAGE ? corrected(failure) : failure);
        } catch (OutOfMemoryError e) {
            return outOfMemory(e);
        } catch (LinkageError e) {
            return FailureMessages.isShortOfThreads(e)
                    ? outcome.of(FailureMessages.shortOfThreads(e))
                    : outcome.ofBug(e);
        } catch (InterruptedException | RuntimeException | Error bug) {
            return outcome.ofBug(bug);
        } finally {
            outcome.close();
        }
    }

    /** Reports that memory ran out. Also called for other threads, whose errors would be lost. */
    public ExitCode outOfMemory(OutOfMemoryError e) {
        return outcome.of(FailureMessages.of(e));
    }

    /** The model of all commands, from which the build makes the completion scripts and the manual pages. */
    public CommandSpec wholeModel() {
        return commandLine.getCommandSpec();
    }

    private CommandLine commandLine() {
        CommandSpec root = CommandSpecs.create(
                NAME,
                "List the audiences (imported lists of prospects) of an account group.",
                "They come from Sonarly's public API (https://api.sonarly.io). It needs a key, which the dashboard of an "
                        + "account makes; list --sandbox needs none.",
                "audiences COMMAND [OPTIONS]");
        Option.help().addTo(root, OptionGroup.GENERAL);
        Option.version().addTo(root, OptionGroup.GENERAL);
        String named = arguments.isEmpty() ? "" : arguments.get(0);
        Map<String, Runnable> all = subcommands(root);
        // Making the models of all commands takes longer than parsing. So only that of the named command is made; help
        // and an unknown name need all of them.
        if (all.containsKey(named)) {
            all.get(named).run();
        } else if (!VERSION_OPTIONS.contains(named)) {
            all.values().forEach(Runnable::run);
            add(root, new HelpCommand(this::print, root));
            add(root, new VersionCommand(environment));
        }
        root.usageMessage()
                .commandListHeading("%nCommands:%n")
                .footer(
                        "",
                        "Examples:",
                        "  audiences list --sandbox",
                        "  audiences config set apiKey",
                        "  audiences list --all -o csv > audiences.csv",
                        "",
                        "audiences COMMAND --help  shows the help of a command.");
        return new CommandLine(root)
                .setExpandAtFiles(false)
                .setUnmatchedOptionsArePositionalParams(false)
                // The last one counts, so that an alias can be followed by other values.
                .setOverwrittenOptionsAllowed(true)
                // A cursor may look like an option: UsageErrors reports a forgotten value.
                .setAllowOptionsAsOptionParameters(true);
    }

    private Map<String, Runnable> subcommands(CommandSpec root) {
        Map<String, Runnable> commands = new LinkedHashMap<>();
        commands.put(LIST, () -> add(root, new ListCommand(environment, messages, arguments)));
        commands.put(GET, () -> add(root, new GetCommand(environment, messages, arguments)));
        commands.put(FOLDERS, () -> add(root, new FoldersCommand(environment, messages, arguments)));
        commands.put(PROSPECTS, () -> add(root, new ProspectsCommand(environment, messages, arguments)));
        commands.put(ACCOUNTS, () -> add(root, new AccountsCommand(environment, messages, arguments)));
        commands.put(CONFIG, () -> addConfig(root));
        commands.put("sandbox", () -> add(root, new SandboxCommand(environment, messages)));
        commands.put("completion", () -> add(root, new CompletionCommand(environment)));
        return commands;
    }

    private void addConfig(CommandSpec root) {
        CommandSpec config = ConfigGroup.spec();
        root.addSubcommand(config.name(), config);
        ConfigGroup.actions(environment, messages).forEach(action -> add(config, action));
    }

    private void add(CommandSpec parent, Command command) {
        CommandSpec spec = command.spec();
        parent.addSubcommand(spec.name(), spec);
        commands.put(spec, command);
    }

    private ExitCode execute() throws Failure, InterruptedException {
        ParseResult innermost = parse();
        if (innermost.isVersionHelpRequested()) {
            return print(VersionCommand.TEXT);
        }
        UsageErrors.requireValues(innermost, arguments);
        outcome.watch(innermost.matchedOptionValue(RequestOptions.MAX_TIME, null));
        Command command = commands.get(innermost.commandSpec());
        if (innermost.isUsageHelpRequested() || command == null) {
            return print(innermost.commandSpec().commandLine().getUsageMessage(Ansi.OFF));
        }
        return command.run();
    }

    private ParseResult parse() throws Failure {
        try {
            ParseResult parsed = commandLine.parseArgs(arguments.toArray(new String[0]));
            while (parsed.hasSubcommand() && !parsed.isUsageHelpRequested()) {
                parsed = parsed.subcommand();
            }
            return parsed;
        } catch (ParameterException e) {
            throw UsageErrors.failure(e, commandLine.getCommandSpec());
        }
    }

    /** Adds the command line that was probably meant. */
    private Failure corrected(Failure failure) {
        Cli all = new Cli(environment);
        Correction correction = new Corrector(all.wholeModel(), this::parses).correct(arguments);
        return correction == null ? failure : correction.addTo(failure, messages);
    }

    private boolean parses(List<String> words) {
        try {
            Cli other = new Cli(environment, words.toArray(new String[0]));
            UsageErrors.requireValues(other.parse(), words);
            return true;
        } catch (Failure wrong) {
            return false;
        }
    }

    private ExitCode print(String text) throws Failure {
        return Stdout.print(environment, text);
    }
}
