package dev.audiences.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.api.Item;
import dev.audiences.json.RawJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The XML of the only sheet; {@code readers.sh} reads whole workbooks with other programs. */
class XlsxWriterTest {
    private static final String HEADER_STYLE = "1";
    private static final String TEXT_STYLE = "2";

    @Test
    void writesTheHeaderFrozenWithAFilter() throws IOException {
        String sheet = sheet(Written.columns("id", "name"), Item.of("id", "a", "name", "b"));

        assertTrue(sheet.contains("<row r=\"1\">" + text("A1", HEADER_STYLE, "id") + text("B1", HEADER_STYLE, "name")));
        assertTrue(sheet.contains(text("A2", TEXT_STYLE, "a") + text("B2", TEXT_STYLE, "b") + "</row></sheetData>"));
        assertTrue(sheet.contains("ySplit=\"1\"") && sheet.contains("state=\"frozen\""));
        assertTrue(sheet.contains("<autoFilter ref=\"A1:B2\">"));
    }

    @Test
    void writesNoHeaderWhereNoneIsWanted() throws IOException {
        String sheet = sheet(Written.withoutHeader(Written.columns("id")), Item.of("id", "a"));

        assertTrue(sheet.contains("<sheetData><row r=\"1\"><c r=\"A1\""), sheet);
        assertTrue(!sheet.contains("frozen") && !sheet.contains("autoFilter"), sheet);
    }

    @Test
    void writesTheHeaderOfAnEmptyList() throws IOException {
        assertTrue(sheet(Written.columns("id")).contains("<autoFilter ref=\"A1:A1\">"));
        assertTrue(sheet(Written.withoutHeader(Written.columns("id"))).contains("<sheetData></sheetData>"));
    }

    @Test
    void writesNothingForNullAndATextForAnEmptyOne() throws IOException {
        String sheet = sheet(Written.columns("a", "b", "c"), Item.of("a", null, "b", "", "c", "x"));

        assertTrue(
                sheet.contains("<row r=\"2\"><c r=\"B2\" s=\"2\" t=\"inlineStr\"><is><t></t></is></c><c r=\"C2\""),
                sheet);
    }

    @Test
    void keepsBlanksAtTheEnds() throws IOException {
        assertTrue(sheet(Written.columns("a"), Item.of("a", " x ")).contains("<t xml:space=\"preserve\"> x </t>"));
        assertTrue(sheet(Written.columns("a"), Item.of("a", "x\n")).contains("<t xml:space=\"preserve\">x&#xa;</t>"));
    }

    @ParameterizedTest
    @CsvSource({
        "prospectCount, 0, n, 0",
        "prospectCount, -25, n, -25",
        "prospectCount, 999999999999999, n, 999999999999999",
        "prospectCount, 1000000000000000, inlineStr, 1000000000000000",
        "prospectCount, 9007199254740993, inlineStr, 9007199254740993",
        "score, 2.5, n, 2.5",
        "score, 1.50e+9, n, 1.5E9",
        "score, 0.000123, n, 1.23E-4",
        "score, 0.1234567890123456, inlineStr, 0.1234567890123456",
        "score, 0e0, n, 0.0",
        "score, 1e999, inlineStr, 1e999",
        "score, 1e-999, inlineStr, 1e-999",
        "score, 1e99999999999, inlineStr, 1e99999999999",
        "active, true, inlineStr, true",
        "tags, '[1,2]', inlineStr, '[1,2]'"
    })
    void writesNumbersWhereTheyStayExact(String field, String json, String type, String content) throws IOException {
        String sheet = sheet(Written.columns(field), Item.of(field, new RawJson(json)));

        assertTrue(sheet.contains("t=\"" + type + "\"") && sheet.contains(">" + content + "</"), sheet);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-28T15:30:00.000Z, n, 46140.645833333336",
        "2026-04-28T17:30:00+02:00, n, 46140.645833333336",
        "1900-03-01T00:00:00Z, n, 61.0",
        "1900-02-28T23:59:59Z, inlineStr, 1900-02-28T23:59:59Z",
        "+12026-04-28T15:30:00Z, inlineStr, +12026-04-28T15:30:00Z",
        "yesterday, inlineStr, yesterday",
        "=1+1, inlineStr, =1+1"
    })
    void writesTimesInUtc(String time, String type, String content) throws IOException {
        String sheet = sheet(Written.columns("createdAt"), Item.of("createdAt", time));

        assertTrue(sheet.contains("t=\"" + type + "\"") && sheet.contains(">" + content + "</"), sheet);
        assertEquals(
                type.equals("n"),
                part("xl/styles.xml", Written.columns("createdAt"), Item.of("createdAt", time))
                        .contains("yyyy-mm-dd hh:mm:ss &quot;UTC&quot;"));
    }

    @Test
    void writesDigitsAndFormulasAsText() throws IOException {
        String sheet = sheet(Written.columns("id", "name"), Item.of("id", "0123", "name", "=1+1"));

        assertTrue(sheet.contains(text("A2", TEXT_STYLE, "0123") + text("B2", TEXT_STYLE, "=1+1")));
    }

    @Test
    void saysHowManyCellsWereCut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ItemWriter writer = Format.XLSX.writer(out, Written.columns("name"));
        writer.write(List.of(Item.of("id", "a", "name", "x".repeat(32_768)), Item.of("id", "b", "name", "x")));
        writer.finish();

        assertEquals(
                List.of(
                        "1 cell cut to 32,767 characters, the most that a cell of a workbook holds (the first in name of"
                                + " a); -o csv has the whole text"),
                writer.notes());
    }

    @Test
    void isNoZipFileBeforeItIsFinished() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ItemWriter writer = Format.XLSX.writer(out, Written.columns("id"));
        writer.write(List.of(Item.of("id", "a")));

        assertTrue(!out.toString(StandardCharsets.ISO_8859_1).contains("PK\u0005\u0006"));
        writer.finish();
        assertTrue(out.toString(StandardCharsets.ISO_8859_1).contains("PK\u0005\u0006"));
    }

    @Test
    void failsBeyondWhatAZipFileCanHold() throws IOException {
        ZipLimit limit = new ZipLimit(OutputStream.nullOutputStream(), 10);
        limit.write(new byte[9]);
        limit.write(1);

        assertEquals(
                "a workbook holds no more than 4 GiB; -o csv has no limit",
                assertThrows(IOException.class, () -> limit.write(1)).getMessage());
    }

    private static String text(String cell, String style, String content) {
        return "<c r=\"" + cell + "\" s=\"" + style + "\" t=\"inlineStr\"><is><t>" + content + "</t></is></c>";
    }

    private static String sheet(FormatOptions options, Item... items) throws IOException {
        return part("xl/worksheets/sheet1.xml", options, items);
    }

    private static String part(String name, FormatOptions options, Item... items) throws IOException {
        byte[] workbook = Written.bytes(Format.XLSX, options, items);
        Path file = Files.createTempFile("list", ".xlsx");
        try {
            Files.write(file, workbook);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(file);
        }
    }
}
