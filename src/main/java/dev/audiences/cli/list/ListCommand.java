package dev.audiences.cli.list;

import dev.audiences.api.Item;
import dev.audiences.api.PageOptions;
import dev.audiences.api.Paginator;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.SettingsLoader;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.cli.console.VerbosityOptions;
import dev.audiences.cli.session.ConnectionOptions;
import dev.audiences.cli.session.RequestOptions;
import dev.audiences.cli.session.Session;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import dev.audiences.http.ApiException;
import dev.audiences.http.RetryPolicy;
import dev.audiences.output.Format;
import dev.audiences.output.FormatOptions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences list}: the audiences of an account group. */
public final class ListCommand implements Command {
    private final Environment environment;
    private final Messages messages;
    private final List<String> arguments;

    private final Option<String> account = Option.text("ID", "The account group.", "-a", "--account");
    private final Option<Boolean> all = Option.flag("Follow the pages to the end.", "--all");
    private final Option<Integer> limit =
            Option.number(1, "N", "Ask for N audiences a page (with --all: 100).", "--limit");
    private final Option<String> cursor =
            Option.text("CURSOR", "Start at this cursor, printed by an earlier run.", "--cursor");
    private final Option<Integer> maxItems =
            Option.number(1, "N", "Stop after N audiences in all (with --all).", "--max-items");
    private final Option<String> sort = Option.choice(
            Resource.AUDIENCE.fieldNames(), "FIELD[:asc|desc]", "Sort by a field; holds all rows in memory.", "--sort");
    private final OutputOptions output = new OutputOptions(Resource.AUDIENCE);
    private final AudienceFilter filter = new AudienceFilter();
    private final ConnectionOptions connection = new ConnectionOptions();
    private final RequestOptions requests = new RequestOptions();
    private final VerbosityOptions verbosity = new VerbosityOptions();

    /** @param arguments the whole command line, for the command that goes on after a failure */
    public ListCommand(Environment environment, Messages messages, List<String> arguments) {
        this.environment = environment;
        this.messages = messages;
        this.arguments = arguments;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(
                "list",
                "List the audiences of an account group.",
                "Audiences are imported lists of prospects. Audiences that a prospecting job is still filling are left "
                        + "out by the API: they appear when they are ready for use.",
                "audiences list [OPTIONS]");
        account.addTo(spec, OptionGroup.CONNECTION);
        all.addTo(spec, OptionGroup.PAGES);
        limit.addTo(spec, OptionGroup.PAGES);
        cursor.addTo(spec, OptionGroup.PAGES);
        maxItems.addTo(spec, OptionGroup.PAGES);
        output.addTo(spec);
        filter.addTo(spec);
        sort.addTo(spec, OptionGroup.FILTER);
        connection.addTo(spec);
        requests.addTo(spec);
        verbosity.addTo(spec);
        spec.usageMessage().footer(ListHelp.FOOTER);
        return spec;
    }

    @Override
    public ExitCode run() throws Failure, InterruptedException {
        Plan plan = plan();
        try (Session session = Session.open(plan.settings(), plan.sandbox(), plan.retries(), environment, messages);
                Destination destination = Destination.open(plan.file(), plan.retries(), environment, messages)) {
            list(plan, session, destination);
            return ExitCode.OK;
        }
    }

    /** What the options and settings ask for, null where they don't. Once it is made, no option is read any more. */
    private record Plan(
            Settings settings,
            boolean sandbox,
            RetryPolicy retries,
            PageOptions pages,
            Predicate<Item> wanted,
            SortOrder order,
            String file,
            Format format,
            FormatOptions formatOptions) {}

    /** Reports wrong usage before any program is run, any request is sent, and any file is written. */
    private Plan plan() throws Failure {
        verbosity.apply(messages);
        Predicate<Item> wanted = filter.predicate(environment.clock());
        SortOrder order = sort.isSet() ? SortOrder.parse(sort.value()) : null;
        if (maxItems.isSet() && !all.isSet()) {
            throw Failure.usage(
                    maxItems.name() + " goes with --all", "add --all, or use --limit for the size of one page");
        }
        RetryPolicy retries = requests.policy(environment);
        FormatOptions formatOptions = output.layout(environment);
        Settings settings = settings();
        Format format = output.format(settings.get(Setting.OUTPUT));
        return new Plan(
                settings,
                connection.sandbox(),
                retries,
                new PageOptions(cursor.value(), limit.value(), all.isSet(), maxItems.value()),
                wanted,
                order,
                output.file(),
                format,
                formatOptions);
    }

    private void list(Plan plan, Session session, Destination destination) throws Failure, InterruptedException {
        String group = AccountChoice.of(session, messages);
        UnknownFields unknown = unknownFields(plan);
        ListWriter writer = new ListWriter(
                plan.format().writer(destination.stream(), plan.formatOptions()),
                destination,
                plan.order(),
                unknown,
                progress(plan, destination));
        Paginator pages = session.client().audiences(group, plan.pages());
        FilteredPages filtered =
                new FilteredPages(pages, plan.wanted(), plan.pages().maxItems());
        try {
            writer.run(filtered);
        } catch (ApiException e) {
            boolean held = plan.order() != null || plan.format() == Format.TABLE || destination.appearsWhole();
            throw new ResumeCommand(
                            messages, arguments, plan.format(), plan.pages().maxItems())
                    .explain(session.failure(e), writer, pages.cursor(), !held);
        }
        unknown.report(messages);
        boolean terminal = hasTerminalAlone(destination);
        new ListSummary(messages, terminal, plan.pages().all(), plan.wanted() != null, plan.order() != null)
                .report(writer, filtered, pages);
    }

    private Settings settings() throws Failure {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        output.addTo(options);
        connection.addTo(options);
        if (account.isSet()) {
            options.put(Setting.ACCOUNT_GROUP_ID, account.value());
        }
        return SettingsLoader.load(environment, options);
    }

    private static UnknownFields unknownFields(Plan plan) {
        UnknownFields unknown =
                new UnknownFields(Resource.AUDIENCE, plan.formatOptions().columns());
        if (plan.order() != null) {
            unknown.add(plan.order().field());
        }
        return unknown;
    }

    private Progress progress(Plan plan, Destination destination) {
        // A device or a pipe that is written to directly may be this very terminal.
        boolean mayBeTerminal = plan.file() != null || environment.terminal().stdout();
        boolean rowsOnTerminal = mayBeTerminal && !destination.appearsWhole() && plan.format() != Format.TABLE;
        boolean wanted = plan.pages().all() && hasTerminalAlone(destination) && !rowsOnTerminal;
        return new Progress(messages, environment, wanted);
    }

    /** Whether stderr is a terminal that no reader of a pipe writes to, as fzf, less and jq do. */
    private boolean hasTerminalAlone(Destination destination) {
        StandardStreams terminal = environment.terminal();
        return terminal.stderr() && (destination.appearsWhole() || !terminal.stdoutPipe());
    }
}
