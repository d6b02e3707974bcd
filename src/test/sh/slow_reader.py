"""Runs a program whose stdout and stderr are in non-blocking mode: slow_reader.py pipe|terminal COMMAND...

Reads slowly from a pipe or the other end of a terminal, prints all that came, and ends with the program's exit code.
"""

import os
import pty
import subprocess
import sys
import time
import tty

kind, *command = sys.argv[1:]
reading, writing = os.pipe() if kind == "pipe" else pty.openpty()
if kind == "terminal":
    tty.setraw(writing)
os.set_blocking(writing, False)
program = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=writing, stderr=writing)
os.close(writing)
came = b""


def read():
    try:
        return os.read(reading, 2048)
    except OSError:  # So Linux tells that nobody holds the other end of a terminal any more.
        return b""


while chunk := read():
    came += chunk
    # The pipe is full each time that the program writes.
    if len(came) < 1 << 19:
        time.sleep(0.001)
sys.stdout.buffer.write(came)
sys.exit(program.wait())
