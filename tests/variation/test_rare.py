"""Gaps between rare events: counted right, scored right, called when they change and seldom when they do not."""

import random
from datetime import date, timedelta
from math import ceil, log, sqrt

import pytest

from undrift.variation.rare import Gap, cases_between, days_between, quantile, score, verdict
from undrift.variation.rules import Z, call

SINCE = date(2022, 1, 1)


def test_days_between_takes_one_day_as_one_event() -> None:
    days = [date(2024, 1, 1), date(2024, 1, 11), date(2024, 1, 11), date(2024, 1, 12)]
    assert days_between(days) == [Gap(date(2024, 1, 11), 10), Gap(date(2024, 1, 12), 1)]


def test_cases_between_counts_the_cases_up_to_and_with_the_next_event() -> None:
    cases = [
        (date(2024, 1, 1), True), (date(2024, 1, 2), False), (date(2024, 1, 3), False), (date(2024, 1, 4), True),
        (date(2024, 1, 5), True), (date(2024, 1, 5), True), (date(2024, 1, 6), False),
    ]  # fmt: skip
    assert cases_between(cases) == [Gap(date(2024, 1, 4), 3), Gap(date(2024, 1, 5), 1)]
    assert cases_between([(date(2024, 1, 1), False)]) == []


@pytest.mark.parametrize("p", [0.5, 0.1, 0.01])
def test_the_score_and_the_limit_are_each_other_the_other_way_round(p: float) -> None:
    """The limit at z is where P(T ≤ k) is Φ(z); a whole gap's score stands at the middle of its own probability."""
    for length in (1, 3, 10, 40):
        below, through = 1 - (1 - p) ** (length - 1), 1 - (1 - p) ** length
        z = score(length, p)
        assert quantile(p, z) <= length + 1e-9
        assert quantile(p, z) >= length - 1 - 1e-9
        assert below < through


def _gaps(rng: random.Random, p_before: float, p_after: float, years: int = 3) -> list[Gap]:
    """An event a day with chance p, for three years before SINCE and three after."""
    first = SINCE - timedelta(days=365 * years)
    days = [
        first + timedelta(days=i)
        for i in range(2 * 365 * years)
        if rng.random() < (p_before if i < 365 * years else p_after)
    ]
    return days_between(days)


def test_an_event_that_becomes_rarer_is_called_with_its_numbers() -> None:
    gaps = [Gap(SINCE - timedelta(days=20 * i), 20) for i in range(1, 36)]
    gaps += [Gap(SINCE + timedelta(days=60 * i), 60) for i in range(1, 13)]
    said = verdict(gaps, since=SINCE, better="longer", subject="late reviews")
    assert said.direction == "improving"
    assert said.sentence == (
        "Late reviews became rarer after March 2022: every 60 days, against every 20 days before January 2022; eight gaps in "
        "a row on one side, unlikely to be chance."
    )
    assert verdict(gaps, since=SINCE, better="shorter", subject="late reviews").direction == "worsening"
    assert verdict(gaps, since=SINCE, better="neither", subject="late reviews").direction == "cannot_tell"


def test_too_few_gaps_before_or_after_say_how_many() -> None:
    before = [Gap(SINCE - timedelta(days=20 * i), 20) for i in range(1, 10)]
    assert "only nine gaps" in verdict(before, since=SINCE, better="longer", subject="late reviews").sentence
    enough = [Gap(SINCE - timedelta(days=20 * i), 15 + i % 9) for i in range(1, 36)]
    said = verdict(
        [*enough, Gap(SINCE + timedelta(days=9), 20)], since=SINCE, better="longer", subject="late reviews"
    )
    assert (
        said.direction == "cannot_tell"
        and "only one has come since January 2022, and eight are needed" in said.sentence
    )


def _theory(rng: random.Random, p_before: float, p_after: float, runs: int) -> dict[int, float]:
    """What the rules give by theory, a side (1, -1, 0) to its share: geometric gaps drawn one by one, nothing counted on a
    calendar; the chance p learned from the gaps of 730 days, as charts learn it."""
    found = dict.fromkeys((1, 0, -1), 0)
    for _ in range(runs):
        learned = _drawn(rng, p_before, 730)
        p = len(learned) / sum(learned)
        scores = [score(gap, p) for gap in _drawn(rng, p_after, 1095)]
        now = call([Z((z > 0) - (z < 0), z) for z in scores]).now
        found[now.side if now else 0] += 1
    return {side: count / runs for side, count in found.items()}


def _drawn(rng: random.Random, p: float, days: int) -> list[int]:
    """The gaps that end within so many days of an event."""
    gaps, passed = list[int](), 0
    while True:
        gap = ceil(log(1 - rng.random()) / log(1 - p))
        passed += gap
        if passed > days:
            return gaps
        gaps.append(gap)


def _within(found: int, runs: int, stated: float) -> bool:
    """Three standard errors of the draws."""
    return abs(found / runs - stated) < 3 * sqrt(stated * (1 - stated) / runs)


def test_a_steady_rare_event_is_called_as_often_as_theory_says() -> None:
    """One event in 20 days, steady for six years. Theory (20,000 draws of `_theory`): called 4.9 times in a hundred, of
    which 1.8 come from learning p from 36 gaps: with p known it is 3.1."""
    stated = 0.049
    theory = _theory(random.Random(1), 0.05, 0.05, 600)
    assert _within(round(600 * (theory[1] + theory[-1])), 600, stated)
    rng = random.Random(3)
    wrong = sum(
        verdict(_gaps(rng, 0.05, 0.05), since=SINCE, better="longer", subject="x").direction != "no_evidence"
        for _ in range(400)
    )
    assert _within(wrong, 400, stated), wrong


def test_an_event_made_four_times_rarer_is_called_as_often_as_theory_says() -> None:
    """From one in 20 days to one in 80, some 14 gaps in three years. Theory (20,000 draws): 78 times in a hundred. It is no
    more because eight gaps in a row must be longer than the old middle (each is, 0.84 of the time), and there are 14."""
    stated = 0.785
    assert _within(round(600 * _theory(random.Random(2), 0.05, 0.0125, 600)[1]), 600, stated)
    rng = random.Random(5)
    called = sum(
        verdict(_gaps(rng, 0.05, 0.0125), since=SINCE, better="longer", subject="x").direction == "improving"
        for _ in range(200)
    )
    assert _within(called, 200, stated), called
