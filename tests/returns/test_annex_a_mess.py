"""Annex A in the state it is really in: each test is one way a workbook arrives."""

import logging
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from tests.returns.sheets_of import CONTACTS, contact, workbook
from undrift.errors import UserError
from undrift.returns import Submission, annex_a, recognise
from undrift.returns.sheets import find_list
from undrift.returns.spec import annex_a_lists


def contacts(tmp_path: Path, *rows: Sequence[object], name: str = "List 1") -> Submission:
    return annex_a.read(workbook(tmp_path / "a.xlsx", {name: rows}))


def dates(submission: Submission) -> list[date]:
    return list(submission.tables["ssd_contacts"].column("cont_contact_date").to_pylist())


def held_back(submission: Submission) -> list[tuple[int | None, str]]:
    return [(i.row, i.column) for i in submission.issues if i.severity == "held back"]


def test_title_rows_above_the_header(tmp_path: Path) -> None:
    rows = contacts(
        tmp_path,
        ["Annex A return for Irwell"],
        [],
        ["Run on", "01/10/2026"],
        CONTACTS,
        contact(when="31/02/2026"),
        contact(),
    )
    assert dates(rows) == [date(2026, 6, 5)]
    assert held_back(rows) == [(5, "Date of Contact")]  # the row as Excel numbers it


def test_headers_recased_broken_reordered_and_renamed(tmp_path: Path) -> None:
    said = [
        "CHILD UNIQUE\nID",
        "GENDER",
        "ethnicity ",
        "D.O.B",
        "Age",
        "1. Date of\r\ncontact",
        "Contact  source",
    ]
    order = [5, 0, 6, 3, 1, 2, 4]
    row = contact()
    submission = contacts(tmp_path, [said[i] for i in order], [row[i] for i in order])
    assert dates(submission) == [date(2026, 6, 5)]
    assert submission.tables["ssd_contacts"].column("cont_contact_source_code").to_pylist() == ["6"]
    assert submission.tables["ssd_person"].column("pers_dob").to_pylist() == [date(2015, 2, 15)]


def test_the_closest_header_is_taken_and_said(tmp_path: Path) -> None:
    said = [*CONTACTS[:5], "Date of the Contact", CONTACTS[6]]
    submission = contacts(tmp_path, said, contact())
    assert dates(submission) == [date(2026, 6, 5)]
    assert any("Date of the Contact” was read as “Date of Contact" in said for said in submission.assumptions)


def test_a_header_that_differs_in_a_telling_word_is_not_taken(tmp_path: Path) -> None:
    said = [*CONTACTS[:5], "Date of Referral", CONTACTS[6]]
    with pytest.raises(UserError, match="Date of Contact"):
        contacts(tmp_path, said, contact())


def test_a_review_date_is_never_read_as_an_end_date(tmp_path: Path) -> None:
    headers = [column.header for column in annex_a_lists()[7].columns]
    said = [
        {"Child Protection Plan End Date": "Child Protection Plan Review Date"}.get(h, h) for h in headers
    ]
    row = [
        {"Child Unique ID": "C1", "Child Protection Plan Start Date": "15/06/2026"}.get(h) for h in headers
    ]
    row[headers.index("Child Protection Plan End Date")] = "16/06/2026"
    submission = annex_a.read(workbook(tmp_path / "a.xlsx", {"List 7": [said, row]}))
    assert submission.tables["ssd_cp_plans"].column("cppl_cp_plan_end_date").to_pylist() == [None]
    assert any("Review Date” was left out" in said for said in submission.assumptions)


@pytest.mark.parametrize(("name", "number"), [("Early help", 2), ("List 10", 10), ("CLA", 8), ("Sheet1", 1)])
def test_columns_that_every_list_has_are_told_apart_by_the_tab(name: str, number: int) -> None:
    shared = pa.table({str(at): [header] for at, header in enumerate(CONTACTS[:5])})
    found = find_list(shared, name)
    assert found is not None and found.spec.number == number


@pytest.mark.parametrize("name", ["List 1", "1. Contacts", "Contacts (6m)", "A1 contacts", "Sheet7"])
def test_sheets_are_found_whatever_they_are_called(tmp_path: Path, name: str) -> None:
    assert dates(contacts(tmp_path, CONTACTS, contact(), name=name)) == [date(2026, 6, 5)]


def test_a_sheet_is_what_its_columns_are_and_a_wrong_tab_name_is_said(tmp_path: Path) -> None:
    submission = contacts(tmp_path, CONTACTS, contact(), name="Referrals")
    assert dates(submission) == [date(2026, 6, 5)]
    assert any("read as list 1" in said for said in submission.assumptions)


@pytest.mark.parametrize(
    "when",
    [
        datetime.fromisoformat("2026-06-05"),
        datetime.fromisoformat("2026-06-05 14:30"),
        46178,
        46178.75,
        "46178",
        "05/06/2026",
        "5/6/26",
        "2026-06-05",
        "2026-06-05 00:00:00",
        "5 June 2026",
        " 05/06/2026 ",
    ],
)
def test_dates_as_they_come(tmp_path: Path, when: object) -> None:
    assert dates(contacts(tmp_path, CONTACTS, contact(when=when))) == [date(2026, 6, 5)]


@pytest.mark.parametrize("blank", [None, "", " ", "NULL", "n/a", "N/A", "-"])
def test_the_ways_of_writing_nothing(tmp_path: Path, blank: object) -> None:
    submission = contacts(tmp_path, CONTACTS, contact(when="25/06/2026", **{"Date of Birth": blank}))
    assert submission.tables["ssd_person"].column("pers_dob").to_pylist() == [None]
    assert submission.issues == tuple(i for i in submission.issues if i.code == "sheet_missing")


def test_impossible_date_holds_its_row_back_and_keeps_the_rest(tmp_path: Path) -> None:
    submission = contacts(
        tmp_path, CONTACTS, contact("C1", "31/02/2026"), contact("C2"), contact("C3", "soon")
    )
    assert submission.tables["ssd_contacts"].column("cont_person_id").to_pylist() == ["C2"]
    assert held_back(submission) == [(2, "Date of Contact"), (4, "Date of Contact")]
    # A row held back says nothing about its child either.
    assert submission.tables["ssd_person"].column("pers_person_id").to_pylist() == ["C2"]


def test_missing_child_id_or_event_date_holds_the_row_back(tmp_path: Path) -> None:
    submission = contacts(tmp_path, CONTACTS, contact(None), contact("C2", None), contact("C3"))
    assert submission.tables["ssd_contacts"].column("cont_person_id").to_pylist() == ["C3"]
    assert held_back(submission) == [(2, "Child Unique ID"), (3, "Date of Contact")]


def test_missing_or_unknown_codes_are_issues_and_the_row_is_kept(tmp_path: Path) -> None:
    submission = contacts(
        tmp_path,
        CONTACTS,
        contact("C1", Ethnicity=None),
        contact("C2", **{"Contact Source": "Carrier pigeon"}),
    )
    assert submission.tables["ssd_contacts"].num_rows == 2
    codes = {(i.row, i.column, i.code) for i in submission.issues if i.row}
    assert codes == {(2, "Ethnicity", "required_missing"), (3, "Contact Source", "code_unreadable")}
    assert held_back(submission) == []


def test_blank_rows_totals_footnotes_and_repeated_headers_are_no_children(tmp_path: Path) -> None:
    submission = contacts(
        tmp_path,
        CONTACTS,
        contact("C1"),
        [],
        CONTACTS,
        contact("C2"),
        [None, " ", None],
        ["Total", 2],
        [None, "Grand total", None, None, None, 2],
        ["Source: case system, run overnight"],
        [],
    )
    assert submission.tables["ssd_contacts"].column("cont_person_id").to_pylist() == ["C1", "C2"]
    assert held_back(submission) == []
    assert submission.tables["ssd_contacts"].column("_row").to_pylist() == [2, 5]


def test_ids_are_text_and_keep_their_leading_zeros(tmp_path: Path) -> None:
    submission = contacts(tmp_path, CONTACTS, contact("00123"), contact(45678))
    assert submission.tables["ssd_contacts"].column("cont_person_id").to_pylist() == ["00123", "45678"]


def test_a_referral_listed_twice_is_one_and_two_alike_contacts_are_two(tmp_path: Path) -> None:
    referral = {"Child Unique ID": "C1", "Date of Referral": date(2026, 6, 5), "Referral NFA?": "N"}
    annex_a.write_workbook(
        tmp_path / "a.xlsx",
        {1: [{"Child Unique ID": "C1", "Date of Contact": date(2026, 6, 5)}] * 2, 3: [referral] * 2},
    )
    submission = annex_a.read(tmp_path / "a.xlsx")
    assert submission.tables["ssd_contacts"].num_rows == 2
    assert submission.tables["ssd_cin_episodes"].num_rows == 1
    repeated = [(i.sheet, i.row, i.severity) for i in submission.issues if i.code == "row_repeated"]
    assert repeated == [("List 1", 3, "kept"), ("List 3", 3, "held back")]


def test_hidden_and_second_sheets_are_said(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        {"Contacts old": [CONTACTS, contact("OLD")], "Contacts": [CONTACTS, contact("NEW")]},
        hidden=["Contacts old"],
    )
    submission = annex_a.read(path)
    assert submission.tables["ssd_contacts"].column("cont_person_id").to_pylist() == ["NEW"]
    assert [i.sheet for i in submission.issues if i.code == "sheet_repeated"] == ["Contacts old"]


def test_a_missing_sheet_is_not_held_which_is_not_empty(tmp_path: Path) -> None:
    annex_a.write_workbook(
        tmp_path / "all.xlsx", {1: [{"Child Unique ID": "C1", "Date of Contact": date(2026, 6, 5)}]}
    )
    everything = annex_a.read(tmp_path / "all.xlsx")
    assert everything.tables["ssd_care_leavers"].num_rows == 0
    assert "ssd_care_leavers" not in everything.not_held
    only_contacts = contacts(tmp_path, CONTACTS, contact())
    assert "ssd_care_leavers" not in only_contacts.tables
    assert "list 9" in only_contacts.not_held["ssd_care_leavers"]
    assert any("List 9" in issue.what for issue in only_contacts.issues)


def test_lists_that_disagree_about_a_child_are_shown(tmp_path: Path) -> None:
    annex_a.write_workbook(
        tmp_path / "a.xlsx",
        {
            1: [
                {
                    "Child Unique ID": "C1",
                    "Date of Contact": date(2026, 6, 5),
                    "Date of Birth": date(2015, 1, 2),
                }
            ],
            3: [
                {
                    "Child Unique ID": "C1",
                    "Date of Referral": date(2026, 6, 5),
                    "Date of Birth": date(2015, 2, 1),
                }
            ],
        },
    )
    submission = annex_a.read(tmp_path / "a.xlsx")
    assert submission.tables["ssd_person"].column("pers_dob").to_pylist() == [date(2015, 1, 2)]
    assert [(i.sheet, i.row, i.column) for i in submission.issues if i.code == "lists_disagree"] == [
        ("List 3", 2, "Date of Birth")
    ]


def refusal(path: Path) -> UserError:
    with pytest.raises(UserError) as caught:
        recognise(path)(path)
    return caught.value


def test_a_sheet_with_no_header_is_refused_by_sheet_row_and_column(tmp_path: Path) -> None:
    fault = refusal(workbook(tmp_path / "a.xlsx", {"1. Contacts": [contact(), contact("C2")]}))
    assert "a.xlsx" in fault.where and "1. Contacts" in fault.where
    assert "row 1" in fault.where and "column Child Unique ID" in fault.where
    assert fault.try_


def test_a_list_without_its_key_column_is_refused_by_sheet_row_and_column(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Contacts": [["Title"], CONTACTS[1:], contact()[1:]]})
    assert refusal(path).where == "a.xlsx, sheet Contacts, row 2, column Child Unique ID"


def test_a_workbook_about_something_else_is_refused(tmp_path: Path) -> None:
    fault = refusal(workbook(tmp_path / "a.xlsx", {"Budget": [["Heading", "Amount"], ["Pens", 4]]}))
    assert "Budget" in fault.where and "Annex A" in fault.what


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really a workbook", b"%PDF-1.7", b"\x00" * 64])
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    fault = refusal(path)
    assert "a.xlsx" in str(fault) and fault.try_


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "absent.xlsx").what


def test_no_value_of_a_childs_row_is_logged_or_shown_in_an_issues_text(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    secret = "31/02/2026 Wobblethwaite"
    with caplog.at_level(logging.DEBUG):
        submission = contacts(tmp_path, CONTACTS, contact("Wobblethwaite", secret), contact())
    issue = next(i for i in submission.issues if i.severity == "held back")
    assert issue.value == secret  # for the screen
    assert "Wobblethwaite" not in repr(issue) + issue.where + issue.what + issue.try_ + caplog.text


def test_an_assessment_follows_the_latest_referral_taken_on_that_day_or_before(tmp_path: Path) -> None:
    def referral(child: str, day: int, nfa: str) -> dict[str, object]:
        return {"Child Unique ID": child, "Date of Referral": date(2026, 6, day), "Referral NFA?": nfa}

    referrals = [
        referral("C1", 1, "N"),
        referral("C1", 5, "N"),
        referral("C1", 6, "N"),
        referral("C2", 1, "N"),
    ]
    referrals += [referral("C2", 5, "Y"), referral("C3", 6, "N")]
    start = "Continuous Assessment Start Date"
    assessments = [{"Child Unique ID": child, start: date(2026, 6, 5)} for child in ("C1", "C2", "C3")]
    annex_a.write_workbook(tmp_path / "a.xlsx", {3: referrals, 4: assessments})
    tables = annex_a.read(tmp_path / "a.xlsx").tables
    day_of = {r["cine_referral_id"]: r["cine_referral_date"] for r in tables["ssd_cin_episodes"].to_pylist()}
    tied = {r["cina_person_id"]: r["cina_referral_id"] for r in tables["ssd_cin_assessments"].to_pylist()}
    assert day_of[tied["C1"]] == date(2026, 6, 5)  # the same day counts, the next does not
    assert day_of[tied["C2"]] == date(2026, 6, 1)  # not the one that ended with no further action
    assert tied["C3"] is None
