#!/usr/bin/env bash
# Compares the manual pages, as man shows them, with the help of the program and its source.
# Usage: manual.sh IMAGE

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

# A minimised Ubuntu replaces man by a notice, and keeps the real program under another name.
man=$(command -v man.REAL || command -v man)
if [ -z "$man" ]; then
    skip "the manual" "man is not here"
    summary
fi
unset MANOPT MANPATH MANPAGER MANROFFOPT PAGER
export MANWIDTH=80
source=$here/../../main/java
pages=$image/share/man/man1

# show PAGE: writes the text of the page to the file $out.
show() {
    "$man" -l "$pages/$1.1" >"$out" 2>"$err"
    status=$?
}

# flat: joins the lines of a text and removes the brackets of optional parts.
flat() {
    tr -d '[]' | tr -s ' \n' ' '
}

# section NAME: prints that section of the help on stdin.
section() {
    sed -n "/^$1:\$/,/^\$/p" | sed '1d; /^$/d'
}

# entries: prints the options or parameters of the help on stdin, one per line.
entries() {
    awk '/^  ?(-|    --)|^      [A-Z[]/ { if (entry) print entry; entry = "" }
         /^ / { entry = entry " " $0 }
         !/^ / && entry { print entry; entry = "" }
         END { if (entry) print entry }'
}

# commands WORD…: prints the commands that the help of a command lists.
commands() {
    "$program" "$@" --help | section Commands | awk '{ print $1 }'
}

expect_said() { # WHAT FLAT_TEXT FLAT_PAGE
    case $3 in
        *"$2"*) ;;
        *) fail "$1" "'$2'" "a page without it" ;;
    esac
}

# expect_all_of_help PAGE WORD…: checks that the page contains the help of a command.
expect_all_of_help() {
    local page=$1 help entry example text
    shift
    show "$page"
    expect_status 0
    text=$(flat <"$out")
    help=$("$program" "$@" --help)
    while read -r entry; do
        expect_said "an option or parameter of $*" "$(flat <<<"$entry")" "$text"
    done < <(sed '/^\(Commands\|Fields\|Examples\):/,$d' <<<"$help" | entries)
    while IFS= read -r example; do
        grep -qF -- "     $example" "$out" || fail "an example of $*" "'$example'" "none"
    done < <(section Examples <<<"$help")
    [ -n "$(section Examples <<<"$help")" ] || fail "the examples of $*" "some" "none"
}

names=(audiences)
for command in $(commands); do
    # These have no page; their summaries are in audiences(1).
    [ "$command" = help ] || [ "$command" = version ] || names+=("audiences-$command")
done

begin "a page for the program and for every command, and no other"
expect pages "$(printf '%s.1\n' "${names[@]}" | sort)" "$(cd "$pages" && printf '%s\n' * | sort)"

for name in "${names[@]}"; do
    begin "$name(1) is shown without a warning"
    "$man" --warnings=w -l "$pages/$name.1" >"$out" 2>"$err"
    expect_stderr ""
    LC_ALL=C.UTF-8 "$man" --warnings -E UTF-8 -l -Tutf8 -Z "$pages/$name.1" >"$out" 2>"$err"
    status=$?
    expect_status 0
    expect_stderr ""

    begin "$name(1) fits 80 columns, in letters that can be copied to a command line"
    show "$name"
    expect_status 0
    expect "lines that are too long" "" "$(awk 'length > 80' "$out")"
    expect "lines with other than ASCII" "" "$(LC_ALL=C grep -n '[^ -~]' "$out")"
    # Some systems do not print an ASCII hyphen.
    expect "options with a hyphen to read" "" "$(grep -nE '(^|[^\\[:alnum:]])-|\\-[a-z]+-' "$pages/$name.1" |
        grep -v '^1:')"

    begin "$name(1) has the sections of a manual page"
    for section in NAME SYNOPSIS DESCRIPTION OPTIONS EXAMPLES "SEE ALSO"; do
        grep -qx "$section" "$out" || fail sections "$section" "$(grep '^[A-Z]' "$out")"
    done

    begin "$name(1) contains the help"
    command=${name#audiences}
    command=${command#-}
    # shellcheck disable=SC2086 # no word for the program itself
    expect_all_of_help "$name" $command
done

for action in $(commands config); do
    begin "audiences-config(1) contains the help of config $action"
    expect_all_of_help audiences-config config "$action"
done

begin "audiences(1) names every variable that the program reads"
show audiences
for variable in $(grep -rhoE '"(AUDIENCES|XDG)(_[A-Z]+)+"' "$source" | tr -d '"' | sort -u) \
    $("$program" list --help | section Environment | grep -oE '\b[A-Z]{2,}(_[A-Z]+)*\b' | grep -vx API); do
    grep -qw "$variable" "$out" || fail ENVIRONMENT "$variable" "a page without it"
done

begin "every exit code that the program has"
for name in audiences audiences-list; do
    show "$name"
    for code in $(grep -oE '^    [A-Z_]+\([0-9]+' "$source/dev/audiences/cli/console/ExitCode.java" | tr -dc '0-9\n'); do
        sed -n '/^EXIT STATUS/,/^[A-Z]/p' "$out" | grep -qE "^ +$code +[A-Z]" || fail "$name(1)" "$code" "none"
    done
done

begin "the version of the program"
for name in "${names[@]}"; do
    show "$name"
    grep -q "^$("$program" --version) " "$out" || fail "$name(1)" "$("$program" --version)" "$(tail -1 "$out")"
done

begin "found by name when the program is on the PATH"
for name in "${names[@]}"; do
    expect "the page" "$pages/$name.1" "$(PATH=$image/bin:$PATH "$man" -w "$name" 2>&1)"
done

summary
