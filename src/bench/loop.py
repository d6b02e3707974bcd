"""The script that people write: every page over one kept-alive connection, as CSV. requests asks for gzip by itself.
Usage: loop.py BASE_URL ACCOUNT LIMIT"""
import csv
import sys

import requests

FIELDS = ["id", "name", "type", "description", "folderId", "prospectCount", "createdAt"]
base, account, limit = sys.argv[1:]
session = requests.Session()
session.headers["Authorization"] = "Bearer sk_bench"
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(FIELDS)
cursor = None
while True:
    query = {"limit": limit, **({"cursor": cursor} if cursor else {})}
    answer = session.get(f"{base}/v1/accounts/{account}/audiences", params=query, timeout=30)
    answer.raise_for_status()
    data = answer.json()["data"]
    out.writerows([item[field] for field in FIELDS] for item in data["items"])
    cursor = data["nextCursor"]
    if not data["hasMore"]:
        break
