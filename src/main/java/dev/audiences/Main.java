package dev.audiences;

/** The entry point; the only place that touches the process: its arguments, environment, streams and exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        throw new UnsupportedOperationException();
    }
}
