package dev.audiences.cli.console;

/** The headings under which help and manual list the options of a command, in their order. */
public enum OptionGroup {
    WAITING("Waiting"),
    PAGES("Pages"),
    FILTER("Filter and sort"),
    OUTPUT("Output"),
    SANDBOX("Sandbox"),
    CONNECTION("Connection"),
    GENERAL("Messages and help"),
    /**
     * Accepted, but neither shown nor offered: the option has no effect on this command, and a script may pass the same
     * options to all commands.
     */
    HIDDEN("");

    private final String heading;

    OptionGroup(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }
}
