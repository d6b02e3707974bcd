package dev.audiences.config;

import dev.audiences.api.Loopback;
import java.net.URI;
import java.net.URISyntaxException;

/** What a base URL must be: https, or http to this machine, since the key travels with every request. */
public final class BaseUrl {
    private static final String EXAMPLE = "write it like https://api.sonarly.io";

    private BaseUrl() {}

    /** The URL without slashes at its end. */
    public static URI parse(Sourced setting) throws ConfigException {
        URI uri;
        try {
            uri = new URI(setting.value().strip());
        } catch (URISyntaxException e) {
            throw invalid("is not a URL", setting);
        }
        String scheme = uri.getScheme();
        if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
            throw invalid("does not begin with https://", setting);
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw invalid("has no valid host and port", setting);
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw invalid("holds more than a scheme, a host and a path", setting);
        }
        if (scheme.equalsIgnoreCase("http") && !Loopback.is(uri.getHost())) {
            throw ConfigException.in(
                    "the base URL would send the API key unencrypted (http://)",
                    setting.source(),
                    "use https://; plain http:// is for this machine only, such as http://localhost:8080");
        }
        String text = uri.toASCIIString();
        int end = text.length();
        while (text.charAt(end - 1) == '/') {
            end--;
        }
        return URI.create(text.substring(0, end));
    }

    private static ConfigException invalid(String what, Sourced setting) {
        return ConfigException.in("the base URL " + what, setting.source(), EXAMPLE);
    }
}
