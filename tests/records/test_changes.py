"""What one load says that the load before it did not."""

import json
from datetime import date
from pathlib import Path

import pytest

from undrift import records
from undrift.errors import UserError
from undrift.records.changes import pairs
from undrift.records.command import run_changed, run_loads

PEOPLE = "pers_person_id,pers_dob\nC1,2015-02-21\nC2,2015-02-22\n"
CONTACTS = "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code\n"
CIN = "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date,cine_referral_team\n"
WORKERS = (
    "invo_involvements_id,invo_person_id,invo_professional_team,invo_involvement_start_date\n"
    "W1,C1,SA,2026-01-05\nW2,C1,SB,2026-08-05\nW3,C1,SC,2027-08-05\n"
)
FIRST, SECOND = date(2026, 6, 30), date(2026, 9, 30)


def load(home: Path, path: Path, as_at: date, authority: str = "Irwell", **tables: str) -> str:
    folder = path / f"{as_at}{authority}"
    folder.mkdir()
    for name, content in tables.items():
        (folder / f"{name}.csv").write_text(content)
    return records.load([folder], authority=authority, as_at=as_at, by="Analyst", home=home).load.id


def both(tmp_path: Path, before: dict[str, str], after: dict[str, str]) -> tuple[Path, str, str]:
    home = tmp_path / "home"
    return home, load(home, tmp_path, FIRST, **before), load(home, tmp_path, SECOND, **after)


def counts(comparison: records.Comparison, table: str) -> dict[str, tuple[int, ...]]:
    return {
        c.team: (c.new, c.gone, c.altered, c.entered_late, c.back_dated)
        for c in comparison.changes
        if c.table == table
    }


def test_the_same_rows_again_are_no_change_wherever_they_stand(tmp_path: Path) -> None:
    lines = ["1,C1,2026-06-05,6\n", "2,C2,2026-06-25,6\n"]
    home, before, after = both(
        tmp_path,
        {"ssd_person": PEOPLE, "ssd_contacts": CONTACTS + "".join(lines)},
        {"ssd_person": PEOPLE, "ssd_contacts": CONTACTS + "".join(reversed(lines))},
    )
    comparison = records.compare(home, before, after)
    assert comparison.changes == ()
    assert comparison.not_compared == {}


def test_new_gone_altered_entered_late_and_back_dated(tmp_path: Path) -> None:
    home, before, after = both(
        tmp_path,
        {"ssd_person": PEOPLE, "ssd_involvements": WORKERS, "ssd_contacts": CONTACTS + (
            "stays,C1,2026-06-05,6\ngoes,C1,2026-06-05,6\nsource,C1,2026-06-05,6\nearlier,C1,2026-06-25,6\n")},
        {"ssd_person": PEOPLE, "ssd_involvements": WORKERS, "ssd_contacts": CONTACTS + (
            "stays,C1,2026-06-05,6\nsource,C1,2026-06-05,8\nearlier,C1,2026-06-02,6\n"
            "after,C1,2026-07-01,6\nlate,C1,2026-06-30,6\nnobody,C2,2026-06-01,6\n")},
    )  # fmt: skip
    comparison = records.compare(home, before, after)
    assert counts(comparison, "ssd_contacts") == {"SB": (2, 1, 2, 1, 1), "no team known": (1, 0, 0, 1, 0)}

    def keys(what: records.changes.What, team: str | None = None) -> list[str]:
        return [row.key[0] for row in records.changed_rows(home, before, after, "ssd_contacts", what, team)]

    assert keys("new") == ["after", "late", "nobody"]
    assert keys("new", "SB") == ["after", "late"]
    assert keys("gone") == ["goes"]
    assert keys("altered") == ["earlier", "source"]
    assert keys("entered late") == ["late", "nobody"]
    assert keys("back-dated") == ["earlier"]
    (row,) = records.changed_rows(home, before, after, "ssd_contacts", "back-dated")
    assert (row.columns, row.person, row.file, row.row) == (
        ("cont_contact_date",),
        "C1",
        "ssd_contacts.csv",
        4,
    )


@pytest.mark.parametrize(("closed", "back_dated"), [("2026-06-30", 1), ("2026-07-01", 0)])
def test_a_case_closed_since_is_back_dated_only_when_it_says_it_closed_before(
    tmp_path: Path, closed: str, back_dated: int
) -> None:
    home, before, after = both(
        tmp_path,
        {"ssd_cin_episodes": CIN + "R1,C1,2026-01-05,,AB\n"},
        {"ssd_cin_episodes": CIN + f"R1,C1,2026-01-05,{closed},AB\n"},
    )
    assert counts(records.compare(home, before, after), "ssd_cin_episodes") == {
        "AB": (0, 0, 1, 0, back_dated)
    }


def test_a_review_s_child_is_found_through_the_period_of_care(tmp_path: Path) -> None:
    held = {
        "ssd_involvements": WORKERS,
        "ssd_cla_episodes": "clae_cla_episode_id,clae_person_id,clae_cla_id\nE1,C1,P1\nE2,C1,P1\n",
    }
    head = "clar_cla_review_id,clar_cla_id,clar_cla_review_due_date,clar_cla_review_date\n"
    home, before, after = both(
        tmp_path,
        held | {"ssd_cla_reviews": head},
        held | {"ssd_cla_reviews": head + "V1,P1,2026-06-01,2026-08-01\n"},
    )
    # Due before the earlier load, but held after it: nothing late about the record.
    assert counts(records.compare(home, before, after), "ssd_cla_reviews") == {"SB": (1, 0, 0, 0, 0)}
    assert [r.person for r in records.changed_rows(home, before, after, "ssd_cla_reviews", "new")] == ["C1"]


def test_a_row_whose_period_of_care_is_another_child_s_now_is_that_child_s(tmp_path: Path) -> None:
    episodes = "clae_cla_episode_id,clae_person_id,clae_cla_id\nE1,{},P1\n"
    reviews = "clar_cla_review_id,clar_cla_id,clar_cla_review_date\nV1,P1,2026-06-0{}\n"
    home, before, after = both(
        tmp_path,
        {"ssd_cla_episodes": episodes.format("C1"), "ssd_cla_reviews": reviews.format(1)},
        {"ssd_cla_episodes": episodes.format("C2"), "ssd_cla_reviews": reviews.format(2)},
    )
    rows = records.changed_rows(home, before, after, "ssd_cla_reviews", "altered")
    assert [row.person for row in rows] == ["C2"]


def test_what_only_one_load_holds_is_not_compared(tmp_path: Path) -> None:
    home, before, after = both(
        tmp_path, {"ssd_person": PEOPLE}, {"ssd_person": PEOPLE, "ssd_contacts": CONTACTS}
    )
    comparison = records.compare(home, before, after)
    assert comparison.not_compared == {"ssd_contacts": "held only by the load of 30 September 2026"}
    assert records.changed_rows(home, before, after, "ssd_contacts", "new") == []


def test_a_load_is_compared_with_the_one_before_it_of_the_same_authority(tmp_path: Path) -> None:
    home = tmp_path / "home"
    late = load(home, tmp_path, SECOND, ssd_person=PEOPLE)
    early = load(home, tmp_path, FIRST, ssd_person=PEOPLE)
    load(home, tmp_path, date(2026, 8, 1), "Elsewhere", ssd_person=PEOPLE)
    assert [(a.id, b.id) for a, b in pairs(home)] == [(early, late)]


def test_the_command_lists_loads_and_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_loads(tmp_path / "nothing") == 0
    assert "Nothing has been loaded" in capsys.readouterr().out
    home, before, after = both(
        tmp_path,
        {"ssd_contacts": CONTACTS},
        {"ssd_contacts": CONTACTS + "late,C1,2026-06-05,6\nx,C1,2026-06-25,6\n"},
    )
    assert run_loads(home) == 0
    said = capsys.readouterr().out
    assert before in said and after in said
    assert said.split("ssd_contacts")[1].split()[:8] == ["no", "team", "known", "2", "0", "0", "2", "0"]
    run_loads(home, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert [item["id"] for item in told["loads"]] == [before, after]
    assert told["changes"][0]["changes"][0]["entered_late"] == 2


def test_the_counts_open_into_the_rows_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home, before, after = both(
        tmp_path,
        {"ssd_contacts": CONTACTS + "a,C1,2026-06-05,6\n"},
        {"ssd_contacts": CONTACTS + "a,C1,2026-06-04,6\n"},
    )
    assert run_changed(home, None, None, None, "altered", as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["before"], told["after"], told["changes"][0]["back_dated"]) == (before, after, 1)
    run_changed(home, before, after, "ssd_contacts", "back-dated", as_json=True)
    (row,) = json.loads(capsys.readouterr().out)["rows"]
    assert (row["person"], row["columns"], row["row"]) == ("C1", ["cont_contact_date"], 2)
    run_changed(home, before, after, "ssd_contacts", "back-dated")
    assert (
        "a (child C1, no team known; ssd_contacts.csv, row 2): cont_contact_date" in capsys.readouterr().out
    )
    with pytest.raises(UserError, match="no table called"):
        run_changed(home, before, after, "ssd_nothing", "new")
    with pytest.raises(UserError, match="no two loads"):
        run_changed(home, after, None, None, "new")
