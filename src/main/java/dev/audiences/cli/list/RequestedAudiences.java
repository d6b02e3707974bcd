package dev.audiences.cli.list;

import dev.audiences.api.ApiClient;
import dev.audiences.api.Item;
import dev.audiences.api.Page;
import dev.audiences.api.PageSource;
import dev.audiences.http.ApiException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Audiences by their ids, all on one page: none is given before all are there. */
final class RequestedAudiences implements PageSource {
    private final ApiClient client;
    private final String accountGroupId;
    private final List<String> ids;
    private final Waiting waiting;
    private boolean ended;

    /** @param waiting for those that are not ready, or null not to wait */
    RequestedAudiences(ApiClient client, String accountGroupId, List<String> ids, Waiting waiting) {
        this.client = client;
        this.accountGroupId = accountGroupId;
        // An id that is given twice is asked for once.
        this.ids = List.copyOf(new java.util.LinkedHashSet<>(ids));
        this.waiting = waiting;
    }

    @Override
    public Page next() throws ApiException, InterruptedException {
        if (ended) {
            return null;
        }
        ended = true;
        Map<String, Item> ready = new LinkedHashMap<>();
        List<String> missing = ids;
        while (!missing.isEmpty()) {
            missing = askFor(missing, ready);
        }
        return new Page(ids.stream().map(ready::get).toList(), null);
    }

    /** Adds those that are ready, and returns the ids of the others after a pause. */
    private List<String> askFor(List<String> missing, Map<String, Item> ready)
            throws ApiException, InterruptedException {
        List<String> notReady = new ArrayList<>();
        ApiException reason = null;
        for (String id : missing) {
            try {
                ready.put(id, client.audience(accountGroupId, id));
            } catch (ApiException e) {
                if (waiting == null || e.kind() != ApiException.Kind.NOT_READY) {
                    throw e;
                }
                notReady.add(id);
                reason = reason == null ? e : reason;
            }
        }
        if (reason != null) {
            waiting.pause(notReady, reason);
        }
        return notReady;
    }
}
