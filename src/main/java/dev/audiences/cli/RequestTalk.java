package dev.audiences.cli;

import dev.audiences.api.ApiException;
import dev.audiences.api.Durations;
import dev.audiences.api.RequestListener;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;

/** Tells on stderr what the requests do. */
final class RequestTalk implements RequestListener {
    private final Talk talk;

    RequestTalk(Talk talk) {
        this.talk = talk;
    }

    @Override
    public void sending(URI uri, int attempt) {
        talk.detail(() -> "GET " + uri + (attempt == 1 ? "" : " (try " + attempt + ")"));
    }

    @Override
    public void received(int status, int bytes, Duration took, String traceId) {
        String trace = traceId == null ? "" : ", trace id " + traceId;
        talk.detail(() -> status + " in " + Durations.text(took) + ", " + Counts.of(bytes, "byte") + trace);
    }

    @Override
    public void fields(HttpHeaders fields) {
        fields.map().forEach((name, values) -> {
            if (AnswerFields.mayBeShown(name)) {
                talk.detail(() -> "  " + talk.excerpt(AnswerFields.line(name, values)));
            }
        });
    }

    @Override
    public void waiting(Duration delay, ApiException reason, int nextAttempt, int attempts) {
        talk.say(reason.getMessage() + "; trying again in " + Durations.text(delay) + " (try " + nextAttempt + " of "
                + attempts + ")");
    }
}
