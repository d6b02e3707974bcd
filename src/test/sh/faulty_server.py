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


# What a spreadsheet or a database may take for something else.
READ_BACK_NAMES = HOSTILE_NAMES + [
    "A;=1+1", "A\t=3+3", " =1+1", "\t=1+1", "\n=1+1", "\r=1+1", "\u200b=1+1", "\u00a0-1", "\ufeff@SUM(1)", "\uff1d1+1",
    "\uff0b1", "\uff0d1", "\uff20SUM(1)", "'=1+1", "123", "12345678901234567890", "687000000000000000000e23", "6.87E+23",
    "6e-5", "1-2", "1/2", "1 1/2", "2026-04-28", "2026-04-28 15:30", "2026-04-28T15:30:00.000Z", "TRUE", "False", "50%",
    "$5", "€5", "(5)", "1,000", "1.000,5", "10:30", "10 AM", "May 5", "March 2026", "5-Mar", "SEPT2", "5 sep.", " 12 ",
    "50% off; \\n stays", "500 people", "24/7 shops", "#N/A", "NULL", "\\N", "_x0041_", "_x0041_x0042_", "__x000A_",
    "\u0080\u0085", "\ufdd0", "two  spaces", "x" * 32767, "\u0301mark first", "&lt;b&gt; <i> ]]>", "{\"a\": 1}", "[1, 2]",
]
# What XML and most programs can't hold.
UNWRITABLE_NAMES = ["\x00=1+1", "a\x00b", "\x01", "_x0041\x0b", "\ufffe\uffff", "\ud800", "x\udc00y", "x" * 32766 + "\U0001f680y"]


def audience(number, **fields):
    return {
        "id": f"{number:024x}", "name": f"Audience {number}", "type": "monitoring", "description": None,
        "folderId": None, "prospectCount": number, "createdAt": "2026-04-28T15:30:00.000Z", **fields,
    }


def read_back_items(names, counts):
    """A name each, every other one without a folder; then these counts, and times."""
    items = [
        audience(i, name=name, description=name[:1000], folderId=f"f{i}" if i % 2 else None)
        for i, name in enumerate(names)
    ]
    items += [audience(1000 + i, prospectCount=n, description=None if i % 2 else "") for i, n in enumerate(counts)]
    times = ["1900-03-01T00:00:00Z", "1899-12-31T23:59:59Z", "9999-12-31T23:59:59.999Z", "2024-02-29T12:00:00.123+02:00",
             "2026-04-28", "yesterday", "2026-04-28T15:30:00.123456Z"]
    items += [audience(2000 + i, createdAt=time) for i, time in enumerate(times)]
    items.append(audience(3000, id="68700000000000000000e123"))
    items.append(audience(3001, id="123456789012345678901234"))
    return items


def page(items, cursor=None, ensure_ascii=False):
    data = {"items": items, "nextCursor": cursor, "hasMore": cursor is not None}
    envelope = {"success": True, "data": data, "error": None, "traceId": "t1"}
    return json.dumps(envelope, ensure_ascii=ensure_ascii).encode()


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

    def read_back(self):
        self.send(page(read_back_items(READ_BACK_NAMES, [0, -1, 10**15 - 1, 10**15, 2**53 + 1])))

    def unwritable(self):
        self.send(page(read_back_items(UNWRITABLE_NAMES, [2**64, 10**400]), ensure_ascii=True))

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
        "read-back": read_back, "unwritable": unwritable,
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
