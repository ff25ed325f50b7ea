"""What a clock can honestly say from what is held. Where it cannot, it says so and why, instance by instance."""

from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.clocks.definition import CLOSING, Again, Clock, Each, Opens
from undrift.clocks.engine import INSTANCES
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


def start_tables(clock: Clock) -> set[str]:
    """The tables its starts are read from."""
    match clock.starts:
        case Opens(spell):
            return {SPELL_TABLES[spell]}
        case Each() as each:
            return {EVENT_TABLES[each.event], *([SPELL_TABLES[each.within]] if each.within else [])}
        case Again(event):
            return {EVENT_TABLES[event]}


def stop_table(clock: Clock) -> str:
    """The table that holds what stops it."""
    if clock.stops == CLOSING:
        assert clock.within is not None
        return SPELL_TABLES[clock.within]
    return EVENT_TABLES[clock.stops]


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
    tables = {*start_tables(clock), stop_table(clock)}
    part = sorted(f"{name} ({held.get(name)})" for name in tables if held.get(name) not in (ALL, None))
    return not_held(tables, held) or (f"only part of the past is held: {', '.join(part)}" if part else None)


def told(clock: Clock, rows: ir.Table, held: Holdings, as_at: date) -> ir.Table:
    """The instances, with trouble where the holdings cannot bear what the dates alone would say."""
    doubts: list[tuple[ir.BooleanValue, str]] = []
    table = stop_table(clock)
    missing = not_held([table], held)
    if missing:
        doubts.append((literal(True), missing))
    elif isinstance(clock.starts, Again):
        if held.get(table) != ALL:
            doubts.append((rows.due_on.isnull(), f"only part of {table} is held ({held.get(table)})"))
    elif is_latest_only(table, held) and clock.stops != CLOSING:
        late = rows.stopped_on.notnull() & (rows.stopped_on > rows.due_on)
        doubts.append(
            (late, f"only the latest row of {table} is held, and an earlier one may have been in time")
        )
    months = months_held(table, held)
    if months is not None and not clock.is_window:
        since = add_months(as_at, -months)
        lost = rows.stopped_on.isnull() & (rows.started_on < since)
        doubts.append((lost, f"{table} reaches back only {months} months"))
    if not doubts:
        return rows
    doubt = ibis.cases(*((when.fill_null(False), words) for when, words in doubts), else_=ibis.null("string"))
    trouble = ibis.coalesce(rows.trouble, rows.excuse.isnull().ifelse(doubt, ibis.null("string")))
    shown = rows.mutate(trouble=trouble)
    return shown.select(*INSTANCES)
