"""Draws the picture in the README from what the program prints at a terminal: table.py IMAGE > table.svg

The picture stays the same from one day to the next: the sandbox's audiences never change, and the column with their
ages is left out.
"""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from html import escape

ARGUMENTS = ["list", "--sandbox", "--limit", "10", "--columns", "id,name,type,prospectCount"]
COLUMNS = 92
CELL = 8.4
LINE = 20
MARGIN = 20
BOLD, DIM, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def at_terminal(command):
    """What the command prints at a terminal: a list of lines."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, COLUMNS, 0, 0))
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm-256color"}
    program = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    printed = b""
    while chunk := read(ours):
        printed += chunk
    if program.wait() != 0:
        sys.exit(printed.decode())
    return printed.decode().replace("\r\n", "\n").splitlines()


def read(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # So Linux tells that nobody holds the other end any more.
        return b""


def text(cells, row, content, style=""):
    x = MARGIN + cells * CELL
    y = MARGIN + LINE * (row + 1) - 6
    return f'<text x="{x:g}" y="{y}"{style}>{escape(content, quote=False)}</text>'


def table_row(row, line, starts, end):
    """Each cell is put where its heading is, so that no character's width matters to the cells after it."""
    *cells, number = re.split(" {2,}", line)
    for start, cell in zip(starts, cells, strict=True):
        style = ' class="dim"' if cell.startswith(DIM) else ""
        yield text(start, row, cell.removeprefix(DIM).removesuffix(PLAIN), style)
    yield text(end, row, number, ' text-anchor="end"')


def draw(lines):
    yield text(0, 0, "$ audiences " + " ".join(ARGUMENTS), ' class="typed"')
    headings = lines[0].removeprefix(BOLD).removesuffix(PLAIN)
    starts = [match.start() for match in re.finditer(r"\S+", headings)][:-1]
    for start, heading in zip([*starts, len(headings)], headings.split(), strict=True):
        yield text(start, 1, heading, ' class="bold"' + (' text-anchor="end"' if start == len(headings) else ""))
    for row, line in enumerate(lines[1:-1], 2):
        yield from table_row(row, line, starts, len(headings))
    yield text(0, len(lines), lines[-1], ' class="said"')


lines = at_terminal([sys.argv[1] + "/bin/audiences", *ARGUMENTS])
width = int(COLUMNS * CELL + 2 * MARGIN)
height = (len(lines) + 1) * LINE + 2 * MARGIN
print(f"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">
<style>
text {{ font: 14px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #e6edf3; white-space: pre; }}
.typed {{ fill: #7ee787; }}
.bold {{ font-weight: bold; }}
.dim, .said {{ fill: #9198a1; }}
</style>
<rect width="{width}" height="{height}" rx="8" fill="#0d1117" stroke="#3d444d"/>""")
print("\n".join(draw(lines)))
print("</svg>")
