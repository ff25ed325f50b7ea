"""Every form is written, and our own readers, which know each return's codes by year, take it without a fault."""

import csv
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from undrift.errors import UserError
from undrift.records import read
from undrift.synthetic import command
from undrift.synthetic.faults import COLUMNS
from undrift.synthetic.files import make
from undrift.synthetic.forms import FORMS
from undrift.synthetic.many import write_many
from undrift.synthetic.mess import spoil
from undrift.synthetic.story import AS_AT, another_authority, planted

STILL_OPEN = "ICPCnotRequired"  # an enquiry still open: nobody has said yet whether a conference is needed


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forms")
    make(folder, scale=0.015, also=["all"])
    return folder


def names(out: Path) -> list[Path]:
    return sorted(path for path in out.iterdir() if path.name not in ("ssd-parquet", "truth", "mess"))


def test_every_form_reads_without_a_fault(out: Path) -> None:
    kinds: Counter[str] = Counter()
    for path in names(out):
        reading = read([path], AS_AT)
        assert [issue for issue in reading.issues if issue.column != STILL_OPEN] == [], path.name
        assert any(table.num_rows for table in reading.tables.values()), path.name
        kinds[path.name.split("-2")[0]] += 1
    assert kinds == {"annex-a": 1, "cin-census": 4, "forms": 1, "forms.xlsx": 1, "sen2": 6, "ssd": 1, "ssda903": 6,
                     "workforce-census": 5}  # fmt: skip


def test_parquet_holds_what_the_csv_does(out: Path) -> None:
    with duckdb.connect() as con:
        for path in (out / "ssd-parquet").glob("*.parquet"):
            columns = ", ".join(row[0] for row in con.execute(f"DESCRIBE FROM '{path}'").fetchall())
            text = f"SELECT COLUMNS(*)::VARCHAR FROM (SELECT {columns} FROM '{path}')"
            given = f"SELECT {columns} FROM read_csv('{out}/ssd/{path.stem}.csv', all_varchar = true, header = true)"
            assert (
                con.execute(f"SELECT count(*) FROM ({text})").fetchone()
                == con.execute(f"SELECT count(*) FROM ({given})").fetchone()
            )
        person = f"SELECT pers_person_id, pers_dob::VARCHAR FROM '{out}/ssd-parquet/ssd_person.parquet'"
        other = (
            f"SELECT pers_person_id, pers_dob FROM read_csv('{out}/ssd/ssd_person.csv', all_varchar = true)"
        )
        assert con.execute(f"SELECT count(*) FROM ({person} EXCEPT ALL {other})").fetchone() == (0,)


def test_a_form_that_is_none_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no form called census"):
        make(tmp_path / "x", also=["census"])
    assert not (tmp_path / "x").exists()
    assert set(FORMS) == {
        "annex-a",
        "ssd-parquet",
        "ssda903",
        "ssda903-xml",
        "cin-census",
        "sen2",
        "workforce-census",
        "forms",
    }


@pytest.fixture(scope="module")
def spoiled(out: Path) -> Path:
    spoil(out, 3)
    return out


def test_each_planted_fault_is_listed_and_good_rows_still_load(out: Path) -> None:
    count = spoil(out, 3)
    with (out / "truth" / "mess.csv").open(encoding="utf-8", newline="") as handle:
        listed = list(csv.DictReader(handle))
    assert tuple(listed[0]) == COLUMNS and len(listed) == count
    faults = {row["fault"].split(":")[0] for row in listed}
    assert {"title above the header", "totals row", "header renamed", "row given twice", "hidden sheet", "two-figure year",
            "a word for nothing", "date with a time", "one child, two ids", "table missing", "leading zeros lost",
            "module empty", "month before day"} <= faults  # fmt: skip
    (book,) = (out / "mess").glob("annex-a-*.xlsx")
    (clean,) = out.glob("annex-a-*.xlsx")
    spoiled, whole = read([book], AS_AT), read([clean], AS_AT)
    of_book = [row for row in listed if row["file"] == book.name]
    for table, rows in whole.tables.items():
        lost = sum(row["fault"] in ("impossible date", "date of 1900") for row in of_book)
        assert rows.num_rows - lost <= spoiled.tables[table].num_rows <= rows.num_rows, table
    twice = [row for row in of_book if row["fault"] == "row given twice"]
    assert sum(issue.code == "row_repeated" for issue in spoiled.issues) == len(twice)
    dataset = read([out / "mess" / "ssd"], AS_AT)
    swapped = {int(row["row"]) for row in listed if row["fault"] == "month before day"}
    unread = {issue.row for issue in dataset.issues if issue.code == "date_unreadable"}
    assert swapped and swapped <= unread  # and, both orders being there, those that could be either
    assert "ssd_disability" not in dataset.tables


UNREADABLE = {"impossible date", "a code that is none", "a number that is none"}


@pytest.mark.parametrize("name", ["sen2-2026", "sen2-2026.xml", "workforce-census-2026.xml", "forms"])
def test_every_planted_cell_is_found_and_no_other(spoiled: Path, name: str) -> None:
    """By the row a person sees, or the line of the record in an XML file."""
    path = spoiled / "mess" / name
    files = {file.name for file in path.iterdir()} if path.is_dir() else {name}
    with (spoiled / "truth" / "mess.csv").open(encoding="utf-8", newline="") as handle:
        listed = [row for row in csv.DictReader(handle) if row["file"] in files]
    planted = sorted((row["file"], int(row["row"])) for row in listed if row["fault"] in UNREADABLE)
    # What stood in a row that is held back stands in nothing; and rows given twice are counted below.
    follow = {"stands_in_nothing", "row_repeated"}
    issues = read([path], AS_AT).issues
    found = [issue for issue in issues if issue.code not in follow]
    assert planted and sorted((issue.file, issue.row) for issue in found) == planted
    twice = [row for row in listed if row["fault"] == "row given twice"]
    assert (
        sum(issue.code == "row_repeated" for issue in issues) == len(twice) == (3 if name == "forms" else 0)
    )


def test_forms_come_back_whole_from_under_their_mess(spoiled: Path) -> None:
    for name in ("forms", "forms.xlsx"):
        messy, whole = read([spoiled / "mess" / name], AS_AT), read([spoiled / name], AS_AT)
        assert messy.tables.keys() == whole.tables.keys()
        held_back = sum(issue.severity == "held back" for issue in messy.issues)
        rows = sum(table.num_rows for table in whole.tables.values())
        assert rows - held_back <= sum(table.num_rows for table in messy.tables.values()) <= rows
    messy = read([spoiled / "mess" / "sen2-2026"], AS_AT)
    assert "ssd_sen_need" not in messy.tables and messy.tables["ssd_ehcp_requests"].num_rows


def test_the_command_writes_the_forms_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.run(tmp_path, seed=5, scale=0.005, forms=["sen2"], mess=True) == 0
    assert {path.name for path in tmp_path.iterdir()} >= {"ssd", "truth", "sen2-2026.xml", "mess"}
    assert "each listed" in capsys.readouterr().out


def test_many_authorities_differ_in_size_and_practice(tmp_path: Path) -> None:
    folders = write_many(tmp_path, 2, 11, 0.005, lambda _: None)
    with duckdb.connect() as con:
        sizes = {
            con.execute(f"SELECT count(*) FROM '{folder}/ssd-parquet/ssd_contacts.parquet'").fetchone()
            for folder in folders
        }
    assert len(sizes) == 2
    here = planted("cp_visit", "SA", AS_AT)
    with another_authority(6, -0.05):
        assert planted("cp_visit", "SA", AS_AT) < here
    assert planted("cp_visit", "SA", AS_AT) == here
    said: list[str] = []
    write_many(tmp_path, 2, 11, 0.005, said.append)
    assert all("already made" in line for line in said)
