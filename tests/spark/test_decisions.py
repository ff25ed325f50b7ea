"""Decisions to stop or step down, and what came after: the same rows on Spark as on DuckDB, from a few children made by hand."""

from datetime import date

import pytest

from tests.journeys.giving import give
from tests.spark.session import Spark, table
from tests.variation.test_decisions import ELSEWHERE, ON, Made
from undrift.engines import to_sql
from undrift.journeys.tables import SPELLS
from undrift.variation import decisions

RECORDS = {  # what decisions read of the records
    "ssd_person": {"pers_person_id": "string", "pers_dob": "date", "pers_death_date": "date"},
    "ssd_cin_episodes": {"cine_person_id": "string", "cine_close_date": "date", "cine_close_reason": "string"},
    "ssd_cin_assessments": {"cina_assessment_id": "string", "cina_assessment_outcome_nfa": "string",
                            "cina_assessment_outcome_json": "string"},
    "ssd_cla_episodes": {"clae_person_id": "string", "clae_cla_id": "string", "clae_cla_episode_ceased_date": "date",
                         "clae_cla_episode_ceased_reason": "string"},
}  # fmt: skip


def lives() -> list[tuple[str, Made]]:
    """A kind of decision, and a child of whom one was taken and after whom something came."""
    outright = Made().child().assessed().spell("referral", date(2025, 8, 1)).spell("s47", date(2025, 8, 9))
    passed = Made().child(date(2007, 5, 1)).assessed(json=ELSEWHERE).spell("cp_plan", date(2025, 9, 2))
    enquiry = (
        Made().child().spell("s47", date(2025, 3, 1), ON, "no_conference").spell("care", date(2026, 1, 5))
    )
    plan = (
        Made()
        .child(died=date(2025, 6, 2))
        .spell("cp_plan", date(2024, 6, 1), ON)
        .spell("referral", date(2023, 3, 11))
    )
    home = Made().child().spell("care", date(2024, 6, 1), ON)
    give(home.con, "ssd_cla_episodes", clae_person_id="c", clae_cla_id="s1", clae_cla_episode_ceased_date=ON,
         clae_cla_episode_ceased_reason="E4A")  # fmt: skip
    kinds = ("assessment_nfa", "assessment_step_down", "enquiry_ended", "cp_plan_ended", "returned_home")
    return list(zip(kinds, (outright, passed, enquiry, plan, home), strict=True))


@pytest.mark.parametrize(("kind", "made"), lives(), ids=lambda one: one if isinstance(one, str) else "")
def test_a_decision_and_what_came_after_are_the_same_rows(spark: Spark, kind: str, made: Made) -> None:
    wanted = [tuple(row.values()) for row in made.found(kind)]
    assert len(wanted) == 1
    for name, columns in RECORDS.items():
        rows = made.con.execute(f"SELECT {', '.join(columns)} FROM joined.{name}").fetchall()
        spark.view(name, table(rows, columns))
    spark.view("load", table([(date(2026, 9, 30),)], {"as_at": "date"}))
    spark.view("spells", table(made.con.execute("FROM journeys.spells").fetchall(), SPELLS))
    children = {"child_id": "string", "born": "date", "disability": "string", "family_id": "string"}
    told = made.con.execute(f"SELECT {', '.join(children)} FROM variation.children").fetchall()
    spark.view("children", table(told, children))
    assert spark.run(to_sql(decisions.rows(decisions.BY_ID[kind]), "spark")) == wanted
