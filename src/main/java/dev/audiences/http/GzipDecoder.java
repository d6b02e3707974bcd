package dev.audiences.http;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a gzip body (RFC 1952) while it arrives: one member or several, each checked against its CRC and its length.
 * Nothing may follow the last member.
 *
 * <p>Not GZIPInputStream: that blocks for its input, takes a body that ends between two members for a whole one, and
 * ignores what follows the last.
 */
final class GzipDecoder {
    /** What is sent as Accept-Encoding. */
    static final String ENCODING = "gzip";

    private static final List<String> NAMES = List.of(ENCODING, "x-gzip");
    private static final int BUFFER = 16 << 10;
    private static final int RESERVED_FLAGS = 0xe0;
    /** Magic number and method. */
    private static final int[] START = {0x1f, 0x8b, 8};

    /** The parts of a member, in their order. */
    private enum Part {
        FIXED_HEADER(0),
        EXTRA_LENGTH(4),
        EXTRA(4),
        NAME(8),
        COMMENT(16),
        HEADER_CRC(2),
        DATA(0),
        CRC(0),
        LENGTH(0);

        /** The flag in the header that announces this part, or 0 when it is always there. */
        private final int flag;

        Part(int flag) {
            this.flag = flag;
        }
    }

    private static final List<Part> PARTS = List.of(Part.values());

    private final Inflater inflater = new Inflater(true);
    private final CRC32 headerCrc = new CRC32();
    private final CRC32 dataCrc = new CRC32();
    private final byte[] unpacked = new byte[BUFFER];
    private Iterator<Part> parts = PARTS.iterator();
    private Part part = parts.next();
    /** How many bytes of the part were taken, and their number with the first byte the lowest. */
    private int taken;

    private long number;
    private int flags;
    private int extraLength;
    private int members;

    /** Receives unpacked bytes; the buffer is used again afterwards. */
    @FunctionalInterface
    interface Output {
        void accept(ByteBuffer bytes) throws LimitedBodySubscriber.TooLong;
    }

    /** Thrown when the body is not gzip, or not the whole of it; the message says why. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        Broken(String message) {
            super(message);
        }
    }

    /** Returns a decoder for a body with these header fields, or null unless gzip is its only encoding. */
    static GzipDecoder of(HttpHeaders headers) {
        List<String> encodings = encodings(headers);
        return encodings.size() == 1 && NAMES.contains(encodings.get(0)) ? new GzipDecoder() : null;
    }

    /** Returns the encodings of a body in the order in which they were applied, identity left out. */
    private static List<String> encodings(HttpHeaders headers) {
        return headers.allValues("Content-Encoding").stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !name.equals("identity"))
                .toList();
    }

    /** Returns the encodings of a body that this class can't undo, such as {@code br}; null when there are none. */
    static String unknownEncoding(HttpHeaders headers) {
        List<String> encodings = encodings(headers);
        boolean known = encodings.isEmpty() || encodings.size() == 1 && NAMES.contains(encodings.get(0));
        return known ? null : String.join(", ", encodings);
    }

    /** Unpacks the next bytes of the body. */
    void decode(ByteBuffer in, Output out) throws Broken, LimitedBodySubscriber.TooLong {
        while (in.hasRemaining()) {
            if (part == Part.DATA) {
                inflate(in, out);
            } else {
                take(in.get() & 0xff);
            }
        }
    }

    private void inflate(ByteBuffer in, Output out) throws Broken, LimitedBodySubscriber.TooLong {
        inflater.setInput(in);
        try {
            int length = inflater.inflate(unpacked);
            while (length > 0) {
                dataCrc.update(unpacked, 0, length);
                out.accept(ByteBuffer.wrap(unpacked, 0, length));
                length = inflater.inflate(unpacked);
            }
        } catch (DataFormatException e) {
            throw new Broken("its data is damaged");
        }
        if (inflater.finished()) {
            next();
        } else if (inflater.needsDictionary()) {
            throw new Broken("its data is damaged");
        }
    }

    /** Takes one byte of any part but the data. */
    private void take(int b) throws Broken {
        if (part.compareTo(Part.DATA) < 0 && part != Part.HEADER_CRC) {
            headerCrc.update(b);
        }
        number |= taken < 4 ? (long) b << 8 * taken : 0;
        taken++;
        switch (part) {
            case FIXED_HEADER -> takeFixedHeader(b);
            case EXTRA_LENGTH -> {
                if (taken == 2) {
                    extraLength = (int) number;
                    next();
                }
            }
            case EXTRA -> nextIf(taken == extraLength);
            case NAME, COMMENT -> nextIf(b == 0);
            case HEADER_CRC -> check(2, headerCrc.getValue() & 0xffff);
            case CRC -> check(4, dataCrc.getValue());
            case LENGTH -> check(4, inflater.getBytesWritten() & 0xffffffffL);
            case DATA -> throw new IllegalStateException();
        }
    }

    private void takeFixedHeader(int b) throws Broken {
        if (taken <= START.length && b != START[taken - 1]) {
            throw new Broken(members == 0 ? "it is not gzip" : "something follows its end");
        }
        if (taken == 4) {
            flags = b;
            if ((flags & RESERVED_FLAGS) != 0) {
                throw new Broken("its header is damaged");
            }
        }
        nextIf(taken == 10);
    }

    /** Compares a part that is a number of so many bytes. */
    private void check(int size, long expected) throws Broken {
        if (taken == size && number != expected) {
            throw new Broken("its checksum or length is wrong");
        }
        nextIf(taken == size);
    }

    private void nextIf(boolean complete) {
        if (complete) {
            next();
        }
    }

    private void next() {
        do {
            if (!parts.hasNext()) {
                endMember();
            }
            part = parts.next();
        } while (part.flag != 0 && (flags & part.flag) == 0 || part == Part.EXTRA && extraLength == 0);
        taken = 0;
        number = 0;
    }

    private void endMember() {
        members++;
        parts = PARTS.iterator();
        inflater.reset();
        headerCrc.reset();
        dataCrc.reset();
    }

    /** Ends the body; one without any bytes is left to others to judge. */
    void end() throws Broken {
        if (part != Part.FIXED_HEADER || taken > 0) {
            throw new Broken("it ends in the middle");
        }
    }

    /** Frees the memory that is not on the heap. */
    void close() {
        inflater.end();
    }
}
