package dev.audiences.cli;

import dev.audiences.cli.console.Command;
import dev.audiences.cli.console.CommandSpecs;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.Option;
import dev.audiences.cli.console.OptionGroup;
import dev.audiences.cli.console.Stdout;
import dev.audiences.cli.console.VerbosityOptions;
import dev.audiences.sandbox.Sandbox;
import dev.audiences.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/** {@code audiences sandbox}: serves the imitation of the API until it is stopped. */
final class SandboxCommand implements Command {
    /** The id of the sandbox's first audience. */
    private static final String SAMPLE_ID = "9c5c568c09956da900000000";

    private final Environment environment;
    private final Messages messages;

    private final Option<Integer> port =
            Option.number(0, "N", "Listen on this port of the loopback interface (default: any).", "--port");
    private final Option<Integer> audiences = Option.number(0, "N", "Hold N audiences (default: 42).", "--audiences");
    private final Option<Integer> pageSize =
            Option.number(1, "N", "Give N audiences a page when no limit is asked for (default: 25).", "--page-size");
    private final Option<Integer> latency =
            Option.number(0, "MS", "Answer after MS milliseconds (default: 0).", "--latency");
    private final Option<String> rateLimit =
            Option.text("N[/s]", "Answer 429 to more than N requests a second (default: no bound).", "--rate-limit");
    private final Option<String> fail =
            Option.text("STATUS[:TIMES]", "Answer with this error status, always or the first TIMES times.", "--fail");
    private final Option<String[]> notReady = Option.list(
            null,
            "ID[:N]",
            "Answer 409 to the first N requests for this audience, or to all; several with commas.",
            "--not-ready");
    private final VerbosityOptions verbosity = new VerbosityOptions();

    SandboxCommand(Environment environment, Messages messages) {
        this.environment = environment;
        this.messages = messages;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpecs.create(
                "sandbox",
                "Serve an imitation of the API on this machine.",
                "For trying the tool and for testing scripts without a key. It runs until it is stopped (Ctrl+C), and "
                        + "prints the lines that point a shell at it.",
                "audiences sandbox [OPTIONS]");
        port.addTo(spec, OptionGroup.SANDBOX);
        audiences.addTo(spec, OptionGroup.SANDBOX);
        pageSize.addTo(spec, OptionGroup.SANDBOX);
        latency.addTo(spec, OptionGroup.SANDBOX);
        rateLimit.addTo(spec, OptionGroup.SANDBOX);
        fail.addTo(spec, OptionGroup.SANDBOX);
        notReady.addTo(spec, OptionGroup.SANDBOX);
        verbosity.addTo(spec, OptionGroup.HIDDEN, OptionGroup.GENERAL);
        spec.usageMessage()
                .footer(
                        "",
                        "Examples:",
                        "  audiences sandbox --port 8080 --audiences 1000",
                        "  audiences sandbox --fail 503:2          two failures, then all is well",
                        "  audiences sandbox --rate-limit 5/s --latency 20",
                        "  audiences sandbox --not-ready " + SAMPLE_ID + ":2");
        return spec;
    }

    @Override
    public ExitCode run() throws Failure, InterruptedException {
        verbosity.apply(messages);
        try (Sandbox sandbox = start(options())) {
            Stdout.print(environment, exports(sandbox));
            messages.info("the sandbox answers at " + sandbox.baseUri() + " until it is stopped (Ctrl+C)");
            new CountDownLatch(1).await();
            return ExitCode.OK;
        }
    }

    private Sandbox start(SandboxOptions options) throws Failure {
        try {
            return Sandbox.start(options, environment.nanoTime(), environment.sleeper());
        } catch (BindException e) {
            throw Failure.of(
                            ExitCode.SETTINGS,
                            "can't listen on port " + options.port() + " (" + e.getMessage() + ")",
                            e)
                    .hint("choose another --port, or leave it out for any free one");
        } catch (IOException e) {
            throw Failure.of(ExitCode.UNAVAILABLE, "the sandbox can't be started (" + e.getMessage() + ")", e);
        }
    }

    private static String exports(Sandbox sandbox) {
        return "export AUDIENCES_BASE_URL=" + sandbox.baseUri() + "\n"
                + "export AUDIENCES_API_KEY=" + Sandbox.API_KEY + "\n"
                + "export AUDIENCES_ACCOUNT_GROUP_ID=" + Sandbox.ACCOUNT_GROUP_ID + "\n";
    }

    private SandboxOptions options() throws Failure {
        SandboxOptions defaults = SandboxOptions.defaults();
        try {
            SandboxOptions wellBehaved = new SandboxOptions(
                    port.valueOr(defaults.port()),
                    audiences.valueOr(defaults.audiences()),
                    pageSize.valueOr(defaults.pageSize()),
                    Duration.ofMillis(latency.valueOr((int) defaults.latency().toMillis())),
                    perSecond(),
                    defaults.failStatus(),
                    defaults.failTimes(),
                    defaults.notReady());
            return withNotReady(fail.isSet() ? failing(wellBehaved, fail.value()) : wellBehaved);
        } catch (NumberFormatException e) {
            throw Failure.usage("--fail '" + fail.value() + "' is not STATUS or STATUS:TIMES", "such as  --fail 503:2");
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage(), "audiences sandbox --help");
        }
    }

    private static SandboxOptions failing(SandboxOptions options, String failure) {
        String[] parts = failure.split(":", 2);
        return options.failing(Integer.parseInt(parts[0]), parts.length == 2 ? Integer.parseInt(parts[1]) : -1);
    }

    private SandboxOptions withNotReady(SandboxOptions options) throws Failure {
        Map<String, Integer> requests = new HashMap<>();
        for (String value : Option.values(notReady)) {
            int colon = value.indexOf(':');
            requests.put(colon < 0 ? value : value.substring(0, colon), colon < 0 ? -1 : requests(value, colon));
        }
        try {
            return options.withNotReady(requests);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage(), "the ids that there are:  audiences list --sandbox");
        }
    }

    private int requests(String value, int colon) throws Failure {
        try {
            return Option.wholeNumber(value.substring(colon + 1), 1);
        } catch (TypeConversionException e) {
            throw Failure.usage(
                    notReady.name() + " '" + value + "' is not ID or ID:N, N being 1 or more",
                    "such as  " + notReady.name() + " " + SAMPLE_ID + ":2");
        }
    }

    private int perSecond() throws Failure {
        String value = rateLimit.value();
        if (value == null) {
            return 0;
        }
        try {
            return Option.wholeNumber(value.endsWith("/s") ? value.substring(0, value.length() - 2) : value, 1);
        } catch (TypeConversionException e) {
            throw Failure.usage("--rate-limit '" + value + "' is not a number a second", "such as  --rate-limit 5/s");
        }
    }
}
