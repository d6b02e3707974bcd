package dev.audiences.config;

import java.util.List;
import java.util.concurrent.TimeoutException;

/** A setting that is missing, wrong or unsafe. It never holds the value of a setting that may be secret. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> detail;
    private final String hint;

    private ConfigException(String message, List<String> detail, String hint, Throwable cause) {
        super(message, cause);
        this.detail = detail;
        this.hint = hint;
    }

    /** @param hint what to do next, or null */
    static ConfigException of(String message, String hint) {
        return new ConfigException(message, List.of(), hint, null);
    }

    /** @param detail where it is, or what there is to know about it, a line each */
    static ConfigException of(String message, List<String> detail, String hint) {
        return new ConfigException(message, List.copyOf(detail), hint, null);
    }

    /** Something that is wrong at a line of the config file. */
    static ConfigException atLine(String message, String file, int line, String hint) {
        return new ConfigException(message, List.of("at: " + file + ", line " + line), hint, null);
    }

    /** Something that is wrong with a source of settings as a whole. */
    static ConfigException in(String message, String source, String hint) {
        return new ConfigException(message, List.of("from: " + source), hint, null);
    }

    /** As {@link #in}, for a timeout; callers recognize it by the cause. */
    static ConfigException timeout(String message, String source, String hint, TimeoutException cause) {
        return new ConfigException(message, List.of("from: " + source), hint, cause);
    }

    /** What failed, in one line. */
    public String message() {
        return getMessage();
    }

    /** Where it failed, a line each. */
    public List<String> detail() {
        return detail;
    }

    /** What to do next, or null. */
    public String hint() {
        return hint;
    }
}
