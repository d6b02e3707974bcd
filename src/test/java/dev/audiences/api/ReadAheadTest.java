package dev.audiences.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadAheadTest {
    static List<Throwable> failures() {
        return List.of(ApiException.untrusted("x"), new IllegalStateException("x"), new OutOfMemoryError("x"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void givesFailuresAsTheyAre(Throwable failure) throws InterruptedException {
        PageSource failing = () -> {
            if (failure instanceof ApiException e) {
                throw e;
            }
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            throw (Error) failure;
        };
        try (ReadAhead ahead = new ReadAhead(failing)) {
            assertSame(failure, assertThrows(failure.getClass(), ahead::next));
        }
    }

    @Test
    void endsForGood() throws Exception {
        Page page = new Page(List.of(), null);
        PageSource one = new PageSource() {
            private Page left = page;

            @Override
            public Page next() {
                Page next = left;
                left = null;
                return next;
            }
        };
        try (ReadAhead ahead = new ReadAhead(one)) {
            assertEquals(page, ahead.next());
            assertNull(ahead.next());
            assertNull(ahead.next());
        }
    }
}
