"""Answers as the account group in the path says: a status, then the name of a body. Prints its port, then logs each
request with its header fields on stderr, before it answers. With a certificate and its key as arguments, over TLS."""

import gzip
import http.server
import ssl
import sys
import urllib.parse

ITEM = ('{"id":"a1","name":"Zoë 日本 👍","type":"monitoring","description":null,"folderId":"f",'
        '"prospectCount":9007199254740993,"createdAt":"2026-04-28T15:30:00.000Z"}')
OK = '{"success":true,"data":{"items":[%s],"nextCursor":%s,"hasMore":%s},"error":null,"traceId":"t1"}'
ERROR = '{"success":false,"data":null,"error":{"code":"NO","message":"not \\u001b[31mtoday %s"},"traceId":"t9"}'

BODIES = {
    "ok": OK % (ITEM, "null", "false"),
    "none": OK % ("", "null", "false"),
    "error": ERROR % "ü",
    "empty": "",
    "text": "Sorry, come back later",
    "html": "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad &amp; gone</h1></body></html>",
    "cut": (OK % (ITEM, "null", "false"))[:90],
    "array": "[1, 2]",
    "twice": '{"success":true,"success":true,"data":{"items":[],"nextCursor":null,"hasMore":false}}',
    "deep": "[" * 3000,
    "number": OK % (ITEM.replace("9007199254740993", "1" * 2000), "null", "false"),
    "text-count": OK % (ITEM.replace("9007199254740993", '"7"'), "null", "false"),
    "no-id": OK % (ITEM.replace('"id":"a1",', ""), "null", "false"),
    "nested": OK % (ITEM.replace('"folderId"', '"company":{"name":"Ünal & Söhne","size":7.50},"folderId"'), "null", "false"),
    "two": OK % (ITEM + "," + ITEM, "null", "false"),
    "no-cursor": OK % (ITEM, "null", "true"),
    "loop": OK % (ITEM, '"same"', "true"),
    "surrogate": OK % (ITEM.replace("Zoë", "\\ud800"), "null", "false"),
    "page": OK.replace("[%s]", "{}") % ("null", "false"),
    "problem": '{"type":"about:blank","title":"Gone","detail":"for good","status":410}',
}
TYPES = {
    "html": "text/html; charset=utf-8", "text": "text/plain", "latin": "text/html; charset=iso-8859-1",
    "japanese": "text/html; charset=Shift_JIS", "chinese": "text/html; charset=gb18030",
    "russian": "text/html; charset=koi8-r", "nonsense": "text/html; charset=no-such",
    "korean": "text/html; charset=EUC-KR", "big5": "text/html; charset=Big5-HKSCS",
    "utf16": "text/html; charset=utf-16", "utf32": "text/html; charset=UTF-32",
    "problem": "application/problem+json",
}
WORDS = "<title>Fehler größer als 7</title>"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    failures = {}

    def do_GET(self):
        fields = " ".join(f"{name}={value}" for name, value in self.headers.items() if name not in ("Host",))
        sys.stderr.write(f"{self.path} {fields}\n")
        sys.stderr.flush()
        parts = urllib.parse.urlsplit(self.path).path.split("/")
        words = urllib.parse.unquote(parts[3] if len(parts) > 3 else "200,ok").split(",")
        status, name, more = int(words[0]), words[1], words[2:]
        body = BODIES.get(name)
        encoded = body.encode() if body is not None else WORDS.encode(errors="replace")
        if name == "utf8-broken":
            encoded = b'{"success":true,"data":"\xff\xfe"}'
        if name == "marked":
            encoded = b"\xef\xbb\xbf" + BODIES["ok"].encode()
        self.send_response(status)
        if "gzip" in more:
            encoded = gzip.compress(encoded)
            self.send_header("Content-Encoding", "gzip")
        if "retry" in more:
            self.send_header("Retry-After", "0")
        if "location" in more:
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
        self.send_header("Content-Type", TYPES.get(name, "application/json"))
        if status >= 200 and status not in (204, 304):
            self.send_header("Content-Length", str(len(encoded) + (7 if "short" in more else 0)))
        self.end_headers()
        if status not in (204, 304):
            self.wfile.write(encoded)
        if "short" in more or "close" in more:
            self.close_connection = True

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


server = Server(("127.0.0.1", 0), Handler)
if len(sys.argv) > 1:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_port, flush=True)
server.serve_forever()
