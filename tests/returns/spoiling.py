"""Files of every return and form, made from the specifications; and what can be done to a file that no writer does.

What is sent is a dict of file name to bytes. Everything is drawn from the `Random` given, so a seed makes it again.
"""

import copy
import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from lxml import etree

from undrift.returns import (
    annex_a_from_ssd,
    annex_a_writer,
    cin_census_writer,
    forms_writer,
    modules_writer,
    ssd_writer,
    ssda903_writer,
)
from undrift.returns.catalogue import Item, catalogue
from undrift.returns.forms_spec import forms
from undrift.returns.spec import TableColumn, record_tables
from undrift.returns.submission import conform

Sent = dict[str, bytes]

NASTY = [
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b"'", b"<", b">", b"]]>", b"<![CDATA[", b"<!--", b"&", b"&#0;", b"&#x10FFFF;",
    b"\r", b"\n\n", b",", b";" * 50, b"=1+1", b"99999999999999999999", b"-1", b"1e309", b"nan", b"31/02/2026", b"00/00/0000",
    b"9999-12-31", b"0000-00-00", "\u202e\u0661\u0662".encode(), "Ǆ".encode("utf-16"), b"</Child>", b"<Child>", b"<?xml version='1.0' encoding='utf-7'?>",
]  # fmt: skip
CELLS = [
    "", " ", "NULL", "n/a", "-", "0", "1", "-1", "1.0", "1e309", "nan", "inf", "99999999999999999999", "TRUE", "=1+1", "#N/A",
    "Total", "31/02/2026", "29/02/2025", "00/00/0000", "1900-01-01", "9999-12-31", "0001-01-01", "10000-01-01", "46112", "46112.5",
    "2958466", "-5", "05/06/2026", "06/05/26", "1/1/99", "2026-03-04T05:06:07Z", "4 March 2026", "\u202e\u0661\u0662/03/2026", "x" * 300,
    "\U0001f9d2", "e\u0301", "[", '{"a": 1}', '["1A", null]', "0012", "IRW0012", "a) Yes", "b)", ")", "\u00a0", "\ufeff", "\x1f",
]  # fmt: skip


def value_of(column: TableColumn) -> object:
    """One likely value: rows of any two tables meet, each being of one child and under one id."""
    by_name: dict[str, object] = {
        "pers_sex": "F", "pers_ethnicity": "WBRI", "lega_legal_status": "C2", "clae_cla_episode_start_reason": "S",
        "pers_upn": "A123456789012", "wkfc_year": 2025, "wkva_year": 2025, "cine_referral_nfa": "N", "pers_death_date": None,
        "pers_expected_dob": None, "pers_dob": date(2015, 2, 13),
    }  # fmt: skip
    if column.name in by_name:
        return by_name[column.name]
    if column.name.endswith("person_id") or column.references == "ssd_person.pers_person_id":
        return "C1"
    if column.is_key or column.references:
        return 1 if column.type == "integer" else "1"
    kinds: dict[str, object] = {
        "date": date(2025, 6, 1),
        "flag": "Y",
        "integer": 1,
        "number": 0.5,
        "json": '["1A"]',
    }
    return kinds.get(column.type, column.codes.split(";")[0].split(" ")[0] or "Elm")


@cache
def tables() -> dict[str, pa.Table]:
    """A row of every table of the records."""
    return {
        name: conform(
            pa.Table.from_pylist(
                [{c.name: value_of(c) for c in spec.columns}], conform(pa.table({}), name).schema
            ),
            name,
        )
        for name, spec in record_tables().items()
    }


def starts(kind: str, folder: Path, chance: Random) -> Sent:
    """What our own writers make of one row of everything; of forms and of the dataset's tables, of some."""
    folder.mkdir()
    firsts = [name for name in tables() if name.startswith("ssd_")]
    if kind.startswith("forms"):
        firsts = [form.tables[0] for form in forms().values()]
    some = {name: tables()[name] for name in chance.sample(firsts, 3)}
    match kind:
        case "annex-a workbook":
            lists = annex_a_from_ssd.lists_of_tables(tables(), date(2026, 3, 31))
            annex_a_writer.write_workbook(folder / "annex.xlsx", lists)
        case "annex-a csv":
            return {
                "List 1.csv": b"Child Unique ID,Date of Contact,Contact Source\r\nC1,25/01/2026,q) 6: Police\r\n"
            }
        case "ssda903 csv":
            ssda903_writer.write_folder(folder, tables(), 2026)
        case "ssda903 xml":
            ssda903_writer.write_xml(folder / "return.xml", tables(), 2026)
        case "cin-census xml":
            cin_census_writer.write_census(folder / "census.xml", tables(), 2026, "999")
        case "ssd csv" | "ssd parquet":
            ssd_writer.write(some, folder, "parquet" if kind.endswith("parquet") else "csv")
        case "sen2 xml" | "sen2 csv":
            modules_writer.write_sen2(
                tables(), folder / "sen2.xml" if kind.endswith("xml") else folder, 2026, "999"
            )
        case "workforce-census xml" | "workforce-census csv":
            modules_writer.write_workforce(
                tables(), folder / "workforce.xml" if kind.endswith("xml") else folder, 2025, "999"
            )
        case "forms workbook":
            forms_writer.write(some, folder / "forms.xlsx")
        case _:
            forms_writer.write(some, folder)
    made = {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    return {name: undated(content) if name.endswith(".xlsx") else content for name, content in made.items()}


def undated(book: bytes) -> bytes:
    """A workbook that does not say when it was made: or what comes of spoiling it would be another thing each time."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2026-03-31T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


KINDS = (
    "annex-a workbook", "annex-a csv", "ssda903 csv", "ssda903 xml", "cin-census xml", "ssd csv", "ssd parquet", "sen2 xml",
    "sen2 csv", "workforce-census xml", "workforce-census csv", "forms workbook", "forms csv",
)  # fmt: skip


# From the specification


def says(item: Item, chance: Random) -> str:
    """A cell of a column, right about two times in three, in one of the ways people write it."""
    if chance.random() < 0.3:
        return chance.choice(CELLS)
    if item.choices:
        choice = chance.choice(item.choices)
        label = choice.label
        return chance.choice([label, label.lower(), label.partition(") ")[2], choice.meaning, f" {label} ", label.split(" ")[0]])  # fmt: skip
    match item.kind:
        case "Date":
            day = date(2026, 3, 31) - timedelta(days=chance.randrange(1200))
            how = chance.choice(
                ["%d/%m/%Y", "%Y-%m-%d", "%d-%b-%y", "%m/%d/%Y", "%Y-%m-%d 00:00:00", "%d.%m.%Y"]
            )
            return day.strftime(how)  # fmt: skip
        case "Whole number" | "Number":
            return chance.choice(["0", "3", "2.5", "1,200", "07"])
        case "Yes or no":
            return chance.choice(["Y", "N", "yes", "No", "1", "true", "U"])
        case "JSON":
            return chance.choice(['["1A"]', "[]", '{"NFA_FLAG": "Y"}', "1A, 2B"])
        case _:
            return chance.choice(["C1", "C2", "1", "2", "Elm team", "S1", "A123456789012", "M1 1AA"])


def from_specification(kind: str, chance: Random) -> Sent:
    """Some parts of a return as CSV files, column for column as the manual has them; {} where it is never CSV."""
    id_ = kind.rpartition(" ")[0]
    ours = [manual for manual in catalogue().values() if manual.ours]
    manual = chance.choice(ours) if id_ == "forms" else catalogue()[id_]
    if not kind.endswith("csv"):
        return {}
    sent: Sent = {}
    for part in chance.sample(manual.parts, min(len(manual.parts), chance.randint(1, 3))):
        items = [item for item in part.items if chance.random() < 0.9]
        names = [
            chance.choice((item.name, *item.also)) if chance.random() < 0.2 else item.name for item in items
        ]
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=chance.choice(",,,;"))
        writer.writerow(names)
        writer.writerows([says(item, chance) for item in items] for _ in range(chance.randint(0, 5)))
        stem = part.title.partition(":")[0] if id_ == "annex-a" else part.id
        sent[f"{stem}.csv"] = text.getvalue().encode(
            chance.choice(["utf-8", "utf-8", "cp1252", "utf-16"]), "replace"
        )
    return sent  # fmt: skip


@cache
def items(kind: str) -> dict[str, Item]:
    id_ = kind.rpartition(" ")[0]
    manuals = [m for m in catalogue().values() if m.ours] if id_ == "forms" else [catalogue()[id_]]
    return {item.name: item for manual in manuals for part in manual.parts for item in part.items}


# What is done to a file


def bytes_of(content: bytes, chance: Random, kind: str) -> bytes:
    """One to four things done to the bytes."""
    for _ in range(chance.randint(1, 4)):
        at, upto = sorted(chance.randint(0, len(content)) for _ in range(2))
        upto = min(upto, at + chance.choice([1, 8, 200]))
        match chance.randrange(6):
            case 0:
                content = content[:at] + chance.choice(NASTY) + content[at:]
            case 1:
                content = content[:at] + content[upto:]
            case 2:
                content = content[:at] + content[at:upto] * chance.randint(2, 40) + content[upto:]
            case 3:
                content = (
                    content[:at] + bytes(chance.randrange(256) for _ in range(upto - at)) + content[upto:]
                )
            case 4:
                content = content[:at]
            case _:
                content = content[:at] + content[at:upto].swapcase()[::-1] + content[upto:]
    return content


def cells_of_csv(content: bytes, chance: Random, kind: str) -> bytes:
    """Cells, rows, columns and headers moved about, and the file written as another system might."""
    rows = list(csv.reader(io.StringIO(content.decode("utf-8", "replace").replace("\0", ""), newline="")))
    if not rows or not rows[0]:
        return content
    for _ in range(chance.randint(1, 6)):
        row, column = chance.choice(rows), chance.randrange(max(1, len(rows[0])))
        match chance.randrange(8):
            case 0 | 1 | 2 if column < min(len(row), len(rows[0])):
                known = items(kind).get(rows[0][column])
                row[column] = says(known, chance) if known else chance.choice(CELLS)
            case 3:
                rows.append(list(row))
            case 4:
                rows[:] = [r[:column] + r[column + 1 :] for r in rows] if len(rows[0]) > 1 else rows
            case 5 if rows[0]:
                rows[:] = [[*r, r[column] if column < len(r) else ""] for r in rows]
            case 6:
                rows.insert(0, [chance.choice(CELLS)] * chance.randint(0, 3))
            case _:
                chance.shuffle(row)
    text = io.StringIO(newline="")
    delimiter = chance.choice([",", ",", ";", "\t", "|"])
    csv.writer(text, delimiter=delimiter, lineterminator=chance.choice(["\n", "\r\n", "\r"])).writerows(rows)
    return text.getvalue().encode(chance.choice(["utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16"]), "replace")  # fmt: skip


def elements_of_xml(content: bytes, chance: Random, kind: str) -> bytes:
    """Elements said otherwise, doubled, taken out, moved and renamed."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=False))
    except etree.XMLSyntaxError:
        return content
    for _ in range(chance.randint(1, 6)):
        every = [e for e in root.iter() if isinstance(e.tag, str)]
        one, other = chance.choice(every), chance.choice(every)
        parent = one.getparent()
        match chance.randrange(7):
            case 0 | 1 | 2:
                known = items(kind).get(one.tag)
                said = says(known, chance) if known else chance.choice(CELLS)
                one.text = "".join(c for c in said if c.isprintable())
            case 3 if parent is not None:
                parent.insert(chance.randint(0, len(parent)), copy.deepcopy(one))
            case 4 if parent is not None:
                parent.remove(one)
            case 5 if one not in other.iter() and other not in one.iter():
                other.append(copy.deepcopy(one))
            case 6:
                one.tag = other.tag
    return bytes(etree.tostring(root, encoding=chance.choice(["utf-8", "utf-16", "iso-8859-1"]), xml_declaration=True))  # fmt: skip


def parts_of_workbook(content: bytes, chance: Random, kind: str) -> bytes:
    """One of the workbook's parts spoilt and packed again, so that what reads the cells is reached."""
    packed = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as book,
            zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made,
        ):
            names = book.namelist()
            one = chance.choice([name for name in names if name.endswith(".xml")])
            for name in names:
                part = book.read(name)
                spoilt_part = bytes_of(part, chance, kind) if name == one else part
                made.writestr(zipfile.ZipInfo(name), spoilt_part, zipfile.ZIP_DEFLATED)
    except Exception:  # spoilt before; zipfile has no one error for it
        return content
    return packed.getvalue()


def cells_of_workbook(content: bytes, chance: Random, kind: str) -> bytes:
    """Cells of any type anywhere, merged and hidden, rows above the header, sheets called something else."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(content))
    except Exception:  # spoilt before; openpyxl has no one error for it
        return content
    for _ in range(chance.randint(1, 8)):
        sheet = chance.choice(book.worksheets)
        row, column = chance.randint(1, sheet.max_row + 1), chance.randint(1, sheet.max_column)
        match chance.randrange(9):
            case 0 | 1 | 2 | 3:
                header = items(kind).get(str(sheet.cell(1, column).value))
                text = says(header, chance) if header else chance.choice(CELLS)
                text = "".join(c for c in text if c.isprintable())
                sheet.cell(row, column).value = chance.choice(
                    [
                        text,
                        text,
                        True,
                        3,
                        2.5,
                        -1e300,
                        46112,
                        datetime.fromisoformat("2026-03-04T05:06"),
                        date(1900, 1, 1),
                    ]
                )
            case 4:
                sheet.insert_rows(1, chance.randint(1, 3))
            case 5:
                sheet.append([cell.value for cell in sheet[row]])
            case 6:
                sheet.insert_cols(column)
            case 7:
                sheet.title = chance.choice(["1. Contacts", "Contacts (6m)", "List 3", "Supervision", "x"])[
                    :31
                ]
            case _:
                sheet.sheet_state = "visible" if sheet.sheet_state == "hidden" else "hidden"
    if not any(sheet.sheet_state == "visible" for sheet in book.worksheets):
        book.worksheets[0].sheet_state = "visible"
    saved = io.BytesIO()
    book.save(saved)
    return undated(saved.getvalue())


_ODD_COLUMNS: tuple[Callable[[str, int, Random], pa.Array], ...] = (
    lambda cell, rows, _: pa.array([cell] * rows),
    lambda cell, rows, _: pa.array([cell] * rows).dictionary_encode(),
    lambda cell, rows, _: pa.array([[cell]] * rows),
    lambda cell, rows, _: pa.array([{"a": cell}] * rows),
    lambda _, rows, __: pa.array([b"\xff\x00"] * rows),
    lambda _, rows, __: pa.array([1 << 40] * rows, pa.timestamp("us", tz="Europe/London")),
    lambda _, rows, chance: pa.array([chance.choice([0, 1, -(1 << 60), 1 << 62])] * rows, pa.timestamp("s")),
    lambda _, rows, chance: pa.array([chance.choice([2**31 - 1, -(2**31), 0])] * rows, pa.date32()),
    lambda _, rows, chance: pa.array([chance.choice([float("nan"), float("inf"), -1e300, 45000.0])] * rows),
    lambda _, rows, __: pa.array([True] * rows),
    lambda _, rows, __: pa.nulls(rows),
    lambda _, rows, __: pa.array([timedelta(days=1)] * rows),
    lambda _, rows, __: pa.array([123] * rows, pa.decimal128(10, 2)),
    lambda _, rows, __: pa.array([3600] * rows, pa.time32("s")),
)


def columns_of_parquet(content: bytes, chance: Random, kind: str) -> bytes:
    """Columns of other types, doubled rows, columns gone or under another name."""
    try:
        table = pq.read_table(io.BytesIO(content))
    except (pa.ArrowException, OSError):
        return content
    for _ in range(chance.randint(1, 4)):
        if not table.num_columns:
            break
        at = chance.randrange(table.num_columns)
        name, rows = table.column_names[at], table.num_rows
        match chance.randrange(6):
            case 0 | 1 | 2:
                table = table.set_column(
                    at, name, chance.choice(_ODD_COLUMNS)(chance.choice(CELLS), rows, chance)
                )
            case 3:
                table = table.remove_column(at)
            case 4:
                table = pa.concat_tables([table, table])
            case _:
                table = table.rename_columns([
                    chance.choice([name.upper(), "", name, chance.choice(CELLS)]) if n == at else each
                    for n, each in enumerate(table.column_names)
                ])  # fmt: skip
    made = io.BytesIO()
    try:
        pq.write_table(table, made)
    except (pa.ArrowException, ValueError):
        return content
    return made.getvalue()


SPOILERS: dict[str, tuple[Callable[[bytes, Random, str], bytes], ...]] = {
    ".csv": (bytes_of, cells_of_csv, cells_of_csv),
    ".xml": (bytes_of, elements_of_xml, elements_of_xml),
    ".xlsx": (bytes_of, parts_of_workbook, cells_of_workbook),
    ".parquet": (bytes_of, columns_of_parquet, columns_of_parquet),
}


def spoilt(sent: Sent, kind: str, chance: Random) -> Sent:
    """What was sent, with one file spoilt; or a file left out, or sent under another's name."""
    name = chance.choice(sorted(sent))
    if len(sent) > 1 and chance.random() < 0.1:
        return {each: content for each, content in sent.items() if each != name}
    if chance.random() < 0.05:
        return sent | {name: sent[chance.choice(sorted(sent))]}
    spoil = chance.choice(SPOILERS[Path(name).suffix])
    return sent | {name: spoil(sent[name], chance, kind)}


def as_text(sent: Sent) -> str:
    """What was sent as one readable text, to keep it as a case."""
    return json.dumps({name: content.decode("latin-1") for name, content in sent.items()}, indent=1)


def from_text(text: str) -> Sent:
    return {name: content.encode("latin-1") for name, content in json.loads(text).items()}
