"""The marked copy: the cell at fault is the cell marked, and nothing in it is ever calculated."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from undrift import records
from undrift.errors import UserError
from undrift.records.command import run_check
from undrift.records.marked import HEADS, write_marked
from undrift.returns import Issue, annex_a

AS_AT = date(2026, 9, 30)
CONTACTS = "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code\n"


def marked(paths: list[Path], out: Path) -> openpyxl.Workbook:
    run_check(paths, AS_AT, marked=out)
    return openpyxl.load_workbook(out)


def marks(book: openpyxl.Workbook, sheet: str) -> dict[str, tuple[object, str, str]]:
    """Each cell with a comment: what it holds, its colour, and the comment's first line."""
    return {
        cell.coordinate: (cell.value, cell.fill.fgColor.rgb, cell.comment.text.split("\n")[0])
        for row in book[sheet].iter_rows()
        for cell in row
        if cell.comment
    }


def test_a_csv_file_s_faulty_cells_are_marked_where_they_stand(tmp_path: Path) -> None:
    folder = tmp_path / "ssd"
    folder.mkdir()
    (folder / "ssd_contacts.csv").write_text(
        CONTACTS
        + '1,C1,2026-06-05,=HYPERLINK("x")\n2,C1,31/02/2026,+1\n3,,2026-06-05,-2\n4,C1,2027-06-05,@a\n'
    )
    (folder / "ssd_person.csv").write_text("pers_person_id\nC1\n")
    book = marked([folder], tmp_path / "marked.xlsx")
    assert book.sheetnames == ["Issues", "ssd_contacts", "ssd_person"]
    found = marks(book, "ssd_contacts")
    assert {place: (value, colour) for place, (value, colour, _) in found.items()} == {
        "D2": ('=HYPERLINK("x")', "FFFFEB9C"), "C3": ("31/02/2026", "FFFFC7CE"), "B4": (None, "FFFFC7CE"),
        "C5": ("2027-06-05", "FFFFEB9C"),
    }  # fmt: skip
    assert "is a date that does not exist" in found["C3"][2]
    # What looks like a formula is text, in the copy and in the list, marked or not.
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row)
            for cell in row:
                if isinstance(cell.value, str) and cell.value[0] in "=+-@":
                    assert cell.quotePrefix, cell.coordinate
    listed = list(book["Issues"].iter_rows(min_row=1, values_only=True))
    assert listed[0] == HEADS
    assert ("ssd_contacts.csv", None, 3, "cont_contact_date", "31/02/2026") in [row[:5] for row in listed]
    links = {
        cell.value: cell.hyperlink.location
        for row in book["Issues"].iter_rows(min_row=2)
        for cell in row
        if cell.hyperlink
    }
    assert links["the cell"].startswith("'ssd_contacts'!") or links["the cell"].startswith("ssd_contacts!")


def test_a_workbook_s_own_layout_headers_and_dates_are_kept(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "1. Contacts"
    sheet.append(["Irwell: run on 1 October"])
    sheet.append([])
    sheet.append(["Date of  Contact", "child unique id", "Gender"])
    sheet.append([date(2026, 6, 5), "C1", "b) Female"])
    sheet.append([date(2027, 6, 5), "C2", "purple"])
    sheet.append(["32/01/2026", "C3", "=1+1"])
    book.create_sheet("Issues").append(["our own notes"])
    book.save(tmp_path / "annex.xlsx")
    copy = marked([tmp_path / "annex.xlsx"], tmp_path / "marked.xlsx")
    assert copy.sheetnames == ["Issues", "1. Contacts", "Issues (2)"]
    found = marks(copy, "1. Contacts")
    assert found["A6"][0] == "32/01/2026" and found["C5"][0] == "purple"
    assert copy["1. Contacts"]["A1"].value == "Irwell: run on 1 October"
    assert copy["1. Contacts"]["A4"].value.date() == date(2026, 6, 5)
    assert "A5" in found and "A4" not in found
    assert copy["Issues (2)"]["A1"].value == "our own notes"
    # The copy is itself a workbook that is read as the one it was made from.
    issues = records.read([tmp_path / "annex.xlsx"], AS_AT).issues
    again = records.read([tmp_path / "marked.xlsx"], AS_AT).issues
    assert {(i.row, i.column, i.code) for i in issues if i.code != "text_unreadable"} == {
        (i.row, i.column, i.code) for i in again if i.code != "text_unreadable"
    }


def test_a_large_file_is_marked_to_its_last_row(tmp_path: Path) -> None:
    rows = [f"{n},C{n},2026-06-05,6\n" for n in range(60_000)]
    rows[59_999] = "59999,C1,31/02/2026,6\n"
    (tmp_path / "ssd_contacts.csv").write_text(CONTACTS + "".join(rows))
    run_check([tmp_path / "ssd_contacts.csv"], AS_AT, marked=tmp_path / "marked.xlsx")
    book = openpyxl.load_workbook(tmp_path / "marked.xlsx", read_only=True)
    last = next(book["ssd_contacts"].iter_rows(min_row=60_001, max_row=60_001))
    assert (last[2].value, last[2].fill.fgColor.rgb) == ("31/02/2026", "FFFFC7CE")
    book.close()


def test_a_row_with_several_faults_and_one_with_no_column(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,when\n1,x\n")
    issues = [
        Issue("a.csv", "", 2, "when", "The first.", "Try one.", "x", "kept"),
        Issue("a.csv", "", 2, "when", "The second.", "Try two.", "x", "held back"),
        Issue("a.csv", "", 2, "", "The row.", "Try it.", "x", "kept"),
        Issue("a.csv", "", None, "", "The file.", "Send another.", "x", "kept"),
        Issue("census.xml", "", 7, "Sex", "Not a code.", "Choose one.", "x", "kept", "+44"),
    ]
    write_marked([tmp_path / "a.csv"], issues, tmp_path / "marked.xlsx")
    book = openpyxl.load_workbook(tmp_path / "marked.xlsx")
    comment = book["a"]["B2"].comment
    assert comment is not None and "The first.\nTry one." in comment.text and "The second." in comment.text
    assert book["a"]["B2"].fill.fgColor.rgb == "FFFFC7CE"
    assert marks(book, "a")["A2"][2] == "The row."
    listed = [row[:6] for row in book["Issues"].iter_rows(min_row=2, values_only=True)]
    assert ("census.xml", None, 7, "Sex", "+44", "Not a code.") in listed and len(listed) == 5
    assert listed[0][5] == "The second."  # what holds rows back comes first
    done = {row[5]: row[7] for row in book["Issues"].iter_rows(min_row=2, values_only=True)}
    assert done["The second."] == "held back" and done["The first."] == "loaded all the same"


def test_the_copy_never_takes_the_place_of_the_file(tmp_path: Path) -> None:
    annex_a.write_workbook(tmp_path / "a.xlsx", {1: [{"Child Unique ID": "C1", "Date of Contact": AS_AT}]})
    before = (tmp_path / "a.xlsx").read_bytes()
    with pytest.raises(UserError, match="take the place"):
        write_marked([tmp_path / "a.xlsx"], [], tmp_path / "a.xlsx")
    with pytest.raises(UserError, match="take the place"):
        write_marked([tmp_path], [], tmp_path / "a.xlsx")
    with pytest.raises(UserError, match=r"ends in \.xlsx"):
        write_marked([tmp_path / "a.xlsx"], [], tmp_path / "marked.csv")
    with pytest.raises(UserError, match="not there"):
        write_marked([tmp_path / "a.xlsx"], [], tmp_path / "absent" / "marked.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]
