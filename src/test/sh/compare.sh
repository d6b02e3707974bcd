#!/usr/bin/env bash
# Runs command lines through two forms of the program, which must not differ: exit code, stdout, stderr, requests, files.
# Usage: compare.sh NATIVE IMAGE [PATTERN], a regular expression for the command lines to run
#
# Differences that are meant, and are not tried:
# - AUDIENCES_JAVA_OPTIONS, which is for tests, takes only -D and -Xm… in the native form.
# - The native form knows more encodings, in which a gateway may write its pages: those of the module jdk.charsets, which
#   the image leaves out for its size.
# - SIGQUIT ends the native form; Java prints the stacks of its threads.
# shellcheck disable=SC2016 # the lines are expanded by the shell that runs them

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"
other=${2:?the folder of the image}
other=$(cd "$other" && pwd)/bin/audiences
pattern=${3-}

start_faulty_server

start_server() { # NAME COMMAND…: sets port_NAME; the log of its requests is log_NAME
    "${@:2}" >"$work/$1.port" 2>>"$work/$1.log" &
    server_pids+=($!)
    wait_for test -s "$work/$1.port" || exit 1
    read -r "port_$1" <"$work/$1.port"
}
start_server answer python3 "$here/answer_server.py"
start_server raw python3 "$here/raw_server.py"

openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/tls.key" -out "$work/tls.pem" -days 2 -subj /CN=localhost \
    -addext subjectAltName=DNS:localhost,IP:127.0.0.1 2>/dev/null
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$work/ec.key" -out "$work/ec.pem" \
    -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1 2>/dev/null
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/wrong.key" -out "$work/wrong.pem" -days 2 -subj /CN=wrong \
    -addext subjectAltName=DNS:wrong.example 2>/dev/null
start_server tls python3 "$here/answer_server.py" "$work/tls.pem" "$work/tls.key"
start_server ec python3 "$here/answer_server.py" "$work/ec.pem" "$work/ec.key"
start_server wrong python3 "$here/answer_server.py" "$work/wrong.pem" "$work/wrong.key"

"$other" sandbox --audiences 300 --page-size 100 >"$work/served" 2>/dev/null </dev/null &
server_pids+=($!)
wait_for grep -q GROUP "$work/served" || exit 1
cp "$work/served" "$work/served.sh"
small=$work/small
mkdir "$small"
mount -t tmpfs -o size=64k tmpfs "$small" 2>/dev/null && mounted+=("$small")

sample_id=$("$other" list --sandbox -o tsv --no-header --columns id --limit 1 --quiet)

# What the lines use.
export faulty deaf here work small
export A=http://127.0.0.1:${port_answer:?}/v1 R=http://127.0.0.1:${port_raw:?}
export A=${A%/v1} T=https://localhost:${port_tls:?} E=https://localhost:${port_ec:?} W=https://localhost:${port_wrong:?}
export S=$work/served.sh I=$sample_id
mkdir "$work/authorities"
cp "$work/tls.pem" "$work/authorities/tls.pem"
cp "$work/ec.pem" "$work/authorities/0a1b2c3d.0"
echo nothing >"$work/authorities/README"

cat >"$work/lines" <<'END'
# --- the command line
$P
$P --version
$P -V
$P --help
$P -h
$P help
$P help list
$P help config set
$P list --help
$P accounts -h
$P config
$P config --help
$P sandbox --help
$P completion --help
$P completion bash
$P completion zsh
$P completion fish
$P completion tcsh
$P completion
$P lst
$P ""
$P --no-such
$P list --no-such
$P list --outptu csv
$P list -o
$P list -o xml
$P list --limit 0
$P list --limit many
$P list --timeout 1y
$P list --sandbox extra
$P list @file
$P -Xmx1m
$P -XX:+PrintGC list --sandbox
$P list --sandbox -Xmx1m
$P -Djava.home=/ --version
$P list --sandbox -Dfoo=bar
$P list --sandbox --name -Xmx1m -o csv
$P list --sandbox --name -XX:+PrintFlags -o csv
$P list --sandbox --cursor -Dx=y
$P "" "" ""
$P list --sandbox --name "$(printf 'a\033[31mb\nc')"
$P list "$(printf '\377\376')"
$P list --name "$(head -c 100000 /dev/zero | tr '\0' x)" --sandbox -o csv
# --- formats and options
$P list --sandbox
$P list --sandbox --all
$P list --sandbox --all -o csv
$P list --sandbox --all -o tsv
$P list --sandbox --all -o json
$P list --sandbox --all -o ndjson
$P list --sandbox --all -o table --columns id,name,prospectCount
$P list --sandbox -o csv --no-header
$P list --sandbox -o csv --spreadsheet
$P list --sandbox -o csv --columns nmae
$P list --sandbox --columns id,traceId -o json
$P list --sandbox --all --sort name
$P list --sandbox --all --sort prospectCount:desc -o csv
$P list --sandbox --all --sort createdAt -o ndjson
$P list --sandbox --all --type monitoring -o csv
$P list --sandbox --all --name İstanbul -o csv
$P list --sandbox --all --name ß
$P list --sandbox --all --folder none -o csv
$P list --sandbox --all --min-prospects 100 -o csv
$P list --sandbox --all --created-after 2026-01-01 -o csv
$P list --sandbox --all --created-before 2026-01-01T00:00:00Z -o csv
$P list --sandbox --all --created-after 7d -o csv
$P list --sandbox --all --created-after yesterday
$P list --sandbox --all --max-items 7 -o csv
$P list --sandbox --limit 3 --color always
COLUMNS=50 $P list --sandbox --color always
COLUMNS=200 $P list --sandbox --all
NO_COLOR=1 $P list --sandbox
TERM=dumb $P list --sandbox --color auto
$P list --sandbox -v
$P list --sandbox --all -v -o csv
$P list --sandbox --quiet
$P accounts --sandbox
$P accounts --sandbox -o json
$P accounts --sandbox -o csv --columns id
$P list --sandbox --profile none
$P list --base-url $faulty -a hostile-names --all
$P list --base-url $faulty -a hostile-names --all -o csv
$P list --base-url $faulty -a hostile-names --all -o csv --spreadsheet
$P list --base-url $faulty -a hostile-names --all -o tsv
$P list --base-url $faulty -a hostile-names --all -o json
$P list --base-url $faulty -a hostile-names --all -o ndjson --sort name
$P list --base-url $faulty -a hostile-names --all --name É -o csv
(. $S && $P list --all -o csv)
(. $S && $P list --all -o ndjson --max-items 250)
(. $S && $P accounts)
# --- formats by the name of the file, workbooks, compressed files
$P list --sandbox --all -O list.csv
$P list --sandbox --all -O list.jsonl
$P list --sandbox --all -O list.txt
$P list --sandbox --all -O list.dat
$P list --sandbox --all -O LIST.CSV
$P list --sandbox --all -o json -O list.csv
$P list --sandbox --all -O list.csv.gz
$P list --sandbox --all -O list.json.gz
$P list --sandbox --all -O list.ndjson.gz
$P list --sandbox --all -O list.tsv.gz
$P list --sandbox --all -O list.txt.gz
$P list --sandbox --all -o csv -O list.gz
$P list --sandbox --all -O list.xlsx.gz
$P list --sandbox --all -o csv -O /dev/full.gz
$P list --base-url $faulty -a endless-list --all --max-items 20000 -O list.csv.gz
$P list --base-url $faulty -a endless-list --all -O $small/list.csv.gz
$P list --base-url $faulty -a broken-list --all -O list.csv.gz
$P list --sandbox --all -O list.xlsx
$P list --sandbox --all -o xlsx >list.xlsx
$P list --sandbox --all -o xlsx | cat >list.xlsx
$P list --sandbox --all -o xlsx | head -c 2
$P list --sandbox --all -o xlsx -O /dev/full
$P list --sandbox --all -O list.xlsx --columns createdAt,prospectCount,name,id --sort -prospectCount
$P list --sandbox --all -O list.xlsx --no-header
$P list --sandbox --all -O list.xlsx --spreadsheet
$P list --sandbox --all -O list.xlsx --name no-such-name
$P accounts --sandbox -O list.xlsx
$P list --base-url $faulty -a read-back --all -O list.xlsx
$P list --base-url $faulty -a read-back --all -O list.csv --spreadsheet
$P list --base-url $faulty -a read-back --all -O list.csv --spreadsheet --delimiter semicolon
$P list --base-url $faulty -a read-back --all -O list.csv --spreadsheet --delimiter tab
$P list --base-url $faulty -a unwritable --all -O list.xlsx
$P list --base-url $faulty -a unwritable --all -O list.csv
$P list --base-url $faulty -a unwritable --all -O list.csv --spreadsheet
$P list --base-url $faulty -a unwritable --all -O list.tsv
$P list --base-url $faulty -a unwritable --all -O list.json
$P list --base-url $faulty -a unwritable --all -O list.ndjson
$P list --base-url $faulty -a unwritable --all -O list.txt
$P list --base-url $faulty -a endless-list --all --max-items 30000 -O list.xlsx
$P list --base-url $faulty -a endless-list --all -O $small/list.xlsx
$P list --base-url $faulty -a broken-list --all -O list.xlsx
$P list --base-url $faulty -a stalled-list --all -O list.xlsx --max-time 3s
$P list --base-url $faulty -a endless-list --all --count --max-items 30000
# --- columns, counts and filters
$P list --sandbox -o csv --delimiter ";"
$P list --sandbox -o csv --delimiter '|'
$P list --sandbox -o csv --delimiter x
$P list --sandbox -o json --delimiter tab
$P list --sandbox --count
$P list --sandbox --count --type monitoring,on_demand
$P list --sandbox --count -o json
$P list --sandbox --count -O count.txt
$P list --base-url $faulty -a broken-list --count
$P list --base-url $A -a 200,nested --columns id,company.name,company.size -o csv
$P list --base-url $A -a 200,nested --columns id,company.name,company -o json
$P list --base-url $A -a 200,nested --columns id,company.size,company.none
$P list --base-url $A -a 200,nested --columns company.name,company.size,company -O list.xlsx
$P list --base-url $A -a 200,nested --sort company.size -o csv
$P list --base-url $A -a 200,nested -o ndjson
$P list --base-url $faulty -a hostile-names --columns id,extra.new,folderId -o csv
$P list --base-url $faulty -a hostile-names --columns extra.none,PROSPECTS
$P list --base-url $faulty -a hostile-names --sort extra.new -o csv
$P list --sandbox --columns PROSPECTS,Name --columns id -o csv
$P list --sandbox --all --type monitoring --type on_demand -o csv
$P list --sandbox --all --type no_such_type
$P list --sandbox --all --folder no-such-folder
$P list --sandbox --type monitoring
$P list --sandbox --all --name istanbul -o csv
$P list --sandbox --all --name ISTANBUL -o csv
$P list --sandbox --all --name ıstanbul -o csv
LC_ALL=tr_TR.UTF-8 $P list --sandbox --all --name istanbul -o csv
$P list --sandbox --all --name STRASSE -o csv
$P list --base-url $faulty -a hostile-names --all --name "$(printf 'e\314\201')" -o csv
$P list --base-url $faulty -a hostile-names --all --name "$(printf 'i\314\207')" -o csv
$P list --base-url $faulty -a read-back --all --name "$(printf '\357\274\221')" -o csv
$P list --base-url $faulty -a hostile-names --all --name SS -o csv
$P list --base-url $faulty -a hostile-names --all --name 日本 -o csv
$P list --base-url $faulty -a read-back --all --created-after 2000-01-01 -o csv --columns id,createdAt
$P list --base-url $faulty -a read-back --all --min-prospects 1000000000000000 -o csv --columns id,prospectCount
$P list --base-url $faulty -a unwritable --all --max-prospects 5 -o csv --columns id,prospectCount
$P list --base-url $faulty -a unwritable --all --sort prospectCount -o csv --columns id,prospectCount
$P list --sandbox --all --min-prospects 1.5e3 --max-prospects 4000.5 -o csv
$P list --sandbox --all --min-prospects x
$P list --sandbox --all --sort -createdAt -o csv
$P list --sandbox --all --sort no-such
$P list --sandbox --limit 3 --limit 4 -o csv
$P list --sandbox --max-time 1y
# --- one audience, folders, prospects
$P get $I --sandbox
$P get $I --sandbox -o json
$P get $I 5f0000000000000000000001 --sandbox
$P get no-id --sandbox
$P get $I --wait --sandbox -v
$P get $I --base-url $A -a 200,ok
$P get $I --base-url $A -a 404,error
$P get $I --base-url $A -a 409,error
$P get $I --wait --max-time 2s --base-url $A -a 409,error
(. $S && $P get $I -o csv)
(. $S && $P folders -o json)
(. $S && $P prospects $I --all -o csv)
(. $S && $P prospects $I --all -O list.xlsx)
(. $S && $P prospects $I --limit 2)
$P folders --sandbox
$P folders --sandbox -O folders.xlsx
$P folders --base-url $A -a 200,ok
$P prospects $I --sandbox --all -O prospects.ndjson.gz
$P prospects $I --sandbox --count
$P prospects $I --base-url $faulty -a broken-list --all -o csv
$P prospects $I --base-url $A -a 200,nested --all -o json
# --- words of other tools
$P login
$P whoami
$P show 5f0000000000000000000001
$P ls
$P list --json
$P list --jq .id
$P list --query name
$P list --fields id,name
$P list --since 7d
$P list -L 3
$P list -n 3
$P list -o xls
$P list -o excel
$P list --filter type=monitoring
$P list —all
$P --json list
$P config set api-key
$P config set output=csv
$P config get apikey
# --- files
$P list --sandbox -o csv -O new.csv
$P list --sandbox -o csv -O old.csv
$P list --sandbox -o csv -O no/new.csv
$P list --sandbox -o csv -O .
$P list --sandbox -o csv -O /dev/full
$P list --sandbox -o csv -O /dev/null
$P list --sandbox -o csv -O /dev/stdout
$P list --sandbox -o csv -O -
$P list --sandbox -o csv -O é日👍.csv
ln -s old.csv link.csv; $P list --sandbox -o csv -O link.csv
ln -s gone.csv link.csv; $P list --sandbox -o csv -O link.csv
mkfifo f; cat f >got & $P list --sandbox -o csv -O f; wait
chmod 444 old.csv; $P list --sandbox -o csv -O old.csv
$P list --base-url $faulty -a endless-list --all -o csv -O $small/old.csv
$P list --base-url $faulty -a endless-list --all -o csv >$small/old.csv
(ulimit -f 16; $P list --base-url $faulty -a endless-list --all -o csv -O old.csv)
$P list --base-url $faulty -a broken-list --all -o csv -O old.csv
$P list --base-url $faulty -a broken-list --all -o csv
$P list --base-url $faulty -a broken-list --all --cursor "a'b c" -o json
$P list --base-url $faulty -a broken-list --all -o ndjson --type monitoring --sort name --columns id,name --max-items 5
$P list --base-url $faulty -a broken-list --all -O list.csv --name "it's" --created-after 2020-01-01
$P list --base-url $faulty -a silent -O old.csv & sleep 1.5; $P list --sandbox -O old.csv; kill -TERM $!; wait $!
$P list --sandbox -O é日👍.csv.gz; gzip -dc é日👍.csv.gz
# --- settings
$P config list
$P config path
$P config get output
$P config get nothing
$P config set output csv && $P config list && cat $XDG_CONFIG_HOME/audiences/config.json
$P config set output xml
echo sk_live_new_key_1234 | $P config set apiKey && $P config list
$P config set apiKey sk_live_on_the_command_line
echo | $P config set apiKey
$P config set accountGroupId é日 --profile work && $P config list --profile work
$P config set profile work; $P list --sandbox
$P config set baseUrl ftp://x
$P config set output csv; $P config unset output && $P config list; ls -l $XDG_CONFIG_HOME/audiences | wc -l
mkdir -p $XDG_CONFIG_HOME/audiences; echo '{"output": 7}' >$XDG_CONFIG_HOME/audiences/config.json; $P list --sandbox
mkdir -p $XDG_CONFIG_HOME/audiences; echo '{"output"' >$XDG_CONFIG_HOME/audiences/config.json; $P config list
mkdir -p $XDG_CONFIG_HOME/audiences; echo '{"apiKey": "sk_x"}' >$XDG_CONFIG_HOME/audiences/config.json; chmod 644 $XDG_CONFIG_HOME/audiences/config.json; AUDIENCES_API_KEY= $P list --base-url $faulty
AUDIENCES_CONFIG=none.json $P list
AUDIENCES_API_KEY= $P list --base-url $faulty
AUDIENCES_ACCOUNT_GROUP_ID= $P list --base-url $faulty
AUDIENCES_API_KEY="a b" $P list --base-url $faulty
echo sk_file >key; chmod 600 key; AUDIENCES_API_KEY= AUDIENCES_API_KEY_FILE=key $P list --base-url $A -a 200,ok -v
echo sk_file >key; chmod 644 key; AUDIENCES_API_KEY= AUDIENCES_API_KEY_FILE=key $P list --base-url $A -a 200,ok
AUDIENCES_API_KEY= AUDIENCES_API_KEY_FILE=<(echo sk_pipe) $P list --base-url $A -a 200,ok
$P config set apiKeyCommand '["sh", "-c", "echo sk_of_command; echo told >&2"]'; AUDIENCES_API_KEY= $P list --base-url $A -a 200,ok -v
$P config set apiKeyCommand '["sh", "-c", "exit 3"]'; AUDIENCES_API_KEY= $P list --base-url $A -a 200,ok
$P config set apiKeyCommand '["no-such-program-here"]'; AUDIENCES_API_KEY= $P list --base-url $A -a 200,ok
$P config set apiKeyCommand '["sh", "-c", "kill -9 $$"]'; AUDIENCES_API_KEY= $P list --base-url $A -a 200,ok
$P config set apiKeyCommand '["sh", "-c", "echo é日"]'; AUDIENCES_API_KEY= $P list --base-url $A -a 200,ok
$P config set apiKeyCommand '["sh", "-c", "cat; trap; ulimit -n; echo sk_1"]'; AUDIENCES_API_KEY= $P list --base-url $A -a 200,ok
$P config set apiKeyCommand '["sh", "-c", "kill -PIPE $$; echo sk_survived"]'; AUDIENCES_API_KEY= $P list --base-url $A -a 200,ok
AUDIENCES_OUTPUT=json $P list --sandbox --limit 1
AUDIENCES_OUTPUT=nothing $P list --sandbox --limit 1
HOME=/nonexistent XDG_CONFIG_HOME= $P config path
env -u HOME -u XDG_CONFIG_HOME $P config path
# --- answers
$P list --base-url $A -a 200,ok
$P list --base-url $A -a 200,ok -o json -v
$P list --base-url $A -a 200,none
$P list --base-url $A -a 200,none -o csv
$P list --base-url $A -a 200,cut
$P list --base-url $A -a 200,array
$P list --base-url $A -a 200,twice
$P list --base-url $A -a 200,deep
$P list --base-url $A -a 200,number -o csv
$P list --base-url $A -a 200,text-count
$P list --base-url $A -a 200,no-id
$P list --base-url $A -a 200,two --all
$P list --base-url $A -a 200,no-cursor --all
$P list --base-url $A -a 200,loop --all -o csv
$P list --base-url $A -a 200,surrogate -o csv
$P list --base-url $A -a 200,page
$P list --base-url $A -a 200,empty
$P list --base-url $A -a 200,html
$P list --base-url $A -a 200,marked
$P list --base-url $A -a 200,utf8-broken
$P list --base-url $A -a 200,ok,gzip
$P list --base-url $A -a 200,error
$P list --base-url $A -a 200,ok,short --retries 0
$P list --base-url $A -a 200,ok,close
$P list --base-url $A -a 204,ok
$P list --base-url $A -a 301,ok,location
$P list --base-url $A -a 302,empty
$P list --base-url $A -a 304,empty
$P list --base-url $A -a 400,error
$P list --base-url $A -a 401,error
$P list --base-url $A -a 403,html
$P list --base-url $A -a 404,error
$P list --base-url $A -a 404,text
$P list --base-url $A -a 407,empty
$P list --base-url $A -a 410,problem
$P list --base-url $A -a 418,empty
$P list --base-url $A -a 429,error,retry --retries 2
$P list --base-url $A -a 429,empty --retries 0
$P list --base-url $A -a 500,error,retry --retries 1 -v
$P list --base-url $A -a 502,html,retry --retries 1
$P list --base-url $A -a 503,text,retry --retries 3
$P list --base-url $A -a 504,empty --retries 0
$P list --base-url $A -a 502,latin --retries 0
$P list --base-url $A -a 502,japanese --retries 0
$P list --base-url $A -a 502,chinese --retries 0
$P list --base-url $A -a 502,russian --retries 0
$P list --base-url $A -a 502,korean --retries 0
$P list --base-url $A -a 502,big5 --retries 0
$P list --base-url $A -a 502,utf16 --retries 0
$P list --base-url $A -a 502,utf32 --retries 0
$P list --base-url $A -a 502,nonsense --retries 0
$P list --base-url $faulty -a unavailable --retries 0
$P list --base-url $faulty -a unavailable --retry-max-time 1s
$P list --base-url $faulty -a silent --timeout 2s --retries 0
$P list --base-url $faulty -a stalled-body --timeout 2s --retries 0
$P list --base-url $faulty -a stalled-list --all -o csv --max-time 3s
$P list --base-url $faulty -a silent --max-time 2s
$P list --base-url $deaf --max-time 2s
$P list --base-url $faulty -a unavailable --max-time 2s --retry-max-time 1h
$P list --base-url $faulty -a endless-list --all -o csv --max-time 3s 2>said | (sleep 5; cat >/dev/null); sed "s/[0-9,]*[0-9]//g" said; rm said
$P list --base-url $deaf --timeout 2s --retries 0
$P list --base-url $faulty -a endless-body
$P list --base-url $faulty -a large-page -o csv | sha256sum
$P list --base-url $faulty -a large-text -o json | sha256sum
$P list --base-url $faulty -a endless-list --all --max-items 20000 -o csv
$P list --base-url $faulty -a endless-list --all --max-items 5000 -o csv --sort name:desc
$P list --base-url $faulty -a endless-list --all -o csv | head -c 1000; sleep 0.3
$P list --base-url $R -a headers --retries 0
$P list --base-url $R -a status-line --retries 0
$P list --base-url $R -a digits --retries 0
$P list --base-url $R -a zz --retries 0
$P list --base-url $R -a trailers --retries 0
# --- connections
$P list --base-url http://127.0.0.1:1 --retries 0
$P list --base-url http://localhost:1 --retries 0
$P list --base-url http://[::1]:1 --retries 0
$P list --base-url http://no-such-host.invalid --retries 0
$P list --base-url https://no-such-host.invalid --retries 0
$P list --base-url http://api.example.com --retries 0
$P list --base-url nonsense
$P list --base-url http://user:secret@127.0.0.1:1
HTTP_PROXY=http://127.0.0.1:1 http_proxy=http://127.0.0.1:1 $P list --base-url $A -a 200,ok --retries 0
HTTPS_PROXY=http://127.0.0.1:1 $P list --base-url https://api.example.com --retries 0
HTTPS_PROXY=http://user:pa%20ss@127.0.0.1:1 $P list --base-url https://api.example.com --retries 0
HTTPS_PROXY=nonsense:// $P list --base-url https://api.example.com --retries 0
http_proxy=$A $P list --base-url http://api.example.com -a 200,ok --retries 0
https_proxy=$A $P list --base-url https://api.example.com -a 200,ok --retries 0
NO_PROXY=127.0.0.1 http_proxy=http://127.0.0.1:1 $P list --base-url $A -a 200,ok
# --- TLS
SSL_CERT_FILE=$work/tls.pem $P list --base-url $T -a 200,ok -v
SSL_CERT_FILE=$work/tls.pem $P list --base-url $T -a 200,ok -o csv
SSL_CERT_FILE=$work/ec.pem $P list --base-url $E -a 200,ok -o csv
SSL_CERT_FILE=$work/tls.pem $P list --base-url $T -a 200,loop --all -o csv
SSL_CERT_FILE=$work/tls.pem $P list --base-url $T -a 503,empty,retry --retries 2
$P list --base-url $T -a 200,ok --retries 0
SSL_CERT_FILE=$work/wrong.pem $P list --base-url $W -a 200,ok --retries 0
SSL_CERT_FILE=$work/ec.pem $P list --base-url $T -a 200,ok --retries 0
SSL_CERT_FILE=$work/none.pem $P list --base-url $T -a 200,ok --retries 0
SSL_CERT_FILE=/dev/null $P list --base-url $T -a 200,ok --retries 0
SSL_CERT_FILE=$work/tls.key $P list --base-url $T -a 200,ok --retries 0
SSL_CERT_DIR=$work $P list --base-url $T -a 200,ok --retries 0
SSL_CERT_DIR=$work/authorities $P list --base-url $T -a 200,ok -o csv
SSL_CERT_DIR=$work/none:$work/authorities $P list --base-url $E -a 200,ok -o csv
SSL_CERT_DIR=$work/none $P list --base-url $T -a 200,ok --retries 0
SSL_CERT_DIR=$work/authorities $P list --base-url $W -a 200,ok --retries 0
SSL_CERT_FILE=$work/ec.pem SSL_CERT_DIR=$work/authorities $P list --base-url $T -a 200,ok -v
SSL_CERT_FILE=$work/wrong.pem SSL_CERT_DIR=$work/authorities $P list --base-url $E -a 200,ok -O list.xlsx
$P list --base-url ${A/http:/https:} -a 200,ok --retries 0
$P list --base-url ${T/https:/http:} -a 200,ok --retries 0
# --- streams
$P list --sandbox >&-
$P list --sandbox -o csv <&-
$P list --sandbox -o csv -v 2>&-
$P list --sandbox -o csv -O new.csv <&- >&- 2>&-
$P --version >&-
$P --help >/dev/full
$P list --sandbox -o csv >/dev/full
$P list --sandbox -v -o csv 2>/dev/full
$P list --no-such 2>&-
$P list --sandbox -o csv | cat
$P config set apiKey <&-
$P list --sandbox -o csv 1<>/dev/null
$P list --sandbox -o csv >old.csv
$P list --sandbox -o csv >>old.csv
# --- locale, time zone, environment
LC_ALL=C $P list --sandbox --all
LC_ALL=tr_TR.UTF-8 $P list --sandbox --all --sort name -o csv
LC_ALL=ar_EG.UTF-8 $P list --sandbox --all
LC_ALL=de_DE.ISO-8859-1 $P list é日👍
LANG=no_SUCH LC_ALL= $P list --base-url $faulty -a é日 --cursor ü👍 -o csv -O é日👍.csv
LC_ALL=C AUDIENCES_ACCOUNT_GROUP_ID=é日👍 $P list --base-url $faulty -o csv
TZ=Asia/Tokyo $P list --sandbox --created-after 2026-04-28
TZ=nonsense $P list --sandbox
TZ=:America/New_York $P list --sandbox -v --limit 1
env -i $P --version
env -i $P list --sandbox -o csv
env -i PATH= $P list --sandbox
JAVA_TOOL_OPTIONS=-Xmx1m _JAVA_OPTIONS=-Xmx1m JDK_JAVA_OPTIONS=-Xmx1m $P list --sandbox -o csv
JAVA_HOME=/nonexistent $P --version
LD_LIBRARY_PATH=/nonexistent $P list --sandbox -o csv
MALLOC_ARENA_MAX=1 $P list --sandbox -o csv
TMPDIR=/nonexistent $P list --sandbox -o csv -O new.csv
$P config set apiKeyCommand '["sh", "-c", "env | cut -d= -f1 | grep -vE \"^(_|SHLVL|PWD|OLDPWD|MALLOC_ARENA_MAX)$\" | sort >env; echo sk_1"]'; AUDIENCES_API_KEY= JAVA_TOOL_OPTIONS=-Dx=y $P list --base-url $A -a 200,ok
# --- limits
(ulimit -v 500000; $P list --sandbox --all -o csv)
(ulimit -v 800000; $P list --sandbox --all -o csv)
(ulimit -v 1600000; $P list --sandbox --all -o csv)
(ulimit -v 800000; $P list --base-url $A -a 200,ok)
(ulimit -v 800000; SSL_CERT_FILE=$work/tls.pem $P list --base-url $T -a 200,ok)
(ulimit -n 24; $P list --sandbox --all -o csv)
(ulimit -n 24; $P list --base-url $A -a 200,ok)
(ulimit -s 256; $P list --sandbox --all -o csv)
(ulimit -s unlimited; $P list --sandbox --all -o csv)
(ulimit -c unlimited; $P list --sandbox --all -o csv)
(ulimit -d 2000000; $P list --sandbox --all -o csv)
mkdir gone; (cd gone; rmdir ../gone; $P list --sandbox -o csv) 2>&1 | grep -v getcwd
mkdir gone; (cd gone; rmdir ../gone; $P list --sandbox -o csv -O x.csv) 2>&1 | grep -v getcwd
umask 077; $P list --sandbox -o csv -O new.csv
umask 777; $P config set output csv
umask 000; $P config set output csv
# --- signals
$P list --base-url $faulty -a silent & sleep 1.5; kill -TERM $!; wait $!
$P list --base-url $faulty -a silent -O old.csv & sleep 1.5; kill -HUP $!; wait $!
$P list --base-url $faulty -a stalled-list --all -o csv -O old.csv & sleep 2.5; kill -TERM $!; wait $!
timeout -s INT 1.5 env --default-signal=INT $P list --base-url $faulty -a silent
timeout -s INT 1.5 env --default-signal=INT $P sandbox >served; sed 's/[0-9]*//g' served; rm served
timeout -s USR1 1.5 $P list --base-url $faulty -a silent; echo $?
timeout -s KILL 1.5 $P list --base-url $faulty -a silent; echo $?
nohup $P list --base-url $faulty -a silent & sleep 1.5; kill -HUP $!; sleep 0.2; kill -TERM $!; wait $!
(trap '' INT; exec $P list --base-url $faulty -a silent) & sleep 1.5; kill -INT $!; sleep 0.2; kill -TERM $!; wait $!
(trap '' TERM; exec timeout -s KILL 3 $P list --base-url $faulty -a silent) & sleep 1.5; kill -TERM $!; wait $!
END

# --- every command, option and value that the help and the completions name, so that none is forgotten

at_server='AUDIENCES_BASE_URL=$faulty'

# value NAME: prints what stands for this word of a help text.
value() {
    case $1 in
        N) echo 3 ;;
        'N[/s]') echo 5/s ;;
        MS) echo 1 ;;
        TIME) echo 20s ;;
        WHEN) echo 2026-04-28 ;;
        'STATUS[:TIMES]') echo 503:1 ;;
        'FIELD[:asc|desc]') echo -name ;;
        A,B,C) echo id,name ;;
        ID | ID...) echo "$sample_id" ;;
        'ID[:N]') echo "$sample_id:1" ;;
        'ID|NAME') echo none ;;
        TEXT | NAME | CURSOR) echo é ;;
        FILE) echo list.csv ;;
        C) echo tab ;;
        FORMAT | VALUE | '[VALUE]') echo csv ;;
        URL) echo '$faulty' ;;
        KEY) echo output ;;
        SHELL) echo bash ;;
        COMMAND | '[COMMAND]') echo list ;;
        *) echo "$1" | tee -a "$work/unknown" ;;
    esac
}

# candidates WORD…: prints what the completion for bash offers for the last word.
candidates() {
    bash --norc -c '
        . "$1"; shift
        COMP_WORDS=(audiences "$@") COMP_CWORD=$# COMP_LINE="audiences $*"
        _audiences
        printf "%s\n" "${COMPREPLY[@]}"' bash "$here/../../../completions/audiences.bash" "$@" 2>/dev/null | sed 's/ *$//'
}

# named COMMAND…: prints the lines for a command.
named() {
    local help option word values given words='' at=$at_server run
    help=$("$other" "$@" --help)
    for word in $(sed -n "s/^Usage: audiences $* *//p" <<<"$help"); do
        case $word in
            '[OPTIONS]' | COMMAND) ;;
            *) words="$words $(value "$word")" ;;
        esac
    done
    echo "\$P help $*"
    echo "\$P $* --help"
    case $* in
        sandbox) run="timeout 1.5 \$P sandbox" ;;
        *)
            run="$at \$P $*$words"
            echo "$at \$P $*"
            echo "$run"
            echo "$run extra"
            ;;
    esac
    for word in $(candidates "$@" ""); do
        [[ $word == -* ]] || echo "$at \$P $* $word"
    done
    ! grep -q -- '^ *--sandbox ' <<<"$help" || run="\$P $* --sandbox$words"
    [ "$*" = sandbox ] || echo "$run"
    grep -oE '^ +(-[A-Za-z], )? *--[a-z-]+(=[^ ]+)?' <<<"$help" | grep -oE -- '--.*' | while IFS='=' read -r option word; do
        case $option in
            --help | --version) continue ;;
        esac
        if [ -z "$word" ]; then
            echo "$run $option"
            continue
        fi
        values=$(candidates "$@" "$option" "")
        [ -n "$values" ] || values=$(value "$word")
        while IFS= read -r given; do
            [ "$given" = '$faulty' ] || printf -v given %q "$given"
            echo "$run $option=$given"
            [ "$option" != --output ] || echo "$run $option=$given -O list.$given"
        done <<<"$values"
        echo "$run $option=?"
    done
}

commands=$("$other" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]\+\) .*/\1/p')
[ -n "$commands" ] || { echo "$suite: the help names no commands" >&2; exit 1; }
# Of a wrong value one line is enough: all commands parse an option alike.
for command in $commands; do
    named "$command"
    for action in $("$other" "$command" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]\+\) .*/\1/p'); do
        named "$command" "$action"
    done
done | awk '{ key = $0; if (key ~ /=\?$/) sub(/.* /, "", key) } !seen[key]++' | sed '/^timeout .* sandbox/s/$/ | sed "s,127.0.0.1:[0-9]*,PORT,"/' >"$work/named"
begin "the help has only words that stand for something here, in the function value"
expect "other words" "" "$(sort -u "$work/unknown" 2>/dev/null)"
for format in $(candidates list --output ""); do
    echo "\$P list --base-url \$faulty -a hostile-names --all -o $format -O list.$format"
done >>"$work/named"
cat "$work/named" >>"$work/lines"

# --- signals at any moment, also while the program starts: exit code and files

for moment in 0.005 0.02 0.05 0.1 0.2 0.4 0.8; do
    for signal in INT TERM HUP; do
        echo "any moment: timeout --preserve-status -s $signal $moment env --default-signal=$signal" \
            '$P list --base-url $faulty -a stalled-list --all -o csv -O old.csv'
    done
done >>"$work/lines"

end_case
grep -vE '^(#|$)' "$work/lines" | grep -E -- "${pattern:-.}" >"$work/chosen"
python3 "$here/compare_forms.py" "$work" "$program" "$other" <"$work/chosen" || exit 1
read -r same different <"$work/count"
passed=$((passed + same))
failed=$((failed + different))
summary
