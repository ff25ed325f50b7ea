"""The children behind a measure today: whose clock is late, whose flag is up, or who were not counted as they should be."""

from datetime import date, timedelta

import duckdb

from undrift import drift
from undrift.clocks import catalogue as clock_catalogue
from undrift.clocks import readings
from undrift.clocks.readings import Reading, load_as_at
from undrift.dates import add_months
from undrift.drift.flags import spoken
from undrift.measures.definition import Behind, Flagged, InTime, Measure, Share
from undrift.measures.people import People
from undrift.measures.results import catalogue, opened


def behind(
    cur: duckdb.DuckDBPyConnection, measure_id: str, team: str | None = None, *, child: str | None = None
) -> list[Behind]:
    """The children behind a measure today, worst first: longest overdue, then late in the last three months.

    For a count of flags, the flags up today. Rows carry the words why; `instance_key` names the record. Narrowed
    to the team holding the child today, or to one child.
    """
    measure = catalogue()[measure_id]
    as_at = load_as_at(cur)
    people = People(cur, as_at)
    counts = measure.counts
    if isinstance(counts, InTime):
        found = _behind_clocks(cur, counts, as_at, people, child)
    elif measure.opens_clocks:
        found = _behind_clocks(cur, InTime(measure.opens_clocks, by="due_on"), as_at, people, child)
    elif isinstance(counts, Flagged):
        found = _behind_flags(cur, counts.pattern, as_at, people, child)
    elif measure.opens:
        found = _behind_flags(cur, measure.opens, as_at, people, child)
    elif isinstance(counts, Share):
        found = _behind_rows(cur, measure, as_at, people)
    else:
        found = []
    return [
        row
        for row in found
        if (team is None or row.team_id == team) and (child is None or row.child_id == child)
    ]


def _behind_flags(
    cur: duckdb.DuckDBPyConnection, pattern: str, as_at: date, people: People, child: str | None
) -> list[Behind]:
    return [
        people.behind(flag.child_id, flag.team_id, flag.source_key, flag.since, None, "flag", flag.words)
        for flag in drift.flags(cur, as_at, pattern=pattern, child=child)
    ]


def _behind_rows(
    cur: duckdb.DuckDBPyConnection, measure: Measure, as_at: date, people: People
) -> list[Behind]:
    """Those counted the wrong way: at the last month's end, or in the last three months."""
    last = add_months(as_at.replace(day=1), 0 if (as_at + timedelta(days=1)).day == 1 else -1)
    first = last if measure.is_snapshot else add_months(last, -2)
    wrong = 0 if measure.better == "higher" else 1
    return [
        people.behind(
            row.child_id, row.team_id, row.source_key or "", row.on_date, None, "flag",
            f"On {spoken(row.on_date)}: {'not ' if wrong == 0 else ''}among {measure.subject}.",
        )
        for row in opened(cur, measure.id, first, last)
        if row.child_id and row.on_date and row.denominator and row.numerator == wrong
    ]  # fmt: skip


def _behind_clocks(
    cur: duckdb.DuckDBPyConnection, counts: InTime, as_at: date, people: People, child: str | None
) -> list[Behind]:
    recent = add_months(as_at.replace(day=1), -2)
    unwanted = ("late", "overdue") if counts.share == "met" else ("late",)
    rows = readings(cur, as_at, clocks=counts.counted, only=unwanted, child=child)
    open_now = [r for r in rows if r.reading == "overdue"]
    lately = [r for r in rows if r.reading == "late" and (r.stopped_on or r.ended_on or as_at) >= recent]
    open_now.sort(key=lambda r: r.due_on or as_at)
    lately.sort(key=lambda r: r.stopped_on or r.ended_on or as_at, reverse=True)
    return [
        people.behind(
            r.child_id,
            r.team_id,
            r.source_key,
            r.started_on,
            r.due_on,
            r.reading,
            _why(r, as_at, named=len(counts.counted) > 1),
        )
        for r in (*open_now, *lately)
        if r.child_id
    ]


def _why(r: Reading, as_at: date, *, named: bool) -> str:
    """Why this child, in words anyone could check by hand; the clock is named where a measure counts several."""
    clock = clock_catalogue()[r.clock_id]
    if clock.is_window:
        assert r.started_on is not None and r.stopped_on is not None
        return f"Referred on {spoken(r.stopped_on)}, within {clock.limit.words} of {spoken(r.started_on)}."
    assert r.started_on is not None and r.due_on is not None
    begun = f"{clock.name}: began" if named else "Began"
    begun += f" on {spoken(r.started_on)}, due by {spoken(r.due_on)}; "
    if r.reading == "overdue":
        return begun + f"nothing recorded by {spoken(as_at)}, {_days(r.due_on, as_at)} over."
    if r.stopped_on:
        return begun + f"done on {spoken(r.stopped_on)}, {_days(r.due_on, r.stopped_on)} late."
    assert r.ended_on
    return begun + f"ended on {spoken(r.ended_on)} without it."


def _days(first: date, last: date) -> str:
    n = (last - first) // timedelta(days=1)
    return f"{n} day{'' if n == 1 else 's'}"
