#!/usr/bin/env bash
# Reads lists with other programs, and compares what they read with the list in JSON.
# Usage: readers.sh IMAGE

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

start_faulty_server

# The one that Debian's packages of openpyxl and pandas are for.
python=python3
"$python" -c "import openpyxl, pandas" 2>/dev/null || python=/usr/bin/python3

# has WHAT COMMAND…: whether the command works, for a case that needs it.
has() {
    "${@:2}" >/dev/null 2>&1 && return
    [ -z "$ci" ] || fail "$1" "to be installed" "nothing"
    skip "$case_name" "$1 is not installed"
    return 1
}

# compare HOW LIST [FILE]: by the function of that name in readers.py.
compare() {
    local complaint
    complaint=$("$python" "$here/readers.py" "$1" "$work/$2" "${@:3}" 2>&1) ||
        fail "what was read of $2" "the items of the JSON" "$(tail -1 <<<"$complaint")"
}

begin "the lists are written in all formats"
declare -A formats=(
    [json]="-o json" [ndjson]="-o ndjson" [csv]="-o csv" [tsv]="-o tsv" [xlsx]="-o xlsx"
    [pipe.csv]="-o csv --delimiter pipe" [comma.csv]="-o csv --spreadsheet" [tab.csv]="-o csv --spreadsheet --delimiter tab"
    [semicolon.csv]="-o csv --spreadsheet --delimiter ;"
)
for format in "${!formats[@]}"; do
    # shellcheck disable=SC2086 # the options are words
    run list --base-url "$faulty" -a read-back --all ${formats[$format]} -O "$work/list.$format"
    expect_status 0
    expect_stderr_with " audiences in $work/list.$format"
    expect "lines on stderr" 1 "$(wc -l <"$err")"
    # shellcheck disable=SC2086 # the options are words
    run list --sandbox --all ${formats[$format]} -O "$work/sandbox.$format"
    expect_status 0
done
for format in json xlsx comma.csv; do
    # shellcheck disable=SC2086 # the options are words
    run list --base-url "$faulty" -a unwritable --all ${formats[$format]} -O "$work/unwritable.$format"
    expect_status 0
done

begin "workbooks, read by openpyxl"
if has openpyxl "$python" -c "import openpyxl"; then
    for list in list sandbox unwritable; do
        compare openpyxl $list "$work/$list.xlsx"
    done
fi

begin "workbooks, read by Java"
if has java java --version; then
    for list in list sandbox unwritable; do
        java "$here/ReadWorkbook.java" "$work/$list.xlsx" >"$work/$list.cells" || fail ReadWorkbook "to end well" "$?"
        compare java $list "$work/$list.cells"
    done
fi

# soffice ARGUMENT…: converts files into workbooks of its own, in the folder that the last --outdir names.
soffice() {
    HOME=$work/home command soffice --headless --convert-to xlsx "$@" >"$out" 2>"$err" </dev/null ||
        fail soffice "to end well" "$(cat "$out" "$err")"
}

begin "workbooks, read by LibreOffice"
if has LibreOffice command -v soffice && has openpyxl "$python" -c "import openpyxl"; then
    soffice --outdir "$work/saved" "$work/list.xlsx" "$work/sandbox.xlsx" "$work/unwritable.xlsx"
    for list in list sandbox; do
        compare libreoffice $list "$work/saved/$list.xlsx"
    done

    begin "CSV for spreadsheets, opened by LibreOffice with the separators that it proposes"
    soffice --infilter="Text - txt - csv (StarCalc):44/59/9,34,UTF-8,1,,0,false,true,false,false,false,-1" --outdir "$work/opened" \
        "$work/list.comma.csv" "$work/list.semicolon.csv" "$work/list.tab.csv" "$work/sandbox.comma.csv" "$work/unwritable.comma.csv"
    for list in list.comma list.semicolon list.tab sandbox.comma; do
        compare spreadsheet "${list%.*}" "$work/opened/$list.xlsx"
    done
    compare no_formula unwritable "$work/opened/unwritable.comma.xlsx"
fi

begin "pandas"
if has pandas "$python" -c "import pandas"; then
    compare pandas list
    compare pandas sandbox
fi

begin "Miller"
if has mlr command -v mlr; then
    for list in list sandbox; do
        # -S: all is text.
        mlr -S --icsv --ojson cat "$work/$list.csv" >"$work/read"
        compare one_text_line_break $list "$work/read"
        mlr -S --icsv --ifs pipe --ojson cat "$work/$list.pipe.csv" >"$work/read"
        compare one_text_line_break $list "$work/read"
        mlr -S --itsv --ojson cat "$work/$list.tsv" >"$work/read"
        compare as_text $list "$work/read"
        mlr --ijsonl --ojson cat "$work/$list.ndjson" >"$work/read"
        compare exact $list "$work/read"
        mlr --json cat "$work/$list.json" >"$work/read"
        compare exact $list "$work/read"
    done
fi

columns="id, name, type, description, \"folderId\", \"prospectCount\", \"createdAt\""

begin "SQLite"
if has sqlite3 command -v sqlite3; then
    for list in list sandbox; do
        rm -f "$work/db"
        sqlite3 "$work/db" ".import --csv $work/$list.csv a" ".mode json" "SELECT $columns FROM a" >"$work/read"
        compare as_text $list "$work/read"
        sqlite3 "$work/db" "SELECT json_group_array(json(value)) FROM json_each(readfile('$work/$list.json'))" \
            >"$work/read"
        compare exact $list "$work/read"
    done
fi

# sql COMMAND…: runs psql in the cluster of this script.
sql() {
    psql -X -q -At -v ON_ERROR_STOP=1 -h "$cluster" -U postgres postgres "$@" 2>"$err" || fail psql "to end well" "$(cat "$err")"
}

begin "PostgreSQL"
postgres=$(compgen -G "/usr/lib/postgresql/*/bin" | tail -1)
if has PostgreSQL test -n "$postgres"; then
    # A server is not run as root.
    as_owner=()
    cluster=$(mktemp -d)
    if [ "$(id -u)" = 0 ]; then
        as_owner=(runuser -u postgres --)
        chown postgres "$cluster"
    fi
    (cd / && "${as_owner[@]}" "$postgres/initdb" -D "$cluster/data" -A trust -U postgres -E UTF8 --locale C.UTF-8 --no-sync) \
        >"$out" 2>&1 || fail initdb "to end well" "$(cat "$out")"
    (cd / && exec "${as_owner[@]}" "$postgres/postgres" -D "$cluster/data" -F -k "$cluster" -c listen_addresses= \
        >"$work/postgres.log" 2>&1) &
    server_pids+=($!)
    wait_for psql -X -q -h "$cluster" -U postgres postgres -c ""
    for list in list sandbox; do
        sql -c "DROP TABLE IF EXISTS a, j; CREATE TABLE j (document jsonb); CREATE TABLE a (id text, name text, type text,
            description text, \"folderId\" text, \"prospectCount\" numeric, \"createdAt\" text)"
        sql -c "\\copy a FROM $work/$list.csv (FORMAT csv, HEADER)" -c "SELECT json_agg(a) FROM a" >"$work/read"
        compare exact $list "$work/read"
        sql -c "TRUNCATE a" -c "\\copy a FROM $work/$list.pipe.csv (FORMAT csv, HEADER, DELIMITER '|')" \
            -c "SELECT json_agg(a) FROM a" >"$work/read"
        compare exact $list "$work/read"
        sql -c "TRUNCATE a" -c "\\copy a FROM $work/$list.tsv (FORMAT text, HEADER, NULL '')" \
            -c "SELECT json_agg(a) FROM a" >"$work/read"
        compare without_empty $list "$work/read"
        # Characters that are in no JSON stand for quotes and separators.
        sql -c "\\copy j FROM $work/$list.ndjson (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')" \
            -c "SELECT json_agg(document) FROM j" >"$work/read"
        compare exact $list "$work/read"
        sql -c "TRUNCATE j" -c "\\copy j FROM $work/$list.json (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')" \
            -c "SELECT document FROM j" >"$work/read"
        compare exact $list "$work/read"
    done
    kill "${server_pids[-1]}"
    wait "${server_pids[-1]}"
    rm -rf "$cluster"
fi

summary
