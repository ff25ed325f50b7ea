"""From a measure card to one set-based query: numerator and denominator by month and team."""

from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.clocks import engine as clocks
from undrift.drift import engine as drift
from undrift.engines import table
from undrift.journeys.tables import spells
from undrift.measures.definition import Caseload, Flagged, InTime, Measure, NotHeld, Workers

MONTHS = {
    "measure_id": "string",
    "month": "date",
    "team_id": "string",
    "numerator": "int64",
    "denominator": "int64",
    "cannot_tell": "int64",
}
# One child or instance that a measure counts; a month's numerator and denominator are these added up.
ROWS = {
    "measure_id": "string",
    "month": "date",
    "child_id": "string",
    "team_id": "string",
    "on_date": "date",  # the day it counts on; a snapshot's is the month's end
    "started_on": "date",  # a clock's start; null for a snapshot
    "source_key": "string",
    "numerator": "int64",
    "denominator": "int64",
    "cannot_tell": "int64",
}
stored = table("months", MONTHS, "measures")
calendar_months = table("calendar_months", {"month": "date", "ends_on": "date"}, "measures")


def months(measure: Measure, as_at: date) -> ir.Table | None:
    """Columns as MONTHS; None when nothing loaded can hold the measure."""
    if isinstance(measure.counts, Caseload):
        held = _held_at_month_end()
        added = held.group_by("month", "team_id").agg(
            numerator=held.child_id.nunique(), denominator=held.worker_id.nunique(), cannot_tell=literal(0)
        )
        return _shaped(added, measure, MONTHS)
    counted = rows(measure, as_at)
    if counted is None:
        return None
    added = counted.group_by("month", "team_id").agg(
        numerator=counted.numerator.sum(),
        denominator=counted.denominator.sum(),
        cannot_tell=counted.cannot_tell.sum(),
    )
    return _shaped(added, measure, MONTHS)


def rows(measure: Measure, as_at: date) -> ir.Table | None:
    """Columns as ROWS, every month; None when the measure does not count children one by one, or is not held."""
    match measure.counts:
        case InTime() as counts:
            found = _in_time(counts, as_at)
        case Flagged() as counts:
            found = _flagged(counts)
        case Workers() as counts:
            found = _workers(counts)
        case Caseload() | NotHeld():
            return None
    return _shaped(found, measure, ROWS)


def _shaped(found: ir.Table, measure: Measure, schema: dict[str, str]) -> ir.Table:
    given = found.mutate(measure_id=literal(measure.id))
    return given.select(**{name: given[name].cast(kind) for name, kind in schema.items()})


def _in_time(counts: InTime, as_at: date) -> ir.Table:
    i = clocks.stored
    found = i.filter(i.clock_id.isin(counts.clocks) & clocks.exists(i, as_at))
    read = found.mutate(reading=clocks.reading(found, as_at))
    told = read.mutate(
        day=ibis.coalesce(read[counts.by], read.counted_on),
        counted=read.reading.isin(("met", "late")) & read[counts.by].notnull()
        | ((read.reading == "overdue") & literal(counts.by == "due_on")),
    )
    dated = told.filter(told.day.notnull() & (told.day <= as_at))
    return dated.select(
        "child_id", "team_id", "started_on", "source_key",
        month=dated.day.truncate("M"),
        on_date=dated.day,
        numerator=dated.counted & (dated.reading == counts.share),
        denominator=dated.counted,
        cannot_tell=dated.reading == "cannot_tell",
    )  # fmt: skip


def _held_at_month_end() -> ir.Table:
    """month, child_id, team_id, worker_id: who holds each allocated child on the last day of each month."""
    a = spells.filter(spells.kind == "allocation")
    m = calendar_months
    open_then = m.inner_join(
        a, (a.started_on <= m.ends_on) & (a.ended_on.isnull() | (a.ended_on > m.ends_on))
    )
    newest = ibis.row_number().over(
        group_by=[open_then.month, open_then.child_id],
        order_by=[open_then.started_on.desc(), open_then.spell_id],
    )
    one = open_then.mutate(newest=newest).filter(lambda t: t.newest == 0)
    return one.select("month", "child_id", "team_id", "worker_id")


def _cohort(kinds: tuple[str, ...]) -> ir.Table:
    """month, ends_on, child_id: children in any of these spells on the last day of each month."""
    s = spells.filter(spells.kind.isin(kinds))
    m = calendar_months
    open_then = m.inner_join(
        s, (s.started_on <= m.ends_on) & (s.ended_on.isnull() | (s.ended_on > m.ends_on))
    )
    return open_then.select("month", "ends_on", "child_id").distinct()


def _by_team(children: ir.Table) -> ir.Table:
    """children (month, child_id, hit), each with the team holding the child at the month's end."""
    held = _held_at_month_end().select("team_id", held_month="month", held_child="child_id")
    found = children.left_join(
        held, (children.month == held.held_month) & (children.child_id == held.held_child)
    )
    return found.select(
        "month", "child_id", "team_id",
        on_date=found.month + ibis.interval(months=1) - ibis.interval(days=1),
        started_on=ibis.null("date"),
        source_key=ibis.null("string"),
        numerator=found.hit,
        denominator=literal(1),
        cannot_tell=literal(0),
    )  # fmt: skip


def _flagged(counts: Flagged) -> ir.Table:
    f = drift.stored.filter(drift.stored.pattern_id == counts.pattern)
    m = calendar_months
    up = m.inner_join(f, (f.since <= m.ends_on) & (f.until.isnull() | (f.until > m.ends_on)))
    flagged = up.select("month", "child_id").distinct()
    if not counts.of:
        return _by_team(flagged.mutate(hit=literal(1)))
    cohort = _cohort(counts.of)
    marked = flagged.select(up_month="month", up_child="child_id")
    both = cohort.left_join(marked, (cohort.month == marked.up_month) & (cohort.child_id == marked.up_child))
    return _by_team(both.select("month", "child_id", hit=both.up_child.notnull().cast("int64")))


def _workers(counts: Workers) -> ir.Table:
    cohort = _cohort(counts.of)
    a = spells.filter((spells.kind == "allocation") & spells.worker_id.notnull()).select(
        held_child="child_id", held_by="worker_id", held_from="started_on", held_to="ended_on"
    )
    year_ago = (cohort.ends_on - ibis.interval(months=12)).cast("date")
    both = cohort.left_join(
        a,
        (cohort.child_id == a.held_child)
        & (a.held_from <= cohort.ends_on)
        & (a.held_to.isnull() | (a.held_to > year_ago)),
    )
    counted = both.group_by("month", "child_id").agg(workers=both.held_by.nunique())
    return _by_team(counted.select("month", "child_id", hit=(counted.workers >= counts.n).cast("int64")))
