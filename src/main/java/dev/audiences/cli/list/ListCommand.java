package dev.audiences.cli.list;

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
import dev.audiences.output.ItemWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences list}: the audiences of an account group. */
public final class ListCommand implements Command {
    static final String SORT = "--sort";

    private final Environment environment;
    private final Messages messages;
    private final List<String> arguments;

    private final Option<String> account = Option.text("ID", "The account group.", "-a", "--account");
    private final Option<Boolean> all = Option.flag("Follow the pages to the end.", "--all");
    private final Option<Integer> limit =
            Option.number(1, "N", "Ask for N audiences a page (with --all: 100, then 1000).", "--limit");
    private final Option<String> cursor =
            Option.text("CURSOR", "Start at this cursor, printed by an earlier run.", "--cursor");
    private final Option<Integer> maxItems =
            Option.number(1, "N", "Stop after N audiences in all (with --all).", "--max-items");
    private final Option<Boolean> count =
            Option.flag("Print only how many audiences there are, or how many match; reads all pages.", "--count");
    private final Option<String> sort = Option.choice(
            Resource.AUDIENCE.fieldNames(),
            "FIELD[:asc|desc]",
            "Sort by a field, -FIELD for the greatest first; holds all rows in memory.",
            SORT);
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
        count.addTo(spec, OptionGroup.OUTPUT);
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
            AudienceSearch search,
            SortOrder order,
            boolean count,
            String file,
            FormatChoice choice,
            FormatOptions formatOptions) {
        Format format() {
            return choice.format();
        }
    }

    /** Reports wrong usage before any program is run, any request is sent, and any file is written. */
    private Plan plan() throws Failure {
        verbosity.apply(messages);
        AudienceSearch search = filter.search(environment.clock());
        SortOrder order = sort.isSet() ? SortOrder.parse(sort.value()) : null;
        if (maxItems.isSet() && !all.isSet()) {
            throw Failure.usage(
                    maxItems.name() + " goes with --all", "add --all, or use --limit for the size of one page");
        }
        requireListOptionsForAList();
        RetryPolicy retries = requests.policy(environment);
        FormatOptions formatOptions = output.layout(environment);
        Settings settings = settings();
        FormatChoice choice =
                count.isSet() ? FormatChoice.ofCount() : output.format(settings.get(Setting.OUTPUT), formatOptions);
        return new Plan(
                settings,
                connection.sandbox(),
                retries,
                new PageOptions(
                        cursor.value(), limit.value(), all.isSet() || count.isSet(), maxItems.value(), search != null),
                search,
                order,
                count.isSet(),
                output.file(),
                choice,
                formatOptions);
    }

    private void requireListOptionsForAList() throws Failure {
        List<String> others = new ArrayList<>(output.ofLists());
        for (Option<?> option : List.of(cursor, maxItems, sort)) {
            if (option.isSet()) {
                others.add(option.name());
            }
        }
        if (count.isSet() && !others.isEmpty()) {
            throw Failure.usage(
                    count.name() + " prints one number, of the whole list: " + others.get(0) + " has no use there",
                    "leave out one of them");
        }
    }

    private void list(Plan plan, Session session, Destination destination) throws Failure, InterruptedException {
        plan.choice().explain(messages);
        String group = AccountChoice.of(session, messages);
        boolean continued = plan.order() == null && plan.format().isUsefulInPart() && destination.canBeContinued();
        PageOptions options = plan.pages();
        ListWriter writer = new ListWriter(destination, progress(plan, destination));
        ResumeCommand resume = new ResumeCommand(messages, arguments, plan.format(), options.maxItems(), continued);
        Paginator pages = session.client().audiences(group, options);
        FilteredPages filtered = new FilteredPages(pages, plan.search(), options.maxItems(), options.cursor());
        Runnable unregisterHook = environment.onShutdown().apply(() -> resume.explainEnd(writer));
        SortOrder order;
        try {
            FieldNames names = FieldNames.of(plan.formatOptions(), plan.order(), filtered, messages);
            order = names.resolve(plan.order());
            FormatOptions chosen = names.resolve(plan.formatOptions());
            boolean appended = options.cursor() != null && destination.canBeContinued();
            FormatOptions formatOptions = appended ? chosen.forAppending() : chosen;
            ItemWriter itemWriter = plan.count()
                    ? new CountWriter(destination.stream())
                    : plan.format().writer(destination.stream(), formatOptions);
            writer.run(filtered, itemWriter, order);
        } catch (ApiException e) {
            throw resume.explain(session.failure(e), writer, pages.cursor());
        } finally {
            unregisterHook.run();
        }
        if (order != null) {
            order.report(messages);
        }
        if (plan.search() != null) {
            plan.search().report(messages, writer.items(), !filtered.hasMore());
        }
        writer.reportNotes(messages);
        summary(plan, destination).report(writer, filtered, pages);
    }

    private ListSummary summary(Plan plan, Destination destination) {
        return new ListSummary(
                messages,
                hasTerminalAlone(destination),
                destination.file(),
                plan.count(),
                plan.pages().all(),
                plan.search() != null,
                plan.order() != null);
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
