"""A folder of CSV files named as the tables of the Standard Safeguarding Dataset."""

import csv
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shared import shared_path
from undrift.errors import UserError
from undrift.returns import recognise, ssd
from undrift.returns.cells import BLANKS
from undrift.returns.spec import TableColumn, record_tables
from undrift.returns.submission import table_schema

CONTACT_HEADER = "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code\n"


def folder(tmp_path: Path, **tables: str | bytes) -> Path:
    for name, content in tables.items():
        path = tmp_path / f"{name}.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return tmp_path


def test_every_table_has_the_types_of_the_specification_and_missing_ones_are_not_held(tmp_path: Path) -> None:
    submission = ssd.read(folder(tmp_path, ssd_contacts=CONTACT_HEADER + "1,C1,2026-06-05,6\n"))
    contacts = submission.tables["ssd_contacts"]
    assert contacts.schema == table_schema(record_tables()["ssd_contacts"])
    assert contacts.schema.field("cont_contact_date").type == pa.date32()
    assert contacts.to_pylist()[0]["cont_contact_date"] == date(2026, 6, 5)
    assert set(submission.not_held) == set(record_tables()) - {"ssd_contacts"}


def test_a_table_with_a_header_and_no_rows_is_held_and_empty(tmp_path: Path) -> None:
    submission = ssd.read(folder(tmp_path, ssd_contacts=CONTACT_HEADER))
    assert submission.tables["ssd_contacts"].num_rows == 0
    assert "ssd_contacts" not in submission.not_held


def test_bad_rows_are_listed_by_row_and_column_and_good_ones_kept(tmp_path: Path) -> None:
    content = CONTACT_HEADER + (
        '1,C1,2026-06-05,"6"\n'
        "2,C2,31/02/2026,6\n"
        "3,C3,05/06/2026 09:30,6\n"
        "\n"
        "4,C4,2026-06-05,6,stray\n"
        ",C5,2026-06-05,6\n"
        '7,C6,2026-06-05,"broken\nover lines"\n'
        "8,C7,soon,6\n"
        ",,,\n"
    )
    submission = ssd.read(folder(tmp_path, ssd_contacts=content))
    assert submission.tables["ssd_contacts"].column("cont_person_id").to_pylist() == ["C1", "C3", "C6"]
    assert {(i.file, i.row, i.column) for i in submission.issues} == {
        ("ssd_contacts.csv", 3, "cont_contact_date"),
        ("ssd_contacts.csv", 6, ""),
        ("ssd_contacts.csv", 7, "cont_contact_id"),
        ("ssd_contacts.csv", 9, "cont_contact_date"),
    }
    assert submission.tables["ssd_contacts"].column("_row").to_pylist() == [2, 4, 8]


def test_flags_and_numbers_that_cannot_be_read_are_left_blank_and_said(tmp_path: Path) -> None:
    content = "cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date,cppv_cp_visit_seen\n"
    submission = ssd.read(
        folder(tmp_path, ssd_cp_visits=content + "1,C1,P1,2026-06-05,maybe\n2,C1,P1,2026-06-06,yes\n")
    )
    assert submission.tables["ssd_cp_visits"].column("cppv_cp_visit_seen").to_pylist() == [None, "Y"]
    assert [(i.row, i.column, i.severity) for i in submission.issues] == [(2, "cppv_cp_visit_seen", "kept")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [["dept_team_id", "dept_team_name"], ["T1", "Équipe Brook"]]
    content = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    submission = ssd.read(folder(tmp_path, ssd_department=content))
    assert submission.tables["ssd_department"].column("dept_team_name").to_pylist() == ["Équipe Brook"]


def test_names_and_headers_are_read_whatever_their_case(tmp_path: Path) -> None:
    (tmp_path / "dbo.SSD_Department.CSV").write_text("DEPT_TEAM_NAME, dept_team_id \nBrook,T1\n")
    submission = recognise(tmp_path)(tmp_path)
    assert submission.tables["ssd_department"].column("dept_team_id").to_pylist() == ["T1"]


def test_a_suppliers_own_name_for_a_column_is_read(tmp_path: Path) -> None:
    plans = "cin_plan_id,cinp_person_id,cinp_cin_plan_start_date\nP1,C1,2026-06-05\n"
    submission = ssd.read(folder(tmp_path, ssd_cin_plans=plans))
    assert submission.tables["ssd_cin_plans"].column("cinp_cin_plan_id").to_pylist() == ["P1"]
    assert not any("cin_plan_id is left out" in note for note in submission.assumptions)


def test_a_visit_that_names_no_child_is_its_plans_childs(tmp_path: Path) -> None:
    visits = "cppv_cp_visit_id,cppv_cp_plan_id,cppv_cp_visit_date\nV1,P2,2026-06-05\nV2,,2026-06-06\nV3,P9,2026-06-07\n"
    plans = "cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date\nP1,C1,2026-05-01\nP2,C2,2026-05-01\n,C3,2026-05-01\n"
    submission = ssd.read(folder(tmp_path, ssd_cp_visits=visits, ssd_cp_plans=plans))
    read = submission.tables["ssd_cp_visits"].to_pylist()
    assert [(row["cppv_cp_visit_id"], row["cppv_person_id"]) for row in read] == [("V1", "C2")]
    held_back = [(i.row, i.column) for i in submission.issues if i.file == "ssd_cp_visits.csv"]
    assert held_back == [(3, "cppv_person_id"), (4, "cppv_person_id")]
    assert any("has the child of its row of ssd_cp_plans" in note for note in submission.assumptions)


def test_a_plan_that_cannot_be_read_is_said_once_and_its_visits_lack_the_child(tmp_path: Path) -> None:
    visits = "cppv_cp_visit_id,cppv_cp_plan_id,cppv_cp_visit_date\nV1,P2,2026-06-05\n"
    held = folder(tmp_path, ssd_cp_visits=visits, ssd_cp_plans=b"", ssd_contacts=CONTACT_HEADER)
    issues = ssd.read(held).issues
    assert [(i.file, i.column) for i in issues] == [
        ("ssd_cp_plans.csv", ""), ("ssd_cp_visits.csv", "cppv_person_id"),
    ]  # fmt: skip


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    files = {"ssd_department": "dept_team_id,dept_team_name,dept_local\nT1,Brook,x\n", "notes": "a,b\n"}
    said = " ".join(ssd.read(folder(tmp_path, **files)).assumptions)
    assert (
        "dept_local is left out" in said
        and "notes.csv: left out" in said
        and "dept_team_parent_id is not in" in said
    )


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ("", "ssd_contacts.csv, row 1"),
        (
            "cont_person_id,cont_contact_date\nC1,2026-06-05\n",
            "ssd_contacts.csv, row 1, column cont_contact_id",
        ),
        ("C1,2026-06-05\nC2,2026-06-05\n", "ssd_contacts.csv, row 1, column cont_contact_id"),
    ],
)
def test_a_folder_with_nothing_usable_is_refused_by_row_and_column(
    tmp_path: Path, content: str, where: str
) -> None:
    with pytest.raises(UserError) as caught:
        ssd.read(folder(tmp_path, ssd_contacts=content))
    assert caught.value.where == where
    assert caught.value.try_


def test_one_unusable_table_does_not_stop_the_others(tmp_path: Path) -> None:
    submission = ssd.read(folder(tmp_path, ssd_contacts="", ssd_department="dept_team_id\nT1\n"))
    assert set(submission.tables) == {"ssd_department"}
    assert submission.not_held["ssd_contacts"] == "its file could not be used"
    assert [(i.file, i.severity) for i in submission.issues] == [("ssd_contacts.csv", "held back")]


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ssd_person\.csv"):
        recognise(folder(tmp_path, budget="a,b\n"))


def value(column: TableColumn) -> st.SearchStrategy[object]:
    by_type: dict[str, st.SearchStrategy[object]] = {
        "text": st.text("abcXYZ09 ,;'\"-é\n", min_size=1, max_size=10)
        .map(str.strip)
        .filter(lambda w: w.lower() not in BLANKS),
        "date": st.dates(date(1930, 1, 1), date(2090, 12, 31)),
        "flag": st.sampled_from("YN"),
        "json": st.sampled_from(['{"OUTCOME_NFA_FLAG":"Y"}', '{"ADOPTION":"N","OTHERPLN":"Y"}']),
        "number": st.floats(-1e6, 1e6, allow_nan=False).map(lambda x: round(x, 3)),
        "integer": st.integers(-99, 99),
    }
    return by_type[column.type] if column.required else st.none() | by_type[column.type]


@settings(max_examples=30)
@given(st.data())
def test_what_is_written_is_read(data: st.DataObject) -> None:
    spec = data.draw(st.sampled_from(list(record_tables().values())))
    rows = data.draw(st.lists(st.tuples(*(value(column) for column in spec.columns)), max_size=5))
    rows = [row for row in rows if any(cell is not None for cell in row)]
    with TemporaryDirectory() as name:
        path = Path(name) / f"{spec.name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column.name for column in spec.columns])
            writer.writerows(rows)
        table = ssd.read(path).tables[spec.name]
    got = [tuple(row[column.name] for column in spec.columns) for row in table.to_pylist()]
    assert got == rows


def test_the_specification_has_every_column_of_the_published_tables() -> None:
    with shared_path("reference", "ssd_tables.csv").open(encoding="utf-8", newline="") as file:
        published: dict[str, set[str]] = {}
        for row in csv.DictReader(file):
            published.setdefault(row["table"], set()).add(row["field"])
    for name, spec in record_tables().items():
        if not name.startswith("local_"):
            assert {column.name for column in spec.columns} == published[name], name
        assert spec.keys, name
        for column in spec.columns:
            table, _, key = column.references.partition(".")
            assert not table or key in {c.name for c in record_tables()[table].columns}, column.name
