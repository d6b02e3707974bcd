package dev.audiences.cli.session;

import dev.audiences.cli.console.Messages;
import dev.audiences.http.ApiException;
import dev.audiences.http.HttpTransport;
import dev.audiences.http.RequestListener;
import dev.audiences.text.Counts;
import dev.audiences.text.Durations;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** Tells on stderr what the requests do. */
final class RequestLog implements RequestListener {
    private final Messages messages;

    RequestLog(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void sending(URI uri, int attempt) {
        messages.verbose(() -> "GET " + uri + (attempt == 1 ? "" : " (try " + attempt + ")"));
    }

    @Override
    public void received(HttpTransport.Response response, Supplier<String> traceId) {
        if (!messages.isVerbose()) {
            return;
        }
        messages.verbose(() -> {
            String trace = traceId.get() == null ? "" : ", trace id " + traceId.get();
            return response.status() + " in " + Durations.text(response.took()) + ", " + size(response) + trace;
        });
        response.headers().map().forEach((name, values) -> {
            if (LoggedHeaders.mayBeShown(name)) {
                messages.verbose(() -> "  " + messages.excerpt(LoggedHeaders.line(name, values)));
            }
        });
    }

    /** The size of the body, and what gzip made of it on the way. */
    private static String size(HttpTransport.Response response) {
        int length = response.body().length;
        boolean packed = response.transferred() != length;
        return Counts.of(length, "byte") + (packed ? " (" + Counts.of(response.transferred()) + " as gzip)" : "");
    }

    @Override
    public void resized(Integer limit, ApiException reason) {
        messages.verbose(() -> (limit == null
                        ? "from now on the API chooses the size of pages: "
                        : "from now on pages of " + Counts.of(limit) + ": ")
                + reason.getMessage());
    }

    @Override
    public void waiting(Duration delay, ApiException reason, int nextAttempt, int attempts) {
        messages.info(reason.getMessage() + "; trying again in " + Durations.text(delay) + " (try " + nextAttempt
                + " of " + attempts + ")");
    }
}
