"""Our own forms for what no return holds, as data: `forms.csv` is a row a column, `returns.csv` names each form.

The same rows drive the reader, the writer, the template and the manual page. A column may fill several tables (the
pre-proceedings tracker has two, row for row), or none when it is only there to find something (`finds`).
"""

import csv
import io
import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from undrift.returns.spec import AnnexAList, ListColumn, record_tables


def data_rows(name: str) -> list[dict[str, str]]:
    """The rows of a specification beside this module."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(text)))


@dataclass(frozen=True)
class FormColumn(ListColumn):
    """One column of a form. targets: every "table.column" it fills. finds: the link whose row its date finds."""

    targets: tuple[str, ...]
    finds: str
    says: str

    @cached_property
    def field(self) -> str:
        """What the rows read call it: a word for each column of the form, whatever it fills."""
        return re.sub(r"[^a-z0-9]+", "_", self.header.lower()).strip("_")

    @property
    def tables(self) -> tuple[str, ...]:
        return tuple(target.partition(".")[0] for target in self.targets)

    def into(self, table: str) -> str:
        """The column of `table` that it fills; "" when it fills none of it."""
        return next((t.partition(".")[2] for t in self.targets if t.partition(".")[0] == table), "")

    @property
    def help(self) -> str:
        """What to put in it, in a sentence: the form's own words, else what the records say of its column."""
        if self.says or not self.targets:
            return self.says
        if self.header == "Reference":
            return "The row's own id in your system; one is made when this is blank"
        table, _, name = self.targets[0].partition(".")
        said = next(c.description for c in record_tables()[table].columns if c.name == name)
        found = any((link.table, link.column) == (table, name) for link in links())
        return f"{said}; found by the child and the date when it is blank" if found else said


@dataclass(frozen=True)
class Form(AnnexAList):
    """id: as the command line has it ("core-groups"). name: in words. says: what it is for, in a sentence."""

    id: str
    says: str
    columns: tuple[FormColumn, ...]

    @cached_property
    def tables(self) -> tuple[str, ...]:
        """The tables it fills, the one with a row for each row of the form first."""
        return tuple(dict.fromkeys(table for c in self.columns for table in c.tables))

    @property
    def key(self) -> FormColumn:
        """The row's own id, which every form has first and nobody need fill in."""
        return self.columns[0]

    def columns_of(self, table: str) -> dict[str, FormColumn]:
        """The table's columns that the form fills, each with the form's column."""
        return {c.into(table): c for c in self.columns if c.into(table)}

    def keeps_step(self, table: str) -> bool:
        """Whether `table` has a row for each row of the form (the same key), or one for each thing they name."""
        return bool(self.key.into(table))


@cache
def forms() -> dict[str, Form]:
    """Every form by its id."""
    named = {row["return"]: row for row in data_rows("returns.csv")}
    columns: dict[str, list[FormColumn]] = {}
    for row in data_rows("forms.csv"):
        targets = tuple(filter(None, row["target"].split(";")))
        columns.setdefault(row["form"], []).append(
            FormColumn(
                list_no=len(columns) + (row["form"] not in columns),
                header=row["header"],
                type=row["type"],
                required=row["required"],
                target=targets[0] if targets else "",
                codes={
                    label: code for label, _, code in (i.partition("=") for i in row["codes"].split(";") if i)
                },
                aliases=tuple(filter(None, row["aliases"].split(";"))),
                targets=targets,
                finds=row["finds"],
                says=row["help"],
            )
        )
    return {
        id_: Form(number, named[id_]["title"], tuple(of_form), id_, named[id_]["says"])
        for number, (id_, of_form) in enumerate(columns.items(), start=1)
    }


@cache
def by_number() -> dict[int, Form]:
    return {form.number: form for form in forms().values()}


def finder(link: str) -> str:
    """What a table carries, until links are found, as the date that finds `link`."""
    return f"_find_{link}"


@dataclass(frozen=True)
class Link:
    """How a link left blank on a form is found: the one row of the same child that the day falls in.

    table, column: the link. days: the columns that say the day, the first that is not blank. start, end: the columns
    of the row pointed to between which the day lies; a blank end is not over. within: days it may come after the end.
    only_when: what the row must say for there to be a link at all, any of (column, value); () for always.
    """

    table: str
    column: str
    days: tuple[str, ...]
    start: str
    end: str
    within: int
    only_when: tuple[tuple[str, str], ...]

    @property
    def to(self) -> tuple[str, str]:
        """The table and column pointed to."""
        spec = next(c for c in record_tables()[self.table].columns if c.name == self.column)
        table, _, column = spec.references.partition(".")
        return table, column


@cache
def links() -> tuple[Link, ...]:
    """Every link that can be found by child and date (`links.csv`)."""
    return tuple(
        Link(
            table=row["link"].partition(".")[0],
            column=row["link"].partition(".")[2],
            days=tuple(row["day"].split(";")),
            start=row["start"],
            end=row["end"],
            within=int(row["within_days"] or 0),
            only_when=tuple(
                (c, v) for c, _, v in (i.partition("=") for i in row["only_when"].split(";") if i)
            ),
        )
        for row in data_rows("links.csv")
    )
