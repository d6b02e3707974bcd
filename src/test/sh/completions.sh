#!/usr/bin/env bash
# Asks real shells for their candidates: completions.sh IMAGE
set -u
root=$(cd "$(dirname "$0")/../../.." && pwd)
image=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PATH="$image/bin:$PATH" AUDIENCES_CONFIG="$work/config.json"
echo '{"profiles": {"work": {}, "home": {}}}' >"$AUDIENCES_CONFIG"
passed=0
failed=0

# check SHELL LINE WANTED...: every wanted candidate is offered for the line.
check() {
  local shell=$1 line=$2 got word missing=
  shift 2
  got=$("ask_$shell" "$line")
  for word in "$@"; do
    grep -qxF -- "$word" <<<"$got" || missing="$missing $word"
  done
  if [ -z "$missing" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$shell: «$line» lacks$missing; it offers: $(tr '\n' ' ' <<<"$got")"
  fi
}

ask_bash() {
  bash --norc -c '
    source "$1/share/bash-completion/completions/audiences"
    COMP_LINE=$2
    # Words as readline splits them: at = and : too.
    read -ra COMP_WORDS <<<"$(sed "s/\([=:]\)/ \1 /g" <<<"$2")"
    case $2 in *" " | *= | *:) [[ $2 == *" " ]] && COMP_WORDS+=("") ;; esac
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _audiences
    printf "%s\n" "${COMPREPLY[@]}"' _ "$image" "$1" 2>/dev/null
}

ask_fish() {
  fish --no-config -c 'source $argv[1]/share/fish/vendor_completions.d/audiences.fish; complete -C $argv[2]' \
    "$image" "$1" | cut -f1
}

ask_zsh() {
  zsh -f "$root/src/test/sh/ask-zsh.zsh" "$image/share/zsh/site-functions" "$1"
}

for shell in bash fish zsh; do
  if ! command -v "$shell" >/dev/null; then
    echo "completions: $shell is not here, skipped"
    [ -z "${CI:-}" ] || failed=$((failed + 1))
    continue
  fi
  check "$shell" "audiences " list accounts config sandbox completion help
  check "$shell" "audiences li" list
  check "$shell" "audiences list --o" --output --output-file
  check "$shell" "audiences list --output " table json ndjson csv tsv
  check "$shell" "audiences list -o " csv
  check "$shell" "audiences list --color " auto always never
  check "$shell" "audiences list --columns " id name prospectCount
  [ "$shell" = zsh ] || check "$shell" "audiences list --columns id," id,name
  check "$shell" "audiences list --sort " createdAt
  check "$shell" "audiences list --type " monitoring
  check "$shell" "audiences list --profile " work home
  check "$shell" "audiences config " get set unset list path
  check "$shell" "audiences config set " apiKey baseUrl
  check "$shell" "audiences completion " bash zsh fish
  check "$shell" "audiences accounts --columns " createdAt
done
check bash "audiences list --output=" csv
check zsh "audiences list --columns id," name
check fish "audiences list --output=" --output=csv
check fish "audiences list --sort name:" name:desc
echo "completions: $passed passed, $failed failed"
[ "$failed" = 0 ]
