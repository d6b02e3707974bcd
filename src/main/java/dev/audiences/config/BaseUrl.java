package dev.audiences.config;

import dev.audiences.http.Loopback;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Checks base URLs: https, or http to this machine only, since every request carries the API key. */
public final class BaseUrl {
    private static final String EXAMPLE = "write it like https://api.sonarly.io";

    /** The path prefix of all endpoints. */
    private static final String API_VERSION = "/v1";

    private BaseUrl() {}

    /** The URL without slashes at its end, scheme and host in lower case (RFC 3986, section 6.2.2.1). */
    public static URI parse(SettingValue setting) throws ConfigException {
        URI uri;
        try {
            uri = new URI(setting.value().strip());
        } catch (URISyntaxException e) {
            throw invalid("is not a URL", setting);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw invalid("does not begin with https://", setting);
        }
        if (uri.getHost() == null && String.valueOf(uri.getRawAuthority()).contains("_")) {
            throw ConfigException.in(
                    "the base URL has a host name with an underscore, for which no certificate can be checked",
                    setting.source(),
                    "use another name of this host: letters, digits and hyphens");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw invalid("has no valid host and port", setting);
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw invalid("holds more than a scheme, a host and a path", setting);
        }
        if (scheme.equals("http") && !Loopback.is(uri.getHost())) {
            throw ConfigException.in(
                    "the base URL would send the API key unencrypted (http://)",
                    setting.source(),
                    "use https://; plain http:// is for this machine only, such as http://localhost:8080");
        }
        // Not the constructors of URI that take parts: they would encode the percent signs of the path again.
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String text =
                URI.create(scheme + "://" + host + port + uri.getRawPath()).toASCIIString();
        int end = text.length();
        while (text.charAt(end - 1) == '/') {
            end--;
        }
        String url = text.substring(0, end);
        int version = url.indexOf(API_VERSION, scheme.length() + 3 + host.length() + port.length());
        if (version >= 0 && isOfEndpoint(url.substring(version + API_VERSION.length()))) {
            throw ConfigException.in(
                    "the base URL holds " + API_VERSION + ", which every request adds",
                    setting.source(),
                    "write it as " + url.substring(0, version));
        }
        return URI.create(url);
    }

    /** Whether the URL was copied from the API's documentation of an endpoint; any other path is deliberate. */
    private static boolean isOfEndpoint(String rest) {
        return rest.isEmpty() || rest.equals("/accounts") || rest.startsWith("/accounts/");
    }

    private static ConfigException invalid(String what, SettingValue setting) {
        return ConfigException.in("the base URL " + what, setting.source(), EXAMPLE);
    }
}
