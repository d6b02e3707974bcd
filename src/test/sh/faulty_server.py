"""Plays an API that answers as the account group in the path asks for; see `answers`. Prints its port, then logs
each request on stderr as it arrives, before any of the response leaves."""

import http.server
import json
import socket
import sys
import threading
import urllib.parse

HOSTILE_NAMES = [
    "plain", "", " leading and trailing ", "comma, and \"quotes\"", "semi;colon", "tab\there", "line\nfeed",
    "carriage\rreturn", "both\r\nof them", "back\\slash \\t \\n", "=1+1", "+1", "-1", "@SUM(A1)", "'quoted'",
    "é ü ß ı İ", "日本語 한국어", "👩‍👩‍👧 🏳️‍🌈", "\u202eright to left", "\u2028line\u2029paragraph", "\ufeffmark",
    "esc \x1b[31m", "null", "#comment", "|pipe|", "ends with quote\"", "\"", "\n", "0123", "1e5", "true",
]


def audience(number, **fields):
    return {
        "id": f"{number:024x}", "name": f"Audience {number}", "type": "monitoring", "description": None,
        "folderId": None, "prospectCount": number, "createdAt": "2026-04-28T15:30:00.000Z", **fields,
    }


def page(items, cursor=None):
    data = {"items": items, "nextCursor": cursor, "hasMore": cursor is not None}
    return json.dumps({"success": True, "data": data, "error": None, "traceId": "t1"}, ensure_ascii=False).encode()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        sys.stderr.write(self.path + "\n")
        sys.stderr.flush()
        url = urllib.parse.urlsplit(self.path)
        self.query = dict(urllib.parse.parse_qsl(url.query))
        group = urllib.parse.unquote(url.path.split("/")[3])
        try:
            self.answers.get(group, Handler.one_page)(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def send(self, body, status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def stall(self):
        threading.Event().wait()

    def one_page(self):
        self.send(page([audience(1)]))

    def hostile_names(self):
        items = [audience(i, name=name, description=name or None) for i, name in enumerate(HOSTILE_NAMES)]
        items.append(audience(99, prospectCount=2**53 + 1, extra={"new": [1, 2.50]}, folderId="f"))
        at = int(self.query.get("cursor", 0))
        self.send(page(items[at:at + 10], str(at + 10) if at + 10 < len(items) else None))

    def unavailable(self):
        self.send(b'{"success":false,"data":null,"error":{"code":"DOWN","message":"down"}}', 503, Retry_After="100")

    def silent(self):
        self.stall()

    def stalled_body(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b'{"success":true,')
        self.stall()

    def broken_list(self):
        """A page, and at its cursor, which is the one that was asked for and one sign more, a failure."""
        at = self.query.get("cursor", "")
        if at.endswith("+"):
            error = {"success": False, "data": None, "error": {"code": "BROKEN", "message": "no"}, "traceId": "t2"}
            self.send(json.dumps(error).encode(), 409)
        else:
            self.send(page([audience(1)], at + "+"))

    def stalled_list(self):
        """Twenty good pages; the twenty-first never comes."""
        at = int(self.query.get("cursor", 0))
        if at == 20:
            self.stall()
        self.send(page([audience(at * 100 + i) for i in range(100)], str(at + 1)))

    def endless_list(self):
        at = int(self.query.get("cursor", 0))
        self.send(page([audience(at * 100 + i) for i in range(100)], str(at + 1)))

    def endless_body(self):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.close_connection = True
        self.wfile.write(b'{"success":true,"data":{"items":[')
        while True:
            self.wfile.write(b" " * (1 << 20))

    def large_page(self):
        """60 MiB in 60 audiences."""
        self.send(page([audience(i, description="é" * (1 << 19)) for i in range(60)]))

    def large_text(self):
        """60 MiB in one value."""
        self.send(page([audience(1, description="x" * (60 << 20))]))

    def log_message(self, *_):
        pass

    answers = {
        "hostile-names": hostile_names, "unavailable": unavailable, "silent": silent, "stalled-body": stalled_body,
        "broken-list": broken_list, "stalled-list": stalled_list, "endless-list": endless_list, "endless-body": endless_body,
        "large-page": large_page, "large-text": large_text,
    }


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


def full_listener():
    """A port whose queue is full: connecting to it never ends."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(0)
    held = [listener]
    for _ in range(3):
        client = socket.socket()
        client.setblocking(False)
        client.connect_ex(listener.getsockname())
        held.append(client)
    return held


server = Server(("127.0.0.1", 0), Handler)
deaf = full_listener()
print(server.server_port, deaf[0].getsockname()[1], flush=True)
server.serve_forever()
