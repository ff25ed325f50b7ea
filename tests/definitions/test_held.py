"""What a clock says when the load cannot bear it: nothing recorded of anybody, only the newest day kept, no table at all."""

from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module

import duckdb
import pytest

from tests.definitions.duck import Child, Duck
from undrift import clocks
from undrift.clocks.held import cannot_run, has_past
from undrift.clocks.readings import SILENCE, build, readings
from undrift.clocks.reference import Event, Spell
from undrift.clocks.worklists import worklist
from undrift.journeys.held import ALL, held_in_part, latest_only, not_held
from undrift.returns.spec import record_tables

AS_AT = date(2024, 7, 1)
ENTERED = date(2024, 4, 2)


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Have one clock built and no other: compiling all of them takes seconds."""
    module = import_module("undrift.clocks.readings")  # the package's own name for it is a function
    return lambda clock: monkeypatch.setattr(module, "catalogue", lambda: {clock: clocks.catalogue()[clock]})


def _given(children: list[Child], **part: str | None) -> duckdb.DuckDBPyConnection:
    """Clocks built over these children; every table is held whole but those in `part`."""
    duck = Duck()
    duck.give(children)
    con = duck.con
    con.execute("CREATE SCHEMA records; CREATE TABLE records.load AS SELECT DATE '2024-07-01' AS as_at")
    con.execute('CREATE TABLE records.sources ("table" VARCHAR, held BOOLEAN, extent VARCHAR)')
    rows = [(name, part.get(name, ALL) is not None, part.get(name, ALL)) for name in record_tables()]
    con.executemany("INSERT INTO records.sources VALUES (?, ?, ?)", rows)
    build(con)
    return con


def _in_care(how_many: int, events: list[Event] | None = None) -> list[Child]:
    spell = Spell("care", "s", ENTERED)
    return [(f"c{nth}", events or [], [spell]) for nth in range(how_many)]


def _of(con: duckdb.DuckDBPyConnection, clock: str) -> set[tuple[str, str]]:
    return {(r.reading, r.reason) for r in readings(con, AS_AT, clocks=[clock])}


def test_what_is_recorded_of_nobody_cannot_be_told_and_the_reader_is_told_what(
    only: Callable[[str], None],
) -> None:
    only("iro_appointed")
    con = _given(_in_care(SILENCE))
    words = (
        "this load records “Independent reviewing officer named” of nobody (ssd_involvements), "
        "so it may be done and not recorded"
    )
    assert _of(con, "iro_appointed") == {("cannot_tell", words)}
    no_past = con.execute("SELECT no_past FROM clocks.ran WHERE clock_id = 'iro_appointed'").fetchone()
    assert no_past == (words,), "and a measure of it is not available"


@pytest.mark.parametrize("named", [1, 0])
def test_where_one_is_recorded_or_few_have_fallen_due_the_others_are_late(
    only: Callable[[str], None], named: int
) -> None:
    only("iro_appointed")
    one: Child = ("named", [Event("iro_appointed", ENTERED, None)], [Spell("care", "s", ENTERED)])
    con = _given([*_in_care(SILENCE if named else SILENCE - 1), *[one] * named])
    assert _of(con, "iro_appointed") == {("overdue", "")} | ({("met", "")} if named else set())


def test_a_spell_nobody_has_ended_is_recorded_of_nobody_too(only: Callable[[str], None]) -> None:
    only("s47_completion")
    con = _given([(f"c{nth}", [], [Spell("s47", "s", ENTERED)]) for nth in range(SILENCE)])
    ((reading, reason),) = _of(con, "s47_completion")
    assert reading == "cannot_tell"
    assert "the end of “Child protection (section 47) enquiry”" in reason


def test_the_newest_day_after_the_spell_may_have_taken_the_place_of_one_in_time(
    only: Callable[[str], None],
) -> None:
    only("pathway_plan_16y3m")
    over = Spell("care_leaver", "s", date(2020, 1, 6), date(2024, 6, 3))

    def child(name: str, *days: date) -> Child:
        return (name, [Event("pathway_plan", day, "s") for day in days], [over])

    con = _given(
        [child("none"), child("after", date(2024, 6, 20)), child("late", date(2021, 1, 4)), child("met", date(2020, 3, 2))]
    )  # fmt: skip
    told = {r.child_id: r.reading for r in readings(con, AS_AT, clocks=["pathway_plan_16y3m"])}
    assert told == {"none": "late", "after": "cannot_tell", "late": "cannot_tell", "met": "met"}


def test_what_no_load_holds_is_on_nobodys_list_and_what_a_record_lacks_is(
    only: Callable[[str], None],
) -> None:
    only("iro_appointed")
    held = Spell("allocation", "a", date(2024, 1, 1), worker="W")
    undated: Child = ("blank", [], [Spell("care", "s", None), held])
    known: Child = ("known", [], [Spell("care", "s", ENTERED), held])
    con = _given([undated, known], ssd_involvements=None)
    for table, columns in (
        ("ssd_person", "pers_person_id, pers_forename, pers_surname"),
        ("ssd_department", "dept_team_id, dept_team_name"),
        ("ssd_professionals", "prof_professional_id, prof_professional_name"),
    ):
        typed = ", ".join(f"{column} VARCHAR" for column in columns.split(", "))
        con.execute(f"CREATE TABLE records.{table} ({typed})")
    con.execute("CREATE SCHEMA joined; CREATE TABLE joined.ssd_involvements (invo_person_id VARCHAR, invo_professional_id VARCHAR, "
                "invo_professional_role_id VARCHAR, invo_involvement_start_date DATE, invo_involvement_end_date DATE)")  # fmt: skip
    unsure = {(i.child_id, i.clock_id) for i in worklist(con, AS_AT) if i.group == "cannot_tell"}
    assert ("blank", "iro_appointed") in unsure
    assert ("known", "iro_appointed") not in unsure
    assert ("known", "iro_appointed") in {
        (r.child_id, r.clock_id) for r in readings(con, AS_AT, only=["cannot_tell"])
    }


@pytest.mark.parametrize(
    ("ask", "part", "words"),
    [
        (not_held, None, "no record of visits under a child protection plan in this load (ssd_cp_visits)"),
        (held_in_part, "last 6 months",
         "only part of the past is in this load: visits under a child protection plan (ssd_cp_visits: last 6 months)"),
        (latest_only, "latest only",
         "of visits under a child protection plan only the latest is in this load (ssd_cp_visits)"),
    ],
)  # fmt: skip
def test_what_is_not_held_is_said_as_people_say_it_with_the_table_after(
    ask: Callable[..., str | None], part: str | None, words: str
) -> None:
    held = {"ssd_cp_visits": part, "ssd_cp_plans": ALL}
    assert ask(["ssd_cp_visits", "ssd_cp_plans"], held) == words
    assert ask(["ssd_cp_plans"], held) is None


def test_every_reason_for_want_of_a_table_begins_with_words_and_not_with_its_name() -> None:
    """With nothing held, and with only each child's latest row: whatever is said names tables in brackets alone."""
    for extent in (None, "latest only", "last 6 months"):
        held = dict.fromkeys(record_tables(), extent)
        for card in clocks.catalogue().values():
            for words in (cannot_run(card, held), has_past(card, held)):
                outside = "".join(part.partition(")")[2] for part in f"){words or ''}".split("("))
                assert "ssd_" not in outside, words
                assert "local_" not in outside, words


def test_in_no_spell_a_start_that_was_never_answered_is_late_once_the_next_has_come(
    only: Callable[[str], None],
) -> None:
    """In no spell, the next start takes over: one due sooner is late by then, and never overdue for ever."""
    only("lac_seen_alone")
    later = ENTERED + timedelta(days=30)
    seen = [
        Event("cla_visit", ENTERED, "p"),
        Event("cla_visit", later, "p"),
        Event("cla_visit_alone", later, "p"),
    ]
    con = _given([("c", seen, [])])
    assert [r.reading for r in readings(con, AS_AT, clocks=["lac_seen_alone"])] == ["late", "met"]
