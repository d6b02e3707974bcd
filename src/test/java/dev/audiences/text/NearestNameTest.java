package dev.audiences.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> NAMES =
            List.of("output", "list", "last", "-a", "--max-items", "--max-time", "--output-file");

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
                "uotptu, -",
                "outputxx, output",
                "outputxxx, -",
                "utput, output",
                "ootput, output",
                "zutput, -",
                "'', -",
                "put, -",
                "lis, list",
                "li, list",
                "l, -",
                "la, last",
                "kist, -",
                "lsit, list",
                "tils, -",
                "kost, -",
                "lxst, -",
                "abcdef, -",
                "--out, output",
                "-n, -",
                "-A, -a",
                "--lsit, list",
                "max_items, --max-items",
                "maxItems, --max-items",
                "max, -",
                "max-tiem, --max-time"
            })
    void isASlipOfTheFingersAway(String typed, String nearest) {
        assertEquals(nearest, NearestName.to(typed, NAMES));
    }

    @Test
    void isNullForLongText() {
        String longest = "x".repeat(64);
        assertEquals(longest, NearestName.to(longest, List.of(longest)));
        assertEquals(null, NearestName.to(longest + "x", List.of(longest + "x")));
    }
}
