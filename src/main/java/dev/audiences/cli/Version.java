package dev.audiences.cli;

/** The version of the tool; a test holds it equal to the build's. */
final class Version {
    static final String NUMBER = "0.1.0";
    static final String USER_AGENT = "audiences/" + NUMBER;

    private Version() {}
}
