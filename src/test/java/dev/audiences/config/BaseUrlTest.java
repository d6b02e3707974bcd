package dev.audiences.config;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Common mistakes in base URLs, and the errors that say how to correct them. */
class BaseUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.audiences.test/v1, https://api.audiences.test",
        "https://api.audiences.test/v1/, https://api.audiences.test",
        "https://v1/v1, https://v1",
        "https://api.audiences.test:8443/behind/v1/accounts, https://api.audiences.test:8443/behind",
        "https://api.audiences.test/v1/accounts/g/audiences, https://api.audiences.test"
    })
    void ofAnEndpointIsRefused(String url, String corrected) {
        CommandRun.against(url).run("list").expect(ExitCode.SETTINGS, "", """
                audiences: the base URL holds /v1, which every request adds
                  from: AUDIENCES_BASE_URL
                  try: write it as %s
                """.formatted(corrected));
    }

    @Test
    void withAnUnderscoreIsRefused() {
        CommandRun.against("https://my_api.audiences.test/").run("list").expect(ExitCode.SETTINGS, "", """
                audiences: the base URL has a host name with an underscore, for which no certificate can be checked
                  from: AUDIENCES_BASE_URL
                  try: use another name of this host: letters, digits and hyphens
                """);
    }
}
