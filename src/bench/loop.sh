#!/bin/sh
# The loop that people write with curl and jq, as CSV. Usage: loop.sh BASE_URL ACCOUNT
set -eu
url="$1/v1/accounts/$2/audiences?limit=100"
cursor=
echo id,name,type,description,folderId,prospectCount,createdAt
while :; do
  page=$(curl -sf -H 'Authorization: Bearer sk_bench' "$url${cursor:+&cursor=$cursor}")
  printf '%s' "$page" | jq -r \
    '.data.items[] | [.id, .name, .type, .description, .folderId, .prospectCount, .createdAt] | @csv'
  cursor=$(printf '%s' "$page" | jq -r '.data.nextCursor // empty')
  [ "$(printf '%s' "$page" | jq .data.hasMore)" = true ] || break
done
