#!/usr/bin/env bash
# The program in a restricted environment: streams that block, limits, folders and file systems that are missing.
# Usage: environment.sh IMAGE
# shellcheck disable=SC2317 # functions are called by name

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

# "Within a second"; a busy machine gets a few more before that counts as a failure.
most_milliseconds=5000

start_faulty_server
folder=$work/folder
file=$folder/list.csv

old_file() {
    rm -rf "$folder"
    mkdir "$folder"
    echo old >"$file"
}

expect_old_file() {
    expect "files in the folder" list.csv "$(ls -A "$folder")"
    expect "the old file" old "$(cat "$file")"
}

sandbox_list=$work/sandbox.csv
run list --sandbox --all -o csv
mv "$out" "$sandbox_list"

expect_sandbox_list() {
    expect_status 0
    expect_same_file stdout "$sandbox_list" "$out"
}

# --- streams that block

endless=(list --base-url "$faulty" -a endless-list --all -o csv)
stuck() { # STREAM SIGNAL ARGUMENT…
    : >"$requests"
    python3 "$here/stuck.py" "$1" "$2" "$requests" "$program" "${@:3}" >"$out" 2>"$err"
    status=$?
}

for stream in stdout stderr terminal all; do
    for signal in INT:130 TERM:143 HUP:129; do
        begin "SIG${signal%:*} with $stream stuck"
        old_file
        command=("${endless[@]}" -O "$file")
        [ "$stream" != stdout ] || command=("${endless[@]}")
        # It reports the retry.
        [ "$stream" != stderr ] || command=(list --base-url "$faulty" -a unavailable -O "$file")
        stuck "$stream" "${signal%:*}" "${command[@]}"
        expect_status "${signal#*:}"
        [ "$(cat "$out")" -le "$most_milliseconds" ] || fail "time" "less than $most_milliseconds ms" "$(cat "$out") ms"
        expect_old_file
    done
done

begin "--max-time ends a run whose stdout is not read"
stuck stdout none "${endless[@]}" --max-time 1s
expect_status 7
expect_stderr "audiences: the 1 s of --max-time are over
  try: allow more with --max-time
  a part of the list may have been written; run it again for the whole list"

begin "--max-time ends a run whose streams are stuck, all of them"
for stream in terminal all; do
    old_file
    stuck "$stream" none "${endless[@]}" -O "$file" --max-time 1s
    expect_status 7
    expect_old_file
done

begin "--timeout limits the opening of a pipe without a reader"
mkfifo "$work/fifo"
run list --base-url "$faulty" -O "$work/fifo" --timeout 100ms
expect_status 9
expect_stderr_with "nobody opened $work/fifo for reading within 100 ms (--timeout)"

begin "--max-time limits the opening of a pipe without a reader"
run list --base-url "$faulty" -O "$work/fifo" --max-time 100ms
expect_status 7
expect_stderr_with "the 100 ms of --max-time are over"

begin "stdout and stderr in non-blocking mode lose nothing"
# shellcheck disable=SC2054 # a list of columns
many=(list --base-url "$faulty" -a endless-list --all -o ndjson --columns id,name --max-items 30000 --quiet)
run "${many[@]}"
mv "$out" "$work/many"
for kind in pipe terminal; do
    python3 "$here/slow_reader.py" "$kind" "$program" "${many[@]}" >"$out" 2>"$err"
    status=$?
    expect_status 0
    expect_same_file "what came through the $kind" "$work/many" "$out"
done

begin "a stdin in non-blocking mode"
python3 -c 'import os, subprocess, sys
reading, writing = os.pipe()
os.set_blocking(reading, False)
program = subprocess.Popen(sys.argv[1:], stdin=reading)
os.write(writing, b"sk_live_slowly")
program.poll()
os.write(writing, b"1234\n")
os.close(writing)
sys.exit(program.wait())' "$program" config set apiKey 2>"$err"
status=$?
expect_status 0
expect "the key" "********1234" "$(env -u AUDIENCES_API_KEY "$program" config get apiKey)"
rm -rf "$XDG_CONFIG_HOME"

for streams in "<&-" ">&-" "2>&-" "<&- >&-" "<&- 2>&-" ">&- 2>&-" "<&- >&- 2>&-"; do
    begin "closed: $streams"
    old_file
    eval '"$program" list --sandbox --all -o csv -O "$file" >"$out" 2>"$err" '"$streams"
    status=$?
    expect_status 0
    expect_same_file "the file" "$sandbox_list" "$file"
done

# --- folders and file systems

# in_deleted_folder ARGUMENT…: as run, without the error of the shell.
in_deleted_folder() {
    mkdir "$work/deleted"
    (cd "$work/deleted" && rmdir "$work/deleted" && run "$@" && exit "$status")
    status=$?
    sed -i '/getcwd/d' "$err"
}

begin "a working directory that was deleted"
in_deleted_folder list --sandbox --all -o csv
expect_sandbox_list
expect_stderr ""
old_file
in_deleted_folder list --sandbox --all -o csv -O "$file"
expect_status 0
expect_same_file "the file" "$sandbox_list" "$file"

begin "a relative path in a working directory that was deleted"
in_deleted_folder list --sandbox -O list.csv
expect_status 9
expect_stderr_with "can't write list.csv: there is no such folder"
[ ! -e /list.csv ] || fail "the root folder" "no list.csv" "one"
AUDIENCES_CONFIG=config.json in_deleted_folder list
expect_status 3
expect_stderr_with "there is no config file config.json"

# without FOLDER… -- ARGUMENT…: as run, with these folders empty.
without() {
    local mounts=""
    while [ "$1" != -- ]; do
        mounts="$mounts mount -t tmpfs tmpfs $1 &&"
        shift
    done
    shift
    # shellcheck disable=SC2016 # expanded by the inner shell
    unshare -m sh -c "$mounts"' exec "$@"' sh "$program" "$@" >"$out" 2>"$err" </dev/null
    status=$?
}
if unshare -m mount -t tmpfs tmpfs /proc 2>/dev/null; then
    for folders in /proc /dev "/proc /dev /sys"; do
        begin "no $folders"
        # shellcheck disable=SC2086 # a list of words
        without $folders -- list --sandbox --all -o csv
        expect_sandbox_list
        expect_stderr ""
        old_file
        # shellcheck disable=SC2086 # a list of words
        without $folders -- list --sandbox --all -o csv -O "$file"
        expect_same_file "the file" "$sandbox_list" "$file"
    done
else
    skip "no /proc" "only root may hide it"
fi

begin "next to no environment"
for variables in "" PATH= HOME=/nonexistent TMPDIR=/nonexistent; do
    # shellcheck disable=SC2086 # one variable or none
    env -i $variables "$program" list --sandbox --all -o csv >"$out" 2>"$err" </dev/null
    status=$?
    expect_sandbox_list
    expect_stderr ""
done

begin "an argument of 100,000 bytes"
run list --sandbox --name "$(head -c 100000 /dev/zero | tr '\0' a)" -o csv --no-header
expect_status 0
expect_stdout ""

# --- limits

# limited LIMIT ARGUMENT…: as run, in a folder where files left by Java would be found.
limited() {
    rm -rf "$folder"
    mkdir "$folder"
    # shellcheck disable=SC2086 # an option and its value
    (cd "$folder" && ulimit $1 && run "${@:2}" && exit "$status")
    status=$?
    expect "files in the folder" "" "$(ls -A "$folder")"
}

expect_own_words() {
    expect_status 9
    expect_stdout ""
    expect_stderr_with "audiences: "
    expect_stderr_without "Exception"
    expect_stderr_without "VM"
}

begin "little address space"
for kibibytes in 500000 700000 1000000 1300000 1599999 1600000 4000000; do
    limited "-v $kibibytes" list --sandbox --all -o csv
    expect_sandbox_list
    expect_stderr ""
done

begin "too little address space"
for kibibytes in 100000 150000; do
    limited "-v $kibibytes" list --sandbox
    expect_own_words
    expect_stderr_with "too little for the program to start"
done

begin "few open files"
limited "-n 24" list --sandbox --all -o csv
expect_sandbox_list

begin "a small stack"
limited "-s 256" list --sandbox --all -o csv
expect_sandbox_list

if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
    begin "few threads"
    cp -a "$image" "$work/image"
    chmod 711 "$work"
    # As a user without other processes, since the limit applies to all processes of a user.
    for threads in 1 4 8 12 13 14 15 16 17 18 20 22 24; do
        # shellcheck disable=SC2016 # expanded by the inner shell
        setpriv --reuid=64731 --regid=64731 --clear-groups bash -c 'ulimit -u "$0" && exec "$@"' "$threads" \
            "$work/image/bin/audiences" list --sandbox --all -o csv >"$out" 2>"$err" </dev/null
        status=$?
        if [ "$status" = 0 ]; then expect_sandbox_list; else expect_own_words; fi
    done
    expect_status 0
    chmod 700 "$work"
else
    skip "few threads" "the limit does not hold for this user, or would stop other programs"
fi

summary
