package dev.audiences.cli.console;

/** The version of the tool; a test holds it equal to the build's. */
public final class Version {
    public static final String NUMBER = "0.1.0";
    public static final String USER_AGENT = "audiences/" + NUMBER;

    private Version() {}
}
