# bash completion for audiences; made by: audiences completion bash

# Candidates for the last of several names that are separated by commas.
_audiences_list() {
  local before= last=$cur
  if [[ $cur == *,* ]]; then
    before=${cur%,*},
    last=${cur##*,}
  fi
  compopt -o nospace 2>/dev/null
  COMPREPLY=($(compgen -P "$before" -W "$1" -- "$last"))
}

_audiences() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= word i
  COMPREPLY=()
  # bash splits words at = and : as well.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $prev == = ]]; then
    prev=${COMP_WORDS[COMP_CWORD - 2]}
  elif [[ $cur == : || $prev == : ]]; then
    COMPREPLY=($(compgen -W 'asc desc' -- "${cur#:}"))
    return
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case "$command $word" in
      " list" | " accounts" | " config" | "config get" | "config set" | "config unset" | "config list" | "config path" | " sandbox" | " completion" | " help") command=${command:+$command }$word ;;
    esac
  done

  case "$command:$prev" in
    "list:-a" | "list:--account") return ;;
    "list:--limit") return ;;
    "list:--cursor") return ;;
    "list:--max-items") return ;;
    "list:-o" | "list:--output") COMPREPLY=($(compgen -W 'table json ndjson csv tsv' -- "$cur")); return ;;
    "list:--columns") _audiences_list 'id name type description folderId prospectCount createdAt'; return ;;
    "list:-O" | "list:--output-file") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    "list:--color") COMPREPLY=($(compgen -W 'auto always never' -- "$cur")); return ;;
    "list:--type") COMPREPLY=($(compgen -W 'linkedin_search on_demand monitoring' -- "$cur")); return ;;
    "list:--folder") return ;;
    "list:--name") return ;;
    "list:--created-after") return ;;
    "list:--created-before") return ;;
    "list:--min-prospects") return ;;
    "list:--sort") COMPREPLY=($(compgen -W 'id name type description folderId prospectCount createdAt' -- "$cur")); return ;;
    "list:--profile") COMPREPLY=($(compgen -W "$(audiences config list 2>/dev/null | sed -n 's/^profiles  *//p' | tr -d ,)" -- "$cur")); return ;;
    "list:--base-url") return ;;
    "list:--timeout") return ;;
    "list:--retries") return ;;
    "list:--retry-max-time") return ;;
    "list:--max-time") return ;;
    "accounts:-o" | "accounts:--output") COMPREPLY=($(compgen -W 'table json ndjson csv tsv' -- "$cur")); return ;;
    "accounts:--columns") _audiences_list 'id name createdAt'; return ;;
    "accounts:-O" | "accounts:--output-file") compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    "accounts:--color") COMPREPLY=($(compgen -W 'auto always never' -- "$cur")); return ;;
    "accounts:--profile") COMPREPLY=($(compgen -W "$(audiences config list 2>/dev/null | sed -n 's/^profiles  *//p' | tr -d ,)" -- "$cur")); return ;;
    "accounts:--base-url") return ;;
    "accounts:--timeout") return ;;
    "accounts:--retries") return ;;
    "accounts:--retry-max-time") return ;;
    "accounts:--max-time") return ;;
    "config get:--profile") COMPREPLY=($(compgen -W "$(audiences config list 2>/dev/null | sed -n 's/^profiles  *//p' | tr -d ,)" -- "$cur")); return ;;
    "config set:--profile") COMPREPLY=($(compgen -W "$(audiences config list 2>/dev/null | sed -n 's/^profiles  *//p' | tr -d ,)" -- "$cur")); return ;;
    "config unset:--profile") COMPREPLY=($(compgen -W "$(audiences config list 2>/dev/null | sed -n 's/^profiles  *//p' | tr -d ,)" -- "$cur")); return ;;
    "config list:--profile") COMPREPLY=($(compgen -W "$(audiences config list 2>/dev/null | sed -n 's/^profiles  *//p' | tr -d ,)" -- "$cur")); return ;;
    "config path:--profile") COMPREPLY=($(compgen -W "$(audiences config list 2>/dev/null | sed -n 's/^profiles  *//p' | tr -d ,)" -- "$cur")); return ;;
    "sandbox:--port") return ;;
    "sandbox:--audiences") return ;;
    "sandbox:--page-size") return ;;
    "sandbox:--latency") return ;;
    "sandbox:--rate-limit") return ;;
    "sandbox:--fail") return ;;
  esac

  local words=
  case $command in
    '') words='list accounts config sandbox completion help --help --version' ;;
    'list') words='--account --all --limit --cursor --max-items --output --columns --no-header --output-file --spreadsheet --color --type --folder --name --created-after --created-before --min-prospects --sort --profile --base-url --sandbox --timeout --retries --retry-max-time --max-time --verbose --quiet --help' ;;
    'accounts') words='--output --columns --no-header --output-file --spreadsheet --color --profile --base-url --sandbox --timeout --retries --retry-max-time --max-time --verbose --quiet --help' ;;
    'config') words='get set unset list path --help' ;;
    'config get') words='apiKey apiKeyCommand accountGroupId baseUrl output profile --profile --verbose --quiet --help' ;;
    'config set') words='apiKey apiKeyCommand accountGroupId baseUrl output profile --profile --verbose --quiet --help' ;;
    'config unset') words='apiKey apiKeyCommand accountGroupId baseUrl output profile --profile --verbose --quiet --help' ;;
    'config list') words='--profile --verbose --quiet --help' ;;
    'config path') words='--profile --verbose --quiet --help' ;;
    'sandbox') words='--port --audiences --page-size --latency --rate-limit --fail --verbose --quiet --help' ;;
    'completion') words='bash zsh fish --help' ;;
    'help') words='--help' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}

complete -F _audiences audiences
