"""Gaps between rare events: counted right, scored right, called when they change and seldom when they do not."""

import random
from datetime import date, timedelta

import pytest

from undrift.variation.rare import Gap, cases_between, days_between, quantile, score, verdict

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


def test_a_steady_rare_event_is_seldom_called() -> None:
    """One event in 20 days, steady for six years. The same rules as monthly verdicts, and a baseline of about 36 gaps: the
    rate simulated for those is 6% of series; three standard errors of 400 draws are 3.6 points, and learning p from 36
    gaps (a sixth off, one time in three) adds as much again."""
    rng = random.Random(3)
    wrong = sum(
        verdict(_gaps(rng, 0.05, 0.05), since=SINCE, better="longer", subject="x").direction != "no_evidence"
        for _ in range(400)
    )
    assert wrong <= 0.14 * 400, wrong


def test_an_event_made_four_times_rarer_is_called() -> None:
    """From one in 20 days to one in 80: the odds that a gap is longer than the old middle are 0.84, and about 14 gaps
    come in three years. Expected: most; tolerance: eight in ten."""
    rng = random.Random(5)
    called = sum(
        verdict(_gaps(rng, 0.05, 0.0125), since=SINCE, better="longer", subject="x").direction == "improving"
        for _ in range(200)
    )
    assert called >= 0.6 * 200, called
