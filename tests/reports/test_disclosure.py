"""What may leave: no count of 1 to 5, nothing that rests on one, and withheld is never zero or blank."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.variation.points import SINCE
from undrift.dates import add_months
from undrift.measures import Point, Result
from undrift.reports import disclosure
from undrift.variation import rare, verdict
from undrift.variation.rare import Gap

FIRST = date(2018, 10, 1)


def percent(numerator: int, denominator: int) -> Result:
    value = 100 * numerator / denominator if denominator else None
    return Result("number" if denominator else "not_applicable", value, numerator, denominator)


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [
        (0, 6, "0%"),
        (0, 5, "c"),
        (5, 100, "c"),
        (6, 100, "6%"),
        (95, 100, "c"),
        (94, 100, "94%"),
        (100, 100, "100%"),
        (3, 3, "c"),
    ],
)
def test_a_percentage_rests_on_those_counted_those_not_and_all(
    numerator: int, denominator: int, text: str
) -> None:
    assert disclosure.published(percent(numerator, denominator), "percent").text == text


@pytest.mark.parametrize(("count", "text"), [(0, "0 children"), (1, "c"), (5, "c"), (6, "6 children")])
def test_counts(count: int, text: str) -> None:
    assert disclosure.published(Result("number", float(count), count), "children").text == text


def test_an_average_is_withheld_when_fewer_than_six_children_are_behind_it() -> None:
    unit = "children per social worker"
    assert disclosure.published(Result("number", 2.5, 5, 2), unit).status == "suppressed"
    assert disclosure.published(Result("number", 3.0, 6, 2), unit).status == "number"
    assert (
        disclosure.published(Result("number", 3.0), unit).status == "suppressed"
    )  # unknown counts are not safe


def test_withheld_is_its_own_state_with_its_symbol_and_rule() -> None:
    shown = disclosure.published(percent(2, 100), "percent")
    assert (shown.status, shown.text) == ("suppressed", "c") and "withheld" in shown.note


@pytest.mark.parametrize("status", ["not_applicable", "not_available", "cannot_tell"])
def test_other_states_keep_their_names_and_a_reason_with_counts_stays_inside(status: str) -> None:
    result = Result(status, reason="3 have no date")  # type: ignore[arg-type]
    shown = disclosure.published(result, "percent")
    assert shown.text.startswith(status.replace("_", " "))
    assert (shown.note == "") is (status == "cannot_tell")
    assert disclosure.internal(result, "percent").note == "3 have no date"


months = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=96)


def points_of(pairs: list[tuple[int, int]]) -> list[Point]:
    return [Point(add_months(FIRST, i), percent(good, good + late)) for i, (good, late) in enumerate(pairs)]


@given(months)
def test_every_published_block_rests_on_safe_counts_and_blocks_never_overlap(
    pairs: list[tuple[int, int]],
) -> None:
    series = disclosure.published_series(points_of(pairs), "percent")
    size = series.block_months
    start = len(pairs) % size
    assert len(series.values) == len(series.withheld) == (len(pairs) - start) // size
    for place, (value, withheld) in enumerate(zip(series.values, series.withheld, strict=True)):
        block = pairs[start + place * size : start + (place + 1) * size]
        good, late = sum(g for g, _ in block), sum(n for _, n in block)
        few = any(1 <= n <= 5 for n in (good, late, good + late))
        assert withheld is few
        assert (value is None) is (few or good + late == 0)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=60))
def test_no_published_count_of_children_is_small(counts: list[int]) -> None:
    points = [Point(add_months(FIRST, i), Result("number", float(n), n)) for i, n in enumerate(counts)]
    series = disclosure.published_series(points, "children")
    assert all(value is None or value == 0 or value > 5 for value in series.values)


def test_months_are_pooled_only_as_far_as_needed() -> None:
    assert disclosure.published_series(points_of([(30, 20)] * 24), "percent").block_months == 1
    assert disclosure.published_series(points_of([(20, 3)] * 24), "percent").block_months == 3
    assert disclosure.published_series(points_of([(20, 1)] * 24), "percent").block_months == 6


def test_figures_taken_on_a_day_are_not_pooled_because_the_same_children_stand_in_each() -> None:
    """Two late of thirty in each of three months is the same two children, not six."""
    series = disclosure.published_series(points_of([(28, 2)] * 24), "percent", snapshot=True)
    assert all(series.withheld)


@given(st.integers(0, 12), st.integers(0, 12))
def test_a_published_sentence_holds_no_small_count(before: int, after: int) -> None:
    points = [
        Point(add_months(FIRST, i), Result("number", float(before if i < 38 else after), before))
        for i in range(60)
    ]
    said = verdict(
        points, since=SINCE, better="lower", chart="xmr", subject="children waiting", unit="children"
    )
    told = disclosure.published_sentence(said, "children")
    found = [float(n) for n in re.findall(r"(?:at|to|from|against) (\d+(?:\.\d+)?)(?= |,|:|;)", told)]
    assert all(n == 0 or n > 5 for n in found), told
    small = [n for n in (before, after) if 1 <= n <= 5]
    if small and said.direction != "cannot_tell":
        assert disclosure.WITHHELD_WORDS in told


def test_a_published_chart_has_no_monthly_limits_or_signals_to_read_counts_from() -> None:
    points = points_of([(20, 3), (19, 4)] * 19 + [(23, 0)] * 20)
    said = verdict(points, since=SINCE, better="higher", chart="p", unit="percent")
    chart, _ = disclosure.published_chart(points, said, "percent")
    assert set(chart.upper) == set(chart.lower) == set(chart.signal) == {None}
    assert len(chart.months) == len(chart.values) < len(said.chart.months)


def test_blocks_are_named_by_their_months() -> None:
    series = disclosure.published_series(points_of([(20, 3)] * 24), "percent")
    assert disclosure.block_label(series, 0) == "October to December 2018"


def test_of_something_rare_no_count_no_gap_and_no_day_is_published() -> None:
    """A gap is one child's, or one family's: published words say only whether it became rarer since the baseline."""
    since = date(2022, 1, 1)
    before = [Gap(since - timedelta(days=20 * i), 15 + i % 9) for i in range(1, 36)]
    rarer = [Gap(since + timedelta(days=60 * i), 60) for i in range(1, 13)]
    for gaps in (
        before + rarer,
        before + rarer[:2],
        before[:5] + rarer,
        before + [Gap(since + timedelta(days=17 * i), 15 + i % 9) for i in range(1, 20)],
    ):
        said = rare.verdict(gaps, since=since, better="longer", subject="late reviews")
        public = disclosure.published_sentence(said, "percent")
        assert public.startswith("Late reviews")
        assert not re.search(r"\d", public.replace("January 2022", "")), public
        assert not any(word in public for word in ("two have", "five gaps", "eight"))
        chart, _ = disclosure.published_chart([], said, "percent")
        assert chart.months == []


def test_counts_side_by_side_give_no_small_difference_away() -> None:
    counts = {"over 15": 13, "over 18": 10, "over 24": 3, "none": 0, "apart": 12, "most": 5, "six": 6}
    within = {"over 24": {"over 18", "over 15"}, "over 18": {"over 15"}}
    told = {name: shown.text for name, shown in disclosure.published_counts(counts, within).items()}
    # 13 less 10 is three children; apart's 12 says nothing of them, for they are not within one another.
    assert told == {
        "over 15": "13", "over 18": "c", "over 24": "c", "none": "0", "apart": "12", "most": "c", "six": "6",
    }  # fmt: skip
