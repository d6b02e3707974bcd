package dev.audiences.http;

import dev.audiences.http.ApiException.Kind;
import dev.audiences.tls.Causes;
import dev.audiences.tls.HandshakeFailure;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Describes why a request got no complete response, and whether a retry may help. */
public final class ConnectionFailure {
    /** From the message of the JDK's client for a 204 that announces a body. */
    private static final String NO_CONTENT_WITH_LENGTH = "unexpected content length header with 204";

    private ConnectionFailure() {}

    /** @param proxy the proxy that was used, or null */
    static ApiException timedOut(URI uri, Proxy proxy, TimeLimit limit) {
        String hint = "see whether the API is slow today, or allow more time with " + limit.option();
        return timedOut("no complete response from " + peer(uri, proxy), limit, hint, true);
    }

    /** @param proxy the proxy whose name was looked up, or null when it was the API's */
    static ApiException lookupTimedOut(URI uri, Proxy proxy, TimeLimit limit) {
        String hint = "check the network and its name servers, or allow more time with " + limit.option();
        return timedOut("the look-up of " + lookedUp(uri, proxy) + " gave no address", limit, hint, false);
    }

    private static ApiException timedOut(String what, TimeLimit limit, String hint, boolean sent) {
        return ApiException.of(Kind.UNAVAILABLE, what + " within " + limit.text())
                // When the whole run has timed out, there is no time for another attempt.
                .retryable(!limit.isOfWholeRun())
                .smallerMayHelp(sent && !limit.isOfWholeRun())
                .hint(hint)
                .build();
    }

    /**
     * Returns the exception that describes a failure.
     *
     * @param proxy the proxy that was used, or null
     * @param addresses the number of addresses of the host or proxy
     * @param cap the maximum size of a body in bytes
     * @throws OutOfMemoryError when that is the cause of the failure
     */
    static ApiException describe(Throwable failure, URI uri, Proxy proxy, int addresses, long cap) {
        OutOfMemoryError heapFull = Causes.find(failure, OutOfMemoryError.class);
        if (heapFull != null) {
            throw heapFull;
        }
        if (failure instanceof ApiException known) {
            return known;
        }
        if (Causes.find(failure, LimitedBodySubscriber.TooLong.class) != null) {
            return ApiException.of(Kind.UNTRUSTED, "the response is larger than " + (cap >> 20) + " MiB")
                    .smallerMayHelp(true)
                    .hint("ask for smaller pages with --limit, where the command has it; -v shows what was sent")
                    .build();
        }
        GzipDecoder.Broken broken = Causes.find(failure, GzipDecoder.Broken.class);
        if (broken != null) {
            return ApiException.of(
                            Kind.UNAVAILABLE,
                            "the gzip response from " + peer(uri, proxy) + " can't be unpacked: " + broken.getMessage())
                    .retryable(true)
                    .smallerMayHelp(true)
                    .hint("the response was damaged on its way: run it again")
                    .build();
        }
        Framing.Invalid invalid = Causes.find(failure, Framing.Invalid.class);
        if (invalid != null) {
            return ApiException.untrusted(
                    "the response from " + peer(uri, proxy) + " is not valid HTTP: " + invalid.getMessage());
        }
        ApiException refusal = proxy == null ? null : proxyRefusal(failure, proxy, addresses);
        if (refusal != null) {
            return refusal;
        }
        if (Causes.find(failure, SSLException.class) != null
                && Causes.find(failure, EOFException.class) == null
                && !isReset(failure)) {
            return ApiException.of(
                            Kind.UNAVAILABLE,
                            "no secure connection to " + peer(uri, proxy) + ": " + HandshakeFailure.reason(failure))
                    .hint(HandshakeFailure.hint(failure))
                    .cause(failure)
                    .build();
        }
        if (!(failure instanceof IOException)) {
            // Without its cause: the message of such an exception may quote a field of the request, and so the key.
            return ApiException.untrusted("the response is not valid HTTP");
        }
        if (String.valueOf(failure.getMessage()).contains(NO_CONTENT_WITH_LENGTH)) {
            return ApiException.untrusted("expected JSON, got no content (204)");
        }
        if (isProtocolError(failure)) {
            return ApiException.of(Kind.UNTRUSTED, "the response from " + peer(uri, proxy) + " is not valid HTTP")
                    .cause(failure)
                    .build();
        }
        return ApiException.of(Kind.UNAVAILABLE, networkReason(failure, uri, proxy, addresses))
                .retryable(true)
                .smallerMayHelp(isConnected(failure))
                .hint("check the network and the base URL (audiences config list shows it)")
                .cause(failure)
                .build();
    }

    /** Whether a body could not be unpacked. */
    static boolean isOfUnpacking(Throwable failure) {
        return Causes.find(failure, GzipDecoder.Broken.class) != null;
    }

    private static ApiException proxyRefusal(Throwable failure, Proxy proxy, int addresses) {
        String message = String.valueOf(failure.getMessage());
        int tunnel = message.indexOf("Tunnel failed");
        if (tunnel >= 0) {
            String status = message.replaceAll("[^0-9]", "");
            return proxyStatus(status.isEmpty() ? 0 : Integer.parseInt(status), proxy);
        }
        boolean unresolved = isUnresolved(failure);
        if (unresolved || Causes.find(failure, ConnectException.class) != null) {
            String reason = unresolved
                    ? "the name of the proxy " + proxy.name() + " can't be resolved"
                    : "can't connect to the proxy " + proxy.name() + ofSeveral(addresses);
            return ApiException.of(Kind.UNAVAILABLE, reason)
                    .retryable(true)
                    .hint("check " + proxy.source() + ", or list the API's host in NO_PROXY")
                    .cause(failure)
                    .build();
        }
        return null;
    }

    /** Describes an error status that the proxy itself sent. */
    public static ApiException proxyStatus(int status, Proxy proxy) {
        String reason = status == 407
                ? (proxy.authorization() == null ? "asks for a password" : "refused the password") + " (407)"
                : "could not reach the API" + (status == 0 ? "" : " (" + status + ")");
        return ApiException.of(Kind.UNAVAILABLE, "the proxy " + proxy.name() + " " + reason)
                .status(status)
                .retryable(ErrorStatus.of(status).retryable())
                .hint(
                        status == 407
                                ? "put the proxy's user name and password into " + proxy.source()
                                        + " (http://user:password@host:port)"
                                : "check " + proxy.source() + " and what the proxy lets through")
                .build();
    }

    private static String networkReason(Throwable failure, URI uri, Proxy proxy, int addresses) {
        if (isUnresolved(failure)) {
            return "the name " + uri.getHost() + " can't be resolved";
        }
        if (addresses > 1 && Causes.find(failure, ConnectException.class) != null) {
            return "can't connect to " + peer(uri, proxy) + ofSeveral(addresses);
        }
        if (Causes.find(failure, HttpConnectTimeoutException.class) != null) {
            return "connecting to " + peer(uri, proxy) + " took too long";
        }
        if (Causes.find(failure, ConnectException.class) != null) {
            return "can't connect to " + peer(uri, proxy);
        }
        return "the connection to " + peer(uri, proxy) + " was cut before the response was complete";
    }

    private static String ofSeveral(int addresses) {
        return addresses > 1 ? ": none of its " + addresses + " addresses is reachable" : "";
    }

    private static boolean isUnresolved(Throwable failure) {
        return Causes.find(failure, UnknownHostException.class) != null
                || Causes.find(failure, UnresolvedAddressException.class) != null;
    }

    /** Whether the connection was made, and so was cut later. */
    private static boolean isConnected(Throwable failure) {
        return !isUnresolved(failure)
                && Causes.find(failure, ConnectException.class) == null
                && Causes.find(failure, HttpConnectTimeoutException.class) == null;
    }

    private static String lookedUp(URI uri, Proxy proxy) {
        return proxy == null ? uri.getHost() : "the proxy " + proxy.name();
    }

    private static boolean isReset(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = t.getMessage();
            if (message != null
                    && (message.contains("reset")
                            || message.contains("Broken pipe")
                            || message.contains("terminated the handshake")
                            || message.contains("closed"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isProtocolError(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT);
            if (t instanceof java.net.ProtocolException
                    || t instanceof NumberFormatException
                    || message.contains("chunk header")
                    || message.contains("chunk size")) {
                return true;
            }
        }
        return false;
    }

    private static String peer(URI uri, Proxy proxy) {
        String host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        return proxy == null ? host : host + " through the proxy " + proxy.name();
    }
}
