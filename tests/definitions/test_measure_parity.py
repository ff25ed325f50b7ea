"""Generated readings, flags and facts: the reference and DuckDB count the same, on the nasty dates above all.

One card for each kind of counting there is: the sort of count, the tests it asks, and the sorts of day they are about.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.definitions.duck import Duck
from tests.definitions.states import parts
from tests.definitions.test_measure_cases import HELD, PEOPLE, duck
from tests.definitions.test_parity import NASTY
from undrift import measures
from undrift.clocks import catalogue as clocks
from undrift.clocks.engine import INSTANCES
from undrift.clocks.reference import Instance, Spell
from undrift.dates import add_months
from undrift.drift.reference import FOREVER, FlagSpell
from undrift.engines.kept import compiled
from undrift.measures import engine, results
from undrift.measures.definition import (
    Aged,
    AlsoIn,
    Between,
    Flagged,
    HasFlag,
    InTime,
    Is,
    Lasted,
    Measure,
    Row,
    Share,
)
from undrift.measures.facts import FACTS
from undrift.measures.reference import Facts, Sums, flagged, in_time, of_facts, value

__all__ = ["duck"]  # the tables of the measures, made once a module

AS_AT = date(2024, 12, 31)
MONTHS = [add_months(date(2023, 10, 1), n) for n in range(15)]
ARROW = {"date": pa.date32(), "string": pa.string(), "int64": pa.int64(), "float64": pa.float64()}
days = st.one_of(
    st.sampled_from(NASTY),
    st.sampled_from(NASTY).flatmap(lambda day: st.integers(-35, 35).map(lambda n: day + timedelta(days=n))),
    st.dates(date(2023, 9, 1), date(2024, 12, 31)),
)
maybe = st.one_of(st.none(), days, days, days)


def kind(measure: Measure) -> tuple[Any, ...]:
    """What tells one kind of counting from another."""
    counts = measure.counts
    if isinstance(counts, InTime):
        return (InTime, counts.by, counts.share, clocks()[counts.clocks[0]].is_window)
    if isinstance(counts, Flagged):
        return (Flagged, bool(counts.of), len(counts.of) > 1)
    said = [
        (type(part), getattr(part, "column", "") if isinstance(part, AlsoIn) else "", _bounds(part))
        for part in parts(counts)
        if type(part).__name__ not in ("Limit",)
    ]
    how = [
        (getattr(part, "each", ""), bool(getattr(part, "weigh", "")), getattr(part, "how", ""))
        for part in parts(counts)
    ]
    return (type(counts), tuple(FACTS[name].lasts for name in measure.facts), tuple(said), tuple(how))


def _bounds(part: object) -> tuple[str, ...]:
    """Which of its bounds a test sets: at least, at most, under."""
    names = ("at_least", "at_most", "under", "least", "most")
    return tuple(name for name in names if getattr(part, name, None) is not None)


EVERY = list({kind(card): card for card in reversed(HELD)}.values())


@dataclass
class Given:
    """One child (or worker) of the generated family."""

    who: str
    facts: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    flags: list[FlagSpell] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)
    instances: list[Instance] = field(default_factory=list)


def test_the_kinds_of_counting_are_many_and_each_is_tried() -> None:
    assert len(EVERY) >= 30
    assert {type(card.counts) for card in EVERY} == {type(card.counts) for card in HELD}


@st.composite
def family(draw: st.DrawFn, measure: Measure) -> list[Given]:
    """Up to fourteen children with rows of every fact the measure reads, on few days, so that they meet."""
    found = []
    for n in range(draw(st.integers(6, 14))):
        one = Given(f"c{n}")
        counts = measure.counts
        if isinstance(counts, InTime):
            one.instances = draw(st.lists(instances(counts), max_size=4))
        elif isinstance(counts, Flagged):
            one.spells = [Spell(draw(st.sampled_from([*counts.of, "legal_status"])), f"s{k}", draw(days), draw(st.one_of(st.none(), days)))
                          for k in range(draw(st.integers(0, 3)))]  # fmt: skip
        else:
            for name in dict.fromkeys(measure.facts):
                one.facts[name] = [draw(fact_row(measure, name)) for _ in range(draw(st.integers(0, 4)))]
        if isinstance(counts, Flagged) or any(isinstance(part, HasFlag) for part in parts(counts)):
            one.flags = draw(flags())
        found.append(one)
    return found


@st.composite
def flags(draw: st.DrawFn) -> list[FlagSpell]:
    edges = sorted(set(draw(st.lists(days, max_size=4))))
    return [
        FlagSpell(since, edges[n + 1] if n + 1 < len(edges) else FOREVER, since, since)
        for n, since in enumerate(edges)
        if n % 2 == 0
    ]


@st.composite
def instances(draw: st.DrawFn, counts: InTime) -> Instance:
    """What a clock keeps of one start: a due day always where it can be told, and troubles and excuses now and then."""
    started = draw(days)
    trouble = draw(st.sampled_from([None, None, None, "it stops before it starts"]))
    excuse = draw(st.sampled_from([None, None, None, "it ended in no further action"]))
    return Instance(
        started, draw(maybe) if trouble else draw(days), draw(maybe), draw(st.one_of(st.none(), days)),
        draw(st.one_of(st.just(started), maybe)), trouble, excuse, draw(maybe) if excuse else None,
    )  # fmt: skip


@st.composite
def fact_row(draw: st.DrawFn, measure: Measure, name: str) -> dict[str, object]:
    """A row of a fact: each column on or beside the values and limits that the card's own tests name."""
    tests = list(parts(measure.counts))
    row: dict[str, object] = {}
    for column, sort in FACTS[name].schema.items():
        if column in ("who", "child_id", "team_id", "source_table", "source_key"):
            continue
        if column == "born":
            ages = [a for t in tests if isinstance(t, Aged) for a in (t.at_least, t.under) if a is not None]
            row[column] = draw(st.one_of(st.none(), *[st.builds(lambda d, a: add_months(d, -12 * a), days, st.sampled_from(ages or [1]))] * 3))  # fmt: skip
        elif sort == "date":
            back = [t for t in tests if isinstance(t, Lasted) and t.since == column]
            limits = [limit for t in back for limit in (t.at_least, t.at_most, t.under) if limit]
            row[column] = draw(st.one_of(maybe, *[far_from(limit) for limit in limits]))
        elif sort == "string":
            words = [w for t in tests if isinstance(t, Is) and t.column == column for w in t.values]
            row[column] = draw(st.sampled_from([None, "other", *words, *words]))
        else:
            edges = [x for t in tests if isinstance(t, Between) and t.column == column for x in (t.least, t.most) if x is not None]  # fmt: skip
            near = [x + step for x in edges for step in (-1, 0, 1)]
            number = draw(st.sampled_from([None, 0, 1, 37, *near]))
            row[column] = number if number is None or sort == "float64" else int(number)
    return row


@cache
def far_from(limit: Any) -> st.SearchStrategy[date]:
    """Days whose limit falls on a month's end, where a lasting thing is counted, or a day to either side."""
    ends = [add_months(month, 1) - timedelta(days=1) for month in MONTHS]
    back = {
        "months": lambda end: add_months(end, -limit.n),
        "weeks": lambda end: end - timedelta(weeks=limit.n),
    }.get(limit.unit, lambda end: end - timedelta(days=limit.n))
    return st.builds(lambda end, n: back(end) + timedelta(days=n), st.sampled_from(ends), st.integers(-1, 1))


@cache
def sql_of(measure_id: str) -> str:
    return compiled(engine.rows, measures.catalogue()[measure_id], AS_AT)


def give(duck: Duck, measure: Measure, children: list[Given]) -> None:
    """The family in the tables a measure reads."""
    duck.give([(one.who, (), one.spells) for one in children])
    duck.con.execute("DELETE FROM clocks.instances; DELETE FROM drift.flag_spells")
    if isinstance(measure.counts, InTime):
        clock = measure.counts.clocks[0]
        rows = [
            {"clock_id": clock, "child_id": one.who, "started_on": i.started, "due_on": i.due, "stopped_on": i.stopped,
             "ended_on": i.ended, "counted_on": i.counted, "is_window": clocks()[clock].is_window, "trouble": i.trouble,
             "excuse": i.excuse, "excused_on": i.excused, "source_key": f"{one.who}-{n}"}
            for one in children for n, i in enumerate(one.instances)
        ]  # fmt: skip
        insert(duck, "clocks.instances", rows, INSTANCES)
    pattern = next((p.pattern for p in parts(measure.counts) if isinstance(p, Flagged | HasFlag)), "")
    for one in children:
        for flag in one.flags:
            until = None if flag.until == FOREVER else flag.until
            duck.con.execute(
                "INSERT INTO drift.flag_spells (pattern_id, child_id, since, until) VALUES (?, ?, ?, ?)",
                [pattern, one.who, flag.since, until],
            )
    for name in dict.fromkeys(measure.facts):
        duck.con.execute(f"DELETE FROM facts.{name}")
        rows = [
            row | {"who": one.who, "child_id": one.who, "source_key": f"{one.who}-{name}-{n}"}
            for one in children
            for n, row in enumerate(one.facts.get(name, ()))
        ]
        insert(duck, f"facts.{name}", rows, FACTS[name].schema)


def insert(duck: Duck, table: str, rows: list[dict[str, Any]], schema: dict[str, str]) -> None:
    if not rows:
        return
    types = ARROW | {"boolean": pa.bool_()}
    known = {name: types[sort] for name, sort in schema.items() if name in rows[0]}
    duck.con.register("given", pa.Table.from_pylist(rows, pa.schema(list(known.items()))))
    duck.con.execute(f"INSERT INTO {table} BY NAME SELECT * FROM given")
    duck.con.unregister("given")


def by_reference(measure: Measure, one: Given, month: date) -> Sums:
    counts = measure.counts
    facts: Facts = one.facts
    match counts:
        case InTime():
            return added([in_time(counts, i, AS_AT, month) for i in one.instances if i.counted is None or i.counted <= AS_AT])  # fmt: skip
        case Flagged():
            return flagged(counts, one.spells, one.flags, month)
        case _:
            return of_facts(counts, facts, one.flags, month)  # type: ignore[arg-type]


def added(found: list[Sums]) -> Sums:
    return Sums(
        sum(s.numerator for s in found), sum(s.denominator for s in found), sum(s.cannot_tell for s in found),
        sum(s.amount for s in found), sum(s.weight for s in found), tuple(v for s in found for v in s.values),
    )  # fmt: skip


def by_engine(duck: Duck, measure: Measure) -> Iterator[Row]:
    columns = ", ".join("month::DATE" if c == "month" else c for c in Row.__dataclass_fields__)
    for row in duck.con.execute(f"SELECT {columns} FROM ({sql_of(measure.id)})").fetchall():
        yield Row(*row)


@pytest.mark.parametrize("measure", EVERY, ids=lambda card: card.id)
@settings(max_examples=6)
@given(data=st.data())
def test_a_measure_counts_the_same_on_both(duck: Duck, measure: Measure, data: st.DataObject) -> None:
    children = data.draw(family(measure))
    give(duck, measure, children)
    once = isinstance(measure.counts, Share) and measure.counts.each == "child"
    found: dict[tuple[str | None, date], list[Row]] = {}
    for row in by_engine(duck, measure):
        found.setdefault((row.child_id, row.month), []).append(row)
    for month in MONTHS:
        for one in children:
            rows = found.get((one.who, month), [])
            rows = results.once_a_child(rows) if once else rows
            mine = by_reference(measure, one, month)
            counted = (
                sum(r.numerator for r in rows),
                sum(r.denominator for r in rows),
                _untold(rows, once=once),
            )
            assert counted == (mine.numerator, mine.denominator, mine.cannot_tell), (one, month)
        whole = [row for (_, when), rows in found.items() if when == month for row in rows]
        sums = added([by_reference(measure, one, month) for one in children])
        if measure.facts:
            told = value(measure.counts, sums, PEOPLE)  # type: ignore[arg-type]
            assert results.of_rows(measure, whole, PEOPLE).value == (told if told is None else pytest.approx(told)), month  # fmt: skip


def _untold(rows: list[Row], *, once: bool) -> int:
    return sum(min(r.cannot_tell, 1) if once else r.cannot_tell for r in rows if not (once and r.denominator))
