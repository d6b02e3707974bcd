#!/usr/bin/env bash
# The files that the program writes: killed and concurrent runs, mounts, other owners, unusual names.
# Usage: files.sh IMAGE

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

start_faulty_server
folder=$work/folder
file=$folder/list.csv
config=$XDG_CONFIG_HOME/audiences/config.json
mkdir "$folder"

# files FOLDER: prints the names in the folder on one line.
files() {
    (cd "$1" && shopt -s nullglob dotglob && names=(*) && echo "${names[*]}")
}

run list --sandbox --all -o csv
sandbox_list=$work/sandbox.csv
mv "$out" "$sandbox_list"

# --- temporary files that are left over

# Starts a run that has written a part of $file and waits for the rest; sets $pid.
start_stalled() {
    : >"$requests"
    "$program" list --base-url "$faulty" -a stalled-list --all -o csv -O "$file" >"$out" 2>"$err" </dev/null &
    pid=$!
    wait_for requested 21
}
requested() { # COUNT
    [ "$(wc -l <"$requests")" -ge "$1" ]
}
temporary_files() {
    find "$folder" -name '.list.csv.audiences-*.tmp' | wc -l
}

begin "the next run deletes what a killed one left"
start_stalled
kill -KILL "$pid"
wait "$pid" 2>/dev/null
expect "temporary files" 1 "$(temporary_files)"
run list --sandbox --all -o csv -O "$file"
expect_status 0
expect "files in the folder" list.csv "$(files "$folder")"
expect_same_file "the file" "$sandbox_list" "$file"

begin "a run does not delete what another one still writes"
start_stalled
run list --sandbox --all -o csv -O "$file"
expect_status 0
expect "temporary files" 1 "$(temporary_files)"
kill -TERM "$pid"
wait "$pid"
expect "files in the folder" list.csv "$(files "$folder")"

begin "a run that is killed at any moment during others leaves no files"
rm -f "$file"
for turn in {0..9}; do
    "$program" list --sandbox --all -o csv -O "$file" >/dev/null 2>&1 </dev/null &
    first=$!
    "$program" list --sandbox --all -o csv -O "$file" >/dev/null 2>&1 </dev/null &
    second=$!
    sleep "0.$(printf %03d $((turn * 60)))"
    kill -KILL "$first" 2>/dev/null
    # The shell reports that the process was killed.
    {
        wait "$second"
        status=$?
        wait "$first"
    } 2>/dev/null
    expect_status 0
done
run list --sandbox --all -o csv -O "$file"
expect "files in the folder" list.csv "$(files "$folder")"
expect_same_file "the file" "$sandbox_list" "$file"

# --- files that can't be replaced

list_over() { # FILE
    run list --sandbox --all -o csv -O "$1"
    expect_status 0
    expect_stderr_with "note: $1 was overwritten in place, since it can't be replaced ("
    expect_same_file "the file" "$sandbox_list" "$1"
}

mounts=$work/mounts
mkdir "$mounts"
echo old >"$work/source"
echo old >"$mounts/list.csv"
if mount --bind "$work/source" "$mounts/list.csv" 2>/dev/null; then
    mounted+=("$mounts/list.csv")
    begin "a file that is mounted by itself"
    inode=$(stat -c %i "$work/source")
    list_over "$mounts/list.csv"
    expect "the file behind the mount" "$inode" "$(stat -c %i "$work/source")"
    expect "files in the folder" list.csv "$(files "$mounts")"

    begin "a compressed file that is mounted by itself"
    echo old >"$work/source.gz"
    echo old >"$mounts/list.csv.gz"
    mount --bind "$work/source.gz" "$mounts/list.csv.gz"
    run list --sandbox --all -O "$mounts/list.csv.gz"
    expect_status 0
    gzip -dc "$work/source.gz" >"$work/uncompressed.csv" || fail "gzip" "a valid file" "$(ls -l "$work/source.gz")"
    expect_same_file "the file" "$sandbox_list" "$work/uncompressed.csv"
    umount "$mounts/list.csv.gz"
    rm "$mounts/list.csv.gz"

    begin "a mounted file is as it was when the run ends early"
    echo old >"$work/source"
    file=$mounts/list.csv start_stalled
    kill -TERM "$pid"
    wait "$pid"
    status=$?
    expect_status 143
    expect "the old file" old "$(cat "$mounts/list.csv")"
    expect "files in the folder" list.csv "$(files "$mounts")"

    begin "a mounted file on a disk that is full"
    tiny=$work/tiny
    mkdir "$tiny"
    mount -t tmpfs -o size=4k tmpfs "$tiny" && echo old >"$tiny/source" && touch "$mounts/full.csv" &&
        mount --bind "$tiny/source" "$mounts/full.csv"
    # In reverse order of mounting.
    mounted=("$mounts/full.csv" "$tiny" "${mounted[@]}")
    run list --sandbox --all -o csv -O "$mounts/full.csv"
    expect_status 9
    expect_stderr_with "can't write $mounts/full.csv: No space left on device"
    expect_stderr_with "note: the file now holds only a part of the list"
    copy=$(sed -n 's/^  complete copy: //p' "$err")
    expect_same_file "the copy" "$sandbox_list" "$copy"
    run list --sandbox --all -o csv -O "$mounts/full.csv"
    [ -e "$copy" ] || fail "the copy" "to be kept by the next run" "nothing there"
    rm "$mounts"/full.csv.audiences-*

    begin "a folder that is read-only around a file that is not"
    mkdir "$work/closed"
    touch "$work/writable"
    mount -t tmpfs tmpfs "$work/closed" && touch "$work/closed/list.csv" &&
        mount --bind "$work/writable" "$work/closed/list.csv" && mount -o remount,ro "$work/closed"
    mounted=("$work/closed/list.csv" "$work/closed" "${mounted[@]}")
    AUDIENCES_JAVA_OPTIONS=-Djava.io.tmpdir=$folder list_over "$work/closed/list.csv"
    expect "files in the folder for temporary files" list.csv "$(files "$folder")"

    begin "a config file that is mounted by itself"
    mkdir -p "$(dirname "$config")"
    echo '{"output": "csv"}' >"$work/settings"
    chmod 600 "$work/settings"
    touch "$config"
    mount --bind "$work/settings" "$config"
    run config set output json
    expect_status 0
    run config get output
    expect_stdout json
    expect "the file behind the mount" '{"output": "json"}' "$(cat "$work/settings")"
    umount "$config"
    expect "files in the folder" "config.json config.json.lock" "$(files "$(dirname "$config")")"
    rm -rf "$XDG_CONFIG_HOME"
else
    skip "files that can't be replaced" "only root may mount one"
fi

as_stranger=(setpriv --reuid=65534 --regid=65534 --clear-groups)
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
    chmod 711 "$work"
    cp -a "$image" "$work/image"
    begin "a file of another user in a folder where each may delete only his own"
    mkdir -m 1777 "$work/shared"
    echo old >"$work/shared/list.csv"
    chmod 666 "$work/shared/list.csv"
    "${as_stranger[@]}" "$work/image/bin/audiences" list --sandbox --all -o csv -O "$work/shared/list.csv" \
        >"$out" 2>"$err" </dev/null
    status=$?
    expect_status 0
    expect_stderr_with "was overwritten in place"
    expect_same_file "the file" "$sandbox_list" "$work/shared/list.csv"
    expect "files in the folder" list.csv "$(files "$work/shared")"

    begin "a config file of another user"
    foreign=$work/shared/foreign.json
    echo '{"apiKeyCommand": ["id"]}' >"$foreign"
    for owner in 0:0 65534:0 1234:3; do
        chown "${owner%:*}" "$foreign"
        AUDIENCES_CONFIG=$foreign "${as_stranger[@]}" "$work/image/bin/audiences" config get output >"$out" 2>"$err"
        status=$?
        expect_status "${owner#*:}"
    done
    expect_stderr_with "the config file belongs to another user"
    # Root in a container may write the files of the host's users.
    AUDIENCES_CONFIG=$foreign run config get output
    expect_status 0
    chmod 700 "$work"
else
    skip "files of other users" "only root may be another one"
fi

# --- config set by several processes

begin "none of twenty changes at once is lost"
rm -rf "$XDG_CONFIG_HOME"
pids=()
for turn in {1..20}; do
    "$program" config set output csv --profile "p$turn" >/dev/null 2>>"$work/changes" </dev/null &
    pids+=($!)
done
for pid in "${pids[@]}"; do
    wait "$pid" || fail "a change" "to succeed" "$?: $(cat "$work/changes")"
done
run config get profiles
expect "the profiles" "$(printf 'p%s\n' {1..20})" "$(sort -V "$out")"
expect "files in the folder" "config.json config.json.lock" "$(files "$(dirname "$config")")"
expect "modes" "600 600" "$(stat -c %a "$config" "$config.lock" | xargs)"

begin "a lock that another process keeps"
cp "$config" "$work/before.json"
python3 -c 'import fcntl, sys, time
lock = open(sys.argv[1], "r+")
fcntl.lockf(lock, fcntl.LOCK_EX)
print("locked", flush=True)
time.sleep(300)' "$config.lock" >"$work/holder" &
holder=$!
server_pids+=("$holder")
wait_for test -s "$work/holder"
run config set output json
expect_status 9
expect_stderr_with "can't write $config: another process is changing it"
expect_same_file "the config file" "$work/before.json" "$config"
run config get output --profile p1
expect_stdout csv
kill "$holder"
wait "$holder" 2>/dev/null
run config set output json
expect_status 0

begin "the key that a killed config set left is deleted"
leftover=$(dirname "$config")/.config.json.audiences-12ab.tmp
for command in "set output csv" "unset apiKey"; do
    echo "{\"apiKey\": \"$key\"}" >"$leftover"
    # shellcheck disable=SC2086 # a list of words
    run config $command
    expect_status 0
    [ ! -e "$leftover" ] || fail "what was left" "to be gone after config $command" "it is there"
done
rm -rf "$XDG_CONFIG_HOME"

# --- names that are not UTF-8

begin "an output file whose name is not UTF-8"
rm -rf "$folder"
mkdir "$folder"
: >"$requests"
run list --base-url "$faulty" -O "$folder/"$'l\xe9.csv'
expect_status 2
expect_stderr_with "the path of the output file is not UTF-8"
expect requests "" "$(cat "$requests")"
expect "files in the folder" "" "$(files "$folder")"

begin "a working directory whose name is not UTF-8"
mkdir "$folder/"$'w\xe9'
(cd "$folder/"$'w\xe9' && run list --sandbox -O list.csv && exit "$status")
expect "exit code" 2 "$?"
expect_stderr_with "the path of the output file is not UTF-8"
(cd "$folder/"$'w\xe9' && run list --sandbox --all -o csv -O "$work/absolute.csv" && exit "$status")
expect "exit code" 0 "$?"
expect_same_file "the file" "$sandbox_list" "$work/absolute.csv"

begin "settings in paths that are not UTF-8"
for variable in AUDIENCES_CONFIG AUDIENCES_API_KEY_FILE SSL_CERT_FILE XDG_CONFIG_HOME HOME; do
    [ "$variable" = SSL_CERT_FILE ] && given=$key || given=
    env -u XDG_CONFIG_HOME AUDIENCES_API_KEY="$given" "$variable=$folder/"$'\xe9' "$program" list \
        --base-url https://127.0.0.1:1 --retries 0 >"$out" 2>"$err" </dev/null
    status=$?
    [ "$status" = 3 ] || fail "exit code with $variable" 3 "$status, with stderr: $(cat "$err")"
    expect_stderr_with "not UTF-8"
done
env HOME="$folder/"$'\xe9' AUDIENCES_CONFIG=/dev/null "$program" config get output >"$out" 2>"$err"
status=$?
expect_status 0
expect_stdout table

summary
