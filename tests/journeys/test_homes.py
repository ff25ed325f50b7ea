"""What the authority's own forms add to a placement, and how it changes which clock a visit starts."""

import duckdb
import pytest

from tests.journeys.giving import D, born, empty, episode, events, give, placement, spells
from undrift import journeys


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    return empty()


def move(con: duckdb.DuckDBPyConnection, key: str, placement_id: str) -> None:
    give(con, "local_placement_moves", plmo_id=key, plmo_person_id="c", plmo_placement_id=placement_id)


def visits(con: duckdb.DuckDBPyConnection, *days: D) -> None:
    for n, day in enumerate(days):
        give(con, "ssd_cla_visits", clav_cla_visit_id=f"V{n}", clav_cla_id="L1", clav_person_id="c",
             clav_cla_visit_date=day, clav_cla_visit_seen="Y")  # fmt: skip


def test_a_visit_is_settled_a_year_into_long_term_fostering_and_fewer_from_the_day_agreed(
    con: duckdb.DuckDBPyConnection,
) -> None:
    placement(con, "P1", D(2022, 4, 1), D(2024, 6, 1), code="U4")
    placement(con, "P2", D(2024, 6, 1), None, code="U6")
    move(con, "M1", "P1")
    give(con, "local_visit_agreements", viag_id="M1", viag_person_id="c", viag_agreed_date=D(2024, 1, 10))
    visits(con, D(2023, 3, 31), D(2023, 4, 1), D(2024, 1, 9), D(2024, 1, 10), D(2024, 6, 1), D(2025, 9, 1))
    journeys.build(con)
    assert events(con, "cla_visit_settled") == [(D(2023, 4, 1),), (D(2024, 1, 9),)]
    assert events(con, "cla_visit_fewer", "on_date, spell_id") == [(D(2024, 1, 10), "P1")]
    assert len(events(con, "cla_visit")) == 6


def test_with_no_agreement_every_settled_visit_stays_so(con: duckdb.DuckDBPyConnection) -> None:
    placement(con, "P1", D(2022, 4, 1), None, code="U1")
    visits(con, D(2024, 1, 10))
    journeys.build(con)
    assert events(con, "cla_visit_settled") == [(D(2024, 1, 10),)] and events(con, "cla_visit_fewer") == []


def test_an_unassessed_parent_is_one_the_form_marks_and_the_weeks_run_to_the_first_review(
    con: duckdb.DuckDBPyConnection,
) -> None:
    episode(con, "E1", D(2026, 3, 2), None)
    placement(con, "P1", D(2026, 3, 2), D(2026, 4, 1), code="P1")
    placement(con, "P2", D(2026, 4, 1), None, code="P1")
    for n, marked in ((1, "Y"), (2, None)):
        move(con, f"M{n}", f"P{n}")
        give(con, "local_parent_placements", papl_id=f"M{n}", papl_person_id="c", papl_before_assessment=marked,
             papl_assessed_date=D(2026, 3, 12))  # fmt: skip
    for n, (day, cancelled) in enumerate(
        ((D(2026, 3, 9), "Y"), (D(2026, 3, 20), "N"), (D(2026, 3, 28), "N"))
    ):
        give(con, "ssd_cla_reviews", clar_cla_review_id=f"R{n}", clar_cla_id="L1", clar_cla_review_date=day,
             clar_cla_review_cancelled=cancelled)  # fmt: skip
    journeys.build(con)
    assert spells(con, "placed_unassessed", "spell_id, started_on, ended_on") == [
        ("P1", D(2026, 3, 2), D(2026, 4, 1))
    ]
    assert spells(con, "unassessed_to_review") == [(D(2026, 3, 2), D(2026, 3, 20))]
    assert events(con, "parent_assessed", "spell_id") == [("P1",), ("P2",)]


def test_one_placed_with_a_parent_after_the_first_review_has_no_weeks_to_run(
    con: duckdb.DuckDBPyConnection,
) -> None:
    episode(con, "E1", D(2026, 3, 2), None)
    placement(con, "P1", D(2026, 4, 1), None, code="P1")
    move(con, "M1", "P1")
    give(con, "local_parent_placements", papl_id="M1", papl_person_id="c", papl_before_assessment="Y")
    give(
        con, "ssd_cla_reviews", clar_cla_review_id="R1", clar_cla_id="L1", clar_cla_review_date=D(2026, 4, 1)
    )
    journeys.build(con)
    assert len(spells(con, "placed_unassessed")) == 1 and spells(con, "unassessed_to_review") == []


@pytest.mark.parametrize(
    ("left", "again", "said"),
    [
        (D(2026, 3, 5), D(2026, 4, 1), "soon_after_another"),
        (D(2026, 3, 5), D(2026, 4, 2), "by_itself"),
        (None, D(2026, 4, 2), "soon_after_another"),
    ],
)
def test_stays_in_secure_accommodation_add_up_inside_28_days(
    con: duckdb.DuckDBPyConnection, left: D | None, again: D, said: str
) -> None:
    placement(con, "P0", D(2026, 3, 1), D(2026, 3, 31), code="K2")
    placement(con, "P1", D(2026, 3, 2), left, code="K1")
    placement(con, "P2", again, None, code="K1")
    move(con, "M2", "P2")
    give(con, "local_secure_orders", seor_id="M2", seor_person_id="c", seor_order_date=D(2026, 4, 3))
    journeys.build(con)
    assert spells(con, "secure_stay", "spell_id, outcome") == [("P1", "by_itself"), ("P2", said)]
    assert events(con, "secure_order", "on_date, spell_id") == [(D(2026, 4, 3), "P2")]


def test_thirteen_weeks_are_counted_over_every_period_since_fourteen(con: duckdb.DuckDBPyConnection) -> None:
    born(con, D(2010, 3, 1))
    for n, (start, end) in enumerate(
        ((D(2024, 1, 1), D(2024, 4, 30)), (D(2025, 1, 1), D(2025, 6, 1)), (D(2026, 1, 1), None)), start=1
    ):
        episode(con, f"E{n}", start, end, cla=f"L{n}")
    journeys.build(con)
    # Sixty days from the fourteenth birthday, so 31 more; what comes after adds nothing.
    assert spells(con, "care_since_14") == [(D(2024, 3, 1), D(2024, 4, 30)), (D(2025, 1, 1), D(2025, 6, 1))]
    assert events(con, "thirteen_weeks", "on_date, spell_id") == [(D(2025, 2, 1), "L2")]
    assert spells(con, "eligible") == [(D(2026, 3, 1), None)]


def test_adopters_wait_from_approval_to_a_child(con: duckdb.DuckDBPyConnection) -> None:
    for key, placed, left in (
        ("A1", None, None),
        ("A2", D(2026, 5, 1), D(2026, 8, 1)),
        ("A3", None, D(2026, 2, 1)),
    ):
        give(con, "local_prospective_adopters", adop_id=key, adop_approved_date=D(2025, 1, 6), adop_placed_date=placed,
             adop_left_date=left)  # fmt: skip
    give(con, "local_prospective_adopters", adop_id="A4", adop_placed_date=None)
    give(con, "local_adopter_reviews", adrv_id="R1", adrv_adopter_id="A1", adrv_held_date=D(2026, 1, 5))
    journeys.build(con)
    assert spells(con, "adopter_waiting", "spell_id, ended_on") == [
        ("A1", None), ("A2", D(2026, 5, 1)), ("A3", D(2026, 2, 1))]  # fmt: skip
    assert events(con, "adopter_reviewed", "spell_id, on_date, child_id") == [("A1", D(2026, 1, 5), None)]
