package dev.audiences.tls;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The trusted certificate authorities: those of the Java runtime, and those of {@code SSL_CERT_FILE}. */
public final class TrustedCertificates {
    private static final String VARIABLE = "SSL_CERT_FILE";

    private static final String HINT =
            "name a file of certificates in PEM form, in UTF-8, in " + VARIABLE + ", or unset it";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** Replaces bytes that are not UTF-8 in a string; a path that contains it names another file. */
    private static final char UNDECODABLE = '\uFFFD';

    private TrustedCertificates() {}

    /**
     * Returns a context that trusts these authorities.
     *
     * @throws CertificateFileException when the file named by SSL_CERT_FILE can't be used
     */
    public static SSLContext context(Map<String, String> environment) throws CertificateFileException {
        String file = environment.get(VARIABLE);
        try {
            if (file == null || file.isBlank()) {
                return SSLContext.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusting(certificates(file)), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateFileException("the runtime's own certificates can't be read", null, e);
        }
    }

    /** Reads the trust store of the Java runtime, which caches it. */
    public static void warmUp() {
        try {
            SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            // The first request fails with the same error, and reports it.
        }
    }

    private static Collection<? extends Certificate> certificates(String file) throws CertificateFileException {
        if (new File(file).getAbsolutePath().indexOf(UNDECODABLE) >= 0) {
            throw unusable(file, "rename the file or its folder: the path is not UTF-8", null);
        }
        if (Files.exists(Path.of(file)) && !Files.isRegularFile(Path.of(file))) {
            // A pipe may block, a device never end.
            throw unusable(file, "it is not a regular file: " + HINT, null);
        }
        try (InputStream in = withoutByteOrderMark(new BufferedInputStream(Files.newInputStream(Path.of(file))))) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (!found.isEmpty()) {
                return found;
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw unusable(file, HINT, e);
        }
        throw unusable(file, HINT, null);
    }

    /** Skips a byte order mark, after which the certificate factory would not find the first certificate. */
    private static InputStream withoutByteOrderMark(InputStream in) throws IOException {
        in.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            in.reset();
        }
        return in;
    }

    private static CertificateFileException unusable(String file, String hint, Exception cause) {
        return new CertificateFileException("no certificates can be read from " + file, hint, cause);
    }

    private static TrustManager[] trusting(Collection<? extends Certificate> extra)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int count = 0;
        for (X509Certificate certificate : builtIn()) {
            store.setCertificateEntry("built-in-" + count++, certificate);
        }
        for (Certificate certificate : extra) {
            store.setCertificateEntry("extra-" + count++, certificate);
        }
        return factory(store).getTrustManagers();
    }

    private static X509Certificate[] builtIn() throws GeneralSecurityException {
        return ((X509TrustManager) factory(null).getTrustManagers()[0]).getAcceptedIssuers();
    }

    private static TrustManagerFactory factory(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
