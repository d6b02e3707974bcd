package dev.audiences.tls;

/** Looks for the cause of a failure: the HTTP client wraps what went wrong several times. */
public final class Causes {
    private Causes() {}

    /** Returns the first of a failure and its causes that is of this type, or null. */
    public static <T extends Throwable> T find(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
