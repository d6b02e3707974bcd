package dev.audiences.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;

/**
 * Collects a body, and cancels the request as soon as the body exceeds the maximum size.
 *
 * <p>An endless body must be cancelled here: in a small heap it would end the client's thread with an OutOfMemoryError,
 * and the request would never complete.
 */
final class LimitedBodySubscriber implements BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final long cap;
    private final Consumer<byte[]> onComplete;
    private byte[] bytes;
    private int length;
    private Subscription subscription;

    /**
     * @param expected the Content-Length in bytes, or negative when unknown; the initial capacity depends on it
     * @param cap the maximum size in bytes
     * @param onComplete called with the complete body, on the thread that received it
     */
    LimitedBodySubscriber(long expected, long cap, Consumer<byte[]> onComplete) {
        this.cap = cap;
        this.onComplete = onComplete;
        this.bytes = new byte[(int) Math.max(0, Math.min(expected, 1 << 20))];
    }

    /** Thrown when the body exceeds the maximum size. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (length + (long) buffer.remaining() > cap) {
                bytes = null;
                subscription.cancel();
                whole.completeExceptionally(new TooLong());
                return;
            }
            append(buffer);
        }
    }

    private void append(ByteBuffer buffer) {
        if (whole.isDone()) {
            return;
        }
        int needed = length + buffer.remaining();
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(cap, Math.max(needed, bytes.length * 2L)));
        }
        buffer.get(bytes, length, buffer.remaining());
        length = needed;
    }

    @Override
    public void onError(Throwable error) {
        whole.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        if (!whole.isDone()) {
            byte[] body = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
            onComplete.accept(body);
            whole.complete(body);
        }
    }
}
