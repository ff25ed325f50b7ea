"""Our own forms: what is written is read back, whatever the form; and what people do to them."""

from datetime import date
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.returns.form_rows import rows_of, tables_of
from tests.returns.sheets_of import workbook
from undrift.errors import UserError
from undrift.returns import Submission, annex_a, forms, forms_writer, recognise
from undrift.returns.forms_spec import Form, links
from undrift.returns.forms_spec import forms as all_forms
from undrift.returns.spec import record_tables
from undrift.returns.submission import ORIGIN

EVERY = pytest.mark.parametrize("form", all_forms().values(), ids=lambda form: form.id)
SLOW = settings(max_examples=6)


def said(table: pa.Table) -> list[dict[str, object]]:
    """The rows without where they stood or what finds their links, in the order of all they say."""
    names = [name for name in table.column_names if not name.startswith("_")]
    return sorted(table.select(names).to_pylist(), key=repr)


@EVERY
@given(data=st.data(), suffix=st.sampled_from([".csv", ".xlsx"]))
@SLOW
def test_what_is_written_is_read_back(tmp_path: Path, form: Form, data: st.DataObject, suffix: str) -> None:
    tables = tables_of(form, data.draw(rows_of(form)))
    path = tmp_path / f"anything{suffix}"
    forms_writer.write_form(form, tables, path)
    assert recognise(path) is forms.read
    read = forms.read(path)
    assert [issue for issue in read.issues if issue.code != "required_missing"] == []
    assert {name: said(table) for name, table in read.tables.items()} == {
        name: said(table) for name, table in tables.items()
    }


@EVERY
@given(data=st.data())
@SLOW
def test_the_same_rows_get_the_same_keys_in_whatever_order(
    tmp_path: Path, form: Form, data: st.DataObject
) -> None:
    rows = [row | {form.key.header: None} for row in data.draw(rows_of(form))]
    rows = [row for n, row in enumerate(rows) if row not in rows[:n]]
    found = []
    for name, order in (("one", rows), ("other", data.draw(st.permutations(rows)))):
        path = workbook(tmp_path / f"{name}.xlsx", {"Sheet1": [[column.header for column in form.columns]] + [
            [row.get(column.header) for column in form.columns] for row in order]})  # fmt: skip
        read = forms.read(path)
        found.append({table: said(read.tables[table]) for table in form.tables if form.keeps_step(table)})
        for table in form.tables:
            keys = read.tables[table].column(record_tables()[table].keys[0]).to_pylist()
            assert None not in keys and len(keys) == len(set(keys))
    assert found[0] == found[1]


def test_every_form_at_once_as_a_workbook_and_as_a_folder(tmp_path: Path) -> None:
    tables: dict[str, pa.Table] = {}
    for form in all_forms().values():
        needed = {c.header: example(c.type, c.codes) for c in form.columns if c.required == "row"}
        tables |= tables_of(form, [needed | {"Reference": "K1", "Team manager": "M1"}])
    for path in (tmp_path / "all.xlsx", tmp_path / "all"):
        assert forms_writer.write(tables, path) == dict.fromkeys(all_forms(), 1)
        assert recognise(path) is forms.read
        read = forms.read(path)
        assert {name: said(table) for name, table in read.tables.items()} == {
            name: said(table) for name, table in tables.items()
        }
        assert read.not_held == {}


def example(kind: str, codes: dict[str, str]) -> object:
    return next(iter(codes.values())) if codes else date(2026, 5, 14) if kind == "date" else "A1"


def test_the_specification_points_at_columns_of_the_records() -> None:
    known = {f"{table.name}.{c.name}": c for table in record_tables().values() for c in table.columns}
    for form in all_forms().values():
        headers = [column.header for column in form.columns]
        assert len(headers) == len(set(headers)) and form.key.header == "Reference", form.id
        for column in form.columns:
            assert bool(column.targets) != bool(column.finds), column.header
            for target in column.targets:
                assert known[target].type in (column.type, "text"), target
                local = set(known[target].codes.split(";")) if target.startswith("local_") else set()
                assert not column.codes or set(column.codes.values()) == local, target
            assert column.help, f"{form.id}: {column.header} says nothing"
        filled = {name for table in form.tables for name in form.columns_of(table)}
        assert filled == {c.name for table in form.tables for c in record_tables()[table].columns}, form.id
    assert {f"{link.table}.{link.column}" for link in links()} <= known.keys()
    for link in links():
        names = {c.name for c in record_tables()[link.table].columns}
        assert {*link.days, *(c for c, _ in link.only_when)} <= names
        assert {link.start, link.end} <= {c.name for c in record_tables()[link.to[0]].columns}


def core_groups(path: Path, text: str, encoding: str = "utf-8") -> Submission:
    file = path / "core groups.csv"
    file.write_text(text, encoding=encoding)
    assert recognise(file) is forms.read
    return forms.read(file)


MESS = {
    "title above": "Core groups 2026,,\nPrinted 1 June 2026,,\n,,\nChild ID,CP plan ID,Date of core group\n{}",
    "re-cased and reordered": "DATE OF CORE GROUP,CHILD ID\n{1},{0}\n".replace("{1},{0}", "14/05/2026,C1"),
    "line breaks": 'Child ID,,"Date of\ncore group"\nC1,,14/05/2026\n',
    "other words": "Mosaic ID;Core Group Meeting Date\nC1;14-May-2026\n",
    "numbered, with hints": "1. Child ID *\t2. Date of core group (dd/mm/yyyy)\nC1\t14.05.26\n",
    "misspelt": "Child ID,CP plan ID,Date of core grup\nC1,,2026-05-14 00:00:00\n",
    "day numbers": "Child ID,Date of core group\nC1,46156\n",
    "spare columns": "Child ID,Date of core group,Notes\nC1,14/05/2026,Mother came\n",
    "nothing said in many ways": "Child ID,CP plan ID,Date of core group\nC1,n/a,14/05/2026\n-,NULL,\n,,\n",
    "totals and footnotes": "Child ID,Date of core group\nC1,14/05/2026\nTotal,1\nPrinted from the case system on Monday,\n",
    "the header again": "Child ID,Date of core group\nC1,14/05/2026\nChild ID,Date of core group\n",
}


@pytest.mark.parametrize("text", MESS.values(), ids=MESS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_one_core_group_is_read_from_every_mess(tmp_path: Path, text: str, encoding: str) -> None:
    read = core_groups(tmp_path, text.replace("{}", "C1,,14/05/2026\n"), encoding)
    rows = read.tables["local_core_groups"].to_pylist()
    assert [(row["corg_person_id"], row["corg_held_date"]) for row in rows] == [("C1", date(2026, 5, 14))]
    assert rows[0]["corg_id"] == "form:core-groups:C1:2026-05-14:1"
    assert rows[0]["corg_cp_plan_id"] is None
    assert not [issue for issue in read.issues if issue.row and issue.code != "required_missing"]


def test_what_cannot_be_read_is_held_back_and_the_rest_loads(tmp_path: Path) -> None:
    read = core_groups(
        tmp_path,
        "Core groups,,\nChild ID,Date of core group,CP plan ID\nC1,31/02/2026,P1\n,14/05/2026,P1\nC3,,\nC4,14/05/2026,P1\n"
        "C4,14/05/2026,P1\nC5,15/05/2026,P1,over\nC6,=TODAY(),\nC7,01/01/1900,\n",
    )
    assert read.tables["local_core_groups"].column("corg_person_id").to_pylist() == ["C4"]
    held = {(i.row, i.column, i.code) for i in read.issues if i.severity == "held back"}
    assert held == {
        (3, "Date of core group", "date_unreadable"),
        (4, "Child ID", "required_missing"),
        (5, "Date of core group", "required_missing"),
        (7, "", "row_repeated"),
        (8, "", "row_malformed"),
        (9, "Date of core group", "date_unreadable"),
        (10, "Date of core group", "date_unreadable"),
    }
    assert all(issue.file == "core groups.csv" for issue in read.issues)


def test_dates_that_can_be_read_two_ways_are_held_back_unless_the_file_tells(tmp_path: Path) -> None:
    doubtful = "Child ID,Date of core group\nC1,03/04/2026\n"
    with_rows = core_groups(tmp_path, doubtful)
    assert with_rows.tables["local_core_groups"].num_rows == 0
    assert [(i.row, i.severity) for i in with_rows.issues] == [(2, "held back")]
    told = core_groups(tmp_path, doubtful + "C2,13/04/2026\n")
    assert told.tables["local_core_groups"].column("corg_held_date").to_pylist() == [
        date(2026, 4, 3), date(2026, 4, 13)]  # fmt: skip


def test_a_date_on_one_sheet_tells_the_order_for_another(tmp_path: Path) -> None:
    path = workbook(tmp_path / "two.xlsx", {
        "Core groups": [["Child ID", "Date of core group"], ["C1", "03/04/2026"]],
        "CIN reviews": [["Child ID", "CIN review date"], ["C1", "23/04/2026"]],
    })  # fmt: skip
    assert forms.read(path).tables["local_core_groups"].column("corg_held_date").to_pylist() == [
        date(2026, 4, 3)
    ]


def test_codes_by_label_or_code_and_what_is_neither_is_left_blank(tmp_path: Path) -> None:
    path = workbook(tmp_path / "s.xlsx", {"Sheet1": [
        ["Child", "Strategy meeting date", "Outcome", "Police"],
        ["C1", date(2026, 5, 14), "No further action", "yes"], ["C2", date(2026, 5, 14), "S47_JOINT", "N"],
        ["C3", date(2026, 5, 14), "SECTION 47 enquiry (joint with police)", None],
        ["C4", date(2026, 5, 14), "Something else", "perhaps"],
    ]})  # fmt: skip
    read = forms.read(path)
    rows = said(read.tables["local_strategy_discussions"])
    assert [row["strd_outcome"] for row in rows] == ["NFA", "S47_JOINT", "S47_JOINT", None]
    assert [row["strd_police_present"] for row in rows] == ["Y", "N", None, None]
    assert {(i.row, i.column, i.severity) for i in read.issues} == {
        (5, "Outcome of discussion", "kept"),
        (5, "Police took part", "kept"),
    }


def test_a_form_without_a_column_it_needs_is_refused_with_the_column(tmp_path: Path) -> None:
    file = tmp_path / "core groups.csv"
    file.write_text("Child ID,CP plan ID,Reference\nC1,P1,R1\n")
    with pytest.raises(UserError) as fault:
        forms.read(file)
    assert "row 1, column Date of core group" in str(fault.value)


def test_last_years_form_reads_and_what_it_had_no_column_for_is_not_held(tmp_path: Path) -> None:
    rows = [["Child ID", "Placement ID", "Placement plan made"], ["C1", "P1", date(2026, 5, 14)]]
    old = forms.read(workbook(tmp_path / "old.xlsx", {"Placement moves": rows}))
    assert old.issues == () and old.tables["local_placement_moves"].num_rows == 1
    later = {"local_visit_agreements", "local_parent_placements", "local_secure_orders"}
    assert later.isdisjoint(old.tables)
    assert old.not_held["local_secure_orders"] == (
        "the form Placement moves was sent without “Secure order made”"
    )
    rows = [[*rows[0], "Secure order made"], [*rows[1], None]]
    new = forms.read(workbook(tmp_path / "new.xlsx", {"Placement moves": rows}))
    assert new.tables["local_secure_orders"].column("seor_order_date").to_pylist() == [None]
    assert later & set(new.not_held) == later - {"local_secure_orders"}


def test_two_of_one_form_are_refused(tmp_path: Path) -> None:
    rows = [["Child ID", "Date of core group"], ["C1", date(2026, 5, 14)]]
    with pytest.raises(UserError, match="both hold the form Core groups"):
        forms.read(workbook(tmp_path / "two.xlsx", {"April": rows, "May": rows}))


def test_a_template_is_recognised_offers_its_codes_and_keeps_ids_as_text(tmp_path: Path) -> None:
    for form in all_forms().values():
        path = tmp_path / f"{form.id}.xlsx"
        forms_writer.template(form, path)
        assert recognise(path) is forms.read
        sheet = openpyxl.load_workbook(path).worksheets[0]
        assert [cell.value for cell in sheet[1]] == [column.header for column in form.columns]
        choices = [rule.formula1 for rule in sheet.data_validations.dataValidation]
        assert choices == [
            f'"{",".join(column.codes or ["Yes", "No"])}"'
            for column in form.columns
            if column.codes or column.type == "flag"
        ]
        assert all(len(choice) <= 257 for choice in choices)
        assert not any(
            "," in label for column in form.columns for label in column.codes
        )  # Excel parts them there
        formats = {
            n: d.number_format for d in sheet.column_dimensions.values() for n in range(d.min, d.max + 1)
        }
        assert {formats[n] for n, c in enumerate(form.columns, start=1) if c.type == "text"} == {"@"}


def test_an_annex_a_workbook_is_still_one_whatever_stands_beside_its_lists(tmp_path: Path) -> None:
    one = tmp_path / "one.xlsx"
    annex_a.write_workbook(one, {1: [{"Child Unique ID": "C1", "Date of Contact": date(2026, 3, 5)}]})
    book = openpyxl.load_workbook(one)
    book.create_sheet("Supervision").append(["Worker", "Supervisor", "Date of supervision"])
    book.save(one)
    assert recognise(one) is annex_a.read
    alone = openpyxl.load_workbook(one)
    for sheet in alone.worksheets[1:]:
        alone.remove(sheet)
    alone.worksheets[0].title = "Sheet1"
    alone.save(one)
    assert recognise(one) is annex_a.read


def test_a_team_is_one_row_however_many_managers_it_has_had(tmp_path: Path) -> None:
    file = tmp_path / "teams.csv"
    file.write_text(
        "Team,Name of team,Manager,Status,From,To\nT1,Duty,Jo Ash,Interim,01/04/2025,13/05/2026\n"
        "T1,Duty team,,Vacant,14/05/2026,\nT2,Court,,,,\n"
    )
    read = forms.read(file)
    assert [(r["dept_team_id"], r["dept_team_name"]) for r in said(read.tables["ssd_department"])] == [
        ("T1", "Duty"), ("T2", "Court")]  # fmt: skip
    managers = read.tables["local_team_managers"].to_pylist()
    assert [(r["tman_professional_id"], r["tman_status"]) for r in managers] == [
        ("Jo Ash", "INTERIM"), (None, "VACANT")]  # fmt: skip
    assert [(i.row, i.column, i.code) for i in read.issues] == [(3, "Team name", "rows_disagree")]


def test_where_a_row_stood_goes_with_it(tmp_path: Path) -> None:
    rows = [["Core groups"], ["Child ID", "Date of core group"], ["C1", date(2026, 5, 14)]]
    row = forms.read(workbook(tmp_path / "a.xlsx", {"May": rows})).tables["local_core_groups"].to_pylist()[0]
    assert [row[name] for name, _ in ORIGIN] == ["a.xlsx", "May", 3]


def test_a_form_with_more_rows_than_anybody_types_is_known_and_refused_with_the_reason(
    tmp_path: Path,
) -> None:
    path = tmp_path / "core.csv"
    path.write_text("Child ID,Date of core group\n" + "C1,2026-05-14\n" * 200_001)
    assert recognise(path) is forms.read
    with pytest.raises(UserError, match="more than 200,000 rows"):
        forms.read(path)


HOSTILE = {
    "empty.csv": b"",
    "noise.csv": bytes(range(256)) * 400,
    "quote.csv": b'Child ID,Date of core group\n"C1,' + b"x" * 400_000,
    "wide.csv": b"Child ID,Date of core group" + b",x" * 50_000 + b"\nC1,14/05/2026\n",
    "zip.xlsx": b"PK\x03\x04" + b"\0" * 1_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_words(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    with pytest.raises(UserError):
        recognise(path)(path)
