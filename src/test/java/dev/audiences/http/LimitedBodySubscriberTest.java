package dev.audiences.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitedBodySubscriberTest {
    private long requested;
    private boolean cancelled;

    private LimitedBodySubscriber body(long expected, long cap) {
        LimitedBodySubscriber body = new LimitedBodySubscriber(expected, null, cap, whole -> {});
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

        assertTrue(cancelled);
        assertInstanceOf(
                LimitedBodySubscriber.TooLong.class,
                assertThrows(CompletionException.class, () -> whole(body)).getCause());
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
