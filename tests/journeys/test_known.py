"""A child's journey as an earlier load knew it."""

import json
from datetime import date
from pathlib import Path

import pytest

from undrift import journeys, records
from undrift.errors import UserError
from undrift.journeys.command import run_known
from undrift.journeys.known import together

JUNE, SEPTEMBER = date(2026, 6, 30), date(2026, 9, 30)
CONTACTS = "cont_contact_id,cont_person_id,cont_contact_date\n"
CIN = "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date\n"

# Brothers and sisters, and what else a worker holds, stand in other children's records.
OF_OTHERS = ("sibling_assessed", "sibling_born", "siblings_apart", "over_caseload", "new_worker")


def load(home: Path, as_at: date, **tables: str) -> records.Load:
    folder = home.parent / f"{as_at}"
    folder.mkdir(parents=True)
    for name, content in tables.items():
        (folder / f"{name}.csv").write_text(content)
    return records.load([folder], authority="Irwell", as_at=as_at, by="Analyst", home=home).load


@pytest.fixture
def told(tmp_path: Path) -> tuple[journeys.Journey, journeys.Journey]:
    """C1 as June knew them and as September does."""
    home = tmp_path / "home"
    june = load(
        home, JUNE,
        ssd_person="pers_person_id\nC1\nC2\n",
        ssd_contacts=CONTACTS + "stays,C1,2026-06-01\ngoes,C1,2026-06-02\nmoves,C1,2026-06-20\nother,C2,2026-06-01\n",
        ssd_cin_episodes=CIN + "R1,C1,2026-06-05,\nR2,C1,2026-06-06,\n",
    )  # fmt: skip
    september = load(
        home, SEPTEMBER,
        ssd_person="pers_person_id\nC1\nC2\n",
        ssd_contacts=CONTACTS + "stays,C1,2026-06-01\nmoves,C1,2026-06-10\nlate,C1,2026-06-30\nnew,C1,2026-07-01\n",
        ssd_cin_episodes=CIN + "R1,C1,2026-06-05,2026-07-20\nR2,C1,2026-06-06,2026-06-30\n",
    )  # fmt: skip
    then, now = (journeys.as_known(home, item.id, "C1") for item in (june, september))
    assert then is not None and now is not None
    assert journeys.as_known(home, june.id, "C3") is None
    return then, now


def test_each_load_tells_what_it_knew(told: tuple[journeys.Journey, journeys.Journey]) -> None:
    contacts = [[e.source_key for e in j.events if e.kind == "contact"] for j in told]
    assert contacts == [["stays", "goes", "moves"], ["stays", "moves", "late", "new"]]


def test_two_ids_that_are_one_child_are_told_together(
    told: tuple[journeys.Journey, journeys.Journey],
) -> None:
    assert together([]) is None
    both = together(told)
    assert both is not None
    assert len(both.events) == sum(len(one.events) for one in told)
    days = [event.on for event in both.events if event.on]
    assert days == sorted(days)


def test_what_was_said_since_of_days_already_past(told: tuple[journeys.Journey, journeys.Journey]) -> None:
    found = journeys.since(*told, JUNE)
    # A contact is an event, and a spell until it is decided. R1 ended after June, which June could not know; R2 is
    # now said to have ended before.
    assert {(s.source_key, type(s).__name__) for s in found.entered_late} == {
        ("late", "Event"), ("late", "Spell"), ("R2", "Event"),
    }  # fmt: skip
    assert {s.source_key for s in found.gone} == {"goes"}
    # What one of the two did not hold, or held from another kind of file, counts for neither.
    some = journeys.since(*told, JUNE, {"ssd_cin_episodes"})
    assert {s.source_table for s in (*some.entered_late, *some.gone)} == {"ssd_cin_episodes"}
    # A contact's end may be told by decisions: without them in both, the contact is compared and its end is not.
    some = journeys.since(*told, JUNE, {"ssd_contacts"})
    assert {(s.source_key, type(s).__name__) for s in some.entered_late} == {("late", "Event")}
    assert {(a.source_key, type(b).__name__) for a, b in found.altered} == {
        ("moves", "Event"), ("moves", "Spell"), ("R2", "Spell"),
    }  # fmt: skip


def test_a_child_built_alone_is_the_child_of_the_whole_live_file(built_demo: Path) -> None:
    home = built_demo
    cur = records.cursor(home)
    load_id = records.current_load(home).id
    some = cur.execute(
        "SELECT DISTINCT child_id FROM journeys.spells ORDER BY hash(child_id) LIMIT 8"
    ).fetchall()
    for (person,) in some:
        alone, whole = journeys.as_known(home, load_id, person), journeys.child(cur, person)
        assert alone is not None and whole is not None
        assert alone.child == whole.child
        for one, other in ((alone.events, whole.events), (alone.spells, whole.spells)):
            mine, told = ([step for step in steps if step.kind not in OF_OTHERS] for steps in (one, other))
            assert mine == told


def test_the_command_prints_then_and_since(
    told: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    now = records.loads(home)[-1]
    records.build_live(now.id, home, steps=[journeys.build])
    assert run_known(home, "C1", date(2026, 7, 15)) == 0
    then, later = capsys.readouterr().out.split("Entered late")
    assert "speaks for 30/06/2026" in then and "goes" in then and "late" not in then
    assert "30/06/2026" in later and "[ssd_contacts late]" in later and "new" not in later
    assert run_known(home, "C1", date(2026, 7, 15), as_json=True) == 0
    printed = json.loads(capsys.readouterr().out)
    assert {s["source_key"] for s in printed["since"]["gone"]} == {"goes"}
    with pytest.raises(UserError, match="does not know this child"):
        run_known(home, "C9", date(2026, 7, 15))
