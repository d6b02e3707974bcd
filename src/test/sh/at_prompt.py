"""Completes a command line in a real shell: at_prompt.py FOLDER LINE SHELL [OPTION...] <SETUP

Types LINE and Tab at the prompt of the shell, which ran SETUP before, in FOLDER, and prints the words that the shell
then reads, a line each: so it is seen that what was inserted means what was offered.
"""

import os
import pty
import select
import sys
import time

folder, line, *shell = sys.argv[1:]
SECONDS = 20

setup = sys.stdin.read()
child, terminal = pty.fork()
if child == 0:
    os.chdir(folder)
    os.environ["TERM"] = "dumb"
    os.execvp(shell[0], shell)

came = b""
end = time.monotonic() + SECONDS


def wait_for(text):
    global came
    while text not in came:
        ready, _, _ = select.select([terminal], [], [], max(0, end - time.monotonic()))
        if not ready:
            sys.exit(f"{shell[0]} did not show {text}, but {came}")
        came += os.read(terminal, 65536)
    came = came[came.index(text) + len(text):]


def type_keys(text):
    os.write(terminal, text.encode())


type_keys(setup + "\necho REA''DY\n")
wait_for(b"READY")
# Ctrl-A: the completed line becomes the arguments of a function that prints them.
type_keys(line + "\t\x01show \n")
wait_for(b"<BEGIN>")
shown = came
while b"<END>" not in came:
    came += os.read(terminal, 65536)
os.close(terminal)
os.waitpid(child, 0)
print(came[:came.index(b"<END>")].decode().replace("\r", "").strip("\n"))
