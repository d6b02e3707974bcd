package dev.audiences.tls;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
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
            return List.of();
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
