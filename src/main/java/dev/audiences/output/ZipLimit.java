package dev.audiences.output;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Fails before a workbook is larger than the positions in its zip file can tell: no program could open it. */
final class ZipLimit extends FilterOutputStream {
    private static final long MAX_SIZE = 0xFFFF_FFFFL;

    private final long max;
    private long size;

    ZipLimit(OutputStream out) {
        this(out, MAX_SIZE);
    }

    ZipLimit(OutputStream out, long max) {
        super(out);
        this.max = max;
    }

    @Override
    public void write(int b) throws IOException {
        grow(1);
        out.write(b);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        grow(length);
        out.write(bytes, start, length);
    }

    private void grow(int length) throws IOException {
        size += length;
        if (size > max) {
            throw new IOException("a workbook holds no more than 4 GiB; -o csv has no limit");
        }
    }
}
