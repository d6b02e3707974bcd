"""Runs a shell command at a terminal: at_terminal.py WIDTH RAW COMMAND [SHOWN KEYS]...

Types KEYS as soon as SHOWN is there, then the next ones. Prints what the screen shows at the end, writes all that came to the file RAW, and
ends with the command's exit code.
"""

import fcntl
import os
import pty
import re
import struct
import sys
import termios

width, raw, command, *typing = sys.argv[1:]


def run():
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 30, int(width), 0, 0))
        os.execvp("sh", ["sh", "-c", command])
    came = b""
    while chunk := read(terminal):
        came += chunk
        if typing and typing[0].encode() in came:
            os.write(terminal, typing[1].encode())
            del typing[:2]
    return came.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # So Linux tells that nobody holds the other end any more.
        return b""


def screen(came):
    lines, column = [""], 0
    for part in re.findall(r"\x1b\[[0-9;]*[A-Za-z]|.", came, re.DOTALL):
        line = lines[-1]
        if part == "\n":
            lines.append("")
        elif part == "\r":
            column = 0
        elif part == "\x1b[K":
            lines[-1] = line[:column]
        elif len(part) == 1:
            lines[-1] = line[:column] + part + line[column + 1:]
            column += 1
    return "\n".join(line.rstrip() for line in lines)


came, status = run()
with open(raw, "w", encoding="utf-8", newline="") as file:
    file.write(came)
print(screen(came), end="")
sys.exit(status)
