package dev.audiences.cli.export;

import dev.audiences.api.Item;
import dev.audiences.api.PageSource;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.StandardStreams;
import dev.audiences.cli.session.Session;
import dev.audiences.http.ApiException;
import dev.audiences.output.Format;
import dev.audiences.output.FormatOptions;
import dev.audiences.output.ItemWriter;
import java.util.List;
import java.util.function.UnaryOperator;

/** Carries out a {@link ListPlan}: from the first request to the last line on stderr. */
public final class ListExport {
    private final ListPlan plan;
    private final Environment environment;
    private final Messages messages;
    private final List<String> arguments;

    /** @param arguments the whole command line, for the command that goes on after a failure */
    public ListExport(ListPlan plan, Environment environment, Messages messages, List<String> arguments) {
        this.plan = plan;
        this.environment = environment;
        this.messages = messages;
        this.arguments = arguments;
    }

    /** Begins a list. */
    @FunctionalInterface
    public interface Source {
        PageSource open(Session session) throws Failure, ApiException, InterruptedException;
    }

    /** Prints the whole of a list. */
    public ExitCode run(Source source) throws Failure, InterruptedException {
        return run(source, null, null);
    }

    /**
     * Prints what is wanted of a list.
     *
     * @param filter null to keep all items
     * @param change what is done to the items that are kept; null for nothing
     */
    public ExitCode run(Source source, ItemFilter filter, UnaryOperator<Item> change)
            throws Failure, InterruptedException {
        try (Session session = Session.open(plan.settings(), plan.sandbox(), plan.retries(), environment, messages);
                Destination destination = Destination.open(plan.file(), plan.retries(), environment, messages)) {
            run(source, filter, change, session, destination);
            return ExitCode.OK;
        }
    }

    private void run(
            Source source, ItemFilter filter, UnaryOperator<Item> change, Session session, Destination destination)
            throws Failure, InterruptedException {
        plan.choice().explain(messages);
        ListWriter writer = new ListWriter(destination, progress(destination));
        ResumeCommand resume = new ResumeCommand(messages, arguments, plan, destination);
        Runnable unregisterHook = environment.onShutdown().apply(() -> resume.explainEnd(writer));
        PageSource pages = null;
        FilteredPages filtered;
        SortOrder order;
        try {
            pages = source.open(session);
            filtered = new FilteredPages(pages, filter, plan.maxItems(), plan.cursor());
            FieldNames names = FieldNames.of(plan.formatOptions(), plan.order(), filtered, messages);
            order = names.resolve(plan.order());
            PageSource changed = change == null ? filtered : filtered.map(change);
            writer.run(changed, itemWriter(names.resolve(plan.formatOptions()), destination), order);
        } catch (ApiException e) {
            throw resume.explain(session.failure(e), writer, pages == null ? null : pages.cursor());
        } finally {
            unregisterHook.run();
        }
        if (order != null) {
            order.report(messages, plan.noun());
        }
        if (filter != null) {
            filter.report(messages, writer.items(), !filtered.hasMore());
        }
        writer.reportNotes(messages);
        new ListSummary(messages, plan, hasTerminalAlone(destination), destination.file())
                .report(writer, filtered, pages.repeated());
    }

    private ItemWriter itemWriter(FormatOptions chosen, Destination destination) {
        boolean appended = plan.cursor() != null && destination.canBeContinued();
        return plan.count()
                ? new CountWriter(destination.stream())
                : plan.format().writer(destination.stream(), appended ? chosen.forAppending() : chosen);
    }

    private Progress progress(Destination destination) {
        // A device or a pipe that is written to directly may be this very terminal.
        boolean mayBeTerminal = plan.file() != null || environment.terminal().stdout();
        boolean rowsOnTerminal = mayBeTerminal && !destination.appearsWhole() && plan.format() != Format.TABLE;
        boolean wanted = plan.paged() && plan.all() && hasTerminalAlone(destination) && !rowsOnTerminal;
        return new Progress(messages, environment, plan.noun(), wanted);
    }

    /** Whether stderr is a terminal that no reader of a pipe writes to, as fzf, less and jq do. */
    private boolean hasTerminalAlone(Destination destination) {
        StandardStreams terminal = environment.terminal();
        return terminal.stderr() && (destination.appearsWhole() || !terminal.stdoutPipe());
    }
}
