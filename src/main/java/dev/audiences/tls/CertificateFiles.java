package dev.audiences.tls;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Reads certificates from files in PEM or DER form. */
final class CertificateFiles {
    private static final String HINT = "name a file of certificates in PEM form, in UTF-8, in "
            + TrustedCertificates.FILE_VARIABLE + ", or unset it";
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final String PEM_BEGIN = "-----BEGIN CERTIFICATE-----";
    /** In bytes. */
    private static final long MAX_SIZE = 4 << 20;
    /** Replaces bytes that are not UTF-8 in a string; a path that contains it names another file. */
    private static final char UNDECODABLE = '\uFFFD';

    private CertificateFiles() {}

    /** @throws CertificateFileException when the file can't be read, or contains no certificate */
    static Collection<? extends Certificate> read(String file) throws CertificateFileException {
        if (new File(file).getAbsolutePath().indexOf(UNDECODABLE) >= 0) {
            throw unusable(file, "rename the file or its folder: the path is not UTF-8", null);
        }
        if (Files.exists(Path.of(file)) && !Files.isRegularFile(Path.of(file))) {
            // A pipe may block, a device never end.
            throw unusable(file, "it is not a regular file: " + HINT, null);
        }
        requireUsualSize(file);
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

    /** The certificates of all the world's authorities take a quarter of a megabyte; a large file could fill the heap. */
    private static void requireUsualSize(String file) throws CertificateFileException {
        long size = new File(file).length();
        if (size > MAX_SIZE) {
            throw unusable(file, "it is larger than " + (MAX_SIZE >> 20) + " MiB: " + HINT, null);
        }
        if (size == 0) {
            // Nothing to read; in /proc it may also be a file that blocks.
            throw unusable(file, HINT, null);
        }
    }

    /** Returns the certificates in the files of a folder; a file without one is skipped, as is a missing folder. */
    static List<Certificate> readFolder(String folder) {
        List<Certificate> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder))) {
            for (Path file : files) {
                found.addAll(readIfUsable(file.toString()));
            }
        } catch (IOException | RuntimeException e) {
            // What can't be listed has no certificates.
        }
        return found;
    }

    /** Returns the certificates in the file, or none when it has none or can't be read. */
    static Collection<? extends Certificate> readIfUsable(String file) {
        try {
            return read(file);
        } catch (CertificateFileException e) {
            return readEach(file);
        }
    }

    /**
     * Returns those certificates of a PEM file that Java can read: it reads none when there is one that it can't, such
     * as one with a curve that it does not have.
     */
    private static List<Certificate> readEach(String file) {
        List<Certificate> found = new ArrayList<>();
        try {
            if (!Files.isRegularFile(Path.of(file))
                    || new File(file).length() > MAX_SIZE
                    || new File(file).length() == 0) {
                return found;
            }
            String[] parts =
                    Files.readString(Path.of(file), StandardCharsets.ISO_8859_1).split(PEM_BEGIN);
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (int i = 1; i < parts.length; i++) {
                byte[] pem = (PEM_BEGIN + parts[i]).getBytes(StandardCharsets.ISO_8859_1);
                addIfReadable(pem, factory, found);
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // What can't be read has no certificates.
        }
        return found;
    }

    private static void addIfReadable(byte[] pem, CertificateFactory factory, List<Certificate> found) {
        try {
            found.add(factory.generateCertificate(new ByteArrayInputStream(pem)));
        } catch (GeneralSecurityException | RuntimeException e) {
            // The others may be of use.
        }
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
}
