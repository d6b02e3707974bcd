package dev.audiences.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dates of RFC 9110, section 5.6.7. */
class HttpDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Sun, 06 Nov 1994 08:49:37 GMT|1994-11-06T08:49:37Z",
                "Sunday, 06-Nov-94 08:49:37 GMT|1994-11-06T08:49:37Z",
                "Sun Nov  6 08:49:37 1994|1994-11-06T08:49:37Z",
                "Wed Nov 16 08:49:37 1994|1994-11-16T08:49:37Z",
                // Two digits name a year of the past when it would be more than 50 years ahead.
                "Friday, 01-May-76 00:00:00 GMT|2076-05-01T00:00:00Z",
                "Sunday, 01-May-77 00:00:00 GMT|1977-05-01T00:00:00Z",
                "Saturday, 01-Jan-00 00:00:00 GMT|2000-01-01T00:00:00Z",
                "Sunday, 6-Nov-94 08:49:37 GMT|-",
                "Sunday, 06-Nov-94 08:49:37 CET|-",
                "Sunday, 06-Nox-94 08:49:37 GMT|-",
                "Sun Nov  6 25:49:37 1994|-",
                "Sun Nov  6 08:49:37 1994 GMT|-",
                "tomorrow|-"
            })
    void areReadInAllThreeForms(String field, Instant instant) {
        assertEquals(instant, HttpDate.parse(field, Instant.parse("2026-05-01T12:00:00Z")));
    }
}
