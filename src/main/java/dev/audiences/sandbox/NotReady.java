package dev.audiences.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The audiences that a prospecting job is still filling: each becomes ready after a number of requests for it. */
final class NotReady {
    /** The number of requests that are still to be refused, by the audience's index; negative for all. */
    private final Map<Integer, AtomicInteger> requestsLeft = new HashMap<>();

    NotReady(SandboxOptions options) {
        options.notReady()
                .forEach((id, requests) ->
                        requestsLeft.put(SampleAudience.indexOf(id, options.audiences()), new AtomicInteger(requests)));
    }

    /** Whether the audience at an index is not ready. */
    boolean contains(int index) {
        AtomicInteger left = requestsLeft.get(index);
        return left != null && left.get() != 0;
    }

    /** Counts a request for the audience at an index; returns whether the request is refused. */
    boolean refuses(int index) {
        AtomicInteger left = requestsLeft.get(index);
        return left != null && left.getAndUpdate(n -> n > 0 ? n - 1 : n) != 0;
    }
}
