"""From rows of records to flags: what is so of the people and places around a child, on a few families made by hand."""

from dataclasses import asdict
from datetime import date

import pytest

from tests.journeys.giving import D, empty, give
from undrift import drift
from undrift.dates import add_working_days
from undrift.drift import engine
from undrift.drift.settings import around
from undrift.engines import to_sql
from undrift.engines.limits import months
from undrift.journeys import build
from undrift.journeys.around import USUAL, Thresholds
from undrift.journeys.build import create
from undrift.records import links

PATTERNS = (
    "siblings_apart", "siblings_not_assessed", "assessment_stale", "worker_over_caseload", "worker_new",
    "worker_newly_qualified", "placed_far", "unregistered_placement", "care_leaver_unsuitable_home",
    "care_leaver_not_in_work", "transition_not_begun", "transition_not_begun_no_plan", "unallocated",
    "temporary_approval_over", "three_carers",
)  # fmt: skip
YOUNG = D(2016, 5, 1)


class Made:
    """Families given row by row."""

    def __init__(self) -> None:
        self.con = empty()

    def child(self, child: str, family: str, born: date = YOUNG) -> None:
        give(self.con, "ssd_person", pers_person_id=child, pers_dob=born)
        give(self.con, "ssd_family", fami_family_id=family, fami_person_id=child)

    def placed(
        self, child: str, key: str, start: date, end: date | None, carer: str | None = None, **more: object
    ) -> None:
        give(self.con, "ssd_cla_placement", clap_cla_placement_id=key, clap_person_id=child, clap_cla_id=f"L{child}",
             clap_cla_placement_start_date=start, clap_cla_placement_end_date=end, **more)  # fmt: skip
        if carer:
            give(self.con, "local_placement_moves", plmo_id=f"M{key}", plmo_person_id=child, plmo_placement_id=key,
                 plmo_carer_id=carer)  # fmt: skip

    def in_care(self, child: str, start: date) -> None:
        give(self.con, "ssd_cla_episodes", clae_cla_episode_id=f"E{child}", clae_person_id=child, clae_cla_id=f"L{child}",
             clae_cla_episode_start_date=start, clae_entered_care_date=start, clae_cla_episode_start_reason="S")  # fmt: skip

    def assessed(self, child: str, on: date) -> None:
        give(self.con, "ssd_cin_assessments", cina_assessment_id=f"A{child}", cina_person_id=child,
             cina_assessment_start_date=on)  # fmt: skip

    def held(
        self, child: str, worker: str, start: date, end: date | None, role: str = "Allocated social worker"
    ) -> None:
        give(self.con, "ssd_involvements", invo_involvements_id=f"I{child}{worker}{role}", invo_person_id=child,
             invo_professional_id=worker, invo_professional_role_id=role, invo_involvement_start_date=start,
             invo_involvement_end_date=end, invo_professional_team="T", invo_referral_id=f"R{child}")  # fmt: skip

    def referred(self, child: str, on: date, close: date | None = None) -> None:
        give(self.con, "ssd_cin_episodes", cine_referral_id=f"R{child}", cine_person_id=child, cine_referral_date=on,
             cine_close_date=close, cine_referral_nfa="N")  # fmt: skip

    def post(self, worker: str, start: date, status: str | None = None) -> None:
        give(self.con, "local_workforce", wkfc_id=f"W{worker}", wkfc_professional_id=worker, wkfc_start_date=start,
             wkfc_first_year_status=status)  # fmt: skip

    def leaver(self, child: str, suitable: str, activity: str) -> None:
        give(self.con, "ssd_care_leavers", clea_table_id=f"CL{child}", clea_person_id=child,
             clea_care_leaver_latest_contact=D(2026, 4, 1), clea_care_leaver_accom_suitable=suitable,
             clea_care_leaver_activity=activity, clea_pathway_plan_review_date=D(2026, 5, 6))  # fmt: skip


def families(made: Made) -> None:
    # Two in care: apart from March, when the younger came in, to May, when she joined her brother's carer.
    for child in ("apart1", "apart2", "alone"):
        made.child(child, "F-" + child[:5])
        made.in_care(child, D(2026, 1, 1))
    made.placed("apart1", "P1", D(2026, 1, 1), None, "X")
    made.placed("apart2", "P2", D(2026, 3, 1), D(2026, 5, 1), "Y")
    made.placed("apart2", "P3", D(2026, 5, 1), None, "X")
    made.placed("alone", "P4", D(2026, 1, 1), None, "Z")
    # One assessed, one not, and one on the twentieth working day.
    for child in ("seen", "unseen", "later"):
        made.child(child, "F-assessed")
    made.assessed("seen", D(2026, 3, 2))
    made.assessed("later", add_working_days(D(2026, 3, 2), 20))
    # A baby is born to a family whose elder child has a plan.
    made.child("elder", "F-baby")
    made.child("baby", "F-baby", born=D(2026, 3, 2))
    give(
        made.con,
        "ssd_cin_plans",
        cinp_cin_plan_id="N1",
        cinp_person_id="elder",
        cinp_cin_plan_start_date=D(2026, 1, 5),
    )
    # Twenty children of one worker, a twenty-first for a month, and one the worker is not the social worker of.
    for nth in range(22):
        made.child(f"case{nth:02}", f"F-case{nth}")
    for nth in range(20):
        made.held(f"case{nth:02}", "full", D(2026, 1, 1), None)
    made.held("case20", "full", D(2026, 4, 1), D(2026, 5, 1))
    made.held("case21", "full", D(2026, 1, 1), None, role="Supporting worker")
    # A worker who came in February, newly qualified, holds a child since March.
    made.post("fresh", D(2026, 2, 1), "Yes")
    made.post("old", D(2020, 2, 1))
    made.child("new", "F-new")
    made.held("new", "fresh", D(2026, 3, 1), None)
    made.held("elder", "old", D(2026, 3, 1), None)


def places(made: Made) -> None:
    for child, miles, urn in (("far", "20.1", "SC12"), ("near", "20", "SC34"), ("nowhere", None, "xxxxxxx")):
        made.child(child, f"F-{child}")
        made.placed(child, f"PL{child}", D(2026, 2, 1), None, clap_cla_placement_distance=miles,
                    clap_cla_placement_urn=urn, clap_cla_placement_type="K2")  # fmt: skip
    for child, suitable, activity in (("badly", "2", "F1"), ("idle", "1", "G4"), ("well", "1", "F1")):
        made.child(child, f"F-{child}", born=D(2007, 5, 1))
        made.leaver(child, suitable, activity)
    # A connected carer for ten weeks, then another for ten: neither past sixteen.
    made.child("moved", "F-moved")
    made.in_care("moved", D(2026, 1, 1))
    for key, start, end in (("Q1", D(2026, 1, 1), D(2026, 3, 12)), ("Q2", D(2026, 3, 12), D(2026, 5, 21))):
        made.placed("moved", key, start, end)
        give(made.con, "local_placement_moves", plmo_id=f"M{key}", plmo_person_id="moved", plmo_placement_id=key,
             plmo_carer_id=f"C{key}", plmo_temporary_approval_date=start)  # fmt: skip
    made.placed("moved", "Q3", D(2026, 5, 21), None, "CQ3")


def growing_up(made: Made) -> None:
    # Fourteen in February 2025: with a plan for special needs, disabled without one, disabled and assessed, not disabled.
    for child in ("planned", "disabled", "looked", "able"):
        made.child(child, f"F-{child}", born=D(2011, 2, 10))
        made.referred(child, D(2024, 1, 8))
    for child in ("planned", "disabled", "looked"):
        give(made.con, "ssd_disability", disa_person_id=child, disa_disability_code="AUT")
    give(made.con, "ssd_disability", disa_person_id="able", disa_disability_code="NONE")
    made.assessed("looked", D(2025, 6, 2))
    give(made.con, "ssd_send", send_table_id="S1", send_person_id="planned")
    give(
        made.con,
        "ssd_ehcp_requests",
        ehcr_ehcp_request_id="Q1",
        ehcr_send_table_id="S1",
        ehcr_ehcp_req_date=D(2023, 1, 2),
    )
    give(made.con, "ssd_ehcp_assessment", ehca_ehcp_assessment_id="EA1", ehca_ehcp_request_id="Q1")
    give(made.con, "ssd_ehcp_named_plan", ehcn_named_plan_id="EP1", ehcn_ehcp_asmt_id="EA1",
         ehcn_named_plan_start_date=D(2023, 5, 2))  # fmt: skip
    # An open case: nobody for seven working days between two workers, and nobody since the last left.
    made.child("left", "F-left")
    made.referred("left", D(2026, 2, 2))
    made.held("left", "one", D(2026, 2, 2), D(2026, 3, 2))
    made.held("left", "two", D(2026, 3, 11), D(2026, 9, 1))


@pytest.fixture(scope="module")
def found() -> dict[str, list[tuple[str, date, date | None]]]:
    """Pattern to (child, since, until), from rows given one by one."""
    return flagged(USUAL)


def flagged(limits: Thresholds) -> dict[str, list[tuple[str, date, date | None]]]:
    made = Made()
    families(made)
    places(made)
    growing_up(made)
    links.build(made.con, [])
    build(made.con, limits)
    create(made.con, "drift.flag_spells", engine.FLAG_SPELLS)
    for pattern in PATTERNS:
        made.con.execute(
            "INSERT INTO drift.flag_spells " + to_sql(engine.flag_spells(drift.catalogue()[pattern]))
        )
    rows = made.con.execute(
        "SELECT pattern_id, child_id, since, until FROM drift.flag_spells ORDER BY ALL"
    ).fetchall()
    flags: dict[str, list[tuple[str, date, date | None]]] = {pattern: [] for pattern in PATTERNS}
    for pattern, *rest in rows:
        flags[pattern].append((rest[0], rest[1], rest[2]))
    return flags


Found = dict[str, list[tuple[str, date, date | None]]]


def test_the_thresholds_journeys_are_built_with_are_those_of_the_cards_and_each_bears_load(
    found: Found,
) -> None:
    assert around({}) == USUAL
    decided = {
        ("placed_far", "miles"): 19, ("worker_over_caseload", "children"): 19, ("worker_new", "new_for"): months(3),
        ("worker_newly_qualified", "first_year_for"): months(2),
    }  # fmt: skip
    assert set(asdict(USUAL)) == {name for _, name in decided}, (
        "one pattern a threshold, and none left in the code"
    )
    changed = flagged(around(decided))
    assert [one[0] for one in found["placed_far"]] == ["far"]
    assert [one[0] for one in changed["placed_far"]] == ["far", "near"]
    assert {one[0] for one in changed["worker_over_caseload"]} == {f"case{nth:02}" for nth in range(21)}
    assert min(one[1] for one in changed["worker_over_caseload"]) == D(2026, 1, 1), (
        "twenty are too many from the first"
    )
    assert [one[2] for one in changed["worker_new"]] == [D(2026, 5, 1)]
    assert [one[2] for one in changed["worker_newly_qualified"]] == [D(2026, 4, 1)]


def test_brothers_and_sisters_apart_until_one_joins_the_others_carer(found: Found) -> None:
    assert found["siblings_apart"] == [
        ("apart1", D(2026, 3, 1), D(2026, 5, 1)),
        ("apart2", D(2026, 3, 1), D(2026, 5, 1)),
    ]


def test_a_brother_assessed_and_this_child_not(found: Found) -> None:
    """The one assessed on the twentieth working day answers for herself, and leaves her elder brother's long since begun."""
    twenty = add_working_days(D(2026, 3, 2), 20)
    assert ("unseen", twenty, D(2026, 9, 30)) in found["siblings_not_assessed"]
    assert not [one for one in found["siblings_not_assessed"] if one[0] == "later"]
    assert [one[0] for one in found["siblings_not_assessed"]] == ["seen", "unseen"], (
        "hers came after his: another occasion"
    )


def test_a_new_baby_makes_the_elders_assessment_stale(found: Found) -> None:
    assert found["assessment_stale"] == [("elder", add_working_days(D(2026, 3, 2), 20), None)]


def test_the_twenty_first_child_puts_all_of_them_over_the_limit_and_a_supporter_does_not_count(
    found: Found,
) -> None:
    assert found["worker_over_caseload"] == [
        (f"case{nth:02}", D(2026, 4, 1), D(2026, 5, 1)) for nth in range(21)
    ]


def test_a_worker_is_new_for_six_months_and_newly_qualified_for_twelve(found: Found) -> None:
    assert found["worker_new"] == [("new", D(2026, 3, 1), D(2026, 8, 1))]
    assert found["worker_newly_qualified"] == [("new", D(2026, 3, 1), D(2027, 2, 1))]


def test_far_is_more_than_twenty_miles_and_unregistered_is_a_row_of_crosses(found: Found) -> None:
    assert found["placed_far"] == [("far", D(2026, 2, 1), None)]
    assert found["unregistered_placement"] == [("nowhere", D(2026, 2, 1), None)]


def test_care_leavers_as_was_learnt_at_the_last_contact(found: Found) -> None:
    assert found["care_leaver_unsuitable_home"] == [("badly", D(2026, 4, 1), None)]
    assert found["care_leaver_not_in_work"] == [("idle", D(2026, 8, 6), None)], (
        "three months after the plan was reviewed"
    )


def test_another_connected_carer_has_sixteen_weeks_of_their_own(found: Found) -> None:
    assert found["temporary_approval_over"] == []
    assert found["three_carers"] == [("moved", D(2026, 5, 21), D(2027, 3, 12))], (
        "until twelve months after the first left"
    )


def test_adulthood_is_asked_of_children_with_a_plan_and_of_disabled_children_without(found: Found) -> None:
    assert found["transition_not_begun"] == [("planned", D(2026, 2, 10), D(2029, 2, 10))]
    assert found["transition_not_begun_no_plan"] == [("disabled", D(2026, 2, 10), D(2029, 2, 10))]


def test_nobody_holds_the_child_between_two_workers_and_after_the_last(found: Found) -> None:
    assert [one for one in found["unallocated"] if one[0] == "left"] == [
        ("left", D(2026, 3, 9), D(2026, 3, 11)),
        ("left", D(2026, 9, 8), None),
    ]
