# bash completion for audiences; made by: audiences completion bash

# The words up to the cursor. bash has split them at = and : too: what no blank parts is one word again.
_audiences_words() {
  local line=$COMP_LINE word i
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((i == 0)) || [[ $line == [[:blank:]]* ]]; then
      words+=("$word")
      line=${line#"${line%%[![:blank:]]*}"}
    else
      words[${#words[@]} - 1]+=$word
    fi
    line=${line#"$word"}
  done
}

# Offers a word when it goes on from what is typed. Readline replaces only what follows the last = or :.
_audiences_reply() {
  [[ $1 == "$cur"* ]] && COMPREPLY+=("${1#"$kept"}")
}

# Offers values behind what stands before them in the same word, such as --output=.
_audiences_offer() {
  local candidate
  for candidate; do
    _audiences_reply "$prefix$candidate"
  done
}

# Candidates for the last of several names that are separated by commas.
_audiences_list() {
  local before='' candidate
  [[ $value == *,* ]] && before=${value%,*},
  compopt -o nospace 2>/dev/null
  for candidate; do
    [[ ,$before == *",$candidate,"* ]] || _audiences_offer "$before$candidate"
  done
}

_audiences_order() {
  if [[ $value == *:* ]]; then
    _audiences_offer "${value%%:*}:asc" "${value%%:*}:desc"
  else
    _audiences_offer "$@"
  fi
}

# The names may hold anything: they are never expanded, and quoted as the word was begun.
_audiences_profiles() {
  local name quoted apostrophe="'\''"
  while IFS= read -r name; do
    case $value in
      "'"* | '"'*)
        [[ $name == "${value:1}"* ]] || continue
        quoted=${name//"'"/$apostrophe}
        # Not with an expansion: bash 5.2 reads & and \ in the replacement, older ones do not.
        # shellcheck disable=SC2001
        [[ $value == "'"* ]] || quoted=$(sed 's/[\\"$`]/\\&/g' <<<"$name")
        COMPREPLY+=("$quoted")
        ;;
      *)
        printf -v quoted %q "$name"
        if [[ $quoted == "$value"* ]]; then
          _audiences_reply "$prefix$quoted"
        elif [[ $value != *[:=]* && $name == "${value//\\/}"* ]]; then
          COMPREPLY+=("${prefix#"$kept"}$quoted")
        fi
        ;;
    esac
  done < <(audiences config get profiles 2>/dev/null)
}

_audiences() {
  local words cur kept command='' count=0 before='' option='' prefix='' value word i last
  COMPREPLY=()
  _audiences_words
  last=$((${#words[@]} - 1))
  cur=${words[last]}
  word=${COMP_WORDS[COMP_CWORD]}
  [[ $word == *[!=:]* ]] || word=
  kept=${cur%"$word"}

  for ((i = 1; i < last; i++)); do
    word=${words[i]}
    case $word in
      --type | --folder | --name | --created-after | --created-before | --min-prospects | --max-prospects | -a | --account | --limit | --cursor | --max-items | -o | --output | --columns | -O | --output-file | --delimiter | --color | --sort | --profile | --base-url | --timeout | --retries | --retry-max-time | --max-time | --port | --audiences | --page-size | --latency | --rate-limit | --fail | --not-ready)
        i=$((i + 1))
        ((i < last)) || option=$word
        ;;
      -*) ;;
      *)
        case "$command $word" in
          " list" | " get" | " folders" | " prospects" | " accounts" | " config" | "config get" | "config set" | "config unset" | "config list" | "config path" | " sandbox" | " completion" | " help" | " version") command=${command:+$command }$word ;;
          *) count=$((count + 1)) before=$word ;;
        esac
        ;;
    esac
  done
  if [[ -z $option ]]; then
    case $cur in
      --*=*) option=${cur%%=*} prefix=$option= ;;
      -[aoO]*) option=${cur:0:2} prefix=$option ;;
    esac
  fi
  value=${cur#"$prefix"}

  if [[ -n $option ]]; then
    case "$command:$option" in
    "list:--type") _audiences_list linkedin_search on_demand monitoring ;;
    "list:-o" | "list:--output") _audiences_offer table json ndjson jsonl csv tsv xlsx ;;
    "list:--columns") _audiences_list id name type description folderId prospectCount createdAt folderName ;;
    "list:-O" | "list:--output-file") compopt -o default 2>/dev/null ;;
    "list:--delimiter") _audiences_offer comma semicolon tab pipe ;;
    "list:--color") _audiences_offer auto always never ;;
    "list:--sort") _audiences_order id name type description folderId prospectCount createdAt folderName ;;
    "list:--profile") _audiences_profiles ;;
    "get:-o" | "get:--output") _audiences_offer table json ndjson jsonl csv tsv xlsx ;;
    "get:--columns") _audiences_list id name type description folderId prospectCount createdAt folderName ;;
    "get:-O" | "get:--output-file") compopt -o default 2>/dev/null ;;
    "get:--delimiter") _audiences_offer comma semicolon tab pipe ;;
    "get:--color") _audiences_offer auto always never ;;
    "get:--profile") _audiences_profiles ;;
    "folders:-o" | "folders:--output") _audiences_offer table json ndjson jsonl csv tsv xlsx ;;
    "folders:--columns") _audiences_list id name audienceType audienceCount isPinned position createdAt updatedAt ;;
    "folders:-O" | "folders:--output-file") compopt -o default 2>/dev/null ;;
    "folders:--delimiter") _audiences_offer comma semicolon tab pipe ;;
    "folders:--color") _audiences_offer auto always never ;;
    "folders:--profile") _audiences_profiles ;;
    "prospects:-o" | "prospects:--output") _audiences_offer table json ndjson jsonl csv tsv xlsx ;;
    "prospects:--columns") _audiences_list id firstName lastName name headline about photoUrl linkedinUrl publicIdentifier company.name company.linkedinIdentifier company.linkedinUrl company.industry company.website ;;
    "prospects:-O" | "prospects:--output-file") compopt -o default 2>/dev/null ;;
    "prospects:--delimiter") _audiences_offer comma semicolon tab pipe ;;
    "prospects:--color") _audiences_offer auto always never ;;
    "prospects:--sort") _audiences_order id firstName lastName name headline about photoUrl linkedinUrl publicIdentifier company.name company.linkedinIdentifier company.linkedinUrl company.industry company.website ;;
    "prospects:--profile") _audiences_profiles ;;
    "accounts:-o" | "accounts:--output") _audiences_offer table json ndjson jsonl csv tsv xlsx ;;
    "accounts:--columns") _audiences_list id name createdAt ;;
    "accounts:-O" | "accounts:--output-file") compopt -o default 2>/dev/null ;;
    "accounts:--delimiter") _audiences_offer comma semicolon tab pipe ;;
    "accounts:--color") _audiences_offer auto always never ;;
    "accounts:--profile") _audiences_profiles ;;
    "config get:--profile") _audiences_profiles ;;
    "config set:--profile") _audiences_profiles ;;
    "config unset:--profile") _audiences_profiles ;;
    "config list:--profile") _audiences_profiles ;;
    esac
    return
  fi
  case "$command:$cur" in
    ":-"*) _audiences_offer --help --version ;;
    "list:"*) _audiences_offer --type --folder --name --created-after --created-before --min-prospects --max-prospects --account --all --limit --cursor --max-items --count --output --columns --no-header --output-file --spreadsheet --delimiter --color --sort --profile --base-url --sandbox --timeout --retries --retry-max-time --max-time --verbose --quiet --help ;;
    "get:"*) _audiences_offer --wait --account --output --columns --no-header --output-file --spreadsheet --delimiter --color --profile --base-url --sandbox --timeout --retries --retry-max-time --max-time --verbose --quiet --help ;;
    "folders:"*) _audiences_offer --account --output --columns --no-header --output-file --spreadsheet --delimiter --color --profile --base-url --sandbox --timeout --retries --retry-max-time --max-time --verbose --quiet --help ;;
    "prospects:"*) _audiences_offer --account --all --limit --cursor --max-items --count --output --columns --no-header --output-file --spreadsheet --delimiter --color --sort --profile --base-url --sandbox --timeout --retries --retry-max-time --max-time --verbose --quiet --help ;;
    "accounts:"*) _audiences_offer --output --columns --no-header --output-file --spreadsheet --delimiter --color --profile --base-url --sandbox --timeout --retries --retry-max-time --max-time --verbose --quiet --help ;;
    "config:-"*) _audiences_offer --help ;;
    "config get:-"*) _audiences_offer --profile --help ;;
    "config set:-"*) _audiences_offer --profile --no-check --verbose --quiet --help ;;
    "config unset:-"*) _audiences_offer --profile --quiet --help ;;
    "config list:"*) _audiences_offer --profile --help ;;
    "config path:"*) _audiences_offer --help ;;
    "sandbox:"*) _audiences_offer --port --audiences --page-size --latency --rate-limit --fail --not-ready --quiet --help ;;
    "completion:-"*) _audiences_offer --help ;;
    "help:-"*) _audiences_offer --help ;;
    "version:"*) _audiences_offer --help ;;
  esac
  case "$command:$count:$before" in
    ":0:") _audiences_offer list get folders prospects accounts config sandbox completion help version ;;
    "config:0:") _audiences_offer get set unset list path ;;
    "config get:0:") _audiences_offer apiKey apiKeyCommand accountGroupId baseUrl output profile profiles ;;
    "config set:0:") _audiences_offer apiKey apiKeyCommand accountGroupId baseUrl output profile ;;
    "config set:1:output") _audiences_offer table json ndjson jsonl csv tsv xlsx ;;
    "config set:1:profile") _audiences_profiles ;;
    "config unset:0:") _audiences_offer apiKey apiKeyCommand accountGroupId baseUrl output profile ;;
    "completion:0:") _audiences_offer bash zsh fish ;;
    "help:0:") _audiences_offer list get folders prospects accounts config sandbox completion help version ;;
    "help:1:config") _audiences_offer get set unset list path ;;
  esac
}

complete -F _audiences audiences
