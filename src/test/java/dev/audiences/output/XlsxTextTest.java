package dev.audiences.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxTextTest {
    @ParameterizedTest
    @CsvSource({
        "a\0b, a_x0000_b",
        "'\u001b[31m', _x001B_[31m",
        "x\ud800, x_xD800_",
        "\udc00\ud800y, _xDC00__xD800_y",
        "\ufffe\uffff, _xFFFE__xFFFF_",
        "_x0041_, _x005F_x0041_",
        "_x0041_x0042_, _x005F_x0041_x005F_x0042_",
        "__x00e4_, __x005F_x00e4_",
        // The escape that follows would end this one.
        "'_x0041\1', _x005F_x0041_x0001_",
        "_x0041\ud800, _x005F_x0041_xD800_"
    })
    void writesWhatXmlCanNotHoldAsExcelDoes(String text, String expected) {
        assertEquals(expected, XlsxText.escaped(text));
    }

    @ParameterizedTest
    @CsvSource({
        "plain",
        "'a\t\n\rb'",
        "_x004_",
        "_x00G1_",
        "_X0041_",
        "x0041_",
        "_x0041",
        "\ud83d\ude80",
        "\u0080\ufdd0\ufffd"
    })
    void leavesOtherTextAlone(String text) {
        assertEquals(text, XlsxText.escaped(text));
    }

    @Test
    void cutsNoCharacterInTwo() {
        String most = "x".repeat(XlsxText.MAX_LENGTH);
        assertSame(most, XlsxText.fitted(most));
        assertEquals(most, XlsxText.fitted(most + "y"));
        assertEquals(most.substring(1), XlsxText.fitted(most.substring(1) + "\ud83d\ude80"));
        assertEquals(most.substring(2) + "\ud83d\ude80", XlsxText.fitted(most.substring(2) + "\ud83d\ude80y"));
    }
}
