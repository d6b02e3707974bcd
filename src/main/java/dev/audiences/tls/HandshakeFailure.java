package dev.audiences.tls;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;

/** Describes why a TLS handshake failed. */
public final class HandshakeFailure {
    private HandshakeFailure() {}

    /** Returns the reason, as the rest of a sentence about a server. */
    public static String reason(Throwable failure) {
        if (isCausedBy(failure, CertificateExpiredException.class)) {
            return "its certificate has expired";
        }
        if (isCausedBy(failure, CertPathBuilderException.class)) {
            return "its certificate was issued by an authority that is not trusted";
        }
        if (isCausedBy(failure, CertPathValidatorException.class)) {
            return "its certificate can't be trusted";
        }
        if (isCausedBy(failure, CertificateException.class)) {
            return "its certificate is not for this host";
        }
        return "the TLS handshake failed";
    }

    /** Returns what to do next. */
    public static String hint(Throwable failure) {
        if (!isCausedBy(failure, CertPathBuilderException.class)) {
            return "check the base URL, and this machine's clock";
        }
        String bundle = TrustedCertificates.bundleOfMachine();
        return "if your company inspects TLS, name its CA file (PEM) in SSL_CERT_FILE"
                + (bundle == null ? "" : ", or add it to those that this machine trusts (" + bundle + ")");
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}
