"""What a clock can honestly say from what is held. Where it cannot, it says so and why, instance by instance."""

from collections.abc import Container
from dataclasses import replace
from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.clocks.definition import CLOSING, Again, Clock, Each
from undrift.clocks.engine import INSTANCES, instances
from undrift.dates import add_months
from undrift.journeys.held import (
    EVENT_TABLES,
    SPELL_TABLES,
    Holdings,
    called,
    held_in_part,
    latest_only,
    months_held,
    not_held,
)
from undrift.journeys.kinds import KINDS_OF_EVENT, KINDS_OF_SPELL
from undrift.journeys.tables import events


def start_tables(clock: Clock) -> set[str]:
    """The tables its starts are read from."""
    within = KINDS_OF_SPELL[clock.within].tables if clock.within else ()
    kinds = [*clock.start_kinds, *(("born",) if clock.aged else ())]
    if isinstance(clock.starts, Again):
        kinds += [*clock.starts.unless, *([clock.starts.since] if clock.starts.since else [])]
    return {*within, *(table for kind in kinds for table in KINDS_OF_EVENT[kind].tables)}


def stop_tables(clock: Clock) -> set[str]:
    """The tables that hold what stops it."""
    if clock.stops == CLOSING:
        assert clock.within is not None
        return {SPELL_TABLES[clock.within]}
    return {EVENT_TABLES[kind] for kind in clock.stop_kinds}


def as_held(clock: Clock, held: Holdings) -> Clock:
    """The clock without what only stands in for a table that is held."""
    only = clock.only
    if only and only.unless_held and held.get(only.unless_held) is not None:
        return replace(clock, only=None)
    return clock


def cannot_run(clock: Clock, held: Holdings) -> str | None:
    """Why the clock makes no instances at all from these holdings; None when it can."""
    why = not_held(start_tables(clock), held)
    if why:
        return why
    each = clock.starts
    if isinstance(each, Each) and (each.first > 1 or each.last is not None):
        latest = latest_only([EVENT_TABLES[each.event]], held)
        return f"{latest}, so which one it was in order cannot be told" if latest else None
    return None


def has_past(clock: Clock, held: Holdings) -> str | None:
    """Why its past cannot be counted from these holdings, though today can be shown; None when it can."""
    tables = {*start_tables(clock), *stop_tables(clock)}
    newest = _newest(clock)
    if newest:
        return f"records keep only the newest day of {newest}"
    return not_held(tables, held) or held_in_part(tables, held)


def _newest(clock: Clock) -> str | None:
    """What stops it of which records keep only the newest day, in words; None when they keep each."""
    kinds = [KINDS_OF_EVENT[kind] for kind in clock.stop_kinds]
    return " and ".join(f"“{kind.words}” ({kind.tables[0]})" for kind in kinds if kind.latest) or None


def recorded_nowhere(clock: Clock, recorded: Container[tuple[str, bool]]) -> str | None:
    """Words, where nothing that stops the clock is recorded of anybody; None where something is.

    recorded: (kind, whether it is an event) of each kind of event that has a day, and each kind of spell that has ended.
    """
    if clock.is_window:
        return None
    if clock.stops == CLOSING:
        assert clock.within is not None
        kinds = {(clock.within, False): f"the end of “{KINDS_OF_SPELL[clock.within].words}”"}
    else:
        kinds = {(kind, True): f"“{KINDS_OF_EVENT[kind].words}”" for kind in clock.stop_kinds}
    if any(kind in recorded for kind in kinds):
        return None
    tables = ", ".join(sorted(stop_tables(clock)))
    return f"this load records {' or '.join(kinds.values())} of nobody ({tables}), so it may be done and not recorded"


def as_told(clock: Clock, held: Holdings, as_at: date, nowhere: str | None = None) -> ir.Table:
    """The clock's instances, as far as these holdings can bear them."""
    return told(clock, instances(clock), held, as_at, nowhere)


def told(clock: Clock, rows: ir.Table, held: Holdings, as_at: date, nowhere: str | None = None) -> ir.Table:
    """The instances, with trouble where the holdings cannot bear what the dates alone would say.

    nowhere: words of `recorded_nowhere`, where so many have fallen due that it says more of the records than of the work.
    """
    doubts: list[tuple[ir.BooleanValue, str]] = []
    tables, newest = stop_tables(clock), _newest(clock)
    if newest:
        rows = _with_newest(clock, rows)
    unstopped = rows.stopped_on.isnull()
    missing = {name for name in tables if held.get(name) is None}
    if missing:
        nothing = literal(True) if missing == set(tables) else unstopped
        doubts.append((nothing, not_held(missing, held) or ""))
    elif nowhere:
        doubts.append((unstopped, nowhere))
    if newest:
        # One after the limit, or after the spell that ended without one, may have taken the place of one in time.
        late = (rows.stopped_on > rows.due_on) | (unstopped & (rows.newest_on > rows.ended_on))
        words = f"records keep only the newest day of {newest}, and an earlier one may have been in time"
        doubts.append((late, words))
    for table in tables:
        if isinstance(clock.starts, Again):
            part = held_in_part([table], held)
            if part:
                doubts.append((rows.due_on.isnull(), part))
            continue
        latest = latest_only([table], held)
        if latest and clock.stops != CLOSING:
            late = rows.stopped_on.notnull() & (rows.stopped_on > rows.due_on)
            doubts.append((late, f"{latest}, and an earlier one may have been in time"))
        months = months_held(table, held)
        if months is not None:
            lost = unstopped & (rows.started_on < add_months(as_at, -months))
            doubts.append((lost, f"{called(table)} reach back only {months} months in this load ({table})"))
    if not doubts:
        return rows
    doubt = ibis.cases(*((when.fill_null(False), words) for when, words in doubts), else_=ibis.null("string"))
    trouble = ibis.coalesce(rows.trouble, rows.excuse.isnull().ifelse(doubt, ibis.null("string")))
    shown = rows.mutate(trouble=trouble)
    return shown.select(*INSTANCES)


def _with_newest(clock: Clock, rows: ir.Table) -> ir.Table:
    """`newest_on`: the newest day the child's records hold of what stops it, whatever spell it falls in."""
    e = events.filter(events.kind.isin(clock.stop_kinds))
    newest = e.group_by(newest_child=e.child_id).agg(newest_on=e.on_date.max())
    return rows.left_join(newest, rows.child_id == newest.newest_child).drop("newest_child")
