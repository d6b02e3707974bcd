package dev.audiences.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class TruncatedTest {
    private static final SecretMask MASK = new SecretMask();

    static {
        MASK.add("sk_live_0123456789");
    }

    @Test
    void namesRunNothingWhenTheyArePasted() {
        assertEquals("x\\u003btouch pwn\\u0027\\u0024\\u0028a\\u0029", Truncated.name("x;touch pwn'$(a)", MASK));
        assertEquals("507f1f77-bcf8:6c/d7.9_", Truncated.name("507f1f77-bcf8:6c/d7.9_", MASK));
    }

    @Test
    void namesAreMaskedAndCut() {
        assertEquals("a ********", Truncated.name("a sk_live_0123456789", MASK));
        assertEquals("n".repeat(100) + "…", Truncated.name("n".repeat(101), MASK));
        assertEquals("n".repeat(99) + "*…", Truncated.name("n".repeat(99) + "sk_live_0123456789", MASK));
        assertNull(Truncated.name(null, MASK));
    }
}
