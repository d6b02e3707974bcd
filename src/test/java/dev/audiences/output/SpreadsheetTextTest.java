package dev.audiences.output;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts were tried with LibreOffice; what it leaves alone and Excel does not is Excel's documentation. */
class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                " =1",
                "\t=1",
                "\n=1",
                "\r\n=1",
                "\0=1",
                "\u00a0=1",
                "\u200b\u2060=1",
                "\ufeff=1",
                "\u3000=1",
                "\u001b=1",
                "\ufe0f=1",
                "\uff1d1",
                "\uff0b1",
                "\uff0d1",
                "\uff20A",
                "\0 \uff1d1"
            })
    void formulas(String text) {
        assertTrue(SpreadsheetText.isTakenForAnother(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0123",
                "123456789012345678901234",
                "68700000000000000000e123",
                "6.87E+23",
                "1e-5",
                "1,000",
                "1.000,5",
                ".5",
                "5.",
                " 12 ",
                "1-2",
                "1/2",
                "1 1/2",
                "2026-04-28",
                "28.04.2026",
                "10:30",
                "10:30:15 PM",
                "10 AM",
                "50%",
                "$5",
                "\u20ac5",
                "(5)",
                "1\u00a0000",
                "1'000",
                "May 5",
                "March 2026",
                "5-mar",
                "SEPT2",
                "5. Sep",
                "2024-01-05T10:00:00",
                "2024-01-05t10:00",
                "Friday, January 5, 2024",
                "Fri 5/1/2024",
                "Mar/5/24 1:2 AM",
                "\uff11\uff12",
                "\u0663\u0664",
                "TRUE",
                "false",
                " True "
            })
    void numbersDatesAndBooleans(String text) {
        assertTrue(SpreadsheetText.isTakenForAnother(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\0",
                "e",
                "May",
                "a=1",
                "1+1",
                "'=1",
                "A;=1+1",
                "A\t=3+3",
                "500 people",
                "24/7 shops",
                "50% off",
                "#1",
                "2026-04-28T15:30:00.000Z",
                "507f1f77bcf86cd799439011",
                "9e9e",
                "1 e 1 e",
                "true story",
                "\ufffd",
                "\ud800",
                "\ud83d\ude80 5",
                "5 x",
                "Septembers 5"
            })
    void otherTextIsLeftAlone(String text) {
        assertFalse(SpreadsheetText.isTakenForAnother(text));
    }
}
