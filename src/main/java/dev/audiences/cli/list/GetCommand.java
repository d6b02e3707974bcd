package dev.audiences.cli.list;

import dev.audiences.api.PageSource;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.Parameter;
import dev.audiences.cli.export.ListExport;
import dev.audiences.cli.export.ListOptions;
import dev.audiences.cli.export.ListPlan;
import dev.audiences.cli.session.AccountChoice;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences get ID}: audiences by their ids, and the wait until they are ready. */
public final class GetCommand implements Command {
    private static final String SYNOPSIS = "audiences get ID... [OPTIONS]";

    private final Environment environment;
    private final Messages messages;
    private final List<String> arguments;
    private final Parameter<String[]> ids = Parameter.list("ID", "The ids of audiences.");
    private final Option<Boolean> wait = Option.flag(
            "Ask again until all are ready, after 5s at first and 60s later, for at most --max-time (default: 30m).",
            "--wait");
    private final ListOptions options = ListOptions.ofAccountGroup(Resource.AUDIENCE);

    /** @param arguments the whole command line */
    public GetCommand(Environment environment, Messages messages, List<String> arguments) {
        this.environment = environment;
        this.messages = messages;
        this.arguments = arguments;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(
                "get",
                "Show audiences by their ids.",
                "An audience that a prospecting job is still filling is not ready: the exit code is 6 then, unless "
                        + "--wait waits for it. JSON is an object for one id, and an array for several.",
                SYNOPSIS);
        ids.addTo(spec);
        wait.addTo(spec, OptionGroup.WAITING);
        options.addTo(spec);
        spec.usageMessage()
                .footer(
                        "",
                        "Fields:  " + String.join(", ", Resource.AUDIENCE.exportFieldNames()) + ",",
                        "         " + Resource.FOLDER_NAME.name(),
                        "",
                        "Examples:",
                        "  audiences get ID",
                        "  audiences get ID -o json | jq .prospectCount",
                        "  audiences get ID --wait && audiences prospects ID --all -O list.csv");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure, InterruptedException {
        List<String> typed = List.of(ids.valueOr(new String[0]));
        AudienceIds.require(typed, SYNOPSIS);
        ListPlan whole = options.plan(environment, messages, false);
        ListPlan plan = typed.size() == 1 ? whole.forOneItem() : whole;
        FolderNames folders = FolderNames.of(plan, null, messages);
        Waiting waiting = wait.isSet() ? new Waiting(environment, messages, plan.retries()) : null;
        ListExport.Source source = session -> {
            String group = AccountChoice.of(session, messages);
            PageSource audiences = new RequestedAudiences(session.client(), group, typed, waiting);
            return folders.beside(audiences, session.client(), group);
        };
        return new ListExport(folders.plan(), environment, messages, arguments).run(source, null, folders.naming());
    }
}
