"""What a page tells its readers to expect by chance is what chance gives, chart by chart."""

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.variation.points import SINCE, binomial, counts, values
from undrift.dates import add_months
from undrift.variation import Verdict, alarms, rare, told, verdict
from undrift.variation.choose import Kind
from undrift.variation.dots import read

RUNS = 600
BEFORE, AFTER = 38, 32  # months; from 20 on the rates no longer change


def share(rng: random.Random) -> Verdict:
    return verdict(binomial([0.7] * (BEFORE + AFTER), 40, rng), since=SINCE, better="higher", chart="p")


def rate(rng: random.Random) -> Verdict:
    """A hundred events expected a month, among ten thousand who hardly ever have one: as good as Poisson."""
    pairs = [(round(max(rng.gauss(100, 10), 0)), 45_000.0) for _ in range(BEFORE + AFTER)]
    return verdict(counts(pairs), since=SINCE, better="higher", chart="u")


def single(rng: random.Random) -> Verdict:
    level = [rng.gauss(50, 7) for _ in range(BEFORE + AFTER)]
    return verdict(values(level), since=SINCE, better="higher", chart="xmr")


def on_a_day(rng: random.Random) -> Verdict:
    level, wander = [], 0.0
    for _ in range(BEFORE + AFTER):
        wander = 0.7 * wander + rng.gauss(0, 0.714)
        level.append(50 + 7 * wander)
    return verdict(values(level), since=SINCE, better="higher", chart="xmr", snapshot=True)


def seldom(rng: random.Random) -> Verdict:
    since = date(2021, 12, 1)
    first, last = since - timedelta(days=1096), add_months(since, AFTER)
    days = [
        day for nth in range((last - first).days) if rng.random() < 0.05 for day in [first + timedelta(nth)]
    ]
    return rare.verdict(rare.days_between(days), since=since, better="longer", subject="late reviews")


def between(rng: random.Random) -> Verdict:
    """A case or so a day, one in twenty of them an event: those of one day are one."""
    since = date(2021, 12, 1)
    first, last = since - timedelta(days=1096), add_months(since, AFTER)
    cases = [
        (first + timedelta(nth), rng.random() < 0.05)
        for nth in range((last - first).days)
        for _ in range(sum(rng.random() < 0.25 for _ in range(4)))
    ]
    return rare.verdict(
        rare.cases_between(cases), since=since, better="longer", subject="late reviews", of="cases"
    )


@pytest.mark.parametrize(
    ("kind", "steady"),
    [("p", share), ("u", rate), ("xmr", single), ("snapshot", on_a_day), ("t", seldom), ("g", between)],
)
def test_a_steady_chart_is_spoken_of_as_often_as_pages_say(
    kind: Kind, steady: Callable[[random.Random], Verdict]
) -> None:
    """Three standard errors of 600 draws, and half a point for the error of the rates themselves."""
    rng = random.Random(f"steady {kind}")
    called = shown = 0
    for _ in range(RUNS):
        said = steady(rng)
        called += said.direction in ("improving", "worsening")
        shown += read(said.chart, better="higher").variation in ("improving", "concerning")
    for found, stated in ((called, alarms.VERDICT[kind]), (shown, alarms.ICON[kind])):
        assert abs(found / RUNS - stated) < 3 * (stated * (1 - stated) / RUNS) ** 0.5 + 0.005, (found, stated)


def test_a_page_adds_up_the_chances_of_its_own_charts() -> None:
    """Forty shares and ten figures taken on a day: 40 × 0.029 + 10 × 0.006 = 1.2 icons; 40 × 0.055 + 0.06 = 2.3 verdicts."""
    kinds: list[Kind] = ["p"] * 40 + ["snapshot"] * 10
    assert told.false_alarms(kinds, kinds) == (
        "Were all 50 charts on this page steady, by chance about one would still show special cause at the latest point and "
        "about two would still be called better or worse. Read each beside the others."
    )
    assert told.false_alarms(["snapshot"], ["snapshot"] * 2) == (
        "Were both charts on this page steady, by chance fewer than one would still show special cause at the latest "
        "point and fewer than one would still be called better or worse. Read each beside the others."
    )


def test_a_chart_alone_on_its_page_is_told_how_often_and_not_how_many() -> None:
    assert told.false_alarms(["p"], ["p"]) == (
        "Were this chart steady, chance alone would still show special cause at its latest point about three times in a "
        "hundred, and call it better or worse about six times in a hundred."
    )
    assert told.false_alarms([], ["snapshot"]) == (
        "Were this chart steady, chance alone would still call it better or worse less than once in a hundred times."
    )
    assert told.false_alarms([], []) == ""
