package dev.audiences.cli;

import dev.audiences.api.ApiClient;
import dev.audiences.api.ApiException;
import dev.audiences.api.RetryPolicy;
import dev.audiences.api.TimeLimit;
import dev.audiences.config.ApiKey;
import dev.audiences.config.ConfigException;
import dev.audiences.config.Setting;
import dev.audiences.config.Settings;
import dev.audiences.sandbox.Sandbox;
import dev.audiences.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** A connection to the API, or to the built-in sandbox, made from the settings. */
final class Session implements AutoCloseable {
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

    /** A session with the API that the settings name. */
    static Session open(Settings settings, RetryPolicy retries, Environment environment, Talk talk) throws Failure {
        hideKeys(settings, talk);
        for (String variable : settings.emptyVariables()) {
            talk.say("note: " + variable + " is set, but empty: it counts as not set");
        }
        TimeLimit limit = retries.stepLimit();
        try {
            URI baseUrl = settings.baseUrl();
            String accountGroupId = value(settings, Setting.ACCOUNT_GROUP_ID);
            requireAccountGroupId(accountGroupId);
            ApiKey key = settings.apiKey(limit);
            talk.hide(key.value());
            String shared = settings.sharedKeyFile();
            if (shared != null) {
                talk.detail(() -> "other users of this machine can read the file with the API key: " + shared);
            }
            ApiClient client = client(baseUrl, key.value(), environment.variables(), retries, environment, talk);
            return new Session(client, accountGroupId, key.source(), null);
        } catch (ConfigException e) {
            throw e.getCause() instanceof TimeoutException && limit.isOfWholeRun()
                    ? RequestOptions.outOfTime(retries.maxTime(), e.message())
                    : Failures.of(e);
        }
    }

    /** A session with a sandbox of its own; the account group is the only setting that counts. */
    static Session sandbox(Settings settings, RetryPolicy retries, Environment environment, Talk talk) throws Failure {
        hideKeys(settings, talk);
        String accountGroupId = settings.option(Setting.ACCOUNT_GROUP_ID);
        requireAccountGroupId(accountGroupId);
        Sandbox sandbox = start(environment);
        try {
            ApiClient client = client(sandbox.baseUri(), Sandbox.API_KEY, Map.of(), retries, environment, talk);
            return new Session(
                    client, accountGroupId == null ? Sandbox.ACCOUNT_GROUP_ID : accountGroupId, "the sandbox", sandbox);
        } catch (Failure | RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    /** Also those that are not used: whatever shows one by mistake shows a secret. */
    private static void hideKeys(Settings settings, Talk talk) {
        settings.keysInFile().forEach(talk::hide);
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
            Talk talk)
            throws Failure {
        ApiClient.Target target = new ApiClient.Target(baseUrl, key, Version.USER_AGENT, variables);
        try {
            return new ApiClient(target, retries, new RequestTalk(talk), environment.nanoTime());
        } catch (ApiException e) {
            throw Failures.of(e, null);
        }
    }

    private static String value(Settings settings, Setting setting) {
        return settings.get(setting) == null ? null : settings.get(setting).value();
    }

    /** Refuses an id that could not stand in a URL; null, for none, is fine. */
    static void requireAccountGroupId(String id) throws Failure {
        if (id != null && !ApiClient.isAccountGroupId(id)) {
            throw Failure.usage(
                    "'" + id + "' can't be the id of an account group", "audiences accounts  lists those of your key");
        }
    }

    ApiClient client() {
        return client;
    }

    /** The account group that the settings name, or null. */
    String accountGroupId() {
        return accountGroupId;
    }

    /** Puts a failed request into the words of the user. */
    Failure failure(ApiException e) {
        return Failures.of(e, keySource);
    }

    @Override
    public void close() {
        client.close();
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
