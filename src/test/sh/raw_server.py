"""Plays answers that no HTTP server gives, byte by byte; the account group in the path names the response. Prints its
port, then a line on stderr for each request."""

import socket
import sys
import threading

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
BODY = b'{"success":true,"data":{"items":[],"nextCursor":null,"hasMore":false},"error":null,"traceId":"t1"}'


def chunk(size):
    return [CHUNKED + size.encode() + b"\r\n" + BODY + b"\r\n0\r\n\r\n"]


seen = set()


def once():
    first = "once" not in seen
    seen.add("once")
    return chunk("80000000" if first else format(len(BODY), "x"))


def forever(start, part):
    yield start
    while True:
        yield part * (65536 // len(part))


ANSWERS = {
    "once": once,
    "headers": lambda: forever(b"HTTP/1.1 200 OK\r\n", b"X-More: header\r\n"),
    "header-line": lambda: forever(b"HTTP/1.1 200 OK\r\nX-Long: ", b"x"),
    "status-line": lambda: forever(b"HTTP/1.1 200 ", b"x"),
    "interim": lambda: forever(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
    "continue": lambda: forever(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "extension": lambda: forever(CHUNKED + b"5;", b"x"),
    "digits": lambda: forever(CHUNKED, b"0"),
    "trailers": lambda: forever(CHUNKED + b"%x\r\n%s\r\n0\r\n" % (len(BODY), BODY), b"X-More: trailer\r\n"),
}


def serve(connection):
    with connection:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            more = connection.recv(65536)
            if not more:
                return
            head += more
        group = head.split(b" ")[1].split(b"/")[3].decode()
        sys.stderr.write(group + "\n")
        sys.stderr.flush()
        try:
            for part in ANSWERS[group]() if group in ANSWERS else chunk(group):
                connection.sendall(part)
            threading.Event().wait()
        except OSError:
            pass


listener = socket.create_server(("127.0.0.1", 0))
print(listener.getsockname()[1], flush=True)
while True:
    threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
