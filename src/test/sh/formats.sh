#!/usr/bin/env bash
# Parses the output of the program with the parsers of other languages.
# Usage: formats.sh IMAGE

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

start_faulty_server

formats="json ndjson csv tsv spreadsheet"

# fetch ARGUMENT…: writes the same list in every format, to the file $work/list.FORMAT.
fetch() {
    local format
    for format in $formats; do
        if [ "$format" = spreadsheet ]; then
            run list --all "$@" -o csv --spreadsheet
        else
            run list --all "$@" -o "$format"
        fi
        expect_status 0
        expect_stderr ""
        mv "$out" "$work/list.$format"
    done
}

read_back() {
    local complaint
    complaint=$(python3 "$here/read_back.py" "$work/list" 2>&1) ||
        fail "what Python reads" "the same in all formats" "$complaint"
}

begin "the sandbox, read by Python"
fetch --sandbox
read_back

begin "the sandbox, a few audiences a page, read by Python"
for format in $formats; do
    mv "$work/list.$format" "$work/first.$format"
done
fetch --sandbox --limit 7
read_back
for format in $formats; do
    expect_same_file "$format with a small page size" "$work/first.$format" "$work/list.$format"
done

begin "compressed files, by the extensions of their names, read by gzip"
for format in json ndjson jsonl csv tsv; do
    run list --sandbox --all -O "$work/list.$format.gz"
    expect_status 0
    gzip -t "$work/list.$format.gz" || fail "gzip -t" "a valid file" "$format"
    gzip -dc "$work/list.$format.gz" >"$work/list.$format"
    expect_same_file "what gzip reads" "$work/first.${format/jsonl/ndjson}" "$work/list.$format"
done

begin "hostile names, read by Python"
fetch --base-url "$faulty" --account hostile-names
read_back

if command -v sqlite3 >/dev/null; then
    begin "the sandbox, imported by SQLite"
    sqlite3 "$work/list.db" ".import --csv $work/first.csv audiences" \
        ".output $work/from-sqlite.txt" "SELECT id || '|' || name || '|' || description FROM audiences;"
    python3 -c 'import json, sys
for item in json.load(open(sys.argv[1], encoding="utf-8")):
    print(item["id"], item["name"], item["description"] or "", sep="|")' "$work/first.json" >"$work/from-json.txt"
    expect_same_file "rows in SQLite" "$work/from-json.txt" "$work/from-sqlite.txt"
else
    skip "imported by SQLite" "sqlite3 is not installed"
fi

summary
