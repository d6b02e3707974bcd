#!/usr/bin/env bash
# Proxies and TLS: the program with a real squid and a real nginx, both on loopback.
# Usage: network.sh IMAGE

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh"

for tool in squid nginx openssl python3; do
    if ! PATH=$PATH:/usr/sbin command -v "$tool" >/dev/null; then
        echo "$suite: skipped: $tool is not installed"
        [ "$ci" = true ] && exit 1
        exit 0
    fi
done
PATH=$PATH:/usr/sbin

# Started by root, squid and nginx run as other users.
chmod 711 "$work"

# --- certificates: one authority, and its certificates: valid, expired, and for another host

ca=$work/ca.pem
certificate() { # NAME SUBJECT_ALT_NAME START END
    openssl req -new -newkey rsa:2048 -nodes -keyout "$work/$1.key" -out "$work/$1.csr" -subj "/CN=$1" 2>/dev/null
    echo "subjectAltName=$2" >"$work/$1.ext"
    openssl ca -batch -config "$work/ca.conf" -in "$work/$1.csr" -out "$work/$1.pem" -extfile "$work/$1.ext" \
        -startdate "$3" -enddate "$4" -notext 2>"$work/openssl.log" || { cat "$work/openssl.log" >&2; exit 1; }
}
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/ca.key" -out "$ca" -days 2 -subj "/CN=Test authority" \
    2>/dev/null
cat >"$work/ca.conf" <<END
[ca]
default_ca = here
[here]
new_certs_dir = $work
database = $work/ca.index
serial = $work/ca.serial
certificate = $ca
private_key = $work/ca.key
default_md = sha256
policy = any
[any]
commonName = supplied
END
: >"$work/ca.index"
echo 1000 >"$work/ca.serial"
yesterday=$(date -u -d '-1 day' +%y%m%d%H%M%SZ)
tomorrow=$(date -u -d '+1 day' +%y%m%d%H%M%SZ)
certificate good "DNS:localhost,DNS:*.audiences.test,IP:127.0.0.1,IP:::1" "$yesterday" "$tomorrow"
certificate expired "DNS:localhost,IP:127.0.0.1" 200101000000Z 200201000000Z
certificate address "IP:127.0.0.1,IP:::1" "$yesterday" "$tomorrow"
certificate other "DNS:other.example" "$yesterday" "$tomorrow"

# --- nginx: a static response of the API, over TLS with each certificate and without TLS

item='{"id":"a1","name":"First","type":"monitoring","description":null,"folderId":null,"prospectCount":3,'
item+='"createdAt":"2026-04-28T15:30:00.000Z"}'
answer='{"success":true,"data":{"items":['$item'],"nextCursor":null,"hasMore":false},"error":null,"traceId":"t1"}'
rows=$'id,name\na1,First'
ipv6=
if python3 -c 'import socket; socket.socket(socket.AF_INET6).bind(("::1", 0))' 2>/dev/null; then
    ipv6=yes
fi
good_port=$(free_port)
expired_port=$(free_port)
other_port=$(free_port)
address_port=$(free_port)
plain_port=$(free_port)
tls12_port=$(free_port)
tls13_port=$(free_port)
aes_port=$(free_port)
access=$work/nginx.access
ciphers=$work/nginx.ciphers
names=$work/nginx.names
tls_server() { # NAME PORT [DIRECTIVES]
    echo "server { listen 127.0.0.1:$2 ssl; ${ipv6:+listen [::1]:$2 ssl;}
        ssl_certificate $work/$1.pem; ssl_certificate_key $work/$1.key; ${3-}
        location / { return 200 '$answer'; } }"
}
cat >"$work/nginx.conf" <<END
daemon off;
pid $work/nginx.pid;
error_log $work/nginx.error;
events {}
http {
    default_type application/json;
    log_format seen '\$request_method \$request_uri [\$http_authorization] [\$http_proxy_authorization]';
    access_log $access seen;
    log_format cipher '\$ssl_protocol \$ssl_cipher';
    access_log $ciphers cipher;
    log_format names '\$ssl_server_name \$http_host';
    access_log $names names;
    client_body_temp_path $work/nginx.body;
    proxy_temp_path $work/nginx.proxy;
    fastcgi_temp_path $work/nginx.fastcgi;
    uwsgi_temp_path $work/nginx.uwsgi;
    scgi_temp_path $work/nginx.scgi;
    $(tls_server good "$good_port")
    $(tls_server expired "$expired_port")
    $(tls_server other "$other_port")
    $(tls_server address "$address_port")
    $(tls_server good "$tls12_port" "ssl_protocols TLSv1.2;")
    $(tls_server good "$tls13_port" "ssl_protocols TLSv1.3;")
    $(tls_server good "$aes_port" "ssl_protocols TLSv1.3; ssl_conf_command Ciphersuites TLS_AES_128_GCM_SHA256;")
    server { listen 127.0.0.1:$plain_port; location / { return 200 '$answer'; } }
}
END
nginx -e "$work/nginx.error" -c "$work/nginx.conf" -p "$work" &
server_pids+=($!)

# --- the hosts file that squid and the Java runtime are configured to use

cat >"$work/hosts" <<END
127.0.0.1 localhost api.audiences.test
127.0.0.1 localhost.
127.0.0.7 refused-first.audiences.test
127.0.0.1 refused-first.audiences.test
127.0.0.8 dead-first.audiences.test
127.0.0.1 dead-first.audiences.test
::1 six.audiences.test
END
hosts_option=-Djdk.net.hosts.file=$work/hosts

# --- squid: one port without and one with a password

open_port=$(free_port)
password_port=$(free_port)
dead_port=$(free_port)
squid_folder=$work/squid
mkdir "$squid_folder"
squid_user=$(id -un)
if [ "$(id -u)" -eq 0 ]; then
    squid_user=proxy
    chown "$squid_user" "$squid_folder"
fi
echo "robot:$(openssl passwd -apr1 'p@ss: w/rd+1')" >"$work/passwords"
chmod 644 "$work/passwords"
squid_access=$squid_folder/access.log
cat >"$work/squid.conf" <<END
http_port 127.0.0.1:$open_port name=open
http_port 127.0.0.1:$password_port name=password
auth_param basic program $(ls /usr/lib*/squid/basic_ncsa_auth) $work/passwords
auth_param basic children 1
acl with_password myportname password
acl known proxy_auth REQUIRED
acl forbidden dstdomain forbidden.test
http_access deny forbidden
http_access deny with_password !known
http_access allow all
cache deny all
cache_effective_user $squid_user
pid_filename none
coredump_dir $squid_folder
cache_log $squid_folder/cache.log
logformat seen %ts %rm %ru %>Hs [%>h] [%<h]
access_log stdio:$squid_access seen
buffered_logs off
shutdown_lifetime 0 seconds
via off
visible_hostname localhost
hosts_file $work/hosts
END
squid -N -f "$work/squid.conf" >"$work/squid.out" 2>&1 &
server_pids+=($!)
for port in "$good_port" "$plain_port" "$open_port" "$password_port"; do
    wait_for listening "$port" || { cat "$work"/nginx.error "$work/squid.out" "$squid_folder/cache.log" >&2; exit 1; }
done

start_faulty_server

# --- helpers of the cases

good=https://localhost:$good_port
plain=http://127.0.0.1:$plain_port

# list URL [ARGUMENT…]: lists one page as CSV; sets $seen and $tunnelled from the logs of the servers.
list() {
    local url=$1
    shift
    : >"$access"
    : >"$squid_access"
    run list --base-url "$url" -o csv --columns id,name -v "$@"
    seen=$(cat "$access")
    tunnelled=$(cat "$squid_access")
}

expect_list() {
    expect_status 0
    expect_stdout "$rows"
    expect "requests at the API" "GET /v1/accounts/group/audiences [Bearer $key] [-]" "$seen"
    expect_stderr_without "$key"
}

expect_unreached() { # EXIT_CODE
    expect_status "$1"
    expect_stdout ""
    expect "requests at the API" "" "$seen"
    expect_stderr_without "$key"
}

# -v prints each attempt: a retry would be a second line.
expect_one_try() {
    expect "tries" 1 "$(grep -c '^  GET ' "$err")"
}

expect_through_proxy() {
    expect_list
    [ -n "$tunnelled" ] || fail "requests at the proxy" "at least one" none
}

expect_past_proxy() {
    expect_list
    expect "requests at the proxy" "" "$tunnelled"
}

# --- TLS

begin "HTTPS with the authority in SSL_CERT_FILE"
SSL_CERT_FILE=$ca list "$good"
expect_list

begin "HTTPS by address, which is in the certificate"
SSL_CERT_FILE=$ca list "https://127.0.0.1:$good_port"
expect_list

expect_cipher() { # PORT PROTOCOL_AND_CIPHER
    SSL_CERT_FILE=$ca list "https://localhost:$1"
    expect_list
    expect cipher "$2" "$(tail -1 "$ciphers")"
}

begin "ChaCha20 where the server has it"
expect_cipher "$tls12_port" "TLSv1.2 ECDHE-RSA-CHACHA20-POLY1305"
expect_cipher "$tls13_port" "TLSv1.3 TLS_CHACHA20_POLY1305_SHA256"
expect_cipher "$aes_port" "TLSv1.3 TLS_AES_128_GCM_SHA256"

begin "several authorities and text between them in SSL_CERT_FILE"
{ echo "# our authorities"; cat "$work/other.pem"; echo "# the one that counts"; cat "$ca"; } >"$work/bundle.pem"
SSL_CERT_FILE=$work/bundle.pem list "$good"
expect_list

begin "an unknown authority"
list "$good"
expect_unreached 7
expect_one_try
expect_stderr_with "SSL_CERT_FILE"

begin "an authority in one of the folders of SSL_CERT_DIR, beside other files"
mkdir "$work/certificates"
cp "$ca" "$work/certificates/authority.pem"
cp "$work/squid.conf" "$work/certificates/"
SSL_CERT_DIR=$work/none:$work/certificates list "$good"
expect_list
SSL_CERT_DIR=$work/certificates list "https://localhost:$expired_port"
expect_unreached 7
expect_stderr_with "expired"
SSL_CERT_DIR=$work/certificates list "https://localhost:$other_port"
expect_unreached 7
expect_stderr_with "not for this host"

begin "a folder in SSL_CERT_DIR that does not help"
SSL_CERT_DIR=$work/none list "$good"
expect_unreached 7
expect_one_try

begin "another authority of the same name in SSL_CERT_FILE"
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/namesake.key" -out "$work/namesake.pem" -days 2 \
    -subj "/CN=Test authority" 2>/dev/null
SSL_CERT_FILE=$work/namesake.pem SSL_CERT_DIR=$work/certificates list "$good"
expect_list
SSL_CERT_FILE=$work/namesake.pem list "$good"
expect_unreached 7
expect_one_try
expect_stderr_with "an authority that is not trusted"

begin "a runtime whose own certificates are missing or broken"
without_own() {
    SSL_CERT_DIR=$work/certificates program=$work/copy/bin/audiences list "$good"
    expect_list
    program=$work/copy/bin/audiences list "$good"
    expect_unreached 7
    expect_one_try
}
if [ -f "$image/lib/runtime/lib/security/cacerts" ]; then
    cp -r "$image" "$work/copy"
    rm "$work/copy/lib/runtime/lib/security/cacerts"
    without_own
    echo broken >"$work/copy/lib/runtime/lib/security/cacerts"
    without_own
    rm -r "$work/copy"
fi

# with_machine_trust FILE ARGUMENT…: as `list`, on a machine that trusts the authorities in the file.
with_machine_trust() {
    cat >"$work/trusting" <<END
#!/bin/sh
mount --bind "$1" $machine_trust && exec "$image/bin/audiences" "\$@"
END
    shift
    chmod +x "$work/trusting"
    program="$work/in-namespace" list "$@"
}
machine_trust=/etc/ssl/certs/ca-certificates.crt
printf '#!/bin/sh\nexec unshare --mount "%s/trusting" "$@"\n' "$work" >"$work/in-namespace"
chmod +x "$work/in-namespace"
if [ -f "$machine_trust" ] && unshare --mount mount --bind "$ca" "$machine_trust" 2>/dev/null; then
    begin "an authority that the machine trusts"
    with_machine_trust "$ca" "$good"
    expect_list
    with_machine_trust "$ca" "https://localhost:$expired_port"
    expect_unreached 7
    expect_stderr_with "expired"
    begin "the certificates of a machine that has none"
    : >"$work/empty"
    with_machine_trust "$work/empty" "$good"
    expect_unreached 7
    expect_one_try
    expect_stderr_with "$machine_trust"
else
    skip "an authority that the machine trusts" "needs root, and $machine_trust"
fi

begin "an expired certificate"
SSL_CERT_FILE=$ca list "https://localhost:$expired_port"
expect_unreached 7
expect_one_try
expect_stderr_with "expired"

begin "a certificate for another host"
SSL_CERT_FILE=$ca list "https://localhost:$other_port"
expect_unreached 7
expect_one_try
expect_stderr_with "not for this host"

begin "a certificate for another host, by address"
SSL_CERT_FILE=$ca list "https://127.0.0.1:$other_port"
expect_unreached 7
expect_one_try
expect_stderr_with "not for this host"

begin "a certificate for the address alone, when a name was asked for"
SSL_CERT_FILE=$ca list "https://localhost:$address_port"
expect_unreached 7
expect_one_try
expect_stderr_with "not for this host"

begin "a certificate for the address alone, by address"
SSL_CERT_FILE=$ca list "https://127.0.0.1:$address_port"
expect_list

by_name() { # HOST NAME: the server is told the name, whatever address was chosen
    begin "https://$1 by name"
    SSL_CERT_FILE=$ca AUDIENCES_JAVA_OPTIONS=$hosts_option list "https://$1:$good_port" --timeout 30s
    expect_list
    expect_one_try
    expect "names at the API" "$2 $2:$good_port" "$(tail -1 "$names")"
}
by_name localhost localhost
by_name localhost. localhost
by_name api.audiences.test api.audiences.test
by_name refused-first.audiences.test refused-first.audiences.test

begin "HTTPS to a port that speaks plain HTTP"
SSL_CERT_FILE=$ca list "https://127.0.0.1:$plain_port" --retries 0
expect_status 7
expect_stdout ""

begin "HTTPS to a port that never accepts the connection"
list "https${deaf#http}" --retries 0 --timeout 500ms
expect_unreached 7
expect_one_try

begin "plain HTTP to a port that speaks TLS"
list "http://localhost:$good_port" --retries 0
expect_status 5
expect_stdout ""

begin "SSL_CERT_FILE that is missing"
SSL_CERT_FILE=$work/none.pem list "$good"
expect_unreached 3
expect_stderr_with "$work/none.pem"

begin "SSL_CERT_FILE without a certificate"
SSL_CERT_FILE=$work/squid.conf list "$good"
expect_unreached 3
expect_stderr_with "$work/squid.conf"

# --- an address that never accepts a connection, before one that works

python3 - "$good_port" >"$work/dead" <<'END' &
import socket, sys, threading
server = socket.create_server(("127.0.0.8", int(sys.argv[1])), backlog=1)
waiting = []
try:
    while True:
        waiting.append(socket.create_connection(server.getsockname(), timeout=0.5))
except TimeoutError:
    print("full", flush=True)
threading.Event().wait()
END
server_pids+=($!)
wait_for test -s "$work/dead"
by_name dead-first.audiences.test dead-first.audiences.test
if [ -n "$ipv6" ]; then
    by_name six.audiences.test six.audiences.test
fi

# --- responses that are not HTTP, and endless ones

python3 "$here/raw_server.py" >"$work/raw.port" 2>"$work/raw.requests" &
server_pids+=($!)
wait_for test -s "$work/raw.port" || exit 1
raw() { # GROUP EXIT_CODE [ARGUMENT…]
    begin "the response '$1'"
    : >"$work/raw.requests"
    run list "--account=$1" --base-url "http://127.0.0.1:$(cat "$work/raw.port")" --timeout 2s --retries 0 "${@:3}"
    expect_status "$2"
}
raw 80000000 7
expect_stderr_with "within 2 s"
raw 80000000 7 --timeout 60s --max-time 2s
expect_stderr_with "within the 2 s for the whole run (--max-time)"
raw once 0 --retries 1
expect "requests" 2 "$(wc -l <"$work/raw.requests")"
for group in fffffffe 7fffffff; do
    raw "$group" 7
done
for group in 100000000 ffffffff -5 x headers header-line status-line interim continue extension digits; do
    raw "$group" 8
    expect "requests" 1 "$(wc -l <"$work/raw.requests")"
done

# --- name servers, in a network of their own

name_server() { # BEHAVIOUR [ARGUMENT…]: lists with this server; what it was asked is left in the file $asked
    rm -f "$asked"
    unshare -mn bash -c '
        ip link set lo up
        echo "nameserver 127.0.0.1" >"$work/resolv.conf"
        mount --bind "$work/resolv.conf" /etc/resolv.conf
        python3 "$here/name_server.py" "$@" &
        server=$!
        while ! [ -s "$asked" ]; do sleep 0.05; done
        "$program" list --base-url https://api.audiences.test:1 "${@:2}"
        status=$?
        kill "$server"
        exit "$status"' bash "$@" >"$out" 2>"$err" </dev/null
    status=$?
}
asked=$work/asked
export work here program asked
if unshare -mn true 2>/dev/null && PATH=$PATH:/usr/sbin command -v ip >/dev/null; then
    begin "a name server that is silent"
    name_server silent --timeout 1s --retries 0
    expect_status 7
    expect_stderr_with "the look-up of api.audiences.test gave no address within 1 s"

    begin "a name server that is silent, for the whole run"
    name_server silent --max-time 1s
    expect_status 7
    expect_stderr_with "within the 1 s for the whole run (--max-time)"

    begin "a silent name server, asked for the proxy"
    https_proxy=http://proxy.audiences.test:1 name_server silent --timeout 1s --retries 0
    expect_status 7
    expect_stderr_with "the look-up of the proxy proxy.audiences.test:1 gave no address within 1 s"

    begin "a name that is known at the second try"
    name_server late --retries 1
    expect_status 7
    expect_stderr_with "the name api.audiences.test can't be resolved; trying again"
    expect_stderr_with "can't connect to api.audiences.test:1, 2 times in a row"
else
    skip "name servers" "no network of one's own can be made here"
fi

# --- proxies

export SSL_CERT_FILE=$ca
credentials='robot:p%40ss%3A%20w%2Frd+1'

begin "HTTPS_PROXY"
HTTPS_PROXY=http://127.0.0.1:$open_port list "$good"
expect_through_proxy
expect "request at the proxy" "CONNECT localhost:$good_port 200" "$(cut -d' ' -f2-4 <<<"$tunnelled")"

begin "https_proxy, without a scheme and with a slash at its end"
https_proxy=127.0.0.1:$open_port/ list "$good"
expect_through_proxy

begin "lower case goes before upper case"
https_proxy=http://127.0.0.1:$open_port HTTPS_PROXY=http://127.0.0.1:$dead_port list "$good"
expect_through_proxy

begin "ALL_PROXY"
ALL_PROXY=http://127.0.0.1:$open_port list "https://api.audiences.test:$good_port"
expect_through_proxy

begin "ALL_PROXY is not for this machine"
ALL_PROXY=socks5://127.0.0.1:$dead_port list "$good"
expect_past_proxy

begin "HTTPS_PROXY with user name and password"
HTTPS_PROXY=http://$credentials@127.0.0.1:$password_port list "$good"
expect_through_proxy
expect_stderr_without "p@ss"
expect_stderr_without "p%40ss"

begin "a missing proxy password"
HTTPS_PROXY=http://127.0.0.1:$password_port list "$good"
expect_unreached 7
expect_one_try
expect_stderr_with "the proxy 127.0.0.1:$password_port"
expect_stderr_with "HTTPS_PROXY"

begin "a wrong proxy password"
HTTPS_PROXY=http://robot:wrong-word@127.0.0.1:$password_port list "$good"
expect_unreached 7
expect_one_try
expect_stderr_with "the proxy 127.0.0.1:$password_port"
expect_stderr_without "wrong-word"

begin "certificates are checked through the proxy too"
HTTPS_PROXY=http://127.0.0.1:$open_port list "https://localhost:$expired_port"
expect_unreached 7
expect_one_try
expect_stderr_with "expired"

begin "the proxy does not let the API through"
HTTPS_PROXY=http://127.0.0.1:$open_port list "https://forbidden.test:$good_port" --retries 0
expect_unreached 7
expect_stderr_with "the proxy 127.0.0.1:$open_port"
expect_stderr_with "403"

begin "the proxy can't reach the API"
HTTPS_PROXY=http://127.0.0.1:$open_port list "https://localhost:$dead_port" --retries 0
expect_unreached 7
expect_stderr_with "the proxy 127.0.0.1:$open_port"

begin "the proxy is down"
HTTPS_PROXY=http://127.0.0.1:$dead_port list "$good" --retries 0
expect_unreached 7
expect_stderr_with "the proxy 127.0.0.1:$dead_port"
expect_stderr_with "HTTPS_PROXY"

begin "the proxy never responds"
HTTPS_PROXY=$deaf list "$good" --retries 0 --timeout 500ms
expect_unreached 7
expect_stderr_with "the proxy ${deaf#http://}"

begin "the name of the proxy can't be resolved"
HTTPS_PROXY=http://proxy.invalid:$dead_port list "$good" --retries 0
expect_unreached 7
expect_stderr_with "the proxy proxy.invalid:$dead_port"

begin "HTTPS_PROXY that is no URL"
HTTPS_PROXY='http://robot:secret word@[' list "$good"
expect_unreached 3
expect_stderr_with HTTPS_PROXY
expect_stderr_without "secret word"

begin "the key is in no log of squid"
for log in "$squid_folder"/*; do
    ! grep -qF "$key" "$log" || fail "$(basename "$log")" "no key" "$(grep -F "$key" "$log")"
done

begin "HTTP_PROXY for an API on this machine"
HTTP_PROXY=http://127.0.0.1:$open_port list "$plain"
expect_through_proxy

begin "HTTP_PROXY with user name and password"
HTTP_PROXY=http://$credentials@127.0.0.1:$password_port list "$plain"
expect_through_proxy

begin "a missing proxy password, without TLS"
http_proxy=http://127.0.0.1:$password_port list "$plain"
expect_unreached 7
expect_one_try
expect_stderr_with "the proxy 127.0.0.1:$password_port"

begin "HTTP_PROXY does not apply to HTTPS"
HTTP_PROXY=http://127.0.0.1:$dead_port list "$good"
expect_past_proxy

begin "HTTPS_PROXY does not apply to HTTP"
HTTPS_PROXY=http://127.0.0.1:$dead_port list "$plain"
expect_past_proxy

begin "an empty HTTPS_PROXY is none"
HTTPS_PROXY='' list "$good"
expect_past_proxy

# --- NO_PROXY

named=https://api.audiences.test:$good_port
past_proxy() { # NO_PROXY URL
    begin "NO_PROXY='$1' covers $2"
    HTTPS_PROXY=http://127.0.0.1:$open_port NO_PROXY=$1 AUDIENCES_JAVA_OPTIONS=$hosts_option list "$2"
    expect_past_proxy
}
through_proxy() { # NO_PROXY URL
    begin "NO_PROXY='$1' does not cover $2"
    HTTPS_PROXY=http://127.0.0.1:$open_port NO_PROXY=$1 list "$2"
    expect_through_proxy
}
by_address=https://127.0.0.1:$good_port

past_proxy localhost "$good"
past_proxy LocalHost "$good"
past_proxy "example.com, localhost ,other.test" "$good"
past_proxy "localhost:$good_port" "$good"
past_proxy "*" "$good"
past_proxy 127.0.0.1 "$by_address"
past_proxy 127.0.0.0/8 "$by_address"
past_proxy "10.0.0.0/8,127.0.0.0/30" "$by_address"
past_proxy api.audiences.test "$named"
past_proxy audiences.test "$named"
past_proxy .audiences.test "$named"
past_proxy "*.audiences.test" "$named"
past_proxy ".test:$good_port" "$named"
through_proxy "" "$good"
through_proxy "example.com,host,ocalhost" "$good"
through_proxy "localhost:1" "$good"
through_proxy "10.0.0.0/8" "$by_address"
through_proxy "127.0.0.0/33,127.0.0.0/x,/,:" "$by_address"

if [ -n "$ipv6" ]; then
    by_ipv6="https://[::1]:$good_port"
    begin "an IPv6 address"
    list "$by_ipv6"
    expect_past_proxy
    past_proxy ::1 "$by_ipv6"
    past_proxy "[::1]" "$by_ipv6"
    past_proxy "[::1]:$good_port" "$by_ipv6"
    past_proxy ::/64 "$by_ipv6"
    for entries in "[::1]:1" "::2,fe80::/10,0.0.0.0/0"; do
        begin "NO_PROXY='$entries' does not cover $by_ipv6"
        HTTPS_PROXY=http://127.0.0.1:$open_port NO_PROXY=$entries list "$by_ipv6"
        expect_unreached 3
        expect_stderr_with "the proxy 127.0.0.1:$open_port"
    done
else
    skip "IPv6 addresses" "this machine has no ::1"
fi

begin "no_proxy in lower case"
https_proxy=http://127.0.0.1:$dead_port no_proxy=localhost list "$good"
expect_past_proxy

begin "the sandbox needs no proxy"
HTTP_PROXY=http://127.0.0.1:$dead_port HTTPS_PROXY=http://127.0.0.1:$dead_port ALL_PROXY=http://127.0.0.1:$dead_port \
    run list --sandbox -o csv
expect_status 0

summary
