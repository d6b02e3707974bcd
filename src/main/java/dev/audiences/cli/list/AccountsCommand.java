package dev.audiences.cli.list;

import dev.audiences.api.Resource;
import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.SettingsLoader;
import dev.audiences.cli.console.VerbosityOptions;
import dev.audiences.cli.session.ConnectionOptions;
import dev.audiences.cli.session.RequestOptions;
import dev.audiences.cli.session.Session;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import dev.audiences.http.ApiException;
import dev.audiences.http.RetryPolicy;
import dev.audiences.output.FormatOptions;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences accounts}: the account groups that the key can use. */
public final class AccountsCommand implements Command {
    private final Environment environment;
    private final Messages messages;
    private final OutputOptions output = new OutputOptions(Resource.ACCOUNT_GROUP);
    private final ConnectionOptions connection = new ConnectionOptions();
    private final RequestOptions requests = new RequestOptions();
    private final VerbosityOptions verbosity = new VerbosityOptions();

    public AccountsCommand(Environment environment, Messages messages) {
        this.environment = environment;
        this.messages = messages;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(
                "accounts", "List the account groups that the API key can use.", "", "audiences accounts [OPTIONS]");
        output.addTo(spec);
        connection.addTo(spec);
        requests.addTo(spec);
        verbosity.addTo(spec);
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
        Plan plan = plan();
        try (Session session = Session.open(plan.settings(), plan.sandbox(), plan.retries(), environment, messages);
                Destination destination = Destination.open(plan.file(), plan.retries(), environment, messages)) {
            list(plan, session, destination);
            return ExitCode.OK;
        }
    }

    /**
     * What the options and settings ask for. Once it is made, no option is read any more.
     *
     * @param file null for stdout
     */
    private record Plan(
            Settings settings,
            boolean sandbox,
            RetryPolicy retries,
            String file,
            FormatChoice choice,
            FormatOptions layout) {}

    /** Reports wrong usage before any program is run, any request is sent, and any file is written. */
    private Plan plan() throws Failure {
        verbosity.apply(messages);
        RetryPolicy retries = requests.policy(environment);
        FormatOptions layout = output.layout(environment);
        Settings settings = settings();
        FormatChoice choice = output.format(settings.get(Setting.OUTPUT), layout);
        return new Plan(settings, connection.sandbox(), retries, output.file(), choice, layout);
    }

    private void list(Plan plan, Session session, Destination destination) throws Failure, InterruptedException {
        plan.choice().explain(messages);
        FilteredPages pages = new FilteredPages(session.client().accounts(), null, null, null);
        ListWriter writer = new ListWriter(destination, new Progress(messages, environment, false));
        try {
            FormatOptions layout =
                    FieldNames.of(plan.layout(), null, pages, messages).resolve(plan.layout());
            writer.run(pages, plan.choice().format().writer(destination.stream(), layout), null);
        } catch (ApiException e) {
            throw session.failure(e);
        }
        writer.reportNotes(messages);
        writer.reportOmittedColumns(messages);
        if (environment.terminal().stderr() || destination.file() != null) {
            messages.info(ListSummary.written(writer.items(), "account group", destination.file()));
        }
    }

    private Settings settings() throws Failure {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        output.addTo(options);
        connection.addTo(options);
        return SettingsLoader.load(environment, options);
    }
}
