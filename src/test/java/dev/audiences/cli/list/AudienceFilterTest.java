package dev.audiences.cli.list;

import static dev.audiences.testing.Responses.page;
import static dev.audiences.testing.StubServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of a few audiences each filter keeps; it is noon of 2026-05-01. */
class AudienceFilterTest {
    private static final String[] AUDIENCES = {
        audience("a", "monitoring", "İstanbul", "\"f1\"", "25", "\"2026-04-28T15:30:00.000Z\""),
        audience("b", "on_demand", "Straße", "\"none\"", "3000000001", "\"2026-05-01T00:00:00+02:00\""),
        audience("c", "Monitoring", "LIST", "null", "null", "null"),
        audience("d", "monitoring", "list", "\"F1\"", "0", "\"last week\""),
        audience("e", "on_demand", "", "\"f1\"", "100000000000000000000", "\"2026-05-01T01:00Z\""),
        "{\"id\":\"f\"}"
    };

    private static String audience(
            String id, String type, String name, String folderId, String prospectCount, String createdAt) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"type\":\"" + type + "\",\"folderId\":" + folderId
                + ",\"prospectCount\":" + prospectCount + ",\"createdAt\":" + createdAt + "}";
    }

    @ParameterizedTest
    @CsvSource({
        "--type,monitoring,ad",
        "--type,unheard_of,''",
        "--folder,f1,ae",
        "--folder,none,cf",
        "--name,list,cd",
        "--name,STRASSE,b",
        "--name,I,acd",
        "--created-after,2026-04-28,abe",
        "--created-after,2026-04-29,be",
        "--created-after,2026-04-28T15:30:00Z,abe",
        "--created-after,2026-04-28T15:30:00.001Z,be",
        "--created-after,2026-04-28T17:30:00+02:00,abe",
        "--created-after,2026-04-30T22:00Z,be",
        "--created-after,2026-04-30T22:01Z,e",
        "--created-after,7d,abe",
        "--created-after,2d,be",
        "--created-after,11h,e",
        "--created-after,659m,''",
        "--created-after,1w,abe",
        "--created-before,2026-05-01,ab",
        "--created-before,2026-04-28T15:30:00Z,''",
        "--created-before,2026-04-28T15:30:00.000000001Z,a",
        "--created-before,12h,ab",
        "--min-prospects,0,abde",
        "--min-prospects,25,abe",
        "--min-prospects,026,be",
        "--min-prospects,3000000000,be",
        "--min-prospects,3000000002,e",
        "--min-prospects,100000000000000000001,''"
    })
    void keeps(String option, String value, String ids) {
        try (StubServer server = new StubServer(json(200, page(null, AUDIENCES)))) {
            CommandRun.Result result = CommandRun.against(server.url())
                    .run("list", "-o", "tsv", "--no-header", "--columns", "id", option, value)
                    .expect(ExitCode.OK);
            assertEquals(ids, result.out().replace("\n", ""));
            assertEquals(List.of("/v1/accounts/group-1/audiences"), server.targets());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--type monitoring --name LIST,d",
        "--created-after 2d --created-before 12h,b",
        "--folder f1 --min-prospects 26,e"
    })
    void allOfThemMustHold(String filters, String ids) {
        try (StubServer server = new StubServer(json(200, page(null, AUDIENCES)))) {
            String command = "list -o tsv --no-header --columns id " + filters;
            CommandRun.Result result = CommandRun.against(server.url()).run(command.split(" "));
            assertEquals(ids, result.expect(ExitCode.OK).out().replace("\n", ""));
        }
    }
}
