#!/usr/bin/env bash
# The program as a process: streams, signals, full disks, files, locales, other folders, little memory.
# Usage: system.sh IMAGE
# shellcheck disable=SC2317 # functions are called by name

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

# A signal must end the program "within a second"; a busy machine gets a few more before that counts as a failure.
most_milliseconds=5000

start_faulty_server
folder=$work/folder
file=$folder/list.csv
mkdir "$folder"
million=$work/million
"$program" sandbox --audiences 1000000 --page-size 100 >"$million" 2>/dev/null </dev/null &
server_pids+=($!)
wait_for grep -q GROUP "$million" || exit 1

at_million() { # COMMAND…: run with the settings of the sandbox with a million audiences
    # shellcheck source=/dev/null # printed by the program
    (. "$million" && "$@")
}

milliseconds() {
    echo $((${EPOCHREALTIME/./} / 1000))
}

expect_quick() { # SINCE
    local took=$(($(milliseconds) - $1))
    [ "$took" -le "$most_milliseconds" ] || fail "time" "less than $most_milliseconds ms" "$took ms"
}

# old_file: makes a folder that contains an old list only.
old_file() {
    rm -rf "$folder"
    mkdir "$folder"
    echo old >"$file"
}

# Prints the names in the folder on one line.
files() {
    (cd "$folder" && shopt -s nullglob dotglob && names=(*) && echo "${names[*]}")
}

expect_old_file() {
    expect "files in the folder" list.csv "$(files)"
    expect "the old file" old "$(cat "$file")"
}

sandbox_list=$work/sandbox.csv
run list --sandbox --all -o csv
mv "$out" "$sandbox_list"

# --- stdout, stderr and stdin that do not work

for arguments in "list --sandbox -o csv" "list --sandbox --limit 1 -o csv --no-header" "list --sandbox" \
    "list --sandbox --all -o json" "list --sandbox --all --sort name -o ndjson" "accounts --sandbox" "--help" \
    "list --help" "--version" "config list" "config path" "sandbox"; do
    begin "a full disk behind stdout: $arguments"
    # shellcheck disable=SC2086 # a list of words
    "$program" $arguments >/dev/full 2>"$err" </dev/null
    status=$?
    expect_status 9
    expect_stderr_with "can't write stdout"

    begin "closed stdout: $arguments"
    # shellcheck disable=SC2086 # a list of words
    "$program" $arguments >&- 2>"$err" </dev/null
    status=$?
    expect_status 9
    expect_stderr_with "can't write stdout: it is closed"

    begin "a pipe without a reader: $arguments"
    # shellcheck disable=SC2086 # a list of words
    python3 -c 'import os, subprocess, sys
reading, writing = os.pipe()
os.close(reading)
sys.exit(subprocess.run(sys.argv[1:], stdout=writing).returncode)' "$program" $arguments 2>"$err" </dev/null
    status=$?
    expect_status 141
    expect_stderr ""
done

begin "closed stdin"
"$program" list --sandbox --all -o csv <&- >"$out" 2>"$err"
status=$?
expect_status 0
expect_stderr ""
expect_same_file "stdout" "$sandbox_list" "$out"

begin "closed stderr, which no file may take the place of"
old_file
"$program" list --sandbox --all -o csv -v -O "$file" </dev/null >"$out" 2>&-
status=$?
expect_status 0
expect_stdout ""
expect_same_file "the file" "$sandbox_list" "$file"

begin "all three closed"
old_file
"$program" list --sandbox --all -o csv -v -O "$file" <&- >&- 2>&-
status=$?
expect_status 0
expect_same_file "the file" "$sandbox_list" "$file"

begin "a full disk behind stderr"
"$program" list --sandbox --all -o csv -v </dev/null >"$out" 2>/dev/full
status=$?
expect_status 0
expect_same_file "stdout" "$sandbox_list" "$out"

for format in csv json; do
    begin "the first line of a million audiences, $format"
    since=$(milliseconds)
    # shellcheck disable=SC2016 # expanded by the inner shell
    at_million sh -c '{ "$0" list --all -o "$1" 2>"$3"; echo $? >"$4"; } | head -c 100 >"$2"' \
        "$program" "$format" "$out" "$err" "$work/status"
    status=$(cat "$work/status")
    expect_status 141
    expect_stderr ""
    expect_quick "$since"
    expect "bytes read" 100 "$(wc -c <"$out")"
done

begin "an endless list stops when the reader has gone"
"$program" list --base-url "$faulty" -a endless-list --all -o ndjson 2>"$err" </dev/null | head -1 >"$out"
status=${PIPESTATUS[0]}
expect_status 141
expect_stderr ""

# --- the file of --output-file

begin "a new file gets what the umask leaves"
for mask in 022:644 077:600 002:664 027:640; do
    rm -f "$file"
    (umask "${mask%:*}" && exec "$program" list --sandbox -o csv -O "$file" 2>"$err" </dev/null)
    expect "permissions with umask ${mask%:*}" "${mask#*:}" "$(stat -c %a "$file")"
done

begin "a file that is there keeps its permissions"
for mode in 600 640 666 755; do
    old_file
    chmod "$mode" "$file"
    run list --sandbox --all -o csv -O "$file"
    expect_status 0
    expect "permissions" "$mode" "$(stat -c %a "$file")"
    expect_same_file "the file" "$sandbox_list" "$file"
    expect "files in the folder" list.csv "$(files)"
done

begin "symbolic links are followed to their target"
old_file
mkdir "$folder/there"
ln -s there/two.csv "$folder/one.csv"
ln -s ../three.csv "$folder/there/two.csv"
echo old >"$folder/three.csv"
run list --sandbox --all -o csv -O "$folder/one.csv"
expect_status 0
expect "the first link" there/two.csv "$(readlink "$folder/one.csv")"
expect "the second link" ../three.csv "$(readlink "$folder/there/two.csv")"
expect_same_file "the target" "$sandbox_list" "$folder/three.csv"
expect "files in the folder" "list.csv one.csv there three.csv" "$(files)"

begin "a symbolic link whose target is not there yet"
ln -s new.csv "$folder/link.csv"
run list --sandbox --all -o csv -O "$folder/link.csv"
expect_status 0
expect "the link" new.csv "$(readlink "$folder/link.csv")"
expect_same_file "the target" "$sandbox_list" "$folder/new.csv"

begin "a relative name in the current folder"
old_file
(cd "$folder" && exec "$program" list --sandbox --all -o csv -O list.csv 2>"$err" </dev/null)
expect_same_file "the file" "$sandbox_list" "$file"
expect "files in the folder" list.csv "$(files)"

begin "a name as long as the file system takes"
long=$(printf 'é%.0s' {1..125}).csv
run list --sandbox --all -o csv -O "$folder/$long"
expect_status 0
expect_same_file "the file" "$sandbox_list" "$folder/$long"

begin "a FIFO is written to"
mkfifo "$work/fifo"
cat "$work/fifo" >"$out.fifo" &
reader=$!
run list --sandbox --all -o csv -O "$work/fifo"
wait "$reader"
expect_status 0
expect_same_file "what the reader got" "$sandbox_list" "$out.fifo"
[ -p "$work/fifo" ] || fail "the FIFO" "a FIFO still" "$(stat -c %F "$work/fifo")"

begin "a FIFO whose reader goes away"
head -c 10 "$work/fifo" >/dev/null &
reader=$!
run list --base-url "$faulty" -a endless-list --all -o csv -O "$work/fifo"
wait "$reader"
expect_status 141
expect_stderr ""

for name in - /dev/stdout /dev/fd/1 /proc/self/fd/1; do
    begin "$name as the file"
    run list --sandbox --all -o csv -O "$name"
    expect_status 0
    expect_same_file stdout "$sandbox_list" "$out"

    begin "$name as the file, in a pipe"
    "$program" list --sandbox --all -o csv -O "$name" 2>"$err" </dev/null | cat >"$out"
    status=${PIPESTATUS[0]}
    expect_status 0
    expect_same_file stdout "$sandbox_list" "$out"
done

begin "/dev/stdout as the file keeps what stdout held before"
{ echo before; "$program" list --sandbox --all -o csv -O /dev/stdout; } >"$out" 2>"$err" </dev/null
{ echo before; cat "$sandbox_list"; } >"$work/both"
expect_same_file stdout "$work/both" "$out"

begin "/dev/null as the file"
run list --sandbox --all -o csv -O /dev/null
expect_status 0
[ -c /dev/null ] || fail "/dev/null" "a device still" "$(stat -c %F /dev/null)"

begin "/dev/full as the file"
run list --sandbox --all -o csv -O /dev/full
expect_status 9

begin "an output file that can't be written fails before the first request"
: >"$requests"
for target in "$folder/none/list.csv" "$folder" "$folder/" "$folder/new/" /sys/list.csv; do
    run list --base-url "$faulty" -o csv -O "$target"
    [ "$status" = 9 ] || fail "exit code for '$target'" 9 "$status, with stderr: $(cat "$err")"
    expect_stdout ""
done
expect requests "" "$(cat "$requests")"

# --- full disks

begin "a file larger than the limit of the shell"
old_file
(ulimit -f 16 && run list --base-url "$faulty" -a endless-list --all -o csv -O "$file" && exit "$status")
status=$?
expect_status 9
expect_old_file

small=$work/small
mkdir "$small"
if mount -t tmpfs -o size=64k tmpfs "$small" 2>/dev/null; then
    mounted+=("$small")
    begin "a full file system"
    echo old >"$small/list.csv"
    run list --base-url "$faulty" -a endless-list --all -o csv -O "$small/list.csv"
    expect_status 9
    expect_stderr_with "No space left"
    expect "files in the folder" list.csv "$(ls -A "$small")"
    expect "the old file" old "$(cat "$small/list.csv")"

    begin "a full file system behind stdout"
    "$program" list --base-url "$faulty" -a endless-list --all -o csv >"$small/list.csv" 2>"$err" </dev/null
    status=$?
    expect_status 9
    expect_stderr_with "No space left"

    begin "a file system that may only be read"
    rm "$small/list.csv"
    mount -o remount,ro "$small"
    : >"$requests"
    run list --base-url "$faulty" -O "$small/list.csv"
    expect_status 9
    expect requests "" "$(cat "$requests")"
else
    skip "a full file system" "only root may mount one"
fi

# --- signals

# start ARGUMENT…: runs the program in the background and sets $pid. The shell would make it ignore SIGINT.
start() {
    # The output of the previous run must not be read as this one's.
    rm -f "$out" "$err"
    env --default-signal=INT,TERM,HUP "$program" "$@" >"$out" 2>"$err" </dev/null &
    pid=$!
}

end_with() { # SIGNAL
    local since
    since=$(milliseconds)
    kill -s "$1" "$pid"
    wait "$pid"
    status=$?
    expect_quick "$since"
}

said() { # TEXT
    grep -qF -- "$1" "$err"
}

requested() { # COUNT
    [ "$(wc -l <"$requests")" -ge "$1" ]
}

something_written() {
    [ -n "$(find "$folder" -name '.*' -size +1k)" ]
}

# Each stage is a function that starts the program and returns when it has reached that stage.
connecting() {
    start list --base-url "$deaf" -v -o csv -O "$file" && wait_for said "GET "
}
waiting_for_the_answer() {
    start list --base-url "$faulty" -a silent -o csv -O "$file" && wait_for requested 1
}
waiting_for_the_body() {
    start list --base-url "$faulty" -a stalled-body -o csv -O "$file" && wait_for requested 1
}
waiting_for_a_retry() {
    start list --base-url "$faulty" -a unavailable -o csv -O "$file" && wait_for said "trying again"
}
waiting_for_the_next_page() {
    start list --base-url "$faulty" -a stalled-list --all -o csv -O "$file" && wait_for requested 21
}
streaming() {
    start list --base-url "$faulty" -a endless-list --all -o csv -O "$file" && wait_for something_written
}
streaming_to_stdout() {
    start list --base-url "$faulty" -a endless-list --all -o json && wait_for test -s "$out"
}
holding_rows_to_sort() {
    start list --base-url "$faulty" -a endless-list --all --sort name -o csv -O "$file" && wait_for requested 50
}
serving() {
    start sandbox && wait_for said "until it is stopped"
}
asked=$work/asked
asking_for_the_key() {
    mkdir -p "$XDG_CONFIG_HOME/audiences"
    echo "{\"apiKeyCommand\": [\"sh\", \"-c\", \"echo \$\$ >'$asked'; exec sleep 100\"]}" \
        >"$XDG_CONFIG_HOME/audiences/config.json"
    chmod -R go= "$XDG_CONFIG_HOME"
    rm -f "$asked"
    AUDIENCES_API_KEY='' start list --base-url "$faulty" -o csv -O "$file" && wait_for test -s "$asked" &&
        server_pids+=("$(cat "$asked")")
}

for stage in connecting waiting_for_the_answer waiting_for_the_body waiting_for_a_retry waiting_for_the_next_page \
    streaming streaming_to_stdout holding_rows_to_sort serving asking_for_the_key; do
    for signal in INT:130 TERM:143 HUP:129; do
        begin "SIG${signal%:*} while ${stage//_/ }"
        old_file
        : >"$requests"
        if $stage; then
            end_with "${signal%:*}"
            expect_status "${signal#*:}"
            expect_old_file
            expect_stderr_without "bug in audiences"
            expect_stderr_without "can't write"
            expect_stderr_without "Exception"
        else
            fail "the stage" "to be reached" "stderr: $(cat "$err")"
            kill -KILL "$pid"
            wait "$pid"
        fi
    done
done
rm -rf "$XDG_CONFIG_HOME"

begin "a signal tells what was written and how to go on"
: >"$requests"
start list --base-url "$faulty" -a stalled-list --all -o csv
# shellcheck disable=SC2317 # called by wait_for
twenty_pages() {
    [ "$(wc -l <"$out")" -eq 2001 ]
}
wait_for twenty_pages
end_with INT
expect_status 130
expect_stderr "audiences: ended before the list was complete
  written before: 2,000 audiences on 20 pages
  go on with: audiences list --base-url $faulty -a stalled-list --all -o csv --no-header --cursor 20"

begin "a signal at any moment leaves the old file or the whole new one"
for turn in {0..23}; do
    old_file
    start list --sandbox --all -o csv -O "$file"
    sleep "0.$(printf %03d $((turn * 15)))"
    kill -s TERM "$pid" 2>/dev/null
    wait "$pid"
    status=$?
    expect "files in the folder after $status" list.csv "$(files)"
    case $status in
        0) expect_same_file "the file" "$sandbox_list" "$file" ;;
        143) cmp -s "$sandbox_list" "$file" || expect_old_file ;;
        1)
            # Java fails when the signal arrives between two phases of its start.
            expect_stderr_with "Error occurred during initialization of VM"
            expect_old_file
            ;;
        *) fail "exit code" "0 or 143" "$status, with stderr: $(cat "$err")" ;;
    esac
done

# --- the config file

begin "the config file and its folder are the owner's alone, whatever the umask"
for mask in 000 022 077 777; do
    rm -rf "$XDG_CONFIG_HOME"
    (umask "$mask" && exec "$program" config set output csv) >"$out" 2>"$err" </dev/null
    status=$?
    expect_status 0
    expect "modes with umask $mask" "700 700 600" \
        "$(stat -c %a "$XDG_CONFIG_HOME" "$XDG_CONFIG_HOME/audiences" "$XDG_CONFIG_HOME/audiences/config.json" | xargs)"
done
rm -rf "$XDG_CONFIG_HOME"

begin "the key from a process substitution"
AUDIENCES_API_KEY='' AUDIENCES_API_KEY_FILE=<(echo "$key") run list --base-url "$faulty" -a group -o csv
expect_status 0

# --- locales

# in_locale LOCALE ARGUMENT…: as run, without the shell's warning about a locale that is not installed.
in_locale() {
    local locale=$1
    shift
    env LC_ALL="$locale" LANG="$locale" "$program" "$@" >"$out" 2>"$err" </dev/null
    status=$?
}

begin "the same bytes in every locale"
for format in csv json ndjson tsv table; do
    run list --sandbox --all -o "$format"
    mv "$out" "$work/plain.$format"
    for locale in C POSIX "" C.UTF-8 tr_TR.UTF-8 tr_TR.ISO-8859-9 ar_EG.UTF-8 no_SUCH; do
        in_locale "$locale" list --sandbox --all -o "$format"
        expect_status 0
        expect_same_file "$format with LC_ALL='$locale'" "$work/plain.$format" "$out"
    done
    for options in -Duser.language=tr "-Duser.language=ar -Duser.country=EG" "-Duser.language=hi -Duser.country=IN" \
        "-Duser.language=th -Duser.country=TH -Duser.variant=TH" \
        "-Dfile.encoding=ISO-8859-1 -Duser.timezone=Asia/Tokyo"; do
        AUDIENCES_JAVA_OPTIONS=$options run list --sandbox --all -o "$format"
        expect_status 0
        expect_same_file "$format with $options" "$work/plain.$format" "$out"
    done
done

if [ -z "$native" ]; then
    begin "the user's options for Java go before the program's own"
    AUDIENCES_JAVA_OPTIONS="-Xmx96m -XX:CompileThresholdScaling=0.75 -XX:+PrintFlagsFinal" run list --sandbox --all -o csv
    expect_status 0
    expect "the options in force" "CompileThresholdScaling = 0.750000 MaxHeapSize = 100663296" \
        "$(awk '$2 == "MaxHeapSize" || $2 == "CompileThresholdScaling" { print $2, $3, $4 }' "$err" | sort | xargs)"
fi

begin "options and choices are understood in Turkish"
AUDIENCES_JAVA_OPTIONS="-Duser.language=tr -Duser.country=TR" run list --sandbox --limit 1 -o ndjson \
    --columns id,prospectCount --sort id --min-prospects 0
expect_status 0

begin "letters outside ASCII in arguments, settings and file names"
for locale in C POSIX "" C.UTF-8 tr_TR.ISO-8859-9 tr_TR.UTF-8 no_SUCH.UTF-8; do
    old_file
    : >"$requests"
    in_locale "$locale" list --base-url "$faulty" -a é日 --cursor ü👍 -o csv -O "$folder/é日👍.csv"
    expect_status 0
    expect "the request with LC_ALL='$locale'" \
        "/v1/accounts/%C3%A9%E6%97%A5/audiences?cursor=%C3%BC%F0%9F%91%8D" "$(cat "$requests")"
    expect "files with LC_ALL='$locale'" "list.csv é日👍.csv" "$(files)"
    : >"$requests"
    AUDIENCES_ACCOUNT_GROUP_ID=é in_locale "$locale" list --base-url "$faulty" -o csv
    expect "the request with LC_ALL='$locale'" "/v1/accounts/%C3%A9/audiences" "$(cat "$requests")"
done

begin "letters outside ASCII in messages"
in_locale C list é👍
expect_status 2
expect_stderr_with "é👍"

# --- the image elsewhere

no_java=$work/no-java
mkdir "$no_java"
for tool in sh readlink stty; do
    ln -s "$(command -v "$tool")" "$no_java/$tool"
done
expect_works() { # COMMAND…
    env -i PATH="$no_java" JAVA_HOME=/nonexistent "$@" list --sandbox --all -o csv >"$out" 2>"$err" </dev/null
    status=$?
    expect_status 0
    expect_stderr ""
    expect_same_file stdout "$sandbox_list" "$out"
}

begin "no Java and next to nothing on the PATH"
expect_works "$program"
expect_fast_start "$program"

begin "moved to a path with spaces and letters"
moved="$work/a b/c'é \$x"
mkdir -p "$moved"
cp -a "$image" "$moved/image"
expect_works "$moved/image/bin/audiences"
expect_fast_start "$moved/image/bin/audiences"

begin "through a chain of symbolic links"
ln -s "$moved/image/bin/audiences" "$work/absolute link"
mkdir "$work/links"
ln -s "../absolute link" "$work/links/relative"
ln -s relative "$work/links/audiences"
expect_works "$work/links/audiences"

begin "through a symbolic link to the folder"
ln -s "$moved/image" "$work/image-link"
expect_works "$work/image-link/bin/audiences"

begin "found on the PATH, there by a symbolic link"
no_java_before=$no_java
no_java=$work/links:$no_java
expect_works audiences
no_java=$no_java_before

begin "called by a relative path"
works_in() { # FOLDER COMMAND…
    (cd "$1" && shift && "$@" --version) >"$out" 2>"$err" || fail "${*:2} in $1" "to work" "$(cat "$err")"
}
works_in "$moved/image/bin" ./audiences
works_in "$moved" image/bin/audiences
[ -n "$native" ] || works_in "$moved/image/bin" sh audiences
works_in "$work/links" ./audiences
works_in "$moved/image/bin" env PATH=":$PATH" audiences

begin "packed, unpacked and touched"
mkdir "$work/unpacked"
tar -C "$(dirname "$image")" -cf - "$(basename "$image")" | tar -C "$work/unpacked" -xf -
unpacked=$work/unpacked/$(basename "$image")
expect_works "$unpacked/bin/audiences"
expect_fast_start "$unpacked/bin/audiences"
find "$unpacked" -exec touch {} +
expect_works "$unpacked/bin/audiences"

begin "a folder that is not writable, for a user who owns nothing"
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
    chmod 711 "$work"
    expect_works "$(command -v setpriv)" --reuid=65534 --regid=65534 --clear-groups "$unpacked/bin/audiences"
    chmod 700 "$work"
else
    chmod -R a-w "$unpacked"
    expect_works "$unpacked/bin/audiences"
    chmod -R u+w "$unpacked"
fi

begin "a config folder that can't be searched is not taken for an empty one"
closed=$work/closed
mkdir -p "$closed/audiences"
echo '{"output": "csv"}' >"$closed/audiences/config.json"
as_stranger=()
if [ "$(id -u)" -eq 0 ]; then
    as_stranger=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    chmod 711 "$work"
    chown -R 65534 "$closed"
fi
chmod a-x "$closed/audiences"
get_output() { # FOLDER: of the config files
    "${as_stranger[@]}" env XDG_CONFIG_HOME="$1" "$unpacked/bin/audiences" config get output >"$out" 2>"$err" </dev/null
    status=$?
}
get_output "$closed"
expect_status 3
expect_stdout ""
expect_stderr_with "the config file can't be reached"
bash -c "$(sed -n 's/.*search its folder:  //p' "$err")"
get_output "$closed"
expect_stdout csv
# The content of another user's home is not known, and is not needed.
mkdir -p "$work/home"
chmod 700 "$work/home"
get_output "$work/home/config"
expect_stdout table
chmod 700 "$work"

# --- memory

begin "an endless body"
for options in "" -Xmx32m; do
    AUDIENCES_JAVA_OPTIONS=$options run list --base-url "$faulty" -a endless-body
    expect_status 8
    expect_stdout ""
done

begin "a page of 60 MiB"
for group in large-page large-text; do
    run list --base-url "$faulty" -a "$group" -o csv
    expect_status 0
    [ "$(wc -c <"$out")" -gt $((60 << 20)) ] || fail "bytes for $group" "more than 60 MiB" "$(wc -c <"$out")"
    run list --base-url "$faulty" -a "$group" -o json
    expect_status 0
done

begin "options meant for other Java programs"
for variable in JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS; do
    env "$variable=-agentlib:no-such-agent" "$program" list --sandbox --limit 1 --columns id -o csv >"$out" 2>"$err"
    status=$?
    expect_status 0
    expect_stderr_without "Picked up"
done

begin "a list that does not fit into memory"
for options in "-o csv --sort name" "-o table"; do
    # shellcheck disable=SC2086 # options is a list of words
    AUDIENCES_JAVA_OPTIONS="-Xmx24m -Xmn8m" at_million "$program" list --all --limit 100 $options >"$out" 2>"$err" </dev/null
    status=$?
    expect_status 9
    expect_stdout ""
    expect_stderr_with "the list does not fit into memory"
    expect_stderr_without "Exception"
done

peak() { # AUDIENCES: peak memory of a list of so many, in KiB
    at_million python3 -c 'import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)' "$program" list --all --quiet --max-items "$1" -o csv
}
begin "memory does not grow with the list"
few=$(peak 100000)
many=$(peak 1000000)
echo "$suite: peak memory: $((few / 1024)) MiB for 100,000 audiences, $((many / 1024)) MiB for 1,000,000"
# But for the ids: 12 bytes each, and as much again while a collection of garbage moves them.
[ $((many - few)) -lt $((32 * 1024)) ] || fail "peak memory" "less than 32 MiB more than $few KiB" "$many KiB"

summary
