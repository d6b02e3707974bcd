package dev.audiences.cli.list;

import dev.audiences.api.ApiClient;
import dev.audiences.api.Item;
import dev.audiences.api.Page;
import dev.audiences.api.PageSource;
import dev.audiences.api.Resource;
import dev.audiences.cli.console.Failure;
import dev.audiences.cli.console.Messages;
import dev.audiences.cli.export.ListPlan;
import dev.audiences.http.ApiException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The names of the folders of an account group, for those who ask for them: a column, the order, or the filter. They are
 * fetched once, beside the first page.
 */
final class FolderNames {
    private static final int MAX_REPORTED = 3;
    private static final String WITHOUT_NAMES = "leave out folderName, or give the ids of folders in place of names";

    private final ListPlan plan;
    private final AudienceSearch search;
    private final Messages messages;
    /** Whether the names are asked for at all. */
    private final boolean fetched;
    /** Whether the audiences get the names of their folders. */
    private final boolean shown;

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> unknown = new HashSet<>();

    private FolderNames(ListPlan plan, AudienceSearch search, Messages messages, boolean fetched, boolean shown) {
        this.plan = plan;
        this.search = search;
        this.messages = messages;
        this.fetched = fetched;
        this.shown = shown;
    }

    /** @param search null for none */
    static FolderNames of(ListPlan plan, AudienceSearch search, Messages messages) {
        boolean named = plan.names(Resource.FOLDER_NAME);
        boolean fetched = named || search != null && search.folders().hasNames();
        boolean inTable = fetched && plan.showsDefaultTable();
        return new FolderNames(inTable ? plan.withFolderNames() : plan, search, messages, fetched, named || inTable);
    }

    /** The plan, whose table shows the names when they are there anyway. */
    ListPlan plan() {
        return plan;
    }

    /** The same audiences; the names of the folders are fetched if they are asked for. */
    PageSource beside(PageSource audiences, ApiClient client, String accountGroupId)
            throws Failure, ApiException, InterruptedException {
        if (!fetched) {
            return audiences;
        }
        client.prefetchFolders(accountGroupId);
        Page first = audiences.next();
        fetch(client, accountGroupId, first);
        if (search != null) {
            search.folders().resolve(names);
        }
        return audiences.behind(first);
    }

    private void fetch(ApiClient client, String accountGroupId, Page first) throws ApiException, InterruptedException {
        try {
            PageSource pages = client.folders(accountGroupId);
            for (Page page = pages.next(); page != null; page = pages.next()) {
                for (Item folder : page.items()) {
                    names.put(folder.text(Resource.ID), folder.text(Resource.NAME));
                }
            }
        } catch (ApiException e) {
            // An API without this endpoint: where the filter names ids alone, nothing is missed.
            boolean answered = e.kind() == ApiException.Kind.REFUSED || e.kind() == ApiException.Kind.UNTRUSTED;
            if (shown || !answered || !search.folders().areIdsOf(first.items())) {
                ApiException failure = e.withMessage("the names of the folders are missing: " + e.getMessage());
                throw answered ? failure.withHint(WITHOUT_NAMES) : failure;
            }
        }
    }

    /** Gives an audience the name of its folder; null when the names are not shown. */
    UnaryOperator<Item> naming() {
        return shown ? this::named : null;
    }

    private Item named(Item audience) {
        String id = audience.text(Resource.FOLDER_ID);
        if (id.isEmpty()) {
            return audience.with(Resource.FOLDER_NAME, null);
        }
        String name = names.getOrDefault(id, "");
        if (!name.isEmpty()) {
            return audience.with(Resource.FOLDER_NAME, name);
        }
        if (!names.containsKey(id) && unknown.add(id) && unknown.size() <= MAX_REPORTED) {
            messages.info("note: the folder " + messages.excerpt(id)
                    + " is not among those that the API lists: its id stands for the name");
        }
        return audience.with(Resource.FOLDER_NAME, id);
    }
}
