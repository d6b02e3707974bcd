package dev.audiences.cli.list;

import dev.audiences.api.ApiClient;
import dev.audiences.api.FilteredPages;
import dev.audiences.api.Item;
import dev.audiences.api.Page;
import dev.audiences.api.PageSource;
import dev.audiences.api.Paginator;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.Option;
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
    /** The page size that {@code --all} asks for; the greatest is not documented. */
    private static final int PAGE_SIZE_FOR_ALL = 100;

    private static final int BAD_REQUEST = 400;

    private final Environment environment;
    private final Messages messages;
    private final List<String> arguments;

    private final Option<String> account = Option.text("ID", "The account group.", "-a", "--account");
    private final Option<Boolean> all = Option.flag("Follow the pages to the end.", "--all");
    private final Option<Integer> limit =
            Option.number(1, "N", "Ask for N audiences a page (with --all: 100).", "--limit");
    private final Option<String> cursor =
            Option.text("CURSOR", "Start at this cursor, as an earlier run told it.", "--cursor");
    private final Option<Integer> maxItems =
            Option.number(1, "N", "Stop after N audiences in all (with --all).", "--max-items");
    private final Option<String> sort = Option.choice(
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
        CommandSpec spec = CommandSpecs.create(
                "list",
                "List the audiences of an account group.",
                "Audiences are imported lists of prospects. Audiences that a prospecting job is still filling are left "
                        + "out by the API: they appear when they are ready for use.",
                "audiences list [OPTIONS]");
        account.addTo(spec);
        all.addTo(spec);
        limit.addTo(spec);
        cursor.addTo(spec);
        maxItems.addTo(spec);
        output.addTo(spec);
        selection.addTo(spec);
        sort.addTo(spec);
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
            boolean all,
            Integer limit,
            String cursor,
            Integer maxItems,
            Predicate<Item> wanted,
            SortOrder order,
            String file,
            Format format,
            FormatOptions layout) {}

    /** Reports wrong usage before any program is run, any request is sent, and any file is written. */
    private Plan plan() throws Failure {
        verbosity.apply(messages);
        Predicate<Item> wanted = selection.predicate(environment.clock());
        SortOrder order = sort.isSet() ? SortOrder.parse(sort.value()) : null;
        if (maxItems.isSet() && !all.isSet()) {
            throw Failure.usage(
                    maxItems.name() + " goes with --all", "add --all, or use --limit for the size of one page");
        }
        RetryPolicy retries = requests.policy(environment);
        FormatOptions layout = output.layout(environment);
        Settings settings = settings();
        Format format = output.format(settings.get(Setting.OUTPUT));
        return new Plan(
                settings,
                connection.sandbox(),
                retries,
                all.isSet(),
                limit.value(),
                cursor.value(),
                maxItems.value(),
                wanted,
                order,
                output.file(),
                format,
                layout);
    }

    private void list(Plan plan, Session session, Destination destination) throws Failure, InterruptedException {
        String group = AccountChoice.of(session, messages);
        UnknownFields unknown = unknownFields(plan);
        ListWriter export = new ListWriter(
                plan.format().writer(destination.stream(), plan.layout()),
                destination,
                plan.order(),
                unknown,
                progress(plan, destination));
        Paginator pages = new Paginator(fetch(plan, session.client(), group), plan.cursor());
        FilteredPages selected = new FilteredPages(pages, plan.wanted(), plan.maxItems());
        try {
            export.run(plan.all() ? selected : new FirstPage(selected));
        } catch (ApiException e) {
            boolean held = plan.order() != null || plan.format() == Format.TABLE || destination.appearsWhole();
            throw new ResumeCommand(messages, arguments, plan.format(), plan.maxItems())
                    .explain(session.failure(e), export, pages.cursor(), !held);
        }
        unknown.say(messages);
        boolean terminal = hasTerminalAlone(destination);
        new ListSummary(messages, terminal, plan.all(), plan.wanted() != null, plan.order() != null)
                .say(export, selected, pages);
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
                new UnknownFields(Resource.AUDIENCE, plan.layout().columns());
        if (plan.order() != null) {
            unknown.add(plan.order().field());
        }
        return unknown;
    }

    private Progress progress(Plan plan, Destination destination) {
        // A device or a pipe that is written to directly may be this very terminal.
        boolean mayBeTerminal = plan.file() != null || environment.terminal().stdout();
        boolean rowsOnTerminal = mayBeTerminal && !destination.appearsWhole() && plan.format() != Format.TABLE;
        boolean wanted = plan.all() && hasTerminalAlone(destination) && !rowsOnTerminal;
        return new Progress(messages, environment, wanted);
    }

    /** Whether stderr is a terminal that no reader of a pipe writes to, as fzf, less and jq do. */
    private boolean hasTerminalAlone(Destination destination) {
        StandardStreams terminal = environment.terminal();
        return terminal.stderr() && (destination.appearsWhole() || !terminal.stdoutPipe());
    }

    /** Asks for pages; should the API not like the page size that we chose, it is left to the API from then on. */
    private static Paginator.Fetch fetch(Plan plan, ApiClient client, String group) {
        Integer asked = plan.limit();
        if (asked != null || !plan.all()) {
            return (at, follows) -> client.audiences(group, at, asked, prefetch(plan, follows));
        }
        return new Paginator.Fetch() {
            private Integer chosen = PAGE_SIZE_FOR_ALL;
            private boolean first = true;

            @Override
            public Page page(String at, Predicate<String> follows) throws ApiException, InterruptedException {
                boolean mayRetry = first;
                first = false;
                try {
                    return client.audiences(group, at, chosen, prefetch(plan, follows));
                } catch (ApiException e) {
                    if (!mayRetry || e.status() != BAD_REQUEST) {
                        throw e;
                    }
                    chosen = null;
                    return client.audiences(group, at, null, prefetch(plan, follows));
                }
            }
        };
    }

    /** Which pages to ask for early: none where the one before may be the last that is wanted. */
    private static Predicate<String> prefetch(Plan plan, Predicate<String> follows) {
        return plan.all() && plan.maxItems() == null ? follows : cursor -> false;
    }

    /** No more than one page of a source. */
    private static final class FirstPage implements PageSource {
        private PageSource source;

        FirstPage(PageSource source) {
            this.source = source;
        }

        @Override
        public Page next() throws ApiException, InterruptedException {
            PageSource current = source;
            source = null;
            return current == null ? null : current.next();
        }
    }
}
