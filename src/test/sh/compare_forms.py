"""Runs command lines through two forms of the program and prints where they differ: exit code, stdout, stderr, requests,
files. The lines come on stdin, for bash, with $P as the program; of one that begins with "any moment: ", which is stopped
at another point in each form, only exit code and files are compared. Leaves how many were the same, and how many were not,
in the file WORK/count.

Usage: compare_forms.py WORK ONE OTHER, the folder of the script and the two programs"""

import hashlib
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import zipfile

work, *programs = sys.argv[1:]
work = pathlib.Path(work)
place, config, small = work / "place", work / "config", work / "small"
logs = [work / name for name in ("requests", "answer.log", "raw.log", "tls.log", "ec.log", "wrong.log")]

# What differs from run to run of the same program.
UNSTEADY = [
    (rb"[0-9.]+ m?s\b", rb"N s"),
    (rb"(127\.0\.0\.1|localhost):[0-9]{4,5}", rb"\1:PORT"),
    (rb"date: .*", rb"date: DATE"),
    (rb"line 1: +[0-9]+ ", rb"line 1: PID "),
    (rb"(audiences-?|pid )[0-9]{3,}", rb"\1PID"),
]


def clean():
    for folder in (place, config):
        shutil.rmtree(folder, ignore_errors=True)
    for entry in small.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    place.mkdir()
    for folder in (place, small):
        (folder / "old.csv").write_text("old\n")
    for log in logs:
        os.truncate(log, 0)


def content(file):
    """The hash of a file; of a workbook that of each part, without the time when it was made."""
    if not zipfile.is_zipfile(file):
        return hashlib.sha256(file.read_bytes()).hexdigest()
    with zipfile.ZipFile(file) as book:
        parts = [(part, re.sub(rb"(<dcterms:created[^>]*>)[^<]*", rb"\1", book.read(part))) for part in book.infolist()]
    return [(part.filename, part.date_time, part.compress_type, hashlib.sha256(text).hexdigest()) for part, text in parts]


def files():
    found = []
    for folder in (place, config, small):
        for file in [folder, *folder.rglob("*")]:
            if not os.path.lexists(file):
                continue
            mode = file.lstat().st_mode
            what = [file.relative_to(work), oct(mode)]
            if stat.S_ISLNK(mode):
                what.append(os.readlink(file))
            elif stat.S_ISREG(mode):
                what.append(content(file))
            found.append(" ".join(map(str, what)))
    return "\n".join(sorted(found)).encode()


def run(program, line):
    """Returns what came of it: {part: bytes}."""
    clean()
    out, err = work / "stdout", work / "stderr"
    with open(out, "wb") as stdout, open(err, "wb") as stderr:
        status = subprocess.run(
            ["bash", "-c", line], cwd=place, env=os.environ | {"P": program}, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr
        ).returncode
    parts = {"exit code": str(status).encode(), "files": files()}
    parts["stdout"] = out.read_bytes().replace(program.encode(), b"PROGRAM")
    if zipfile.is_zipfile(out):
        parts["stdout"] = str(content(out)).encode()
    parts["stderr"] = err.read_bytes().replace(program.encode(), b"PROGRAM")
    for pattern, steady in UNSTEADY:
        parts["stderr"] = re.sub(pattern, steady, parts["stderr"])
    parts["requests"] = b"".join(log.read_bytes() for log in logs)
    return parts


def shown(value):
    return value.decode(errors="backslashreplace")[:400].replace("\n", " | ")


def equal(part, one, other):
    """The next page is asked for while a page is written: where that fails, chance decides if that request was sent."""
    if part != "requests" or one["exit code"] not in (b"9", b"141"):
        return one[part] == other[part]
    shorter, longer = sorted((one[part].splitlines(), other[part].splitlines()), key=len)
    return shorter == longer[: len(shorter)] and len(longer) - len(shorter) <= 1


same = different = 0
for line in sys.stdin.read().splitlines():
    command = line.removeprefix("any moment: ")
    compared = ["exit code", "stdout", "stderr", "files", "requests"] if command == line else ["exit code", "files"]
    one, other = (run(program, command) for program in programs)
    part = next((part for part in compared if not equal(part, one, other)), None)
    if part:
        different += 1
        print(f"compare: FAILED: {line}: {part}: expected '{shown(other[part])}', came '{shown(one[part])}'", flush=True)
    else:
        same += 1
        if "VERBOSE" in os.environ:
            print(f"compare: {shown(one['exit code'])} {line}", flush=True)
(work / "count").write_text(f"{same} {different}\n")
