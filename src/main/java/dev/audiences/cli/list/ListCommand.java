package dev.audiences.cli.list;

import dev.audiences.api.Resource;
import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.export.ListExport;
import dev.audiences.cli.export.ListOptions;
import dev.audiences.cli.export.ListPlan;
import dev.audiences.cli.session.AccountChoice;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences list}: the audiences of an account group. */
public final class ListCommand implements Command {
    private final Environment environment;
    private final Messages messages;
    private final List<String> arguments;
    private final AudienceFilter filter = new AudienceFilter();
    private final ListOptions options = ListOptions.ofPages(Resource.AUDIENCE);

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
        filter.addTo(spec);
        options.addTo(spec);
        spec.usageMessage().footer(ListHelp.FOOTER);
        return spec;
    }

    @Override
    public ExitCode run() throws Failure, InterruptedException {
        AudienceSearch search = filter.search(environment.clock());
        ListPlan plan = options.plan(environment, messages, search != null);
        FolderNames folders = FolderNames.of(plan, search, messages);
        ListExport.Source source = session -> {
            String group = AccountChoice.of(session, messages);
            return folders.beside(session.client().audiences(group, plan.pages()), session.client(), group);
        };
        return new ListExport(folders.plan(), environment, messages, arguments).run(source, search, folders.naming());
    }
}
