# fish completion for audiences; made by: audiences completion fish

# __audiences_at COMMAND [POSITION [BEFORE]]: whether the cursor is behind exactly this command, with so
# many arguments between them, of which BEFORE is the last.
function __audiences_at
    set -l words (commandline -opc)
    set -l path
    set -l arguments
    set -l value no
    for word in $words[2..-1]
        if test $value = yes
            set value no
            continue
        end
        switch $word
            case -a --account --limit --cursor --max-items -o --output --columns -O --output-file --delimiter --color --type --folder --name --created-after --created-before --min-prospects --max-prospects --sort --profile --base-url --timeout --retries --retry-max-time --max-time --port --audiences --page-size --latency --rate-limit --fail --not-ready
                set value yes
            case '-*'
            case '*'
                switch "$path $word"
                    case ' list' ' accounts' ' config' 'config get' 'config set' 'config unset' 'config list' 'config path' ' sandbox' ' completion' ' help' ' version'
                        set -a path $word
                    case '*'
                        set -a arguments $word
                end
        end
    end
    test "$path" = "$argv[1]"; or return
    test (count $argv) = 1; and return
    test (count $arguments) = $argv[2]; or return
    test (count $argv) = 2; or test $arguments[-1] = $argv[3]
end

# Candidates for the last of several names that are separated by commas.
function __audiences_list
    set -l before (commandline -ct | string match -r '^.*,' | string replace -r '^--[^=]*=' '')
    for name in $argv
        contains -- $name (string split , -- "$before"); or printf '%s\n' "$before$name"
    end
end

complete -c audiences -f
complete -c audiences -n '__audiences_at "" 0' -a list -d 'List the audiences of an account group.'
complete -c audiences -n '__audiences_at "" 0' -a accounts -d 'List the account groups that the API key can use.'
complete -c audiences -n '__audiences_at "" 0' -a config -d 'Get, set, unset and list settings.'
complete -c audiences -n '__audiences_at "" 0' -a sandbox -d 'Serve an imitation of the API on this machine.'
complete -c audiences -n '__audiences_at "" 0' -a completion -d 'Print a completion script for bash, zsh or fish.'
complete -c audiences -n '__audiences_at "" 0' -a help -d 'Show the help of a command.'
complete -c audiences -n '__audiences_at "" 0' -a version -d 'Show the version.'
complete -c audiences -n '__audiences_at ""' -s h -l help -d 'Show this help and exit.'
complete -c audiences -n '__audiences_at ""' -s V -l version -d 'Show the version and exit.'
complete -c audiences -n '__audiences_at "list"' -s a -l account -x -d 'The account group.'
complete -c audiences -n '__audiences_at "list"' -l all -d 'Follow the pages to the end.'
complete -c audiences -n '__audiences_at "list"' -l limit -x -d 'Ask for N audiences a page (with --all: 100, then 1000).'
complete -c audiences -n '__audiences_at "list"' -l cursor -x -d 'Start at this cursor, printed by an earlier run.'
complete -c audiences -n '__audiences_at "list"' -l max-items -x -d 'Stop after N audiences in all (with --all).'
complete -c audiences -n '__audiences_at "list"' -l count -d 'Print only how many audiences there are, or how many match; reads all pages.'
complete -c audiences -n '__audiences_at "list"' -s o -l output -x -a 'table json ndjson jsonl csv tsv xlsx'
complete -c audiences -n '__audiences_at "list"' -s o -l output -x -d 'Write table (default), json, ndjson (or jsonl), csv, tsv or xlsx. Without it, the extension of FILE decides.'
complete -c audiences -n '__audiences_at "list"' -l columns -x -a '(__audiences_list id name type description folderId prospectCount createdAt)'
complete -c audiences -n '__audiences_at "list"' -l columns -x -d 'Show these fields, in this order; any field of the API\'s response. JSON keeps only these.'
complete -c audiences -n '__audiences_at "list"' -l no-header -d 'Leave out the header row of table, CSV and TSV.'
complete -c audiences -n '__audiences_at "list"' -s O -l output-file -r -F -d 'Write to FILE instead of stdout: complete, or not at all; compressed if it ends in .gz.'
complete -c audiences -n '__audiences_at "list"' -l spreadsheet -d 'Make CSV safe to open in a spreadsheet: BOM, CRLF, quotes, no text that is taken for a formula or a number.'
complete -c audiences -n '__audiences_at "list"' -l delimiter -x -a 'comma semicolon tab pipe'
complete -c audiences -n '__audiences_at "list"' -l delimiter -x -d 'Separate the cells of CSV by C: comma (default), semicolon (where the comma is decimal), tab or pipe.'
complete -c audiences -n '__audiences_at "list"' -l color -x -a 'auto always never'
complete -c audiences -n '__audiences_at "list"' -l color -x -d 'Colour what a terminal shows: auto (default), always (also with NO_COLOR or TERM=dumb) or never.'
complete -c audiences -n '__audiences_at "list"' -l type -x -a '(__audiences_list linkedin_search on_demand monitoring)'
complete -c audiences -n '__audiences_at "list"' -l type -x -d 'Keep audiences of these types, separated by commas.'
complete -c audiences -n '__audiences_at "list"' -l folder -x -d 'Keep audiences in these folders, separated by commas; none: in no folder.'
complete -c audiences -n '__audiences_at "list"' -l name -x -d 'Keep audiences whose name holds TEXT, in any case.'
complete -c audiences -n '__audiences_at "list"' -l created-after -x -d 'Keep audiences created at or after 2026-04-28 (UTC), 2026-04-28T15:30:00Z, or 7d ago.'
complete -c audiences -n '__audiences_at "list"' -l created-before -x -d 'Keep audiences created before that.'
complete -c audiences -n '__audiences_at "list"' -l min-prospects -x -d 'Keep audiences with at least N prospects.'
complete -c audiences -n '__audiences_at "list"' -l max-prospects -x -d 'Keep audiences with at most N prospects.'
complete -c audiences -n '__audiences_at "list"' -l sort -x -a 'id id:asc id:desc name name:asc name:desc type type:asc type:desc description description:asc description:desc folderId folderId:asc folderId:desc prospectCount prospectCount:asc prospectCount:desc createdAt createdAt:asc createdAt:desc'
complete -c audiences -n '__audiences_at "list"' -l sort -x -d 'Sort by a field, -FIELD for the greatest first; holds all rows in memory.'
complete -c audiences -n '__audiences_at "list"' -l profile -x -a '(audiences config get profiles 2>/dev/null)'
complete -c audiences -n '__audiences_at "list"' -l profile -x -d 'Take the settings of this profile of the config file.'
complete -c audiences -n '__audiences_at "list"' -l base-url -x -d 'Ask the API at this URL.'
complete -c audiences -n '__audiences_at "list"' -l sandbox -d 'Run against a built-in imitation of the API: no key and no network needed.'
complete -c audiences -n '__audiences_at "list"' -l timeout -x -d 'Give one request this long in all, such as 30s (default: 60s).'
complete -c audiences -n '__audiences_at "list"' -l retries -x -d 'Repeat a failed request up to N times (default: 4).'
complete -c audiences -n '__audiences_at "list"' -l retry-max-time -x -d 'Wait this long in all between the tries for one page (default: 120s).'
complete -c audiences -n '__audiences_at "list"' -l max-time -x -d 'Give the whole run this long (default: no bound).'
complete -c audiences -n '__audiences_at "list"' -s v -l verbose -d 'Show requests, statuses, timings, waits and trace ids on stderr.'
complete -c audiences -n '__audiences_at "list"' -s q -l quiet -d 'Say nothing on stderr but errors.'
complete -c audiences -n '__audiences_at "list"' -s h -l help -d 'Show this help and exit.'
complete -c audiences -n '__audiences_at "accounts"' -s o -l output -x -a 'table json ndjson jsonl csv tsv xlsx'
complete -c audiences -n '__audiences_at "accounts"' -s o -l output -x -d 'Write table (default), json, ndjson (or jsonl), csv, tsv or xlsx. Without it, the extension of FILE decides.'
complete -c audiences -n '__audiences_at "accounts"' -l columns -x -a '(__audiences_list id name createdAt)'
complete -c audiences -n '__audiences_at "accounts"' -l columns -x -d 'Show these fields, in this order; any field of the API\'s response. JSON keeps only these.'
complete -c audiences -n '__audiences_at "accounts"' -l no-header -d 'Leave out the header row of table, CSV and TSV.'
complete -c audiences -n '__audiences_at "accounts"' -s O -l output-file -r -F -d 'Write to FILE instead of stdout: complete, or not at all; compressed if it ends in .gz.'
complete -c audiences -n '__audiences_at "accounts"' -l spreadsheet -d 'Make CSV safe to open in a spreadsheet: BOM, CRLF, quotes, no text that is taken for a formula or a number.'
complete -c audiences -n '__audiences_at "accounts"' -l delimiter -x -a 'comma semicolon tab pipe'
complete -c audiences -n '__audiences_at "accounts"' -l delimiter -x -d 'Separate the cells of CSV by C: comma (default), semicolon (where the comma is decimal), tab or pipe.'
complete -c audiences -n '__audiences_at "accounts"' -l color -x -a 'auto always never'
complete -c audiences -n '__audiences_at "accounts"' -l color -x -d 'Colour what a terminal shows: auto (default), always (also with NO_COLOR or TERM=dumb) or never.'
complete -c audiences -n '__audiences_at "accounts"' -l profile -x -a '(audiences config get profiles 2>/dev/null)'
complete -c audiences -n '__audiences_at "accounts"' -l profile -x -d 'Take the settings of this profile of the config file.'
complete -c audiences -n '__audiences_at "accounts"' -l base-url -x -d 'Ask the API at this URL.'
complete -c audiences -n '__audiences_at "accounts"' -l sandbox -d 'Run against a built-in imitation of the API: no key and no network needed.'
complete -c audiences -n '__audiences_at "accounts"' -l timeout -x -d 'Give one request this long in all, such as 30s (default: 60s).'
complete -c audiences -n '__audiences_at "accounts"' -l retries -x -d 'Repeat a failed request up to N times (default: 4).'
complete -c audiences -n '__audiences_at "accounts"' -l retry-max-time -x -d 'Wait this long in all between the tries for one page (default: 120s).'
complete -c audiences -n '__audiences_at "accounts"' -l max-time -x -d 'Give the whole run this long (default: no bound).'
complete -c audiences -n '__audiences_at "accounts"' -s v -l verbose -d 'Show requests, statuses, timings, waits and trace ids on stderr.'
complete -c audiences -n '__audiences_at "accounts"' -s q -l quiet -d 'Say nothing on stderr but errors.'
complete -c audiences -n '__audiences_at "accounts"' -s h -l help -d 'Show this help and exit.'
complete -c audiences -n '__audiences_at "config" 0' -a get -d 'Print one setting, as it counts now.'
complete -c audiences -n '__audiences_at "config" 0' -a set -d 'Set a value in the config file.'
complete -c audiences -n '__audiences_at "config" 0' -a unset -d 'Take a value out of the config file.'
complete -c audiences -n '__audiences_at "config" 0' -a list -d 'Show every setting and where it comes from; the API key is masked.'
complete -c audiences -n '__audiences_at "config" 0' -a path -d 'Print the path of the config file.'
complete -c audiences -n '__audiences_at "config"' -s h -l help -d 'Show this help and exit.'
complete -c audiences -n '__audiences_at "config get" 0' -a 'apiKey apiKeyCommand accountGroupId baseUrl output profile profiles'
complete -c audiences -n '__audiences_at "config get"' -l profile -x -a '(audiences config get profiles 2>/dev/null)'
complete -c audiences -n '__audiences_at "config get"' -l profile -x -d 'Use this profile of the config file.'
complete -c audiences -n '__audiences_at "config get"' -s h -l help -d 'Show this help and exit.'
complete -c audiences -n '__audiences_at "config set" 0' -a 'apiKey apiKeyCommand accountGroupId baseUrl output profile'
complete -c audiences -n '__audiences_at "config set" 1 output' -a 'table json ndjson jsonl csv tsv xlsx'
complete -c audiences -n '__audiences_at "config set" 1 profile' -a '(audiences config get profiles 2>/dev/null)'
complete -c audiences -n '__audiences_at "config set"' -l profile -x -a '(audiences config get profiles 2>/dev/null)'
complete -c audiences -n '__audiences_at "config set"' -l profile -x -d 'Use this profile of the config file.'
complete -c audiences -n '__audiences_at "config set"' -l no-check -d 'Do not try a key that was typed at the prompt; one from stdin is never tried.'
complete -c audiences -n '__audiences_at "config set"' -s v -l verbose -d 'Show requests, statuses, timings, waits and trace ids on stderr.'
complete -c audiences -n '__audiences_at "config set"' -s q -l quiet -d 'Say nothing on stderr but errors.'
complete -c audiences -n '__audiences_at "config set"' -s h -l help -d 'Show this help and exit.'
complete -c audiences -n '__audiences_at "config unset" 0' -a 'apiKey apiKeyCommand accountGroupId baseUrl output profile'
complete -c audiences -n '__audiences_at "config unset"' -l profile -x -a '(audiences config get profiles 2>/dev/null)'
complete -c audiences -n '__audiences_at "config unset"' -l profile -x -d 'Use this profile of the config file.'
complete -c audiences -n '__audiences_at "config unset"' -s q -l quiet -d 'Say nothing on stderr but errors.'
complete -c audiences -n '__audiences_at "config unset"' -s h -l help -d 'Show this help and exit.'
complete -c audiences -n '__audiences_at "config list"' -l profile -x -a '(audiences config get profiles 2>/dev/null)'
complete -c audiences -n '__audiences_at "config list"' -l profile -x -d 'Use this profile of the config file.'
complete -c audiences -n '__audiences_at "config list"' -s h -l help -d 'Show this help and exit.'
complete -c audiences -n '__audiences_at "config path"' -s h -l help -d 'Show this help and exit.'
complete -c audiences -n '__audiences_at "sandbox"' -l port -x -d 'Listen on this port of the loopback interface (default: any).'
complete -c audiences -n '__audiences_at "sandbox"' -l audiences -x -d 'Hold N audiences (default: 42).'
complete -c audiences -n '__audiences_at "sandbox"' -l page-size -x -d 'Give N audiences a page when no limit is asked for (default: 25).'
complete -c audiences -n '__audiences_at "sandbox"' -l latency -x -d 'Answer after MS milliseconds (default: 0).'
complete -c audiences -n '__audiences_at "sandbox"' -l rate-limit -x -d 'Answer 429 to more than N requests a second (default: no bound).'
complete -c audiences -n '__audiences_at "sandbox"' -l fail -x -d 'Answer with this error status, always or the first TIMES times.'
complete -c audiences -n '__audiences_at "sandbox"' -l not-ready -x -d 'Answer 409 to the first N requests for this audience, or to all; several with commas.'
complete -c audiences -n '__audiences_at "sandbox"' -s q -l quiet -d 'Say nothing on stderr but errors.'
complete -c audiences -n '__audiences_at "sandbox"' -s h -l help -d 'Show this help and exit.'
complete -c audiences -n '__audiences_at "completion" 0' -a 'bash zsh fish'
complete -c audiences -n '__audiences_at "completion"' -s h -l help -d 'Show this help and exit.'
complete -c audiences -n '__audiences_at "help" 0' -a 'list accounts config sandbox completion help version'
complete -c audiences -n '__audiences_at "help" 1 config' -a 'get set unset list path'
complete -c audiences -n '__audiences_at "help"' -s h -l help -d 'Show this help and exit.'
complete -c audiences -n '__audiences_at "version"' -s h -l help -d 'Show this help and exit.'
