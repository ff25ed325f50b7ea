"""`undrift clocks` and `undrift explain`: readings as a table, and one of them taken apart."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import duckdb

from undrift import journeys
from undrift.clocks import settings
from undrift.clocks.catalogue import catalogue
from undrift.clocks.coverage import Known, coverage
from undrift.clocks.explain import Explanation, explain, spoken
from undrift.clocks.readings import Reading, load_as_at, of_child, readings, readings_sql
from undrift.errors import UserError
from undrift.sheet import write_table

COLUMNS = (
    "clock_id", "child_id", "team", "started_on", "due_on", "stopped_on", "reading", "reason",
    "source_table", "source_key", "stop_key",
)  # fmt: skip


def run_clocks(
    cur: duckdb.DuckDBPyConnection,
    as_at: date | None,
    clock: str | None,
    team: str | None,
    form: str,
    out: Path | None,
) -> int:
    """Write the readings as at a day (default: the load's) as csv, json or xlsx. Returns 0."""
    day = _asked(cur, as_at, clock, team)
    found = readings(cur, day, clocks=[clock] if clock else None, team=team)
    rows = [_row(reading) for reading in found]
    write_table(form, out, "Clocks", COLUMNS, rows)
    return 0


def run_coverage(form: str, out: Path | None) -> int:
    """Write, for every limit known, whether there is a clock of it, or why not. Returns 0."""
    columns = tuple(Known.__dataclass_fields__)
    rows = [tuple(getattr(known, name) for name in columns) for known in coverage()]
    write_table(form, out, "Coverage", columns, rows)
    return 0


DIFFER = """
    SELECT child_id, bool_or(clock_id = $default AND reading IN ('late', 'overdue')) AS by_default,
           bool_or(clock_id = $other AND reading IN ('late', 'overdue')) AS by_other
    FROM ({readings}) WHERE clock_id IN ($default, $other) AND child_id IS NOT NULL AND ($team IS NULL OR team_id = $team)
    GROUP BY 1 ORDER BY 1
"""


def run_differ(
    cur: duckdb.DuckDBPyConnection,
    as_at: date | None,
    clock: str | None,
    team: str | None,
    form: str,
    out: Path | None,
) -> int:
    """Write the children late by one reading of a limit and not by the other. Returns 0.

    UserError when the clock has no other reading.
    """
    _known(clock)
    pairs = {card.id: card.other_reading_of for card in catalogue().values() if card.other_reading_of}
    other = next((one for one, default in pairs.items() if clock in (one, default)), None)
    if other is None:
        raise UserError(
            "That limit has one reading here." if clock else "Name the clock with --clock.",
            try_=f"Those with two are {', '.join(f'{default} and {one}' for one, default in sorted(pairs.items()))}.",
        )
    default = pairs[other]
    sql = DIFFER.format(readings=readings_sql(_asked(cur, as_at, clock, team)))
    found = cur.execute(sql, {"default": default, "other": other, "team": team}).fetchall()
    words = {True: "late", False: "not late"}
    rows = [(child, words[a], words[b]) for child, a, b in found if a != b]
    write_table(form, out, "Two readings", ("child_id", f"{default} (the default)", other), rows)
    both = sum(a and b for _, a, b in found)
    print(
        f"Late by both: {both}; by {default} alone: {sum(a and not b for _, a, b in found)}; "
        f"by {other} alone: {sum(b and not a for _, a, b in found)}.",
        file=sys.stderr,
    )
    return 0


def run_settings(
    home: Path, clock: str | None, limit: str | None, off: bool, by: str, why: str, form: str
) -> int:
    """List the limits an authority sets, with who set each and why; or, given a clock, set its limit. Returns 0."""
    if clock is None:
        columns = ("clock_id", "limit", "decided_by", "decided_at", "why")
        held = settings.in_force(home)
        rows = [
            (s.clock_id, s.limit.words if s.limit else "not in use", s.by or "default", s.at, s.why)
            for s in (held[name] for name in sorted(held))
        ]
        write_table(form, None, "Settings", columns, rows)
        return 0
    if (limit is None) == (not off):
        raise UserError(
            "Say what the limit is.", try_="Give --limit, as in --limit '15 working_days', or --off."
        )
    made = settings.decide(
        home, clock_id=clock, limit=None if off else settings.read_limit(limit or ""), by=by, why=why
    )
    words = made.limit.words if made.limit else "not in use"
    print(f"{clock}: {words}, decided by {made.by}. The readings follow when the live file is next built.")
    return 0


def _row(r: Reading) -> tuple[object, ...]:
    return (
        r.clock_id, r.child_id, r.team_id, r.started_on, r.due_on, r.stopped_on, r.reading, r.reason,
        r.source_table, r.source_key, r.stop_key,
    )  # fmt: skip


def _asked(cur: duckdb.DuckDBPyConnection, as_at: date | None, clock: str | None, team: str | None) -> date:
    """The day to read as at. UserError where the clock or the team is none of ours; what cannot be told is told at once."""
    _known(clock)
    teams = dict(cur.execute("SELECT dept_team_id, dept_team_name FROM records.ssd_department").fetchall())
    on_rows = cur.execute(
        "SELECT DISTINCT team_id FROM clocks.instances WHERE team_id IS NOT NULL"
    ).fetchall()
    teams = {key: None for (key,) in on_rows} | teams
    if team is not None and team not in teams:
        named = (f"{key} ({name})" if name else key for key, name in sorted(teams.items()))
        raise UserError(f"There is no team called {team}.", try_=f"The teams are {', '.join(named)}.")
    why = dict(cur.execute("SELECT clock_id, why FROM clocks.ran WHERE NOT ran ORDER BY 1").fetchall())
    if clock in why:
        raise UserError(f"The clock {clock} could not run: {why[clock]}.")
    for one, reason in why.items() if clock is None else ():
        print(f"Not in the table: {one}, which could not run: {reason}.", file=sys.stderr)
    return _day(cur, as_at)


def _day(cur: duckdb.DuckDBPyConnection, as_at: date | None) -> date:
    """The day asked for, or the load's. A later one is read, and said to be."""
    told = load_as_at(cur)
    if as_at is not None and as_at > told:
        print(
            f"These records speak for {spoken(told)}: a later day reads as if nothing more had happened.",
            file=sys.stderr,
        )
    return as_at or told


def _known(clock: str | None) -> None:
    if clock is not None and clock not in catalogue():
        raise UserError(
            f"There is no clock called {clock}.", try_=f"The clocks are {', '.join(sorted(catalogue()))}."
        )


def run_explain(cur: duckdb.DuckDBPyConnection, child: str, clock: str, as_at: date | None) -> int:
    """Print each of a child's readings of one clock, taken apart. Returns 0, or 1 when the child has none.

    UserError when no child has that id. Either of two ids joined finds the child.
    """
    _known(clock)
    journey = journeys.child(cur, child)
    if journey is None:
        raise UserError(
            f"There is no child {child} in this load.", try_="Write the id as the files loaded do."
        )
    day = _day(cur, as_at)
    found = [explain(r, day) for r in of_child(cur, journey.child.id, day) if r.clock_id == clock]
    card = catalogue()[clock]
    print(f"{card.name}\n{card.question}")
    for cite in card.cites:
        print(f"  Rests on {cite.words}")
    if not found:
        why = cur.execute("SELECT why FROM clocks.ran WHERE clock_id = ? AND NOT ran", [clock]).fetchone()
        print(
            f"It could not run: {why[0]}."
            if why
            else f"As at {spoken(day)} this child has no instance of it."
        )
        return 1
    if journey.child.id != child:
        print(
            f"\n{child} and {journey.child.id} are one child, whose journey stands under {journey.child.id}."
        )
    print(f"\n{found[0].rule}\n{journeys.held_by(journey, day)}")
    for nth, each in enumerate(found, start=1):
        print(f"\n{nth}. {each.counting}")
        _print_lines(_days(each))
        print(f"   {each.outcome} {each.would_stop_it}".rstrip())
        print(
            f"   From {each.reading.source_table} {each.reading.source_key}; team {each.reading.team_id or 'not recorded'}."
        )
    return 0


def _days(each: Explanation) -> Iterable[str]:
    for day in each.counted:
        yield f"{day.on:%a} {day.on.day:>2} {day.on:%b %Y}  " + (
            f"{day.number:>2}" if day.number else f" - {day.why_not}"
        )


def _print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        print(f"     {line}")
