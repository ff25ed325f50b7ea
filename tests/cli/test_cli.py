"""The command line: one line when something is wrong, never a traceback, and an exit code that says which."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.shared import shared_path
from undrift import cli, sheet
from undrift.errors import UserError

BURY = "80443_bury/children's services inspection - 17 december 2021.pdf"


def undrift(*arguments: object, home: Path, answer: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "undrift", *map(str, arguments)],
        input=answer, capture_output=True, text=True, check=False,
        env={"UNDRIFT_HOME": str(home), "PATH": "", "HOME": str(home), "PYTHONPATH": os.environ.get("PYTHONPATH", "")},
    )  # fmt: skip


def test_the_real_report_is_read_as_it_was_by_hand(tmp_path: Path) -> None:
    """Field by field: what `inspection read --json` prints of Bury equals the answers checked by reading."""
    done = undrift("inspection", "read", shared_path("ofsted", "pdf") / BURY, "--json", home=tmp_path)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    with shared_path("ofsted", "truth.jsonl").open(encoding="utf-8") as file:
        truth = next(row for line in file if (row := json.loads(line))["file"] == BURY)
    assert {key: told.get(key) for key in truth if key != "file"} == {
        k: v for k, v in truth.items() if k != "file"
    }
    assert len(told["areas_for_improvement"]) == 9
    assert [f["number"] for f in told["findings"]] == list(range(1, 53))


def test_a_workbook_that_cannot_be_used_is_refused_in_one_line(tmp_path: Path) -> None:
    wrong = tmp_path / "not a workbook.xlsx"
    wrong.write_text("nothing of the kind")
    done = undrift("load", wrong, "--authority", "Irwell", "--as-at", "2026-09-30", home=tmp_path / "home")
    assert done.returncode == 2
    said = done.stdout + done.stderr
    assert "not a workbook.xlsx" in said
    assert "Traceback" not in said
    assert not (tmp_path / "home" / "live").exists(), "nothing is half-loaded"


def test_a_date_that_is_not_one_is_refused_with_how_to_write_it(tmp_path: Path) -> None:
    done = undrift("check", tmp_path, "--as-at", "30/09/2026", home=tmp_path)
    assert done.returncode == 2
    assert "2026-09-30" in done.stderr


def test_a_fault_of_ours_prints_no_value_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_: object) -> int:
        raise ValueError("Maisie Farnish")

    monkeypatch.setattr(cli, "run", broken)
    assert cli.main(["serve"]) == 70
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "Maisie" not in said


def test_what_a_person_can_put_right_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: object) -> int:
        raise UserError("The sheet is empty.", where="a.xlsx, List 3", try_="Export it again.")

    monkeypatch.setattr(cli, "run", refuse)
    assert cli.main(["serve"]) == 2
    assert capsys.readouterr().err == "undrift: a.xlsx, List 3: The sheet is empty. Export it again.\n"


def test_the_demonstration_empties_no_folder_but_its_own(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("kept")
    done = undrift("demo", "--no-serve", home=tmp_path)
    assert done.returncode == 2
    assert (tmp_path / "precious.txt").read_text() == "kept"
    assert "Traceback" not in done.stderr


def test_the_annex_a_workbook_loads_and_a_spoilt_row_is_named(built_demo: Path, tmp_path: Path) -> None:
    """Good rows load; the bad one is listed with sheet, row, column, what is wrong and what to try."""
    import openpyxl

    (workbook,) = (built_demo / "files").glob("annex-a-*.xlsx")
    book = openpyxl.load_workbook(workbook)
    sheet = book["List 3"]
    headers = [cell.value for cell in sheet[1]]
    sheet.cell(row=5, column=headers.index("Date of Referral") + 1).value = "31/02/2026"
    spoilt = tmp_path / "annex a.xlsx"
    book.save(spoilt)
    home = tmp_path / "home"
    done = undrift("load", spoilt, "--authority", "Irwell", "--as-at", "2026-09-30", "--json", home=home)
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    held_back = [issue for issue in told["issues"] if issue["severity"] == "held back"]
    (issue,) = [
        i for i in held_back if (i["sheet"], i["row"], i["column"]) == ("List 3", 5, "Date of Referral")
    ]
    assert issue["what"]
    assert issue["try_"]
    assert "31/02" not in done.stdout, "no value from a child's row leaves the screen"
    referrals = told["load"]["tables"]["ssd_cin_episodes"]["rows"]
    assert referrals > 1000, "the good rows are kept"


def test_a_clock_is_explained_by_hand_and_the_look_is_noted(demo_home: Path) -> None:
    done = undrift("explain", "IRW900001", "icpc_15wd", home=demo_home)
    assert done.returncode == 0, done.stderr
    assert "Thu 17 Sep 2026  15" in done.stdout
    assert "Overdue: nothing is recorded by Wednesday 30 September 2026." in done.stdout
    assert "\nHeld by Anya Bellfield, Safeguarding Cedar.\n" in done.stdout
    with closing(sqlite3.connect(demo_home / "undrift.sqlite3")) as base:
        looks = base.execute("SELECT role, kind, child_id, measure_id FROM web_accesslog").fetchall()
    assert looks[-1] == ("command line", "child", "IRW900001", "icpc_15wd")


def test_readings_are_written_as_at_a_past_day(demo_home: Path, tmp_path: Path) -> None:
    out = tmp_path / "clocks.json"
    done = undrift("clocks", "--clock", "cp_visit", "--team", "SC", "--as-at", "2022-01-15", "--format", "json",
                   "--out", out, home=demo_home)  # fmt: skip
    assert done.returncode == 0, done.stderr
    rows = json.loads(out.read_text())
    assert rows
    assert {row["clock_id"] for row in rows} == {"cp_visit"}
    assert max(row["started_on"] for row in rows) <= "2022-01-15", "what had not happened yet is not there"
    assert {"overdue", "met", "late"} <= {row["reading"] for row in rows}


def test_a_clock_nobody_knows_is_refused_with_those_there_are(demo_home: Path) -> None:
    done = undrift("clocks", "--clock", "icpc_16wd", home=demo_home)
    assert done.returncode == 2
    assert "icpc_15wd" in done.stderr


def test_a_team_or_a_child_nobody_knows_is_refused(demo_home: Path) -> None:
    done = undrift("clocks", "--clock", "icpc_15wd", "--team", "O'Neil", home=demo_home)
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no team called O'Neil." in done.stderr and "SC (Safeguarding Cedar)" in done.stderr
    done = undrift("explain", "nobody", "icpc_15wd", home=demo_home)
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no child nobody in this load." in done.stderr


def test_a_clock_that_could_not_run_is_said_and_not_written_as_none(demo_home: Path) -> None:
    why = "the authority has not said what its limit is"
    done = undrift("clocks", "--clock", "management_oversight", home=demo_home)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"The clock management_oversight could not run: {why}." in done.stderr
    done = undrift("clocks", "--team", "SC", home=demo_home)
    assert f"Not in the table: management_oversight, which could not run: {why}." in done.stderr
    assert "management_oversight" not in done.stdout
    done = undrift("explain", "IRW900001", "management_oversight", home=demo_home)
    assert f"It could not run: {why}." in done.stdout


def test_a_day_the_records_do_not_reach_is_said_to_be_one(demo_home: Path) -> None:
    for what in (("clocks", "--clock", "icpc_15wd"), ("explain", "IRW900001", "icpc_15wd")):
        done = undrift(*what, "--as-at", "2027-01-04", home=demo_home)
        assert done.returncode == 0
        assert "These records speak for Wednesday 30 September 2026" in done.stderr
        assert "speak for" not in undrift(*what, "--as-at", "2026-09-30", home=demo_home).stderr


def test_a_table_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    for form, out in (
        ("csv", tmp_path / "none" / "a.csv"),
        ("xlsx", tmp_path / "none" / "a.xlsx"),
        ("csv", tmp_path),
    ):
        done = undrift("clocks", "--coverage", "--format", form, "--out", out, home=tmp_path)
        assert done.returncode == 2
        assert f"undrift: {out} cannot be written" in done.stderr


def test_a_reader_that_closes_early_is_no_fault_of_anybodys(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "undrift", "clocks", "--coverage"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "UNDRIFT_HOME": str(tmp_path)},
    ) as running:  # fmt: skip
        assert running.stdout and running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_a_workbook_goes_on_to_another_sheet_where_one_is_full(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import openpyxl

    monkeypatch.setattr(sheet, "MOST", 2)
    for rows in ([], [(1,), (2,)], [(1,), (2,), (3,)]):
        sheet.write_workbook(tmp_path / "a.xlsx", "Clocks", ("n",), iter(rows))
        book = openpyxl.load_workbook(tmp_path / "a.xlsx")
        assert book.sheetnames == ["Clocks", "Clocks 2"][: 1 + (len(rows) > 2)]
        for one in book:
            assert one["A1"].value == "n"
        assert [v for one in book for (v,) in one.iter_rows(min_row=2, values_only=True)] == [
            n for (n,) in rows
        ]


def test_what_is_said_of_a_file_once_is_kept_listed_and_taken_back(tmp_path: Path) -> None:
    said = (
        "mapping",
        "Irwell",
        "column",
        "Pupil key",
        "Child Unique ID",
        "--by",
        "Ada",
        "--why",
        "asked the supplier",
    )
    assert undrift(*said, home=tmp_path).returncode == 0
    listed = undrift("mapping", "Irwell", home=tmp_path)
    assert "1 holds" in listed.stdout and "Pupil key" in listed.stdout
    taken = undrift(
        "mapping", "Irwell", "column", "Pupil key", "--by", "Ada", "--why", "wrong", home=tmp_path
    )
    assert taken.returncode == 0, taken.stderr
    assert "0 hold" in undrift("mapping", "Irwell", home=tmp_path).stdout


def test_a_load_that_is_not_there_cannot_be_served(tmp_path: Path) -> None:
    done = undrift("rebuild", "--load", "none", home=tmp_path)
    assert done.returncode == 2
    assert "There is no load none." in done.stderr and "Traceback" not in done.stderr
