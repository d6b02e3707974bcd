"""Pastes a line at the prompt of a real shell: paste.py FOLDER SHELL [OPTION...] <LINE

Types LINE and Return at the prompt of the interactive shell, in FOLDER, with a program `audiences` on the PATH that
writes its arguments, a NUL behind each, to the file argv. Ends when the shell has ended.
"""

import os
import pty
import select
import sys
import time

folder, *shell = sys.argv[1:]
SECONDS = 10

line = sys.stdin.buffer.read()
child, terminal = pty.fork()
if child == 0:
    os.chdir(folder)
    os.environ["TERM"] = "dumb"
    os.environ["HISTFILE"] = ""
    os.execvp(shell[0], shell)

came = b""
end = time.monotonic() + SECONDS


def wait_for(text):
    global came
    while text not in came:
        ready, _, _ = select.select([terminal], [], [], max(0, end - time.monotonic()))
        if not ready:
            sys.exit(f"{shell[0]} did not show {text}, but {came}")
        try:
            came += os.read(terminal, 65536)
        except OSError:
            sys.exit(f"{shell[0]} ended after {came}")
    came = came[came.index(text) + len(text):]


os.write(terminal, b"echo REA''DY\n")
wait_for(b"READY")
# An unclosed quotation mark would include the second line.
os.write(terminal, line + b"\n")
os.write(terminal, b"echo DO''NE\n")
wait_for(b"DONE")
os.write(terminal, b"exit\n")
os.close(terminal)
os.waitpid(child, 0)
