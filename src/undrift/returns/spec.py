"""The specifications as data: what each column of a return is, and where it lands in the records.

Files beside this one, read once: `annex_a.csv` (a row a column of a list); `ssd.csv` and `local.csv` (a row a column
of a table of the records: the Standard Safeguarding Dataset's, and ours for what no return holds), with what each
table means in `tables.csv`. A year's change is a
change to the file, never to the readers.
"""

import csv
import hashlib
import io
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

SPECIFICATIONS = (
    "annex_a.csv",
    "ssd.csv",
    "local.csv",
    "ssda903.csv",
    "cin_census.csv",
    "forms.csv",
    "links.csv",
    "sen2.csv",
    "workforce.csv",
)


@dataclass(frozen=True)
class ListColumn:
    """One column of one Annex A list.

    type: text, date, integer or code. required: "row" (without it the row means nothing and is held back),
    "yes" (its absence is an issue, the row is kept) or "". target: SSD "table.column", or "" when the records have
    no place for it. codes: the return's label to the SSD's code ("" when the SSD records nothing for it).
    """

    list_no: int
    header: str
    type: str
    required: str
    target: str
    codes: dict[str, str]
    aliases: tuple[str, ...]

    @cached_property
    def field(self) -> str:
        """What the list's rows call it: the SSD column's own name, unique across all tables; "" when there is none.

        Two columns of a list that land in one column, in rows of different kinds, say after # which kind.
        """
        return self.target.partition(".")[2].replace("#", "_")


@dataclass(frozen=True)
class AnnexAList:
    number: int
    name: str
    columns: tuple[ListColumn, ...]


@dataclass(frozen=True)
class TableColumn:
    """One column of one table of the records. type: text, date, flag (Y/N), number, integer or json."""

    name: str
    type: str
    is_key: bool
    references: str
    required: bool
    codes: str
    description: str


@dataclass(frozen=True)
class TableSpec:
    """says: what the table holds, in a sentence. called: what its rows are, as people call them in the middle of one."""

    name: str
    called: str
    says: str
    columns: tuple[TableColumn, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns if column.is_key)

    @property
    def person(self) -> str | None:
        """The column that says which child the row is about; None for teams and workers."""
        return next((c.name for c in self.columns if c.name.endswith("person_id")), None)


def _rows(name: str) -> list[dict[str, str]]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def _codes(text: str) -> dict[str, str]:
    pairs = (item.rpartition("=") for item in text.split(";") if item)
    return {label: code for label, _, code in pairs}


@cache
def annex_a_lists() -> dict[int, AnnexAList]:
    """The lists of Annex A by number (1 to 11)."""
    names: dict[int, str] = {}
    columns: dict[int, list[ListColumn]] = {}
    for row in _rows("annex_a.csv"):
        number = int(row["list"])
        names[number] = row["name"]
        column = ListColumn(
            list_no=number,
            header=row["header"],
            type=row["type"],
            required=row["required"],
            target=row["target"],
            codes=_codes(row["codes"]),
            aliases=tuple(filter(None, row["aliases"].split(";"))),
        )
        columns.setdefault(number, []).append(column)
    return {number: AnnexAList(number, names[number], tuple(columns[number])) for number in sorted(names)}


@cache
def record_tables() -> dict[str, TableSpec]:
    """Every table of the records by name: the SSD's, then those for what no return holds (`local_...`)."""
    columns: dict[str, list[TableColumn]] = {}
    for row in (*_rows("ssd.csv"), *_rows("local.csv")):
        column = TableColumn(
            name=row["column"],
            type=row["type"],
            is_key=row["key"] == "key",
            references=row["references"],
            required=row["required"] == "yes",
            codes=row["codes"],
            description=row["description"],
        )
        columns.setdefault(row["table"], []).append(column)
    words = {row["table"]: (row["called"], row["says"]) for row in _rows("tables.csv")}
    return {name: TableSpec(name, *words[name], tuple(of_table)) for name, of_table in columns.items()}


@cache
def spec_version() -> str:
    """Twelve characters that change when any specification does: part of what makes a load the same load."""
    folder = resources.files(__package__)
    content = b"".join(folder.joinpath(name).read_bytes() for name in SPECIFICATIONS)
    return hashlib.sha256(content).hexdigest()[:12]
