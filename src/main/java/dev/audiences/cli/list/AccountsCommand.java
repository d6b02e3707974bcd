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
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences accounts}: the account groups that the key can use. */
public final class AccountsCommand implements Command {
    private final Environment environment;
    private final Messages messages;
    private final List<String> arguments;
    private final ListOptions options = ListOptions.ofKey(Resource.ACCOUNT_GROUP);

    /** @param arguments the whole command line */
    public AccountsCommand(Environment environment, Messages messages, List<String> arguments) {
        this.environment = environment;
        this.messages = messages;
        this.arguments = arguments;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(
                "accounts", "List the account groups that the API key can use.", "", "audiences accounts [OPTIONS]");
        options.addTo(spec);
        spec.usageMessage()
                .footer(
                        "",
                        "Fields:  " + String.join(", ", Resource.ACCOUNT_GROUP.fieldNames()),
                        "",
                        "Examples:",
                        "  audiences accounts",
                        "  audiences accounts -o csv --columns id,name",
                        "  audiences config set accountGroupId ID     then list needs no --account");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure, InterruptedException {
        ListPlan plan = options.plan(environment, messages, false);
        return new ListExport(plan, environment, messages, arguments)
                .run(session -> session.client().accounts());
    }
}
