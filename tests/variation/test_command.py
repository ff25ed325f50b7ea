"""`undrift variation`: every table in every form, decisions recorded, looks at children logged."""

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import openpyxl


def undrift(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "undrift", "variation", *words],
        env={**os.environ, "UNDRIFT_HOME": str(home)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_over_time_says_chart_verdict_and_sentence_and_a_target_once_set(
    demo_home: Path, tmp_path: Path
) -> None:
    plain = list(csv.DictReader(io.StringIO(undrift(demo_home, "over-time").stdout)))
    assessments = next(row for row in plain if row["measure_id"] == "assessments_45wd_pct")
    assert assessments["chart"] == "p′ chart" and assessments["sentence"].startswith("Assessments in time")
    assert assessments["assurance"] == "No target has been set"
    made = undrift(
        demo_home,
        "target",
        "assessments_45wd_pct",
        "--target",
        "99.5",
        "--why",
        "The plan says so",
        "--by",
        "Amira",
    )
    assert made.returncode == 0, made.stderr
    made = undrift(
        demo_home,
        "rebase",
        "assessments_45wd_pct",
        "--from",
        "2024-01-01",
        "--why",
        "A new service",
        "--by",
        "Amira",
    )
    assert made.returncode == 0, made.stderr
    book = tmp_path / "over-time.xlsx"
    assert (
        undrift(
            demo_home,
            "over-time",
            "--measure",
            "assessments_45wd_pct",
            "--format",
            "xlsx",
            "--out",
            str(book),
        ).returncode
        == 0
    )
    heads, values = openpyxl.load_workbook(book).active.iter_rows(values_only=True)  # type: ignore[union-attr]
    row = dict(zip(heads, values, strict=True))
    assert row["assurance"] == "Will consistently miss the target"
    assert f"{row['since']:%Y-%m-%d}" == "2025-01-01"


def test_teams_groups_and_aftermath_are_tables_of_figures(demo_home: Path) -> None:
    teams = json.loads(
        undrift(demo_home, "teams", "--measure", "assessments_45wd_pct", "--format", "json").stdout
    )
    assert {row["team_id"] for row in teams} >= {"AB", "AM", "SC"}
    assert all(row["sd_low"] <= row["between_team_sd"] <= row["sd_high"] for row in teams)
    groups = json.loads(undrift(demo_home, "groups", "--measure", "icpc_15wd_pct", "--format", "json").stdout)
    assert {row["dimension"] for row in groups} == {"age", "sex", "ethnicity", "disability", "area"}
    after = json.loads(undrift(demo_home, "aftermath", "--format", "json").stdout)
    whole = [row for row in after if row["slice"] == "all"]
    assert {row["decision"] for row in whole} == {
        "assessment_nfa", "assessment_step_down", "enquiry_ended", "cp_plan_ended", "returned_home"
    }  # fmt: skip
    assert all(row["3m"] <= row["6m"] <= row["12m"] for row in whole)


def _looks(home: Path) -> int:
    with sqlite3.connect(home / "undrift.sqlite3") as base:
        (found,) = base.execute(
            "SELECT count(*) FROM web_accesslog WHERE measure_id = 'decisions reversed'"
        ).fetchone()
    return int(found)


def test_a_list_of_children_is_logged_before_it_is_shown(demo_home: Path) -> None:
    before = _looks(demo_home)
    shown = undrift(demo_home, "reversed", "--team", "SC")
    rows = list(csv.DictReader(io.StringIO(shown.stdout)))
    assert rows and {row["team_id"] for row in rows} == {"SC"}
    assert _looks(demo_home) == before + 1


def test_a_wrong_measure_or_no_reason_is_refused_in_words(demo_home: Path) -> None:
    wrong = undrift(demo_home, "over-time", "--measure", "nothing")
    assert wrong.returncode == 2 and "There is no measure called nothing" in wrong.stderr
    empty = undrift(demo_home, "rebase", "assessments_45wd_pct", "--from", "2024-01-01", "--why", " ")
    assert empty.returncode == 2 and "reason is empty" in empty.stderr
