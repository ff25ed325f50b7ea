"""Decisions and what came after: each clause of each kind on a few invented children, and a slow reading of all."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.journeys.giving import empty, give
from undrift import records
from undrift.dates import add_months
from undrift.engines import to_sql
from undrift.journeys import joined
from undrift.journeys.build import create
from undrift.journeys.tables import SPELLS
from undrift.variation import decisions
from undrift.variation.decisions import BY_ID, DECISIONS, KINDS
from undrift.variation.groups import CHILDREN

AS_AT = date(2026, 9, 30)
ON = date(2025, 3, 10)
ELSEWHERE = '{"NFA_FLAG": "N", "REFERRAL_TO_OTHER_AGENCY_FLAG": "Y"}'


class Made:
    """A small authority written row by row."""

    def __init__(self) -> None:
        self.con = empty()
        joined.create(self.con)
        self.con.execute("CREATE SCHEMA journeys; CREATE SCHEMA variation")
        create(self.con, "journeys.spells", SPELLS)

    def child(self, born: date = date(2017, 5, 1), died: date | None = None) -> "Made":
        give(self.con, "ssd_person", pers_person_id="c", pers_dob=born, pers_sex="F", pers_death_date=died)
        return self

    def spell(self, kind: str, start: date, end: date | None = None, outcome: str | None = None) -> "Made":
        self.con.execute(
            """INSERT INTO journeys.spells (child_id, kind, spell_id, started_on, ended_on, outcome, team_id, worker_id,
                                            source_table, source_key)
               VALUES ('c', ?, 's1', ?, ?, ?, 'T', 'w', 'a_table', 'k')""",
            [kind, start, end, outcome],
        )
        return self

    def assessed(self, nfa: str = "Y", json: str | None = None, end: date = ON) -> "Made":
        give(self.con, "ssd_cin_assessments", cina_assessment_id="s1", cina_assessment_outcome_nfa=nfa,
             cina_assessment_outcome_json=json)  # fmt: skip
        return self.spell("assessment", date(2025, 1, 20), end)

    def found(self, kind: str) -> list[dict[str, object]]:
        self.con.execute(f"CREATE OR REPLACE TABLE variation.children AS {CHILDREN}", {"as_at": AS_AT})
        create(self.con, "variation.decisions", DECISIONS)
        self.con.execute("INSERT INTO variation.decisions " + to_sql(decisions.rows(BY_ID[kind])))
        rows = self.con.execute("FROM variation.decisions").fetchall()
        return [dict(zip(DECISIONS, row, strict=True)) for row in rows]


@pytest.fixture
def made() -> Made:
    return Made()


def test_no_further_action_and_passed_on_are_two_kinds(made: Made) -> None:
    made.child().assessed()
    assert len(made.found("assessment_nfa")) == 1 and made.found("assessment_step_down") == []
    passed = Made().child().assessed(json=ELSEWHERE)
    assert passed.found("assessment_nfa") == [] and len(passed.found("assessment_step_down")) == 1
    served = Made().child().assessed(nfa="N")
    assert served.found("assessment_nfa") == []


@pytest.mark.parametrize("kind", ["cin_plan", "cp_plan", "care"])
def test_a_child_with_a_plan_or_in_care_that_day_was_not_left_with_less(made: Made, kind: str) -> None:
    made.child().assessed()
    made.spell(kind, date(2025, 1, 1), date(2025, 6, 1))
    assert made.found("assessment_nfa") == []
    over = Made().child().assessed().spell(kind, date(2025, 1, 1), ON)
    assert len(over.found("assessment_nfa")) == 1


def test_each_thing_that_came_back_is_dated_and_the_same_day_is_not_later(made: Made) -> None:
    made.child().assessed()
    for kind, day in (("referral", ON), ("referral", date(2025, 8, 1)), ("s47", date(2025, 8, 9)),
                      ("cp_plan", date(2025, 9, 2)), ("care", date(2026, 1, 5)), ("care", date(2026, 12, 5))):  # fmt: skip
        made.spell(kind, day)
    (row,) = made.found("assessment_nfa")
    assert (row["referral_on"], row["enquiry_on"], row["plan_on"], row["care_on"]) == (
        date(2025, 8, 1), date(2025, 8, 9), date(2025, 9, 2), date(2026, 1, 5)
    )  # fmt: skip


def test_a_child_in_need_plan_after_an_enquiry_is_not_coming_back(made: Made) -> None:
    made.child().spell("s47", date(2025, 3, 1), ON, "no_conference").spell("cin_plan", date(2025, 4, 1))
    (row,) = made.found("enquiry_ended")
    assert row["plan_on"] is None
    made.spell("cp_plan", date(2025, 5, 1))
    assert made.found("enquiry_ended")[0]["plan_on"] == date(2025, 5, 1)


def test_an_enquiry_that_led_to_a_conference_is_no_decision_to_stop(made: Made) -> None:
    made.child().spell("s47", date(2025, 3, 1), ON)
    assert made.found("enquiry_ended") == []


def test_going_into_care_on_the_day_a_plan_ends_is_no_step_down(made: Made) -> None:
    made.child().spell("cp_plan", date(2024, 6, 1), ON)
    assert len(made.found("cp_plan_ended")) == 1
    made.spell("care", ON)
    assert made.found("cp_plan_ended") == []


@pytest.mark.parametrize(("reason", "count"), [("E4A", 1), ("E4B", 1), ("E11", 0), ("E13", 0)])
def test_only_going_home_is_a_return_home(made: Made, reason: str, count: int) -> None:
    made.child().spell("care", date(2024, 6, 1), ON)
    give(made.con, "ssd_cla_episodes", clae_person_id="c", clae_cla_id="s1", clae_cla_episode_ceased_date=ON,
         clae_cla_episode_ceased_reason=reason)  # fmt: skip
    assert len(made.found("returned_home")) == count


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("eighteen", date(2025, 5, 1)),
        ("died", date(2025, 6, 2)),
        ("moved", date(2025, 7, 3)),
        ("adopted", date(2025, 8, 4)),
    ],
)
def test_a_child_who_can_no_longer_come_back_is_a_competing_event(
    made: Made, what: str, expected: date
) -> None:
    born = date(2007, 5, 1) if what == "eighteen" else date(2017, 5, 1)
    made.child(born, expected if what == "died" else None).assessed()
    if what == "moved":
        give(
            made.con,
            "ssd_cin_episodes",
            cine_person_id="c",
            cine_close_date=expected,
            cine_close_reason="RC5",
        )
    if what == "adopted":
        give(made.con, "ssd_cla_episodes", clae_person_id="c", clae_cla_id="s9",
             clae_cla_episode_ceased_date=expected, clae_cla_episode_ceased_reason="E12")  # fmt: skip
    (row,) = made.found("assessment_nfa")
    assert row["gone_on"] == expected


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (date(2024, 3, 11), "under 1"), (date(2024, 3, 10), "1 to 4"), (date(2020, 3, 10), "5 to 9"), (date(2015, 3, 10), "10 to 15"),
        (date(2009, 3, 10), "16 and over"), (date(2025, 6, 1), "under 1"),
    ],
)  # fmt: skip
def test_the_stratum_says_age_earlier_referral_and_disability(made: Made, born: date, words: str) -> None:
    made.child(born).assessed()
    assert (
        made.found("assessment_nfa")[0]["stratum"]
        == f"{words}, not referred before, not recorded as disabled"
    )
    made.spell("referral", date(2025, 1, 15)).spell("referral", date(2023, 3, 11))
    give(made.con, "ssd_disability", disa_person_id="c", disa_disability_code="AUT")
    assert made.found("assessment_nfa")[0]["stratum"] == f"{words}, referred before, disabled"


def test_a_referral_24_months_before_is_too_long_ago_to_count(made: Made) -> None:
    made.child().assessed().spell("referral", date(2025, 1, 15)).spell("referral", date(2023, 3, 10))
    assert "not referred before" in str(made.found("assessment_nfa")[0]["stratum"])


def test_brothers_and_sisters_are_one_family_and_a_child_alone_is_their_own(made: Made) -> None:
    assert made.child().assessed().found("assessment_nfa")[0]["family_id"] == "c"
    made.con.execute(
        "INSERT INTO links.siblings VALUES ('c', 'e', ''), ('c', 'b', ''), ('e', 'c', ''), ('b', 'c', '')"
    )
    assert made.found("assessment_nfa")[0]["family_id"] == "b"


@pytest.mark.parametrize("order", [("a1", "a2"), ("a2", "a1")])
def test_of_two_homes_from_one_day_the_area_is_the_same_whichever_row_comes_first(
    made: Made, order: tuple[str, str]
) -> None:
    made.child().assessed()
    for key in order:
        give(made.con, "ssd_address", addr_table_id=key, addr_person_id="c", addr_address_start_date=ON,
             addr_address_postcode={"a1": "AB1 2CD", "a2": "EF3 4GH"}[key])  # fmt: skip
    made.found("assessment_nfa")
    assert made.con.execute("SELECT area FROM variation.children").fetchall() == [("AB1",)]


def test_an_adult_or_a_decision_out_of_reach_is_left_out(made: Made) -> None:
    assert made.child(date(2007, 3, 10)).assessed().found("assessment_nfa") == []
    assert Made().child().assessed(end=date(2026, 10, 1)).found("assessment_nfa") == []


@pytest.fixture(scope="module")
def cur(built_demo: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    yield records.cursor(built_demo)


@pytest.mark.parametrize("kind", [k.id for k in KINDS])
def test_over_the_invented_authority_every_first_return_is_what_a_slow_reading_finds(
    cur: duckdb.DuckDBPyConnection, kind: str
) -> None:
    """A hundred decisions of each kind, read one at a time from the child's own spells."""
    row = cur.execute("SELECT as_at FROM records.load").fetchone()
    assert row
    as_at = row[0]
    rows = cur.execute(
        f"SELECT {', '.join(DECISIONS)} FROM variation.decisions WHERE kind = ? ORDER BY hash(child_id), on_date LIMIT 100",
        [kind],
    ).fetchall()
    assert rows
    for values in rows:
        decision = dict(zip(DECISIONS, values, strict=True))
        spells = cur.execute(
            "SELECT kind, started_on, ended_on FROM journeys.spells WHERE child_id = ?",
            [decision["child_id"]],
        ).fetchall()
        for what, kinds in BY_ID[kind].back.items():
            later = [s for k, s, _ in spells if k in kinds and s and decision["on_date"] < s <= as_at]
            assert decision[f"{what}_on"] == min(later, default=None)
        assert not [
            1 for k, s, e in spells
            if k in BY_ID[kind].closed and s and s <= decision["on_date"] and (e is None or e > decision["on_date"])
        ]  # fmt: skip


def test_the_stored_incidence_is_the_slow_count_where_everybody_was_watched_a_year(
    cur: duckdb.DuckDBPyConnection,
) -> None:
    """Decisions three to two years back were all watched for a year, so but for competing events the share is a plain
    count; those who turned 18 or left in the year and did not come back can move it by no more than their number."""
    row = cur.execute("SELECT as_at FROM records.load").fetchone()
    assert row
    ends = add_months(row[0], -24)
    begins = add_months(ends, -12)
    counted = cur.execute(
        """SELECT count(*), count(*) FILTER (least(referral_on, enquiry_on, plan_on, care_on) <= on_date + 365
                                             AND (gone_on IS NULL OR gone_on >= least(referral_on, enquiry_on, plan_on, care_on)))
           FROM variation.decisions WHERE kind = 'assessment_nfa' AND on_date > ? AND on_date <= ?""",
        [begins, ends],
    ).fetchone()
    share = cur.execute(
        """SELECT share, decisions FROM variation.curves WHERE kind = 'assessment_nfa' AND slice = 'year' AND part = ?
           AND what = 'any' AND day = 365""",
        [ends.isoformat()],
    ).fetchone()
    assert counted and share and counted[0] == share[1]
    assert share[0] == pytest.approx(counted[1] / counted[0], abs=1e-9)


def test_expected_returns_of_all_years_add_up_to_all_that_came_back(cur: duckdb.DuckDBPyConnection) -> None:
    rows = cur.execute(
        "SELECT kind, observed, expected FROM variation.against WHERE slice = 'all'"
    ).fetchall()
    assert rows
    for kind, observed, expected in rows:
        assert expected == pytest.approx(observed), kind
