"""The story that was planted can be found again in the records, and the sizes are those of a real place."""

from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from statistics import median

import pytest

from tests.synthetic.conftest import Irwell, allocations, when, when_or
from undrift.dates import working_days_between
from undrift.synthetic.story import AS_AT, RATES, TEAMS, planted
from undrift.synthetic.truth import Instance
from undrift.synthetic.truth_flags import all_flags, up_on
from undrift.synthetic.truth_more import every_clock

SCALE = 0.2


@pytest.fixture(scope="module")
def clocks(larger: Irwell) -> dict[str, list[Instance]]:
    out: dict[str, list[Instance]] = defaultdict(list)
    for one in every_clock(larger.tables, AS_AT):
        out[one.clock_id].append(one)
    return out


def in_time(instances: list[Instance], since: date, until: date) -> float:
    """The share met of those met or late, by the day the clock started."""
    said = [
        one.reading
        for one in instances
        if one.started_on and since <= one.started_on <= until and one.reading in ("met", "late")
    ]
    return said.count("met") / len(said)


GOOD = (date(2018, 10, 1), date(2020, 9, 1))
BAD = (date(2021, 7, 1), date(2023, 2, 28))
NOW = (date(2025, 7, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("names", "good", "bad", "now"),
    [
        (["assessment_45wd"], 0.86, 0.62, 0.81),
        (["icpc_15wd"], 0.84, 0.66, 0.79),
        (["cp_visit"], 0.87, 0.68, 0.80),
        (["cp_review_first", "cp_review_next"], 0.94, 0.82, 0.91),
        (["lac_review_first", "lac_review_second", "lac_review_next"], 0.95, 0.84, 0.92),
        (["lac_visit_first", "lac_visit_6wk"], 0.93, 0.78, 0.89),
        (["contact_referral_decision_1wd"], 0.93, 0.75, 0.90),
    ],
)
def test_practice_worsens_then_recovers(
    clocks: dict[str, list[Instance]], names: list[str], good: float, bad: float, now: float
) -> None:
    instances = [one for name in names for one in clocks[name]]
    found = [in_time(instances, *period) for period in (GOOD, BAD, NOW)]
    assert found == pytest.approx([good, bad, now], abs=0.08)
    assert found[0] > found[1] < found[2]


def test_more_children_came_back_after_october_2020(clocks: dict[str, list[Instance]]) -> None:
    def share(since: date, until: date) -> float:
        said = [
            o.reading
            for o in clocks["rereferral_window_12m"]
            if o.stopped_on and since <= o.stopped_on <= until
        ]
        return said.count("late") / len(said)

    assert share(*GOOD) == pytest.approx(0.19, abs=0.04)
    assert share(*BAD) == pytest.approx(0.30, abs=0.05)
    assert share(*NOW) == pytest.approx(0.265, abs=0.05)


def test_ash_is_better_than_cedar_now_and_was_not_before(larger: Irwell) -> None:
    """Child protection visits, counted by the team that held the enquiry."""
    teams = {
        row["icpc_cp_plan_id"]: row["icpc_icpc_team"] for row in larger.tables["ssd_initial_cp_conference"]
    }
    visits: dict[object, list[date]] = defaultdict(list)
    for row in larger.tables["ssd_cp_visits"]:
        if row["cppv_cp_visit_seen"] == "Y":
            visits[row["cppv_cp_plan_id"]].append(when(row, "cppv_cp_visit_date"))
    kept: dict[tuple[object, bool], list[bool]] = defaultdict(list)
    for number, days in visits.items():
        days.sort()
        for before, after in pairwise(days):
            if before < date(2020, 9, 1) or before > date(2025, 6, 30):
                kept[teams[number], before > date(2025, 6, 30)].append(
                    working_days_between(before, after) <= 10
                )
    shares = {key: sum(said) / len(said) for key, said in kept.items()}
    assert shares["SA", True] > shares["SC", True] + 0.12
    assert abs(shares["SA", False] - shares["SC", False]) < 0.05


def test_worker_changes_have_not_got_better(larger: Irwell) -> None:
    def three_or_more(day: date) -> float:
        """Share of children in care on a day with three or more social workers in the year before."""
        in_care = {
            row["clae_person_id"]
            for row in larger.tables["ssd_cla_episodes"]
            if when(row, "clae_cla_episode_start_date") <= day < when_or(row, "clae_cla_episode_ceased_date")
        }
        workers: dict[object, set[object]] = defaultdict(set)
        for row in allocations(larger.tables):
            start, end = when(row, "invo_involvement_start_date"), when_or(row, "invo_involvement_end_date")
            if start <= day and end > day.replace(year=day.year - 1):
                workers[row["invo_person_id"]].add(row["invo_professional_id"])
        return sum(len(workers[child]) >= 3 for child in in_care) / len(in_care)

    before, now = three_or_more(date(2020, 6, 30)), three_or_more(AS_AT)
    assert before < 0.34
    assert 0.28 < now < 0.52
    assert now > before


def test_drift_grew_while_practice_was_bad(larger: Irwell) -> None:
    flags = all_flags(larger.tables)
    before, worst = (
        Counter(f.pattern_id for f in up_on(flags, day)) for day in (date(2020, 6, 30), date(2022, 6, 30))
    )
    for pattern in ("contacts_no_assessment", "assessment_stale", "no_permanence_plan"):
        assert worst[pattern] > before[pattern], pattern


def test_sizes_are_near_those_of_a_real_place(larger: Irwell) -> None:
    """Against the published figures for Bury, a place of the same size; a fifth of it was made, so the bands are wide."""
    tables = larger.tables

    def in_year(table: str, column: str) -> float:
        return sum(date(2018, 10, 1) <= when_or(r, column) <= AS_AT for r in tables[table]) / 8 / SCALE

    def open_on(table: str, start: str, end: str) -> float:
        days = [date(year, 3, 31) for year in range(2020, 2027)]
        count = sum(when_or(r, start) <= day < when_or(r, end) for r in tables[table] for day in days)
        return count / len(days) / SCALE

    assert in_year("ssd_contacts", "cont_contact_date") == pytest.approx(7900, rel=0.1)
    assert in_year("ssd_cin_episodes", "cine_referral_date") == pytest.approx(2905, rel=0.1)
    assert in_year("ssd_s47_enquiry", "s47e_s47_start_date") == pytest.approx(1076, rel=0.15)
    assert in_year("ssd_initial_cp_conference", "icpc_icpc_date") == pytest.approx(343, rel=0.2)
    assert in_year("ssd_cin_assessments", "cina_assessment_start_date") == pytest.approx(2750, rel=0.12)
    assert open_on("ssd_cin_episodes", "cine_referral_date", "cine_close_date") == pytest.approx(
        1550, rel=0.12
    )
    assert open_on("ssd_cp_plans", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date") == pytest.approx(
        235, rel=0.25
    )
    assert open_on(
        "ssd_cla_episodes", "clae_cla_episode_start_date", "clae_cla_episode_ceased_date"
    ) == pytest.approx(350, rel=0.25)
    nfa = [row["cine_referral_nfa"] == "Y" for row in tables["ssd_cin_episodes"]]
    assert sum(nfa) / len(nfa) == pytest.approx(0.04, abs=0.015)
    taken = [
        working_days_between(when(row, "cina_assessment_start_date"), when(row, "cina_assessment_auth_date"))
        for row in tables["ssd_cin_assessments"]
        if row["cina_assessment_auth_date"] and when(row, "cina_assessment_start_date") > date(2025, 1, 1)
    ]
    assert 33 <= median(taken) <= 39


def test_planted_rates_run_in_straight_lines_between_their_points() -> None:
    for rate in RATES:
        for team in TEAMS:
            for text, value in rate.teams.get(team.id, rate.points):
                month = date(int(text[:4]), int(text[5:]), 15)
                assert planted(rate.id, team.id, month) == pytest.approx(value)
    assert planted("rereferral", "FD", date(2020, 10, 1)) > planted("rereferral", "FD", date(2020, 9, 30))
    assert planted("icpc_15wd", "SA", AS_AT) - planted("icpc_15wd", "SC", AS_AT) > 0.2
