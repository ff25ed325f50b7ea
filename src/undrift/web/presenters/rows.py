"""What a figure counted, row by row, for those who may open the children."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from undrift import measures
from undrift.dates import add_months
from undrift.measures import Measure
from undrift.measures.definition import Row
from undrift.measures.facts import FACTS
from undrift.measures.people import People
from undrift.web import store
from undrift.web.presenters.many import last_month

YES, NO, UNTOLD = "Counted", "Not counted", "Cannot tell"


@dataclass(frozen=True)
class Stretch:
    """The months a figure is of, by their first days, and in words."""

    first: date
    last: date

    @property
    def words(self) -> str:
        return (
            f"{self.first:%B %Y}" if self.first == self.last else f"{self.first:%B %Y} to {self.last:%B %Y}"
        )


@dataclass(frozen=True)
class Line:
    """One row. child_id: empty where it is not about a child, or not one this reader may open."""

    on: date | None
    name: str
    child_id: str
    team: str
    said: str
    amount: str
    source: str


def stretch(m: Measure, month: str) -> Stretch:
    """The month asked for as 2026-03; else the last twelve complete months, or a snapshot's last one."""
    last = last_month()
    try:
        asked = date.fromisoformat(f"{month}-01")
    except ValueError:
        return Stretch(last if m.is_snapshot else add_months(last, -11), last)
    return Stretch(asked, asked)


def opened(m: Measure, span: Stretch, team: str | None, cohort: str | None) -> list[Row]:
    """The rows, those that were not counted as they should be first."""
    rows = measures.opened(store.cursor(), m.id, span.first, span.last, team, cohort)
    wanted = 0 if m.better == "lower" else 1
    return sorted(
        rows,
        key=lambda r: (r.cannot_tell == 0 and r.numerator == wanted, -(r.on_date or date.min).toordinal()),
    )


def lines(m: Measure, rows: Sequence[Row], as_at: date) -> list[Line]:
    """Rows with names, ready for the page."""
    people = People(store.cursor(), as_at)
    source = FACTS[m.facts[0]].tables[0] if m.facts else ""
    return [
        Line(
            row.on_date, people.names.get(row.child_id or "", f"Child {row.child_id}") if row.child_id else "Not about one child",
            row.child_id or "", people.teams.get(row.team_id or "", "No team recorded"),
            UNTOLD if row.cannot_tell else YES if row.numerator else NO,
            "" if m.denominates or row.amount is None else f"{row.amount:g}", f"{source} {row.source_key or ''}".strip(),
        )
        for row in rows
    ]  # fmt: skip
