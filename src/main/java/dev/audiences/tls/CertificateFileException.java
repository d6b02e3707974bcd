package dev.audiences.tls;

/** Thrown when the certificates to trust can't be read. */
public final class CertificateFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final String hint;

    CertificateFileException(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** Returns what to do next, or null. */
    public String hint() {
        return hint;
    }
}
