package dev.audiences.process;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * Writes to a stream of the process that may be in non-blocking mode, which whoever shares it may have turned on. A
 * {@link FileOutputStream} fails there when the reader is slow, and does not say how much was written.
 */
public final class PollingOutputStream extends OutputStream {
    /** As much as a pipe holds. The channel copies each piece into a buffer of its size. */
    private static final int PIECE = 1 << 16;

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
            left.limit(Math.min(end, left.position() + PIECE));
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
