"""The files: the same seed writes the same bytes, and the workbook is Annex A."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.shared import shared_path
from tests.synthetic.conftest import Irwell
from undrift.returns.annex_a import read
from undrift.synthetic import command
from undrift.synthetic.annex_a import annex_a_lists, write_annex_a
from undrift.synthetic.files import Manifest, make
from undrift.synthetic.tables import COLUMNS

ReadCsv = Callable[[Path], list[dict[str, str]]]


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    first = make(tmp_path / "one", scale=0.01, also=())
    second = make(tmp_path / "two", scale=0.01, also=())
    assert [path.name for path in first.files] == [path.name for path in second.files]
    for one, two in zip(first.files, second.files, strict=True):
        assert one.read_bytes() == two.read_bytes(), one.name


def test_the_bytes_do_not_hang_on_the_order_of_sets(tmp_path: Path) -> None:
    """Python shuffles sets from one run to the next; two runs with different shuffles must agree."""
    program = (
        "import sys; from pathlib import Path; from undrift.synthetic import make; "
        "make(Path(sys.argv[1]), scale=0.005, also=())"
    )
    for shuffle in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / shuffle)],
            env=os.environ | {"PYTHONHASHSEED": shuffle},
            check=True,
        )
    files = sorted(path.relative_to(tmp_path / "1") for path in (tmp_path / "1").rglob("*.*"))
    assert len(files) == len(COLUMNS) + 5
    for name in files:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes(), name


def test_another_seed_makes_another_history(tmp_path: Path) -> None:
    first = make(tmp_path / "one", scale=0.01, also=())
    second = make(tmp_path / "two", scale=0.01, seed=7, also=())
    assert first.rows["ssd_contacts"] and second.rows["ssd_contacts"]
    contacts = tmp_path / "one/ssd/ssd_contacts.csv", tmp_path / "two/ssd/ssd_contacts.csv"
    assert contacts[0].read_bytes() != contacts[1].read_bytes()


def test_every_table_is_written_with_its_own_columns_in_order(written: Manifest, read_csv: ReadCsv) -> None:
    for name, columns in COLUMNS.items():
        path = written.out / "ssd" / f"{name}.csv"
        rows = read_csv(path)
        assert path.read_text(encoding="utf-8").splitlines()[0] == ",".join(columns)
        assert len(rows) == written.rows[name]


def test_the_workbook_has_eleven_lists_with_annex_as_columns(written: Manifest, read_csv: ReadCsv) -> None:
    book = openpyxl.load_workbook(written.out / f"annex-a-{written.as_at.isoformat()}.xlsx")
    assert book.sheetnames == [f"List {number}" for number in range(1, 12)]
    published: dict[str, list[str]] = {}
    for row in read_csv(shared_path("reference", "annex_a.csv")):
        published.setdefault(f"List {row['list_no']}", []).append(row["column_name"])
    for name in book.sheetnames:
        headers = [cell.value for cell in next(book[name].iter_rows(max_row=1))]
        assert headers == published[name]
        assert next(book[name].iter_rows(min_row=2, max_row=2), None), name


def test_the_workbook_is_read_back_without_a_fault(written: Manifest) -> None:
    submission = read(written.out / f"annex-a-{written.as_at.isoformat()}.xlsx")
    assert not submission.issues


def test_labels_and_dates_are_as_an_authority_sends_them(written: Manifest) -> None:
    book = openpyxl.load_workbook(written.out / f"annex-a-{written.as_at.isoformat()}.xlsx")
    sheet = book["List 5"]
    headers = [str(cell.value) for cell in sheet[1]]
    start = sheet[2][headers.index("Strategy discussion initiating Section 47 Enquiry Start Date")]
    assert isinstance(start.value, datetime) and start.number_format == "dd/mm/yyyy"
    genders = {row[headers.index("Gender")] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert genders == {"a) Male", "b) Female"}


@pytest.mark.parametrize("day", [date(2020, 3, 31), date(2023, 3, 14)])
def test_a_workbook_can_be_written_for_any_earlier_day(small: Irwell, tmp_path: Path, day: date) -> None:
    counts = write_annex_a(small.history, tmp_path / "earlier.xlsx", day)
    assert all(counts[number] > 0 for number in range(1, 10))
    submission = read(tmp_path / "earlier.xlsx")
    assert not submission.issues


def test_list_8_is_the_children_in_care(small: Irwell) -> None:
    as_at = small.history.as_at
    lists = annex_a_lists(small.tables, as_at)
    listed = {row["Child Unique ID"] for row in lists[8] if row["Date Ceased to be Looked After"] is None}
    in_care = {
        row["clae_person_id"]
        for row in small.tables["ssd_cla_episodes"]
        if row["clae_cla_episode_ceased_date"] is None and not str(row["clae_cla_id"]).startswith("SB")
    }
    assert listed == in_care


def test_the_command_says_that_every_child_is_invented(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(tmp_path, seed=3, scale=0.005) == 0
    said = capsys.readouterr().out
    assert "invented" in said and "does not exist" in said
    assert (tmp_path / "truth" / "clocks.csv").exists()
