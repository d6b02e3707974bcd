package dev.audiences.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.api.Item;
import dev.audiences.api.Resource;
import dev.audiences.json.RawJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvWriterTest {
    @Test
    void writesTheDocumentedFields() throws IOException {
        Item item = Item.of(
                "createdAt", "2026-04-28T15:30:00.000Z",
                "extra", "left out",
                "id", "a",
                "name", "Jürgen 漢 😀",
                "prospectCount", new RawJson("9007199254740993"),
                "folderId", null);

        assertEquals(
                "id,name,type,description,folderId,prospectCount,createdAt\n"
                        + "a,Jürgen 漢 😀,,,,9007199254740993,2026-04-28T15:30:00.000Z\n",
                Written.text(Format.CSV, Written.FILE, item));
    }

    @Test
    void writesTheDocumentedFieldsOfAccounts() throws IOException {
        FormatOptions options = Written.FILE.withResource(Resource.ACCOUNT_GROUP);

        assertEquals("id,name,createdAt\n", Written.text(Format.CSV, options));
    }

    @Test
    void quotesOnlyWhereNeeded() throws IOException {
        FormatOptions options = Written.withoutHeader(Written.columns("a", "b"));

        assertEquals("\"x,y\",\"say \"\"hi\"\"\"\n", csv(options, "x,y", "say \"hi\""));
        assertEquals("\"x\ny\",\"x\ry\"\n", csv(options, "x\ny", "x\ry"));
        assertEquals(" x ,x\ty\n", csv(options, " x ", "x\ty"));
        assertEquals("\"\",\n", csv(options, "", null));
        assertEquals("true,\"{\"\"k\"\":[1,2]}\"\n", csv(options, new RawJson("true"), new RawJson("{\"k\":[1,2]}")));
    }

    @Test
    void writesNoEmptyLine() throws IOException {
        assertEquals(
                "name\n\"\"\n\"\"\nx\n",
                Written.text(
                        Format.CSV,
                        Written.columns("name"),
                        Item.of("name", ""),
                        Item.of("name", null),
                        Item.of("name", "x")));
    }

    @Test
    void writesControlCharactersUnchanged() throws IOException {
        assertEquals(
                "\u0000\u001b[31m\u202e\ufeff,\u007f\n",
                csv(Written.withoutHeader(Written.columns("a", "b")), "\u0000\u001b[31m\u202e\ufeff", "\u007f"));
    }

    @Test
    void replacesLoneSurrogates() throws IOException {
        assertEquals(
                "x\ufffdy\ufffd,\ufffd\ufffd😀\n",
                csv(Written.withoutHeader(Written.columns("a", "b")), "x\ud800y\udfff", "\udc00\ud83d😀"));
    }

    @Test
    void quotesAllButCountsForASpreadsheet() throws IOException {
        FormatOptions options = Written.spreadsheet("=a", "b");

        assertEquals(
                "\ufeff\"'=a\",\"b\"\r\n\"'=1+1\",\"a=b\"\r\n\"'-1\",25\r\n\"\",\r\n"
                        + "\"'=\"\"x\"\"\",\"{\"\"k\"\":1}\"\r\n",
                Written.text(
                        Format.CSV,
                        options,
                        Item.of("=a", "=1+1", "b", "a=b"),
                        Item.of("=a", new RawJson("-1"), "b", new RawJson("25")),
                        Item.of("=a", "", "b", null),
                        Item.of("=a", "=\"x\"", "b", new RawJson("{\"k\":1}"))));
    }

    @Test
    void writesNumbersThatASpreadsheetWouldChangeAsText() throws IOException {
        FormatOptions options = Written.withoutHeader(Written.spreadsheet("a", "b"));

        assertEquals(
                "\ufeff999999999999999,\"'1000000000000000\"\r\n",
                csv(options, new RawJson("999999999999999"), new RawJson("1000000000000000")));
        assertEquals("\ufeff\"'2.5\",\"'1.50e+9\"\r\n", csv(options, new RawJson("2.5"), new RawJson("1.50e+9")));
    }

    @Test
    void quotesAsTheDelimiterNeedsIt() throws IOException {
        FormatOptions options = Written.withoutHeader(Written.columns("a", "b"));

        assertEquals("a,b;\"c;d\"\n", csv(Written.delimitedBy(';', options), "a,b", "c;d"));
        assertEquals("a;b\t\"c\td\"\n", csv(Written.delimitedBy('\t', options), "a;b", "c\td"));
        assertEquals("a,b|\"c|d\"\n", csv(Written.delimitedBy('|', options), "a,b", "c|d"));
        assertEquals(
                "\ufeff\"a,b\";\"c;=1\"\r\n",
                csv(Written.delimitedBy(';', Written.withoutHeader(Written.spreadsheet("a", "b"))), "a,b", "c;=1"));
    }

    @Test
    void writesFormulasUnchangedWithoutSpreadsheetMode() throws IOException {
        assertEquals("=1+1,-1\n", csv(Written.withoutHeader(Written.columns("a", "b")), "=1+1", new RawJson("-1")));
    }

    @Test
    void escapesHiddenCharactersOnATerminal() throws IOException {
        FormatOptions options = Written.on(Written.terminal(10), Written.spreadsheet("a", "b\u001b"));

        assertEquals(
                "\"a\",\"b\\u001b\"\r\n\"x\\ny\",\"\\u202e\"\r\n",
                Written.text(Format.CSV, options, Item.of("a", "x\ny", "b\u001b", "\u202e")));
    }

    @Test
    void writesTheHeaderOnceAndForAnEmptyListToo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ItemWriter writer = Format.CSV.writer(out, Written.columns("id"));
        writer.write(List.of(Item.of("id", "a")));
        assertEquals("id\na\n", out.toString(StandardCharsets.UTF_8));
        writer.write(List.of(Item.of("id", "b")));
        writer.finish();

        assertEquals("id\na\nb\n", out.toString(StandardCharsets.UTF_8));
        assertEquals("id\n", Written.text(Format.CSV, Written.columns("id")));
        assertEquals("", Written.text(Format.CSV, Written.withoutHeader(Written.columns("id"))));
    }

    private static String csv(FormatOptions options, Object a, Object b) throws IOException {
        return Written.text(Format.CSV, options, Item.of("a", a, "b", b));
    }
}
