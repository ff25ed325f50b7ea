"""From a pattern card to one set-based query: every time its flag was up, over a whole authority."""

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.drift.definition import (
    DISTINCT,
    All,
    Distinct,
    Either,
    End,
    Ended,
    Followed,
    Happened,
    Lasting,
    Mark,
    On,
    Open,
    Pattern,
    Quiet,
    Start,
    State,
    Unless,
)
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
    "trigger": "string",  # what raised it: a kind of event, or the start or end of a kind of spell
    "n": "int64",  # how many, where the pattern counts
    "source_table": "string",
    "source_key": "string",
}
stored = table("flag_spells", FLAG_SPELLS, "drift")
_FOREVER = "9999-12-31"
_BETWEEN = "\x1f"  # a character no record holds
_FACTS = ("team_id", "first_on", "last_on", "trigger", "n", "source_table", "source_key")
_SPAN = ("child_id", "since", "until", *_FACTS)
_MARK = (
    "child_id",
    "team_id",
    "worker_id",
    "on_date",
    "detail",
    "trigger",
    "home_ends",
    "source_table",
    "source_key",
)


def flag_spells(pattern: Pattern) -> ir.Table:
    """Columns as FLAG_SPELLS; overlapping times of one child joined, the earliest one's facts kept."""
    one = _joined(spans(pattern.state), [])
    until = (one.until == _forever()).ifelse(ibis.null("date"), one.until)
    given = {"pattern_id": literal(pattern.id), "until": until}
    return one.select(
        **{
            name: (given[name] if name in given else one[name]).cast(kind)
            for name, kind in FLAG_SPELLS.items()
        }
    )


def spans(state: State) -> ir.Table:
    """The times a state holds: child_id, since, until (the last day plus one), and the facts."""
    match state:
        case Happened():
            rows = _happened(state)
        case Open():
            rows = _opened(state)
        case Quiet():
            rows = _quiet(state)
        case Ended():
            rows = _ended(state)
        case Followed():
            rows = _followed(state)
        case Distinct():
            rows = _distinct(state)
        case Lasting(inner, limit):
            longer = with_date_after(spans(inner).rename(begun="since"), "begun", limit, "since")
            rows = longer
        case All(states):
            rows = _sweep([(spans(inner), 1) for inner in states], len(states))
        case Either(states):
            first, *rest = (spans(inner) for inner in states)
            rows = first.union(*rest) if rest else first
        case Unless(inner, but):
            rows = _sweep([(spans(inner), 1), (spans(but), -1)], 1)
    held = rows.filter(rows.since < rows.until).select(*_SPAN)
    return held.cast({"since": "date", "until": "date", "n": "int64"})


def _forever() -> ir.DateValue:
    return literal(_FOREVER).cast("date")


def _valid(kinds: tuple[str, ...], outcome: tuple[str, ...] = ()) -> ir.Table:
    """Spells of these kinds that can be placed in time: a start, and no end before it."""
    s = spells
    chosen = (
        s.kind.isin(kinds) & s.started_on.notnull() & (s.ended_on.isnull() | (s.ended_on >= s.started_on))
    )
    return s.filter(chosen & s.outcome.isin(outcome) if outcome else chosen)


def _marks(marks: tuple[Mark, ...]) -> ir.Table:
    """Columns as _MARK: every day one of these marks falls on; home_ends only where a spell starts."""
    plain = tuple(
        mark.kind for mark in marks if isinstance(mark, On) and not mark.outcome and not mark.detail
    )
    found = [_events(events.kind.isin(plain))] if plain else []
    for mark in marks:
        match mark:
            case On(kind, outcome, detail) if outcome or detail:
                chosen = events.kind == kind
                chosen = chosen & events.outcome.isin(outcome) if outcome else chosen
                found.append(_events(chosen & events.detail.isin(detail) if detail else chosen))
            case Start(kind, outcome):
                s = _valid((kind,), outcome)
                found.append(
                    _edges(s, s.started_on, f"start of {kind}", ibis.coalesce(s.ended_on, _forever()))
                )
            case End(kind, outcome):
                s = _valid((kind,), outcome)
                s = s.filter(s.ended_on.notnull())
                found.append(_edges(s, s.ended_on, f"end of {kind}", ibis.null("date")))
            case _:
                pass
    first, *rest = found
    return first.union(*rest) if rest else first


def _events(chosen: ir.BooleanValue) -> ir.Table:
    e = events.filter(chosen & events.on_date.notnull())
    return e.select(**{name: e[name] for name in _MARK if name in e.columns},
                    trigger=e.kind, home_ends=ibis.null("date")).select(*_MARK)  # fmt: skip


def _edges(s: ir.Table, day: ir.DateValue, trigger: str, ends: ir.DateValue) -> ir.Table:
    given = {"on_date": day, "trigger": literal(trigger), "home_ends": ends.cast("date")}
    return s.select(**{name: given[name] if name in given else s[name] for name in _MARK})


def _inside(rows: ir.Table, within: tuple[str, ...], *, last_day: bool = False) -> ir.Table:
    """The marks, each in every spell of these kinds that holds its day; `last_day` counts the day it ends too."""
    s = _valid(within).select(
        home_child="child_id", home="spell_id", home_starts="started_on", home_until="ended_on"
    )
    before_end = rows.on_date <= s.home_until if last_day else rows.on_date < s.home_until
    held = rows.inner_join(
        s,
        (rows.child_id == s.home_child)
        & (s.home_starts <= rows.on_date)
        & (s.home_until.isnull() | before_end),
    )
    return held.select(*rows.columns, "home", "home_starts", "home_until")


def _happened(state: Happened) -> ir.Table:
    rows = _marks(state.marks).mutate(clears=literal(False))
    if state.cleared_by:
        rows = rows.union(_marks(state.cleared_by).mutate(clears=literal(True)))
    if state.within:
        marks = _inside(rows, state.within)
    else:
        marks = rows.mutate(home=literal(""), home_until=ibis.null("date"))
    same = [marks.child_id, marks.home]
    in_order = [marks.on_date, marks.clears.asc(), marks.source_key]
    # A clearing mark answers every mark up to and including its own day, so on one day it comes last.
    clear_day = ibis.ifelse(marks.clears, marks.on_date, ibis.null("date"))
    cleared = marks.mutate(
        group=marks.clears.cast("int64").sum().over(ibis.cumulative_window(group_by=same, order_by=in_order)),
        next_clear=clear_day.min().over(
            ibis.window(group_by=same, order_by=in_order, preceding=0, following=None)
        ),
        any_clear=clear_day.min().over(group_by=same),
    )
    triggers = cleared.filter(~cleared.clears)
    run = [triggers.child_id, triggers.home] + ([] if state.for_good else [triggers.group])
    order = [triggers.on_date, triggers.source_key]

    def back(n: int) -> ir.DateValue:
        return triggers.on_date.lag(n).over(group_by=run, order_by=order) if n else triggers.on_date

    counted = triggers.mutate(first_on=back(state.needs - 1), one_back=back(1), two_back=back(2))
    enough = counted.filter(counted.first_on.notnull())
    if state.closing_in:
        last, before = (
            enough.on_date.delta(enough.one_back, unit="day"),
            enough.one_back.delta(enough.two_back, unit="day"),
        )
        enough = enough.filter(last < before)
    grown = with_date_after(enough, "on_date", state.grace, "since") if state.grace else enough.mutate(
        since=enough.on_date
    )  # fmt: skip
    answered = grown.any_clear if state.for_good else grown.next_clear
    ends = [ibis.coalesce(grown.home_until, _forever()), ibis.coalesce(answered, _forever())]
    if state.window:
        ends.append(later(grown.first_on, state.window))
    return grown.mutate(until=ibis.least(*ends), last_on=grown.on_date, n=literal(state.needs))


def _opened(state: Open) -> ir.Table:
    s = _valid(state.spells, state.outcome)
    return s.mutate(
        since=s.started_on, until=ibis.coalesce(s.ended_on, _forever()), first_on=s.started_on,
        last_on=s.started_on, trigger=literal("start of ") + s.kind, n=literal(1),
    )  # fmt: skip


def _quiet(state: Quiet) -> ir.Table:
    """One span from the opening, and one from each day with a mark, to the next such day or the end of the spell."""
    inside = _inside(_marks(state.marks), state.within).mutate(turn=literal(1))
    s = _valid(state.within)
    began = {
        "on_date": s.started_on,
        "trigger": literal("start of ") + s.kind,
        "home_ends": ibis.null("date"),
        "home": s.spell_id,
        "home_starts": s.started_on,
        "home_until": s.ended_on,
        "turn": literal(0),
    }
    opening = s.select(**{name: began[name] if name in began else s[name] for name in inside.columns})
    both = inside.union(opening)
    # The opening does not hide a mark of the same day: the mark is what happened last.
    nth = ibis.row_number().over(
        group_by=[both.child_id, both.home, both.on_date], order_by=[both.turn.desc(), both.source_key]
    )
    days = both.mutate(nth=nth).filter(lambda t: t.nth == 0)
    after = days.on_date.lead().over(group_by=[days.child_id, days.home], order_by=days.on_date)
    gaps = days.mutate(after=after)
    return gaps.mutate(
        since=gaps.on_date, until=ibis.coalesce(gaps.after, gaps.home_until, _forever()),
        first_on=gaps.home_starts, last_on=gaps.on_date, n=literal(1),
    )  # fmt: skip


def _ended(state: Ended) -> ir.Table:
    s = _valid((state.spell,), state.outcome)
    s = s.filter(s.ended_on.notnull())
    if state.under:
        s = with_date_after(s, "started_on", state.under, "too_long")
        s = s.filter(s.ended_on < s.too_long)
    if state.without:
        held = _inside(_marks(state.without), (state.spell,), last_day=True)
        s = s.anti_join(held.select(held_home="home").distinct(), s.spell_id == held.home)
    s = with_date_after(s.rename(since="ended_on"), "since", state.shown, "until")
    return s.mutate(
        first_on=s.started_on, last_on=s.since, trigger=literal(f"end of {state.spell}"), n=literal(1)
    )


def _followed(state: Followed) -> ir.Table:
    """Each later mark beside the latest earlier one, in one ordered pass; on one day the later mark comes first."""
    roles = [(state.then, 0), (state.first, 1), *([(state.unless, 2)] if state.unless else [])]
    parts = [_marks(marks).mutate(turn=literal(turn)) for marks, turn in roles]
    rows = parts[0].union(*parts[1:])
    said = rows.on_date.cast("string") + _BETWEEN + rows.worker_id.fill_null("")
    rows = rows.mutate(
        opens=(rows.turn == 1).ifelse(said, ibis.null("string")),
        breaks=(rows.turn == 2).ifelse(rows.on_date, ibis.null("date")),
    )
    same = [rows.child_id, *([rows.detail] if state.same else [])]
    before = ibis.window(
        group_by=same, order_by=[rows.on_date, rows.turn, rows.source_key], preceding=None, following=0
    )
    seen = rows.mutate(opened=rows.opens.max().over(before), broken=rows.breaks.max().over(before))
    pairs = seen.filter((seen.turn == 0) & seen.opened.notnull())
    pairs = pairs.mutate(
        first_on=pairs.opened.split(_BETWEEN)[0].cast("date"),
        earlier_worker=pairs.opened.split(_BETWEEN)[1].nullif(""),
    )
    pairs = with_date_after(pairs, "first_on", state.within, "reach")
    kept = (pairs.on_date <= pairs.reach) & (pairs.broken.isnull() | (pairs.broken < pairs.first_on))
    if state.same:
        kept = kept & pairs.detail.notnull()
    if state.by_another:
        kept = kept & (pairs.earlier_worker != pairs.worker_id).fill_null(False)
    found = pairs.filter(kept).rename(since="on_date")
    found = with_date_after(found, "since", state.shown, "until") if state.shown else found.mutate(
        until=ibis.coalesce(found.home_ends, _forever())
    )  # fmt: skip
    return found.mutate(last_on=found.since, n=literal(2))


def _distinct(state: Distinct) -> ir.Table:
    """Each one counts from its first day until `window` after its last; the running sum of those is the count."""
    counted = _counted(state)
    if state.cleared_by:
        counted = _cleared(counted, state.cleared_by)
    # Few children ever have so many: the sweep need not carry the others.
    labels = counted.group_by("child_id").agg(labels=counted.label.nunique())
    counted = counted.semi_join(labels.filter(labels.labels >= state.n), "child_id")
    many = _at_least(
        _joined(counted, ["label"]).mutate(sign=literal(1), leads=literal(True)), state.n, counts=True
    )
    return _sweep([(many, 1), (spans(Open(state.within)), 1)], 2) if state.within else many


def _counted(state: Distinct) -> ir.Table:
    """Each time something counts, with the label it is told apart by."""
    held = DISTINCT[state.of]
    if isinstance(held, On):
        rows = _marks((held,)).rename(since="on_date", label="detail")
        rows = with_date_after(rows.filter(rows.label.notnull()), "since", state.window, "until")
        return rows.mutate(first_on=rows.since, last_on=rows.since, n=literal(1))
    s = _valid((held.spell,))
    s = s.mutate(label=_label(s, state.of))
    s = with_date_after(s.filter(s.label.notnull()), "ended_on", state.window, "reach")
    return s.mutate(
        since=s.started_on, until=ibis.coalesce(s.reach, _forever()), first_on=s.started_on,
        last_on=s.started_on, trigger=literal("start of ") + s.kind, n=literal(1),
    )  # fmt: skip


def _label(s: ir.Table, of: str) -> ir.StringValue:
    return {"social workers": s.worker_id, "carers": s.detail}.get(of, s.source_key)


def _cleared(counted: ir.Table, marks: tuple[Mark, ...]) -> ir.Table:
    """The same, each ended by the first clearing mark on or after the day it began."""
    shape = (*_SPAN, "label")
    clears = _marks(marks)
    kinds = {**FLAG_SPELLS, "label": "string"}
    given = {"child_id": clears.child_id, "since": clears.on_date}
    rows = counted.select(**{name: counted[name].cast(kinds[name]) for name in shape}, clears=literal(False)).union(
        clears.select(
            **{name: given.get(name, ibis.null(kinds[name])).cast(kinds[name]) for name in shape},
            clears=literal(True),
        )
    )  # fmt: skip
    day = rows.clears.ifelse(rows.since, ibis.null("date"))
    order = [rows.since, rows.clears.asc(), rows.source_key]
    following = ibis.window(group_by=rows.child_id, order_by=order, preceding=0, following=None)
    told = rows.mutate(answered=ibis.coalesce(day.min().over(following), _forever()))
    found = told.filter(~told.clears)
    found = found.mutate(until=ibis.least(found.until, found.answered))
    return found.filter(found.since < found.until)


def _sweep(parts: list[tuple[ir.Table, int]], n: int) -> ir.Table:
    """The times at least n of the parts hold; one of sign -1 takes one away. The first part gives the facts."""
    labelled = [
        _joined(rows, []).mutate(sign=literal(sign), leads=literal(place == 0))
        for place, (rows, sign) in enumerate(parts)
    ]
    return _at_least(labelled[0].union(*labelled[1:]), n)


def _at_least(rows: ir.Table, n: int, *, counts: bool = False) -> ir.Table:
    """One pass over starts and stops: the running sum, and the spans on which it is n or more.

    Facts are those of the leading row that began last; with the leading rows of one label never overlapping, that is
    the one that holds. counts: how many hold is itself a fact.
    """
    facts = rows.since.cast("string")
    for name in _FACTS:
        facts = facts + _BETWEEN + rows[name].cast("string").fill_null("")
    begun = rows.select("child_id", day=rows.since, step=rows.sign,
                        facts=rows.leads.ifelse(facts, ibis.null("string")))  # fmt: skip
    over = rows.select("child_id", day=rows.until, step=-rows.sign, facts=ibis.null("string"))
    steps = begun.union(over)
    days = steps.group_by("child_id", "day").agg(step=steps.step.sum(), facts=steps.facts.max())
    so_far = ibis.cumulative_window(group_by=days.child_id, order_by=days.day)
    held = days.mutate(
        total=days.step.sum().over(so_far),
        told=days.facts.max().over(so_far),
        until=days.day.lead().over(group_by=days.child_id, order_by=days.day),
    )
    up = held.filter((held.total >= n) & held.until.notnull())
    said = up.told.split(_BETWEEN)
    kinds = {name: FLAG_SPELLS[name] for name in _FACTS}
    facts_of = {name: said[place].nullif("").cast(kinds[name]) for place, name in enumerate(_FACTS, start=1)}
    return up.select(
        "child_id", "until", since=up.day, **(facts_of | ({"n": up.total} if counts else {}))
    ).select(*_SPAN)  # fmt: skip


def _joined(rows: ir.Table, by: list[str]) -> ir.Table:
    """Overlapping or touching times of one child (and label) become one: a new one starts where none reaches it."""
    same = ["child_id", *by]
    order = ["since", "until", "first_on", "source_key"]
    before = ibis.window(
        group_by=[rows[x] for x in same], order_by=[rows[x] for x in order], preceding=(None, 1)
    )
    reach = rows.mutate(reached=rows.until.max().over(before))
    fresh = reach.mutate(fresh=(reach.reached.isnull() | (reach.since > reach.reached)).cast("int64"))
    island = fresh.mutate(
        island=fresh.fresh.sum().over(
            ibis.cumulative_window(group_by=[fresh[x] for x in same], order_by=[fresh[x] for x in order])
        )
    )
    whole = [*(island[x] for x in same), island.island]
    ranked = island.mutate(
        nth=ibis.row_number().over(group_by=whole, order_by=[island[x] for x in order]),
        falls=island.until.max().over(ibis.window(group_by=whole)),
    )
    one = ranked.filter(ranked.nth == 0)
    return one.select(*same, "since", *_FACTS, until=one.falls)
