"""The commands of this room: an authority's road, and the corpus kept and searched."""

import json
from datetime import date
from pathlib import Path

import pytest

from undrift.errors import UserError
from undrift.inspections.command import run_keep, run_road, run_search
from undrift.synthetic import report as invented


def test_the_road_of_an_authority_by_name_and_by_urn(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_road("Bury Council", [], date(2023, 1, 10), as_json=False) == 0
    out = capsys.readouterr().out
    assert (
        "overdue: Improvement plan to the Secretary of State" in out
        and "likely start of re-inspection" in out
    )
    assert "  2022-03-30  overdue: Improvement plan" in out, "the day, as a day"
    assert "2021-10-25  Inspection" in out and "2025-06-09" not in out
    assert run_road("80443", [], date(2023, 1, 10), as_json=True) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["local_authority"] == "Bury" and found["overdue"] == ["improvement_plan"]
    with pytest.raises(UserError, match="no such authority"):
        run_road("Nowhereshire", [], date(2023, 1, 10), as_json=False)


def test_a_file_that_cannot_be_read_is_said_and_the_road_still_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    assert run_road("Bury", [str(tmp_path / "empty.pdf")], date(2023, 1, 10), as_json=False) == 1
    printed = capsys.readouterr()
    assert "empty" in printed.err and "Bury, as at 10 January 2023" in printed.out


def test_reports_are_kept_and_searched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, letter, bad = tmp_path / "r.pdf", tmp_path / "l.pdf", tmp_path / "bad.pdf"
    invented.write_report(report)
    invented.write_visit_letter(letter)
    bad.write_bytes(b"x")
    assert run_keep(tmp_path / "kept", [str(report), str(bad), str(letter)]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert run_search(tmp_path / "kept", "steady progress", as_json=True) == 0
    (hit,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (hit["kind"], hit["page"], hit["file"]) == ("sentence", 1, str(letter))
    assert run_search(tmp_path / "kept", '"', as_json=False) == 0 and capsys.readouterr().out == ""
