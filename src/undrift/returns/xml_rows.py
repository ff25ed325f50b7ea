"""Rows out of an XML return, as it streams by: each element that makes a row, its columns and the row it stands in.

Memory is a batch, whatever the file's size: what a batch says becomes columns in a few set-based steps, and no object
is kept for any element.
"""

from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from undrift.errors import UserError
from undrift.returns.guard import check_size

_BLOCK = 1 << 18
_BATCH = 100_000  # elements read before they become columns
MAX_CHILD = 8 << 20  # bytes between the end of one outermost row and the next: a child is a few thousand
MAX_DEPTH = 64
_NOTHING = -1


@dataclass(frozen=True)
class Part:
    """An element that makes a row. inside: the module its rows stand in, "" for none. columns: elements of its row.
    also: other names of the element.

    An element named in `columns` by its own name is a row of one value, its text. Elements between a row and its
    columns (a grouping element) are looked through.
    """

    module: str
    element: str
    inside: str
    columns: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass
class _Module:
    """What is known of one module while its rows go by. columns: elements within a row, by code."""

    part: Part
    code: int
    parent: "_Module | None"
    columns: dict[str, int] = field(default_factory=dict)
    opens: dict[str, "_Module"] = field(default_factory=dict)
    lines: "array[int]" = field(default_factory=lambda: array("i"))
    count: int = 0


def read_parts(path: Path, parts: Sequence[Part], what: str) -> dict[str, pa.Table]:
    """Every part's rows by module, the whole file at once: as `read_batches`."""
    batches = list(read_batches(path, parts, what))
    return {part.module: pa.concat_tables(batch[part.module] for batch in batches) for part in parts}


def read_batches(path: Path, parts: Sequence[Part], what: str) -> Iterator[dict[str, pa.Table]]:
    """Some outermost rows at a time, whole, every part's rows by module: text columns, then `_self` (its number in the
    file, from 0), `_in` (that of the row it stands in) and `_line`. what: what the file should be, for the person
    ("census").

    UserError when the file is not well formed, or holds what no return does: a document type, no row's end for
    MAX_CHILD bytes, MAX_DEPTH elements within each other.
    """
    check_size(path)
    reading = _Reading(parts, path.name, what)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = _BLOCK
    depth = reading.attach(parser)
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                reading.since += len(block)
                parser.Parse(block)
                yield from reading.taken()
                if depth() > MAX_DEPTH:
                    raise reading.refused("The file has elements within elements without end.")
                if reading.since > MAX_CHILD:
                    raise reading.refused(
                        f"The file goes on for {MAX_CHILD >> 20} MB without a child coming to an end."
                    )
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as fault:
        raise UserError(
            "The file is not well-formed XML from here on.",
            where=f"{path.name}, line {getattr(fault, 'lineno', parser.CurrentLineNumber)}",
            try_=f"Export the {what} again, and send the file as it was made.",
        ) from None
    reading.flush()
    yield from reading.taken()


def row_numbers(rows: pa.Table, file: str, element: str) -> tuple[pa.Array, list[str]]:
    """Where each row stands: its line, or its place among its like where several stand on a line, with a note of that."""
    lines = rows.column("_line").combine_chunks()
    if pc.count_distinct(lines).as_py() == rows.num_rows:
        return lines, []
    return pa.array(np.arange(1, rows.num_rows + 1, dtype=np.int32)), [f"{file}, {not_a_line_each(element)}"]


def not_a_line_each(element: str) -> str:
    """What is said where several stand on a line."""
    return f"{element}: not a line each, so row numbers count the {element} elements from the first."


class _Reading:
    def __init__(self, parts: Sequence[Part], file: str, what: str) -> None:
        self.file, self.what = file, what
        self.modules: list[_Module] = []
        named: dict[str, _Module] = {}
        self.outermost: dict[str, _Module] = {}
        next_code = len(parts)
        for code, part in enumerate(parts):
            module = _Module(part, code, named.get(part.inside))
            for column in part.columns:
                if column != part.element:
                    module.columns[column], next_code = next_code, next_code + 1
            opens = module.parent.opens if module.parent else self.outermost
            opens |= dict.fromkeys((part.element, *part.also), module)
            named[part.module] = module
            self.modules.append(module)
        # What ended, in that order, and what each said.
        self.codes, self.texts = array("i"), list[str | None]()
        self.since = 0
        self.ready: list[dict[str, pa.Table]] = []

    def refused(self, what: str) -> UserError:
        return UserError(what, where=self.file, try_=f"Send the {self.what} file as the case system made it.")

    def attach(self, parser: expat.XMLParserType) -> Callable[[], int]:
        """Give the parser its handlers, called for every element of the file; a function that says how deep it is."""
        columns, opens = dict[str, int](), self.outermost
        add_code, add_text = self.codes.append, self.texts.append
        said: list[str] = []  # by the element that is open, or beside the last that was
        begin = said.clear
        stack: list[tuple[int, _Module, int, dict[str, int], dict[str, _Module]]] = []
        depth, row_depth, innermost = 0, _NOTHING, False

        def start(name: str, _: dict[str, str]) -> None:
            nonlocal depth, row_depth, innermost, columns, opens
            depth += 1
            innermost = True
            begin()
            if name in opens:
                module = opens[name]
                stack.append((row_depth, module, parser.CurrentLineNumber, columns, opens))
                row_depth, columns, opens = depth, module.columns, module.opens

        def end(name: str) -> None:
            nonlocal depth, row_depth, innermost, columns, opens
            if depth == row_depth:
                row_depth, module, line, columns, opens = stack.pop()
                add_code(module.code)
                add_text("".join(said) if innermost and said else None)
                module.lines.append(line)
                if not stack:
                    self.since = 0
                    if len(self.codes) >= _BATCH:
                        self.flush()
            elif name in columns:
                add_code(columns[name])
                # A text longer than the parser's buffer comes in pieces; that of an element around others is none.
                add_text("".join(said) if innermost and said else None)
            depth -= 1
            innermost = False

        def first(name: str, attributes: dict[str, str]) -> None:
            """Prefixes are looked past, and cost nothing where the file has none."""
            parser.StartElementHandler, parser.EndElementHandler = start, end
            if ":" in name or any(said.startswith("xmlns:") for said in attributes):
                parser.StartElementHandler = lambda name, more: start(name.rpartition(":")[2], more)
                parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
            parser.StartElementHandler(name, attributes)

        def doctype(*_: object) -> None:
            raise self.refused(f"The file defines XML entities, which no {self.what} does.")

        parser.StartElementHandler = first
        parser.CharacterDataHandler = said.append
        parser.StartDoctypeDeclHandler = doctype
        return lambda: depth

    def flush(self) -> None:
        """The batch as columns. Elements come in the order they end, so a row's columns are those since the last one."""
        texts = pa.array(self.texts, pa.string())
        codes = np.array(self.codes, np.int32)
        ends = {module.code: np.flatnonzero(codes == module.code) for module in self.modules}
        before = {module.code: module.count for module in self.modules}
        batch: dict[str, pa.Table] = {}
        for module in self.modules:
            here, parent = ends[module.code], module.parent
            made = {
                name: _spread(texts, np.flatnonzero(codes == module.columns.get(name, module.code)), here)
                for name in module.part.columns
            }
            made["_self"] = pa.array(module.count + np.arange(len(here)), pa.int64())
            inside = before[parent.code] + np.searchsorted(ends[parent.code], here) if parent else 0 * here
            made["_in"] = pa.array(inside, pa.int64())
            made["_line"] = pa.array(np.array(module.lines, np.int32))
            batch[module.part.module] = pa.table(made)
            module.count += len(here)
            del module.lines[:]
        self.texts.clear()
        del self.codes[:]
        self.ready.append(batch)

    def taken(self) -> Iterator[dict[str, pa.Table]]:
        """What became columns since it was last asked."""
        ready, self.ready = self.ready, []
        yield from ready


def _spread(texts: pa.Array, said: npt.NDArray[np.intp], ends: npt.NDArray[np.intp]) -> pa.DictionaryArray:
    """A column: for the row that ends at each of `ends`, the last text that this element gave it."""
    at = np.full(len(ends), _NOTHING, np.int32)
    at[np.searchsorted(ends, said)] = said
    return texts.take(pa.array(at, mask=at == _NOTHING)).dictionary_encode()
