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
 * Collects a body, unpacked, and cancels the request as soon as the body exceeds the maximum size.
 *
 * <p>An endless body must be cancelled here: in a small heap it would end the client's thread with an OutOfMemoryError,
 * and the request would never complete. The same is true of a small body that unpacks to a very large one.
 */
final class LimitedBodySubscriber implements BodySubscriber<LimitedBodySubscriber.Body> {
    private static final int MAX_INITIAL_CAPACITY = 1 << 20;
    /** How many times larger a page of JSON is without gzip. */
    private static final int USUAL_RATIO = 5;

    private final CompletableFuture<Body> whole = new CompletableFuture<>();
    private final GzipDecoder gzip;
    private final long cap;
    private final Consumer<Body> onComplete;
    private byte[] bytes;
    private int length;
    private long transferred;
    private Subscription subscription;

    /**
     * A complete body.
     *
     * @param bytes its content, unpacked
     * @param transferred its size in bytes as it was sent
     */
    record Body(byte[] bytes, long transferred) {}

    /**
     * @param expected the Content-Length in bytes, or negative when unknown; the initial capacity depends on it
     * @param gzip unpacks the body, or null when it is not packed
     * @param cap the maximum size in bytes, as it was sent and unpacked
     * @param onComplete called with the complete body, on the thread that received it
     */
    LimitedBodySubscriber(long expected, GzipDecoder gzip, long cap, Consumer<Body> onComplete) {
        this.gzip = gzip;
        this.cap = cap;
        this.onComplete = onComplete;
        long ratio = gzip == null ? 1 : USUAL_RATIO;
        this.bytes = new byte[(int) Math.min(Math.max(0, Math.min(expected, cap)) * ratio, MAX_INITIAL_CAPACITY)];
    }

    /** Thrown when the body exceeds the maximum size. */
    static final class TooLong extends Exception {
        private static final long serialVersionUID = 1;
    }

    @Override
    public CompletionStage<Body> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (whole.isDone()) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                receive(buffer);
            }
        } catch (TooLong | GzipDecoder.Broken e) {
            subscription.cancel();
            fail(e);
        }
    }

    private void receive(ByteBuffer buffer) throws TooLong, GzipDecoder.Broken {
        transferred += buffer.remaining();
        if (transferred > cap) {
            throw new TooLong();
        }
        if (gzip == null) {
            append(buffer);
        } else {
            gzip.decode(buffer, this::append);
        }
    }

    private void append(ByteBuffer buffer) throws TooLong {
        if (length + (long) buffer.remaining() > cap) {
            throw new TooLong();
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
        fail(error);
    }

    private void fail(Throwable error) {
        bytes = null;
        close();
        whole.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        if (whole.isDone()) {
            return;
        }
        try {
            if (gzip != null) {
                gzip.end();
            }
        } catch (GzipDecoder.Broken e) {
            fail(e);
            return;
        }
        close();
        Body body = new Body(length == bytes.length ? bytes : Arrays.copyOf(bytes, length), transferred);
        onComplete.accept(body);
        whole.complete(body);
    }

    private void close() {
        if (gzip != null) {
            gzip.close();
        }
    }
}
