package dev.audiences.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Objects;

/** Reads from a stream of the process that may be in non-blocking mode; see {@link PollingOutputStream}. */
public final class PollingInputStream extends InputStream {
    private final FileInputStream stream;
    private ReadableByteChannel channel;

    public PollingInputStream(FileInputStream stream) {
        this.stream = stream;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (channel == null) {
            channel = stream.getChannel();
        }
        PollingPause pause = new PollingPause();
        while (true) {
            int read = channel.read(ByteBuffer.wrap(bytes, offset, length));
            if (read != 0) {
                return read;
            }
            pause.take();
        }
    }
}
