"""From a measure card to one set-based query: what it counts by month and team, row by row and added up."""

from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.clocks import engine as clocks
from undrift.drift import engine as drift
from undrift.engines import table
from undrift.engines.limits import month_of
from undrift.journeys.tables import spells
from undrift.measures.counting import calendar_months, counted, held
from undrift.measures.definition import Average, Flagged, InTime, Measure, NotHeld, Number, Rate, Ratio, Share

MONTHS = {
    "measure_id": "string",
    "month": "date",
    "team_id": "string",
    "numerator": "int64",
    "denominator": "int64",
    "cannot_tell": "int64",
    "amount": "float64",  # what a value that is not a count of rows is made of: amount over weight
    "weight": "float64",
}
COHORT_MONTHS = {"measure_id": "string", "month": "date", "cohort": "string"} | dict(list(MONTHS.items())[3:])
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
    "amount": "float64",
    "weight": "float64",
}
stored = table("months", MONTHS, "measures")


def months(measure: Measure, as_at: date) -> ir.Table | None:
    """Columns as MONTHS; None when nothing loaded can hold the measure."""
    found = rows(measure, as_at)
    if found is None:
        return None
    return added(found, is_once_a_child(measure))


def is_once_a_child(measure: Measure) -> bool:
    """Does a child count once in a period, however often?"""
    return isinstance(measure.counts, Share) and measure.counts.each == "child"


groups = table(
    "groups", {"cohort": "string", "member": "string", "since": "date", "until": "date"}, "measures"
)


def added_rows(once: bool, by: str) -> ir.Table:
    """One measure's rows, kept in `counted` while they are added up: by team, or by the groups each child is in that day."""
    found = ibis.table(ibis.schema(ROWS), name="counted")
    if by == "cohort":
        g = groups
        on = (found.child_id == g.member) & (g.since <= found.on_date) & (found.on_date < g.until)
        found = found.inner_join(g, on).drop("member", "since", "until")
    return added(found, once, by)


def added(found: ir.Table, once: bool, by: str = "team_id") -> ir.Table:
    """Rows (columns as ROWS) added up by month and team, columns as MONTHS; or by another column, as COHORT_MONTHS."""
    if once:
        found = once_a_child(found, ["measure_id", "month", by])
    sums = found.group_by("measure_id", "month", by).agg(
        **{
            name: found[name].sum()
            for name in ("numerator", "denominator", "cannot_tell", "amount", "weight")
        }
    )
    schema = MONTHS if by == "team_id" else COHORT_MONTHS
    return sums.select(**{name: sums[name].cast(kind) for name, kind in schema.items()})


def once_a_child(found: ir.Table, by: list[str]) -> ir.Table:
    """A child counts once in each of these: in the numerator if any of its rows does."""
    one = found.group_by(*by, "child_id").agg(
        numerator=found.numerator.max(), denominator=found.denominator.max(), unknown=found.cannot_tell.max()
    )
    told = one.mutate(cannot_tell=ibis.ifelse(one.denominator == 0, one.unknown, 0)).drop("unknown")
    return told.mutate(amount=told.numerator.cast("float64"), weight=told.denominator.cast("float64"))


def rows(measure: Measure, as_at: date) -> ir.Table | None:
    """Columns as ROWS, every month; None when the measure is not held."""
    match measure.counts:
        case InTime() as counts:
            found = _in_time(counts, as_at)
        case Flagged() as counts:
            found = _flagged(counts)
        case Share() | Number() | Rate() | Average() | Ratio():
            found = counted(measure.counts)
            found = found.filter(found.on_date <= as_at)
        case NotHeld():
            return None
    if "amount" not in found.columns:
        found = found.mutate(amount=found.numerator.cast("float64"), weight=found.denominator.cast("float64"))
    return _shaped(found, measure, ROWS)


def _shaped(found: ir.Table, measure: Measure, schema: dict[str, str]) -> ir.Table:
    given = found.mutate(measure_id=literal(measure.id))
    return given.select(**{name: given[name].cast(kind) for name, kind in schema.items()})


def _in_time(counts: InTime, as_at: date) -> ir.Table:
    i = clocks.stored
    found = i.filter(i.clock_id.isin(counts.counted) & clocks.exists(i, as_at))
    read = found.mutate(reading=clocks.reading(found, as_at))
    told = read.mutate(
        day=ibis.coalesce(read[counts.by], read.counted_on),
        counted=read.reading.isin(("met", "late")) & read[counts.by].notnull()
        | ((read.reading == "overdue") & literal(counts.by == "due_on")),
    )
    dated = told.filter(told.day.notnull() & (told.day <= as_at))
    return dated.select(
        "child_id", "team_id", "started_on", "source_key",
        month=month_of(dated.day),
        on_date=dated.day,
        numerator=(dated.counted & (dated.reading == counts.share)).cast("int64"),
        denominator=dated.counted.cast("int64"),
        cannot_tell=(dated.reading == "cannot_tell").cast("int64"),
    )  # fmt: skip


def _cohort(kinds: tuple[str, ...]) -> ir.Table:
    """month, ends_on, child_id: children in any of these spells on the last day of each month."""
    s = spells.filter(spells.kind.isin(kinds))
    m = calendar_months
    open_then = m.inner_join(
        s, (s.started_on <= m.ends_on) & (s.ended_on.isnull() | (s.ended_on > m.ends_on))
    )
    return open_then.select("month", "ends_on", "child_id").distinct()


def _flagged(counts: Flagged) -> ir.Table:
    f = drift.stored.filter(drift.stored.pattern_id == counts.pattern)
    m = calendar_months
    up = m.inner_join(f, (f.since <= m.ends_on) & (f.until.isnull() | (f.until > m.ends_on)))
    flagged = up.select("month", "ends_on", "child_id").distinct()
    if not counts.of:
        return _by_team(flagged.mutate(hit=literal(1)))
    cohort = _cohort(counts.of)
    marked = flagged.select(up_month="month", up_child="child_id")
    both = cohort.left_join(marked, (cohort.month == marked.up_month) & (cohort.child_id == marked.up_child))
    return _by_team(both.select("month", "ends_on", "child_id", hit=both.up_child.notnull().cast("int64")))


def _by_team(children: ir.Table) -> ir.Table:
    """children (month, ends_on, child_id, hit), each with the team holding the child at the month's end."""
    h = held.select("team_id", held_month="month", held_child="child_id")
    found = children.left_join(h, (children.month == h.held_month) & (children.child_id == h.held_child))
    return found.select(
        "month", "child_id", "team_id",
        on_date=found.ends_on,
        started_on=ibis.null("date"),
        source_key=ibis.null("string"),
        numerator=found.hit,
        denominator=literal(1),
        cannot_tell=literal(0),
    )  # fmt: skip


def held_at_month_ends() -> ir.Table:
    """Columns of `measures.held`: who holds each allocated child on the last day of each month."""
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
