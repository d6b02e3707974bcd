package dev.audiences.tls;

import java.security.KeyManagementException;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * A TLS context for connections to one host, whatever address the URL has: the host's name is sent to the server (SNI),
 * and the server's certificate must be for that name. A certificate for the address only is rejected.
 */
public final class HostTls extends SSLContextSpi {
    private static final SSLParameters NONE = new SSLParameters(new String[0], new String[] {"TLSv1.3"});

    private final SSLContext context;
    private final String host;

    private HostTls(SSLContext context, String host) {
        this.context = context;
        this.host = host;
    }

    /** @param host a name, not an IP address; without a final dot */
    public static SSLContext context(SSLContext context, String host) {
        return new SSLContext(new HostTls(context, host), context.getProvider(), context.getProtocol()) {};
    }

    /**
     * Returns a context for a client that uses plain HTTP only; it makes no connections. A client without a context
     * makes the default one, and any real one loads TLS: a sixth of the processor time of a short run.
     */
    public static SSLContext none() {
        return new SSLContext(new HostTls(null, null), null, "none") {};
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String address, int port) {
        return new HostTlsEngine(context.createSSLEngine(host, port), host);
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        // Without a port, the sessions of two servers on one host would be mixed up.
        throw new UnsupportedOperationException();
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
        return context == null ? NONE : context.getDefaultSSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
        return context == null ? NONE : context.getSupportedSSLParameters();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        return context.getClientSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
            throws KeyManagementException {
        throw new UnsupportedOperationException();
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        throw new UnsupportedOperationException();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        throw new UnsupportedOperationException();
    }
}
