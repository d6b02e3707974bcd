#!/usr/bin/env bash
# The commands that the program prints for pasting, at the prompts of real shells: each runs as one harmless command
# with the right words, whatever a server, an argument or a file name contributed to it.
# Usage: paste.sh IMAGE

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

start_faulty_server
export AUDIENCES_BASE_URL=$faulty AUDIENCES_ACCOUNT_GROUP_ID=broken-list

# Replaces the program: records its arguments.
mkdir "$work/stub" "$work/here"
cat >"$work/stub/audiences" <<'END'
#!/bin/sh
printf '%s\0' "$@" >>argv
END
chmod +x "$work/stub/audiences"
: >"$work/here/a file for asterisks"

shells=()
for shell in bash zsh fish dash; do
    if command -v "$shell" >/dev/null; then
        shells+=("$shell")
    elif [ -n "$ci" ]; then
        begin "$shell"
        fail "$shell" "to be installed" "nothing"
    else
        skip "$shell" "it is not installed"
    fi
done

# paste_into SHELL COMMAND: writes the words to the file argv of the folder.
paste_into() {
    local options=()
    case $1 in
        bash) options=(--norc --noprofile -i) ;;
        zsh) options=(-f -i) ;;
        fish) options=(--no-config -i) ;;
        dash) options=(-i) ;;
    esac
    rm -f "$work/here/argv"
    printf %s "$2" | PATH=$work/stub:$PATH python3 "$here/paste.py" "$work/here" "$1" "${options[@]}"
}

# expect_pasted COMMAND WORD…: adds a command to paste at the end, which must get these words and do nothing else.
expect_pasted() {
    local command=$1
    shift
    [ -n "$command" ] || fail "a command" "one" "$(cat "$err")"
    printf '%s\n' "$command" >>"$work/commands"
    printf '%s\0' "$@" >>"$work/expected"
}

# Prints the text after LABEL on stderr; empty when there is none.
shown() { # LABEL
    sed -n "s/^  $1: //p" "$err"
}

fit=(plain a=b '=ls' '~' '~root' '%self' '^a^b' 'a b' ' a  ' '-dash' '--all' 'Straße' '名前' $'e\u0301')
unfit=(
    "it's" "'; touch pwn; '" "\\'; touch pwn #" "\\" 'a\' '$(touch pwn)' '${HOME}' '`touch pwn`' '!!' 'a!b' $'a\nb' $'a\tb'
    '{a,b}' '*' '?' '[a]' '#x' 'a;touch pwn' '; touch pwn #' 'a|b&c' '<(touch pwn)' '(touch pwn)' 'a"b' '{"id":"x"}'
    $'a\x07' $'\e[201~\ntouch pwn\n' $'a\x7f' $'a\u200cb' $'\u202e' '👩' "sk_live_x'; touch pwn; sk_test_y'"$'\x07'
)

for value in "${fit[@]}"; do
    begin "a cursor and a name: $value"
    run list --all -o csv "--name=$value" "--cursor=$value"
    expect_status 5
    cursor=(--cursor "$value+")
    [ "${value#-}" = "$value" ] || cursor=("--cursor=$value+")
    expect_pasted "$(shown 'go on with')" list --all -o csv "--name=$value" --no-header "${cursor[@]}"
done

for value in "${unfit[@]}"; do
    begin "no command: $value"
    run list --all -o csv "--cursor=$value"
    expect_status 5
    expect "go on with" "the same command and  --no-header  and --cursor" "$(shown 'go on with')"
    # In case a user pastes the text that is not a command.
    printf 'audiences %s\n' "$(shown 'the cursor, escaped as in JSON, is')" >>"$work/words"
    run list "--cursor=$value"
    expect_status 0
    expect_stderr_with "and this cursor, escaped as in JSON: "
    run list --all -o csv "--name=$value" --cursor c
    expect "go on with" "the same command and  --no-header --cursor c+" "$(shown 'go on with')"
done

for shell in "${shells[@]}"; do
    begin "what is said in words, at the prompt of $shell"
    paste_into "$shell" "$(cat "$work/words")"
    [ ! -e "$work/here/pwn" ] || fail "$shell" "nothing run" "the file pwn"
    rm -f "$work/here/pwn"
done

for value in work 'my work'; do
    begin "a profile: $value"
    run list "--profile=$value"
    expect_status 3
    command=$(shown try)
    command=${command#*;  }
    expect_pasted "${command%  makes one}" config set apiKey --profile "$value"
done

for value in '$(touch pwn)' "it's" '`touch pwn`' '!!' $'a\nb' 'a;touch pwn' '*'; do
    begin "no command for a profile: $value"
    run list "--profile=$value"
    expect_status 3
    expect_stderr_with "with  --profile  and that name"
    run config get accountGroupId "--profile=$value"
    expect_status 3
done

for value in 'plain.json' 'with blank.json' '-x.json'; do
    begin "a file: $value"
    echo '{"apiKey": "sk_live_in_a_file"}' >"$work/here/$value"
    for shell in bash fish; do
        chmod 644 "$work/here/$value"
        (cd "$work/here" && AUDIENCES_CONFIG=$value "$program" list >"$out" 2>"$err" </dev/null)
        paste_into "$shell" "$(shown try)"
        expect "the mode after $shell" 600 "$(stat -c %a "$work/here/$value")"
        [ ! -e "$work/here/pwn" ] || fail "$shell" "nothing run" "$(shown try)"
    done
done

for value in 'q'\''$(touch pwn).json' 'a;touch pwn.json' 'a!b.json' 'sk_live_x.json'; do
    begin "no command for a file: $value"
    echo '{"apiKey": "sk_live_in_a_file"}' >"$work/here/$value"
    chmod 644 "$work/here/$value"
    (cd "$work/here" && AUDIENCES_CONFIG=$value "$program" list >"$out" 2>"$err" </dev/null)
    expect "the advice" "let nobody else read it (mode 600)" "$(shown try)"
done

for shell in "${shells[@]}"; do
    begin "all commands at the prompt of $shell"
    paste_into "$shell" "$(cat "$work/commands")"
    expect_same_file "the words" "$work/expected" "$work/here/argv"
    [ ! -e "$work/here/pwn" ] || fail "$shell" "nothing run" "the file pwn"
    rm -f "$work/here/pwn"
done

summary
