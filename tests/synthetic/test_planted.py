"""What was planted in the records no return holds can be found again, by team and period, and is listed."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.synthetic.conftest import Irwell, allocations, when, when_or
from undrift import clocks, drift, measures
from undrift.dates import add_months, add_working_days, working_days_between
from undrift.synthetic.apart import GAP, SPREAD
from undrift.synthetic.files import Manifest
from undrift.synthetic.identity import UPN_LETTERS
from undrift.synthetic.plants import PLANT_COLUMNS
from undrift.synthetic.story import AS_AT, RATES, planted
from undrift.synthetic.tables import Row, Tables
from undrift.variation import decisions


@dataclass(frozen=True)
class Said:
    """One thing that could be late: when it began, for which team, and whether it was in time."""

    team: str
    began: date
    kept: bool


def in_days(row: Row, start: str, stop: str, limit: int) -> Said:
    began = when(row, start)
    return Said("", began, when_or(row, stop) <= began + timedelta(days=limit))


def core_groups(tables: Tables) -> Iterator[tuple[str, Said]]:
    teams = {
        row["icpc_cp_plan_id"]: str(row["icpc_icpc_team"]) for row in tables["ssd_initial_cp_conference"]
    }
    held = by_link(tables, "local_core_groups", "corg_cp_plan_id", "corg_held_date")
    for row in tables["ssd_cp_plans"]:
        start, end = when(row, "cppl_cp_plan_start_date"), when_or(row, "cppl_cp_plan_end_date")
        for nth, (last, following) in enumerate(pairwise([start, *held[row["cppl_cp_plan_id"]], end])):
            limit = last + timedelta(weeks=4) if nth else add_working_days(last, 10)
            if limit < min(end, AS_AT):  # else it ended, or was still to come, before it could be late
                rate = "core_group_next" if nth else "core_group_first"
                yield rate, Said(teams[row["cppl_cp_plan_id"]], last, following <= limit)


def need_reviews(tables: Tables) -> Iterator[tuple[str, Said]]:
    held = by_link(tables, "local_cin_reviews", "cinr_cin_plan_id", "cinr_held_date")
    for row in tables["ssd_cin_plans"]:
        start, end = when(row, "cinp_cin_plan_start_date"), when_or(row, "cinp_cin_plan_end_date")
        for last, following in pairwise([start, *held[row["cinp_cin_plan_id"]], end]):
            if add_months(last, 3) < min(end, AS_AT):
                yield (
                    "cin_review",
                    Said(str(row["cinp_cin_plan_team"]), last, following <= add_months(last, 3)),
                )


def by_link(tables: Tables, events: str, link: str, held: str) -> dict[object, list[date]]:
    """The days of what recurs in each plan, in order."""
    days: dict[object, list[date]] = defaultdict(list)
    for row in tables[events]:
        days[row[link]].append(when(row, held))
    return defaultdict(list, {key: sorted(given) for key, given in days.items()})


def front_door(tables: Tables) -> Iterator[tuple[str, Said]]:
    for row in tables["local_strategy_discussions"]:
        if row["strd_held_date"]:
            concern, held, team = (
                when(row, "strd_concern_date"),
                when(row, "strd_held_date"),
                str(row["strd_team"]),
            )
            yield "strategy_1wd", Said(team, held, working_days_between(concern, held) <= 1)
            present = row["strd_police_present"] == row["strd_health_present"] == "Y"
            yield "strategy_agencies", Said(team, held, present)
    for row in tables["local_contact_decisions"]:
        if row["code_decided_date"]:
            yield (
                "manager_named",
                Said("FD", when(row, "code_decided_date"), row["code_manager_id"] is not None),
            )
    starts = {row["cina_assessment_id"]: row for row in tables["ssd_cin_assessments"]}
    for row in tables["local_assessment_reviews"]:
        its = starts[row["asre_assessment_id"]]
        if its["cina_assessment_auth_date"]:
            start, team = when(its, "cina_assessment_start_date"), str(its["cina_assessment_team"])
            kept = (
                row["asre_review_date"] is not None
                and working_days_between(start, when(row, "asre_review_date")) <= 10
            )
            yield "assessment_review", Said(team, start, kept)


def education(tables: Tables) -> Iterator[tuple[str, Said]]:
    disabled = {
        row["disa_person_id"] for row in tables["ssd_disability"] if row["disa_disability_code"] != "NONE"
    }
    asked = {
        row["ehcr_ehcp_request_id"]: when(row, "ehcr_ehcp_req_date") for row in tables["ssd_ehcp_requests"]
    }
    for row in tables["ssd_ehcp_requests"]:
        if row["ehcr_ehcp_req_outcome_date"]:
            yield "ehc_6w", in_days(row, "ehcr_ehcp_req_date", "ehcr_ehcp_req_outcome_date", 42)
    for row in tables["ssd_ehcp_assessment"]:
        issued = row["ehca_ehcp_assessment_outcome"] == "Y" and row["ehca_ehcp_assessment_exceptions"] == "0"
        if issued:
            on = asked[row["ehca_ehcp_request_id"]]
            yield (
                "ehc_20w",
                Said("", on, when(row, "ehca_ehcp_assessment_outcome_date") <= on + timedelta(weeks=20)),
            )
    for row in tables["local_ehcp_reviews"]:
        if row["ehrv_decision_date"]:
            kept = when(row, "ehrv_decision_date") <= when(row, "ehrv_meeting_date") + timedelta(weeks=4)
            whose = "disabled children" if row["ehrv_person_id"] in disabled else "ehc_decision_4w"
            yield whose, Said("", when(row, "ehrv_decision_date"), kept)


@pytest.fixture(scope="module")
def said(larger: Irwell) -> dict[str, list[Said]]:
    out: dict[str, list[Said]] = defaultdict(list)
    for area in (core_groups, need_reviews, front_door, education):
        for rate, one in area(larger.tables):
            out[rate].append(one)
    return out


PERIODS = (
    (date(2018, 10, 1), date(2020, 9, 1)),
    (date(2021, 7, 1), date(2023, 2, 28)),
    (date(2025, 7, 1), date(2026, 6, 30)),
)
WIDE = {
    "pep_10wd": 0.14,
    "reg24_16w": 0.2,
    "ehc_20w": 0.13,
    "ehc_6w": 0.08,
}  # few of them in a fifth of an authority


@pytest.mark.parametrize(
    "rate",
    ["core_group_first", "core_group_next", "cin_review", "strategy_1wd", "strategy_agencies", "manager_named",
     "assessment_review", "ehc_6w", "ehc_20w", "ehc_decision_4w"],
)  # fmt: skip
def test_a_rate_is_found_as_it_was_planted(said: dict[str, list[Said]], rate: str) -> None:
    for since, until in PERIODS:
        found = [one for one in said[rate] if since <= one.began <= until]
        expected = sum(planted(rate, one.team, one.began) for one in found) / len(found)
        assert len(found) > 20
        assert sum(one.kept for one in found) / len(found) == pytest.approx(
            expected, abs=WIDE.get(rate, 0.06)
        ), since


def test_disabled_children_wait_longer_by_the_planted_odds(said: dict[str, list[Said]]) -> None:
    for since, until in PERIODS:
        found = [one for one in said["disabled children"] if since <= one.began <= until]
        expected = sum(GAP.share(planted(GAP.rate, "", one.began)) for one in found) / len(found)
        assert len(found) > 50
        assert sum(one.kept for one in found) / len(found) == pytest.approx(expected, abs=0.08), since


@pytest.mark.parametrize("team", SPREAD.teams)
def test_children_are_seen_as_often_as_their_team_was_planted_to(larger: Irwell, team: str) -> None:
    """Four standard errors: one of six teams, the smallest with under two hundred, and shares near the top lean."""
    seen = [row["cina_assessment_child_seen"] == "Y" for row in larger.tables["ssd_cin_assessments"]
            if row["cina_assessment_team"] == team and row["cina_assessment_child_seen"]]  # fmt: skip
    ((_, wanted),) = SPREAD.teams[team]
    assert len(seen) > 100
    assert sum(seen) / len(seen) == pytest.approx(wanted, abs=4 * (wanted * (1 - wanted) / len(seen)) ** 0.5)


@pytest.mark.parametrize("rate", ["core_group_next", "cin_review", "strategy_agencies"])
def test_ash_and_cedar_were_alike_and_parted(said: dict[str, list[Said]], rate: str) -> None:
    def share(team: str, period: tuple[date, date]) -> float:
        found = [one.kept for one in said[rate] if one.team == team and period[0] <= one.began <= period[1]]
        return sum(found) / len(found)

    assert share("SA", PERIODS[2]) > share("SC", PERIODS[2]) + 0.1
    assert abs(share("SA", PERIODS[0]) - share("SC", PERIODS[0])) < 0.1


def test_dentists_were_shut_for_everybody(larger: Irwell) -> None:
    """Of checks due in the year from April 2020, and in the year before: the share done in time."""
    done: dict[object, list[date]] = defaultdict(list)
    for row in larger.tables["ssd_cla_health"]:
        if row["clah_health_check_type"] == "Dental Check" and row["clah_health_check_status"] == "Completed":
            done[row["clah_person_id"]].append(when(row, "clah_health_check_date"))
    kept: dict[int, list[bool]] = defaultdict(list)
    for days in done.values():
        for last, following in pairwise(sorted(days)):
            if date(2018, 4, 1) <= last < date(2020, 4, 1):
                kept[(last - timedelta(days=90)).year].append(following <= add_months(last, 12))
    assert sum(kept[2018]) / len(kept[2018]) > 0.7
    assert sum(kept[2019]) / len(kept[2019]) < 0.4


def test_cohort_of_23_came_in_one_month_and_some_left(small: Irwell) -> None:
    joined = [row for row in small.tables["local_workforce"] if row["wkfc_start_date"] == date(2023, 9, 4)]
    cohort = {row["wkfc_professional_id"] for row in joined if row["wkfc_start_origin"] == "3"}
    gone = {
        row["wkfc_professional_id"]
        for row in joined
        if row["wkfc_start_origin"] == "3" and row["wkfc_end_date"]
    }
    assert len(cohort) == 23
    assert len(gone) == 8
    listed = {str(one["who"]) for one in put_in(small) if one["what"] == "cohort"}
    assert listed == cohort


def put_in(irwell: Irwell) -> list[dict[str, object]]:
    listed = irwell.extra["put_in"]
    assert isinstance(listed, list)
    return listed


def test_a_newcomers_caseload_grows(larger: Irwell) -> None:
    newcomers = {one["who"] for one in put_in(larger) if one["what"] == "cohort"}

    def held(on: date) -> int:
        return sum(
            row["invo_professional_id"] in newcomers
            and when(row, "invo_involvement_start_date") <= on < when_or(row, "invo_involvement_end_date")
            for row in allocations(larger.tables)
        )

    assert held(date(2023, 10, 4)) < 0.5 * held(date(2024, 4, 4)) < 0.8 * held(date(2024, 9, 4))


def test_nobody_holds_a_child_before_joining_or_after_leaving(small: Irwell) -> None:
    served: dict[object, tuple[date, date]] = {}
    for row in small.tables["local_workforce"]:
        served[row["wkfc_professional_id"]] = (when(row, "wkfc_start_date"), when_or(row, "wkfc_end_date"))
    for row in allocations(small.tables):
        if row["invo_professional_id"] in served:
            joined, left = served[row["invo_professional_id"]]
            assert joined <= when(row, "invo_involvement_start_date")
            assert min(when_or(row, "invo_involvement_end_date"), AS_AT) <= left


def test_agency_and_leaving_run_as_planted(small: Irwell) -> None:
    for year in (2020, 2022, 2026):
        here = [
            row
            for row in small.tables["local_workforce"]
            if row["wkfc_year"] == year and not row["wkfc_end_date"]
        ]
        agency = sum(row["wkfc_agency"] == "Y" for row in here) / len(here)
        assert agency == pytest.approx(planted("agency", "", date(year, 9, 30)), abs=0.1)


def test_pupil_numbers_carry_the_right_letter(small: Irwell) -> None:
    numbers = [str(row["pers_upn"]) for row in small.tables["ssd_person"] if row["pers_upn"]]
    assert len(set(numbers)) == len(numbers) > 100
    for number in numbers:
        assert re.fullmatch(r"[A-HJ-NP-RT-Z][0-9]{12}", number)
        total = sum(int(digit) * (nth + 2) for nth, digit in enumerate(number[1:]))
        assert number[0] == UPN_LETTERS[total % 23]
    for row in small.tables["ssd_person"]:
        assert (row["pers_upn"] is None) == (row["pers_upn_unknown"] is not None)


def test_unborn_children_have_one_date_or_the_other(larger: Irwell) -> None:
    listed = {str(one["who"]): one for one in put_in(larger) if one["what"] == "unborn"}
    assert listed
    child, one = next(iter(listed.items()))
    born, referred = when(one, "value"), when(one, "from")
    before = next(row for row in larger.history.at(referred)["ssd_person"] if row["pers_person_id"] == child)
    after = next(
        row for row in larger.history.at(max(born, referred))["ssd_person"] if row["pers_person_id"] == child
    )
    assert before["pers_dob"] is None and before["pers_expected_dob"] is not None
    assert after["pers_dob"] == born and after["pers_expected_dob"] is None


def test_every_rate_and_every_thing_put_in_is_listed(written: Manifest) -> None:
    with (written.out / "truth" / "planted.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert tuple(rows[0]) == PLANT_COLUMNS
    assert {rate.id for rate in RATES} == {row["rate"] for row in rows if row["rate"]}
    assert {row["kind"] for row in rows} == {
        "clock",
        "pattern",
        "measure",
        "decision",
        "gap",
        "spread",
        "event",
    }
    told = {row["kind"]: (row["id"], row["who"], row["value"]) for row in rows}
    assert told["gap"] == ("ehcp_review_decision_4w_pct", "Disabled", "0.55")
    assert told["spread"] == ("assessment_child_seen_pct", "", "0.0316")
    cedar = [row for row in rows if row["id"] == "core_group_next" and row["team"] == "SC"]
    assert [row["from"] for row in cedar] == [
        "2018-10",
        "2020-09",
        "2020-10",
        "2021-06",
        "2023-03",
        "2025-06",
    ]


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        ("clock", clocks.catalogue()),
        ("pattern", drift.catalogue()),
        ("measure", measures.catalogue()),
        ("decision", decisions.BY_ID),
    ],
)
def test_what_a_rate_plants_is_a_card(kind: str, known: dict[str, object]) -> None:
    named = {name.partition(":")[2] for rate in RATES for name in rate.plants if name.startswith(f"{kind}:")}
    assert named and named <= set(known)
