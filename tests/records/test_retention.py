"""Whose time is up, by rules that are read from a file."""

from datetime import date
from pathlib import Path

import pytest

from undrift import records
from undrift.errors import UserError
from undrift.records.erasing_command import run_retention, run_rules
from undrift.records.links import SameChild, keep_confirmed
from undrift.records.retention import LOCAL, due, kept_until, ours, rules

AS_AT = date(2026, 9, 30)
TABLES = {
    "ssd_person": (
        "pers_person_id,pers_dob,pers_death_date\nCARED,1951-05-01,\nDIED,2000-01-01,2011-05-01\nADULT,1951-05-01,1990-01-01\n"
        "OPEN,1951-05-01,\nNEED,1990-01-01,\nASKED,1990-01-01,\nUNBORN,,\nADOPTED,1900-01-01,\n"
    ),
    "ssd_contacts": (
        "cont_contact_id,cont_person_id,cont_contact_date\n1,CARED,1960-01-01\n2,ASKED,2023-09-30\n3,NEED,2010-01-01\n"
    ),
    "ssd_cla_episodes": (
        "clae_cla_episode_id,clae_person_id,clae_cla_id,clae_cla_episode_start_date,clae_cla_episode_ceased_date\n"
        "E1,CARED,P1,1960-01-01,1961-01-01\nE2,DIED,P2,2010-01-01,2011-05-01\nE3,ADULT,P3,1960-01-01,1961-01-01\n"
        "E4,OPEN,P4,1960-01-01,\nE5,UNBORN,P5,2020-01-01,2020-02-01\nE6,ADOPTED,P6,1910-01-01,1911-01-01\n"
    ),
    "ssd_cin_episodes": "cine_referral_id,cine_person_id,cine_referral_date,cine_close_date\nR1,NEED,2018-01-01,2020-09-30\n",
    "ssd_permanence": (
        "perm_table_id,perm_person_id,perm_permanence_order_type,perm_permanence_order_date\nX1,ADOPTED,Adoption,1930-01-01\n"
        "X2,CARED,Special Guardianship,2020-01-01\n"
    ),
}  # fmt: skip


def load(home: Path, as_at: date, **tables: str) -> str:
    folder = home.parent / f"{as_at}"
    folder.mkdir(parents=True)
    for name, content in tables.items():
        (folder / f"{name}.csv").write_text(content)
    return records.load([folder], authority="Irwell", as_at=as_at, by="Analyst", home=home).load.id


@pytest.fixture
def home(tmp_path: Path) -> Path:
    load(tmp_path / "home", AS_AT, **TABLES)
    return tmp_path / "home"


def test_the_longest_rule_that_applies_says_until_when(home: Path) -> None:
    told = {kept.person: (kept.until, kept.rule.type) for kept in kept_until(home)}
    assert told == {
        "CARED": (date(2026, 5, 1), "Looked-after child"),  # 75 years from birth; guardianship is no adoption
        "DIED": (date(2026, 5, 1), "Looked-after child"),  # 15 years from a death before 18
        "ADULT": (date(2026, 5, 1), "Looked-after child"),  # a death after 18 changes nothing
        "OPEN": (None, "Looked-after child"),
        "UNBORN": (None, "Looked-after child"),
        "NEED": (date(2026, 9, 30), "Child in need"),
        "ASKED": (date(2026, 9, 30), "Contact and anything else"),
        "ADOPTED": (date(2030, 1, 1), "Adopted child"),
    }
    why = {kept.person: kept.why for kept in kept_until(home)}
    assert why["OPEN"] == "the work is still open, so nothing is due"
    assert why["UNBORN"] == "cannot tell: no date of birth is recorded"


def test_due_on_the_day_and_not_the_day_before(home: Path) -> None:
    assert {kept.person for kept in due(home, AS_AT)} == {"CARED", "DIED", "ADULT", "NEED", "ASKED"}
    assert {kept.person for kept in due(home, date(2026, 9, 29))} == {"CARED", "DIED", "ADULT"}
    assert due(home, date(2026, 4, 30)) == []


def test_a_child_under_two_ids_is_due_when_both_are(home: Path) -> None:
    keep_confirmed(home, [SameChild("ASKED", "OPEN"), SameChild("NEED", "CARED")])
    assert {kept.person for kept in due(home, AS_AT)} == {"CARED", "DIED", "ADULT", "NEED"}
    assert {kept.person for kept in due(home, date(2026, 9, 29))} == {"DIED", "ADULT"}


def test_an_older_load_counts_and_the_latest_telling_of_a_row_stands(home: Path) -> None:
    contact = "cont_contact_id,cont_person_id,cont_contact_date\n2,ASKED,2026-01-01\n"
    load(home, date(2026, 10, 1), ssd_contacts=contact)
    told = {kept.person: kept.until for kept in kept_until(home)}
    assert told["ASKED"] == date(2029, 1, 1)
    assert told["CARED"] == date(2026, 5, 1)  # in the older load alone


def test_every_rule_says_who_says_so_and_those_without_a_law_say_they_are_local() -> None:
    each = rules(Path("/nowhere"))
    assert all("egulations" in rule.source or rule.source == LOCAL for rule in each)
    assert {rule.type for rule in each if rule.source != LOCAL} == {
        "Adopted child", "Looked-after child", "Care leaver"
    }  # fmt: skip


def test_the_authority_s_own_file_stands_and_a_wrong_line_is_named(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = ours()
    (home / "retention.csv").write_text(text.replace("*,,last event,3", "*,,last event,10"))
    assert {k.person: k.until for k in kept_until(home)}["ASKED"] == date(2033, 9, 30)
    run_rules(home)
    assert "last event,10" in capsys.readouterr().out
    for wrong, says in (
        (text.replace("ssd_send;", "ssd_nothing;"), "line 7.*no table ssd_nothing"),
        (text.replace(",75,15,clae", ",many,15,clae"), "line 3"),
        (text.replace("cine_close_date", "cine_shut_date"), "line 6.*cine_shut_date"),
    ):
        (home / "retention.csv").write_text(wrong)
        with pytest.raises(UserError, match=says):
            rules(home)


def test_nothing_is_erased_until_the_number_is_typed_back(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def apply(answer: str) -> int:
        return run_retention(
            home,
            date(2026, 9, 29),
            False,
            True,
            "Officer",
            lambda load_id: None,
            [],
            ask=lambda words: answer,
        )

    with pytest.raises(UserError, match="Nothing was erased"):
        apply("y")
    assert len(due(home, AS_AT)) == 5
    assert apply("3") == 0
    said = capsys.readouterr().out
    assert "regulation 50" in said and "None of them is found anywhere" in said
    assert {kept.person for kept in kept_until(home)} == {"OPEN", "UNBORN", "NEED", "ASKED", "ADOPTED"}
