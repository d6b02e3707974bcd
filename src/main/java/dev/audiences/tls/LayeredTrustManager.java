package dev.audiences.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts the servers that any of several trust managers does; each is made only when the ones before are not enough. */
final class LayeredTrustManager extends X509ExtendedTrustManager {
    private final List<Layer> layers;
    /** Those that were made already. */
    private final X509ExtendedTrustManager[] made;

    /** Makes a trust manager, which may take reading files. */
    interface Layer {
        X509ExtendedTrustManager get() throws GeneralSecurityException, IOException;
    }

    LayeredTrustManager(List<Layer> layers) {
        this.layers = List.copyOf(layers);
        this.made = new X509ExtendedTrustManager[layers.size()];
    }

    /** Checks the path to an authority and, as the engine's parameters ask for it, the name of the host. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        CertificateException first = null;
        CertificateException unreadable = null;
        for (int i = 0; i < made.length; i++) {
            try {
                layer(i).checkServerTrusted(chain, authType, engine);
                return;
            } catch (CertificateException e) {
                // Another layer may know the issuer. It can't help with an expired certificate or another name.
                if (!HandshakeFailure.isOfUnknownIssuer(e)) {
                    throw e;
                }
                first = first == null ? e : first;
            } catch (GeneralSecurityException | IOException e) {
                // This layer can't be read, and so knows no issuer.
                unreadable = new CertificateException(e);
            }
        }
        throw first == null ? unreadable : first;
    }

    private synchronized X509ExtendedTrustManager layer(int i) throws GeneralSecurityException, IOException {
        if (made[i] == null) {
            made[i] = layers.get(i).get();
        }
        return made[i];
    }

    /** The client makes its connections with engines only. */
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        throw new UnsupportedOperationException();
    }

    /** Used by servers only, which tell clients what they accept. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
