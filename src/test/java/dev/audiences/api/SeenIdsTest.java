package dev.audiences.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeenIdsTest {
    @Test
    void knowsEveryIdAgainHoweverManyThereAre() {
        SeenIds ids = new SeenIds();
        for (int i = 0; i < 100_000; i++) {
            assertTrue(ids.add("id-" + i));
        }
        for (int i = 0; i < 100_000; i++) {
            assertFalse(ids.add("id-" + i));
        }
        assertTrue(ids.add(""));
        assertFalse(ids.add(""));
    }
}
