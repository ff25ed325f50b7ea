"""The survival estimate against published numbers, and the history of all authorities against the shared table."""

import csv
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shared import shared_path
from undrift.inspections import history
from undrift.inspections.history import PastInspection, compared, estimate, likely_window, waits
from undrift.variation.survival import Wait, kaplan_meier

# Freireich and others 1963: weeks in remission on 6-MP (the number, and True when the remission ended).
SIX_MP = [
    *[(6, True)] * 3, (6, False), (7, True), (9, False), (10, True), (10, False), (11, False), (13, True), (16, True),
    (17, False), (19, False), (20, False), (22, True), (23, True), (25, False), (32, False), (32, False), (34, False),
    (35, False),
]  # fmt: skip
# As printed in the textbooks: week, at risk, share, Greenwood's standard error, and the log-log 95% interval.
PUBLISHED = [
    (6, 21, 0.8571, 0.0764, 0.6197, 0.9516),
    (7, 17, 0.8067, 0.0869, 0.5631, 0.9228),
    (10, 15, 0.7529, 0.0963, 0.5032, 0.8894),
    (13, 12, 0.6902, 0.1068, 0.4316, 0.8491),
    (16, 11, 0.6275, 0.1141, 0.3675, 0.8049),
    (22, 7, 0.5378, 0.1282, 0.2678, 0.7468),
    (23, 6, 0.4482, 0.1346, 0.1881, 0.6801),
]


def test_the_leukaemia_remission_data_give_the_published_estimate() -> None:
    curve = kaplan_meier(Wait(*row) for row in SIX_MP)
    assert (curve.events, curve.censored) == (9, 12)
    got = [(s.time, s.at_risk, s.share, s.error, s.low, s.high) for s in curve.steps]
    assert len(got) == len(PUBLISHED)
    for ours, theirs in zip(got, PUBLISHED, strict=True):
        assert ours == pytest.approx(theirs, abs=6e-5)
    median = curve.quantile(0.5)
    assert (median.time, median.low, median.high) == (23, 13, None)
    assert curve.quantile(0.75).time is None


TIMES = st.lists(st.integers(0, 60), min_size=1, max_size=40)


@given(TIMES)
def test_when_nobody_is_still_waiting_it_is_the_share_that_is_left(times: list[int]) -> None:
    curve = kaplan_meier(Wait(time, True) for time in times)
    for time in range(62):
        assert curve.at(time).share == pytest.approx(sum(t > time for t in times) / len(times))
    assert curve.quantile(0.5).time == sorted(times)[(len(times) - 1) // 2]


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=40), st.integers(0, 60))
def test_the_interval_holds_the_share_and_asking_later_is_the_ratio(
    rows: list[tuple[int, bool]], late: int
) -> None:
    curve = kaplan_meier(Wait(*row) for row in rows)
    for step in curve.steps:
        if step.low is not None and step.high is not None:
            assert 0 <= step.low <= step.share <= step.high <= 1
    waited = curve.at(late).share
    for step in curve.after(late).steps:
        assert step.share * waited == pytest.approx(curve.at(step.time).share)


def test_a_negative_wait_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        kaplan_meier([Wait(-1, True)])


def test_the_shipped_history_is_the_shared_table_s_facts() -> None:
    with shared_path("ofsted", "inspection_history.csv").open(encoding="utf-8") as handle:
        rows = [row for row in csv.DictReader(handle) if row["kind"] in history.FULL_INSPECTIONS]
    wanted = {
        (r["urn"], r["start_date"], r["end_date"], r["publication_date"], r["overall_effectiveness"])
        for r in rows
    }
    got = {
        (
            p.urn, p.started.isoformat(), p.ended.isoformat(), p.published.isoformat(),
            p.judgements.get("overall_effectiveness", ""),
        )
        for p in history.inspections()
    }  # fmt: skip
    assert got == wanted and len(history.inspections()) == len(rows)
    # the table's own column says which inspections followed an inadequate one
    after = {(r["urn"], r["start_date"]) for r in rows if r["is_reinspection_after_inadequate"] == "yes"}
    ended = {(w.urn, w.until.isoformat()) for w in waits("reinspection") if w.ended}
    assert ended == after


def test_bury_waited_three_years_and_a_half() -> None:
    (again,) = (wait for wait in waits("reinspection") if wait.urn == "80443")
    (out,) = (wait for wait in waits("leaving") if wait.urn == "80443")
    assert (again.since, again.until, again.ended) == (date(2021, 12, 17), date(2025, 6, 9), True)
    assert (out.until, out.outcome, out.confidence) == (date(2025, 7, 29), "requires improvement", "low")


def test_inadequate_twice_running_is_two_waits_for_inspection_and_one_for_leaving() -> None:
    birmingham = [[w for w in waits(q) if w.urn == "80429"] for q in ("reinspection", "leaving")]
    assert [len(found) for found in birmingham] == [2, 1]
    assert birmingham[1][0].since == date(2014, 5, 23) and birmingham[1][0].until == date(2019, 1, 17)


def _past(day: date, **grades: str) -> PastInspection:
    return PastInspection("1", "Somewhere", "ilacs_standard", day, day, day, grades, "pdf", "high")


def test_still_waiting_counts_as_waiting_and_a_start_not_yet_published_as_unknown() -> None:
    known_to = history.settings()["known_to"]["value"]
    first = _past(date(2024, 1, 10), overall_effectiveness="inadequate")
    (again,), (out,) = (waits(q, [first]) for q in ("reinspection", "leaving"))
    assert not again.ended and not out.ended
    assert out.until == known_to
    assert again.until == known_to - timedelta(days=history.settings()["published_within_days"]["value"])
    # published too lately for a next inspection to be known: it says nothing, so it is not counted
    assert (
        waits("reinspection", [_past(known_to - timedelta(days=5), overall_effectiveness="inadequate")]) == ()
    )


def test_without_an_overall_grade_any_inadequate_judgement_counts() -> None:
    assert _past(date(2026, 5, 1), help_and_protection="inadequate", in_care="good").inadequate
    assert not _past(
        date(2025, 5, 1), help_and_protection="inadequate", overall_effectiveness="good"
    ).inadequate


def test_the_estimate_says_how_many_it_rests_on_and_few_cannot_tell() -> None:
    everyone = estimate("reinspection")
    assert everyone.survival is not None
    assert everyone.survival.events + everyone.survival.censored == len(everyone.waits)
    quarter, half, most = everyone.quartiles()
    assert quarter.time and half.time and most.time and quarter.time < half.time < most.time
    assert half.low and half.high and half.low <= half.time <= half.high
    assert f"{len(everyone.authorities)} authorities" in everyone.words
    few = estimate("reinspection", urns=["80443"], among="one")
    assert few.survival is None and few.words.startswith("Cannot tell: only 1")


def test_comparators_leave_the_authority_itself_out() -> None:
    found = compared("leaving", "80443")
    assert set(found) == {"all", "region", "type", "size", "neighbours"}
    assert "Bury" in found["all"].authorities
    assert all("Bury" not in found[name].authorities for name in ("region", "type", "size", "neighbours"))
    assert set(compared("leaving", "99999")) == {"all"}


@given(st.integers(0, 3000))
def test_the_window_never_lies_in_the_past_and_rests_on_those_who_waited_as_long(waited: int) -> None:
    since = date(2020, 1, 1)
    window = likely_window("reinspection", since, since + timedelta(days=waited))
    days = {w.authority for w in waits("reinspection") if w.days > waited}
    assert set(window.rests_on) == days
    if window.earliest is None:
        assert window.why
    else:
        assert window.middle and window.earliest > window.as_at and window.middle >= window.earliest


def test_after_longer_than_anybody_we_cannot_tell() -> None:
    window = likely_window("reinspection", date(2015, 1, 1), date(2026, 1, 1))
    assert window.middle is None and "months have passed" in window.why
