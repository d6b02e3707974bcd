package dev.audiences.cli.list;

import dev.audiences.api.Resource;

/** What the help of {@code list} teaches below the options. */
final class ListHelp {
    static final String[] FOOTER = {
        "",
        "Fields:  " + String.join(", ", Resource.AUDIENCE.exportFieldNames()) + ",",
        "         " + Resource.FOLDER_NAME.name() + " (only where it is named)",
        "Types:   " + String.join(", ", Resource.TYPE.knownValues()),
        "",
        "Examples:",
        "  audiences list --sandbox                     try it without a key",
        "  audiences list --all -o csv > audiences.csv  everything, for a script",
        "  audiences list --all --type monitoring --sort prospectCount:desc",
        "",
        "Environment:",
        "  AUDIENCES_API_KEY, AUDIENCES_API_KEY_FILE    the API key, or a file with it",
        "  AUDIENCES_ACCOUNT_GROUP_ID                   as --account",
        "  AUDIENCES_BASE_URL, AUDIENCES_OUTPUT, AUDIENCES_PROFILE   as the options",
        "  AUDIENCES_CONFIG                             the config file",
        "  HTTPS_PROXY, HTTP_PROXY, NO_PROXY, SSL_CERT_FILE, SSL_CERT_DIR,",
        "  NO_COLOR, COLUMNS",
        "",
        "Exit codes:",
        "  0 complete   2 wrong usage   3 settings   4 key refused   5 request refused",
        "  6 rate limited: run later   7 network or API down: run again",
        "  8 response not to be trusted   9 output not written   1 a bug"
    };

    private ListHelp() {}
}
