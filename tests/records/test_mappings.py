"""What a person says once of an authority's files, every later reading goes by; and never silently."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from undrift import records
from undrift.errors import UserError
from undrift.records.command import run_check, run_load, run_mapping
from undrift.records.mappings import file_of, history, say, standing
from undrift.records.store import read
from undrift.returns import modules_writer
from undrift.returns.mapping import NOTHING
from undrift.returns.submission import conform

AS_AT = date(2026, 9, 30)


def workbook(path: Path, tab: str, rows: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = tab
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def tell(home: Path, kind: Any, said: str, means: str, **given: str) -> None:
    say(home, "Irwell", kind, said, means, **({"by": "Amira", "why": "as the system names it"} | given))


def reading(home: Path, path: Path) -> records.Reading:
    return read([path], AS_AT, said=standing(home, "Irwell"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


CONTACTS = [
    ["Pupil key", "When they rang", "Gender"],
    ["C1", date(2026, 6, 5), "purple"],
    ["C2", date(2026, 6, 6), "b) Female"],
]


def test_a_workbook_of_strange_names_is_read_once_each_is_said(home: Path, tmp_path: Path) -> None:
    path = workbook(tmp_path / "strange.xlsx", "Tab 7", CONTACTS)
    with pytest.raises(UserError):
        reading(home, path)
    tell(home, "sheet", "Tab 7", "List 1")
    tell(home, "column", "Pupil key", "Child Unique ID")
    tell(home, "column", "When they rang", "Date of Contact")
    found = reading(home, path)
    assert found.tables["ssd_contacts"].column("cont_contact_date").to_pylist() == [
        date(2026, 6, 5),
        date(2026, 6, 6),
    ]
    assert [i.value for i in found.issues if i.code == "code_unreadable"] == ["purple"]
    tell(home, "code", "purple", "b) Female", column="Gender")
    found = reading(home, path)
    assert not [i for i in found.issues if i.code == "code_unreadable"]
    assert found.tables["ssd_person"].column("pers_gender").to_pylist() == ["02", "02"]
    # And each thing gone by is told, with who said so, when and why.
    told = found.assumptions[:4]
    assert all("as Amira said on" in line and "as the system names it" in line for line in told)
    assert any("column “When they rang” was read as “Date of Contact”" in line for line in told)
    # The place of an issue is still the person's own sheet.
    assert {i.sheet for i in found.issues if i.sheet} == {"Tab 7"}


def test_a_code_can_mean_that_nothing_is_recorded(home: Path, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", "List 1", [["Child Unique ID", "Date of Contact", "Gender"], *CONTACTS[1:]]
    )
    tell(home, "code", "Purple", NOTHING, column="gender")
    found = reading(home, path)
    assert found.tables["ssd_person"].column("pers_gender").to_pylist() == [None, "02"]
    assert not [i for i in found.issues if i.code == "code_unreadable"]


@pytest.mark.parametrize(
    ("order", "day"), [("day first", date(2026, 6, 5)), ("month first", date(2026, 5, 6))]
)
def test_dates_that_can_be_read_two_ways_are_read_as_a_person_says(
    home: Path, tmp_path: Path, order: str, day: date
) -> None:
    folder = tmp_path / "ssd"
    folder.mkdir()
    contacts = folder / "ssd_contacts.csv"
    contacts.write_text("cont_contact_id,cont_person_id,cont_contact_date\n1,C1,05/06/2026\n")
    assert reading(home, folder).tables["ssd_contacts"].num_rows == 0
    tell(home, "dates", "cont_contact_date", order)
    found = reading(home, folder)
    assert found.tables["ssd_contacts"].column("cont_contact_date").to_pylist() == [day]
    assert found.assumptions[0].startswith(
        f"dates of column cont_contact_date that can be read two ways were read {order}"
    )
    # What the column's own dates show is not overruled.
    contacts.write_text(
        "cont_contact_id,cont_person_id,cont_contact_date\n1,C1,05/06/2026\n2,C1,25/06/2026\n"
    )
    found = reading(home, folder)
    assert found.tables["ssd_contacts"].column("cont_contact_date").to_pylist() == [
        date(2026, 6, 5),
        date(2026, 6, 25),
    ]


@pytest.mark.parametrize("kind", ["ssd", "parquet", "ssda903"])
def test_a_csv_or_parquet_column_is_named_once(home: Path, tmp_path: Path, kind: str) -> None:
    if kind == "ssd":
        path, column, means = tmp_path / "ssd_contacts.csv", "whose", "cont_person_id"
        path.write_text("cont_contact_id,whose\n1,C1\n")
    elif kind == "parquet":
        path, column, means = tmp_path / "ssd_contacts.parquet", "Whose", "cont_person_id"
        pq.write_table(pa.table({"cont_contact_id": ["1"], "Whose": ["C1"]}), path)
    else:
        path, column, means = tmp_path / "header.csv", "kid", "CHILD"
        path.write_text("kid,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nC1,2,21/02/2015,WBRI,,,\n")
    with pytest.raises(UserError):
        reading(home, path)
    tell(home, "column", column, means)
    assert (
        "C1"
        in reading(home, path)
        .tables["ssd_person" if kind == "ssda903" else "ssd_contacts"]
        .column("pers_person_id" if kind == "ssda903" else "cont_person_id")
        .to_pylist()
    )


def test_a_column_of_a_return_of_modules_is_named_once(home: Path, tmp_path: Path) -> None:
    (tmp_path / "sen2").mkdir()
    modules_writer.write_sen2(
        {
            "ssd_send": conform(pa.table({"send_table_id": ["S1"], "send_person_id": ["C1"], "send_upn": ["A1"]}), "ssd_send"),
            "ssd_person": conform(pa.table({"pers_person_id": ["C1"], "pers_surname": ["Ash"]}), "ssd_person"),
        },
        tmp_path / "sen2", 2026, "999",
    )  # fmt: skip
    (people,) = (tmp_path / "sen2").glob("*person*")
    people.write_text(
        people.read_text().replace("surname", "last_called", 1).replace("Surname", "last_called", 1)
    )
    assert "last_called" in people.read_text()

    def surnames() -> list[str | None]:
        read = reading(home, tmp_path / "sen2").tables["ssd_person"].column("pers_surname").to_pylist()
        return list(read)

    assert surnames() == [None]
    tell(home, "column", "last_called", "surname")
    assert surnames() == ["Ash"]


def test_a_name_the_return_knows_is_never_taken_for_another(home: Path, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", "List 1", [["Child Unique ID", "Date of Contact", "Gender"], *CONTACTS[1:]]
    )
    tell(home, "column", "Gender", "Ethnicity")
    found = reading(home, path)
    assert found.said == {} and found.tables["ssd_person"].column("pers_gender").to_pylist()[1] == "02"


def test_what_is_said_of_one_file_holds_there_alone(home: Path, tmp_path: Path) -> None:
    tell(home, "column", "whose", "cont_person_id", place="other.csv")
    path = tmp_path / "ssd_contacts.csv"
    path.write_text("cont_contact_id,whose\n1,C1\n")
    with pytest.raises(UserError):
        reading(home, path)
    tell(home, "column", "whose", "cont_person_id", place="SSD_CONTACTS.CSV")
    assert reading(home, path).tables["ssd_contacts"].num_rows == 1


def test_the_last_word_holds_all_words_are_kept_and_one_can_be_taken_back(home: Path) -> None:
    tell(home, "column", "Key", "Child Unique ID")
    tell(home, "column", "KEY", "Date of Contact", why="a slip")
    assert [e.means for e in standing(home, "Irwell")] == ["Date of Contact"]
    tell(home, "column", "key", "", why="it is neither")
    assert standing(home, "Irwell") == ()
    assert [e.why for e in history(home, "Irwell")] == ["as the system names it", "a slip", "it is neither"]
    assert standing(home, "Elsewhere") == ()
    lines = file_of(home, "Irwell").read_text().splitlines()
    assert lines[0] == "at,by,kind,place,column,said,means,why" and len(lines) == 4


@pytest.mark.parametrize(
    ("kind", "said", "means", "given", "says"),
    [
        ("column", "x", "y", {"why": ""}, "why"),
        ("code", "x", "y", {}, "--column"),
        ("dates", "x", "backwards", {}, "day first or month first"),
        ("sheet", "x", "the third", {}, "List 3"),
        ("column", "x", "", {}, "Nothing stands"),
    ],
)
def test_what_no_reader_could_use_is_refused(
    home: Path, kind: str, said: str, means: str, given: dict[str, str], says: str
) -> None:
    with pytest.raises(UserError, match=says):
        tell(home, kind, said, means, **given)
    assert history(home, "Irwell") == ()


def test_a_spoiled_file_is_named_with_its_line(home: Path) -> None:
    tell(home, "column", "Key", "Child Unique ID")
    with file_of(home, "Irwell").open("a") as file:
        file.write("yesterday,Amira,column,*,,a,b,c\n")
    with pytest.raises(UserError, match=r"irwell\.csv, line 3"):
        standing(home, "Irwell")


def test_the_same_files_read_by_other_words_are_another_load(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workbook(
        tmp_path / "a.xlsx", "List 1", [["Child Unique ID", "Date of Contact", "Gender"], *CONTACTS[1:]]
    )

    def load() -> str:
        run_load([path], "Irwell", AS_AT, "Amira", home, as_json=True)
        printed = json.loads(capsys.readouterr().out)
        return f"{printed['load']['id']} {printed['already']}"

    first = load()
    tell(home, "column", "never seen", "Ethnicity")
    assert load() == first.replace("False", "True")
    tell(home, "code", "purple", "b) Female", column="Gender")
    assert load().endswith("False")
    assert len(records.loads(home)) == 2
    assert any("as Amira said" in line for line in records.loads(home)[-1].assumptions)
    assert run_check([path], AS_AT) == 1
    assert "undrift mapping AUTHORITY" in capsys.readouterr().out
    run_mapping(home, "Irwell", None, "", "", "*", "", "", "")
    assert "in column Gender, “purple” is “b) Female” (Amira" in capsys.readouterr().out
