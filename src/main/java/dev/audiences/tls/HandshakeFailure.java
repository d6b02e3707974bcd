package dev.audiences.tls;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXReason;
import java.util.List;

/** Describes why a TLS handshake failed. */
public final class HandshakeFailure {
    /** From the messages of the JDK for a certificate without the name, or the address, of the host. */
    private static final List<String> OTHER_HOST =
            List.of("No subject alternative", "No name matching", "Illegal given domain name");

    private HandshakeFailure() {}

    /** Returns the reason, as the rest of a sentence about a server. */
    public static String reason(Throwable failure) {
        if (Causes.find(failure, CertificateExpiredException.class) != null) {
            return "its certificate has expired";
        }
        if (Causes.find(failure, CertificateNotYetValidException.class) != null) {
            return "its certificate is not valid yet";
        }
        if (isOfUnknownIssuer(failure)) {
            return "its certificate was issued by an authority that is not trusted";
        }
        CertificateException certificate = Causes.find(failure, CertificateException.class);
        if (certificate != null && isForOtherHost(certificate)) {
            return "its certificate is not for this host";
        }
        boolean aboutCertificate =
                certificate != null || Causes.find(failure, CertPathValidatorException.class) != null;
        return aboutCertificate ? "its certificate can't be trusted" : "the TLS handshake failed";
    }

    /** Returns what to do next. */
    public static String hint(Throwable failure) {
        if (!isOfUnknownIssuer(failure)) {
            return "check the base URL, and this machine's clock";
        }
        String bundle = TrustedCertificates.bundleOfMachine();
        return "if your company inspects TLS, name its CA file (PEM) in SSL_CERT_FILE"
                + (bundle == null ? "" : ", or add it to those that this machine trusts (" + bundle + ")");
    }

    /** Whether none of the trusted authorities issued the certificate; one may have the name of the authority that did. */
    static boolean isOfUnknownIssuer(Throwable failure) {
        if (Causes.find(failure, CertPathBuilderException.class) != null) {
            return true;
        }
        CertPathValidatorException invalid = Causes.find(failure, CertPathValidatorException.class);
        Reason reason = invalid == null ? null : invalid.getReason();
        return PKIXReason.NO_TRUST_ANCHOR.equals(reason) || BasicReason.INVALID_SIGNATURE.equals(reason);
    }

    private static boolean isForOtherHost(CertificateException e) {
        String message = String.valueOf(e.getMessage());
        return OTHER_HOST.stream().anyMatch(message::contains);
    }
}
