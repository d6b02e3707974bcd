package dev.audiences.cli.list;

import dev.audiences.api.Resource;
import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.Parameter;
import dev.audiences.cli.export.ListExport;
import dev.audiences.cli.export.ListOptions;
import dev.audiences.cli.export.ListPlan;
import dev.audiences.cli.session.AccountChoice;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences prospects ID}: the prospects of an audience. */
public final class ProspectsCommand implements Command {
    private static final String SYNOPSIS = "audiences prospects ID [OPTIONS]";

    private final Environment environment;
    private final Messages messages;
    private final List<String> arguments;
    private final Parameter<String> id = Parameter.first("ID", "The id of an audience.");
    private final ListOptions options = ListOptions.ofPages(Resource.PROSPECT);

    /** @param arguments the whole command line, for the command that goes on after a failure */
    public ProspectsCommand(Environment environment, Messages messages, List<String> arguments) {
        this.environment = environment;
        this.messages = messages;
        this.arguments = arguments;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(
                "prospects",
                "List the prospects of an audience.",
                "The API key needs the permission prospects:read. CSV has the fields below; --columns takes any "
                        + "other of the response, and JSON holds everything.",
                SYNOPSIS);
        id.addTo(spec);
        options.addTo(spec);
        spec.usageMessage()
                .footer(
                        "",
                        "Fields:  id, name, firstName, lastName, headline, linkedinUrl,",
                        "         publicIdentifier, company.name, company.industry, company.website,",
                        "         company.linkedinUrl",
                        "",
                        "Examples:",
                        "  audiences prospects ID",
                        "  audiences prospects ID --all -O prospects.xlsx",
                        "  audiences prospects ID --all -o csv --columns name,company.name");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure, InterruptedException {
        AudienceIds.require(id.value() == null ? List.of() : List.of(id.value()), SYNOPSIS);
        ListPlan plan = options.plan(environment, messages, false);
        ListExport.Source source =
                session -> session.client().prospects(AccountChoice.of(session, messages), id.value(), plan.pages());
        return new ListExport(plan, environment, messages, arguments).run(source);
    }
}
