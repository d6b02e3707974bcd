#!/usr/bin/env bash
# Runs the commands of README.md unchanged, with the sandbox and the real tools.
# Usage: recipes.sh IMAGE

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

for tool in fzf jq python3 sqlite3; do
    if ! command -v "$tool" >/dev/null; then
        echo "$suite: skipped: $tool is not installed"
        [ "$ci" = true ] && exit 1
        exit 0
    fi
done

readme=$here/../../../README.md

# block SECTION LANGUAGE [N]: prints the code blocks of the section in this language, or the Nth of them.
block() {
    sed -n "/^## $1\$/,/^## /{/^\`\`\`$2\$/,/^\`\`\`\$/p}" "$readme" |
        awk -v n="${3-}" '/^```[a-z]/ { i++; next } /^```/ { next } n == "" || i == n'
}

# run_script SCRIPT SHELL…: as `run`, in a new shell, with Enter on stdin.
run_script() {
    local script=$1
    shift
    "$@" -c "$script" >"$out" 2>"$err" <<<""
    status=$?
}

expect_rows() { # WHAT EXPECTED FILE
    expect "rows $1" "$2" "$(python3 -c 'import csv, sys
print(sum(1 for _ in csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline=""))))' "$3" 2>&1)"
}

# --- install, for the first time and again

export HOME=$work/home
unset XDG_CONFIG_HOME
mkdir -p "$HOME" "$work/release"
cd "$work/release" || exit 1
# The tarball, as in packages.sh, which also tests the package and the plain jar.
tarball=$(block Install sh | grep -o 'audiences-[^ ]*\.tar\.gz')
folder=${tarball%.tar.gz}
tar -czf "$tarball" -C "$(dirname "$image")" --transform "s|^$(basename "$image")|$folder|" "$(basename "$image")"
path_before=$PATH
export PATH=$HOME/.local/bin:$PATH

for time in first second; do
    begin "install for the $time time"
    run_script "$(block Install sh | grep -vE '^sudo |^java |audiences completion')" bash -e
    expect_status 0
    expect_stderr ""
    expect "the program" "$HOME/.local/bin/audiences" "$(command -v audiences)"
    expect "its runtime" "$HOME/.local/lib/$folder/bin/audiences" \
        "$(readlink -f "$HOME/.local/bin/audiences")"
    audiences --version >/dev/null || fail "the program" "to start" "exit code $?"
    for page in audiences audiences-list audiences-prospects; do
        # Some versions of man name the file behind the link.
        expect "its manual" "$(readlink -f "$HOME/.local/share/man/man1/$page.1")" \
            "$(readlink -f "$(man -w "$page" 2>&1)")"
    done
done

begin "completion"
run_script "$(block Install sh | grep -E 'audiences completion|fish/completions')" bash -e
expect_status 0
expect_stderr ""
[ -s "$HOME/.config/fish/completions/audiences.fish" ] || fail "the script for fish" "to be there" "nothing"
zsh -fc 'autoload -U compinit && compinit -u && . ~/.zshrc && [ -n "$_comps[audiences]" ]' >"$out" 2>&1 ||
    fail "zsh" "to know it" "$(cat "$out")"
bash --norc -c '. /usr/share/bash-completion/bash_completion && { _completion_loader audiences || :; } &&
    complete -p audiences' >"$out" 2>&1 || fail "bash" "to know it" "$(cat "$out")"

# --- the sandbox

# serve LINE: starts the sandbox with the README's command, on another port and with further options.
serve() {
    local port
    port=$(free_port)
    # The output of the previous sandbox must not be read as this one's.
    rm -f "$work/printed"
    eval "${1//8080/$port}" >"$work/printed" 2>/dev/null
    server_pids+=($!)
    wait_for test -s "$work/printed" || exit 1
    variables=$(block "Testing your scripts without a key" sh | grep ^export)
    variables=${variables//8080/$port}
}
serve_line=$(block "Testing your scripts without a key" sh | grep '&$')

begin "the sandbox prints the lines that the README shows"
serve "$serve_line"
expect stdout "$(cut -d'#' -f1 <<<"$variables" | sed 's/ *$//')" "$(cat "$work/printed")"
eval "$variables"
key=$AUDIENCES_API_KEY

# --- set-up

begin "set up"
script=$(block "Set up" sh)
env -u AUDIENCES_API_KEY -u AUDIENCES_ACCOUNT_GROUP_ID bash -e -c "$script" >"$out" 2>"$err" <<<"$key"
status=$?
expect_status 0
expect "the table" 26 "$(sed -n '/PROSPECTS/,$p' "$out" | wc -l)"

# --- at the terminal and in pipes

# Simulates typing the name of the fourth audience into fzf.
export FZF_DEFAULT_OPTS='--filter=東京'
mkdir "$work/folder"
cd "$work/folder" || exit 1

while read -r line; do
    begin "$line"
    # The last line prints the value of a variable.
    run_script "$line"$'\n'"echo \"\${id-}\"" bash -e -o pipefail
    expect_status 0
    case $line in
        *" -O "*) expect_stderr_with "audiences: 1,000 audiences in audiences." ;;
        *" --all"*) expect_stderr "" ;;
        *" --count"*) expect_stderr "" ;;
        *) expect_stderr_with "audiences: 25 audiences; there are more" ;;
    esac
    case $line in
        *" --sort -prospectCount "*) expect "the most" "$(sort -n <<<"$(tail -n +2 "$out" | grep -oE '[0-9]+$')" |
            tail -1)" "$(sed -n 2p "$out" | grep -oE '[0-9]+$')" ;;
        *" --created-after "*) expect "the headings" ID "$(head -1 "$out" | cut -d' ' -f1)" ;;
        *" --count "*) expect "the number" "$(audiences list --all -o json | jq '[.[] | select(.folderId == null)] | length')" \
            "$(head -1 "$out")" ;;
        *" --spreadsheet"*)
            expect_rows "in the file" 1000 audiences.csv
            grep -q "\"'=HYPERLINK" audiences.csv || fail "a formula" "behind a '" "$(grep HYPERLINK audiences.csv)"
            ;;
        *.xlsx*) python3 -m zipfile -t audiences.xlsx >/dev/null || fail "the workbook" "whole" "broken" ;;
        *"> audiences.csv") expect_rows "in the file" 1000 audiences.csv ;;
        *"| jq "*) expect "ids" 727 "$(grep -cE '^[0-9a-f]{24}$' "$out")" ;;
        *"| fzf "*) expect "the id" cfeb62fb84e037b900000003 "$(cat "$out")" ;;
        *.jsonl.gz*) expect "lines" 1000 "$(gzip -dc audiences.jsonl.gz | jq -r .id | wc -l)" ;;
        *) [ "$(wc -l <"$out")" -gt 20 ] || fail "the table" "more than 20 lines" "$(cat "$out")" ;;
    esac
done < <(block "At the terminal" sh && block "In pipes" sh 1 && block "In spreadsheets" sh)

# --- folders, single audiences and prospects

id=cfeb62fb84e037b900000003
while read -r line; do
    begin "$line"
    run_script "${line//ID/$id}" bash -e -o pipefail
    expect_status 0
    case $line in
        *" -O "*)
            expect_stderr_with "prospects in prospects.xlsx"
            python3 -m zipfile -t prospects.xlsx >/dev/null || fail "the workbook" "whole" "broken"
            ;;
        "audiences folders"*) expect "the folders" 4 "$(tail -n +2 "$out" | wc -l)" ;;
        *" --folder "*) expect "audiences" "$(audiences list --all -o json | jq '[.[] | select(.folderId == "65f0c0ffee00000000000001")] | length')" \
            "$(tail -n +2 "$out" | wc -l)" ;;
        *" --sort folderName "*) expect "the first folder" "Partners," "$(sed -n 2p "$out" | cut -d' ' -f1)" ;;
        *" get "*) expect "the audience" "$id" "$(tail -n 1 "$out" | cut -d' ' -f1)" ;;
        *" -o csv "*) expect "the header" name,headline,company.name "$(head -1 "$out")" ;;
        *) expect_stderr_with "there are more: add --all" ;;
    esac
done < <(block "From a folder to its prospects" sh 1)

begin "the prospects of all audiences of a folder"
# Not all of the sandbox's: they are three million.
script=$(block "From a folder to its prospects" sh 2)
script=${script/"'Q3 outreach'"/"'Q3 outreach' --min-prospects 1 --max-prospects 40"}
AUDIENCES_API_KEY=sk_sandbox_lists_only run_script "$script" bash
expect_status 4
expect "files" "" "$(ls prospects-*.csv 2>/dev/null)"
run_script "$script" bash
expect_status 0
files=$(ls prospects-*.csv)
[ "$(wc -l <<<"$files")" -gt 3 ] || fail "files" "several" "$files"
for file in $files; do
    id=${file#prospects-}
    expect_rows "in $file" "$(audiences get "${id%.csv}" -o json | jq .prospectCount)" "$file"
done
run_script "$script" bash
expect_status 0
expect_stderr ""

for time in first second; do
    begin "into SQLite for the $time time"
    run_script "$(block "In pipes" sh 2)" bash -e
    expect_status 0
    expect "rows" "1000|1000" "$(sqlite3 audiences.db 'SELECT count(*), count(DISTINCT id) FROM audiences')"
    expect "the sum" "$(audiences list --all -o json | jq 'map(.prospectCount) | add')" \
        "$(sqlite3 audiences.db 'SELECT sum(prospectCount) FROM audiences')"
    expect "the numbers" integer "$(sqlite3 audiences.db 'SELECT DISTINCT typeof(prospectCount) FROM audiences')"
done

begin "the lists of all account groups"
rm -f audiences-*.csv
run_script "$(block "In pipes" sh 3)" bash -e
expect_status 0
expect_stdout ""
for id in $(audiences accounts -o tsv --no-header --columns id); do
    expect_rows "in the file" 1000 "audiences-$id.csv"
done

begin "the lists of all account groups, with a wrong key"
rm -f audiences-*.csv
AUDIENCES_API_KEY=sk_live_nobody run_script "$(block "In pipes" sh 3)" bash
expect_status 4
expect "files" "" "$(ls audiences-*.csv 2>/dev/null)"

# --- cron

begin "cron"
crontab=$(block "In CI and cron" crontab)
expect "lines" 1 "$(wc -l <<<"$crontab")"
case $crontab in
    *%*) fail "the line" "no %, which is a line break there" "$crontab" ;;
esac
read -r minute hour day month weekday command <<<"$crontab"
grep -qxE '([0-9*]+ ){5}' <<<"$minute $hour $day $month $weekday " || fail "the time" "five fields" "$crontab"
# The set-up above has written the key and the account group to the config file.
audiences config set baseUrl "$AUDIENCES_BASE_URL" --quiet
(cd "$HOME" && env -i HOME="$HOME" LOGNAME=user SHELL=/bin/sh PATH=/usr/bin:/bin /bin/sh -c "$command") \
    >"$out" 2>"$err" </dev/null
status=$?
expect_status 0
expect_stdout ""
expect_stderr ""
expect_rows "in the file" 1000 "$HOME/audiences.csv"

# --- CI

github=$(block "In CI and cron" yaml | sed -n '/^- run: |$/,/^  env:$/s/^    //p')
gitlab=$(block "In CI and cron" yaml | sed -n '/^  script:$/,/^  [a-z]*: /s/^    - //p')
export AUDIENCES_URL=file://$work/release/$tarball
AUDIENCES_SHA256=$(sha256sum <"$work/release/$tarball" | cut -d' ' -f1)
export AUDIENCES_SHA256 RUNNER_TEMP=$work/runner GITHUB_PATH=$work/github-path
mkdir "$RUNNER_TEMP"

# ci NAME STATUS: runs the scripts of the jobs in the shells that GitHub and GitLab use.
ci() {
    local job
    for job in github gitlab; do
        begin "CI on $job, $1"
        echo old >audiences.csv
        case $job in
            # Both steps; the second has the PATH that the first one sets.
            github) run_script "$github" bash -e ;;
            gitlab) run_script "$gitlab" sh -e ;;
        esac
        expect_status "$2"
        if [ "$2" = 0 ]; then
            expect_rows "in the file" 1000 audiences.csv
        else
            expect "the file" old "$(cat audiences.csv)"
        fi
        [ "$job" = github ] && expect_stdout "${3-}"
    done
}

ci "all is well" 0
begin "the installed program"
expect "in the PATH" "$RUNNER_TEMP/audiences/bin" "$(sort -u "$GITHUB_PATH")"
"$RUNNER_TEMP/audiences/bin/audiences" --version >/dev/null || fail "the program" "to start" "exit code $?"

AUDIENCES_SHA256=$(echo other | sha256sum | cut -d' ' -f1) ci "another file than expected" 1 "audiences.tar.gz: FAILED"
AUDIENCES_API_KEY=sk_live_nobody ci "a wrong key" 4 "::error::the API key was refused: renew the secret AUDIENCES_API_KEY"

serve "audiences sandbox --port 8080 --fail 503 &"
eval "$variables"
ci "an API that is away" 7 "::error::the API is busy or away: run the job again"

serve "audiences sandbox --port 8080 --fail 429 &"
eval "$variables"
ci "an API that is busy" 6 "::error::the API is busy or away: run the job again"

serve "audiences sandbox --port 8080 --audiences 1000 --rate-limit 5/s --fail 503:2 &"
eval "$variables"
ci "an API that is busy and away at times" 0

# --- the picture

begin "the picture is what the program prints"
PATH=$path_before python3 "$here/../../docs/table.py" "$image" >"$work/table.svg"
expect_same_file "src/docs/table.svg" "$here/../../docs/table.svg" "$work/table.svg"

summary
