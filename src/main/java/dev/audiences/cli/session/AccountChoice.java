package dev.audiences.cli.session;

import dev.audiences.api.ApiClient;
import dev.audiences.api.Item;
import dev.audiences.api.Page;
import dev.audiences.api.Paginator;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.config.Setting;
import dev.audiences.http.ApiException;
import dev.audiences.text.Counts;
import dev.audiences.text.PastableCommand;
import java.util.ArrayList;
import java.util.List;

/** Finds the account group when no setting names one. */
public final class AccountChoice {
    private static final int MAX_SHOWN = 20;

    private AccountChoice() {}

    /**
     * The account group of the settings; else the only one of the key.
     *
     * @throws Failure with the groups to choose from when there are several
     */
    public static String of(Session session, Messages messages) throws Failure, InterruptedException {
        if (session.accountGroupId() != null) {
            return session.accountGroupId();
        }
        List<Item> groups = groups(session);
        if (groups.isEmpty()) {
            throw Failure.of(ExitCode.SETTINGS, "the API key can use no account group")
                    .hint("ask for access to one, or use another key");
        }
        if (groups.size() > 1) {
            throw several(groups);
        }
        String id = groups.get(0).text(Resource.ID);
        if (!ApiClient.isId(id)) {
            throw Failure.of(ExitCode.UNTRUSTED_ANSWER, "the API named '" + id + "' as an account group")
                    .hint("check the base URL:  audiences config list");
        }
        messages.info("account group " + described(groups.get(0)) + ", the only one of this key");
        return id;
    }

    private static List<Item> groups(Session session) throws Failure, InterruptedException {
        List<Item> groups = new ArrayList<>();
        Paginator pages = session.client().accounts();
        try {
            for (Page page = pages.next(); page != null; page = pages.next()) {
                groups.addAll(page.items());
            }
        } catch (ApiException e) {
            throw session.failure(e);
        }
        return groups;
    }

    private static Failure several(List<Item> groups) {
        Failure failure = Failure.of(
                ExitCode.SETTINGS,
                "no account group is set, and this key can use " + Counts.of(groups.size()) + " of them:");
        for (Item group : groups.subList(0, Math.min(MAX_SHOWN, groups.size()))) {
            failure.line("  " + described(group));
        }
        if (groups.size() > MAX_SHOWN) {
            failure.line("  … ( audiences accounts  lists all)");
        }
        String first = PastableCommand.of(
                "audiences",
                "config",
                "set",
                Setting.ACCOUNT_GROUP_ID.configKey(),
                groups.get(0).text(Resource.ID));
        failure.with("for one run", "--account ID, or the variable " + Setting.ACCOUNT_GROUP_ID.environmentVariable());
        return first == null
                ? failure.hint("audiences config set " + Setting.ACCOUNT_GROUP_ID.configKey() + " ID")
                : failure.command("for good, such as", first);
    }

    private static String described(Item group) {
        String name = group.text(Resource.NAME);
        return group.text(Resource.ID) + (name.isEmpty() ? "" : " (" + name + ")");
    }
}
