package dev.audiences.process;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Writes to a stream of the process that may be in non-blocking mode, which another process that shares it may have
 * set. In that mode a {@link FileOutputStream} fails when the reader is slow, and does not report how much was written.
 */
public final class PollingOutputStream extends OutputStream {
    /** The capacity of a pipe. The channel copies each chunk into a buffer of the same size. */
    private static final int CHUNK = 1 << 16;

    private final FileOutputStream stream;
    private WritableByteChannel channel;

    public PollingOutputStream(FileOutputStream stream) {
        this.stream = stream;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (channel == null) {
            channel = stream.getChannel();
        }
        ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
        int end = left.limit();
        PollingPause pause = null;
        while (left.position() < end) {
            left.limit(Math.min(end, left.position() + CHUNK));
            if (channel.write(left) > 0) {
                pause = null;
                continue;
            }
            if (pause == null) {
                pause = new PollingPause();
            }
            pause.take();
        }
    }
}
