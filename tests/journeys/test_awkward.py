"""What real records do that a form never expects, each on a few rows: what the journey makes of it."""

from datetime import date

import duckdb
import pytest

from tests.journeys.giving import (
    D,
    allocate,
    born,
    empty,
    episode,
    events,
    give,
    placement,
    review,
    spells,
    status,
)
from undrift.clocks import catalogue, engine
from undrift.engines import to_sql
from undrift.journeys import build


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    return empty()


def test_everything_of_one_day_is_kept_and_none_of_it_lost(con: duckdb.DuckDBPyConnection) -> None:
    give(con, "ssd_cin_episodes", cine_referral_id="R1", cine_person_id="c", cine_referral_date=D(2024, 4, 2),
         cine_close_date=D(2024, 4, 2), cine_referral_nfa="Y")  # fmt: skip
    for key in ("K1", "K2"):
        give(con, "ssd_contacts", cont_contact_id=key, cont_person_id="c", cont_contact_date=D(2024, 4, 2))
    build(con)
    assert spells(con, "referral") == [(D(2024, 4, 2), D(2024, 4, 2))]
    assert len(events(con, "contact")) == 2


def test_overlapping_plans_stay_two_plans(con: duckdb.DuckDBPyConnection) -> None:
    for key, start, end in (("P1", D(2024, 1, 1), D(2024, 6, 1)), ("P2", D(2024, 5, 1), None)):
        give(con, "ssd_cin_plans", cinp_cin_plan_id=key, cinp_person_id="c", cinp_cin_plan_start_date=start,
             cinp_cin_plan_end_date=end)  # fmt: skip
    build(con)
    assert spells(con, "cin_plan") == [(D(2024, 1, 1), D(2024, 6, 1)), (D(2024, 5, 1), None)]


def test_a_stop_before_its_start_is_kept_as_recorded(con: duckdb.DuckDBPyConnection) -> None:
    give(con, "ssd_cin_plans", cinp_cin_plan_id="P", cinp_person_id="c", cinp_cin_plan_start_date=D(2024, 5, 1),
         cinp_cin_plan_end_date=D(2024, 4, 1))  # fmt: skip
    build(con)
    assert spells(con, "cin_plan") == [(D(2024, 5, 1), D(2024, 4, 1))], "the clocks say cannot tell of it"


def test_what_is_over_before_it_begins_ended_on_no_day(con: duckdb.DuckDBPyConnection) -> None:
    """Taken for an earlier end, it would make the same plan, or the same period of care, a return to it."""
    give(con, "ssd_cp_plans", cppl_cp_plan_id="P", cppl_person_id="c", cppl_cp_plan_start_date=D(2024, 5, 10),
         cppl_cp_plan_end_date=D(2024, 5, 1))  # fmt: skip
    give(con, "ssd_cin_plans", cinp_cin_plan_id="N", cinp_person_id="c", cinp_cin_plan_start_date=D(2024, 5, 10),
         cinp_cin_plan_end_date=D(2024, 5, 1))  # fmt: skip
    episode(con, "E", D(2024, 6, 1), D(2024, 5, 1))
    build(con)
    for kind in ("cp_plan", "cin_plan", "care"):
        assert len(events(con, f"{kind}_started")) == 1
        assert events(con, f"{kind}_ended") == []
    for clock in ("cpp_repeat_2y", "lac_reentry_12m"):
        found = con.execute(
            to_sql(engine.instances(catalogue()[clock]).select("started_on", "trouble"))
        ).fetchall()
        assert found == [(None, "the records do not reach back far enough to know")]


def test_a_plan_reopened_is_a_second_plan(con: duckdb.DuckDBPyConnection) -> None:
    for key, start, end in (("P1", D(2024, 1, 1), D(2024, 3, 1)), ("P2", D(2024, 3, 1), None)):
        give(con, "ssd_cp_plans", cppl_cp_plan_id=key, cppl_person_id="c", cppl_cp_plan_start_date=start,
             cppl_cp_plan_end_date=end)  # fmt: skip
    build(con)
    assert events(con, "cp_plan_started", "on_date, spell_id") == [
        (D(2024, 1, 1), "P1"),
        (D(2024, 3, 1), "P2"),
    ]
    assert events(con, "cp_plan_ended") == [(D(2024, 3, 1),)]


def test_a_conference_for_a_child_who_moved_in_says_so(con: duckdb.DuckDBPyConnection) -> None:
    for key, moved in (("I1", "Y"), ("I2", "N")):
        give(con, "ssd_initial_cp_conference", icpc_icpc_id=key, icpc_person_id="c", icpc_icpc_date=D(2024, 4, 2),
             icpc_icpc_outcome_cp_flag="Y", icpc_icpc_transfer_in=moved)  # fmt: skip
    give(con, "ssd_cp_plans", cppl_cp_plan_id="P", cppl_person_id="c", cppl_cp_plan_start_date=D(2024, 4, 2),
         cppl_cp_plan_ola="Y")  # fmt: skip
    build(con)
    assert events(con, "icpc", "source_key, detail") == [("I1", "transfer_in"), ("I2", None)]
    assert spells(con, "cp_plan", "detail") == [("other_authority",)]


def test_care_ends_at_eighteen_even_when_nobody_closed_it(con: duckdb.DuckDBPyConnection) -> None:
    born(con, D(2006, 2, 28))
    episode(con, "E1", D(2020, 1, 1), None)
    placement(con, "P1", D(2020, 1, 1), D(2024, 3, 5))
    give(con, "ssd_cin_episodes", cine_referral_id="R", cine_person_id="c", cine_referral_date=D(2019, 12, 1))
    build(con)
    assert spells(con, "care") == [(D(2020, 1, 1), D(2024, 2, 28))]
    assert spells(con, "placement") == [(D(2020, 1, 1), D(2024, 2, 28))]
    assert spells(con, "referral") == [(D(2019, 12, 1), None)], "a referral is closed by closing it"
    con.execute("UPDATE records.load SET as_at = DATE '2024-02-27'")
    build(con)
    assert spells(con, "care") == [(D(2020, 1, 1), None)], "the day before, care goes on"


def test_a_child_born_on_a_leap_day_is_eighteen_at_the_end_of_february(
    con: duckdb.DuckDBPyConnection,
) -> None:
    born(con, D(2004, 2, 29))
    episode(con, "E1", D(2020, 1, 1), None)
    build(con)
    assert spells(con, "care") == [(D(2020, 1, 1), D(2022, 2, 28))]


def test_a_death_ends_everything(con: duckdb.DuckDBPyConnection) -> None:
    born(con, D(2020, 1, 1), pers_death_date=D(2024, 5, 5))
    give(con, "ssd_cin_episodes", cine_referral_id="R", cine_person_id="c", cine_referral_date=D(2024, 1, 1))
    build(con)
    assert spells(con, "referral") == [(D(2024, 1, 1), D(2024, 5, 5))]
    assert events(con, "died") == [(D(2024, 5, 5),)]


def test_an_unborn_child_is_one_child_before_and_after_birth(con: duckdb.DuckDBPyConnection) -> None:
    born(con, D(2024, 6, 20), pers_expected_dob=D(2024, 6, 10))
    for key, day in (("A1", D(2024, 5, 1)), ("A2", D(2024, 7, 1))):
        give(
            con,
            "ssd_cin_assessments",
            cina_assessment_id=key,
            cina_person_id="c",
            cina_assessment_start_date=day,
        )
    give(con, "ssd_cp_plans", cppl_cp_plan_id="P", cppl_person_id="c", cppl_cp_plan_start_date=D(2024, 5, 20))
    build(con)
    assert spells(con, "assessment", "spell_id, detail") == [("A1", "unborn"), ("A2", None)]
    assert spells(con, "cp_plan") == [(D(2024, 5, 20), None)], "one plan, across the birth"
    assert spells(con, "unborn") == [(D(2023, 9, 4), D(2024, 6, 20))]
    assert events(con, "born") == [(D(2024, 6, 20),)]


def test_a_pregnancy_with_no_birth_recorded_is_over_two_weeks_after_its_day(
    con: duckdb.DuckDBPyConnection,
) -> None:
    for child, expected in (("over", D(2024, 6, 10)), ("today", D(2026, 9, 16)), ("not yet", D(2026, 9, 17))):
        give(con, "ssd_person", pers_person_id=child, pers_expected_dob=expected)
    for key, day in (("A1", D(2024, 6, 23)), ("A2", D(2024, 6, 24))):
        give(
            con,
            "ssd_cin_assessments",
            cina_assessment_id=key,
            cina_person_id="over",
            cina_assessment_start_date=day,
        )
    build(con)
    assert dict(spells(con, "unborn", "child_id, ended_on")) == {
        "over": D(2024, 6, 24), "today": D(2026, 9, 30), "not yet": None,
    }  # fmt: skip
    assert spells(con, "assessment", "spell_id, detail") == [("A1", "unborn"), ("A2", None)]


@pytest.mark.parametrize(
    ("birth", "expected", "said"),
    [
        (None, D(2026, 10, 10), "unborn"), (None, D(2026, 9, 17), "unborn"), (None, D(2026, 9, 16), "other_authority"),
        (D(2026, 10, 1), None, "unborn"), (D(2026, 9, 30), D(2026, 10, 10), "other_authority"), (None, None, "other_authority"),
    ],
)  # fmt: skip
def test_a_plan_says_whether_the_child_is_still_to_be_born(
    con: duckdb.DuckDBPyConnection, birth: date | None, expected: date | None, said: str
) -> None:
    born(con, birth, pers_expected_dob=expected)
    give(con, "ssd_cp_plans", cppl_cp_plan_id="P", cppl_person_id="c", cppl_cp_plan_start_date=D(2026, 6, 20),
         cppl_cp_plan_ola="Y")  # fmt: skip
    build(con)
    assert spells(con, "cp_plan", "detail") == [(said,)]


def test_short_breaks_are_not_care(con: duckdb.DuckDBPyConnection) -> None:
    for key, cla, start, end, code in (
        ("E1", "L1", D(2024, 1, 5), D(2024, 1, 8), "V3"), ("E2", "L1", D(2024, 2, 2), D(2024, 2, 5), "V3"),
        ("E3", "L2", D(2024, 4, 2), D(2024, 4, 9), "V3"), ("E4", "L2", D(2024, 4, 9), None, "V2"),
    ):  # fmt: skip
        episode(con, key, start, end, "S" if key != "E4" else "L", cla)
        status(con, f"S{key}", code, start, end)
    build(con)
    assert spells(con, "short_break_series") == [(D(2024, 1, 5), D(2024, 2, 5))]
    assert spells(con, "care", "spell_id") == [("L2",)], "one episode that is no short break makes it care"
    assert spells(con, "short_break", "spell_id") == [("E1",), ("E2",), ("E3",)]
    assert len(events(con, "short_break_day")) == 3 + 3 + 7


def test_respite_is_no_move_and_neither_is_coming_back(con: duckdb.DuckDBPyConnection) -> None:
    placement(con, "P1", D(2024, 1, 1), None, code="U6")
    placement(con, "P2", D(2024, 3, 1), D(2024, 3, 8), code="T3")
    placement(con, "P3", D(2024, 6, 1), None, code="U6")
    build(con)
    assert events(con, "placement_changed", "source_key") == [("P3",)]


@pytest.mark.parametrize("told_by", ["the carer's own number", "the reason for the episode", "nothing"])
def test_a_change_that_keeps_the_carer_is_no_move(con: duckdb.DuckDBPyConnection, told_by: str) -> None:
    placement(con, "P1", D(2024, 1, 1), D(2024, 3, 1), code="U6")
    placement(con, "P2", D(2024, 3, 1), None, code="U4")
    if told_by == "the carer's own number":
        for key in ("P1", "P2"):
            give(con, "local_placement_moves", plmo_id=f"M{key}", plmo_person_id="c", plmo_placement_id=key,
                 plmo_carer_id="carer")  # fmt: skip
    elif told_by == "the reason for the episode":
        episode(con, "E2", D(2024, 3, 1), None, why="T", place="P2")
    build(con)
    moved = [] if told_by != "nothing" else [("P2",)]
    assert events(con, "placement_changed", "source_key") == moved
    assert events(con, "placement_same_carer", "source_key") == ([] if moved else [("P2",)])


def test_a_case_is_unallocated_between_workers_and_before_the_first(con: duckdb.DuckDBPyConnection) -> None:
    give(con, "ssd_cin_episodes", cine_referral_id="R", cine_person_id="c", cine_referral_date=D(2024, 1, 1),
         cine_close_date=D(2024, 12, 1))  # fmt: skip
    allocate(con, "I1", "w1", "SA", D(2024, 1, 3), D(2024, 3, 1))
    allocate(con, "I2", "w2", "SA", D(2024, 2, 1), D(2024, 5, 1))
    allocate(con, "I3", "w3", "SB", D(2024, 5, 9), D(2024, 11, 1))
    build(con)
    assert spells(con, "unallocated", "started_on, ended_on, outcome") == [
        (D(2024, 1, 1), D(2024, 1, 3), None),
        (D(2024, 5, 1), D(2024, 5, 9), "transfer"),
        (D(2024, 11, 1), D(2024, 12, 1), None),
    ]


def test_a_referral_with_a_worker_named_or_with_no_further_action_is_not_unallocated(
    con: duckdb.DuckDBPyConnection,
) -> None:
    give(con, "ssd_cin_episodes", cine_referral_id="R1", cine_person_id="c", cine_referral_date=D(2024, 1, 1),
         cine_referral_nfa="Y", cine_close_date=D(2024, 1, 9))  # fmt: skip
    give(con, "ssd_cin_episodes", cine_referral_id="R2", cine_person_id="c", cine_referral_date=D(2024, 6, 1),
         cine_referral_worker_id="w1")  # fmt: skip
    allocate(con, "I1", "w2", "SA", D(2024, 6, 9), None)
    build(con)
    assert spells(con, "unallocated") == []


def test_thirteen_weeks_since_fourteen_may_be_in_several_periods(con: duckdb.DuckDBPyConnection) -> None:
    born(con, D(2008, 1, 1))
    episode(
        con, "E1", D(2021, 12, 1), D(2022, 2, 10), cla="L1"
    )  # 40 days of it since the fourteenth birthday
    episode(con, "E2", D(2023, 12, 20), None, cla="L2")  # the 51 still wanted are reached on 9 February 2024
    build(con)
    assert spells(con, "eligible") == [(D(2024, 2, 9), D(2026, 1, 1))]


def test_a_child_long_in_care_is_eligible_at_sixteen(con: duckdb.DuckDBPyConnection) -> None:
    born(con, D(2008, 1, 1))
    episode(con, "E1", D(2015, 1, 1), D(2024, 6, 1))
    build(con)
    assert spells(con, "eligible") == [(D(2024, 1, 1), D(2024, 6, 1))]


def test_visiting_changes_at_the_first_review_for_a_temporarily_approved_carer(
    con: duckdb.DuckDBPyConnection,
) -> None:
    episode(con, "E1", D(2024, 1, 1), None)
    placement(con, "P1", D(2024, 1, 1), None, code="U3")
    give(con, "local_placement_moves", plmo_id="M", plmo_person_id="c", plmo_placement_id="P1",
         plmo_temporary_approval_date=D(2024, 1, 1), plmo_full_approval_date=D(2024, 4, 1),
         plmo_temporary_extended_date=D(2024, 3, 30))  # fmt: skip
    review(con, "R1", D(2024, 1, 26))
    build(con)
    assert spells(con, "temporary_approval", "started_on, ended_on, outcome") == [
        (D(2024, 1, 1), D(2024, 4, 1), "extended")
    ]
    assert spells(con, "closely_visited", "started_on, ended_on, outcome") == [
        (D(2024, 1, 1), D(2024, 1, 26), "before_review"),
        (D(2024, 1, 26), D(2024, 4, 1), "after_review"),
    ]


def test_at_home_on_an_order_is_where_placement_and_order_overlap(con: duckdb.DuckDBPyConnection) -> None:
    episode(con, "E1", D(2024, 1, 1), None)
    placement(con, "P1", D(2024, 2, 1), D(2024, 9, 1), code="P1")
    status(con, "S1", "C1", D(2024, 1, 1), D(2024, 5, 1))
    status(con, "S2", "C2", D(2024, 5, 1), None)
    build(con)
    assert spells(con, "home_on_care_order") == [(D(2024, 5, 1), D(2024, 9, 1))]
    assert spells(con, "closely_visited") == [(D(2024, 2, 1), D(2024, 5, 1))]


def test_a_contact_lasts_until_its_decision_or_the_referral_that_stands_for_it(
    con: duckdb.DuckDBPyConnection,
) -> None:
    referred = '{"OUTCOME_NEW_REFERRAL_FLAG": "Y"}'
    for key, day, said in (
        ("K1", D(2024, 4, 2), referred), ("K2", D(2024, 4, 8), referred), ("K3", D(2024, 4, 9), '{"OTHER": "Y"}'),
        ("K4", D(2024, 4, 10), '{"OTHER": "Y"}'),
    ):  # fmt: skip
        give(con, "ssd_contacts", cont_contact_id=key, cont_person_id="c", cont_contact_date=day,
             cont_contact_outcome_json=said)  # fmt: skip
    give(con, "ssd_cin_episodes", cine_referral_id="R", cine_person_id="c", cine_referral_date=D(2024, 4, 9))
    give(con, "local_contact_decisions", code_id="D", code_person_id="c", code_contact_id="K3",
         code_decided_date=D(2024, 4, 11), code_decision="ADVICE")  # fmt: skip
    build(con)
    assert spells(con, "contact", "spell_id, ended_on, outcome") == [
        ("K1", None, "referral"), ("K2", D(2024, 4, 9), "referral"), ("K3", D(2024, 4, 11), "decided"),
        ("K4", None, "other"),
    ]  # fmt: skip
    assert events(con, "contact_decided", "outcome, detail") == [("advice", "no_manager")]


def test_support_after_a_plan_is_the_plan_open_then_or_begun_soon_after(
    con: duckdb.DuckDBPyConnection,
) -> None:
    for key, start, end in (("P1", D(2023, 1, 1), D(2024, 1, 10)), ("P2", D(2020, 1, 1), D(2021, 1, 10))):
        give(con, "ssd_cp_plans", cppl_cp_plan_id=key, cppl_person_id="c", cppl_cp_plan_start_date=start,
             cppl_cp_plan_end_date=end)  # fmt: skip
    for key, start, end in (("N1", D(2024, 2, 7), D(2024, 5, 1)), ("N2", D(2021, 2, 8), D(2021, 6, 1))):
        give(con, "ssd_cin_plans", cinp_cin_plan_id=key, cinp_person_id="c", cinp_cin_plan_start_date=start,
             cinp_cin_plan_end_date=end)  # fmt: skip
    build(con)
    assert spells(con, "step_down") == [(D(2024, 1, 10), D(2024, 5, 1))]


def test_a_worker_has_a_journey_of_their_own_and_is_no_child(con: duckdb.DuckDBPyConnection) -> None:
    give(con, "local_workforce", wkfc_id="W1", wkfc_professional_id="w", wkfc_start_date=D(2024, 1, 1),
         wkfc_first_year_status="ASYE")  # fmt: skip
    give(con, "local_supervisions", supe_id="S1", supe_professional_id="w", supe_held_date=D(2024, 1, 8))
    give(con, "local_supervisions", supe_id="S2", supe_professional_id="w", supe_held_date=D(2024, 1, 8),
         supe_person_id="c")  # fmt: skip
    build(con)
    assert spells(con, "worker_post", "child_id, spell_id, outcome") == [(None, "w", "newly_qualified")]
    assert events(con, "supervision", "child_id, spell_id, on_date") == [(None, "w", D(2024, 1, 8))]
    assert events(con, "case_supervision", "child_id") == [("c",)]


def test_a_plan_for_an_education_health_and_care_need_is_its_childs(con: duckdb.DuckDBPyConnection) -> None:
    give(con, "ssd_send", send_table_id="S", send_person_id="c")
    give(con, "ssd_ehcp_requests", ehcr_ehcp_request_id="R", ehcr_send_table_id="S",
         ehcr_ehcp_req_date=D(2024, 1, 1), ehcr_ehcp_req_outcome_date=D(2024, 2, 1), ehcr_ehcp_req_outcome="Y")  # fmt: skip
    give(con, "ssd_ehcp_assessment", ehca_ehcp_assessment_id="A", ehca_ehcp_request_id="R",
         ehca_ehcp_assessment_outcome="Y", ehca_ehcp_assessment_outcome_date=D(2024, 5, 1),
         ehca_ehcp_assessment_exceptions="1")  # fmt: skip
    give(con, "ssd_ehcp_named_plan", ehcn_named_plan_id="N", ehcn_ehcp_asmt_id="A",
         ehcn_named_plan_start_date=D(2024, 5, 2))  # fmt: skip
    build(con)
    assert spells(con, "ehc_process", "child_id, ended_on, outcome") == [("c", D(2024, 5, 1), "exception")]
    assert spells(con, "ehc_plan", "child_id, started_on") == [("c", D(2024, 5, 2))]
    assert events(con, "ehc_plan_made", "spell_id, on_date") == [("R", D(2024, 5, 2))]


def test_every_kind_made_is_a_kind_known(con: duckdb.DuckDBPyConnection) -> None:
    from undrift.journeys import derive, tables

    made = {name for name, _ in (*derive.spells_of_records(), *derive.spells_of_spells(tables.spells))}
    assert made - {"closely_visited_later"} == set(tables.SPELL_KINDS)
    made = {name for name, _ in (*derive.events_of_records(), *derive.events_of_spells(tables.spells))}
    assert made == set(tables.EVENT_KINDS)


def test_the_days_of_an_agreement_for_short_breaks_are_not_days_of_breaks(
    con: duckdb.DuckDBPyConnection,
) -> None:
    episode(con, "E1", D(2024, 1, 1), D(2024, 1, 3), cla="A")
    status(con, "S1", "V3", D(2024, 1, 1), D(2024, 1, 3))
    episode(con, "E2", D(2024, 3, 1), D(2024, 9, 1), cla="B")
    status(con, "S2", "V4", D(2024, 3, 1), D(2024, 9, 1))
    build(con)
    assert events(con, "short_break_day") == [(D(2024, 1, 1),), (D(2024, 1, 2),)]
    assert spells(con, "short_break", "spell_id, outcome") == [("E1", None), ("E2", "agreement")]


def test_a_visit_in_a_series_of_short_breaks_needs_no_placement(con: duckdb.DuckDBPyConnection) -> None:
    episode(con, "E1", D(2024, 3, 1), D(2024, 9, 1), cla="B")
    status(con, "S1", "V4", D(2024, 3, 1), D(2024, 9, 1))
    for nth, day in enumerate((D(2024, 2, 29), D(2024, 3, 1), D(2024, 9, 1), D(2024, 9, 2))):
        give(con, "ssd_cla_visits", clav_cla_visit_id=f"V{nth}", clav_person_id="c", clav_cla_visit_date=day)
    build(con)
    assert events(con, "short_break_visit", "on_date, spell_id") == [
        (D(2024, 3, 1), "B"),
        (D(2024, 9, 1), "B"),
    ]
    assert events(con, "cla_visit") == []


@pytest.mark.parametrize(
    ("begun", "over", "said"),
    [
        (D(2024, 4, 1), None, "on_plan"),
        (D(2024, 4, 1), D(2024, 4, 3), "on_plan"),
        (D(2024, 4, 1), D(2024, 4, 2), None),
        (D(2024, 4, 2), None, None),
    ],
)
def test_an_assessment_says_whether_a_plan_was_open_before_and_after_its_day(
    con: duckdb.DuckDBPyConnection, begun: date, over: date | None, said: str | None
) -> None:
    give(con, "ssd_cin_assessments", cina_assessment_id="A1", cina_person_id="c", cina_referral_id="R1",
         cina_assessment_start_date=D(2024, 3, 1), cina_assessment_auth_date=D(2024, 4, 2))  # fmt: skip
    give(con, "ssd_cin_plans", cinp_cin_plan_id="N1", cinp_person_id="c", cinp_cin_plan_start_date=begun,
         cinp_cin_plan_end_date=over)  # fmt: skip
    give(
        con,
        "ssd_cin_plans",
        cinp_cin_plan_id="N2",
        cinp_person_id="another",
        cinp_cin_plan_start_date=D(2024, 4, 1),
    )
    build(con)
    assert events(con, "assessment_authorised", "on_date, spell_id, detail") == [(D(2024, 4, 2), "R1", said)]


def test_a_birthday_to_be_in_touch_about_falls_in_the_care_leavers_spell(
    con: duckdb.DuckDBPyConnection,
) -> None:
    """Its card asks by day: the window's event names no spell."""
    born(con, D(2005, 6, 1))
    give(
        con,
        "ssd_care_leavers",
        clea_table_id="C1",
        clea_person_id="c",
        clea_care_leaver_latest_contact=D(2025, 5, 1),
    )
    build(con)
    card = catalogue()["in_touch_birthday"]
    found = con.execute(to_sql(engine.instances(card).select("started_on", "stopped_on"))).fetchall()
    assert (D(2025, 3, 1), D(2025, 5, 1)) in found
