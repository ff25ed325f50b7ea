"""From a card to set-based queries: the instances of a clock over a whole authority, and their readings.

`instances` is computed once and stored; `reading` is then only comparisons, so any date costs the same.
"""

from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.clocks import stops
from undrift.clocks.definition import CLOSING, SOON, Again, Aged, Clock, Each, Opens, When
from undrift.engines import table
from undrift.engines.limits import later, months, with_date_after, with_soon_date
from undrift.journeys.tables import EVENTS, events, spells

INSTANCES = {
    "clock_id": "string",
    "child_id": "string",
    "team_id": "string",
    "worker_id": "string",
    "started_on": "date",
    "due_on": "date",
    "soon_on": "date",
    "stopped_on": "date",
    "ended_on": "date",
    "counted_on": "date",  # from which day the instance exists; null is always
    "is_window": "boolean",
    "trouble": "string",
    "excuse": "string",
    "excused_on": "date",  # from which day the excuse is known; null is from the start
    "spell_id": "string",
    "source_table": "string",
    "source_key": "string",
    "stop_key": "string",
}
stored = table("instances", INSTANCES, "clocks")
_EVER = "0001-01-01"
_NO_START = "no start date is recorded"
_NO_BIRTH = "no date of birth is recorded"
_ENDS_FIRST = "it ends before it starts"
_STOPS_FIRST = "what stops it is dated before its start"
OF_THE_RECORD = (_NO_START, _NO_BIRTH, _ENDS_FIRST, _STOPS_FIRST)
"""What a child's own record can be put right about; whatever else cannot be told, the load does not hold."""
_WHO = ("child_id", "team_id", "worker_id", "spell_id", "source_table", "source_key")


def instances(clock: Clock) -> ir.Table:
    """The clock's instances, columns as INSTANCES, over every child in `journeys`."""
    found = _windows(clock, clock.starts) if isinstance(clock.starts, Again) else _deadlines(clock)
    found = with_soon_date(found, "due_on", SOON, "soon_on")
    given = {"clock_id": literal(clock.id), "is_window": literal(clock.is_window)}
    columns = {name: given[name] if name in given else found[name] for name in INSTANCES}
    return found.select(**{name: value.cast(INSTANCES[name]) for name, value in columns.items()})


def _opening(kind: str) -> ir.Table:
    s = spells.filter(spells.kind == kind)
    return s.select(
        *_WHO, started_on=s.started_on, ended_on=s.ended_on, outcome=s.outcome, detail=s.detail,
        opened_on=s.started_on, opens=literal(True),
    )  # fmt: skip


def _of_kinds(clock: Clock, kinds: tuple[str, ...]) -> ir.Table:
    """Events of these kinds; by day, each in every spell of the clock's that holds its day, both ends included."""
    e = events.filter(events.kind.isin(kinds))
    if not clock.by_day:
        return e
    s = spells.filter((spells.kind == clock.within) & spells.started_on.notnull()).select(
        held_child=spells.child_id,
        held_id=spells.spell_id,
        held_from=spells.started_on,
        held_to=spells.ended_on,
    )
    inside = e.inner_join(
        s,
        (e.child_id == s.held_child)
        & (s.held_from <= e.on_date)
        & (s.held_to.isnull() | (e.on_date <= s.held_to)),
    )
    return inside.select(
        **{name: inside["held_id"] if name == "spell_id" else inside[name] for name in EVENTS}
    )


def _beats(clock: Clock) -> ir.Table:
    """One row a start: who, started_on, the spell's opened_on and ended_on, outcome, detail, opens."""
    if isinstance(clock.starts, Opens):
        return _kept(clock, _opening(clock.starts.spell))
    each = clock.starts
    assert isinstance(each, Each)
    e = _of_kinds(clock, clock.start_kinds)
    opens = literal(not clock.restarts)
    if each.within is None:
        nothing = ibis.null("date")
        return _kept(
            clock,
            e.select(*_WHO, started_on=e.on_date, ended_on=nothing, outcome=e.outcome, detail=e.detail,
                     opened_on=nothing, opens=opens),
        )  # fmt: skip
    s = spells.filter(spells.kind == each.within).select(
        spell_child=spells.child_id, spell_key=spells.spell_id, opened_on=spells.started_on,
        ended_on=spells.ended_on, spell_outcome=spells.outcome, spell_detail=spells.detail,
    )  # fmt: skip
    one = _days(e)
    counts_days = each.first > 1 or each.last is not None
    if counts_days:
        nth = 1 + ibis.row_number().over(group_by=[one.child_id, one.spell_id], order_by=one.on_date)
        one = one.mutate(nth=nth)
    one = one.inner_join(s, (one.spell_id == s.spell_key) & one.child_id.identical_to(s.spell_child))
    rows = one.select(
        *_WHO, started_on=one.on_date, ended_on=one.ended_on, outcome=one.spell_outcome, detail=one.spell_detail,
        opened_on=one.opened_on, opens=opens, nth=one.nth if counts_days else literal(1, "int64"),
    )  # fmt: skip
    if each.and_opening:
        rows = rows.union(_opening(each.within).mutate(nth=ibis.null("int64")))
    if stops.answers_itself(clock):
        rows = stops.next_day(rows)
    chosen = rows.nth.isnull() | (rows.nth >= each.first)
    if each.last is not None:
        chosen = chosen & (rows.nth.isnull() | (rows.nth <= each.last))
    return _kept(clock, (rows.filter(chosen) if counts_days else rows).drop("nth"))


def _days(e: ir.Table) -> ir.Table:
    """Of the events of one spell and day, the first by key: two rows on one day are one start."""
    dated = e.filter(e.on_date.notnull())
    same = (dated.child_id, dated.spell_id, dated.on_date)
    key = dated.source_key
    # What stands on the row with the least key; blank and not null while it is chosen, for a null is passed over.
    rest = {
        name: dated[name].fill_null("").argmin(key).nullif("")
        for name in ("team_id", "worker_id", "source_table")
    }
    return dated.group_by(*same).agg(source_key=key.min(), **rest)


def _kept(clock: Clock, beats: ir.Table) -> ir.Table:
    """The starts the clock is about."""
    if clock.covers:
        beats = beats.filter(_holds(clock.covers, beats))
    if clock.leaves_out:
        beats = beats.filter(~_holds(clock.leaves_out, beats))
    if clock.in_force:
        beats = beats.filter(beats.started_on.isnull() | (beats.started_on >= clock.in_force))
    return _aged(clock.aged, beats) if clock.aged else beats.mutate(birth=literal(_EVER).cast("date"))


def _aged(aged: Aged, beats: ir.Table) -> ir.Table:
    """Those of the age on the day of the start; a start with no day, or a child with no birth, stays, to be told of."""
    b = events.filter(events.kind == "born")
    births = b.group_by(born_id=b.child_id).agg(birth=b.on_date.min())
    rows = beats.left_join(births, beats.child_id == births.born_id).drop("born_id")
    old = rows.started_on >= later(rows.birth, months(12 * aged.at_least))
    if aged.under is not None:
        old = old & (rows.started_on < later(rows.birth, months(12 * aged.under)))
    return rows.filter(old.fill_null(True))


def _holds(when: When, beats: ir.Table) -> ir.BooleanValue:
    held = beats[when.of].isin(when.outcome).fill_null(False)
    if when.after is not None:
        held = held & (beats.started_on >= later(beats.opened_on, when.after)).fill_null(False)
    if when.before is not None:
        held = held & (beats.started_on < later(beats.opened_on, when.before)).fill_null(False)
    return held


def _with_due(clock: Clock, rows: ir.Table, start: str) -> ir.Table:
    """`due_on`: the end of the limit in force on the day of the start, a day sooner for flags and minimum periods."""
    rows = with_date_after(rows, start, clock.limit, "due_on")
    for until, limit in clock.formerly:
        rows = with_date_after(rows, start, limit, "due_before")
        before = (rows[start] < until).fill_null(False)
        rows = rows.mutate(due_on=before.ifelse(rows.due_before, rows.due_on)).drop("due_before")
    if clock.days_over:
        rows = rows.mutate(due_on=(rows.due_on + ibis.interval(days=clock.days_over)).cast("date"))
    return rows


def _deadlines(clock: Clock) -> ir.Table:
    """Every start beside what stops it, and what follows from the two."""
    beats = _beats(clock)
    one = beats if stops.answers_itself(clock) else stops.beside(clock, beats, _stops(clock))
    one = _with_due(clock, one, "started_on")
    if clock.within is None:
        one = _until_next(clock, one)
        fits = one.stop_on.notnull() & (one.next_on.isnull() | (one.stop_on < one.next_on))
    else:
        fits = one.stop_on.notnull()
    one = one.mutate(fits=fits.fill_null(False))
    ended_on = _ended_on(clock, one)
    in_time = one.fits & (ended_on.isnull() | (one.stop_on <= ended_on))
    only = ~_holds(clock.only, one) if clock.only else literal(False)
    opens_only = isinstance(clock.starts, Opens)
    trouble = ibis.cases(
        (one.started_on.isnull(), literal(_NO_START)),
        (one.birth.isnull(), literal(_NO_BIRTH)),
        (only, literal(clock.only.words if clock.only else "")),
        (one.ended_on < one.started_on, literal(_ENDS_FIRST)),
        (
            literal(opens_only) & one.any_before & ~one.fits,
            literal(_STOPS_FIRST),
        ),
        else_=ibis.null("string"),
    )
    told = one.mutate(trouble=trouble)
    clear = told.trouble.isnull()
    excused = _holds(clock.not_applicable, told) if clock.not_applicable else literal(False)
    words = literal(clock.not_applicable.words if clock.not_applicable else "")
    at_end = clock.not_applicable is not None and clock.not_applicable.at_end
    stopped = clear & in_time
    # The work was the team's that finished it; while it is open, the team's that it was begun with.
    team = ibis.coalesce(stopped.ifelse(told.stop_team, ibis.null("string")), told.team_id)
    return told.select(
        *[name for name in _WHO if name != "team_id"], "started_on", "due_on", "trouble",
        team_id=team,
        ended_on=_ended_on(clock, told),
        counted_on=told.started_on,
        stopped_on=stopped.ifelse(told.stop_on, ibis.null("date")),
        stop_key=stopped.ifelse(told.stop_key, ibis.null("string")),
        excuse=(clear & excused).ifelse(words, ibis.null("string")),
        excused_on=(clear & excused).ifelse(told.ended_on, ibis.null("date")) if at_end else ibis.null("date"),
    )  # fmt: skip


def _ended_on(clock: Clock, rows: ir.Table) -> ir.DateValue:
    """The day after which nothing answers a start: its spell's last, or in no spell the day of the child's next start."""
    if clock.ends_with_next:
        return rows.next_on
    return rows.ended_on if clock.ends_with_spell else ibis.null("date")


def _stops(clock: Clock) -> ir.Table:
    """who, home, on, stop: what can stop the clock."""
    home = "child_id" if clock.within is None else "spell_id"
    if clock.stops == CLOSING:
        s = spells.filter(spells.ended_on.notnull() & (spells.kind == clock.within))
        rows = s.select(who=s.child_id, home=s[home], on=s.ended_on, key=s.source_key, team=s.team_id)
    else:
        e = _of_kinds(clock, clock.stop_kinds)
        e = e.filter(e.on_date.notnull() & e[home].notnull())
        rows = e.select(who=e.child_id, home=e[home], on=e.on_date, key=e.source_key, team=e.team_id)
    return rows.mutate(stop=stops.said(rows.on, rows.key, rows.team))


def _until_next(clock: Clock, beats: ir.Table) -> ir.Table:
    """Each start with the child's next day of such a start: what happens from then on answers that one."""
    readable = beats.filter(_holds(clock.only, beats)) if clock.only else beats
    days = (
        readable.filter(readable.started_on.notnull())
        .select(day_child="child_id", day="started_on")
        .distinct()
    )
    after = days.mutate(next_on=days.day.lead().over(group_by=days.day_child, order_by=days.day))
    found = beats.left_join(after, (beats.child_id == after.day_child) & (beats.started_on == after.day))
    return found.select(*beats.columns, "next_on")


def _windows(clock: Clock, again: Again) -> ir.Table:
    e = events.filter(events.kind == again.event)
    before = _earlier(again)
    known = e.left_join(before, (e.child_id == before.day_child) & (e.on_date == before.day))
    first = events.filter(events.kind == (again.since or again.event))
    from_day = first.aggregate(first_on=first.on_date.min())
    reach = with_date_after(from_day, "first_on", clock.limit, "reach_on").select("reach_on")
    rows = _with_due(clock, known.cross_join(reach), "previous")
    none = ibis.null("string")
    unknown = rows.previous.isnull() & (rows.reach_on.isnull() | (rows.on_date <= rows.reach_on))
    if again.unless:
        unknown = unknown & rows.unbroken.fill_null(True)
    trouble = ibis.cases(
        (rows.on_date.isnull(), literal(_NO_START)),
        (unknown, literal("the records do not reach back far enough to know")),
        else_=none,
    )  # fmt: skip
    return rows.select(
        *_WHO, "due_on", started_on=rows.previous, ended_on=ibis.null("date"), trouble=trouble,
        counted_on=rows.on_date, stopped_on=rows.on_date, stop_key=rows.source_key, excuse=none,
        excused_on=ibis.null("date"),
    )  # fmt: skip


def _earlier(again: Again) -> ir.Table:
    """day_child, day, previous: each day of the event with the day its window opens; unbroken: no `unless` before it."""
    others = again.unless or ((again.since,) if again.since else ())
    e = events.filter(events.kind.isin((again.event, *others)) & events.on_date.notnull())
    days = e.select(day_child=e.child_id, day=e.on_date, is_event=e.kind == again.event).distinct()
    if not others:
        run = ibis.window(group_by=days.day_child, order_by=days.day)
        found = days.mutate(previous=days.day.lag(again.nth - 1).over(run), unbroken=literal(True))
    elif again.since:
        window = ibis.window(
            group_by=days.day_child, order_by=[days.day, days.is_event], preceding=None, following=0
        )
        mark = days.is_event.ifelse(ibis.null("date"), days.day)
        found = days.mutate(previous=mark.max().over(window), unbroken=literal(True))
    else:
        # An event and what breaks the run on one day: the event first, and the run is broken after it.
        order = [days.day, days.is_event.desc()]
        window = ibis.cumulative_window(group_by=days.day_child, order_by=order)
        runs = days.mutate(run=(~days.is_event).cast("int64").sum().over(window))
        mine = runs.filter(runs.is_event)
        same = [mine.day_child, mine.run]
        found = mine.mutate(
            previous=mine.day.lag(again.nth - 1).over(group_by=same, order_by=mine.day),
            unbroken=mine.run == 0,
        )
    return found.filter(found.is_event).select("day_child", "day", "previous", "unbroken")


def reading(rows: ir.Table, as_at: date | ir.DateValue) -> ir.StringValue:
    """The reading of each instance as at a day. Filter with `exists` first."""
    day = literal(as_at) if isinstance(as_at, date) else as_at
    stopped = rows.stopped_on.notnull() & (rows.stopped_on <= day)
    ended = rows.ended_on.notnull() & (rows.ended_on <= day)
    return ibis.cases(
        (rows.trouble.notnull(), "cannot_tell"),
        (rows.excuse.notnull() & (rows.excused_on.isnull() | (rows.excused_on <= day)), "not_applicable"),
        (rows.is_window & stopped, (rows.stopped_on <= rows.due_on).fill_null(False).ifelse("late", "met")),
        (rows.is_window & (rows.due_on < day), "met"),
        (rows.is_window & ended, "not_applicable"),
        (rows.is_window, "running"),
        (stopped, (rows.stopped_on <= rows.due_on).ifelse("met", "late")),
        (ended, (rows.ended_on <= rows.due_on).ifelse("not_applicable", "late")),
        (rows.due_on < day, "overdue"),
        (rows.soon_on <= day, "due_soon"),
        else_="running",
    )


def exists(rows: ir.Table, as_at: date | ir.DateValue) -> ir.BooleanValue:
    """An instance counted after the day does not exist yet on that day."""
    return rows.counted_on.isnull() | (rows.counted_on <= as_at)
