"""A name server on 127.0.0.1. Usage: name_server.py silent|late. "silent" never answers; "late" knows no name when it is
first asked, and gives it the address 127.0.0.1 from the second time on. The file that the variable `asked` names gets a
line when it is ready, and one for each question."""

import os
import socket
import struct
import sys

ADDRESS = 1
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", 53))
unknown = set()
with open(os.environ["asked"], "w", buffering=1) as log:
    print("ready", file=log)
    while True:
        question, client = server.recvfrom(512)
        name_end = question.index(b"\0", 12) + 1
        (kind,) = struct.unpack(">H", question[name_end : name_end + 2])
        print(kind, file=log)
        if sys.argv[1] == "silent":
            continue
        known = question[12:name_end + 2] in unknown
        unknown.add(question[12:name_end + 2])
        answers = 1 if known and kind == ADDRESS else 0
        head = question[:2] + struct.pack(">HHHHH", 0x8180 if known else 0x8183, 1, answers, 0, 0)
        record = b"\xc0\x0c" + struct.pack(">HHIH", ADDRESS, 1, 60, 4) + b"\x7f\0\0\1"
        server.sendto(head + question[12 : name_end + 4] + record * answers, client)
