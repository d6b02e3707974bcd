package dev.audiences.cli.session;

import dev.audiences.api.ApiClient;
import dev.audiences.cli.console.AccountGroupIds;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.FailureMessages;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.console.Version;
import dev.audiences.config.ApiKey;
import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import dev.audiences.http.ApiException;
import dev.audiences.http.RetryPolicy;
import dev.audiences.http.TimeLimit;
import dev.audiences.sandbox.Sandbox;
import dev.audiences.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** A connection to the API, or to the built-in sandbox, made from the settings. */
public final class Session implements AutoCloseable {
    private final ApiClient client;
    private final String accountGroupId;
    private final String keySource;
    private final Sandbox sandbox;

    private Session(ApiClient client, String accountGroupId, String keySource, Sandbox sandbox) {
        this.client = client;
        this.accountGroupId = accountGroupId;
        this.keySource = keySource;
        this.sandbox = sandbox;
    }

    /** A session with the API that the settings name, or with a sandbox of its own. */
    public static Session open(
            Settings settings, boolean sandbox, RetryPolicy retries, Environment environment, Messages messages)
            throws Failure {
        return sandbox
                ? withSandbox(settings, retries, environment, messages)
                : withApi(settings, retries, environment, messages);
    }

    private static Session withApi(Settings settings, RetryPolicy retries, Environment environment, Messages messages)
            throws Failure {
        hideKeys(settings, messages);
        for (String variable : settings.emptyVariables()) {
            messages.info("note: " + variable + " is set, but empty: it counts as not set");
        }
        TimeLimit limit = retries.stepLimit();
        try {
            URI baseUrl = settings.baseUrl();
            String accountGroupId = value(settings, Setting.ACCOUNT_GROUP_ID);
            AccountGroupIds.require(accountGroupId);
            ApiKey key = settings.apiKey(limit, environment.onShutdown());
            messages.redact(key.value());
            String shared = settings.sharedKeyFile();
            if (shared != null) {
                messages.verbose(() -> "other users of this machine can read the file with the API key: " + shared);
            }
            ApiClient client = client(baseUrl, key.value(), environment.variables(), retries, environment, messages);
            return new Session(client, accountGroupId, key.source(), null);
        } catch (ConfigException e) {
            throw e.getCause() instanceof TimeoutException && limit.isOfWholeRun()
                    ? FailureMessages.outOfTime(retries.maxTime(), e.message())
                    : FailureMessages.of(e);
        }
    }

    /** A session with the API that the settings name, and with this key, whatever key they name. */
    public static Session withKey(
            Settings settings, ApiKey key, RetryPolicy retries, Environment environment, Messages messages)
            throws Failure {
        hideKeys(settings, messages);
        messages.redact(key.value());
        try {
            ApiClient client =
                    client(settings.baseUrl(), key.value(), environment.variables(), retries, environment, messages);
            return new Session(client, value(settings, Setting.ACCOUNT_GROUP_ID), key.source(), null);
        } catch (ConfigException e) {
            throw FailureMessages.of(e);
        }
    }

    /** The account group is the only setting that counts. */
    private static Session withSandbox(
            Settings settings, RetryPolicy retries, Environment environment, Messages messages) throws Failure {
        hideKeys(settings, messages);
        String accountGroupId = settings.option(Setting.ACCOUNT_GROUP_ID);
        AccountGroupIds.require(accountGroupId);
        Sandbox sandbox = start(environment);
        try {
            ApiClient client = client(sandbox.baseUri(), Sandbox.API_KEY, Map.of(), retries, environment, messages);
            return new Session(
                    client, accountGroupId == null ? Sandbox.ACCOUNT_GROUP_ID : accountGroupId, "the sandbox", sandbox);
        } catch (Failure | RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    /** Also those that are not used: whatever shows one by mistake shows a secret. */
    private static void hideKeys(Settings settings, Messages messages) {
        settings.keysInFile().forEach(messages::redact);
    }

    private static Sandbox start(Environment environment) throws Failure {
        try {
            return Sandbox.start(SandboxOptions.defaults(), environment.nanoTime(), environment.sleeper());
        } catch (IOException e) {
            throw Failure.of(ExitCode.UNAVAILABLE, "the sandbox can't be started on this machine", e);
        }
    }

    private static ApiClient client(
            URI baseUrl,
            String key,
            Map<String, String> variables,
            RetryPolicy retries,
            Environment environment,
            Messages messages)
            throws Failure {
        ApiClient.Target target = new ApiClient.Target(baseUrl, key, Version.USER_AGENT, variables);
        try {
            return new ApiClient(target, retries, new RequestLog(messages), environment.nanoTime());
        } catch (ApiException e) {
            throw FailureMessages.of(e, null);
        }
    }

    private static String value(Settings settings, Setting setting) {
        return settings.get(setting) == null ? null : settings.get(setting).value();
    }

    public ApiClient client() {
        return client;
    }

    /** The account group that the settings name, or null. */
    public String accountGroupId() {
        return accountGroupId;
    }

    /** Puts a failed request into the words of the user. */
    public Failure failure(ApiException e) {
        return FailureMessages.of(e, keySource);
    }

    @Override
    public void close() {
        client.close();
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
