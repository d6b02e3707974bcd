package dev.audiences.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*                      | https://example.com      | true",
                "example.com            | https://example.com      | true",
                "example.com            | https://api.example.com  | true",
                "example.com            | https://badexample.com   | false",
                "example.com            | https://example.com.evil | false",
                "Example.COM            | https://example.com      | true",
                ".example.com           | https://example.com      | true",
                ".example.com           | https://api.example.com  | true",
                "*.example.com          | https://api.example.com  | true",
                "*.example.com          | https://badexample.com   | false",
                "a.test, example.com    | https://example.com      | true",
                "a.test example.com     | https://example.com      | true",
                "a.test,,.              | https://example.com      | false",
                "example.com:443        | https://example.com      | true",
                "example.com:80         | http://example.com       | true",
                "example.com:8443       | https://example.com      | false",
                "example.com:8443       | https://example.com:8443 | true",
                ":443                   | https://example.com      | false",
                "127.0.0.1              | http://127.0.0.1:8080    | true",
                "0.0.1                  | http://127.0.0.1:8080    | false",
                "::1                    | http://[::1]:8080        | true",
                "[::1]                  | http://[::1]:8080        | true",
                "[::1]:8080             | http://[::1]:8080        | true",
                "[::1]:8081             | http://[::1]:8080        | false",
                "10.0.0.0/8             | https://10.255.0.1       | true",
                "10.0.0.0/8             | https://11.0.0.1         | false",
                "10.0.0.0/9             | https://10.127.0.1       | true",
                "10.0.0.0/9             | https://10.128.0.1       | false",
                "10.1.2.3/32            | https://10.1.2.3         | true",
                "10.1.2.3/32            | https://10.1.2.2         | false",
                "10.0.0.0/33            | https://10.0.0.0         | false",
                "0.0.0.0/0              | https://10.0.0.0         | true",
                "10.0.0.0/-1            | https://192.168.0.1      | false",
                "10.0.0.0/x             | https://10.0.0.0         | false",
                "10.0.0.0/8             | https://example.com      | false",
                "example.com/8          | https://10.0.0.0         | false",
                "fd00::/8               | https://[fd12::1]        | true",
                "fd00::/8               | https://[fe12::1]        | false",
                "10.0.0.0/8             | https://[a00::1]         | false",
                "a::b::c/8              | https://[a::1]           | false"
            })
    void listsHostsAndNetworks(String list, URI target, boolean covered) {
        assertEquals(covered, new NoProxy(list).covers(target));
    }
}
