"""Who is on the lists of what has stalled: whose the child is today, and which flags are up."""

from collections.abc import Iterator
from datetime import date

import duckdb
import pytest

from undrift.drift import engine, stalled
from undrift.drift.stalled import Whose
from undrift.journeys.build import create
from undrift.journeys.tables import COHORTS, SPELLS

DAY = date(2026, 9, 30)
LONG, WORKERS, ASKED = "cin_over_9_months", "three_social_workers", "assessment_old"


@pytest.fixture(scope="module")
def cur() -> Iterator[duckdb.DuckDBPyConnection]:
    """Four children: Ann and Bob held by team A, Cat by nobody, Dan handed over by B to A."""
    con = duckdb.connect()
    con.execute(
        """CREATE SCHEMA journeys; CREATE SCHEMA drift; CREATE SCHEMA records; CREATE SCHEMA joined;
        CREATE TABLE records.ssd_department AS
          SELECT * FROM (VALUES ('A', 'Ash'), ('B', 'Beech')) t(dept_team_id, dept_team_name);
        CREATE TABLE records.ssd_person AS SELECT * FROM (VALUES ('ann', 'Ann', 'Ash'), ('bob', 'Bob', NULL),
          ('cat', NULL, NULL), ('dan', 'Dan', 'Dene')) t(pers_person_id, pers_forename, pers_surname);
        CREATE TABLE records.ssd_professionals AS
          SELECT * FROM (VALUES ('w1', 'Wen')) t(prof_professional_id, prof_professional_name);
        CREATE TABLE joined.ssd_involvements AS SELECT * FROM (VALUES
          ('ann', 'w1', 'social worker', DATE '2026-01-01', NULL), ('cat', 'w1', 'reviewing officer', NULL, NULL),
          ('dan', 'w1', 'social worker', DATE '2025-01-01', DATE '2026-09-30'))
          t(invo_person_id, invo_professional_id, invo_professional_role_id, invo_involvement_start_date,
            invo_involvement_end_date)"""
    )
    create(con, "journeys.spells", SPELLS)
    create(con, "journeys.cohorts", COHORTS)
    create(con, "drift.flag_spells", engine.FLAG_SPELLS)
    held = [("ann", "2026-01-01", None, "A"), ("bob", None, None, "A"), ("dan", "2025-01-01", "2026-09-30", "B"),
            ("dan", "2026-09-30", None, "A")]  # fmt: skip
    for child, start, end, team in held:
        con.execute(
            """INSERT INTO journeys.spells (child_id, kind, spell_id, started_on, ended_on, team_id, worker_id)
               VALUES (?, 'allocation', ?, ?, ?, ?, 'w1')""",
            [child, f"{child}{start}", start, end, team],
        )
    flags = [
        (LONG, "ann", "A", "2026-03-01", None), (LONG, "bob", "A", "2026-09-30", None),
        (LONG, "cat", "B", "2026-02-01", "2026-10-01"), (LONG, "dan", "B", "2026-05-01", None),
        (WORKERS, "ann", "A", "2026-04-01", None), (WORKERS, "dan", "B", "2026-04-01", None),
        (ASKED, "ann", "A", "2026-01-01", "2026-09-30"), (ASKED, "bob", "A", "2026-10-01", None),
    ]  # fmt: skip
    for nth, (pattern, child, team, since, until) in enumerate(flags):
        con.execute(
            "INSERT INTO drift.flag_spells VALUES (?, ?, ?, ?, ?, ?, ?, 'start of cin_plan', 3, 'table', ?)",
            [pattern, child, team, since, until, since, since, str(nth)],
        )
    con.execute(
        """INSERT INTO journeys.cohorts VALUES ('babies', 'ann', DATE '2025-09-30', DATE '2026-09-30'),
           ('babies', 'dan', DATE '2026-09-30', NULL), ('disabled', 'cat', NULL, NULL)"""
    )
    yield con
    con.close()


def _told(cur: duckdb.DuckDBPyConnection, whose: Whose) -> dict[tuple[str, str], int]:
    return {(one.pattern_id, one.team_name): one.children for one in stalled.counts(cur, DAY, whose)}


def test_a_child_counts_with_whoever_holds_the_child_today_and_else_with_the_team_on_the_record(
    cur: duckdb.DuckDBPyConnection,
) -> None:
    # Dan was handed from B to A that very day; nobody holds Cat; what fell that day, or rises the next, is not up.
    assert _told(cur, Whose()) == {(LONG, "Ash"): 3, (LONG, "Beech"): 1, (WORKERS, "Ash"): 2}


@pytest.mark.parametrize(
    ("whose", "children"),
    [
        (Whose(), ["cat", "ann", "dan", "bob"]),
        (Whose(team="A"), ["ann", "dan", "bob"]),
        (Whose(team="B"), ["cat"]),
        (Whose(worker="w1"), ["cat", "ann"]),
        (Whose(worker="w2"), []),
        (Whose(cohort="babies"), ["dan"]),
        (Whose(cohort="disabled", team="A"), []),
        (Whose(cohort="disabled", worker="w1"), ["cat"]),
    ],
)
def test_the_list_holds_whose_they_are_the_longest_standing_first(
    cur: duckdb.DuckDBPyConnection, whose: Whose, children: list[str]
) -> None:
    listed = stalled.children(cur, DAY, whose, LONG)
    assert [row.child_id for row in listed] == children
    # The counts are of the very same children.
    assert sum(n for (pattern, _), n in _told(cur, whose).items() if pattern == LONG) == len(children)


def test_each_child_is_told_in_words_and_by_whom_held(cur: duckdb.DuckDBPyConnection) -> None:
    cat, ann, *_ = stalled.children(cur, DAY, Whose(), LONG)
    assert (cat.child_name, cat.team_name, cat.worker_name) == ("Child cat", "Beech", "Nobody recorded")
    assert (ann.child_name, ann.team_name, ann.worker_name) == ("Ann Ash", "Ash", "Wen")
    assert ann.words == "The child in need plan began on 1 March 2026 and is still open."


def test_a_child_of_two_patterns_is_one_child(cur: duckdb.DuckDBPyConnection) -> None:
    assert stalled.how_many(cur, DAY, Whose(), [LONG, WORKERS]) == 4
    assert stalled.how_many(cur, DAY, Whose(), [WORKERS]) == 2


def test_a_pattern_whose_children_all_match_another_is_told_to_be_within_it(
    cur: duckdb.DuckDBPyConnection,
) -> None:
    assert stalled.nested(cur, DAY) == {WORKERS: frozenset({LONG})}
