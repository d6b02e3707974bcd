#!/usr/bin/env bash
# Builds the current commit twice, in two folders, and checks that the results are identical.
# Usage: reproducible.sh
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() { # FOLDER: the jars and the bill of materials; not the image, whose archive Java makes anew each time
  git clone -q "$root" "$work/$1"
  (cd "$work/$1" && mvn -q -Pdist -Ddist.jdk='[17,)' -DskipTests -Dexec.skip -Dassembly.skipAssembly -Ddist.deb.skip=true verify \
    >"$work/log" 2>&1) || { cat "$work/log"; echo "reproducible: 0 passed, 1 failed"; exit 1; }
}
(umask 022 && TZ=UTC LC_ALL=C.UTF-8 build one)
(umask 077 && TZ=Asia/Tokyo LC_ALL=C build "another folder")

passed=0
failed=0
for file in "$work"/one/target/*.jar "$work"/one/target/dist/*; do
  if cmp "$file" "${file/one/another folder}"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
  fi
done
echo "reproducible: $passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -ge 4 ]
