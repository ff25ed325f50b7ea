"""Generated journeys: the reference and DuckDB agree row for row, on the nasty dates above all."""

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.definitions.duck import Duck
from tests.definitions.states import parts
from tests.definitions.test_clock_cases import counts_from
from undrift import clocks, drift
from undrift.clocks.definition import Again, Clock
from undrift.clocks.reference import Event, Spell, instances, reading
from undrift.dates import add_months
from undrift.drift import engine as drift_engine
from undrift.drift.definition import Pattern
from undrift.drift.reference import FOREVER, flag_spells
from undrift.drift.words import kinds_of
from undrift.engines.kept import compiled
from undrift.journeys.build import create

NASTY = [
    date(2024, 2, 29), date(2023, 11, 30), date(2023, 8, 31), date(2024, 12, 24), date(2024, 12, 25),
    date(2024, 12, 31), date(2025, 1, 1), date(2024, 3, 29), date(2024, 4, 1), date(2024, 5, 5), date(2024, 5, 6),
]  # fmt: skip
# So few days that they coincide: on each other, and (15 April and 14 May) on the end of twenty working days.
few = st.sampled_from([0, 1, 28, 29, 30, 364, 365, 366]).map(lambda n: date(2024, 4, 15) + timedelta(days=n))
days = st.one_of(
    st.sampled_from(NASTY),
    st.sampled_from(NASTY).flatmap(lambda day: st.integers(-3, 200).map(lambda n: day + timedelta(days=n))),
    st.dates(date(2023, 6, 1), date(2025, 9, 1)),
)


@st.composite
def children(
    draw: st.DrawFn, clock: Clock, days: st.SearchStrategy[date] = days
) -> tuple[list[Event], list[Spell]]:
    """A child with up to two spells and up to six events, each in one of them or in none, and a birth or none."""
    maybe = st.one_of(st.none(), days, days, days, days, days)
    said = {of: words_of(clock, of) for of in ("outcome", "detail")}
    spells = [
        Spell(
            clock.within or "", f"s{n}", draw(maybe), draw(st.one_of(st.none(), days)), draw(said["outcome"]),
            draw(said["detail"]),
        )
        for n in range(draw(st.integers(0, 2)) if clock.within else 0)
    ]  # fmt: skip
    homes = st.sampled_from([None, *(s.id for s in spells)])
    kinds = st.sampled_from(kinds_of_clock(clock))
    events = [
        Event(draw(kinds), draw(maybe), draw(homes), draw(said["outcome"]), draw(said["detail"]))
        for _ in range(draw(st.integers(0, 6)))
    ]
    if clock.aged:
        ages = [clock.aged.at_least, *([clock.aged.under] if clock.aged.under else [])]
        years = st.sampled_from([y for age in ages for y in (age - 1, age, age + 1)])
        birth = st.one_of(st.none(), st.builds(lambda day, y: add_months(day, -12 * y), days, years))
        events += [Event("born", draw(birth))]
    return events, spells


def words_of(clock: Clock, of: str) -> st.SearchStrategy[str | None]:
    clauses = (clock.covers, clock.leaves_out, clock.only, clock.not_applicable)
    named = {word for when in clauses if when and when.of == of for word in when.outcome}
    return st.sampled_from([None, "other", *sorted(named)])


def kinds_of_clock(clock: Clock) -> tuple[str, ...]:
    more = (*clock.starts.unless, clock.starts.since) if isinstance(clock.starts, Again) else ()
    kinds = {*clock.start_kinds, *clock.stop_kinds, *more} - {None}
    return tuple(sorted(kinds)) or ("contact",)  # type: ignore[type-var]


@pytest.fixture(scope="module")
def duck() -> Duck:
    made = Duck()
    made.con.execute("CREATE SCHEMA drift")
    create(made.con, "drift.flag_spells", drift_engine.FLAG_SPELLS)
    return made


generated = settings(max_examples=15)


@pytest.mark.parametrize("clock", clocks.catalogue().values(), ids=lambda card: card.id)
@generated
@given(data=st.data())
def test_a_clock_reads_the_same_on_both_engines(duck: Duck, clock: Clock, data: st.DataObject) -> None:
    family = data.draw(st.lists(children(clock), min_size=1, max_size=25))
    as_at = data.draw(days)
    named = [(f"c{n}", events, spells) for n, (events, spells) in enumerate(family)]
    counted = counts_from(clock) if isinstance(clock.starts, Again) else ""
    dated = [e.on for events, _ in family for e in events if e.kind == counted and e.on]
    duck.give(named)
    duck.run(clock)
    wanted = []
    for child, events, spells in named:
        for i in instances(clock, events, spells, min(dated, default=None)):
            word = reading(clock, i, as_at)
            if word is not None:
                reason = {"cannot_tell": i.trouble, "not_applicable": i.excuse}.get(word)
                told = (str(d or "-") for d in (i.started, i.due, None if i.trouble else i.stopped))
                wanted.append((child, *told, word, reason or ""))
    found = duck.read(as_at)
    if isinstance(
        clock.starts, Again
    ):  # a window that cannot tell still shows the event it could not tell about
        found = [(*row[:3], "-" if row[4] == "cannot_tell" else row[3], *row[4:]) for row in found]
    assert found == sorted(wanted)


@st.composite
def drifting(draw: st.DrawFn, pattern: Pattern) -> tuple[list[Event], list[Spell]]:
    """A child with spells, events and workers of the kinds the pattern reads, on few days, so that they meet."""
    events, spells = (sorted(kinds) for kinds in kinds_of(pattern.state))
    named = {
        word
        for part in parts(pattern.state)
        for word in (*getattr(part, "outcome", ()), *getattr(part, "detail", ()))
    }
    outcome = st.sampled_from([None, "other", *sorted(named)])
    worker = st.sampled_from([None, "A", "B", "C"])
    day = st.one_of(few, few, days)
    maybe = st.one_of(st.none(), *[day] * 7)
    lasted = [
        Spell(
            draw(st.sampled_from(spells)),
            f"s{n}",
            draw(maybe),
            draw(st.one_of(st.none(), day)),
            draw(outcome),
            draw(outcome),
            draw(worker),
        )
        for n in range(draw(st.integers(0, 4)) if spells else 0)
    ]
    happened = [
        Event(
            draw(st.sampled_from(events)),
            draw(maybe),
            None,
            draw(outcome),
            draw(outcome),
            draw(worker),
        )
        for _ in range(draw(st.integers(0, 6)) if events else 0)
    ]
    return happened, lasted


@pytest.mark.parametrize("pattern", drift.catalogue().values(), ids=lambda card: card.id)
@settings(generated, max_examples=6)
@given(data=st.data())
def test_a_flag_is_up_on_the_same_days_on_both_engines(
    duck: Duck, pattern: Pattern, data: st.DataObject
) -> None:
    family = data.draw(st.lists(drifting(pattern), min_size=15, max_size=25))
    named = [(f"c{n}", events, spells) for n, (events, spells) in enumerate(family)]
    duck.give(named)
    duck.con.execute("DELETE FROM drift.flag_spells")
    duck.con.execute("INSERT INTO drift.flag_spells " + flag_sql(pattern.id))
    found = duck.con.execute(
        "SELECT child_id, since, coalesce(until, DATE '9999-12-31'), first_on, last_on FROM drift.flag_spells"
    ).fetchall()
    wanted = [
        (child, f.since, min(f.until, FOREVER), f.first, f.last)
        for child, events, spells in named
        for f in flag_spells(pattern, events, spells)
    ]
    assert sorted(found) == sorted(wanted)


@cache
def flag_sql(pattern_id: str) -> str:
    return compiled(drift_engine.flag_spells, drift.catalogue()[pattern_id])
