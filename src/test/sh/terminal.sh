#!/usr/bin/env bash
# The output and the keys at a terminal.
# Usage: terminal.sh IMAGE

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

export TERM=xterm PATH=$image/bin:$PATH

# type_at COMMAND [SHOWN KEYS]: runs it at a terminal; sets $status and writes the files $out, the screen, and $err, all
# output.
type_at() {
    python3 "$here/at_terminal.py" 100 "$err" "$@" >"$out" </dev/null
    status=$?
}

port=$(free_port)
"$program" sandbox --port "$port" --audiences 1000 --latency 150 >"$work/exports" 2>/dev/null &
server_pids+=($!)
wait_for test -s "$work/exports" || exit 1
# shellcheck source=/dev/null
. "$work/exports"

begin "the progress is shown, and gone at the end"
type_at "audiences list --all -o csv -O '$work/all.csv'"
expect_status 0
expect_stderr_with "audiences, 1 page so far …"
expect_stdout "audiences: 1,000 audiences in $work/all.csv"

begin "Ctrl-C takes the progress away"
type_at "exec audiences list --all --limit 100 -o csv -O '$work/list.csv'" "2 pages so far" $'\x03'
expect_status 130
expect "the start of stdout" "audiences: ended before the list was complete
  read before and not written: " "$(grep -o '^audiences: .*\|^  read before and not written: ' "$out")"
[ ! -e "$work/list.csv" ] || fail "the file" "none" "one"

begin "the progress fits a narrow terminal, of which only stderr is one"
type_at "stty cols 20; audiences list --all -o csv >'$work/narrow.csv'"
expect_status 0
expect_stderr_with $'\r\e[K100 audiences, 1 p…\r\e[K'
expect_stdout "audiences: 1,000 audiences"

begin "no progress in the log of a build"
type_at "CI=true audiences list --all -o csv -O '$work/all.csv'"
expect_stdout "audiences: 1,000 audiences in $work/all.csv"
expect_stderr_without "so far"

begin "columns without room are named"
type_at "stty cols 60; audiences list --sandbox --limit 1"
expect_stderr_with "not shown: folderId, createdAt"

begin "no progress on the screen of the next program in a pipe"
type_at "audiences list --all -o csv | head -n 1"
expect_stdout "id,name,type,description,folderId,prospectCount,createdAt"
expect_stderr_without "so far"
type_at "audiences list --all -o ndjson | wc -l"
expect_stdout 1000

begin "the prompt for the key hides it"
type_at "audiences config set apiKey --no-check" "not shown" $'sk_live_typed_1234\n'
expect_status 0
expect_stderr_without typed
expect "the key" "********1234" "$(env -u AUDIENCES_API_KEY "$program" config get apiKey)"

begin "a typed key is tried, and the next command named"
type_at "env -u AUDIENCES_API_KEY -u AUDIENCES_ACCOUNT_GROUP_ID audiences config set apiKey" "not shown" \
    "$AUDIENCES_API_KEY"$'\n'
expect_status 0
expect_stderr_with "audiences: the API accepts the key, for the account group 65f0c0ffee00000000000000"
expect_stderr_with "  next: audiences list"

begin "a typed key that the API refuses is stored all the same"
type_at "audiences config set apiKey" "not shown" $'sk_live_typed_9999\n'
expect_status 4
expect_stderr_with "note: it is saved all the same"
expect "the key" "********9999" "$(env -u AUDIENCES_API_KEY "$program" config get apiKey)"

begin "Ctrl-C while the key is tried: it is stored before"
silent=http://127.0.0.1:$(free_port)
"$program" sandbox --port "${silent##*:}" --latency 60000 >"$work/silent" 2>/dev/null &
server_pids+=($!)
wait_for test -s "$work/silent"
type_at "AUDIENCES_BASE_URL=$silent exec audiences config set apiKey" "not shown" $'sk_live_typed_7777\n' \
    "trying" $'\x03'
expect_status 130
expect "the key" "********7777" "$(env -u AUDIENCES_API_KEY "$program" config get apiKey)"

begin "Ctrl-C at the prompt brings the echo back, on a line of its own"
type_at "trap : INT; audiences config set apiKey; echo status \$?; stty -a" "not shown" $'\x03'
grep -q "^status 130" "$out" || fail "the screen" "a line for status 130" "$(cat "$out")"
grep -q "status 130" "$out" || fail "the screen" "status 130" "$(cat "$out")"
grep -qE "[^-]echo( |;|$)" "$out" || fail "the terminal" "echo" "$(cat "$out")"

begin "Ctrl-Z does not stop the prompt: after fg, the shell would have the key typed with echo"
# In a shell with job control.
type_at "bash --norc -ic 'audiences config set apiKey --no-check || fg'" "not shown" $'\x1ask_live_typed_5678\n'
expect_status 0
expect_stderr_without Stopped
expect_stderr_without typed
expect "the key" "********5678" "$(env -u AUDIENCES_API_KEY "$program" config get apiKey)"

begin "Ctrl-D at the prompt is an empty key"
type_at "audiences config set apiKey" "not shown" $'\x04'
expect_status 3
expect_stderr_with "the API key is empty"

begin "a key is not asked for with echo"
type_at "audiences config set apiKey >$work/empty"
expect_status 3
expect_stderr_with "can't be asked for without echo"

begin "colours"
type_at "audiences list --sandbox --limit 1"
expect_stderr_with $'\e[1mID'
expect_stderr_with $'\e[2m9c5c568c09956da900000000\e[0m  Founders, DACH'
for command in "NO_COLOR=1 audiences list" "TERM=dumb audiences list" "audiences list --color never"; do
    type_at "$command --sandbox --limit 1"
    expect_stderr_without $'\e'
done

begin "the width of the terminal, or of COLUMNS"
for width in 100: 40:COLUMNS=40 100:COLUMNS=0 100:COLUMNS=wide 100:COLUMNS=; do
    type_at "${width#*:} audiences list --sandbox --columns name,description,id --quiet"
    # For lines without wide characters, which are one character but two columns.
    expect "the longest line with ${width#*:}" "${width%%:*}" \
        "$(sed 's/…/./g' "$out" | LC_ALL=C grep -v $'[\x80-\xff]' | wc -L)"
done

begin "a table on a terminal that is narrower than an id"
type_at "stty cols 20; audiences list --sandbox --limit 2 --quiet --color never"
expect_stdout $'ID        NAME\n9c5c568…  Founders,…\nafaeeb6…  The "A" l…'

begin "nothing that a server sends acts on the terminal, by whatever name it is written to"
start_faulty_server
export AUDIENCES_BASE_URL=$faulty AUDIENCES_ACCOUNT_GROUP_ID=hostile-names
for target in /dev/stdout /dev/tty /proc/self/fd/1 /dev/fd/1 '$(tty)'; do
    for format in csv tsv json ndjson table; do
        type_at "audiences list --all -q --color never -o $format -O $target"
        expect_status 0
        expect_stderr_with "esc \\u001b[31m"
        expect_stderr_without $'\e['
    done
done
type_at "audiences list --all -q -o csv -O /dev/stdout | cat >'$work/piped.csv'"
grep -qF $'esc \e[31m' "$work/piped.csv" || fail "a pipe" "the exact bytes" "$(cat "$work/piped.csv")"

begin "nothing in the config acts on the terminal"
mkdir -p "$XDG_CONFIG_HOME/audiences"
printf '{"accountGroupId": "a\\u001b]0;x\\u0007b"}\n' >"$XDG_CONFIG_HOME/audiences/config.json"
type_at "env -u AUDIENCES_ACCOUNT_GROUP_ID audiences config get accountGroupId"
expect_stdout 'a\u001b]0;x\u0007b'

summary
