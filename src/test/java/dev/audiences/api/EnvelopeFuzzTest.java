package dev.audiences.api;

import dev.audiences.json.StrictJsonReader;
import dev.audiences.testing.Responses;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any bytes give an envelope or a fault, never another exception. */
class EnvelopeFuzzTest {
    private static final int ROUNDS = Integer.getInteger("audiences.fuzz.rounds", 2000);
    private static final long SEED = Long.getLong("audiences.fuzz.seed", System.nanoTime());

    @Test
    void anyBytesAreReadOrRefused() {
        byte[] valid = Responses.page("c", Responses.audience("1"), "{\"id\":\"2\",\"x\":[{\"y\":1e5},null,true]}")
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = mutated(valid, random);
            try {
                Envelope.read(bytes, Endpoint.AUDIENCES);
            } catch (StrictJsonReader.InvalidJson expected) {
                // Refused, as it should be.
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        "audiences.fuzz.seed=" + SEED + " round " + round + ": "
                                + new String(bytes, StandardCharsets.ISO_8859_1),
                        e);
            }
        }
    }

    @Test
    void everyPrefixOfAnAnswerIsKnownToBeCut() {
        String whole = Responses.page("c", Responses.audience("é€😀"));
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int length = 1; length < bytes.length; length++) {
            try {
                Envelope.read(java.util.Arrays.copyOf(bytes, length), Endpoint.AUDIENCES);
                throw new AssertionError("read a part of " + length + " bytes");
            } catch (StrictJsonReader.InvalidJson e) {
                if (!e.truncated()) {
                    throw new AssertionError("not known to be cut after " + length + " bytes: " + e.getMessage());
                }
            }
        }
    }

    private static byte[] mutated(byte[] valid, Random random) {
        byte[] bytes = random.nextInt(4) == 0 ? new byte[random.nextInt(200)] : valid.clone();
        if (bytes.length != valid.length) {
            random.nextBytes(bytes);
            return bytes;
        }
        String signs = "{}[],:\"\\0-1e.tfn \u00e9";
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : (byte) signs.charAt(random.nextInt(signs.length()));
        }
        return bytes;
    }
}
