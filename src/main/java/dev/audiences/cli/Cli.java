package dev.audiences.cli;

import dev.audiences.config.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: finds the command, runs it, and tells failures apart for people and for scripts. */
public final class Cli {
    static final String LIST = "list";
    static final String ACCOUNTS = "accounts";

    private static final String NAME = "audiences";
    private static final List<String> VERSION_OPTIONS = List.of("-V", "--version");

    private final Environment environment;
    private final Talk talk;
    private final List<String> arguments;
    private final Map<CommandSpec, Command> commands = new LinkedHashMap<>();
    private final CommandLine commandLine;
    /** Whether the failure that ends the program was told: on which thread memory ran out is up to chance. */
    private final AtomicBoolean told = new AtomicBoolean();

    public Cli(Environment environment, String... arguments) {
        this.environment = environment;
        this.talk = new Talk(environment.stderr(), environment.terminal().stderr());
        this.arguments = List.of(arguments);
        this.commandLine = commandLine();
    }

    /** Runs the command line to its end. */
    public ExitCode run() {
        try {
            return execute();
        } catch (Failure failure) {
            return tell(failure);
        } catch (InterruptedException e) {
            return ExitCode.BUG;
        } catch (OutOfMemoryError e) {
            return outOfMemory();
        } catch (RuntimeException | Error bug) {
            talk.bug(bug);
            return ExitCode.BUG;
        }
    }

    /** Tells that memory ran out; for the threads, too, that run no command line and whose errors would be lost. */
    public ExitCode outOfMemory() {
        return tell(Failure.of(ExitCode.OUTPUT_FAILED, "the list does not fit into memory")
                .hint("-o csv without --sort, which needs no more than a few pages at a time, or a smaller --limit"));
    }

    private ExitCode tell(Failure failure) {
        if (failure.exitCode() != ExitCode.READER_GONE && !told.getAndSet(true)) {
            talk.failure(failure);
        }
        return failure.exitCode();
    }

    /** The model of all commands, for completions and manual pages. */
    public CommandSpec wholeModel() {
        return new Cli(environment).commandLine.getCommandSpec();
    }

    private CommandLine commandLine() {
        CommandSpec root = OptionSpecs.command(
                NAME,
                "List the audiences (imported lists of prospects) of an account group.",
                "",
                "audiences COMMAND [OPTIONS]");
        root.addOption(OptionSpecs.help());
        root.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version and exit.")
                .build());
        String named = arguments.isEmpty() ? "" : arguments.get(0);
        Map<String, Runnable> all = subcommands(root);
        // Making the models of all commands takes longer than parsing: only the one that is named is made, and all
        // of them for help and for a name that is not there.
        if (all.containsKey(named)) {
            all.get(named).run();
        } else if (!VERSION_OPTIONS.contains(named)) {
            all.values().forEach(Runnable::run);
            add(root, new HelpCommand(this::print, root));
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
                        "audiences COMMAND --help  tells more of a command.");
        return new CommandLine(root).setExpandAtFiles(false).setUnmatchedOptionsArePositionalParams(false);
    }

    private Map<String, Runnable> subcommands(CommandSpec root) {
        Map<String, Runnable> commands = new LinkedHashMap<>();
        commands.put(LIST, () -> add(root, new ListCommand(environment, talk, arguments)));
        commands.put(ACCOUNTS, () -> add(root, new AccountsCommand(environment, talk)));
        commands.put("config", () -> addConfig(root));
        commands.put("sandbox", () -> add(root, new SandboxCommand(environment, talk)));
        commands.put("completion", () -> add(root, new CompletionCommand(environment, this::wholeModel)));
        return commands;
    }

    private void addConfig(CommandSpec root) {
        CommandSpec config = ConfigGroup.spec();
        root.addSubcommand(config.name(), config);
        ConfigGroup.actions(environment, talk).forEach(action -> add(config, action));
    }

    private void add(CommandSpec parent, Command command) {
        CommandSpec spec = command.spec();
        parent.addSubcommand(spec.name(), spec);
        commands.put(spec, command);
    }

    private ExitCode execute() throws Failure, InterruptedException {
        ParseResult parsed;
        try {
            parsed = commandLine.parseArgs(arguments.toArray(new String[0]));
        } catch (ParameterException e) {
            throw wrongUsage(e);
        }
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand() && !innermost.isUsageHelpRequested()) {
            innermost = innermost.subcommand();
        }
        if (innermost.isVersionHelpRequested()) {
            return print(NAME + " " + Version.NUMBER + "\n");
        }
        Command command = commands.get(innermost.commandSpec());
        if (innermost.isUsageHelpRequested() || command == null) {
            return print(innermost.commandSpec().commandLine().getUsageMessage(Ansi.OFF));
        }
        return command.run();
    }

    private ExitCode print(String text) throws Failure {
        return Stdout.print(environment, text);
    }

    private static Failure wrongUsage(ParameterException e) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        Failure failure = Failure.of(ExitCode.USAGE, message(e));
        String near = e instanceof UnmatchedArgumentException unmatched ? near(unmatched) : null;
        failure.with("did you mean", near == null ? null : near + "?");
        return failure.with("usage", spec.usageMessage().customSynopsis()[0]).hint(spec.qualifiedName() + " --help");
    }

    /** The option or command that was probably meant, or null. */
    private static String near(UnmatchedArgumentException e) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        String typed = e.getUnmatched().get(0);
        if (!e.isUnknownOption()) {
            return NearestName.to(typed, List.copyOf(spec.subcommands().keySet()));
        }
        int equals = typed.indexOf('=');
        return NearestName.to(
                equals < 0 ? typed : typed.substring(0, equals),
                List.copyOf(spec.optionsMap().keySet()));
    }

    private static String message(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String argument = unmatched.getUnmatched().get(0);
            if (unmatched.isUnknownOption()) {
                return "there is no option " + argument;
            }
            boolean command = e.getCommandLine().getParent() == null;
            return command ? "there is no command '" + argument + "'" : "'" + argument + "' is one argument too many";
        }
        if (e.getArgSpec() instanceof OptionSpec option && e.getCause() != null) {
            return option.longestName() + ": " + e.getCause().getMessage();
        }
        return e.getMessage();
    }
}
