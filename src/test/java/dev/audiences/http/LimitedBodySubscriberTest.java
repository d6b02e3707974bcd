package dev.audiences.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow.Subscription;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitedBodySubscriberTest {
    private long requested;
    private boolean cancelled;

    private LimitedBodySubscriber body(long expected, long cap) {
        return body(expected, null, cap);
    }

    private LimitedBodySubscriber body(long expected, GzipDecoder gzip, long cap) {
        LimitedBodySubscriber body = new LimitedBodySubscriber(expected, gzip, cap, whole -> {});
        body.onSubscribe(new Subscription() {
            @Override
            public void request(long count) {
                requested += count;
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        });
        return body;
    }

    private static byte[] whole(LimitedBodySubscriber body) {
        return body.getBody().toCompletableFuture().join().bytes();
    }

    private static List<ByteBuffer> buffers(int... sizes) {
        return Arrays.stream(sizes)
                .mapToObj(
                        size -> ByteBuffer.wrap("0123456789".substring(0, size).getBytes(StandardCharsets.US_ASCII)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 3, 10, 1L << 40})
    void collectsTheBodyWhateverTheContentLength(long expected) {
        LimitedBodySubscriber body = body(expected, 10);
        body.onNext(buffers(1, 2));
        body.onNext(buffers(7));
        body.onComplete();

        assertArrayEquals("0010123456".getBytes(StandardCharsets.US_ASCII), whole(body));
        assertEquals(Long.MAX_VALUE, requested);
    }

    @Test
    void cancelsWhenTheBodyIsTooLong() {
        LimitedBodySubscriber body = body(-1, 10);
        body.onNext(buffers(7, 4));
        body.onNext(buffers(1));
        body.onComplete();

        assertTooLong(body);
    }

    private static byte[] gzip(int length) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[length]);
        }
        return packed.toByteArray();
    }

    private LimitedBodySubscriber packed(long expected, long cap) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Content-Encoding", List.of("gzip")), (name, value) -> true);
        return body(expected, GzipDecoder.of(headers), cap);
    }

    private void assertTooLong(LimitedBodySubscriber body) {
        assertTrue(cancelled);
        assertInstanceOf(
                LimitedBodySubscriber.TooLong.class,
                assertThrows(CompletionException.class, () -> whole(body)).getCause());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 40, 1L << 40})
    void unpacksUpToTheMaximumSize(long expected) throws IOException {
        LimitedBodySubscriber body = packed(expected, 100_000);
        body.onNext(List.of(ByteBuffer.wrap(gzip(100_000))));
        body.onComplete();

        assertArrayEquals(new byte[100_000], whole(body));
        assertEquals(
                gzip(100_000).length,
                body.getBody().toCompletableFuture().join().transferred());
    }

    @Test
    void cancelsWhenTheBodyUnpacksToTooMuch() throws IOException {
        LimitedBodySubscriber body = packed(-1, 100_000);
        body.onNext(List.of(ByteBuffer.wrap(gzip(100_001))));
        body.onComplete();

        assertTooLong(body);
    }

    @Test
    void cancelsWhenTooMuchArrivesThatUnpacksToNothing() throws IOException {
        LimitedBodySubscriber body = packed(-1, 1000);
        byte[] nothing = gzip(0);
        for (int sent = 0; sent <= 1000; sent += nothing.length) {
            body.onNext(List.of(ByteBuffer.wrap(nothing)));
        }
        body.onComplete();

        assertTooLong(body);
    }

    @Test
    void failsWithItsConnection() {
        LimitedBodySubscriber body = body(-1, 10);
        IOException cut = new IOException("cut");
        body.onError(cut);

        assertEquals(
                cut, assertThrows(CompletionException.class, () -> whole(body)).getCause());
    }
}
