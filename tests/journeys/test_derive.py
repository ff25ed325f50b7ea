"""From records to journeys: each rule that shapes a journey, on a few rows of records."""

import duckdb
import pytest

from tests.journeys.giving import D, allocate, empty, events, give, placement
from undrift.journeys import build, child, holds


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    return empty()


def test_a_visit_on_the_day_of_a_move_belongs_to_the_new_placement(con: duckdb.DuckDBPyConnection) -> None:
    placement(con, "P1", D(2024, 1, 1), D(2024, 2, 1))
    placement(con, "P2", D(2024, 2, 1), None)
    for nth, day in enumerate((D(2024, 1, 31), D(2024, 2, 1), D(2023, 12, 31))):
        give(con, "ssd_cla_visits", clav_cla_visit_id=f"V{nth}", clav_person_id="c", clav_cla_visit_date=day)
    build(con)
    assert events(con, "cla_visit", "on_date, spell_id") == [(D(2024, 1, 31), "P1"), (D(2024, 2, 1), "P2")]


def test_a_cancelled_review_is_no_review(con: duckdb.DuckDBPyConnection) -> None:
    give(con, "ssd_cla_episodes", clae_cla_episode_id="E1", clae_person_id="c", clae_cla_id="L1",
         clae_entered_care_date=D(2024, 1, 1))  # fmt: skip
    for key, cancelled, day in (
        ("R1", "Y", D(2024, 1, 20)),
        ("R2", "N", D(2024, 1, 21)),
        ("R3", None, D(2024, 1, 22)),
    ):
        give(con, "ssd_cla_reviews", clar_cla_review_id=key, clar_cla_id="L1", clar_cla_review_date=day,
             clar_cla_review_cancelled=cancelled)  # fmt: skip
    build(con)
    assert events(con, "cla_review") == [(D(2024, 1, 21),), (D(2024, 1, 22),)]


def test_only_a_visit_at_which_the_child_was_seen_counts(con: duckdb.DuckDBPyConnection) -> None:
    for key, seen in (("V1", "Y"), ("V2", "N"), ("V3", None)):
        give(con, "ssd_cp_visits", cppv_cp_visit_id=key, cppv_person_id="c", cppv_cp_plan_id="CP1",
             cppv_cp_visit_date=D(2024, 3, 1), cppv_cp_visit_seen=seen)  # fmt: skip
    build(con)
    assert events(con, "cp_visit", "source_key") == [("V1",)]
    assert events(con, "cp_visit_not_seen", "source_key") == [("V2",), ("V3",)]


def test_a_period_of_care_is_open_while_any_episode_is(con: duckdb.DuckDBPyConnection) -> None:
    for cla, key, start, end, why in (
        ("L1", "E1", D(2024, 1, 1), D(2024, 2, 1), "S"), ("L1", "E2", D(2024, 2, 1), None, "P"),
        ("L2", "E3", D(2022, 1, 1), D(2022, 2, 1), "S"), ("L2", "E4", D(2022, 2, 1), D(2022, 6, 1), "P"),
        ("L3", "E5", D(2023, 4, 1), None, "P"),
    ):  # fmt: skip
        give(con, "ssd_cla_episodes", clae_cla_episode_id=key, clae_person_id="c", clae_cla_id=cla,
             clae_cla_episode_start_date=start, clae_cla_episode_ceased_date=end,
             clae_cla_episode_start_reason=why)  # fmt: skip
    build(con)
    care = con.execute(
        "SELECT started_on, ended_on FROM journeys.spells WHERE kind = 'care' ORDER BY 1 NULLS LAST"
    ).fetchall()
    assert care == [(D(2022, 1, 1), D(2022, 6, 1)), (D(2024, 1, 1), None), (None, None)], (
        "a change of placement does not say when care began"
    )


def test_a_move_is_a_later_placement_of_the_same_period_of_care(con: duckdb.DuckDBPyConnection) -> None:
    placement(con, "P1", D(2024, 1, 1), D(2024, 2, 1))
    placement(con, "P2", D(2024, 2, 1), None)
    placement(con, "P3", D(2025, 6, 1), None, cla="L2")
    build(con)
    assert events(con, "placement_changed", "source_key") == [("P2",)]


def test_a_new_worker_is_a_handover_and_not_a_return_years_later(con: duckdb.DuckDBPyConnection) -> None:
    allocate(con, "I1", "w1", "SA", D(2020, 1, 1), D(2020, 6, 1))
    allocate(con, "I2", "w2", "SA", D(2020, 6, 1), D(2020, 9, 1))
    allocate(con, "I3", "w3", "SB", D(2024, 1, 1), D(2024, 3, 1))
    allocate(con, "I4", "w3", "SC", D(2024, 3, 1), None)
    build(con)
    assert events(con, "worker_changed", "source_key") == [("I2",)]


def test_the_team_is_the_records_own_or_the_one_holding_the_child_that_day(
    con: duckdb.DuckDBPyConnection,
) -> None:
    allocate(con, "I1", "w1", "SA", D(2024, 1, 1), D(2024, 6, 1))
    allocate(con, "I2", "w2", "SB", D(2024, 6, 1), None)
    give(con, "ssd_s47_enquiry", s47e_s47_enquiry_id="S1", s47e_person_id="c", s47e_s47_start_date=D(2024, 2, 1),
         s47e_s47_completed_by_team="AB")  # fmt: skip
    for key, day in (("V1", D(2024, 5, 31)), ("V2", D(2024, 6, 1)), ("V3", D(2023, 6, 1))):
        give(con, "ssd_cin_visits", cinv_cin_visit_id=key, cinv_person_id="c", cinv_cin_visit_date=day,
             cinv_cin_visit_seen="Y")  # fmt: skip
    build(con)
    assert events(con, "s47_started", "team_id, worker_id") == [("AB", "w1")]
    assert events(con, "cin_visit", "on_date, team_id") == [
        (D(2023, 6, 1), None), (D(2024, 5, 31), "SA"), (D(2024, 6, 1), "SB")
    ]  # fmt: skip


def test_a_care_plan_with_every_answer_no_is_not_yet_a_plan_for_permanence(
    con: duckdb.DuckDBPyConnection,
) -> None:
    for key, text in (
        ("K1", '{"ADOPTION": "N", "LTFOST18": "N"}'),
        ("K2", '{"ADOPTION": "N", "LTFOST18": "Y"}'),
    ):
        give(con, "ssd_cla_care_plan", lacp_table_id=key, lacp_person_id="c",
             lacp_cla_care_plan_start_date=D(2024, 1, 1), lacp_cla_care_plan_json=text)  # fmt: skip
    build(con)
    assert events(con, "permanence_planned", "source_key") == [("K2",)]


def test_a_childs_journey_says_who_and_what_in_words(con: duckdb.DuckDBPyConnection) -> None:
    give(con, "ssd_person", pers_person_id="c", pers_forename="Invented", pers_surname="Child")
    give(con, "ssd_contacts", cont_contact_id="K", cont_person_id="c", cont_contact_date=D(2024, 1, 1),
         cont_contact_outcome_json='{"OUTCOME_NEW_REFERRAL_FLAG": "Y"}')  # fmt: skip
    build(con)
    journey = child(con, "c")
    assert journey is not None
    assert journey.child.name == "Invented Child"
    assert journey.child.disabled is None, "nothing recorded is not the same as no"
    assert [(e.on, e.words, e.source_key) for e in journey.events] == [
        (D(2024, 1, 1), "Contact: became a referral", "K")
    ]
    assert child(con, "nobody") is None


def test_a_code_is_said_in_words_and_one_of_our_own_without_its_underscores(
    con: duckdb.DuckDBPyConnection,
) -> None:
    give(con, "ssd_person", pers_person_id="c")
    give(con, "ssd_cin_episodes", cine_referral_id="R", cine_person_id="c", cine_referral_date=D(2024, 1, 1),
         cine_close_date=D(2024, 2, 1), cine_close_reason="RC8")  # fmt: skip
    give(con, "local_contact_decisions", code_id="K", code_person_id="c", code_decision="EARLY_HELP",
         code_decided_date=D(2024, 1, 2))  # fmt: skip
    build(con)
    journey = child(con, "c")
    assert journey is not None
    said = [event.words for event in journey.events]
    assert "Referral closed: no further action after assessment" in said
    assert "Decision on a contact: early help" in said


def test_a_child_is_a_teams_while_it_holds_them(con: duckdb.DuckDBPyConnection) -> None:
    allocate(con, "I1", "w1", "SA", D(2024, 1, 1), D(2024, 6, 1))
    allocate(con, "I2", "w2", "SB", D(2024, 6, 1), None)
    con.execute("UPDATE records.load SET as_at = DATE '2024-09-01'")
    con.execute(
        """CREATE TABLE clocks.instances (child_id VARCHAR, team_id VARCHAR, is_window BOOLEAN, trouble VARCHAR,
             excuse VARCHAR, started_on DATE, stopped_on DATE, ended_on DATE);
           CREATE TABLE drift.flag_spells (child_id VARCHAR, team_id VARCHAR, since DATE, until DATE)"""
    )
    build(con)
    assert holds(con, "c", "SB")
    assert not holds(con, "c", "SA")
    con.execute("INSERT INTO drift.flag_spells VALUES ('c', 'SA', DATE '2024-08-01', NULL)")
    assert not holds(con, "c", "SA"), "another team holds the child: the flag is that team's to see"
    assert not holds(con, "d", "SA")
    con.execute("INSERT INTO drift.flag_spells VALUES ('d', 'SA', DATE '2024-08-01', NULL)")
    assert holds(con, "d", "SA"), "nobody holds the child, and the flag is the team's"
