"""SSDA903 as the XML file: the same tables as the CSV set, each row an element within its child."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from undrift.returns.rows import clean_text
from undrift.returns.ssda903_spec import ONCE_A_CHILD, XML_ALSO, XML_NAMES, XML_ROWS, fields
from undrift.returns.xml_rows import Part, read_parts, row_numbers

_OF_THE_CHILD = ("CHILD", "DOB")  # said once a child, and by the CSV files in every row
# Elements whose names are not certain: none of them is not the same as none in the return.
_UNCERTAIN = ("SWEpisodes", "DoLo")


def is_return(path: Path) -> bool:
    """Whether the file begins as an SSDA903 XML return does."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        start = file.read(64 << 10)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[: len(start) // 2 * 2].decode("utf-16", errors="replace").encode()
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and (b"SSDA903" in start or (b"CHILDID>" in start and b"<HEADER" in start))


def read_tables(path: Path) -> tuple[dict[str, tuple[pa.Table, pa.Array]], list[str]]:
    """The return's tables as text with their row numbers, and what was assumed. UserError as `xml_rows.read_parts`."""
    said = read_parts(path, list(_parts()), "return")
    children = said["Header"].combine_chunks()
    lines, notes = row_numbers(children, path.name, "CHILD")
    found = {"Header": (_columns(children, "Header"), lines)}
    for table, of_child in ONCE_A_CHILD.items():
        told = clean_text(children.column(of_child))
        has = pc.fill_null(pc.not_equal(told, "0"), False)
        if table == "UASC":
            has = pc.or_(has, pc.is_valid(clean_text(children.column("DUC"))))
        found[table] = (_columns(children, table).filter(has), lines.filter(has))
    for table, element, _ in XML_ROWS[1:]:
        rows = said[table].combine_chunks()
        if table in _UNCERTAIN and not rows.num_rows:
            continue
        numbers, more = row_numbers(rows, path.name, element)
        at = rows.column("_in")
        for name in _OF_THE_CHILD:
            rows = rows.append_column(name, children.column(XML_NAMES.get(name, name)).take(at))
        found[table] = (_columns(rows, table), numbers)
        notes += more
    return found, notes


def _parts() -> Iterator[Part]:
    once = ("Header", *ONCE_A_CHILD)
    names = dict.fromkeys(
        [XML_NAMES.get(f.name, f.name) for table in once for f in fields()[table]]
        + list(ONCE_A_CHILD.values())
    )
    for table, element, inside in XML_ROWS:
        own = [XML_NAMES.get(f.name, f.name) for f in fields()[table] if f.name not in _OF_THE_CHILD]
        yield Part(table, element, inside, tuple(own if inside else names), XML_ALSO.get(table, ()))


def _columns(rows: pa.Table, table: str) -> pa.Table:
    """The table's own columns, by the names the CSV files give them."""
    own = {XML_NAMES.get(f.name, f.name): f.name for f in fields()[table]}
    return pa.table(
        {
            name: rows.column(element if element in rows.column_names else name)
            for element, name in own.items()
        }
    )
