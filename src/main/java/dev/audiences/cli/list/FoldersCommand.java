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

/** {@code audiences folders}: the folders of an account group. */
public final class FoldersCommand implements Command {
    private final Environment environment;
    private final Messages messages;
    private final List<String> arguments;
    private final ListOptions options = ListOptions.ofAccountGroup(Resource.FOLDER);

    /** @param arguments the whole command line */
    public FoldersCommand(Environment environment, Messages messages, List<String> arguments) {
        this.environment = environment;
        this.messages = messages;
        this.arguments = arguments;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(
                "folders",
                "List the folders of an account group.",
                "Each has the number of the audiences in it. JSON holds what the API sent, the audiences of each folder included.",
                "audiences folders [OPTIONS]");
        options.addTo(spec);
        spec.usageMessage()
                .footer(
                        "",
                        "Fields:  " + String.join(", ", Resource.FOLDER.fieldNames()),
                        "",
                        "Examples:",
                        "  audiences folders",
                        "  audiences folders -o tsv --no-header --columns id,name",
                        "  audiences list --all --folder NAME         the audiences of one");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure, InterruptedException {
        ListPlan plan = options.plan(environment, messages, false);
        ListExport.Source source = session -> session.client().folders(AccountChoice.of(session, messages));
        return new ListExport(plan, environment, messages, arguments).run(source);
    }
}
