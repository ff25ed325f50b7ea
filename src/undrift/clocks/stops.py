"""What stops each start of a clock: the next of its stopping events. Three ways to the same answer, by what the card is.

A clock that opens with a spell has one start a spell, so its stops are joined to it. A clock that its own event starts
again has starts and stops in one row of days, so each looks at the next. Any other takes starts and stops in one pass,
in order.
"""

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.clocks.definition import CLOSING, Clock, Opens

BETWEEN = "\x1f"  # a character no record holds
FOUND = ("stop_on", "stop_key", "stop_team", "any_before")
"""Columns added to the starts: the next stop's day, row and team; whether what stops it came before the start."""


def said(on: ir.Value, key: ir.Value, team: ir.Value) -> ir.StringValue:
    """Day, key and team in one text, so that the least is the next."""
    return on.cast("string") + BETWEEN + key + BETWEEN + team.fill_null("")


def answers_itself(clock: Clock) -> bool:
    """The events that start it are exactly those that stop it, in one spell: each day's event answers the day before."""
    return clock.restarts and clock.within is not None and {*clock.start_kinds} == {*clock.stop_kinds}


def own_end(beats: ir.Table) -> ir.Table:
    """The clock stops as its spell closes; a close before the start is told of as that, not as an earlier stop."""
    stop_on = (beats.ended_on >= beats.started_on).ifelse(beats.ended_on, ibis.null("date"))
    return beats.mutate(
        stop_on=stop_on, stop_key=beats.source_key, stop_team=beats.team_id, any_before=literal(False)
    )


def joined(clock: Clock, beats: ir.Table, stops: ir.Table) -> ir.Table:
    """For one start a spell. stops: who, home, on, stop (see `said`)."""
    starts = beats.filter(beats.started_on.notnull()).select(
        start_who="child_id", start_home="spell_id", start_on="started_on"
    )
    met = starts.inner_join(
        stops, (starts.start_home == stops.home) & starts.start_who.identical_to(stops.who)
    )
    comes_after = met.on >= met.start_on
    each = met.group_by("start_who", "start_home", "start_on").agg(
        next_stop=met.stop.min(where=comes_after),
        stop_before=met.stop.max(where=~comes_after)
        if clock.may_precede
        else met.stop.min(where=~comes_after),
    )
    found = beats.left_join(
        each,
        (beats.spell_id == each.start_home)
        & (beats.started_on == each.start_on)
        & beats.child_id.identical_to(each.start_who),
    ).select(*beats.columns, "next_stop", "stop_before")
    return taken_apart(clock, found)


def next_day(beats: ir.Table) -> ir.Table:
    """For a clock that answers itself: the next row that is an event, an opening coming before an event of its day."""
    window = ibis.window(
        group_by=[beats.child_id, beats.spell_id], order_by=[beats.started_on, beats.opens.ifelse(0, 1)]
    )
    # A spell opens once, so at most one row between two of its events is no event.
    opening_next = beats.opens.lead().over(window).fill_null(False)

    def following(name: str) -> ir.Value:
        return opening_next.ifelse(beats[name].lead(2).over(window), beats[name].lead().over(window))

    return beats.mutate(
        stop_on=following("started_on"), stop_key=following("source_key"), stop_team=following("team_id"),
        any_before=literal(False),
    )  # fmt: skip


def in_order(clock: Clock, beats: ir.Table, stops: ir.Table) -> ir.Table:
    """Every start beside the next stop: one ordered pass over starts and stops together, however many there are."""
    home = "child_id" if clock.within is None else "spell_id"
    nothing = {name: ibis.null(kind) for name, kind in beats.schema().items()}
    marks = beats.mutate(
        who=beats.child_id, home=beats[home], on=beats.started_on, turn=beats.opens.ifelse(0, 2),
        stop=ibis.null("string"),
    )  # fmt: skip
    marks = marks.union(
        stops.select(**nothing, who=stops.who, home=stops.home, on=stops.on, turn=literal(1), stop=stops.stop)
    )
    # On one day an opening comes before what may stop it, and an event that restarts the clock after.
    same, order = [marks.who, marks.home], [marks.on, marks.turn]
    following = ibis.window(group_by=same, order_by=order, preceding=0, following=None)
    before = ibis.window(group_by=same, order_by=order, preceding=None, following=0)
    last = marks.stop.max() if clock.may_precede else marks.stop.min()
    seen = marks.mutate(next_stop=marks.stop.min().over(following), stop_before=last.over(before))
    return taken_apart(clock, seen.filter(seen.turn != 1))


def taken_apart(clock: Clock, rows: ir.Table) -> ir.Table:
    """FOUND, from the texts next_stop and stop_before."""
    stop = ibis.coalesce(rows.stop_before, rows.next_stop) if clock.may_precede else rows.next_stop
    parts = rows.mutate(parts=stop.split(BETWEEN))
    return parts.mutate(
        stop_on=parts.parts[0].cast("date"),
        stop_key=parts.parts[1],
        stop_team=parts.parts[2].nullif(""),
        any_before=literal(False) if clock.may_precede else parts.stop_before.notnull(),
    ).drop("parts")


def beside(clock: Clock, beats: ir.Table, stops: ir.Table) -> ir.Table:
    """The starts, each with FOUND."""
    if isinstance(clock.starts, Opens):
        return own_end(beats) if clock.stops == CLOSING else joined(clock, beats, stops)
    return in_order(clock, beats, stops)
