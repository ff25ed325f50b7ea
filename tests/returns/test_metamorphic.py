"""What must not matter does not, and what must count twice counts twice: over every reader, from one invented history."""

import csv
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest

from undrift.records import read as read_load
from undrift.returns import Submission, recognise
from undrift.returns import ssd as dataset
from undrift.returns.annex_a_from_ssd import lists_of_tables
from undrift.returns.annex_a_writer import write_workbook
from undrift.returns.cin_census_writer import write_census
from undrift.returns.spec import record_tables
from undrift.returns.ssda903_writer import write_folder, write_xml
from undrift.synthetic.files import make

AS_AT = date(2026, 3, 31)
NOT_ABOUT_CHILDREN = {"ssd_professionals", "ssd_department", "local_prospective_adopters"}
# How each form's text is taken apart: what stands before its rows, the rows, and the id within one.
XML_ROW = {"cin.xml": "Child", "903.xml": "CHILD"}
XML_ID = {"cin.xml": "LAchildID", "903.xml": "CHILDID"}


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One small authority as every national form."""
    out: Path = tmp_path_factory.mktemp("forms")
    make(out / "made", as_at=AS_AT, scale=0.02, also=())
    tables = dataset.read(out / "made" / "ssd").tables
    (out / "ssd").mkdir()
    for name in (
        "ssd_person",
        "ssd_contacts",
        "ssd_cin_episodes",
        "ssd_cin_assessments",
        "ssd_cp_plans",
        "ssd_cla_visits",
    ):
        (out / "ssd" / f"{name}.csv").write_bytes((out / "made" / "ssd" / f"{name}.csv").read_bytes())
    write_folder(out / "903", tables, 2026)
    write_xml(out / "903.xml", tables, 2026)
    write_census(out / "cin.xml", tables, 2026, "999")
    write_workbook(out / "annex.xlsx", lists_of_tables(tables, AS_AT))
    (out / "annex").mkdir()
    for sheet in openpyxl.load_workbook(out / "annex.xlsx").worksheets:
        with (out / "annex" / f"{sheet.title}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(
                [f"{v:%d/%m/%Y}" if isinstance(v, date) else v for v in row]
                for row in sheet.iter_rows(values_only=True)
            )
    return out


FORMS = ["ssd", "903", "903.xml", "cin.xml", "annex.xlsx", "annex"]
Change = Callable[[list[list[str]]], list[list[str]]]


def changed(forms: Path, form: str, to: Path, change: Change) -> Path:
    """The form with the rows of each table changed; a row is its cells, or the whole text of one XML child."""
    source, made = forms / form, to / form
    if source.is_dir():
        made.mkdir()
        for file in source.iterdir():
            header, *rows = csv.reader(file.read_text(encoding="utf-8").splitlines())
            with (made / file.name).open("w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows([header, *change(rows)])
    elif form in XML_ROW:
        text = source.read_text(encoding="utf-8")
        children = re.findall(rf"<{XML_ROW[form]}>.*?</{XML_ROW[form]}>\n?", text, flags=re.DOTALL)
        start = text.index(children[0])
        rows = [row[0] for row in change([[child] for child in children])]
        made.write_text(
            text[:start] + "".join(rows) + text[start + sum(map(len, children)) :], encoding="utf-8"
        )
    else:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for sheet in openpyxl.load_workbook(source).worksheets:
            copy = book.create_sheet(sheet.title)
            header, *rows = [list(row) for row in sheet.iter_rows(values_only=True)]
            for row in [header, *change(rows)]:
                copy.append(row)
        book.save(made)
    return made


def read(path: Path) -> Submission:
    return recognise(path)(path)


def said(tables: dict[str, pa.Table]) -> dict[str, list[str]]:
    """Each table's rows without where they stood, in an order of their own."""
    return {
        name: sorted(repr(row) for row in table.drop_columns(["_file", "_sheet", "_row"]).to_pylist())
        for name, table in tables.items()
    }


@pytest.mark.parametrize("form", FORMS)
def test_rows_in_any_order_are_the_same_records_with_the_same_ids(
    forms: Path, form: str, tmp_path: Path
) -> None:
    shuffle = random.Random(7)
    mixed = changed(forms, form, tmp_path, lambda rows: shuffle.sample(rows, len(rows)))
    before, after = read(forms / form), read(mixed)
    assert said(after.tables) == said(before.tables)
    assert len(after.issues) == len(before.issues)


@pytest.mark.parametrize("form", FORMS)
def test_every_child_twice_over_is_every_count_twice(forms: Path, form: str, tmp_path: Path) -> None:
    def doubled(rows: list[list[str]]) -> list[list[str]]:
        return [twin for row in rows for twin in (row, [again(form, cell) for cell in row])]

    once, twice = read(forms / form), read(changed(forms, form, tmp_path, doubled))
    counts = {name: table.num_rows for name, table in once.tables.items() if name not in NOT_ABOUT_CHILDREN}
    assert sum(counts.values()) > 50
    assert {name: twice.tables[name].num_rows for name in counts} == {
        name: 2 * n for name, n in counts.items()
    }


def again(form: str, cell: str) -> str:
    """A cell as another child would have it: every id of the invented authority is told by its beginning."""
    if form in XML_ID:
        return re.sub(rf"(<{XML_ID[form]}>)", r"\1again-", cell)
    if form == "ssd" and re.fullmatch(r"[A-Z]{2,4}\d+.*", str(cell or "")):
        return f"again-{cell}"  # here every row has an id of its own, and points to others by theirs
    return f"again-{cell}" if str(cell or "").startswith("IRW") else cell


@pytest.mark.parametrize("form", ["ssd", "903", "annex"])
@pytest.mark.parametrize("blank", ["", "\r\n\r\n", ",,,\r\n"])
def test_a_blank_extra_file_changes_nothing_and_is_said(
    forms: Path, form: str, blank: str, tmp_path: Path
) -> None:
    more = changed(forms, form, tmp_path, lambda rows: rows)
    (more / "extra.csv").write_text(blank)
    before, after = read(forms / form), read(more)
    assert said(after.tables) == said(before.tables)
    assert [note for note in after.assumptions if "extra.csv" in note]


@pytest.mark.parametrize("form", ["ssd", "903", "annex"])
def test_files_given_one_by_one_are_what_their_folder_is(forms: Path, form: str) -> None:
    folder = forms / form
    at_once, one_by_one = read_load([folder], AS_AT), read_load(sorted(folder.iterdir()), AS_AT)
    assert said(one_by_one.tables) == said(at_once.tables)
    assert one_by_one.merged.extents == at_once.merged.extents


@pytest.mark.parametrize("form", ["ssd", "903", "annex"])
@pytest.mark.parametrize("top", ["", "Irwell/2026/"])
def test_a_zip_of_a_folder_is_what_the_folder_is(forms: Path, form: str, top: str, tmp_path: Path) -> None:
    def with_a_day_that_never_was(rows: list[list[str]]) -> list[list[str]]:
        return [[re.sub(r"^\d\d/\d\d/\d{4}$|^\d{4}-\d\d-\d\d$", "31/02/2026", cell) for cell in row] for row in rows[:1]] + rows[1:]  # fmt: skip

    folder = changed(forms, form, tmp_path, with_a_day_that_never_was)
    path = tmp_path / f"{form}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{top}__MACOSX/._x.csv", "what a Mac adds")
        for file in sorted(folder.iterdir()):
            archive.write(file, f"{top}{file.name}")
    at_once, zipped = read_load([folder], AS_AT), read_load([path], AS_AT)
    assert at_once.issues
    # All is the same, where each row stood too, save that its file stands in the ZIP.
    assert zipped.issues == tuple(replace(i, file=f"{form}.zip › {i.file}") for i in at_once.issues)
    assert {name: table.to_pylist() for name, table in zipped.tables.items()} == {
        name: [row | {"_file": f"{form}.zip › {row['_file']}"} for row in table.to_pylist()]
        for name, table in at_once.tables.items()
    }
    assert (zipped.merged.extents, zipped.merged.not_held) == (
        at_once.merged.extents,
        at_once.merged.not_held,
    )

    def as_of_the_folder(line: str) -> str:
        return line.replace(f"{form}.zip › ", "").replace(f"{form}.zip", form)

    assert [as_of_the_folder(note) for note in zipped.assumptions] == list(at_once.assumptions)
    assert [[as_of_the_folder(line) for line in s.recognised] for s in zipped.submissions] == [
        list(s.recognised) for s in at_once.submissions
    ]
    assert all(f"{form}.zip › " in line for s in zipped.submissions for line in s.recognised)
    # And the file that was sent is the ZIP.
    assert {file.name for s in zipped.submissions for file in s.files} == {f"{form}.zip"}


def test_returns_in_any_order_are_the_same_load(forms: Path) -> None:
    paths = [forms / form for form in ("903", "cin.xml", "annex.xlsx")]
    loads = [read_load(order, AS_AT) for order in (paths, paths[::-1])]
    assert said(loads[0].tables) == said(loads[1].tables)
    assert loads[0].merged.kinds == loads[1].merged.kinds


def test_every_table_of_the_records_that_a_return_fills_is_one_of_theirs(forms: Path) -> None:
    for form in FORMS:
        assert read(forms / form).tables.keys() <= record_tables().keys()
