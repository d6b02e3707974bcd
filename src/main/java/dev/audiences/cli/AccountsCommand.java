package dev.audiences.cli;

import dev.audiences.api.ApiException;
import dev.audiences.api.PageSource;
import dev.audiences.api.Pages;
import dev.audiences.api.Resource;
import dev.audiences.api.RetryPolicy;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import dev.audiences.output.Format;
import dev.audiences.output.Layout;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** {@code audiences accounts}: the account groups that the key can use. */
final class AccountsCommand implements Command {
    private final Environment environment;
    private final Talk talk;
    private final OutputOptions output = new OutputOptions(Resource.ACCOUNT_GROUP);
    private final ConnectionOptions connection = new ConnectionOptions();
    private final RequestOptions requests = new RequestOptions();
    private final TalkOptions talking = new TalkOptions();

    AccountsCommand(Environment environment, Talk talk) {
        this.environment = environment;
        this.talk = talk;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = OptionSpecs.command(
                "accounts", "List the account groups that the API key can use.", "", "audiences accounts [OPTIONS]");
        output.addTo(spec);
        connection.addTo(spec);
        requests.addTo(spec);
        talking.addTo(spec);
        spec.usageMessage()
                .footer(
                        "",
                        "Examples:",
                        "  audiences accounts",
                        "  audiences accounts -o csv --columns id,name",
                        "  audiences config set accountGroupId ID     then list needs no --account");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure, InterruptedException {
        talking.apply(talk);
        // Wrong usage is told before anything is run, asked or written.
        RetryPolicy retries = requests.policy(environment);
        Layout layout = output.layout(environment);
        Settings settings = settings();
        Format format = output.format(settings.get(Setting.OUTPUT));
        try (Session session = connection.open(settings, retries, environment, talk);
                Destination destination = Destination.open(output.file(), retries, environment, talk)) {
            PageSource pages = new Pages((cursor, follows) -> session.client().accounts(cursor), null);
            UnknownFields unknown = new UnknownFields(Resource.ACCOUNT_GROUP, layout.columns());
            Export export = new Export(
                    format.writer(destination.stream(), layout),
                    destination,
                    null,
                    unknown,
                    new Progress(talk, environment, false));
            try {
                export.run(pages);
            } catch (ApiException e) {
                throw session.failure(e);
            }
            unknown.say(talk);
            export.sayLeftOut(talk);
            if (environment.terminal().stderr()) {
                talk.say(Counts.of(export.items(), "account group"));
            }
            return ExitCode.OK;
        }
    }

    private Settings settings() throws Failure {
        Map<Setting, String> options = new EnumMap<>(Setting.class);
        output.addTo(options);
        connection.addTo(options);
        return SettingsLoader.load(environment, options);
    }
}
