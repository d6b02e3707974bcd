"""Compares what another program read of a list with the list in JSON, and fails at the first difference.
Usage: readers.py HOW PREFIX [FILE]: the list is PREFIX.json; see the functions at the end."""

import datetime
import json
import re
import sys
import warnings

FIELDS = ["id", "name", "type", "description", "folderId", "prospectCount", "createdAt"]
MAX_DIGITS = 15
MAX_CELL = 32767


def load(text):
    # Not strict: Miller writes control characters as they are.
    return [{field: item[field] for field in FIELDS} for item in json.loads(text, strict=False)]


def file(name):
    return open(name, encoding="utf-8", newline="").read()


how, prefix = sys.argv[1:3]
items = load(file(prefix + ".json"))


def same(what, expected, came):
    if len(expected) != len(came):
        sys.exit(f"{what}: expected {len(expected)} rows, came {len(came)}")
    for number, (one, other) in enumerate(zip(expected, came)):
        for field in FIELDS:
            if one[field] != other[field] or type(one[field]) is not type(other[field]):
                sys.exit(f"{what}, row {number}, {field}: expected {one[field]!r:.99}, came {other[field]!r:.99}")


def texts(changed=lambda text: text):
    """The list in a format that has text only, where null is the empty text."""
    return [{field: changed("" if value is None else str(value)) for field, value in item.items()} for item in items]


# --- workbooks


def time(text):
    """The time that a cell holds: in UTC, to the millisecond; None for a text that stays one."""
    match = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,3})?\d*(Z|[+-]\d\d:\d\d)", text)
    if not match:
        return None
    start, fraction, zone = match.groups()
    came = datetime.datetime.fromisoformat(start + (fraction or ".000") + zone.replace("Z", "+00:00"))
    came = came.astimezone(datetime.timezone.utc).replace(tzinfo=None)
    return came if came >= datetime.datetime(1900, 3, 1) else None


def cut(text):
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * MAX_CELL]
    cut = units.decode("utf-16-le", "surrogatepass")
    return cut if len(text) == len(cut) else re.sub("[\ud800-\udbff]$", "", cut)


def cell(field, value):
    if value is None:
        return None
    if field == "prospectCount":
        return value if len(str(abs(value))) <= MAX_DIGITS else str(value)
    return field == "createdAt" and time(value) or cut(value)


def unescaped(text):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda escape: chr(int(escape[1], 16)), text)


def cells(name):
    """The rows of a workbook as openpyxl reads it, which knows no escapes."""
    import openpyxl

    warnings.simplefilter("ignore")
    header, *rows = openpyxl.load_workbook(name).active.iter_rows()
    if [c.value for c in header[: len(FIELDS)]] != FIELDS:
        sys.exit(f"the header is {[c.value for c in header]}")
    for row in rows:
        for c in row:
            if c.data_type == "f":
                sys.exit(f"{c.coordinate} is a formula: {c.value!r:.99}")
        if any(c.value is not None for c in row[len(FIELDS):]):
            sys.exit(f"row {row[0].row} has more cells than the header")
    return [
        {field: unescaped(c.value) if isinstance(c.value, str) else c.value for field, c in zip(FIELDS, row)}
        for row in rows
    ]


def openpyxl(name):
    same("cells", [{field: cell(field, item[field]) for field in FIELDS} for item in items], cells(name))


def one_line_break(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


def libreoffice(name):
    """What LibreOffice saved: it has one line break, no empty text, and saves what looks like an escape as it is."""
    expected = [{field: cell(field, item[field]) for field in FIELDS} for item in items]
    came = cells(name)
    for row in expected + came:
        for field, value in row.items():
            row[field] = one_line_break(unescaped(value)) or None if isinstance(value, str) else value
    same("cells", expected, came)


def spreadsheet(name):
    """CSV that LibreOffice opened: nothing was taken for anything else than it is."""
    came = cells(name)
    for row, item in zip(came, items):
        for field, value in row.items():
            # LibreOffice drops NUL, and does not escape what looks like an escape when it saves.
            text = "" if item[field] is None else one_line_break(unescaped(str(item[field]))).replace("\0", "")
            if value == item[field] or (value or "") in (text, "'" + text):
                row[field] = item[field]
    same("cells", items, came)


def no_formula(name):
    """CSV with what no cell can hold: all rows are there, and no cell calculates."""
    if len(cells(name)) != len(items):
        sys.exit("rows are missing")


def java(name):
    """The cells as ReadWorkbook.java prints them."""
    start = datetime.datetime(1899, 12, 30)
    came = [dict.fromkeys(FIELDS) for _ in range(len(items) + 1)]
    for line in file(name).splitlines():
        reference, kind, *codes = line.split(" ")
        text = unescaped("".join(chr(int(code)) for code in codes))
        field = FIELDS[ord(reference[0]) - ord("A")]
        if kind == "n" and field == "createdAt":
            text = start + datetime.timedelta(milliseconds=round(float(text) * 86_400_000))
        came[int(reference[1:]) - 1][field] = int(text) if kind == "n" and field == "prospectCount" else text
    expected = [{field: cell(field, item[field]) for field in FIELDS} for item in items]
    same("cells", [dict(zip(FIELDS, FIELDS)), *expected], came)


# --- text formats


def pandas():
    import pandas

    warnings.simplefilter("ignore")
    text = {"dtype": str, "keep_default_na": False}
    for what, frame in (
        ("csv", pandas.read_csv(prefix + ".csv", **text)),
        ("csv with |", pandas.read_csv(prefix + ".pipe.csv", sep="|", **text)),
        ("csv for a spreadsheet", pandas.read_csv(prefix + ".tab.csv", sep="\t", encoding="utf-8-sig", **text)),
        ("tsv", pandas.read_csv(prefix + ".tsv", sep="\t", quoting=3, **text)),
    ):
        came = frame.to_dict("records")
        if what == "tsv":
            came = [{field: from_tsv(value) for field, value in row.items()} for row in came]
        if what.endswith("spreadsheet"):
            for row, plain in zip(came, texts()):
                row.update({field: plain[field] for field in FIELDS if row[field] == "'" + plain[field]})
        same(what, texts(), came)
    for what, frame in (
        ("json", pandas.read_json(prefix + ".json", dtype=False, convert_dates=False)),
        ("ndjson", pandas.read_json(prefix + ".ndjson", lines=True, dtype=False, convert_dates=False)),
    ):
        same(what, items, frame.astype(object).where(frame.notna(), None).to_dict("records"))
    came = pandas.read_excel(prefix + ".xlsx", dtype=object, keep_default_na=False).to_dict("records")
    for row in came:
        for field, value in row.items():
            if isinstance(value, pandas.Timestamp):
                row[field] = value.to_pydatetime()
            elif isinstance(value, str):
                row[field] = unescaped(value)
    expected = [{field: cell(field, item[field]) for field in FIELDS} for item in items]
    same("xlsx", [{field: "" if value is None else value for field, value in row.items()} for row in expected], came)


def from_tsv(text):
    escapes = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
    return re.sub(r"\\(.)", lambda escape: escapes[escape[1]], text)


def exact(name):
    """JSON of a reader that tells null from the empty text, and numbers from text."""
    same(name, items, load(file(name)))


def without_empty(name):
    """JSON of a reader to which the empty text is null."""
    same(name, [{field: None if value == "" else value for field, value in item.items()} for item in items],
         load(file(name)))


def as_text(name):
    """JSON of a reader to which everything is text, and null the empty one."""
    same(name, texts(), load(file(name)))


def one_text_line_break(name):
    """As as_text, of a reader to which CR LF is LF."""
    came = load(file(name))
    same(name, texts(lambda text: text.replace("\r\n", "\n")), came)


globals()[how](*sys.argv[3:])
