package dev.audiences.tls;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The trusted certificate authorities: those of {@code SSL_CERT_FILE}, then those of the Java runtime, then those of
 * {@code SSL_CERT_DIR} and of the machine. Each of these is read only when the ones before do not know the issuer of a
 * server's certificate.
 */
public final class TrustedCertificates {
    static final String FILE_VARIABLE = "SSL_CERT_FILE";

    private static final String FOLDERS_VARIABLE = "SSL_CERT_DIR";

    /** Where systems keep the certificates of all authorities that they trust in one file. */
    private static final List<String> BUNDLES = List.of(
            // Debian, Ubuntu, Alpine, Arch
            "/etc/ssl/certs/ca-certificates.crt",
            // Fedora, Red Hat
            "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
            "/etc/pki/tls/certs/ca-bundle.crt",
            // openSUSE
            "/etc/ssl/ca-bundle.pem",
            // macOS, BSD
            "/etc/ssl/cert.pem");

    private TrustedCertificates() {}

    /** The trust store of the runtime, read once; it takes a quarter of the time of a short run. */
    private static final class OfRuntime {
        private static final X509ExtendedTrustManager TRUST;
        private static final GeneralSecurityException FAILURE;

        static {
            X509ExtendedTrustManager trust = null;
            GeneralSecurityException failure = null;
            try {
                trust = manager(null);
            } catch (GeneralSecurityException e) {
                failure = e;
            }
            TRUST = trust;
            FAILURE = failure;
        }

        static X509ExtendedTrustManager trust() throws GeneralSecurityException {
            if (TRUST == null) {
                throw FAILURE;
            }
            return TRUST;
        }
    }

    /**
     * Returns a context that trusts these authorities.
     *
     * @throws CertificateFileException when the file named by SSL_CERT_FILE can't be used
     */
    public static SSLContext context(Map<String, String> environment) throws CertificateFileException {
        List<LayeredTrustManager.Layer> layers = new ArrayList<>();
        String file = environment.get(FILE_VARIABLE);
        try {
            if (file != null && !file.isBlank()) {
                X509ExtendedTrustManager named = manager(store(CertificateFiles.read(file)));
                layers.add(() -> named);
            }
            layers.add(OfRuntime::trust);
            layers.add(() -> manager(store(ofMachine(environment.get(FOLDERS_VARIABLE)))));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new LayeredTrustManager(layers)}, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateFileException("TLS can't be set up on this machine", null, e);
        }
    }

    /** Reads the trust store of the runtime. */
    public static void warmUp() {
        try {
            OfRuntime.trust();
        } catch (GeneralSecurityException e) {
            // The first request fails with the same error, and reports it.
        }
    }

    /** The file of the authorities that this machine trusts, or null when none is found. */
    public static String bundleOfMachine() {
        for (String bundle : BUNDLES) {
            if (Files.isRegularFile(Path.of(bundle))) {
                return bundle;
            }
        }
        return null;
    }

    /** @param folders a list of folders, as OpenSSL reads it; or null */
    private static Collection<Certificate> ofMachine(String folders) {
        List<Certificate> found = new ArrayList<>();
        if (folders != null) {
            for (String folder : folders.split(File.pathSeparator)) {
                found.addAll(CertificateFiles.readFolder(folder));
            }
        }
        String bundle = bundleOfMachine();
        if (bundle != null) {
            found.addAll(CertificateFiles.readIfUsable(bundle));
        }
        return found;
    }

    private static KeyStore store(Collection<? extends Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int count = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("authority-" + count++, certificate);
        }
        return store;
    }

    /**
     * @param store null for that of the runtime
     * @throws GeneralSecurityException also when it contains no certificate, with which Java's manager would not work
     */
    private static X509ExtendedTrustManager manager(KeyStore store) throws GeneralSecurityException {
        if (store != null && store.size() == 0) {
            throw new KeyStoreException("no certificates");
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        X509ExtendedTrustManager manager = (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        if (manager.getAcceptedIssuers().length == 0) {
            // The file of the runtime is missing: that is no error to Java.
            throw new KeyStoreException("no certificates");
        }
        return manager;
    }
}
