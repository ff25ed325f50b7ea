"""What a check tells: the same to the screen and to the pages, and with it what a person could say of what was not
recognised."""

import json
import shutil
import zipfile
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.records.test_mappings import CONTACTS, tell, workbook
from undrift.records.checked import Checked, check, mark
from undrift.records.command import run_check
from undrift.records.mappings import standing
from undrift.records.store import load
from undrift.returns import SourceFile
from undrift.returns.mapping import ORDERS, Unknown, unknown

AS_AT = date(2026, 9, 30)


def asked(found: Checked) -> dict[tuple[str, str], Unknown]:
    return {(one.kind, one.said): one for one in found.unknown}


def test_each_thing_not_recognised_is_told_with_what_it_may_be_until_nothing_is_left(tmp_path: Path) -> None:
    path, home = workbook(tmp_path / "strange.xlsx", "Tab 7", CONTACTS), tmp_path / "home"

    def checked() -> Checked:
        return check([path], AS_AT, standing(home, "Irwell"))

    # The sheet first; then, once that is said, the columns of its likeliest header; then the code.
    found = checked()
    assert found.refused is not None and found.tables == {}
    assert "List 1" in asked(found)["sheet", "Tab 7"].choices
    tell(home, "sheet", "Tab 7", "List 1")
    found = checked()
    assert found.refused is not None
    assert "Date of Contact" in asked(found)["column", "When they rang"].choices
    tell(home, "column", "Pupil key", "Child Unique ID")
    tell(home, "column", "When they rang", "Date of Contact")
    found = checked()
    assert found.refused is None and found.tables["ssd_contacts"] == 2
    code = asked(found)["code", "purple"]
    assert code.column == "Gender" and "b) Female" in code.choices
    assert code.place == "strange.xlsx, sheet Tab 7"
    tell(home, "code", "purple", "b) Female", column="Gender")
    assert checked().unknown == ()


def test_an_order_of_dates_that_nothing_decides_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "ssd_contacts.csv").write_text(
        "cont_contact_id,cont_person_id,cont_contact_date\n1,C1,05/06/2026\n"
    )
    found = check([tmp_path / "ssd_contacts.csv"], AS_AT)
    assert asked(found)["dates", "cont_contact_date"].choices == ORDERS
    assert found.held_back == 1
    (tmp_path / "ssd_contacts.csv").write_text(
        "cont_contact_id,cont_person_id,cont_contact_date\n1,C1,05/06/2026\n2,C1,25/06/2026\n"
    )
    assert check([tmp_path / "ssd_contacts.csv"], AS_AT).unknown == ()


@pytest.mark.parametrize(
    ("name", "text", "said", "choice"),
    [
        ("ssd_contacts.csv", "cont_contact_id,cont_person_id,when\n1,C1,2026-06-05\n", "when", "cont_contact_date"),
        ("header.csv", "CHILD,gender,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC1,2,21/02/2015,WBRI,,,\n", "gender", "SEX"),
        ("supervision.csv", "Worker ID,Day of it,Child ID,Supervisor ID\nW1,2026-06-05,C1,W2\n", "Day of it", "Date of supervision"),
    ],
)  # fmt: skip
def test_a_strange_column_of_a_csv_file_is_asked_for(
    tmp_path: Path, name: str, text: str, said: str, choice: str
) -> None:
    (tmp_path / name).write_text(text)
    found = check([tmp_path / name], AS_AT)
    assert choice in asked(found)["column", said].choices


def test_nobody_is_told_unless_noting() -> None:
    unknown("column", "a.csv", ["x"], ["y"])  # which would raise, or stay, if it were kept anywhere
    assert check([], AS_AT).unknown == ()


def test_it_comes_back_from_json_as_it_was_and_is_told_without_values(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", "List 1", [["Child Unique ID", "Date of Contact", "Gender"], *CONTACTS[1:]]
    )
    found = check([path], AS_AT)
    assert found.issues and any(issue.value for issue in found.issues)
    kept: dict[str, Any] = json.loads(json.dumps(asdict(found)))
    assert Checked.again(kept) == found
    assert "purple" not in json.dumps(found.told())


def test_the_marked_copy_knows_a_column_by_what_a_person_said(tmp_path: Path) -> None:
    home = tmp_path / "home"
    path = workbook(
        tmp_path / "a.xlsx", "List 1",
        [["Child Unique ID", "When they rang", "Gender"], ["C1", "31/02/2026", "b) Female"]],
    )  # fmt: skip
    tell(home, "column", "When they rang", "Date of Contact")
    said = standing(home, "Irwell")
    mark([path], check([path], AS_AT, said).issues, said, tmp_path / "out.xlsx")
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    marked = [c.coordinate for row in book["List 1"].iter_rows() for c in row if c.comment]
    book.close()
    assert "B2" in marked


def test_one_file_that_cannot_be_used_hides_nothing_of_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "sent"
    folder.mkdir()
    workbook(folder / "a.xlsx", "List 1", [["Child Unique ID", "When they rang", "Gender"], *CONTACTS[1:]])
    (folder / "ssd_contacts.csv").write_text(
        "cont_contact_id,cont_person_id,cont_contact_date\n1,C1,31/02/2026\n"
    )
    (folder / "notes.docx").write_bytes(b"nothing we read")
    found = check([folder], AS_AT)
    assert found.refused is not None and found.refused[1].startswith("a.xlsx")
    told = {issue.file: issue for issue in found.issues}
    assert told["ssd_contacts.csv"].value == "31/02/2026"
    assert told["a.xlsx"].what.startswith(
        "sheet List 1, row 1, column Date of Contact: The column is missing"
    )
    assert told["notes.docx"].code == "file_refused"
    assert run_check([folder], AS_AT) == 2
    assert "Each file by itself:" in capsys.readouterr().out
    assert run_check([folder], AS_AT, as_json=True) == 2
    assert len(json.loads(capsys.readouterr().out)["issues"]) == len(found.issues)


def test_a_folder_of_nothing_known_says_why_of_each_file(tmp_path: Path) -> None:
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "a.zip").write_bytes(b"PK\x03\x04")
    (folder / "b.csv").write_text("x,y\n1,2\n")
    found = check([folder], AS_AT)
    assert found.refused is not None
    assert (
        "a.zip: left out. The ZIP is damaged" in found.refused[0] and "b.csv: left out." in found.refused[0]
    )


VISITS = "cinv_cin_visit_id,cinv_cin_plan_id,cinv_person_id,cinv_cin_visit_date\n1,P1,C1,31/02/2026\n"


def zipped(path: Path, files: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"set/{name}", content)
    return path


def test_a_zip_is_checked_marked_and_loaded_as_one_file_whose_own_files_are_named(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "set.zip", {"ssd_person.csv": "pers_person_id\nC1\n", "ssd_cin_visits.csv": VISITS}
    )
    found = check([path], AS_AT)
    (issue,) = [issue for issue in found.issues if issue.code == "date_unreadable"]
    assert (issue.file, issue.row) == ("set.zip › ssd_cin_visits.csv", 2)
    assert found.read_as == {"set.zip": "ssd"}
    # The cell is marked where it stands, and nothing but the copy is left of it
    mark([path], found.issues, (), tmp_path / "marked.xlsx")
    book = openpyxl.load_workbook(tmp_path / "marked.xlsx")
    comment = book["ssd_cin_visits"]["D2"].comment
    assert comment is not None and "is a date that does not exist" in comment.text
    assert book.sheetnames == ["Issues", "ssd_cin_visits", "ssd_person"]
    book.close()
    # It is one file of the load, by its own fingerprint; the same again is no second load, and beside others it is too
    home = tmp_path / "home"
    first = load([path], authority="Irwell", as_at=AS_AT, by="me", home=home)
    assert first.load.files == (SourceFile.of(path),)
    assert load([path], authority="Irwell", as_at=AS_AT, by="me", home=home).already
    (tmp_path / "sent").mkdir()
    shutil.copy(path, tmp_path / "sent")
    shutil.copy(path, tmp_path / "sent" / "damaged.zip")
    (tmp_path / "sent" / "damaged.zip").write_bytes(path.read_bytes()[:100])
    beside = check([tmp_path / "sent"], AS_AT)
    assert beside.tables == found.tables
    assert any(note.startswith("damaged.zip: left out. The ZIP is damaged") for note in beside.assumptions)


def test_of_a_zip_of_several_returns_the_load_names_the_file_once(tmp_path: Path) -> None:
    header = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC1,1,01/02/2015,WBRI,,,\n"
    path = zipped(tmp_path / "set.zip", {"header.csv": header, "ssd_cin_visits.csv": VISITS})
    done = load([path], authority="Irwell", as_at=AS_AT, by="me", home=tmp_path / "home").load
    assert {note.kind for note in done.tables.values()} == {"ssd", "ssda903"}
    assert done.files == (SourceFile.of(path),)


def test_where_one_file_of_a_zip_cannot_be_used_each_is_told_by_itself(tmp_path: Path) -> None:
    files = {"ssd_person.csv": "nothing,that,is,known\n1,2,3,4\n", "ssd_cin_visits.csv": VISITS}
    (tmp_path / "set").mkdir()
    for name, content in files.items():
        (tmp_path / "set" / name).write_text(content)
    (tmp_path / "notes.csv").write_text("nothing,we,read\n1,2,3\n")
    of_folder = check([tmp_path / "set", tmp_path / "notes.csv"], AS_AT)
    of_zip = check([zipped(tmp_path / "set.zip", files), tmp_path / "notes.csv"], AS_AT)
    assert of_folder.refused is not None and of_zip.refused == of_folder.refused
    assert {(issue.code, issue.file.removeprefix("set.zip › ")) for issue in of_zip.issues} == {
        (issue.code, issue.file) for issue in of_folder.issues
    }
    assert {issue.file for issue in of_zip.issues} > {"set.zip › ssd_cin_visits.csv", "notes.csv"}


def test_a_file_in_a_zip_is_named_as_in_it_wherever_it_is_told_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as made:
        made.writestr(
            "in/header.csv", "Title,,,\nCHILD,SEX,DOB,ETHNIC,MOTHER,Note\nC1,9,13/02/2015,WBRI,0,x\n"
        )
        made.writestr("in/read me.txt", "Hello")
    found = check([tmp_path / "set.zip"], AS_AT)
    assert found.recognised == ("SSDA903 Header: set.zip › header.csv, 1 row",)
    assert any(line.startswith("set.zip › header.csv: the column names are") for line in found.assumptions)
    assert any(line.startswith("set.zip › read me.txt: left out") for line in found.assumptions)
    assert {issue.file for issue in found.issues} == {"set.zip › header.csv"}
    assert {one.place for one in found.unknown} == {"set.zip › header.csv"}
    run_check([tmp_path / "set.zip"], AS_AT)
    printed = capsys.readouterr().out
    assert "set.zip › header.csv: column “Note”, which may be MC_DOB, UPN\n" in printed
    assert "ssd_sdq_scores, local_annual_health: no usable OC2 table was sent\n" in printed
    tell(tmp_path / "home", "column", "Note", "UPN", place="set.zip › header.csv")
    again = check([tmp_path / "set.zip"], AS_AT, standing(tmp_path / "home", "Irwell"))
    assert [one.choices for one in again.unknown if one.kind == "column"] == []


def test_what_refuses_a_zip_names_the_files_in_it(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as made:
        for name in ("one.csv", "two.csv"):
            made.writestr(name, "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC1,1,13/02/2015,WBRI,,,\n")
    refused = check([tmp_path / "set.zip"], AS_AT).refused
    assert refused and refused[0].startswith("set.zip › one.csv and set.zip › two.csv both have")
