"""A census file, child by child: what each module says as rows of text. Memory is a child, whatever the file's size."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
from lxml import etree

from undrift.errors import UserError
from undrift.returns.cin_census_spec import modules
from undrift.returns.guard import check_size

_BLOCK = 1 << 18
MAX_CHILD = 8 << 20  # bytes between the end of one child and the next: a child is a few thousand
_ROWS = 50_000  # rows of a module kept as Python lists before they become columns
# Which child, which episode of need, which assessment or child protection plan a row belongs to; and which it is.
LINKS = ("_child", "_need", "_of", "_self")
_IN_NEED = ("Assessments", "CINPlanDates", "Section47", "ChildProtectionPlans")
_NESTED = {"Assessments": "FactorsIdentifiedAtAssessment", "ChildProtectionPlans": "Reviews"}


@dataclass
class Module:
    """The rows of one module so far: text columns by element name, the links, and the line of each row."""

    names: tuple[str, ...]
    rows: list[tuple[str | None, ...]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    parts: list[pa.Table] = field(default_factory=list)
    count: int = 0

    def add(
        self, line: int, said: dict[str, str | None], links: tuple[str | None, str | None, str | None]
    ) -> str:
        self.count += 1
        self.rows.append((*map(said.get, self.names), *links, str(self.count)))
        self.lines.append(line)
        if len(self.rows) >= _ROWS:
            self.flush()
        return str(self.count)

    def flush(self) -> None:
        columns = zip(*self.rows, strict=True) if self.rows else [()] * (len(self.names) + len(LINKS))
        arrays = [pa.array(column, pa.string()) for column in columns]
        names = [*self.names, *LINKS, "_line"]
        self.parts.append(pa.table([*arrays, pa.array(self.lines, pa.int32())], names=names))
        self.rows, self.lines = [], []

    def table(self) -> pa.Table:
        self.flush()
        return pa.concat_tables(self.parts).combine_chunks()


@dataclass(frozen=True)
class Census:
    """modules: name to its rows. year: what the header says, if it does. children: how many elements there were."""

    modules: dict[str, pa.Table]
    year: int | None
    children: int


def is_census(path: Path) -> bool:
    """Whether the file begins as a children in need census does."""
    with path.open("rb") as file:
        start = file.read(64 << 10)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start[: len(start) // 2 * 2].decode("utf-16", errors="replace").encode()
    start = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and any(
        mark in start for mark in (b"LAchildID", b"CINdetails", b"Collection>CIN<", b"<!DOCTYPE")
    )


def read_census(path: Path) -> Census:
    """Read the whole file. UserError when it is not well formed or holds what no census does."""
    check_size(path)
    held = {name: Module(tuple(e.name for e in elements)) for name, elements in modules().items()}
    year: int | None = None
    children = 0
    try:
        for element in _elements(path):
            if _name(element) == "Child":
                children += 1
                _read_child(element, held)
            else:
                year = _year(element) or year
    except etree.XMLSyntaxError as fault:
        raise UserError(
            "The file is not well-formed XML from here on.",
            where=f"{path.name}, line {fault.lineno}",
            try_="Export the census again, and send the file as it was made.",
        ) from None
    return Census({name: module.table() for name, module in held.items()}, year, children)


def _elements(path: Path) -> Iterator[etree._Element]:
    """The header, then each child, freed once it has been used."""
    parser = etree.XMLPullParser(
        events=("end",),
        tag=("{*}Child", "{*}CollectionDetails"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    marks: tuple[bytes, ...] = (b"<!DOCTYPE", b"<!ENTITY")
    since, kept = 0, b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if not kept and block.startswith((b"\xff\xfe", b"\xfe\xff")):
                code = "utf-16-le" if block.startswith(b"\xff\xfe") else "utf-16-be"
                marks = tuple(mark.decode().encode(code) for mark in marks)
            if any(mark in kept + block for mark in marks):
                raise _refused(path, "The file defines XML entities, which no census does.")
            kept = block[-64:]
            parser.feed(block)
            since += len(block)
            for _, element in parser.read_events():
                since = 0
                yield element
                element.clear()
                while (before := element.getprevious()) is not None:
                    before.getparent().remove(before)
            if since > MAX_CHILD:
                raise _refused(
                    path, f"The file goes on for {MAX_CHILD >> 20} MB without a child coming to an end."
                )
        parser.close()


def _refused(path: Path, what: str) -> UserError:
    return UserError(what, where=path.name, try_="Send the census file as the case system made it.")


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _year(header: etree._Element) -> int | None:
    said = {_name(element): (element.text or "").strip() for element in header}
    year = said.get("Year") or said.get("ReferenceDate", "")[:4]
    return int(year) if year.isdecimal() else None


def _read_child(child: etree._Element, held: dict[str, Module]) -> None:
    said: dict[str, str | None] = {}
    needs: list[etree._Element] = []
    disabilities: list[etree._Element] = []
    for part in child:
        name = _name(part)
        if name == "CINdetails":
            needs.append(part)
            continue
        for element in part:
            if len(element):
                disabilities += [inner for inner in element if _name(inner) == "Disability"]
            else:
                said[_name(element)] = element.text
    who = (said.get("LAchildID") or "").strip() or None
    held["Child"].add(child.sourceline or 0, said, (who, None, None))
    for element in disabilities:
        held["Disabilities"].add(element.sourceline or 0, {"Disability": element.text}, (who, None, None))
    for need in needs:
        _read_need(need, who, held)


def _read_need(need: etree._Element, who: str | None, held: dict[str, Module]) -> None:
    said: dict[str, str | None] = {}
    parts: list[tuple[str, etree._Element]] = []
    for element in need:
        name = _name(element)
        if name in _IN_NEED:
            parts.append((name, element))
        else:
            said[name] = element.text
    need_id = held["CINdetails"].add(need.sourceline or 0, said, (who, None, None))
    for name, part in parts:
        values: dict[str, str | None] = {}
        nested: list[etree._Element] = []
        for element in part:
            if _name(element) == _NESTED.get(name):
                nested += list(element)
            else:
                values[_name(element)] = element.text
        of = held[name].add(part.sourceline or 0, values, (who, need_id, None))
        for element in nested:
            inner = {_name(element): element.text}
            held[_NESTED[name]].add(element.sourceline or 0, inner, (who, need_id, of))
