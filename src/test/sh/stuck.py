"""Runs a program whose output nobody reads: stuck.py STREAM SIGNAL LOG COMMAND...

STREAM is what takes no more from the start: stdout, stderr, terminal (stderr is one, and stuck) or all (three streams
are one stuck terminal). Once the program has written to LOG, the log of a server, and does so no more, it gets SIGNAL,
unless that is "none". Prints how many milliseconds it took to end from then on, and ends with its exit code.
"""

import os
import pty
import signal
import subprocess
import sys
import time
import tty

stream, name, log, *command = sys.argv[1:]
SECONDS = 60


def full(writing):
    os.set_blocking(writing, False)
    try:
        while True:
            os.write(writing, b"x" * 4096)
    except BlockingIOError:
        os.set_blocking(writing, True)
    return writing


def streams():
    if stream in ("stdout", "stderr"):
        # The other end stays open and is not read.
        return {stream: full(os.pipe()[1])}
    terminal = pty.openpty()[1]
    tty.setraw(terminal)
    full(terminal)
    return {"stderr": terminal} if stream == "terminal" else dict.fromkeys(("stdin", "stdout", "stderr"), terminal)


def wait_until_it_asks_no_more():
    end, before, quiet = time.monotonic() + SECONDS, 0, 0
    while quiet < 10 and time.monotonic() < end:
        time.sleep(0.05)
        size = os.path.getsize(log)
        quiet = quiet + 1 if size > 0 and size == before else 0
        before = size


program = subprocess.Popen(command, **{"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL} | streams())
if name != "none":
    wait_until_it_asks_no_more()
since = time.monotonic()
if name != "none":
    program.send_signal(getattr(signal, "SIG" + name))
try:
    status = program.wait(SECONDS)
except subprocess.TimeoutExpired:
    program.kill()
    status = program.wait()
print(round((time.monotonic() - since) * 1000))
sys.exit(status if status >= 0 else 128 - status)
