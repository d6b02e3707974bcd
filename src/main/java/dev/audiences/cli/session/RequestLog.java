package dev.audiences.cli.session;

import dev.audiences.cli.console.Messages;
import dev.audiences.http.ApiException;
import dev.audiences.http.RequestListener;
import dev.audiences.text.Counts;
import dev.audiences.text.Durations;
import java.net.URI;
import java.net.http.HttpHeaders;
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
    public void received(int status, int bytes, Duration took, Supplier<String> traceId) {
        messages.verbose(() -> {
            String trace = traceId.get() == null ? "" : ", trace id " + traceId.get();
            return status + " in " + Durations.text(took) + ", " + Counts.of(bytes, "byte") + trace;
        });
    }

    @Override
    public void fields(HttpHeaders fields) {
        if (!messages.isVerbose()) {
            return;
        }
        fields.map().forEach((name, values) -> {
            if (LoggedHeaders.mayBeShown(name)) {
                messages.verbose(() -> "  " + messages.excerpt(LoggedHeaders.line(name, values)));
            }
        });
    }

    @Override
    public void waiting(Duration delay, ApiException reason, int nextAttempt, int attempts) {
        messages.info(reason.getMessage() + "; trying again in " + Durations.text(delay) + " (try " + nextAttempt
                + " of " + attempts + ")");
    }
}
