"""The verdict: said when there is something to say, withheld when there is not, and seldom wrong."""

import random
from datetime import date

import pytest

from tests.variation.points import FIRST, SINCE, APoint, Figure, binomial, counts, values
from undrift.dates import add_months
from undrift.variation import Verdict, verdict
from undrift.variation.rules import BEYOND, RUN_OF_EIGHT

BEFORE = 38  # months from FIRST to SINCE's month


def judged(points: list[APoint], **given: object) -> Verdict:
    settings = {
        "since": SINCE,
        "better": "higher",
        "chart": "p",
        "subject": "initial conferences in time",
    } | given
    return verdict(points, **settings)  # type: ignore[arg-type]


def test_a_rise_that_lasts_is_said_with_its_amounts_and_its_rule() -> None:
    said = judged(counts([(66, 100), (66, 100)] * 19 + [(77, 100)] * 8))
    assert said.direction == "improving" and said.rule == RUN_OF_EIGHT
    assert said.sentence == (
        "Initial conferences in time rose from 66% to 77% since December 2021: eight months in a row above the "
        "earlier average, unlikely to be chance."
    )
    assert said.fired_on == date(2022, 7, 1) and said.held_months == 1


def test_the_same_rise_is_worse_where_lower_is_better_and_neither_where_neither_is() -> None:
    points = counts([(66, 100)] * BEFORE + [(77, 100)] * 8)
    assert judged(points, better="lower").direction == "worsening"
    neither = judged(points, better="neither")
    assert neither.direction == "cannot_tell" and "Neither more nor less is better" in neither.sentence


def test_a_change_undone_is_told_and_not_called() -> None:
    back = [(64, 100), (67, 100)] * 6
    said = judged(counts([(64, 100), (68, 100)] * 19 + [(77, 100)] * 9 + back))
    assert said.direction == "no_evidence"
    assert "It was higher from December 2021, but by" in said.sentence


def test_too_few_months_before_or_after_cannot_tell_and_says_how_many() -> None:
    before = judged(counts([None] * 27 + [(66, 100)] * 11 + [(77, 100)] * 12))
    assert before.direction == "cannot_tell" and "only eleven of the 24 months" in before.sentence
    after = judged(counts([(64, 100), (68, 100)] * 19 + [(66, 100)] * 7))
    assert after.direction == "cannot_tell" and "only seven months since December 2021" in after.sentence


def test_an_early_sign_needs_no_eight_months() -> None:
    said = judged(counts([(64, 100), (68, 100)] * 19 + [(66, 100), (95, 100)]))
    assert (said.direction, said.rule) == ("improving", BEYOND)
    assert "January 2022, at 95%," in said.sentence and "has not yet held" in said.sentence


def test_no_figure_at_all_gives_the_measures_own_reason() -> None:
    point = APoint(FIRST, Figure("not_available", reason="No file loaded holds this."))
    said = judged([point])
    assert said.direction == "cannot_tell" and said.sentence.endswith("No file loaded holds this.")


def test_a_measure_that_stopped_cannot_tell_about_now() -> None:
    said = judged(counts([(66, 100)] * BEFORE + [(77, 100)] * 12 + [None] * 12))
    assert said.direction == "cannot_tell" and "its latest figure is for November 2022" in said.sentence


def test_a_month_without_a_figure_is_a_gap_and_not_a_zero() -> None:
    said = judged(counts([(66, 100), (68, 100)] * 19 + [None, *[(67, 100)] * 12]))
    assert said.direction == "no_evidence"
    place = said.chart.months.index(date(2021, 12, 1))
    assert said.chart.values[place] is None and said.chart.centre[place] is None


def test_an_old_way_of_working_does_not_enter_the_baseline() -> None:
    points = counts([(95, 100)] * 14 + [(66, 100), (68, 100)] * 12 + [(67, 100)] * 12)
    assert judged(points).baseline == pytest.approx(67)


def test_months_not_complete_today_are_left_out() -> None:
    points = counts([(66, 100), (68, 100)] * 19 + [(67, 100)] * 9 + [(1, 1)])
    said = judged(points, today=date(2022, 9, 29))
    assert said.chart.months[-1] == date(2022, 8, 1)


def test_a_baseline_that_never_varied_has_no_limits_but_can_still_be_left() -> None:
    said = judged(counts([(50, 50)] * BEFORE + [(49, 50)] * 8))
    assert said.direction == "worsening" and set(said.chart.upper) == {None}
    assert judged(counts([(50, 50)] * BEFORE + [(50, 50)] * 7 + [(49, 50)])).direction == "no_evidence"


def test_a_lucky_calm_baseline_does_not_make_every_later_month_news() -> None:
    """A month at 58% of 100 is 1.5 binomial sigmas from 50.5%, however calm the baseline happened to be."""
    assert judged(counts([(50, 100), (51, 100)] * 23 + [(58, 100)])).direction == "no_evidence"


def test_held_months_count_from_the_call_and_not_from_the_first_of_the_eight() -> None:
    said = judged(counts([(64, 100), (68, 100)] * 19 + [(77, 100)] * 13))
    assert said.held_months == 6


def test_counts_use_their_own_values() -> None:
    said = judged(
        values([20, 24] * 19 + [12] * 10), chart="xmr", better="lower", unit="children", subject="children"
    )
    assert said.direction == "improving" and "fell from 22 to 12" in said.sentence


RUNS = 400


def test_a_stable_series_is_called_changed_about_one_time_in_sixteen() -> None:
    """Simulated over 400 stable series, 58 months after the baseline; 6% expected (3% a side), three standard errors
    of 400 draws are 3.6 points, and 12,000 series at 15, 40 and 200 children gave 5.9, 6.4 and 5.8%."""
    rng = random.Random(20211217)
    wrong = sum(judged(binomial([0.7] * 96, 40, rng)).direction != "no_evidence" for _ in range(RUNS))
    assert 0.02 * RUNS <= wrong <= 0.10 * RUNS


def test_a_planted_shift_is_called() -> None:
    """From 66% to 80% at 60 children a month: z moves 2.3 sigmas, so a month falls on the old side 1 time in 90.

    Eight in a row follow with probability 0.91 at the first chance; twelve months allow a second. Tolerance: 95%.
    """
    rng = random.Random(7)
    shares = [0.66] * BEFORE + [0.80] * 12
    called = [judged(binomial(shares, 60, rng)) for _ in range(200)]
    assert sum(v.direction == "improving" for v in called) >= 190


def test_a_steady_figure_taken_on_a_day_is_seldom_called() -> None:
    """Waiting children wander: neighbouring months correlate 0.7. Expected about 1%; tolerance 4% of 300."""
    rng = random.Random(11)
    wrong = 0
    for _ in range(300):
        level, wander = [], 0.0
        for _ in range(96):
            wander = 0.7 * wander + rng.gauss(0, 0.714)
            level.append(50 + 7 * wander)
        wrong += judged(values(level), chart="xmr", unit="children", snapshot=True).direction != "no_evidence"
    assert wrong <= 12


def test_a_shift_is_dated_to_the_month_it_began() -> None:
    said = judged(counts([(68, 100), (64, 100)] * ((BEFORE + 20) // 2) + [(95, 100)] * 12))
    assert said.fired_on == add_months(FIRST, BEFORE + 20 + 7)


def test_a_rate_is_charted_against_its_exposure_in_its_own_unit() -> None:
    """Referrals for each 10,000 of 45,000 children: 180 a month is 40; then 120 a month is 26.7."""
    points = [
        APoint(add_months(FIRST, i), Figure("number", 10_000 * x / 45_000, x, 45_000))
        for i, x in enumerate([170, 190] * 19 + [120] * 9)
    ]
    said = judged(points, chart="u", better="lower", unit="children per 10,000", subject="referrals")
    assert said.direction == "improving"
    assert said.baseline == pytest.approx(40) and said.recent == pytest.approx(10_000 * 120 / 45_000)
    place = said.chart.months.index(date(2021, 12, 1))
    upper = said.chart.upper[place]
    assert upper is not None and upper > 40 + 3 * 10_000 * (180 / 45_000 / 45_000) ** 0.5 - 1e-9


def test_a_recorded_re_basing_keeps_earlier_months_out_of_the_baseline() -> None:
    points = counts([(90, 100)] * 26 + [(66, 100), (68, 100)] * 6 + [(67, 100)] * 12)
    moved = judged(points, baseline_from=add_months(FIRST, 26))
    assert moved.baseline == pytest.approx(67) and moved.direction == "no_evidence"
    assert moved.chart.baseline_from == add_months(FIRST, 26)
    assert judged(points).direction == "worsening"


def test_a_baseline_of_two_levels_is_said_to_be_no_baseline() -> None:
    fell = counts([(88, 100), (86, 100)] * 12 + [(66, 100), (64, 100)] * 7 + [(80, 100)] * 8)
    assert judged(fell).unsteady == (
        "The earlier months were not steady: those from December 2019 to September 2020 were above the earlier average "
        "and those from October 2020 to November 2021 below it. That average is neither level: read the chart with it."
    )
    rose = counts([(64, 100), (66, 100)] * 12 + [(86, 100), (88, 100)] * 7 + [(75, 100)] * 8)
    assert "September 2020 were below the earlier average" in judged(rose).unsteady


def test_one_run_in_the_baseline_is_not_two_levels() -> None:
    one = counts(
        [(66, 100)] * 14
        + [(70, 100)] * 8
        + [(64, 100), (70, 100), (60, 100), (64, 100)] * 4
        + [(70, 100)] * 8
    )
    assert judged(one).unsteady == ""
    wandering = values([float(v) for v in [30] * 24 + [12] * 14 + [20] * 8])
    assert judged(wandering, chart="xmr").unsteady != ""
    assert judged(wandering, chart="xmr", snapshot=True).unsteady == ""


def test_a_steady_baseline_is_hardly_ever_called_two_levels() -> None:
    """Simulated: 0.06% of 20,000; ten in a thousand would be far beyond that."""
    rng = random.Random(7)
    said = [judged(binomial([0.7] * (BEFORE + 8), 60, rng)).unsteady for _ in range(1000)]
    assert sum(map(bool, said)) < 10
