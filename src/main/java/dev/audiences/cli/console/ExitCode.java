package dev.audiences.cli.console;

/** The exit codes, part of what the command line promises to scripts. */
public enum ExitCode {
    OK(0, "complete, an empty list included"),
    BUG(1, "a bug in the tool"),
    USAGE(2, "wrong usage"),
    SETTINGS(3, "settings missing, wrong or unsafe"),
    KEY_REFUSED(4, "the key was refused (401, 403)"),
    REQUEST_REFUSED(5, "the API refused the request (400, 404, other 4xx)"),
    RATE_LIMITED(6, "rate limited, and the waiting budget is spent; an audience that is not ready"),
    UNAVAILABLE(7, "network, TLS, timeout or 5xx, after the retries"),
    UNTRUSTED_ANSWER(8, "the response can't be trusted"),
    OUTPUT_FAILED(9, "the output could not be written"),
    /** What a shell reports for a program that SIGPIPE ended: 128 + 13. */
    READER_GONE(141, "the reader of stdout went away");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** The meaning in a few words, as help shows it. */
    public String meaning() {
        return meaning;
    }
}
