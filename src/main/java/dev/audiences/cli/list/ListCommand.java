package dev.audiences.cli.list;

import dev.audiences.api.FilteredPages;
import dev.audiences.api.Item;
import dev.audiences.api.PageOptions;
import dev.audiences.api.Paginator;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.OptionSpecs;
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
import picocli.CommandLine.Model.OptionSpec;

/** {@code audiences list}: the audiences of an account group. */
public final class ListCommand implements Command {
    private final Environment environment;
    private final Messages messages;
    private final List<String> arguments;

    private final OptionSpec account = OptionSpecs.text("ID", "The account group.", "-a", "--account");
    private final OptionSpec all = OptionSpecs.flag("Follow the pages to the end.", "--all");
    private final OptionSpec limit =
            OptionSpecs.number(1, "N", "Ask for N audiences a page (with --all: 100).", "--limit");
    private final OptionSpec cursor =
            OptionSpecs.text("CURSOR", "Start at this cursor, as an earlier run told it.", "--cursor");
    private final OptionSpec maxItems =
            OptionSpecs.number(1, "N", "Stop after N audiences in all (with --all).", "--max-items");
    private final OptionSpec sort = OptionSpecs.choice(
            Resource.AUDIENCE.fieldNames(), "FIELD[:asc|desc]", "Sort by a field; holds all rows in memory.", "--sort");
    private final OutputOptions output = new OutputOptions(Resource.AUDIENCE);
    private final AudienceFilter selection = new AudienceFilter();
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
        CommandSpec spec = OptionSpecs.command(
                "list",
                "List the audiences of an account group.",
                "Audiences are imported lists of prospects. Audiences that a prospecting job is still filling are left "
                        + "out by the API: they appear when they are ready for use.",
                "audiences list [OPTIONS]");
        spec.addOption(account)
                .addOption(all)
                .addOption(limit)
                .addOption(cursor)
                .addOption(maxItems);
        output.addTo(spec);
        selection.addTo(spec);
        spec.addOption(sort);
        connection.addTo(spec);
        requests.addTo(spec);
        verbosity.addTo(spec);
        spec.usageMessage().footer(ListHelp.FOOTER);
        return spec;
    }

    @Override
    public ExitCode run() throws Failure, InterruptedException {
        Plan plan = plan();
        try (Session session = connection.open(plan.settings(), plan.retries(), environment, messages);
                Destination destination = Destination.open(output.file(), plan.retries(), environment, messages)) {
            list(plan, session, destination);
            return ExitCode.OK;
        }
    }

    /** What the options and settings ask for. */
    private record Plan(
            Predicate<Item> wanted,
            SortOrder order,
            RetryPolicy retries,
            FormatOptions layout,
            Settings settings,
            Format format) {}

    /** Tells wrong usage before anything is run, asked or written. */
    private Plan plan() throws Failure {
        verbosity.apply(messages);
        Predicate<Item> wanted = selection.predicate(environment.clock());
        SortOrder order = sort.getValue() == null ? null : SortOrder.parse(sort.getValue());
        requireAllFor(maxItems);
        RetryPolicy retries = requests.policy(environment);
        FormatOptions layout = output.layout(environment);
        Settings settings = settings();
        return new Plan(wanted, order, retries, layout, settings, output.format(settings.get(Setting.OUTPUT)));
    }

    private void list(Plan plan, Session session, Destination destination) throws Failure, InterruptedException {
        String group = AccountChoice.of(session, messages);
        UnknownFields unknown = unknownFields(plan);
        ListWriter export = new ListWriter(
                plan.format().writer(destination.stream(), plan.layout()),
                destination,
                plan.order(),
                unknown,
                progress(destination, plan.format()));
        Paginator pages = session.client().audiences(group, pageOptions());
        FilteredPages selected = new FilteredPages(pages, plan.wanted(), maxItems.getValue());
        try {
            export.run(selected);
        } catch (ApiException e) {
            boolean held = plan.order() != null || plan.format() == Format.TABLE || destination.appearsWhole();
            throw new ResumeCommand(messages, arguments, plan.format(), maxItems.getValue())
                    .explain(session.failure(e), export, pages.cursor(), !held);
        }
        unknown.say(messages);
        new ListSummary(
                        messages,
                        hasTerminalAlone(destination),
                        OptionSpecs.isSet(all),
                        plan.wanted() != null,
                        plan.order() != null)
                .say(export, selected, pages);
    }

    private PageOptions pageOptions() {
        return new PageOptions(cursor.getValue(), limit.getValue(), OptionSpecs.isSet(all), maxItems.getValue());
    }

    private Settings settings() throws Failure {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        output.addTo(options);
        connection.addTo(options);
        if (account.getValue() != null) {
            options.put(Setting.ACCOUNT_GROUP_ID, account.getValue());
        }
        return SettingsLoader.load(environment, options);
    }

    private void requireAllFor(OptionSpec option) throws Failure {
        if (option.getValue() != null && !OptionSpecs.isSet(all)) {
            throw Failure.usage(
                    option.longestName() + " goes with --all", "add --all, or use --limit for the size of one page");
        }
    }

    private static UnknownFields unknownFields(Plan plan) {
        UnknownFields unknown =
                new UnknownFields(Resource.AUDIENCE, plan.layout().columns());
        if (plan.order() != null) {
            unknown.add(plan.order().field());
        }
        return unknown;
    }

    private Progress progress(Destination destination, Format format) {
        // A device or a pipe that is written to directly may be this very terminal.
        boolean mayBeTerminal = output.file() != null || environment.terminal().stdout();
        boolean rowsOnTerminal = mayBeTerminal && !destination.appearsWhole() && format != Format.TABLE;
        boolean wanted = OptionSpecs.isSet(all) && hasTerminalAlone(destination) && !rowsOnTerminal;
        return new Progress(messages, environment, wanted);
    }

    /** Whether stderr is a terminal that no reader of a pipe writes to, as fzf, less and jq do. */
    private boolean hasTerminalAlone(Destination destination) {
        StandardStreams terminal = environment.terminal();
        return terminal.stderr() && (destination.appearsWhole() || !terminal.stdoutPipe());
    }
}
