"""What a clock can honestly say from what is held. Where it cannot, it says so and why, instance by instance."""

from dataclasses import replace
from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.clocks.definition import CLOSING, Again, Clock, Each
from undrift.clocks.engine import INSTANCES, instances
from undrift.dates import add_months
from undrift.journeys.held import (
    ALL,
    EVENT_TABLES,
    SPELL_TABLES,
    Holdings,
    is_latest_only,
    months_held,
    not_held,
)
from undrift.journeys.kinds import KINDS_OF_EVENT, KINDS_OF_SPELL


def start_tables(clock: Clock) -> set[str]:
    """The tables its starts are read from."""
    within = KINDS_OF_SPELL[clock.within].tables if clock.within else ()
    kinds = [*clock.start_kinds, *(("born",) if clock.aged else ())]
    if isinstance(clock.starts, Again):
        kinds += [*clock.starts.unless, *([clock.starts.since] if clock.starts.since else [])]
    return {*within, *(table for kind in kinds for table in KINDS_OF_EVENT[kind].tables)}


def stop_tables(clock: Clock) -> dict[str, bool]:
    """The tables that hold what stops it, each with whether only the latest of its days is kept."""
    if clock.stops == CLOSING:
        assert clock.within is not None
        return {SPELL_TABLES[clock.within]: False}
    kinds = [KINDS_OF_EVENT[kind] for kind in clock.stop_kinds]
    return {kind.tables[0]: kind.latest for kind in kinds}


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
        table = EVENT_TABLES[each.event]
        if is_latest_only(table, held):
            return f"only the latest row of {table} is held, so which one it was in order cannot be told"
    return None


def has_past(clock: Clock, held: Holdings) -> str | None:
    """Why its past cannot be counted from these holdings, though today can be shown; None when it can."""
    tables = {*start_tables(clock), *stop_tables(clock)}
    part = sorted(f"{name} ({held.get(name)})" for name in tables if held.get(name) not in (ALL, None))
    latest = sorted(name for name, only in stop_tables(clock).items() if only)
    if latest:
        return f"records keep only the newest date in {', '.join(latest)}"
    return not_held(tables, held) or (f"only part of the past is held: {', '.join(part)}" if part else None)


def as_told(clock: Clock, held: Holdings, as_at: date) -> ir.Table:
    """The clock's instances, as far as these holdings can bear them."""
    return told(clock, instances(clock), held, as_at)


def told(clock: Clock, rows: ir.Table, held: Holdings, as_at: date) -> ir.Table:
    """The instances, with trouble where the holdings cannot bear what the dates alone would say."""
    doubts: list[tuple[ir.BooleanValue, str]] = []
    tables = stop_tables(clock)
    unstopped = rows.stopped_on.isnull()
    missing = {name for name in tables if held.get(name) is None}
    if missing:
        nothing = literal(True) if missing == set(tables) else unstopped
        doubts.append((nothing, not_held(missing, held) or ""))
    for table, newest in tables.items():
        if isinstance(clock.starts, Again):
            if held.get(table) not in (ALL, None):
                doubts.append((rows.due_on.isnull(), f"only part of {table} is held ({held.get(table)})"))
            continue
        if (newest or is_latest_only(table, held)) and clock.stops != CLOSING:
            late = rows.stopped_on.notnull() & (rows.stopped_on > rows.due_on)
            words = f"only the latest row of {table} is held, and an earlier one may have been in time"
            doubts.append((late, words))
        months = months_held(table, held)
        if months is not None:
            lost = unstopped & (rows.started_on < add_months(as_at, -months))
            doubts.append((lost, f"{table} reaches back only {months} months"))
    if not doubts:
        return rows
    doubt = ibis.cases(*((when.fill_null(False), words) for when, words in doubts), else_=ibis.null("string"))
    trouble = ibis.coalesce(rows.trouble, rows.excuse.isnull().ifelse(doubt, ibis.null("string")))
    shown = rows.mutate(trouble=trouble)
    return shown.select(*INSTANCES)
