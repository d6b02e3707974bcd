package dev.audiences.cli.config;

import dev.audiences.api.Item;
import dev.audiences.api.Page;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.Environment;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.session.Session;
import dev.audiences.config.ApiKey;
import dev.audiences.config.Setting;
import dev.audiences.config.SettingValue;
import dev.audiences.config.Settings;
import dev.audiences.http.ApiException;
import dev.audiences.http.RetryPolicy;
import dev.audiences.text.Counts;
import dev.audiences.text.PastableCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tries a key that was just stored, once, and says what to do next. */
final class KeyCheck {
    /** For everything: somebody is waiting at the prompt. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int MAX_SHOWN = 20;

    private final Environment environment;
    private final Messages messages;
    private final ConfigScope scope;

    KeyCheck(Environment environment, Messages messages, ConfigScope scope) {
        this.environment = environment;
        this.messages = messages;
        this.scope = scope;
    }

    /** @throws Failure when the API refuses the key; when it can't be asked, that is reported only */
    void run(ApiKey key) throws Failure, InterruptedException {
        RetryPolicy once = new RetryPolicy(
                new RetryPolicy.Limits(1, Duration.ZERO, TIMEOUT, null),
                environment.clock(),
                environment.nanoTime(),
                environment.sleeper(),
                environment.random());
        messages.progress("trying the key …");
        try {
            Settings settings = scope.settings();
            try (Session session = Session.withKey(settings, key, once, environment, messages)) {
                accepted(groups(session), settings.get(Setting.ACCOUNT_GROUP_ID));
            }
        } catch (Failure failure) {
            if (failure.exitCode() == ExitCode.KEY_REFUSED) {
                throw failure;
            }
            messages.info("the key could not be tried: " + failure.getMessage());
            messages.detail("it is saved all the same; to try it later:  " + command("accounts"));
        } finally {
            messages.clearProgress();
        }
    }

    /** Names the command that tries the key. */
    void leaveOut() {
        messages.detail("next: " + command("accounts"));
    }

    private static Page groups(Session session) throws Failure, InterruptedException {
        try {
            return session.client().accounts().next();
        } catch (ApiException e) {
            boolean byTheApi =
                    e.kind() == ApiException.Kind.KEY_REJECTED || e.kind() == ApiException.Kind.PERMISSION_MISSING;
            throw byTheApi
                    ? session.failure(e).with("note", "it is saved all the same")
                    : Failure.of(ExitCode.UNAVAILABLE, e.getMessage());
        }
    }

    private void accepted(Page page, SettingValue chosen) {
        List<Item> groups = page == null ? List.of() : page.items();
        if (groups.isEmpty()) {
            messages.info("the API accepts the key, but it can use no account group");
            messages.detail("next: ask for access to one, or use another key");
            return;
        }
        boolean more = page.hasMore();
        boolean known = chosen != null
                && groups.stream().anyMatch(group -> group.text(Resource.ID).equals(chosen.value()));
        String count = Counts.of(groups.size(), "account group");
        messages.info("the API accepts the key, for "
                + (groups.size() == 1 && !more
                        ? "the account group " + described(groups.get(0))
                        : (more ? "more than " : "") + count));
        if (known || chosen == null && groups.size() == 1 && !more) {
            messages.detail("next: " + command("list"));
            return;
        }
        if (chosen != null && !more) {
            messages.detail(
                    "the account group that is set, " + chosen.value() + " (" + chosen.source() + "), is none of them");
        }
        messages.detail("next, one of:");
        groups.stream().limit(MAX_SHOWN).forEach(group -> messages.detail("  " + choose(group)));
        if (more || groups.size() > MAX_SHOWN) {
            messages.detail("  …  " + command("accounts") + "  lists all");
        }
    }

    private static String described(Item group) {
        String name = group.text(Resource.NAME);
        return group.text(Resource.ID) + (name.isEmpty() ? "" : " (" + name + ")");
    }

    private String choose(Item group) {
        String id = group.text(Resource.ID);
        String name = group.text(Resource.NAME);
        String command = command("config", "set", Setting.ACCOUNT_GROUP_ID.configKey(), id);
        return (command == null ? "the id, escaped as in JSON: " + messages.spelledOut(id) : command)
                + (name.isEmpty() ? "" : "    (" + name + ")");
    }

    /** The command with the same profile, as far as it can be pasted; null when the other words can't. */
    private String command(String... words) {
        List<String> all = new ArrayList<>(List.of("audiences"));
        all.addAll(List.of(words));
        String command = messages.pastable(all);
        if (command == null || scope.profile() == null) {
            return command;
        }
        String option = messages.pastable(PastableCommand.option("--profile", scope.profile()));
        return command + (option == null ? "  with  --profile  and its name" : " " + option);
    }
}
