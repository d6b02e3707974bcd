"""Reads one list in every format, from PREFIX.json, .ndjson, .csv, .tsv and .spreadsheet, with the readers of the
standard library, and fails at the first difference."""

import csv
import decimal
import json
import sys

FIELDS = ["id", "name", "type", "description", "folderId", "prospectCount", "createdAt"]
prefix = sys.argv[1]


def text(extension, encoding="utf-8"):
    return open(f"{prefix}.{extension}", encoding=encoding, newline="")


def cell(value):
    return "" if value is None else str(value)


def unescaped(value):
    escapes = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
    characters = iter(value)
    return "".join(escapes[next(characters)] if c == "\\" else c for c in characters)


def defused(cell, value):
    """The value of a cell for spreadsheets, without the apostrophe that a formula must have and others may."""
    formula = value.strip()[:1] in ("=", "+", "-", "@") and value.strip()
    return cell[1:] if cell == "'" + value else None if formula else cell


def same(what, expected, came):
    if expected != came:
        for number, (one, other) in enumerate(zip(expected, came)):
            if one != other:
                sys.exit(f"{what}, row {number}: expected {one!r}, came {other!r}")
        sys.exit(f"{what}: expected {len(expected)} rows, came {len(came)}")


items = json.load(text("json"), parse_float=decimal.Decimal)
if not items:
    sys.exit("the list is empty")
rows = [{field: cell(item[field]) for field in FIELDS} for item in items]

lines = text("ndjson").read().split("\n")
same("the end of ndjson", [""], lines[-1:])
same("ndjson", items, [json.loads(line, parse_float=decimal.Decimal) for line in lines[:-1]])

reader = csv.DictReader(text("csv"), strict=True)
same("csv", rows, list(reader))
same("the header of csv", FIELDS, reader.fieldnames)

header, *lines, end = text("tsv").read().split("\n")
same("the end of tsv", "", end)
same("the header of tsv", FIELDS, header.split("\t"))
same("tsv", rows, [dict(zip(FIELDS, map(unescaped, line.split("\t")))) for line in lines])

spreadsheet = text("spreadsheet").read()
same("the byte order mark", "\ufeff", spreadsheet[:1])
same("the line end of the header", ",".join(f'"{field}"' for field in FIELDS) + "\r\n", spreadsheet[1:].splitlines(keepends=True)[0])
came = list(csv.DictReader(text("spreadsheet", "utf-8-sig"), strict=True))
same("spreadsheet", rows, [{field: defused(line[field], row[field]) for field in FIELDS} for line, row in zip(came, rows)])
same("the rows of spreadsheet", len(rows) * [""], len(came) * [""])
