"""What every card must be, held over all of them: cited, cased, and no clause that could be taken away unseen."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.definitions.states import changed, parts
from tests.definitions.test_clock_cases import by_reference, expected
from tests.definitions.test_measure_cases import by_reference as counted
from tests.definitions.test_measure_cases import expected as wanted
from tests.definitions.test_measure_cases import told
from tests.definitions.test_pattern_cases import up_by_reference
from undrift import clocks, drift, measures
from undrift.clocks.cases import cases
from undrift.clocks.definition import CLOSING, Again, Clock, Each, Opens, Sense, When
from undrift.drift.cases import cases as pattern_cases
from undrift.drift.cases import expected_since
from undrift.drift.definition import Pattern
from undrift.drift.words import kinds_of, rule_in_words
from undrift.engines.limits import Limit, calendar_days
from undrift.journeys.tables import EVENT_KINDS, SPELL_KINDS
from undrift.measures.cases import cases as measure_cases
from undrift.measures.definition import Flagged, HasFlag, InTime, Is, Measure, NotHeld
from undrift.measures.facts import FACTS

CLOCKS = list(clocks.catalogue().values())
PATTERNS = list(drift.catalogue().values())
MEASURES = list(measures.catalogue().values())
every_clock = pytest.mark.parametrize("clock", CLOCKS, ids=lambda card: card.id)
every_pattern = pytest.mark.parametrize("pattern", PATTERNS, ids=lambda card: card.id)
every_measure = pytest.mark.parametrize("measure", MEASURES, ids=lambda card: card.id)


def test_there_are_cards_to_hold() -> None:
    assert len(CLOCKS) >= 58
    assert len(PATTERNS) >= 3
    assert len({card.id for card in PATTERNS}) == len(PATTERNS)


@pytest.mark.parametrize("card", [*CLOCKS, *PATTERNS, *MEASURES], ids=lambda card: card.id)
def test_a_card_asks_a_question_and_cites_a_place(card: Clock | Pattern | Measure) -> None:
    assert card.question.endswith("?")
    assert card.cites
    for cite in card.cites:
        assert cite.place, f"{cite.source}: a citation says where in the document"
        assert cite.requires


@every_clock
def test_a_clock_is_made_of_known_words(clock: Clock) -> None:
    assert {*clock.start_kinds, *clock.stop_kinds} <= set(EVENT_KINDS)
    assert clock.within is None or clock.within in SPELL_KINDS
    if isinstance(clock.starts, Again):
        assert {*clock.starts.unless, *([clock.starts.since] if clock.starts.since else [])} <= set(
            EVENT_KINDS
        )
        assert clock.stop_kinds == clock.start_kinds
    assert not (clock.by_day and clock.within is None), "by day means by the spell that holds the day"


@every_clock
def test_a_clock_has_a_case_for_each_reading(clock: Clock) -> None:
    shown = {word for case in cases(clock.cases) for word in case.expected["reading"]}
    assert shown == set(clock.readings)


@every_clock
def test_a_clock_has_a_case_on_the_limit_and_one_past_it(clock: Clock) -> None:
    gaps = set()
    for case in cases(clock.cases):
        stops = sorted([e.on for e in case.events if e.on] + [s.ended for s in case.spells if s.ended])
        dues = [due for due in case.expected["due"] if due != "-"]
        gaps |= {(stop.isoformat() > due, stop.isoformat() == due) for stop in stops for due in dues}
    if (
        clock.limit.n == 0 and clock.stops == CLOSING
    ):  # a spell of no days at all leaves nothing to be in time with
        gaps.add((False, True))
    assert (False, True) in gaps, "no case stops on the very limit"
    assert (True, False) in gaps, "no case stops past the limit"


@every_clock
def test_a_clock_has_a_case_with_nothing_recorded_and_one_in_an_impossible_order(clock: Clock) -> None:
    given = cases(clock.cases)
    assert any(
        e.on is None for case in given for e in case.events
    ) or any(s.started is None for case in given for s in case.spells)  # fmt: skip
    if "cannot_tell" in clock.readings and clock.within is not None and can_be_impossible(clock):
        impossible = [
            case for case in given for s in case.spells
            if s.started and (
                (s.ended and s.ended < s.started)
                or any(e.on and (e.on < s.started or (s.ended and e.on > s.ended)) for e in case.events)
            )
        ]  # fmt: skip
        assert any("cannot_tell" in case.expected["reading"] for case in impossible)


def can_be_impossible(clock: Clock) -> bool:
    """An event that belongs to the spell holding its day is never outside it."""
    return not clock.by_day or isinstance(clock.starts, Opens) or getattr(clock.starts, "and_opening", False)


class Weekdays(Limit):
    """So many days of Monday to Friday, bank holidays and all."""

    def after(self, start: date) -> date:
        day, left = start, self.n
        while left:
            day += timedelta(days=1)
            left -= day.weekday() < 5
        return day


def shifted(limit: Limit, by: int) -> Limit:
    return replace(limit, n=limit.n + by)


def without_each_clause(clock: Clock) -> Iterator[tuple[str, Clock]]:
    """The clock with one clause changed at a time."""
    yield "a limit one longer", replace(clock, limit=shifted(clock.limit, 1))
    if clock.limit.n > 0:
        yield "a limit one shorter", replace(clock, limit=shifted(clock.limit, -1))
    if clock.limit.unit in ("working_days", "months", "weeks") and clock.limit.n:
        days = {"working_days": 1, "weeks": 7, "months": 30}[clock.limit.unit]
        yield "plain days for its unit", replace(clock, limit=calendar_days(clock.limit.n * days + 1))
    if clock.limit.unit == "working_days" and clock.limit.n:
        yield "weekdays alone", replace(clock, limit=Weekdays(clock.limit.n, "working_days"))
    for clause in ("not_applicable", "only", "leaves_out", "covers"):
        held = getattr(clock, clause)
        if held is not None:
            yield from without_each_word(clock, clause, held)
    for clause in ("by_day", "may_precede", "outlives_spell"):
        if getattr(clock, clause):
            yield f"without {clause}", replace(clock, **{clause: False})
    if clock.ends_with_spell:
        yield "outliving its spell", replace(clock, outlives_spell=True)
    if len(clock.stop_kinds) > 1:
        for kind in clock.stop_kinds:
            yield (
                f"not stopped by {kind}",
                replace(clock, stops=tuple(k for k in clock.stop_kinds if k != kind)),
            )
    if clock.aged:
        aged = clock.aged
        if aged.at_least:
            yield "a year younger", replace(clock, aged=replace(aged, at_least=aged.at_least - 1))
            yield "a year older", replace(clock, aged=replace(aged, at_least=aged.at_least + 1))
        if aged.under is not None:
            yield "to a year younger", replace(clock, aged=replace(aged, under=aged.under - 1))
            yield "to a year older", replace(clock, aged=replace(aged, under=aged.under + 1))
    if clock.in_force:
        yield "in force a day sooner", replace(clock, in_force=clock.in_force - timedelta(days=1))
        yield "in force a day later", replace(clock, in_force=clock.in_force + timedelta(days=1))
    for place, (until, limit) in enumerate(clock.formerly):
        for words, other in (
            ("a day sooner", (until - timedelta(days=1), limit)),
            ("a day later", (until + timedelta(days=1), limit)),
            ("one longer", (until, shifted(limit, 1))),
        ):
            formerly = (*clock.formerly[:place], other, *clock.formerly[place + 1 :])
            yield f"an earlier limit {words}", replace(clock, formerly=formerly)
    if clock.sense != "deadline":
        other: Sense = {"flag": "deadline", "minimum": "short", "short": "minimum"}[clock.sense]  # type: ignore[assignment]
        yield f"as a {other}", replace(clock, sense=other)
    yield from with_other_starts(clock)


def without_each_word(clock: Clock, clause: str, held: When) -> Iterator[tuple[str, Clock]]:
    yield f"without {clause}", replace(clock, **{clause: None})
    for outcome in held.outcome if len(held.outcome) > 1 or clause != "covers" else ():
        rest = tuple(o for o in held.outcome if o != outcome)
        yield f"{clause} without {outcome}", replace(clock, **{clause: replace(held, outcome=rest)})
    if clause == "not_applicable" and clock.within is not None:  # else there is no end to know it by
        yield (
            f"{clause} known at another time",
            replace(clock, **{clause: replace(held, at_end=not held.at_end)}),
        )
    for name in ("after", "before"):
        limit = getattr(held, name)
        if limit is not None:
            yield f"{clause} with no {name}", replace(clock, **{clause: replace(held, **{name: None})})
            longer = replace(held, **{name: shifted(limit, 1)})
            yield f"{clause} {name} longer", replace(clock, **{clause: longer})


def with_other_starts(clock: Clock) -> Iterator[tuple[str, Clock]]:
    if isinstance(clock.starts, Each):
        each = clock.starts
        if each.and_opening:
            yield "not from the opening", replace(clock, starts=replace(each, and_opening=False))
        elif each.within and not (clock.covers and clock.covers.after):
            yield "also from the opening", replace(clock, starts=replace(each, and_opening=True))
        if each.first > 1:
            yield "from one event sooner", replace(clock, starts=replace(each, first=each.first - 1))
        if each.last is not None:
            yield "with no last event", replace(clock, starts=replace(each, last=None))
        for kind in each.also:
            rest = tuple(k for k in each.also if k != kind)
            yield f"not started by {kind}", replace(clock, starts=replace(each, also=rest))
    if isinstance(clock.starts, Opens):
        yield "stopped by something else", replace(clock, stops="nothing")
    if isinstance(clock.starts, Again):
        again = clock.starts
        if not again.since:
            yield "one more inside", replace(clock, starts=replace(again, nth=again.nth + 1))
        if again.nth > 2:
            yield "one fewer inside", replace(clock, starts=replace(again, nth=again.nth - 1))
        for kind in again.unless:
            rest = tuple(k for k in again.unless if k != kind)
            yield f"whatever {kind} comes between", replace(clock, starts=replace(again, unless=rest))
        if again.since:
            yield "since any of its own kind", replace(clock, starts=replace(again, since=None))


@every_clock
def test_every_clause_of_a_clock_bears_load(clock: Clock) -> None:
    given = cases(clock.cases)
    idle = [
        words
        for words, changed in without_each_clause(clock)
        if all(by_reference(changed, case) == expected(case) for case in given)
    ]
    assert not idle, f"no case notices: {idle}"


@every_pattern
def test_every_clause_of_a_pattern_bears_load(pattern: Pattern) -> None:
    given = pattern_cases(pattern.cases)
    idle = [
        words
        for words, state in changed(pattern.state)
        if all(up_by_reference(replace(pattern, state=state), case) == expected_since(case) for case in given)
    ]
    assert not idle, f"no case notices: {idle}"


@every_pattern
def test_a_pattern_says_what_it_cannot_see_and_never_scores(pattern: Pattern) -> None:
    assert pattern.blind_to
    assert pattern.why_it_matters
    assert pattern.whom
    assert pattern.since_when
    events, spells = kinds_of(pattern.state)
    assert events <= set(EVENT_KINDS)
    assert spells <= set(SPELL_KINDS)
    rule = rule_in_words(pattern.state)
    assert "  " not in rule
    assert "{" not in rule
    said = pattern.words.format(
        first="1 May 2026", last="2 May 2026", since="3 May 2026", what="a new social worker", n=3
    )
    assert "{" not in said
    for word in ("score", "risk level", "likely", "predict"):
        assert word not in said.lower()


@every_pattern
def test_a_pattern_has_a_case_the_day_before_its_flag_goes_up(pattern: Pattern) -> None:
    given = pattern_cases(pattern.cases)
    up = {expected_since(case) for case in given} - {None}
    down = {case.as_at for case in given if expected_since(case) is None}
    assert any(since is not None and since - timedelta(days=1) in down for since in up)


@every_measure
def test_a_measure_counts_something_there_is(measure: Measure) -> None:
    match measure.counts:
        case InTime() as counts:
            assert set(counts.counted) <= set(clocks.catalogue())
        case Flagged() as counts:
            assert counts.pattern in drift.catalogue()
            assert set(counts.of) <= set(SPELL_KINDS)
        case NotHeld():
            assert "Not counted yet" in measure.definition
        case counts:
            assert set(measure.facts) <= set(FACTS)
            for part in parts(counts):
                if isinstance(part, Is):
                    assert any(part.column in FACTS[fact].schema for fact in measure.facts), part.column
                if isinstance(part, HasFlag):
                    assert part.pattern in drift.catalogue()
    assert measure.opens in ("", *drift.catalogue())


@every_measure
def test_every_clause_of_a_measure_bears_load(measure: Measure) -> None:
    if not measure.facts:
        return
    given = measure_cases(measure)

    def noticed(counts: Any) -> bool:
        other = replace(measure, counts=counts)
        return any(told(other, case, counted(other, case)) != wanted(measure, case) for case in given)

    idle = [words for words, counts in changed(measure.counts) if not noticed(counts)]
    assert not idle, f"no case notices: {idle}"
