"""What a fact is: a thing that can be counted, with the record it came from; and the few moves they share."""

from collections.abc import Callable
from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.engines.limits import CALENDAR
from undrift.journeys.tables import spells

_COMMON = {
    "who": "string",  # the child, or the worker
    "child_id": "string",  # null where it is not about a child
    "team_id": "string",
    "source_table": "string",
    "source_key": "string",
}


@dataclass(frozen=True)
class Fact:
    """A kind of thing that can be counted. lasts: it has a start and an end, not a day. tables: what it is read from."""

    words: str
    tables: tuple[str, ...]
    make: Callable[[], ir.Table]
    lasts: bool = False
    more: tuple[tuple[str, str], ...] = ()

    @property
    def schema(self) -> dict[str, str]:
        days = ("started_on", "ended_on") if self.lasts else ("on_date",)
        return {**_COMMON, **dict.fromkeys(days, "date"), **dict(self.more)}

    def rows(self) -> ir.Table:
        """The fact's rows from the records, its columns in order and of their types."""
        made = self.make()
        given = {
            name: made[name] if name in made.columns else ibis.null(kind)
            for name, kind in self.schema.items()
        }
        given["who"] = made["who"] if "who" in made.columns else made.child_id
        given["source_table"] = literal(self.tables[0])
        return made.select(**{name: value.cast(self.schema[name]) for name, value in given.items()})


def lasting(words: str, tables: tuple[str, ...], make: Callable[[], ir.Table], **more: str) -> Fact:
    return Fact(words, tables, make, True, tuple(more.items()))


def dated(words: str, tables: tuple[str, ...], make: Callable[[], ir.Table], **more: str) -> Fact:
    return Fact(words, tables, make, False, tuple(more.items()))


def with_holder(rows: ir.Table, day: str) -> ir.Table:
    """The rows with team_id: the team holding the child that day, or on the last day anybody did before."""
    a = spells.filter((spells.kind == "allocation") & spells.started_on.notnull())
    held = a.select(held_child="child_id", held_from="started_on", held_team="team_id", held_key="spell_id")
    both = rows.left_join(held, (rows.child_id == held.held_child) & (held.held_from <= rows[day]))
    newest = ibis.row_number().over(
        group_by=[both.child_id, both.source_key, both[day]],
        order_by=[both.held_from.desc(), both.held_key],
    )
    one = both.mutate(newest=newest).filter(lambda t: t.newest == 0)
    return one.mutate(team_id=one.held_team).drop(
        "held_child", "held_from", "held_team", "held_key", "newest"
    )


def with_working_days(rows: ir.Table, start: str, end: str) -> ir.Table:
    """The rows with working_days: how many from the day after `start` up to and including `end`."""
    a = CALENDAR.select(a_day=CALENDAR.day, a_count=CALENDAR.working_days)
    b = CALENDAR.select(b_day=CALENDAR.day, b_count=CALENDAR.working_days)
    both = rows.left_join(a, rows[start] == a.a_day)
    both = both.left_join(b, both[end] == b.b_day)
    return both.mutate(working_days=both.b_count - both.a_count).drop("a_day", "a_count", "b_day", "b_count")


def days_between(start: ir.DateValue, end: ir.DateValue) -> ir.FloatingValue:
    return end.delta(start, unit="day").cast("float64")


def yes(value: ir.BooleanValue) -> ir.StringValue:
    """Y, N, or null where it cannot be told."""
    return ibis.cases((value, "Y"), (~value, "N"))
