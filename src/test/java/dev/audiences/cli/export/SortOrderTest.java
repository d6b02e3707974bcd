package dev.audiences.cli.export;

import static dev.audiences.testing.Responses.audience;
import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortOrderTest {
    /** Sorts items with these values, null for an item without the field, and gives their places before. */
    private static List<Integer> sorted(String sort, String... values) {
        List<String> items = new ArrayList<>();
        for (String value : values) {
            String field = value == null ? "" : ",\"x\":" + value;
            items.add("{\"id\":\"" + items.size() + "\"" + field + "}");
        }
        try (StubServer server = new StubServer(json(200, page(null, items.toArray(new String[0]))))) {
            CommandRun.Result result = CommandRun.against(server.url())
                    .run("list", "-q", "-o", "tsv", "--no-header", "--columns", "id", "--sort", sort)
                    .expect(ExitCode.OK);
            return result.out().lines().map(Integer::valueOf).toList();
        }
    }

    @Test
    void numbersByValue() {
        String[] ascending = {
            "-1e9999999999",
            "-1E+2147483648",
            "-10",
            "-9.5",
            "-9.25",
            "-1e-9999999999",
            "0",
            "1e-9999999999",
            "0.001",
            "0.1",
            "0.10000000000000000000000000000000001",
            "2",
            "9",
            "10",
            "10.5",
            "1e2",
            "101",
            "3000000000",
            "1e2147483647",
            "10e2147483647",
            "1e9999999999",
            "2e9999999999",
            "1e99999999999999999999999"
        };
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < ascending.length; i++) {
            places.add(i);
        }
        assertEquals(places, sorted("x", ascending));
        java.util.Collections.reverse(places);
        assertEquals(places, sorted("x:desc", ascending));
    }

    @Test
    void equalNumbersKeepTheirOrderHoweverTheyAreWritten() {
        String[] values = {"1", "100e-2", "1.0", "0.1e1", "0", "-0.0", "0e5"};
        assertEquals(List.of(4, 5, 6, 0, 1, 2, 3), sorted("x:asc", values));
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6), sorted("x:desc", values));
    }

    @Test
    void instantsByTime() {
        String[] values = {
            "\"2026-05-01T01:00:00+02:00\"",
            "\"2026-04-30T23:30Z\"",
            "\"2026-04-30T23:00:00.001Z\"",
            "\"2026-04-30T22:59:59.999999999Z\""
        };
        assertEquals(List.of(3, 0, 2, 1), sorted("x", values));
        assertEquals(List.of(1, 2, 0, 3), sorted("x:desc", values));
    }

    @Test
    void textWithoutCase() {
        assertEquals(List.of(3, 5, 4, 1, 0, 2), sorted("x", "\"b\"", "\"B\"", "\"é\"", "\"\"", "\"a\"", "\"A\""));
    }

    @ParameterizedTest
    @CsvSource({"x:asc,'2,4,1,0,3'", "x:desc,'1,4,2,0,3'"})
    void emptyLast(String sort, String expected) {
        List<Integer> places = java.util.Arrays.stream(expected.split(","))
                .map(Integer::valueOf)
                .toList();
        assertEquals(places, sorted(sort, "null", "\"b\"", "1", null, "\"2026-05-01T00:00:00Z\""));
    }

    @Test
    void equalItemsKeepTheirOrder() {
        assertEquals(List.of(1, 3, 0, 2), sorted("x", "2", "1", "2", "1"));
        assertEquals(List.of(0, 2, 1, 3), sorted("x:desc", "2", "1", "2", "1"));
    }

    @Test
    void otherValuesByTheirJson() {
        assertEquals(List.of(0, 4, 3, 2, 1), sorted("x", "7", "{}", "true", "false", "[]"));
    }

    @Test
    void aHyphenMeansDescending() {
        assertEquals(List.of(2, 0, 1), sorted("-x", "2", "1", "3"));
        try (StubServer server = new StubServer(json(200, page(null, audience("1"), audience("2"))))) {
            CommandRun.against(server.url())
                    .run("list", "-o", "tsv", "--no-header", "--columns", "id", "--sort=-ID")
                    .expect(ExitCode.OK, "2\n1\n", "");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", ":desc", "-id:asc", "-id:desc", "id:", "id:down", "id desc", "id:desc:asc", "a b:asc"})
    void anOrderThatIsNoneIsRefused(String sort) {
        try (StubServer server = new StubServer()) {
            CommandRun.against(server.url())
                    .run("list", "--sort=" + sort)
                    .expect(
                            ExitCode.USAGE,
                            "",
                            "audiences: --sort '" + sort + "' is not FIELD, FIELD:asc, FIELD:desc or -FIELD\n"
                                    + "  try: such as  --sort prospectCount:desc\n");
        }
    }

    /** Times in the forms that APIs send; what can't be read is not taken for the newest. */
    @ParameterizedTest
    @CsvSource({"createdAt,2 1 3 4 0 5 6", "-created,0 4 3 1 2 5 6"})
    void timesOfCreationInEveryForm(String sort, String ids) {
        String[] times = {
            "1777593600",
            "\"2026-04-28T15:30:00+0200\"",
            "\"2026-04-28\"",
            "\"2026-04-30T23:59:59Z\"",
            "\"1777593599999\"",
            "\"next week\"",
            "null"
        };
        String[] items = new String[times.length];
        for (int i = 0; i < times.length; i++) {
            items[i] = "{\"id\":\"" + i + "\",\"createdAt\":" + times[i] + "}";
        }
        try (StubServer server = new StubServer(json(200, page(null, items)))) {
            CommandRun.against(server.url())
                    .run("list", "-o", "tsv", "--no-header", "--columns", "id", "--sort", sort)
                    .expect(
                            ExitCode.OK,
                            ids.replace(' ', '\n') + "\n",
                            "audiences: 2 audiences without a createdAt that can be read, such as 'next week': sorted"
                                    + " last\n");
        }
    }

    @Test
    void onePageIsNotTheWholeListAndThatIsSaid() {
        try (StubServer server = new StubServer(
                json(200, page("c", audience("2"), audience("1"))),
                json(200, page("c", audience("2"))),
                json(200, page("c", audience("2"), audience("1"))),
                json(200, page(null, audience("2"))))) {
            CommandRun run = CommandRun.against(server.url());
            String more = "; there are more: add --all, or go on with  --cursor c\n";
            run.run("list", "-o", "tsv", "--columns", "id", "--sort", "id")
                    .expect(ExitCode.OK, "id\n1\n2\n", "audiences: 2 audiences; only one page was sorted" + more);
            run.run("list", "-o", "tsv", "--columns", "id", "--sort", "id", "--type", "monitoring")
                    .expect(
                            ExitCode.OK,
                            "id\n2\n",
                            "audiences: 1 audience of 1 searched; only one page was searched and sorted" + more);
            run.run("list", "-o", "tsv", "--columns", "id", "--sort", "id", "--all", "--max-items", "2")
                    .expect(
                            ExitCode.OK,
                            "id\n1\n2\n",
                            "audiences: 2 audiences, as --max-items says; the list goes on, and only these were sorted: "
                                    + "leave out --max-items to sort it all\n");
            run.run("list", "-o", "tsv", "--columns", "id", "--sort", "id").expect(ExitCode.OK, "id\n2\n", "");
        }
    }
}
