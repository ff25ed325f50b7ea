"""SSDA903, the return of looked-after children, as data: its tables and fields, and from which year to which.

`ssda903.csv` beside this file is a row a field. A year is named by the one it ends in (2026 is April 2025 to March
2026); what a year changes is a `since` or an `until` on the field or on the code, so no year is written out twice.
"""

import csv
import io
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

FIRST_YEAR, LAST_YEAR = 2024, 2027

# The return as XML: table, the element that makes each of its rows, the table it stands in. What stands once a child
# (Header, UASC, OC3, AD1) are elements of CHILD itself. Checked against the files that the sector's own validator
# reads (csc-validator-be-903), which has a name for the social workers' element though it does nothing with it; that
# of deprivation of liberty has been seen nowhere and is ours until it is.
XML_ROOT = "EXPSSDA903"
XML_ROWS = (
    ("Header", "CHILD", ""),
    ("Episodes", "EPISODE", "Header"),
    ("Reviews", "AREVIEW", "Header"),
    ("Missing", "AMISSING", "Header"),
    ("OC2", "OC2", "Header"),
    ("PrevPerm", "PERMANENCE", "Header"),
    ("PlacedAdoption", "AD_PLACED", "Header"),
    ("SWEpisodes", "SW_EPISODE", "Header"),
    ("DoLo", "DOLO", "Header"),
)
# Tables that stand once a child, and the element that says whether this child has one.
ONCE_A_CHILD = {"UASC": "UASC", "OC3": "IN_TOUCH", "AD1": "DATE_INT"}
XML_NAMES = {"CHILD": "CHILDID", "PLACE": "PL"}  # where XML has another name than the CSV
XML_ALSO = {"SWEpisodes": ("SWEPISODE",)}  # other spellings that are read


@dataclass(frozen=True)
class Code:
    """label: what the return says. value: what the SSD says for it; "" when it records nothing."""

    label: str
    value: str
    since: int
    until: int


@dataclass(frozen=True)
class ReturnField:
    """One column. required: as `spec.ListColumn`. tells: the column is found in no other table. target: in the SSD."""

    table: str
    name: str
    type: str
    required: str
    tells: bool
    codes: tuple[Code, ...]
    since: int
    until: int
    target: str
    note: str

    def labels(self, year: int) -> frozenset[str]:
        """The codes in force in the return of `year`."""
        return frozenset(code.label for code in self.codes if code.since <= year <= code.until)


def year_of(day: date) -> int:
    """The return that `day` falls in, by the year it ends in."""
    return day.year + (day >= date(day.year, 4, 1))


def period(year: int) -> tuple[date, date]:
    """The first and last day of the return of `year`."""
    return date(year - 1, 4, 1), date(year, 3, 31)


@cache
def fields() -> dict[str, tuple[ReturnField, ...]]:
    """Every table of the return, in every year known, with its fields in their order."""
    text = resources.files(__package__).joinpath("ssda903.csv").read_text(encoding="utf-8")
    found: dict[str, list[ReturnField]] = {}
    for row in csv.DictReader(io.StringIO(text)):
        found.setdefault(row["table"], []).append(
            ReturnField(
                table=row["table"],
                name=row["field"],
                type=row["type"],
                required=row["required"],
                tells=row["tells"] == "tells",
                codes=tuple(code(item, FIRST_YEAR, LAST_YEAR) for item in row["codes"].split(";") if item),
                since=int(row["since"] or FIRST_YEAR),
                until=int(row["until"] or LAST_YEAR),
                target=row["target"],
                note=row["note"],
            )
        )
    return {table: tuple(of_table) for table, of_table in found.items()}


def in_force(table: str, year: int) -> tuple[ReturnField, ...]:
    """The fields of `table` in the return of `year`; empty when the return had no such table."""
    return tuple(field for field in fields()[table] if field.since <= year <= field.until)


def code(item: str, first: int, last: int) -> Code:
    """A code as a specification's file writes it: label=value, then @since-until where it has not always been."""
    said, _, years = item.partition("@")
    label, _, value = said.partition("=")
    since, _, until = years.partition("-")
    return Code(label, value, int(since or first), int(until or last))
