"""Each way a real return arrives that has no case of its own elsewhere (see test_annex_a_mess, test_hostile)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest

from tests.returns.sheets_of import CONTACTS, contact, workbook
from tests.returns.test_cin_census import CHILD, NEED, census
from tests.returns.test_ssda903 import EPISODES, HEADER, ONE, XML
from undrift.errors import UserError
from undrift.returns import Submission, annex_a, cin_census, recognise, ssd, ssda903
from undrift.returns.sheets import find_list, plain
from undrift.returns.spec import annex_a_lists

LISTS = annex_a_lists()
ALIASES = [(n, c.header, alias) for n, spec in LISTS.items() for c in spec.columns for alias in c.aliases]


@pytest.mark.parametrize(("number", "header", "said"), ALIASES)
def test_last_years_wording_is_read_as_this_years(number: int, header: str, said: str) -> None:
    headers = [said if c.header == header else c.header for c in LISTS[number].columns]
    found = find_list(pa.table({str(at): [text] for at, text in enumerate(headers)}), f"List {number}")
    assert found is not None and [
        found.columns[at].header for at, text in enumerate(headers) if text == said
    ] == [header]


def csv_list(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


ROW = "C1,b) Female,a) WBRI,15/02/2015,11,25/06/2026,q) 6: Police"


def test_a_csv_file_a_list_is_read_as_the_workbook_is(tmp_path: Path) -> None:
    folder = tmp_path / "annex a"
    folder.mkdir()
    csv_list(
        folder / "1. Contacts.csv", "Contacts of the last six months", "", ",".join(CONTACTS), ROW, "Total,1"
    )
    csv_list(folder / "List 3.csv", "Child Unique ID,Date of Referral,Referral NFA?", "C1,26/06/2026,b) No")
    (folder / "notes.txt").write_text("nothing to do with it\n")
    submission = recognise(folder)(folder)
    assert submission.kind == "annex_a"
    assert [file.name for file in submission.files] == ["1. Contacts.csv", "List 3.csv", "notes.txt"]
    (row,) = submission.tables["ssd_contacts"].to_pylist()
    assert (row["cont_contact_date"], row["_file"], row["_sheet"], row["_row"]) == (
        date(2026, 6, 25),
        "1. Contacts.csv",
        "",
        4,
    )
    assert submission.tables["ssd_cin_episodes"].num_rows == 1
    alone = recognise(folder / "1. Contacts.csv")(folder / "1. Contacts.csv")
    assert alone.tables["ssd_contacts"].num_rows == 1 and "list 3" in alone.not_held["ssd_cin_episodes"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_encoding_and_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    header, row = HEADER.strip(), "Zoë1,F,13/02/2015,WBRI,UN1,0,"
    text = "\n".join([header, row]).replace(",", delimiter) + "\n"
    (tmp_path / "header.csv").write_bytes(text.encode(encoding))
    people = ssda903.read(tmp_path).tables["ssd_person"]
    assert people.column("pers_person_id").to_pylist() == ["Zoë1"]
    listed = csv_list(tmp_path / "List 1.csv", *(line.replace(",", delimiter) for line in (",".join(CONTACTS), ROW.replace("C1", "Zoë1"))), encoding=encoding)  # fmt: skip
    assert annex_a.read(listed).tables["ssd_contacts"].column("cont_person_id").to_pylist() == ["Zoë1"]


def test_a_cell_merged_down_says_the_same_of_each_row(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "List 1"
    sheet.append(["Annex A", *[None] * 6])
    sheet.merge_cells("A1:G1")
    for row in (
        CONTACTS,
        contact("C1", "25/06/2026"),
        contact(None, "26/06/2026"),
        contact("C2", "27/06/2026"),
    ):
        sheet.append(row)
    sheet.merge_cells("A3:A4")
    book.save(tmp_path / "a.xlsx")
    submission = annex_a.read(tmp_path / "a.xlsx")
    assert submission.tables["ssd_contacts"].column("cont_person_id").to_pylist() == ["C1", "C1", "C2"]
    assert any("1 merged cells were read" in said for said in submission.assumptions)


@pytest.mark.parametrize("when", ["01/01/1900", 1, "1900-01-01", 0, "31/02/2026", "00/00/0000", "12345678"])
def test_what_is_no_date_of_a_childs_life_holds_its_row_back(tmp_path: Path, when: object) -> None:
    path = workbook(
        tmp_path / "a.xlsx", {"List 1": [CONTACTS, contact("C1", when), contact("C2", "25/06/2026")]}
    )
    submission = annex_a.read(path)
    assert submission.tables["ssd_contacts"].column("cont_person_id").to_pylist() == ["C2"]
    assert [i.row for i in submission.issues if i.severity == "held back"] == [2]


def test_ids_that_lost_their_zeros_are_read_as_the_return_elsewhere_has_them(tmp_path: Path) -> None:
    referrals = ["Child Unique ID", "Date of Referral", "Referral NFA?"]
    path = workbook(
        tmp_path / "a.xlsx",
        {
            "List 1": [
                CONTACTS,
                contact("00123", "25/06/2026"),
                contact("0045", "25/06/2026"),
                contact("045", "25/06/2026"),
            ],
            "List 3": [
                referrals,
                [123, "26/06/2026", "N"],
                [45, "26/06/2026", "N"],
                [678, "26/06/2026", "N"],
            ],
        },
    )
    submission = annex_a.read(path)
    # 45 could be either of two; 678 is nobody else's.
    assert submission.tables["ssd_cin_episodes"].column("cine_person_id").to_pylist() == [
        "00123",
        "45",
        "678",
    ]
    said = "list 3: 1 id had lost leading zeros; read as other tables have them. 1 id may or may not have"
    assert any(said in told for told in submission.assumptions)


def test_an_id_beside_its_longer_form_in_one_table_has_lost_no_zeros(tmp_path: Path) -> None:
    """They are two children until somebody says otherwise, wherever else the shorter stands."""
    (tmp_path / "header.csv").write_text(f"{HEADER}0012,1,13/02/2015,WBRI,,,\n12,2,05/03/2014,WBRI,,,\n")
    (tmp_path / "episodes.csv").write_text(f"{EPISODES}{ONE.replace('C1', '12', 1)}")
    submission = ssda903.read(tmp_path)
    assert submission.tables["ssd_person"].column("pers_person_id").to_pylist() == ["0012", "12"]
    assert submission.tables["ssd_cla_episodes"].column("clae_person_id").to_pylist() == ["12"]
    for table in ("Header", "Episodes"):
        assert any(f"{table}: 1 id may or may not" in told for told in submission.assumptions)


def test_a_child_under_two_ids_stays_two_until_a_person_says_otherwise(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", {"List 1": [CONTACTS, contact("C1", "25/06/2026"), contact("C9", "26/06/2026")]}
    )
    assert annex_a.read(path).tables["ssd_person"].num_rows == 2


def test_a_child_not_yet_born_is_kept_without_a_birth_date(tmp_path: Path) -> None:
    unborn = contact("U1", "25/06/2026", Gender="c) Not stated/recorded (or unborn)")
    unborn[CONTACTS.index("Date of Birth")], unborn[CONTACTS.index("Age of Child (Years)")] = None, -1
    submission = annex_a.read(workbook(tmp_path / "a.xlsx", {"List 1": [CONTACTS, unborn]}))
    (person,) = submission.tables["ssd_person"].to_pylist()
    assert (person["pers_dob"], person["pers_sex"]) == (None, "U")
    assert [i for i in submission.issues if i.row] == []


def test_an_ssda903_folder_with_tables_missing_holds_the_others(tmp_path: Path) -> None:
    (tmp_path / "anything.csv").write_text(EPISODES + ONE)
    submission = recognise(tmp_path)(tmp_path)
    assert submission.tables["ssd_cla_episodes"].num_rows == 1
    assert "Header" in submission.not_held["ssd_person"]


def test_a_census_with_three_modules_empty_holds_them_empty(tmp_path: Path) -> None:
    more = "<Assessments><AssessmentActualStartDate>2025-06-01</AssessmentActualStartDate></Assessments>"
    submission = cin_census.read(census(tmp_path, CHILD.format(id="C1", needs=NEED.format(more=more))))
    assert {i.sheet for i in submission.issues} == {"CINPlanDates", "Section47", "ChildProtectionPlans"}
    assert all(
        submission.tables[name].num_rows == 0 for name in ("ssd_cin_plans", "ssd_s47_enquiry", "ssd_cp_plans")
    )


AMERICAN = "05/06/2026"  # which could be two days


def as_workbook(path: Path, *dates: str) -> Submission:
    return annex_a.read(
        workbook(
            path / "a.xlsx",
            {
                "List 1": [
                    CONTACTS,
                    *(contact(f"C{n}", d, **{"Date of Birth": None}) for n, d in enumerate(dates)),
                ]
            },
        )
    )


def as_csv_list(path: Path, *dates: str) -> Submission:
    rows = [f"C{n},,,,,{d},q) 6: Police" for n, d in enumerate(dates)]
    return annex_a.read(csv_list(path / "List 1.csv", ",".join(CONTACTS), *rows))


def as_903(path: Path, *dates: str) -> Submission:
    rows = [f"C{n},{d},S,V2,N1,U6,PR1,,,,,," for n, d in enumerate(dates)]
    (path / "episodes.csv").write_text(EPISODES + "\n".join(rows) + "\n")
    return ssda903.read(path)


def as_903_xml(path: Path, *dates: str) -> Submission:
    child = (
        XML[XML.index("<CHILD>") : XML.index("</EXPSSDA903>")]
        .replace("<DOB>13/02/2015</DOB>", "")
        .replace("30/05/2025", AMERICAN)
    )
    children = [child.replace("C1", f"C{n}").replace("15/05/2025", d) for n, d in enumerate(dates)]
    (path / "r.xml").write_text(f"<SSDA903>{''.join(children)}</SSDA903>")
    return ssda903.read(path / "r.xml")


def as_census(path: Path, *dates: str) -> Submission:
    children = [
        CHILD.format(id=f"C{n}", needs=NEED.format(more="")).replace("2025-05-15", d)
        for n, d in enumerate(dates)
    ]
    return cin_census.read(census(path, "".join(children)))


READERS: list[tuple[Callable[..., Submission], str, str]] = [
    (as_workbook, "ssd_contacts", "cont_contact_date"),
    (as_csv_list, "ssd_contacts", "cont_contact_date"),
    (as_903, "ssd_cla_episodes", "clae_cla_episode_start_date"),
    (as_903_xml, "ssd_cla_episodes", "clae_cla_episode_start_date"),
    (as_census, "ssd_cin_episodes", "cine_referral_date"),
]


@pytest.mark.parametrize(("read", "table", "column"), READERS)
@pytest.mark.parametrize(
    ("beside", "read_as"),
    [("25/06/2026", date(2026, 6, 5)), ("06/25/2026", date(2026, 5, 6)), ("07/07/2026", None)],
)
def test_every_reader_decides_day_and_month_by_evidence_or_holds_the_row_back(
    tmp_path: Path,
    read: Callable[..., Submission],
    table: str,
    column: str,
    beside: str,
    read_as: date | None,
) -> None:
    submission = read(tmp_path, AMERICAN, beside)
    days = submission.tables[table].column(column).to_pylist()
    if read_as:
        assert read_as in days and len(days) == 2
    else:
        assert days == [date(2026, 7, 7)]
        assert any(
            "read as two dates" in issue.what and issue.severity == "held back" for issue in submission.issues
        )


@pytest.mark.parametrize(
    "prolog", ['<!DOCTYPE a [<!ENTITY b "ha">]>', '<!DOCTYPE a SYSTEM "file:///etc/hostname">']
)
def test_entities_in_an_ssda903_file_are_refused(tmp_path: Path, prolog: str) -> None:
    (tmp_path / "r.xml").write_text(XML.replace("<EXPSSDA903>", prolog + "<EXPSSDA903>"))
    with pytest.raises(UserError, match="XML entities"):
        ssda903.read(tmp_path / "r.xml")


def test_plain_headers_lose_what_does_not_matter() -> None:
    assert plain("3. Date of\r\nBirth (dd/mm/yyyy)*") == "date of birth"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_csv_table_of_a_return_has_titles_totals_and_headers_as_people_leave_them(
    tmp_path: Path, encoding: str
) -> None:
    file = tmp_path / "anything.csv"
    file.write_text(
        "Looked-after children 2025-26;;;;;;;\nRun by;A. Clerk;;;;;;\n\n"
        '" Child ";Sex;dob;ETHNIC;UPN;Mother;"Mc\nDOB";My note, if any\n'
        "0001;1;13/02/2015;WBRI;A123456789012;0;;a, b, c\n"
        "2;2;14/05/2016;WBRI;UN1;0;;\n"
        ";;;;;;;\nTotal;2;;;;;;\nProduced by the performance team;;;;;;;\n",
        encoding=encoding,
    )
    submission = recognise(file)(file)
    people = submission.tables["ssd_person"]
    assert people.column("pers_person_id").to_pylist() == ["0001", "2"]
    assert people.column("_row").to_pylist() == [5, 6]
    assert not [i for i in submission.issues if i.code != "not_in_force"]
    told = " ".join(submission.assumptions)
    for said in (
        "column names are in row 4",
        "column My note, if any is left out",
        "row 8 is a total",
        "row 9 is a",
    ):
        assert said in told
    assert "MC_DOB" not in told, "read, whatever stands between its words"


def test_so_has_a_table_of_the_dataset_and_a_row_too_wide_is_named_as_excel_numbers_it(
    tmp_path: Path,
) -> None:
    file = tmp_path / "ssd_person.csv"
    file.write_text(
        "People\n\nPers_Person_ID,pers sex,pers_dob\nC1,F,13/02/2015\nC2,F,14/02/2015,,9\nC3,F,15/02/2015\nGrand total,,3\n"
    )
    submission = ssd.read(file)
    rows = submission.tables["ssd_person"].to_pylist()
    assert [(row["pers_person_id"], row["_row"]) for row in rows] == [("C1", 4), ("C3", 6)]
    assert [(i.row, i.what) for i in submission.issues] == [
        (5, "The row has 5 cells and the header 3; it is held back.")
    ]


def test_a_short_table_without_a_title_keeps_its_first_row_as_the_header(tmp_path: Path) -> None:
    file = tmp_path / "ssd_person.csv"
    file.write_text("pers_person_id,pers_sex\nC1,F,,1,1,1\nC2\nC3,\n")
    submission = ssd.read(file)
    assert submission.tables["ssd_person"].column("pers_person_id").to_pylist() == ["C3"]
    assert [i.row for i in submission.issues if i.code == "row_malformed"] == [2, 3]


def test_an_id_that_excel_cut_short_holds_its_row_back_for_it_may_be_another_childs(tmp_path: Path) -> None:
    (tmp_path / "header.csv").write_text(
        f"{HEADER}1.23457E+11,1,13/02/2015,WBRI,,,\n1E5,2,05/03/2014,WBRI,,,\n"
    )
    submission = ssda903.read(tmp_path)
    assert submission.tables["ssd_person"].column("pers_person_id").to_pylist() == ["1E5"]
    (issue,) = [issue for issue in submission.issues if issue.severity == "held back"]
    assert issue.row == 2 and "cut short" in issue.what and "text first" in issue.try_
