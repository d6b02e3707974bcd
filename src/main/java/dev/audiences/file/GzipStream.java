package dev.audiences.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses what is written to a stream as gzip (RFC 1952). The header holds no time and no name, so that the same
 * content always gives the same bytes. Without {@link #finish}, readers find the end missing.
 */
public final class GzipStream extends OutputStream {
    /** Of compressed bytes; the default of 512 would mean a system call for each. */
    private static final int BUFFER_SIZE = 1 << 16;

    private final OutputStream out;
    private GZIPOutputStream gzip;

    /** @param out never closed by this stream */
    public GzipStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        gzip().write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        gzip().write(bytes, offset, length);
    }

    /** Flushes what was compressed so far; the rest of it waits for more content. */
    @Override
    public void flush() throws IOException {
        if (gzip != null) {
            gzip.flush();
        }
    }

    /** Writes the end of the compressed content. */
    public void finish() throws IOException {
        gzip().finish();
    }

    /** Created late, since its constructor writes the header, which can fail as any other write. */
    private GZIPOutputStream gzip() throws IOException {
        if (gzip == null) {
            gzip = new GZIPOutputStream(out, BUFFER_SIZE);
        }
        return gzip;
    }
}
