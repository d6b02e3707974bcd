#!/usr/bin/env bash
# Tests the files of a release. As root, installs and removes the Debian package.
# Usage: packages.sh DIST_FOLDER, the folder target/dist that `mvn -Pdist verify` makes
# shellcheck disable=SC2317 # functions are called by name

dist=$(cd "${1:?the folder that the build leaves at target/dist}" && pwd) || exit 2
# The native executable, where it was built; otherwise there is one form only.
tarball=$(find "$dist" -name 'audiences-*.tar.gz' ! -name '*-jvm.tar.gz')
jvm_tarball=$(find "$dist" -name 'audiences-*-jvm.tar.gz')
tarball=${tarball:-$jvm_tarball}
deb=$(echo "$dist"/audiences_*.deb)
jar=$(echo "$dist"/audiences-*-all.jar)
sbom=$(echo "$dist"/audiences-*-sbom.json)
unpacked=$(mktemp -d) || exit 1
tar -C "$unpacked" -xzf "$tarball" || exit 1

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$0")/lib.sh" "$unpacked/$(basename "$tarball" .tar.gz)"
mv "$unpacked" "$work/a folder"
image="$work/a folder/$(basename "$image")"
program=$image/bin/audiences
version=$(basename "$jar" -all.jar)
version=${version#audiences-}

list=$work/list.csv
"$program" list --sandbox --all -o csv >"$list" </dev/null

no_java=$work/no-java
mkdir "$no_java"
for tool in sh readlink; do
    ln -s "$(command -v "$tool")" "$no_java/$tool"
done
expect_works() { # COMMAND…: without Java or settings
    env -i PATH="$no_java" "$@" --version >"$out" 2>"$err" </dev/null
    status=$?
    expect_status 0
    expect_stdout "audiences $version"
    expect_stderr ""
    env -i PATH="$no_java" "$@" list --sandbox --all -o csv >"$out" 2>"$err" </dev/null
    status=$?
    expect_status 0
    expect_stderr ""
    expect_same_file stdout "$list" "$out"
}

begin "checksums"
(cd "$dist" && sha256sum --strict -c SHA256SUMS) >"$out" 2>&1 || fail sha256sum "to find all well" "$(cat "$out")"
expect "files without a checksum" "" \
    "$(cd "$dist" && for file in *; do grep -q "  $file\$" SHA256SUMS || echo "$file"; done | grep -vx SHA256SUMS)"

# --- the tarball

begin "the tarball works without Java on the machine"
[ "$(wc -l <"$list")" -gt 1 ] || fail "the list" "to have lines" "$(cat "$list")"
expect_works "$program"
expect_fast_start "$program"

begin "owners, modes and times in the tarball"
TZ=UTC tar -tvzf "$tarball" >"$out"
expect "owners" "root/root" "$(awk '{print $2}' "$out" | sort -u)"
expect "days" 1 "$(awk '{print $4, $5}' "$out" | sort -u | wc -l)"
expect "the command's mode" -rwxr-xr-x "$(awk '$6 ~ "/bin/audiences$" {print $1}' "$out")"
expect "what others may write or can't read" "" "$(grep -vE '^([d-]r..r-.r-.|l)' "$out")"
expect "the top" "$(basename "$tarball" .tar.gz)" "$(tar -tzf "$tarball" | cut -d/ -f1 | sort -u)"
for part in LICENSE NOTICE legal/jackson-core-*/LICENSE share/man/man1/audiences.1 \
    share/bash-completion/completions/audiences share/zsh/site-functions/_audiences \
    share/fish/vendor_completions.d/audiences.fish; do
    compgen -G "${image// /?}/$part" >/dev/null || fail "$part" "to be there" "nothing"
done

expect_named_in() { # FILE
    local name
    for name in picocli "Jackson core" fastexcel opczip "OpenJDK|Java runtime" ${native:+GraalVM}; do
        grep -qE "$name" "$1" || fail "$1" "to name $name" "$(cat "$1")"
    done
}

begin "the notices name all that is inside"
expect_named_in "$image/NOTICE"

if [ "$tarball" != "$jvm_tarball" ]; then
    begin "the tarball with a Java runtime"
    mkdir "$work/jvm"
    tar -C "$work/jvm" -xzf "$jvm_tarball"
    expect "the top" "$(basename "$jvm_tarball" .tar.gz)" "$(ls "$work/jvm")"
    expect_works "$work/jvm/$(basename "$jvm_tarball" .tar.gz)/bin/audiences"
fi

# --- the Debian package

in_system() { # the names of all that a package could leave behind
    find /etc /opt /usr /var -xdev \
        \( -path /var/cache/man -o -path /var/log -o -path /var/tmp \) -prune -o -print | sort
}

try_package() {
    begin "the package is installed"
    in_system >"$work/before"
    # Small systems exclude man pages; the last option takes effect.
    dpkg --path-include='/usr/share/man/*' --path-include='/usr/share/doc/*' -i "$deb" >"$out" 2>&1 || {
        fail dpkg "to install it" "$(cat "$out")"
        dpkg --purge --force-all audiences >/dev/null 2>&1
        return
    }
    expect "changed files" "" "$(dpkg -V audiences)"
    expect "the version" "$version" "$(dpkg-query -W -f '${Version}' audiences)"
    expect "the top of the changelog" "audiences ($version) unstable; urgency=medium" \
        "$(zcat /usr/share/doc/audiences/changelog.gz | head -1)"
    expect_named_in /usr/share/doc/audiences/copyright
    local library
    for library in ${native:+/usr/lib/audiences/lib/lib*.so}; do
        # Ours.
        case $library in */libjvm.so) continue ;; esac
        grep -qF "${library#/}" /usr/share/doc/audiences/copyright || fail "the copyright" "with $library" "without it"
    done

    begin "the installed command"
    expect "the command" /usr/bin/audiences "$(PATH=/usr/bin:/bin command -v audiences)"
    expect_works /usr/bin/audiences
    expect_fast_start /usr/bin/audiences

    begin "each library that the runtime needs is in a package that is depended on"
    local depends library file
    depends=$(dpkg-query -W -f '${Depends}' audiences | sed 's/([^)]*)//g; s/,/ /g')
    find /usr/lib/audiences -type f \( -name '*.so' -o -perm -u+x \) -exec ldd {} + 2>/dev/null |
        awk '$2 == "=>" {print $1, $3}' | sort -u >"$work/libraries"
    [ -s "$work/libraries" ] || fail libraries "some" none
    while read -r library file; do
        # The libraries of the runtime are found by their location, or are already loaded.
        [ -z "$(find /usr/lib/audiences -name "$library")" ] || continue
        file=$(dpkg -S "$(readlink -f "$file")" 2>/dev/null) || file=$(dpkg -S "*/$library" | head -1)
        grep -qwF -- "${file%%:*}" <<<"$depends" || fail "the package of $library" "one of $depends" "$file"
    done <"$work/libraries"

    begin "completion in bash"
    # shellcheck disable=SC2016 # expanded by the inner shell
    bash --norc -c '
        if . /usr/share/bash-completion/bash_completion; then
            _completion_loader audiences
        else
            . /usr/share/bash-completion/completions/audiences
        fi
        complete -p audiences | grep -q _audiences || exit
        COMP_LINE="audiences li" COMP_WORDS=(audiences li) COMP_CWORD=1
        _audiences
        printf "%s\n" "${COMPREPLY[@]}"' >"$out" 2>/dev/null
    grep -qx "list *" "$out" || fail "the candidates for li" list "$(cat "$out")"

    if command -v zsh >/dev/null; then
        begin "completion in zsh"
        # shellcheck disable=SC2016 # expanded by zsh
        zsh -f -c 'print -l $fpath' | grep -qx /usr/share/zsh/vendor-completions ||
            fail fpath "vendor-completions" "none"
        zsh -f "$here/ask-zsh.zsh" /usr/share/zsh/vendor-completions "audiences li" >"$out" 2>/dev/null
        grep -qx list "$out" || fail "the candidates for li" list "$(cat "$out")"
    else
        skip "completion in zsh" "zsh is not installed"
    fi

    if command -v fish >/dev/null; then
        begin "completion in fish"
        fish -c 'complete -C "audiences li"' 2>/dev/null | cut -f1 >"$out"
        grep -qx list "$out" || fail "the candidates for li" list "$(cat "$out")"
    else
        skip "completion in fish" "fish is not installed"
    fi

    if man --version 2>/dev/null | grep -q '^man '; then
        begin "man pages"
        local page
        env -u MANPATH man -P cat audiences >"$out" 2>"$err" </dev/null
        status=$?
        expect_status 0
        grep -q '^NAME' "$out" || fail "man audiences" "a page" "$(cat "$out" "$err")"
        for page in "$image"/share/man/man1/*.1; do
            page=$(basename "$page" .1)
            expect "where man finds $page" "/usr/share/man/man1/$page.1.gz" "$(env -u MANPATH man -w "$page" 2>&1)"
        done
    else
        skip "man pages" "man is not installed"
    fi

    begin "the package is removed, with nothing left behind"
    dpkg --purge audiences >"$out" 2>&1 || fail dpkg "to remove it" "$(cat "$out")"
    in_system >"$work/after"
    expect "what changed" "" "$(diff "$work/before" "$work/after")"
}

if ! command -v dpkg >/dev/null; then
    skip "the Debian package" "this is not Debian"
elif [ "$(id -u)" != 0 ]; then
    skip "the Debian package" "only root may install one"
elif dpkg-query -W audiences >/dev/null 2>&1; then
    skip "the Debian package" "one is installed here already"
else
    try_package
fi

# --- the plain jar

at_terminal() { # COMMAND [SHOWN KEYS]: leaves the screen in $out, all that came in $err
    TERM=xterm python3 "$here/at_terminal.py" 100 "$err" "$@" >"$out" </dev/null
    status=$?
}

declare -A javas
for java in "$(command -v java)" /usr/lib/jvm/*/bin/java; do
    [ ! -x "$java" ] || javas[$(readlink -f "$java")]=
done
[ ${#javas[@]} -gt 0 ] || skip "the plain jar" "no Java is here"
for java in "${!javas[@]}"; do
    begin "the plain jar with $java"
    expect_works "$java" -jar "$jar"
    "$java" -jar "$jar" list --no-such-option >"$out" 2>"$err" </dev/null
    status=$?
    expect_status 2

    begin "the plain jar at a terminal, with $java"
    # Without detection of the terminal, the key would be read from stdin with echo.
    at_terminal "'$java' -jar '$jar' config set apiKey --no-check" "not shown" $'sk_live_typed_1234\n'
    expect_status 0
    expect_stderr_without typed
    at_terminal "'$java' -jar '$jar' list --sandbox --columns name,description,id --quiet"
    expect "the longest line" 80 "$(sed 's/…/./g' "$out" | LC_ALL=C grep -v $'[\x80-\xff]' | wc -L)"
    at_terminal "'$java' -jar '$jar' list --sandbox --all --limit 100 -o csv --quiet | cat"
    expect "lines in a pipe" "$(wc -l <"$list")" "$(wc -l <"$out")"
done

begin "what is in the plain jar"
python3 - "$jar" >"$out" <<'PYTHON'
import sys, zipfile
names = zipfile.ZipFile(sys.argv[1]).namelist()
for name in ("META-INF/LICENSE", "META-INF/NOTICE", "META-INF/FastDoubleParser-LICENSE",
             "META-INF/jsoniter-scala-LICENSE", "META-INF/xjb-LICENSE", "NOTICE", "META-INF/services/tools.jackson.core.TokenStreamFactory"):
    if names.count(name) != 1:
        print(f"{name} {names.count(name)} times")
print(*(name for name in names if "module-info" in name), sep="\n", end="")
PYTHON
expect_stdout ""

# --- the bill of materials

begin "the packages in the bill of materials"
python3 - "$sbom" >"$out" <<'PYTHON'
import json, sys
bom = json.load(open(sys.argv[1]))
print(bom["bomFormat"], bom["metadata"]["component"]["name"], bom["metadata"]["component"]["version"])
print(*sorted(c["name"] for c in bom["components"]))
print([key for key in ("serialNumber",) if key in bom] + [key for key in ("timestamp",) if key in bom["metadata"]])
PYTHON
also=
[ -z "$native" ] || also="graalvm-native-image "
expect_stdout "CycloneDX audiences $version
fastexcel ${also}jackson-core opczip ${native:+openjdk }picocli
[]"

summary
