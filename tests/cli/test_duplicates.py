"""From a load with one child under two ids to one journey, on the command line."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.test_cli import undrift
from undrift import records

PEOPLE = """pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob
K1,Ada,Quibell,F,2014-03-09
K2,Aida,Quibell,F,2014-03-09
K3,Cy,Marchbank,M,2011-07-01
"""
CONTACTS = """cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code
C1,K1,2026-01-05,6
C2,K2,2026-03-05,6
C3,K3,2026-03-06,6
"""


def _contacts(home: Path) -> list[tuple[str, int]]:
    return (
        records.cursor(home)
        .execute(
            "SELECT child_id, count(*) FROM journeys.events WHERE kind = 'contact' GROUP BY child_id ORDER BY 1"
        )
        .fetchall()
    )


def test_two_ids_are_suggested_said_to_be_one_child_joined_and_parted_again(tmp_path: Path) -> None:
    files, home = tmp_path / "ssd", tmp_path / "home"
    files.mkdir()
    (files / "ssd_person.csv").write_text(PEOPLE)
    (files / "ssd_contacts.csv").write_text(CONTACTS)
    done = undrift(
        "load", files, "--authority", "Irwell", "--as-at", "2026-09-30", "--by", "amira", home=home
    )
    assert done.returncode in (0, 1), done.stderr
    # The two are suggested, and why, in words
    told = json.loads(undrift("duplicates", "--json", home=home).stdout)
    (one,) = told["suggestions"]
    assert (one["child_id"], one["other_id"], one["said"]) == ("K1", "K2", "")
    on_screen = undrift("duplicates", home=home).stdout
    assert "1 of them wait for a person to say" in on_screen
    assert "the same date of birth; speaks very strongly for one child" in on_screen
    # Nothing is joined until somebody says so, and says why
    assert _contacts(home) == [("K1", 1), ("K2", 1), ("K3", 1)]
    refused = undrift(
        "duplicates", "same", "K1", "K2", "--keep", "K1", "--why", " ", "--by", "amira", home=home
    )
    assert (refused.returncode, "No reason is given" in refused.stderr) == (2, True)
    said = undrift(
        "duplicates",
        "same",
        "K1",
        "K2",
        "--keep",
        "K1",
        "--why",
        "Asked the school",
        "--by",
        "amira",
        home=home,
    )
    assert said.returncode == 0, said.stderr
    assert undrift("rebuild", home=home).returncode == 0
    assert _contacts(home) == [("K1", 2), ("K3", 1)]
    assert "one child, kept as K1: amira" in undrift("duplicates", home=home).stdout
    told = undrift("explain", "K2", "contact_referral_decision_1wd", home=home).stdout
    assert "K2 and K1 are one child, whose journey stands under K1." in told
    assert "From ssd_contacts C1;" in told and "From ssd_contacts C2;" in told
    # Taken back, they part
    undrift("duplicates", "withdraw", "K1", "K2", "--why", "Two sisters", "--by", "amira", home=home)
    undrift("rebuild", home=home)
    assert _contacts(home) == [("K1", 1), ("K2", 1), ("K3", 1)]
    with closing(sqlite3.connect(home / "undrift.sqlite3")) as base:
        history = base.execute("SELECT who, what FROM identity_identityhistory ORDER BY id").fetchall()
        looks = base.execute("SELECT DISTINCT measure_id FROM web_accesslog").fetchall()
    assert history == [("amira", "say_one_child"), ("amira", "withdraw")]
    assert {*looks} == {("ids that may be one child",), ("contact_referral_decision_1wd",)}
