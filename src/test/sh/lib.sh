# shellcheck shell=bash
# Functions for the scripts in this folder, each of which runs the built program as a process, as users do.
# A script starts each case with `begin`, checks the results with the `expect_…` functions, and ends with `summary`.

set -u

suite=$(basename "$0" .sh)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ ! -x "${1:-}/bin/audiences" ]; then
    echo "usage: $0 IMAGE, the folder that the build leaves at target/audiences" >&2
    exit 2
fi
image=$(cd "$1" && pwd)
program=$image/bin/audiences
# Whether it is the native executable, which no Java options reach but -D and -Xm….
native=
[ ! -e "$image/lib/libaudiences.so" ] || native=yes
key=sk_live_canary_7f3a9c

work=$(mktemp -d) || exit 1
server_pids=()
mounted=()

# shellcheck disable=SC2317 # called by the trap
clean_up() {
    local pid folder
    # Not in a subshell that was ended by a signal.
    [ "$BASHPID" = "$$" ] || return
    for pid in "${server_pids[@]}"; do
        kill "$pid" 2>/dev/null
        wait "$pid" 2>/dev/null
    done
    for folder in "${mounted[@]}"; do
        umount "$folder"
    done
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# The environment of the caller must have no effect: no settings, proxies, certificates, Java options or locale.
for variable in $(compgen -e); do
    case $variable in
        AUDIENCES_* | *_proxy | *_PROXY | SSL_CERT_*) unset "$variable" ;;
        JAVA_TOOL_OPTIONS | JDK_JAVA_OPTIONS | _JAVA_OPTIONS) unset "$variable" ;;
        LC_* | NO_COLOR | COLUMNS) unset "$variable" ;;
    esac
done
# Whether a missing tool is an error; the program itself shows no progress where CI is set.
ci=${CI-}
unset CI
export LANG=C.UTF-8
export XDG_CONFIG_HOME=$work/config
export AUDIENCES_API_KEY=$key
export AUDIENCES_ACCOUNT_GROUP_ID=group

case_name=
case_failed=
passed=0
failed=0
skipped=0

# Counts the previous case.
end_case() {
    [ -n "$case_name" ] || return 0
    if [ -n "$case_failed" ]; then
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
    case_name=
}

# begin NAME: starts a case.
begin() {
    end_case
    case_name=$1
    case_failed=
}

# skip NAME REASON: reports a case that can't run on this machine.
skip() {
    end_case
    skipped=$((skipped + 1))
    echo "$suite: skipped: $1: $2"
}

# fail WHAT EXPECTED ACTUAL: reports a failure; only the first one of each case is printed.
fail() {
    [ -z "$case_failed" ] || return 0
    case_failed=yes
    local came=$3
    [ ${#came} -le 600 ] || came="${came:0:600}…"
    echo "$suite: FAILED: $case_name: $1: expected $2, came ${came//$'\n'/ | }"
}

# Prints the number of cases and exits, with 1 when one of them failed.
summary() {
    end_case
    local also=
    [ "$skipped" -eq 0 ] || also=", $skipped skipped"
    echo "$suite: $passed passed, $failed failed$also"
    [ "$failed" -eq 0 ]
    exit
}

# run ARGUMENT…: runs the program; sets $status and writes the files $out and $err.
out=$work/out
err=$work/err
status=
run() {
    "$program" "$@" >"$out" 2>"$err" </dev/null
    status=$?
}

expect() { # WHAT EXPECTED CAME
    [ "$2" = "$3" ] || fail "$1" "'$2'" "'$3'"
}

expect_status() {
    [ "$status" = "$1" ] || fail "exit code" "$1" "$status, with stderr: $(cat "$err")"
}

expect_stdout() {
    expect stdout "$1" "$(cat "$out")"
}

expect_stderr() {
    expect stderr "$1" "$(cat "$err")"
}

expect_stderr_with() {
    grep -qF -- "$1" "$err" || fail stderr "text with '$1'" "'$(cat "$err")'"
}

expect_stderr_without() {
    ! grep -qF -- "$1" "$err" || fail stderr "nothing with '$1'" "'$(cat "$err")'"
}

expect_same_file() { # WHAT EXPECTED CAME
    cmp -s "$2" "$3" || fail "$1" "the bytes of $2" "$(cmp "$2" "$3" 2>&1)"
}

# The class archive makes the program start fast; with this option it fails when the archive can't be used.
expect_fast_start() { # PROGRAM
    [ -z "$native" ] || return 0
    AUDIENCES_JAVA_OPTIONS=-Xshare:on "$1" --version >"$out" 2>&1 || fail "the archive of classes" "to be used" "$(cat "$out")"
}

# wait_for COMMAND…: waits until the command succeeds; fails after half a minute.
wait_for() {
    local turn
    for ((turn = 0; turn < 600; turn++)); do
        "$@" 2>/dev/null && return
        sleep 0.05
    done
    echo "$suite: gave up waiting for: $*" >&2
    return 1
}

listening() { # PORT
    (: <"/dev/tcp/127.0.0.1/$1")
}

# Prints a port that was free a moment ago.
free_port() {
    python3 -c 'import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])'
}

# start_faulty_server: sets $faulty to its address and $deaf to one that never accepts a connection; its log of
# requests is the file $requests.
# shellcheck disable=SC2034 # for the scripts
faulty='' deaf=''
requests=$work/requests
start_faulty_server() {
    local port deaf_port
    python3 "$here/faulty_server.py" >"$work/faulty.ports" 2>>"$requests" &
    server_pids+=($!)
    wait_for test -s "$work/faulty.ports" || exit 1
    read -r port deaf_port <"$work/faulty.ports"
    # shellcheck disable=SC2034 # for the scripts
    faulty=http://127.0.0.1:$port deaf=http://127.0.0.1:$deaf_port
}
