package dev.audiences.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading the certificate file; src/test/sh/network.sh tests which servers are trusted. */
class TrustedCertificatesTest {
    @TempDir
    private Path folder;

    private static String somePem() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        byte[] der = ((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers()[0].getEncoded();
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    @Test
    void readsTheFileThatIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), somePem() + somePem());
        SSLContext context = TrustedCertificates.context(Map.of("SSL_CERT_FILE", file.toString()));
        assertEquals("a.test", context.createSSLEngine("a.test", 443).getPeerHost());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate\n", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void rejectsAFileWithoutCertificates(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), content);
        assertRejected(file);
        assertRejected(folder.resolve("missing"));
    }

    @Test
    void oneBrokenCertificateInAFolderDoesNotCostTheOthers() throws Exception {
        String broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        Files.writeString(folder.resolve("ca.pem"), "# ours\n" + somePem() + broken + somePem());
        Files.writeString(folder.resolve("other"), broken);
        assertEquals(2, CertificateFiles.readFolder(folder.toString()).size());
    }

    /** A file that is large without taking room. */
    @Test
    void rejectsAFileThatWouldFillTheMemory() throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), somePem());
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(1L << 33);
        }
        assertRejected(file);
        assertEquals(List.of(), CertificateFiles.readFolder(folder.toString()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void skipsAByteOrderMark(int count) throws Exception {
        Path file =
                Files.writeString(folder.resolve("ca.pem"), "\uFEFF" + somePem().repeat(count));
        assertNotNull(TrustedCertificates.context(Map.of("SSL_CERT_FILE", file.toString())));
    }

    @Test
    void onlyARegularFileIsRead() {
        CertificateFileException refusal = assertThrows(
                CertificateFileException.class,
                () -> TrustedCertificates.context(Map.of("SSL_CERT_FILE", "/dev/null")));
        assertEquals("no certificates can be read from /dev/null", refusal.getMessage());
        assertTrue(refusal.hint().startsWith("it is not a regular file: "), refusal.hint());
    }

    @Test
    void aPathThatIsNotUtf8IsToldAsOne() {
        CertificateFileException refusal = assertThrows(
                CertificateFileException.class,
                () -> TrustedCertificates.context(
                        Map.of("SSL_CERT_FILE", folder.resolve("ca\uFFFD").toString())));
        assertEquals("rename the file or its folder: the path is not UTF-8", refusal.hint());
    }

    private static void assertRejected(Path file) {
        CertificateFileException refusal = assertThrows(
                CertificateFileException.class,
                () -> TrustedCertificates.context(Map.of("SSL_CERT_FILE", file.toString())));
        assertEquals("no certificates can be read from " + file, refusal.getMessage());
    }
}
