#!/usr/bin/env bash
# Tests the completion in real shells: completions.sh IMAGE
set -u
root=$(cd "$(dirname "$0")/../../.." && pwd)
image=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for variable in $(compgen -e); do
  case $variable in AUDIENCES_*) unset "$variable" ;; esac
done
export PATH="$image/bin:$PATH" LANG=C.UTF-8 AUDIENCES_CONFIG="$work/config.json"
passed=0
failed=0

# outcome PROBLEM: counts a case, which passed when the problem is empty.
outcome() {
  if [ -z "$1" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    echo "$1"
  fi
}

# check SHELL LINE WANTED...: checks that every wanted candidate is offered for the line, and a !WORD is not.
check() {
  local shell=$1 line=$2 got word problem=
  shift 2
  got=$("ask_$shell" "$line")
  for word in "$@"; do
    case $word in
      !*) ! grep -qxF -- "${word#!}" <<<"$got" || problem="$problem should not offer ${word#!};" ;;
      *) grep -qxF -- "$word" <<<"$got" || problem="$problem lacks $word;" ;;
    esac
  done
  outcome "${problem:+$shell: «$line»$problem it offers: $(tr '\n' ' ' <<<"$got")}"
}

# check_none SHELL LINE: checks that nothing is offered for the line.
check_none() {
  local got
  got=$("ask_$1" "$2")
  outcome "${got:+$1: «$2» should offer nothing; it offers: $(tr '\n' ' ' <<<"$got")}"
}

# check_typed SHELL LINE WORD...: checks that the line and Tab at a prompt become these words.
check_typed() {
  local shell=$1 line=$2 got wanted
  shift 2
  wanted=$(printf '%s\n' "$@")
  got=$("type_at_$shell" "$line")
  [ "$got" = "$wanted" ] && got= || got="$shell: «$line» should become: ${wanted//$'\n'/ | }; it becomes: ${got//$'\n'/ | }"
  outcome "$got"
}

ask_bash() {
  bash --norc -c '
    source "$1/share/bash-completion/completions/audiences"
    COMP_LINE=$2
    # Words as readline splits them: at = and : too.
    read -ra COMP_WORDS <<<"$(sed "s/\([=:]\)/ \1 /g" <<<"$2")"
    [[ $2 != *" " ]] || COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _audiences
    [ ${#COMPREPLY[@]} = 0 ] || printf "%s\n" "${COMPREPLY[@]}"' _ "$image" "$1" 2>/dev/null
}

ask_fish() {
  fish --no-config -c 'source $argv[1]/share/fish/vendor_completions.d/audiences.fish; complete -C $argv[2]' \
    "$image" "$1" | cut -f1
}

ask_zsh() {
  zsh -f "$root/src/test/sh/ask-zsh.zsh" "$image/share/zsh/site-functions" "$1"
}

type_at_bash() {
  python3 "$root/src/test/sh/at_prompt.py" "$work/folder" "$1" bash --noprofile --norc -i <<EOT
PS1=; bind 'set bell-style none'; source '$image/share/bash-completion/completions/audiences'
show() { printf '<%s>\n' BEGIN; printf '%s\n' "\$@"; printf '<%s>\n' END; }
EOT
}

type_at_zsh() {
  python3 "$root/src/test/sh/at_prompt.py" "$work/folder" "$1" zsh -f -i <<EOT
PS1= PROMPT_EOL_MARK=; bindkey -e; autoload -U compinit; compinit -u -D; source <(audiences completion zsh)
show() { printf '<%s>\n' BEGIN; printf '%s\n' "\$@"; printf '<%s>\n' END; }
EOT
}

type_at_fish() {
  python3 "$root/src/test/sh/at_prompt.py" "$work/folder" "$1" fish --no-config -i <<EOT
source '$image/share/fish/vendor_completions.d/audiences.fish'; function fish_prompt; end
function show; printf '<%s>\n' BEGIN; printf '%s\n' \$argv; printf '<%s>\n' END; end
EOT
}

mkdir "$work/folder"
: >"$work/folder/my list [1].csv"
hostile="\$(touch $work/ran)\`touch $work/ran\`;touch $work/ran"
cat >"$AUDIENCES_CONFIG" <<EOF
{"profiles": {"work": {}, "home": {}, "my own": {}, "you,me": {}, "it's \"so\" \\\\ *": {}, "x:y=z": {}, "x$hostile": {}}}
EOF

check_printed() { # SHELL FILE INSTALLED: what is printed and what is installed is the file of the source tree
  local got=
  "$image/bin/audiences" completion "$1" | cmp -s - "$root/completions/$2" || got="completion $1 prints something else"
  cmp -s "$image/share/$3" "$root/completions/$2" || got+=" share/$3 is something else"
  outcome "$got"
}
check_printed bash audiences.bash bash-completion/completions/audiences
check_printed zsh _audiences zsh/site-functions/_audiences
check_printed fish audiences.fish fish/vendor_completions.d/audiences.fish

for shell in bash fish zsh; do
  if ! command -v "$shell" >/dev/null; then
    echo "completions: $shell is not here, skipped"
    [ -z "${CI:-}" ] || failed=$((failed + 1))
    continue
  fi
  check "$shell" "audiences " list get folders prospects accounts config sandbox completion help
  check "$shell" "audiences li" list !accounts
  check "$shell" "audiences list --o" --output --output-file
  check "$shell" "audiences list --output " table json ndjson jsonl csv tsv xlsx
  check "$shell" "audiences list -o " csv xlsx
  check "$shell" "audiences list --delimiter " semicolon tab
  check "$shell" "audiences list --color " auto always never
  check "$shell" "audiences list --columns " id name prospectCount
  check "$shell" "audiences list --sort " createdAt
  check "$shell" "audiences list --type " monitoring
  check "$shell" "audiences list --profile " work home
  check "$shell" "audiences config " get set unset list path
  check "$shell" "audiences config set " apiKey baseUrl !profiles
  check "$shell" "audiences config get " apiKey baseUrl profiles
  check "$shell" "audiences config set output " json csv !work
  check "$shell" "audiences config set --profile work output " json csv
  check "$shell" "audiences config set profile " work home !json
  check "$shell" "audiences completion " bash zsh fish
  check "$shell" "audiences accounts --columns " createdAt
  check "$shell" "audiences folders --columns " audienceCount isPinned
  check "$shell" "audiences get 1 --w" --wait
  check "$shell" "audiences get 1 2 --columns " folderName
  check "$shell" "audiences prospects 1 --columns " company.name headline
  check "$shell" "audiences prospects 1 --sort " company.name
  check_none "$shell" "audiences prospects --account "
  check "$shell" "audiences help " list config
  check "$shell" "audiences help config " get path !sandbox
  check_none "$shell" "audiences help list "
  check_none "$shell" "audiences config set accountGroupId "
  # zsh offers the options when no further argument is possible.
  if [ "$shell" != zsh ]; then
    check_none "$shell" "audiences help config get "
    check_none "$shell" "audiences completion bash "
    check_none "$shell" "audiences config get output "
  fi
  check_none "$shell" "audiences list --name "
  check_none "$shell" "audiences list --created-after 2026-04-28T15:"
  check_none "$shell" "audiences sandbox --fail 503:"

  AUDIENCES_PROFILE=nosuch check "$shell" "audiences list --profile " work home
  check_typed "$shell" "audiences list --profile wo" audiences list --profile work
  check_typed "$shell" "audiences list --profile my" audiences list --profile "my own"
  check_typed "$shell" "audiences list --profile 'my o" audiences list --profile "my own"
  check_typed "$shell" "audiences list --profile=my" audiences list "--profile=my own"
  check_typed "$shell" "audiences list --profile you" audiences list --profile "you,me"
  check_typed "$shell" "audiences list --profile it" audiences list --profile "it's \"so\" \\ *"
  check_typed "$shell" "audiences list --profile x:" audiences list --profile "x:y=z"
  check_typed "$shell" 'audiences list --profile x\$' audiences list --profile "x$hostile"
  check_typed "$shell" "audiences config set profile ho" audiences config set profile home
  check_typed "$shell" "audiences list -O my" audiences list -O "my list [1].csv"
  check_typed "$shell" "audiences list --sort name:d" audiences list --sort name:desc
  [ ! -e "$work/ran" ] || outcome "$shell: the name of a profile was run"
  rm -f "$work/ran"
done
check bash "audiences list --output=" csv
check bash "audiences list -o" -ocsv
check bash "audiences list --columns id," id,name !id,id
check bash "audiences list --columns=id," id,name !id,id
check_typed bash "audiences list --profile \"it" audiences list --profile "it's \"so\" \\ *"
check_typed bash "audiences list --profile 'it" audiences list --profile "it's \"so\" \\ *"
check_none bash "audiences list --name=x:"
check zsh "audiences list --columns id," name !id
check fish "audiences list --columns id," id,name !id,id
check fish "audiences list --output=" --output=csv
check fish "audiences list --sort name:" name:desc
check_described() { # LINE OUTPUT: what fish shows, descriptions too
  local got
  got=$(fish --no-config -c 'source $argv[1]; complete -C $argv[2]' "$root/completions/audiences.fish" "$1" | sort)
  [ "$got" = "$2" ] && got= || got="fish: «$1» should show $2; it shows $got"
  outcome "$got"
}
check_described "audiences list --color " $'always\nauto\nnever'
check_described "audiences list --colo" $'--color\tColour what a terminal shows: auto (default), always (also with NO_COLOR or TERM=dumb) or never.'
echo "completions: $passed passed, $failed failed"
[ "$failed" = 0 ]
