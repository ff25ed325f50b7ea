"""A limit of time, and what it means: one convention, once for the engines and once for the reference."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import ibis
import ibis.expr.types as ir

from undrift import dates
from undrift.engines import table

Unit = Literal["working_days", "calendar_days", "weeks", "months"]
_WORDS = {"working_days": "working day", "calendar_days": "day", "weeks": "week", "months": "month"}

CALENDAR = table(
    "calendar", {"day": "date", "is_working": "boolean", "working_days": "int64"}, database="journeys"
)


@dataclass(frozen=True)
class Limit:
    """So many working days, days, weeks or calendar months; the day of the start is day 0."""

    n: int
    unit: Unit

    @property
    def words(self) -> str:
        return f"{self.n} {_WORDS[self.unit]}{'' if self.n == 1 else 's'}"

    def after(self, start: date) -> date:
        """The last day in time, worked out in plain Python."""
        match self.unit:
            case "working_days":
                return dates.add_working_days(start, self.n)
            case "calendar_days":
                return start + timedelta(days=self.n)
            case "weeks":
                return start + timedelta(weeks=self.n)
            case "months":
                return dates.add_months(start, self.n)


def working_days(n: int) -> Limit:
    return Limit(n, "working_days")


def calendar_days(n: int) -> Limit:
    return Limit(n, "calendar_days")


def weeks(n: int) -> Limit:
    return Limit(n, "weeks")


def months(n: int) -> Limit:
    return Limit(n, "months")


def later(day: ir.Value, limit: Limit) -> ir.DateValue:
    """A date expression `limit` after another. Working days need the calendar: see with_date_after."""
    match limit.unit:
        case "calendar_days":
            step = ibis.interval(days=limit.n)
        case "weeks":
            step = ibis.interval(days=7 * limit.n)
        case "months":
            step = ibis.interval(months=limit.n)
        case _:
            raise ValueError("working days are counted on the calendar table")
    return (day + step).cast("date")


def month_of(day: ir.DateValue) -> ir.DateValue:
    """The first day of its month. Spark's own truncation gives a moment, not a day."""
    return ibis.date(day.year(), day.month(), 1)


def with_date_after(rows: ir.Table, start: str, limit: Limit, name: str) -> ir.Table:
    """`rows` with a date column `name`, `limit` after the date column `start`; null where start is null."""
    if limit.n == 0:
        return rows.mutate(**{name: rows[start]})
    if limit.unit == "working_days":
        return _with_working_days(rows, start, limit.n, name)
    return rows.mutate(**{name: later(rows[start], limit)})


def _with_working_days(rows: ir.Table, start: str, n: int, name: str) -> ir.Table:
    """n working days on (or back, when n is negative): worked out for each day of the calendar, then looked up."""
    counts = CALENDAR.select(_day=CALENDAR.day, _count=CALENDAR.working_days)
    targets = CALENDAR.filter(CALENDAR.is_working).select(
        _target=CALENDAR.working_days, **{name: CALENDAR.day}
    )
    moved = counts.inner_join(targets, counts["_count"] + n == targets["_target"]).select("_day", name)
    return rows.left_join(moved, rows[start] == moved["_day"]).select(*rows.columns, name)


def with_soon_date(rows: ir.Table, due: str, days: int, name: str) -> ir.Table:
    """The first day on which `due` is `days` working days away or fewer."""
    return _with_working_days(rows, due, -days, name)
