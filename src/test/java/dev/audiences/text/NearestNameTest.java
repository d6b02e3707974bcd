package dev.audiences.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "output, output",
                "OUTPUT, output",
                "ouput, output",
                "outputs, output",
                "oztput, output",
                "uotput, output",
                "uotptu, output",
                "outputxx, output",
                "outputxxx, output",
                "outpuxxxx, -",
                "'', -",
                "put, -",
                "lis, list",
                "li, list",
                "l, -",
                "la, last",
                "kist, list",
                "lsit, list",
                "tils, -",
                "kost, -",
                "abcdef, -",
                "--out, output",
                "-n, -",
                "-A, -a",
                "--lsit, list"
            })
    void isAtMostAThirdOfTheLettersAway(String typed, String nearest) {
        assertEquals(nearest, NearestName.to(typed, List.of("output", "list", "last", "-a")));
    }

    @Test
    void isNullForLongText() {
        String longest = "x".repeat(64);
        assertEquals(longest, NearestName.to(longest, List.of(longest)));
        assertEquals(null, NearestName.to(longest + "x", List.of(longest + "x")));
    }
}
