"""What `undrift load` and `undrift check` print, and how they end."""

import json
from datetime import date
from pathlib import Path

import pytest

from undrift.records import Load, loads
from undrift.records.command import SHOWN, run_check, run_load

AS_AT = date(2026, 9, 30)
HEADER = "cont_contact_id,cont_person_id,cont_contact_date\n"
Printed = pytest.CaptureFixture[str]


def folder(tmp_path: Path, rows: str) -> Path:
    (tmp_path / "ssd_contacts.csv").write_text(HEADER + rows)
    return tmp_path


def run(path: Path, home: Path, as_json: bool = False) -> int:
    return run_load([path], "Irwell", AS_AT, "Analyst", home, as_json)


def test_a_clean_load_ends_in_nought_and_says_what_it_took(tmp_path: Path, capsys: Printed) -> None:
    assert run(folder(tmp_path, "1,C1,2026-06-05\n"), tmp_path / "home") == 0
    said = capsys.readouterr().out
    assert "No issues." in said and "Loaded as" in said and "ssd_contacts" in said
    reason = said[said.index("Not held") :].partition(": no file of this name was sent")
    assert "ssd_cp_visits" in reason[0] and reason[1]


def test_issues_end_in_one_and_are_shown_with_where_what_and_try(tmp_path: Path, capsys: Printed) -> None:
    bad = "".join(f"{n},C{n},31/02/2026\n" for n in range(SHOWN + 5))
    path = folder(tmp_path, bad + "ok,C1,2026-06-05\n")
    assert run(path, tmp_path / "home") == 1
    said = capsys.readouterr().out
    assert "ssd_contacts.csv, row 2, column cont_contact_date: " in said
    assert "Put the date as day/month/year" in said
    assert said.count("31/02/2026") == 0  # no cell of a child's row is printed
    assert "… and 5 more" in said
    assert run(path, tmp_path / "home", as_json=True) == 1
    printed = json.loads(capsys.readouterr().out)
    assert (printed["already"], len(printed["issues"])) == (True, SHOWN + 5)
    assert all(
        set(issue) >= {"file", "sheet", "row", "column", "what", "try_"} for issue in printed["issues"]
    )
    assert "31/02/2026" not in json.dumps(printed)


def test_the_same_again_says_so(tmp_path: Path, capsys: Printed) -> None:
    path = folder(tmp_path, "1,C1,2026-06-05\n")
    run(path, tmp_path / "home")
    capsys.readouterr()
    assert run(path, tmp_path / "home") == 0
    assert capsys.readouterr().out.startswith("Already loaded")


def test_a_refusal_ends_in_two_and_loads_nothing(tmp_path: Path, capsys: Printed) -> None:
    assert run(tmp_path / "absent.xlsx", tmp_path / "home") == 2
    assert "Refused: " in capsys.readouterr().err
    assert run(tmp_path / "absent.xlsx", tmp_path / "home", as_json=True) == 2
    assert json.loads(capsys.readouterr().out)["refused"]["try"]
    assert not (tmp_path / "home").exists()


def test_check_says_the_same_and_keeps_nothing(tmp_path: Path, capsys: Printed) -> None:
    path = folder(tmp_path, "1,C1,31/02/2026\n2,C1,2026-06-05\n")
    assert run_check([path], AS_AT) == 1
    assert "nothing was loaded" in capsys.readouterr().out
    assert run_check([path], AS_AT, as_json=True) == 1
    printed = json.loads(capsys.readouterr().out)
    assert printed["tables"] == {"ssd_contacts": 1} and len(printed["issues"]) == 1
    assert run_check([tmp_path / "absent"], AS_AT) == 2


def test_what_comes_after_a_load_is_given_it(tmp_path: Path) -> None:
    after: list[Load] = []
    home = tmp_path / "home"
    run_load(
        [folder(tmp_path, "1,C1,2026-06-05\n")], "Irwell", AS_AT, "Analyst", home, post_load=after.append
    )
    assert after == loads(home)
