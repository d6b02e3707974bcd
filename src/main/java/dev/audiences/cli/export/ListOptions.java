package dev.audiences.cli.export;

import dev.audiences.api.PageOptions;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.SettingsLoader;
import dev.audiences.cli.console.VerbosityOptions;
import dev.audiences.cli.session.ConnectionOptions;
import dev.audiences.cli.session.RequestOptions;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import dev.audiences.http.RetryPolicy;
import dev.audiences.output.FormatOptions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The options of a command that prints a list. */
public final class ListOptions {
    static final String SORT = "--sort";

    private final boolean inAccountGroup;
    private final boolean paged;

    private final Option<String> account = Option.text("ID", "The account group.", "-a", "--account");
    private final Option<Boolean> all = Option.flag("Follow the pages to the end.", "--all");
    private final Option<Integer> limit;
    private final Option<String> cursor =
            Option.text("CURSOR", "Start at this cursor, printed by an earlier run.", "--cursor");
    private final Option<Integer> maxItems;
    private final Option<Boolean> count;
    private final Option<String> sort;
    private final OutputOptions output;
    private final ConnectionOptions connection = new ConnectionOptions();
    private final RequestOptions requests = new RequestOptions();
    private final VerbosityOptions verbosity = new VerbosityOptions();

    private ListOptions(Resource resource, boolean inAccountGroup, boolean paged) {
        String items = resource.noun() + "s";
        this.inAccountGroup = inAccountGroup;
        this.paged = paged;
        this.limit = Option.number(1, "N", "Ask for N " + items + " a page (with --all: 100, then 1000).", "--limit");
        this.maxItems = Option.number(1, "N", "Stop after N " + items + " in all (with --all).", "--max-items");
        this.count = Option.flag("Print only the number of " + items + " in the result; reads all pages.", "--count");
        this.sort = Option.choice(
                resource.fieldNames(),
                "FIELD[:asc|desc]",
                "Sort by a field, -FIELD for the greatest first; holds all rows in memory.",
                SORT);
        this.output = new OutputOptions(resource);
    }

    /** Those of a list that belongs to the key, whatever the account group. */
    public static ListOptions ofKey(Resource resource) {
        return new ListOptions(resource, false, false);
    }

    /** Those of a list of an account group that comes whole. */
    public static ListOptions ofAccountGroup(Resource resource) {
        return new ListOptions(resource, true, false);
    }

    /** Those of a list of an account group that comes in pages, and may be long. */
    public static ListOptions ofPages(Resource resource) {
        return new ListOptions(resource, true, true);
    }

    public void addTo(CommandSpec spec) {
        if (inAccountGroup) {
            account.addTo(spec, OptionGroup.CONNECTION);
        }
        if (paged) {
            all.addTo(spec, OptionGroup.PAGES);
            limit.addTo(spec, OptionGroup.PAGES);
            cursor.addTo(spec, OptionGroup.PAGES);
            maxItems.addTo(spec, OptionGroup.PAGES);
            count.addTo(spec, OptionGroup.OUTPUT);
        }
        output.addTo(spec);
        if (paged) {
            sort.addTo(spec, OptionGroup.FILTER);
        }
        connection.addTo(spec);
        requests.addTo(spec);
        verbosity.addTo(spec);
    }

    /**
     * Reads the options and settings. Reports wrong usage before any program is run, any request is sent, and any file
     * is written.
     *
     * @param filtered whether only some of the items are going to be kept
     */
    public ListPlan plan(Environment environment, Messages messages, boolean filtered) throws Failure {
        verbosity.apply(messages);
        SortOrder order = sort.isSet() ? SortOrder.parse(sort.value()) : null;
        requireUse();
        RetryPolicy retries = requests.policy(environment);
        FormatOptions formatOptions = output.layout(environment);
        Settings settings = settings(environment);
        FormatChoice choice =
                count.isSet() ? FormatChoice.ofCount() : output.format(settings.get(Setting.OUTPUT), formatOptions);
        return new ListPlan(
                settings,
                connection.sandbox(),
                retries,
                pages(filtered),
                order,
                count.isSet(),
                output.file(),
                choice,
                formatOptions);
    }

    /** @throws Failure when an option is given that goes with another one only, or that changes nothing */
    private void requireUse() throws Failure {
        if (maxItems.isSet() && !all.isSet()) {
            throw Failure.usage(
                    maxItems.name() + " goes with --all", "add --all, or use --limit for the size of one page");
        }
        List<String> others = new ArrayList<>(output.ofLists());
        Stream.of(cursor, maxItems, sort)
                .filter(Option::isSet)
                .map(Option::name)
                .forEach(others::add);
        if (count.isSet() && !others.isEmpty()) {
            throw Failure.usage(
                    count.name() + " prints one number, of the whole list: " + others.get(0) + " has no use there",
                    "leave out one of them");
        }
    }

    private PageOptions pages(boolean filtered) {
        return paged
                ? new PageOptions(
                        cursor.value(), limit.value(), all.isSet() || count.isSet(), maxItems.value(), filtered)
                : null;
    }

    private Settings settings(Environment environment) throws Failure {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        output.addTo(options);
        connection.addTo(options);
        if (account.isSet()) {
            options.put(Setting.ACCOUNT_GROUP_ID, account.value());
        }
        return SettingsLoader.load(environment, options);
    }
}
