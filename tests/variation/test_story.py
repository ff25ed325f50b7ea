"""On the invented authority: what was planted is called, what was not is not, and groups add up to the measure."""

from collections.abc import Iterator
from datetime import date
from math import log, sqrt
from pathlib import Path

import duckdb
import numpy as np
import pytest

from undrift import measures, records
from undrift.dates import add_months
from undrift.improvement.progress import measure_progress
from undrift.synthetic.apart import GAP, SPREAD
from undrift.synthetic.story import HISTORY_FROM, planted
from undrift.variation.build import team_counts
from undrift.variation.groups import gaps, waits
from undrift.variation.incidence import CAME_BACK, CENSORED, COMPETING, cumulative_incidence
from undrift.variation.judge import judge
from undrift.variation.teams import closing, funnel, spread

# Planted: level until September 2020, then a drop and a slide to mid-2021 (synthetic/story.py).
BEFORE_THE_DROP = date(2020, 10, 1)
SLID = {
    "assessments_45wd_pct": "assessment_45wd",
    "contacts_decided_1wd_pct": "decision_1wd",
    "cpp_visits_in_time_pct": "cp_visit",
    "cla_visits_in_time_pct": "lac_visit",
    "icpc_15wd_pct": "icpc_15wd",
}


@pytest.fixture(scope="module")
def cur(built_demo: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    yield records.cursor(built_demo)


@pytest.mark.parametrize("measure_id", SLID)
def test_a_planted_deterioration_is_called_within_a_year_of_its_start(
    cur: duckdb.DuckDBPyConnection, measure_id: str
) -> None:
    """By theory a lasting fall is called when eight months stand below: the slide from October 2020 takes some to grow past
    a sigma, so eight and a few. Judged in September 2021 from the months to then."""
    said = judge(cur, measure_id, since=BEFORE_THE_DROP, as_at=date(2021, 9, 30))
    assert said.verdict.direction == "worsening", said.verdict.sentence
    assert said.verdict.fired_on is not None and said.verdict.fired_on <= date(2021, 9, 1)
    assert said.dots.variation == "concerning"
    good, bad = (
        planted(SLID[measure_id], "AB", HISTORY_FROM),
        planted(SLID[measure_id], "AB", date(2021, 9, 1)),
    )
    assert said.verdict.baseline is not None and said.verdict.recent is not None
    assert said.verdict.baseline - said.verdict.recent > 100 * (good - bad) / 3


@pytest.mark.parametrize("measure_id", SLID)
def test_nothing_is_called_before_anything_was_planted(
    cur: duckdb.DuckDBPyConnection, measure_id: str
) -> None:
    """Level from October 2018 to September 2020: twelve months teach, ten are judged. By chance one in sixteen of five."""
    said = judge(cur, measure_id, since=date(2019, 10, 1), as_at=date(2020, 8, 31), rebased=HISTORY_FROM)
    assert said.verdict.direction in ("no_evidence", "cannot_tell"), said.verdict.sentence


def test_re_basing_changes_the_chart_and_not_the_improvement_plans_answer(
    cur: duckdb.DuckDBPyConnection,
) -> None:
    as_at = date(2026, 9, 30)
    since = date(2021, 12, 10)
    plain = judge(cur, "assessments_45wd_pct", since=since, as_at=as_at)
    moved = judge(cur, "assessments_45wd_pct", since=since, as_at=as_at, rebased=date(2024, 1, 1))
    assert moved.verdict.since == date(2025, 1, 1) and moved.verdict.chart.baseline_from == date(2024, 1, 1)
    assert plain.verdict.since == date(2021, 12, 1)
    found = measure_progress(cur, "assessments_45wd_pct", since, as_at)
    assert found.verdict.sentence == plain.verdict.sentence


def test_teams_planted_apart_show_a_spread_and_the_team_that_hardly_recovers_stands_lowest(
    cur: duckdb.DuckDBPyConnection,
) -> None:
    """Assessments in time, planted for the last year: 0.92, 0.71, 0.92, 0.83, 0.65 and 0.84: a standard deviation of 0.11."""
    teams, ends = team_counts(cur, "assessments_45wd_pct")
    assert ends == date(2026, 9, 30)
    found = spread(teams)
    assert found is not None and found.is_beyond_chance
    truth = [planted("assessment_45wd", t.id, date(2026, 4, 1)) for t in teams if t.of >= 10]
    middle = sum(truth) / len(truth)
    deviation = (sum((t - middle) ** 2 for t in truth) / (len(truth) - 1)) ** 0.5
    assert found.interval.low <= deviation <= found.interval.high
    placed = funnel(teams)
    assert placed is not None
    assert min(placed.teams, key=lambda p: p.shrunk).team.id == "SC"


def test_the_planted_spread_between_teams_is_recovered_year_by_year(cur: duckdb.DuckDBPyConnection) -> None:
    """Children seen in assessment: six teams planted level, a standard deviation of 0.0316 apart. 95% stated; of eight
    yearly intervals three or more miss once in 170 times."""
    missed = []
    for back in range(8):
        teams, ends = team_counts(cur, SPREAD.measure, years_back=back)
        found = spread([team for team in teams if team.id in SPREAD.teams])
        assert found is not None and found.teams == len(SPREAD.teams)
        if not found.interval.holds(SPREAD.deviation):
            missed.append((ends, found.deviation, found.interval))
        assert found.is_beyond_chance, "cases enough that teams so far apart are told from chance"
    assert len(missed) <= 2, missed


def test_disabled_children_are_found_as_far_behind_as_they_were_planted(
    cur: duckdb.DuckDBPyConnection,
) -> None:
    """Their odds of a review decision within four weeks are 0.55 of the others': the planted difference is inside its
    interval, told beyond chance, and the odds ratio the counts give is near the planted one."""
    found = gaps(cur, GAP.measure, date(2026, 9, 30))
    assert found is not None
    by_group = {
        g.name: g for dimension, groups in found.items() if dimension.id == "disability" for g in groups
    }
    disabled, others = by_group[GAP.group], [g for g in by_group.values() if g.name != GAP.group]
    rates = [
        planted(GAP.rate, "", date(2025 + (month > 9), (month - 1) % 12 + 1, 1)) for month in range(10, 22)
    ]
    truth = sum(GAP.share(rate) - rate for rate in rates) / len(rates)
    assert disabled.difference_interval is not None and disabled.difference_interval.holds(truth)
    assert disabled.is_beyond_chance and truth < -0.1
    count, of = sum(g.count for g in others), sum(g.of for g in others)
    odds = (disabled.count / (disabled.of - disabled.count)) / (count / (of - count))
    error = sqrt(sum(1 / n for n in (disabled.count, disabled.of - disabled.count, count, of - count)))
    assert abs(log(odds / GAP.odds)) < 1.96 * error, odds


def test_before_the_slide_the_same_teams_were_alike_and_have_parted_since(
    cur: duckdb.DuckDBPyConnection,
) -> None:
    before, _ = team_counts(cur, "assessments_45wd_pct", years_back=6)
    after, _ = team_counts(cur, "assessments_45wd_pct")
    found = closing(before, after)
    assert found is not None
    assert found.later.deviation > found.earlier.deviation and found.is_beyond_chance


def test_groups_add_up_to_the_measure(cur: duckdb.DuckDBPyConnection) -> None:
    for measure_id in (
        "icpc_15wd_pct",
        "rereferrals_12m_pct",
        "cla_3plus_social_workers_pct",
        "children_rereferred_pct",
    ):
        year = measures.year(cur, measure_id)
        found = gaps(cur, measure_id, date(2026, 9, 30))
        assert found
        for dimension, groups in found.items():
            assert sum(g.count for g in groups) == year.numerator, (measure_id, dimension.id)
            assert sum(g.of for g in groups) == year.denominator, (measure_id, dimension.id)


def test_rows_add_up_to_the_months_of_every_measure(cur: duckdb.DuckDBPyConnection) -> None:
    """The children a measure counts one by one are those its months add up."""
    from undrift.engines import to_sql
    from undrift.measures import engine

    for measure in measures.catalogue().values():
        rows = engine.rows(measure, date(2026, 9, 30))
        if rows is None or measure.is_exact:
            continue
        apart = cur.execute(
            f"""SELECT month, team_id, sum(numerator), sum(denominator) FROM ({to_sql(rows)}) GROUP BY ALL
                EXCEPT SELECT month, team_id, numerator, denominator FROM measures.months WHERE measure_id = ?""",
            [measure.id],
        ).fetchall()
        assert apart == [], measure.id


def test_waits_are_told_by_group_longest_first(cur: duckdb.DuckDBPyConnection) -> None:
    found = waits(cur, "assessments_45wd_pct")
    assert {"age", "sex", "ethnicity", "disability"} <= set(found)
    for waited, _ in found.values():
        known = [w.median for w in waited if w.median is not None]
        assert known == sorted(known, reverse=True)


def test_more_came_back_after_the_slide_than_before_as_planted(cur: duckdb.DuckDBPyConnection) -> None:
    """Re-referrals were planted to rise from 19 in 100 to 30 by mid-2021, so decisions of the year to September 2021 must
    show more returns than those of the year to September 2019, beyond chance, and more than expected over all years."""
    row = cur.execute("SELECT as_at FROM records.load").fetchone()
    assert row
    share = {}
    for back in (7, 5):
        part = add_months(row[0], -12 * back).isoformat()
        share[back] = cur.execute(
            """SELECT c.share, c.low, c.high, a.low, a.high FROM variation.curves c JOIN variation.against a USING (kind, slice, part)
               WHERE kind = 'assessment_nfa' AND slice = 'year' AND part = ? AND what = 'any' AND day = 365""",
            [part],
        ).fetchone()
    assert share[7] and share[5]
    assert share[7][2] < share[5][1]
    assert share[7][4] < 1 < share[5][3]


def _decided(
    cur: duckdb.DuckDBPyConnection, team: str, begins: date, ends: date
) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    """A team's assessments ended outright in a time: days watched, status, family, and the planted share back."""
    rows = cur.execute(
        """SELECT on_date, least(referral_on, enquiry_on, plan_on, care_on), gone_on, family_id FROM variation.decisions
           WHERE kind = 'assessment_nfa' AND team_id = ? AND on_date >= ? AND on_date < ? ORDER BY ALL""",
        [team, begins, ends],
    ).fetchall()
    day = cur.execute("SELECT as_at FROM records.load").fetchone()
    assert rows and day
    days, status = [], []
    for on, back, gone, _ in rows:
        last = min(d for d in (back, gone, day[0]) if d is not None)
        days.append(max(1, (last - on).days))
        status.append(CAME_BACK if back == last else COMPETING if gone == last else CENSORED)
    truth = sum(planted("reversal_6m", team, on) for on, *_ in rows) / len(rows)
    return np.array(days), np.array(status), np.array([family for *_, family in rows]), truth


CELLS = [(team, year) for team in ("AB", "AM", "SA", "SB", "SC") for year in range(2019, 2026)]


def test_the_share_come_back_is_the_planted_one_by_team_and_year(cur: duckdb.DuckDBPyConnection) -> None:
    """95% stated; 35 intervals, of which 1.75 miss on average and six or more once in 150 times. (What was planted is which
    of the children who came back had been assessed how, so chance moves the shares a little less than it would real ones.)"""
    missed = []
    for team, year in CELLS:
        days, status, families, truth = _decided(cur, team, date(year, 1, 1), date(year + 1, 1, 1))
        (step,) = cumulative_incidence(days, status, [182], families)
        assert step.interval is not None
        if not step.interval.holds(truth):
            missed.append((team, year, step.share, truth))
    assert len(missed) <= 5, missed


def test_moor_closes_too_soon_and_brook_does_not(cur: duckdb.DuckDBPyConnection) -> None:
    """Planted of the last three years: 23 or 24 in a hundred of Moor's back within six months, 14 of Brook's."""
    found = []
    for team in ("AM", "AB"):
        days, status, families, _ = _decided(cur, team, date(2023, 10, 1), date(2026, 3, 1))
        found += cumulative_incidence(days, status, [182], families)
    moor, brook = found
    assert moor.interval is not None and brook.interval is not None
    assert moor.interval.low > brook.interval.high
    (dispersion,) = cur.execute(
        "SELECT dispersion FROM variation.against WHERE kind = 'assessment_nfa' AND slice = 'all'"
    ).fetchone() or (None,)
    assert dispersion is not None and dispersion > 1.2, "brothers and sisters come back together"
