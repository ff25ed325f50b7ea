"""From a pattern card to one set-based query: every time its flag was up, over a whole authority."""

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.drift.definition import Pattern
from undrift.engines import table
from undrift.engines.limits import later, with_date_after
from undrift.journeys.tables import events, spells

FLAG_SPELLS = {
    "pattern_id": "string",
    "child_id": "string",
    "team_id": "string",
    "since": "date",
    "until": "date",  # null while the flag is up
    "first_on": "date",
    "last_on": "date",
    "trigger": "string",  # kind of the event that raised it
    "source_table": "string",
    "source_key": "string",
}
stored = table("flag_spells", FLAG_SPELLS, "drift")
_FOREVER = "9999-12-31"


def flag_spells(pattern: Pattern) -> ir.Table:
    """Columns as FLAG_SPELLS; overlapping times of one child joined, the earliest trigger kept as its source."""
    marks = _marks(pattern)
    same = [marks.child_id, marks.home]
    in_order = [marks.on_date, marks.clears.asc(), marks.source_key]
    # A clearing event answers every trigger up to and including its own day, so on one day it comes last.
    cleared = marks.mutate(
        group=marks.clears.cast("int64").sum().over(ibis.cumulative_window(group_by=same, order_by=in_order)),
        next_clear=ibis.ifelse(marks.clears, marks.on_date, ibis.null("date"))
        .min()
        .over(ibis.window(group_by=same, order_by=in_order, preceding=0, following=None)),
        any_clear=ibis.ifelse(marks.clears, marks.on_date, ibis.null("date")).min().over(group_by=same),
    )
    triggers = cleared.filter(~cleared.clears)
    run = [triggers.child_id, triggers.home] if pattern.for_good else [
        triggers.child_id, triggers.home, triggers.group
    ]  # fmt: skip
    order = [triggers.on_date, triggers.source_key]
    first = triggers.on_date.lag(pattern.needs - 1) if pattern.needs > 1 else triggers.on_date
    counted = triggers.mutate(
        first_on=first.over(group_by=run, order_by=order) if pattern.needs > 1 else first
    )
    enough = counted.filter(counted.first_on.notnull())
    forever = literal(_FOREVER).cast("date")
    grown = with_date_after(enough, "on_date", pattern.grace, "since") if pattern.grace else enough.mutate(
        since=enough.on_date
    )  # fmt: skip
    answered = grown.any_clear if pattern.for_good else grown.next_clear
    ends = [ibis.coalesce(grown.home_ends, forever), ibis.coalesce(answered, forever)]
    if pattern.window:
        ends.append(later(grown.first_on, pattern.window))
    raised = grown.mutate(until=ibis.least(*ends))
    return _joined(pattern, raised.filter(raised.since < raised.until))


def _marks(pattern: Pattern) -> ir.Table:
    """The pattern's triggers and clearing events, each in the spell it falls in (or in none, when none is needed)."""
    kinds = (*pattern.triggers, *pattern.cleared_by)
    e = events.filter(events.kind.isin(kinds) & events.on_date.notnull())
    rows = e.select(
        "child_id", "team_id", "on_date", "source_table", "source_key", trigger=e.kind,
        clears=e.kind.isin(pattern.cleared_by),
    )  # fmt: skip
    if not pattern.within:
        return rows.mutate(home=literal(""), home_ends=ibis.null("date"))
    s = spells.filter(spells.kind.isin(pattern.within) & spells.started_on.notnull()).select(
        home_child=spells.child_id,
        home=spells.spell_id,
        home_starts=spells.started_on,
        home_ends=spells.ended_on,
    )
    inside = rows.inner_join(
        s,
        (rows.child_id == s.home_child)
        & (s.home_starts <= rows.on_date)
        & (s.home_ends.isnull() | (rows.on_date < s.home_ends)),
    )
    return inside.select(*rows.columns, "home", "home_ends")


def _joined(pattern: Pattern, raised: ir.Table) -> ir.Table:
    """Overlapping or touching times of one child become one: a new one starts where none before reaches it."""
    order = [raised.since, raised.until, raised.first_on, raised.source_key]
    before = ibis.window(group_by=raised.child_id, order_by=order, preceding=(None, 1))
    reach = raised.mutate(reached=raised.until.max().over(before))
    fresh = reach.mutate(fresh=(reach.reached.isnull() | (reach.since > reach.reached)).cast("int64"))
    order = [fresh.since, fresh.until, fresh.first_on, fresh.source_key]
    island = fresh.mutate(
        island=fresh.fresh.sum().over(ibis.cumulative_window(group_by=fresh.child_id, order_by=order))
    )
    order = [island.since, island.until, island.first_on, island.source_key]
    window = ibis.window(group_by=[island.child_id, island.island])
    ranked = island.mutate(
        nth=ibis.row_number().over(group_by=[island.child_id, island.island], order_by=order),
        falls=island.until.max().over(window),
    )
    one = ranked.filter(ranked.nth == 0)
    forever = literal(_FOREVER).cast("date")
    return one.select(
        pattern_id=literal(pattern.id), child_id=one.child_id, team_id=one.team_id, since=one.since,
        until=(one.falls == forever).ifelse(ibis.null("date"), one.falls), first_on=one.first_on,
        last_on=one.on_date, trigger=one.trigger, source_table=one.source_table, source_key=one.source_key,
    )  # fmt: skip
