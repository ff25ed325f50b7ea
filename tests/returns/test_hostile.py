"""Files made to hurt are refused in one sentence, having read little and in little memory; errors and doubtful dates are shown."""

import gzip
import stat
import struct
import subprocess
import sys
import tempfile
import textwrap
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import BinaryIO
from unittest import mock

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.returns.sheets_of import CONTACTS, contact, workbook
from undrift.errors import UserError
from undrift.returns import annex_a, archive, guard, read_all, recognise, ssd
from undrift.returns.guard import MAX_COLUMNS, MAX_INFLATED, inspect_workbook

WORKBOOK = '<workbook xmlns="m"><workbookPr/><sheets><sheet name="List 1" r:id="r1" xmlns:r="n"/></sheets></workbook>'
LINKS = '<Relationships xmlns="p"><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
SHEET = "xl/worksheets/sheet1.xml"


def packed(path: Path, parts: dict[str, str], workbook: str = WORKBOOK) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in {
            "xl/workbook.xml": workbook,
            "xl/_rels/workbook.xml.rels": LINKS,
            **parts,
        }.items():
            book.writestr(name, content)
    return path


def sheet_of(cells: str) -> dict[str, str]:
    return {SHEET: f"<worksheet><sheetData>{cells}</sheetData></worksheet>"}


def bomb(path: Path, lie: bool) -> Path:
    """A workbook of under a megabyte whose sheet unpacks past the limit, claiming ten bytes if it lies."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", WORKBOOK)
        with book.open(SHEET, "w", force_zip64=False) as part:
            for _ in range(MAX_INFLATED // (1 << 20) + 1):
                part.write(b" " * (1 << 20))
    if lie:
        content = bytearray(path.read_bytes())
        at = content.rfind(b"PK\x01\x02")
        struct.pack_into("<L", content, at + 24, 10)
        path.write_bytes(content)
    return path


READ_BESIDES = 16 << 20  # bytes: modules that are imported on the way


def refused(path: Path) -> UserError:
    """Why it is refused, once it is: having unpacked no more than may be, and read the file no more than a few times."""
    unpacked, before = [0], read_by_now()

    def counted(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
        for block in inflated(file, part):
            unpacked[0] += len(block)
            yield block

    inflated = guard.inflated
    with mock.patch.object(guard, "inflated", counted), pytest.raises(UserError) as fault:
        recognise(path)(path)
    assert (
        unpacked[0] <= 2 * MAX_INFLATED
    )  # once to look through it, and once more if its cells must be counted
    size = path.stat().st_size if path.is_file() else sum(file.stat().st_size for file in path.iterdir())
    assert read_by_now() - before <= 4 * min(size, READ_BESIDES) + READ_BESIDES
    assert "\n" not in str(fault.value)
    return fault.value


def read_by_now() -> int:
    """Bytes this process has read from files."""
    return int(Path("/proc/self/io").read_text().split("rchar:")[1].split()[0])


@pytest.mark.parametrize("lie", [False, True])
def test_a_workbook_that_unpacks_into_gigabytes_is_refused_whatever_it_claims(
    tmp_path: Path, lie: bool
) -> None:
    path = bomb(tmp_path / "bomb.xlsx", lie)
    assert path.stat().st_size < 1 << 20
    assert "unpacks to more than" in refused(path).what


def test_a_bomb_is_refused_in_little_memory(tmp_path: Path) -> None:
    path = bomb(tmp_path / "bomb.xlsx", lie=True)
    script = f"""
        import resource
        from pathlib import Path
        from undrift.errors import UserError
        from undrift.returns import guard
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            guard.inspect_workbook(Path({str(path)!r}))
        except UserError:
            print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)], capture_output=True, text=True, check=True
    )
    assert int(done.stdout) < 40_000  # kilobytes


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="900000"><c r="B900000"><v>1</v></c></row>',
        '<row r="1"><c t="n" r="XFD1"><v>1</v></c></row>',
        "<row r='1'><c r='XFD1'><v>1</v></c></row>",
        '<row r="1">' + "<c><v>1</v></c>" * (MAX_COLUMNS + 1) + "</row>",
        '<row r="1"><c><v>1</v></c></row><row r="999999999"><c><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><x:c r="XFD1"><v>1</v></x:c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><a-b:c\nr="XFD1"><v>1</v></a-b:c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c\tr="XFD1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c\nr="XFD1"><v>1</v></c></row>',
    ],
)
def test_a_few_cells_far_apart_are_refused_before_the_space_between_is_laid_out(
    tmp_path: Path, cells: str
) -> None:
    assert "right of column CZ" in refused(packed(tmp_path / "far.xlsx", sheet_of(cells))).what


def test_a_million_columns_are_refused(tmp_path: Path) -> None:
    cells = '<row r="1">' + "<c><v>1</v></c>" * 1_000_000 + "</row>"
    assert "right of column CZ" in refused(packed(tmp_path / "wide.xlsx", sheet_of(cells))).what
    (tmp_path / "ssd").mkdir()
    (tmp_path / "ssd" / "ssd_person.csv").write_text(",".join(f"c{n}" for n in range(1_000_000)) + "\n")
    assert "thousands of columns" in refused(tmp_path / "ssd").what
    # A name without end would be laid out once a delimiter before anybody could count.
    (tmp_path / "ssd" / "ssd_person.csv").write_text("pers_person_id," + "x y " * 100_000 + "\n")
    assert "thousands of columns" in refused(tmp_path / "ssd").what


def test_formatting_far_out_with_nothing_in_it_is_no_fault(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="3"/><c r="XFC1" s="3"></c></row>'
    inspect_workbook(packed(tmp_path / "styled.xlsx", sheet_of(cells)))


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    for name in ("ssd_person.csv", "huge.xlsx"):
        path = tmp_path / name
        with path.open("wb") as file:
            file.write(b"PK\x03\x04" if name.endswith("x") else b"pers_person_id\n")
            file.truncate(3 << 30)
        assert "the most that is read" in refused(path).what


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_entities_are_refused_in_every_part(tmp_path: Path, part: str) -> None:
    content = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
    assert "XML entities" in refused(packed(tmp_path / "entities.xlsx", {part: content})).what


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "/etc/x", "..\\x", "C:\\x", "xl/../../x"])
def test_part_names_that_point_outside_are_refused(tmp_path: Path, name: str) -> None:
    assert "points outside" in refused(packed(tmp_path / "paths.xlsx", sheet_of("") | {name: "x"})).what
    assert not (tmp_path.parent / "x").exists()


def test_thousands_of_parts_are_refused_before_they_are_listed(tmp_path: Path) -> None:
    parts = {f"xl/media/{'picture' * 10}{n}": "" for n in range(20_000)}
    assert "more parts" in refused(packed(tmp_path / "parts.xlsx", parts)).what


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 500, b"PK\x05\x06" + b"\xff" * 40]
)
def test_damaged_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "damaged.xlsx"
    path.write_bytes(content)
    refused(path)


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("ssd_person.csv", "pers_person_id\nC1\n")
    assert "archive" in refused(path).what


PERSON = {"ssd_person.csv": "pers_person_id\nC1\n"}
HEAD, FLAGS, METHOD, CHECK = b"PK\x01\x02", 8, 10, 16  # of an entry in a ZIP's table of contents


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def altered(path: Path, at: int, value: int) -> Path:
    """The ZIP with one number of its last file's entry changed."""
    content = bytearray(path.read_bytes())
    struct.pack_into("<H", content, content.rfind(HEAD) + at, value)
    path.write_bytes(content)
    return path


@pytest.fixture
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made: empty again after every test."""
    place = tmp_path / "private"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def zip_refused(path: Path, private: Path) -> str:
    """Why it is refused, in the reader's words; nothing of it is left, and nothing was written anywhere else."""
    around = sorted(path.parent.rglob("*"))
    with pytest.raises(UserError) as fault:
        read_all([path])
    assert fault.value.where == path.name
    assert fault.value.try_ == "Unpack it yourself, and send the files of the return in it."
    assert sorted(path.parent.rglob("*")) == around
    assert list(private.iterdir()) == []
    return fault.value.what


@pytest.mark.parametrize(
    "name",
    ["../x.csv", "a/../../x.csv", "/etc/x.csv", "..\\x.csv", "C:\\x.csv", "C:/x.csv", "a//x.csv", "./x.csv", "a\nb.csv", "a\x1b[2J.csv"],
)  # fmt: skip
def test_a_zip_with_a_name_that_points_elsewhere_is_refused(tmp_path: Path, private: Path, name: str) -> None:
    assert "points outside it" in zip_refused(zipped(tmp_path / "set.zip", PERSON | {name: "x"}), private)


def test_a_zip_with_a_link_in_it_is_refused(tmp_path: Path, private: Path) -> None:
    link = zipfile.ZipInfo("ssd_contacts.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = zipped(tmp_path / "set.zip", PERSON)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "holds a link" in zip_refused(path, private)


@pytest.mark.parametrize("inner", ["more.zip", "more.csv"])
def test_an_archive_in_a_zip_is_refused_whatever_it_is_called(
    tmp_path: Path, private: Path, inner: str
) -> None:
    within = zipped(tmp_path / "in.zip", PERSON).read_bytes()
    for content in (within, gzip.compress(b"x"), b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07"):
        path = zipped(tmp_path / "set.zip", PERSON | {f"folder/{inner}": content})
        assert zip_refused(path, private) == f"{inner} in it is itself an archive."


def test_a_zip_that_is_locked_damaged_or_packed_strangely_is_refused(tmp_path: Path, private: Path) -> None:
    def fresh() -> Path:
        return zipped(tmp_path / "set.zip", PERSON)

    assert "locked with a password" in zip_refused(altered(fresh(), FLAGS, 1), private)
    assert "packed in a way" in zip_refused(altered(fresh(), METHOD, 9), private)
    assert "ssd_person.csv in it cannot be unpacked" in zip_refused(altered(fresh(), CHECK, 7), private)
    whole = fresh().read_bytes()
    (tmp_path / "set.zip").write_bytes(whole[: len(whole) // 2])
    assert "damaged" in zip_refused(tmp_path / "set.zip", private)
    assert "no file in it" in zip_refused(zipped(tmp_path / "set.zip", {}), private)
    assert "no file in it" in zip_refused(zipped(tmp_path / "set.zip", {"__MACOSX/._a.csv": "x"}), private)


def test_a_zip_with_two_files_of_one_name_or_in_each_other_s_way_is_refused(
    tmp_path: Path, private: Path
) -> None:
    twice = zipped(tmp_path / "set.zip", PERSON | {"SSD_Person.csv": "x"})
    assert "two files of one name" in zip_refused(twice, private)
    in_the_way = zipped(tmp_path / "set.zip", PERSON | {"a": "x", "a/b.csv": "x"})
    assert "in each other's way" in zip_refused(in_the_way, private)


def test_a_zip_of_too_many_files_is_refused(tmp_path: Path, private: Path) -> None:
    files = {f"{n}.csv": "a,b\n" for n in range(archive.MOST_FILES + 1)}
    assert "more than 120 files" in zip_refused(zipped(tmp_path / "set.zip", files), private)


@pytest.mark.parametrize("lie", [False, True])
def test_a_zip_that_unpacks_into_gigabytes_is_refused_having_unpacked_little(
    tmp_path: Path, private: Path, lie: bool
) -> None:
    path = tmp_path / "set.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book, book.open("ssd_person.csv", "w") as part:
        for _ in range(64):
            part.write(b"," * (1 << 20))
    if lie:
        content = bytearray(path.read_bytes())
        struct.pack_into("<L", content, content.rfind(HEAD) + 24, 10)
        path.write_bytes(content)
    written = []

    def counted(file: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
        for block in inflated(file, part):
            written.append(len(block))
            yield block

    inflated = guard.inflated
    with mock.patch.object(guard, "inflated", counted):
        assert "more than 200 times its size" in zip_refused(path, private)
    assert sum(written) < 200 * path.stat().st_size + (2 << 20)
    assert max(written) <= 1 << 20


def test_a_zip_of_many_files_that_are_large_together_is_refused(
    tmp_path: Path, private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(tmp_path / "set.zip", {f"{n}.csv": "a,b\n" * 600_000 for n in range(3)})
    monkeypatch.setattr(guard, "MAX_INFLATED", 5 << 20)
    assert "unpacks to more than 5 MB" in zip_refused(path, private)


def test_what_a_zip_holds_stands_where_nobody_else_can_look_and_goes_whatever_happens(
    tmp_path: Path, private: Path
) -> None:
    path = zipped(tmp_path / "set.zip", PERSON)
    with pytest.raises(KeyboardInterrupt), archive.unpacked(path) as folder:
        assert [file.name for file in folder.iterdir()] == ["ssd_person.csv"]
        assert private in folder.parents
        assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
        raise KeyboardInterrupt
    assert list(private.iterdir()) == []
    # Nor when what it holds is read, or cannot be.
    assert [made.kind for made in read_all([path])] == ["ssd"]
    with pytest.raises(UserError):
        read_all([zipped(tmp_path / "other.zip", {"notes.txt": "nothing we read"})])
    assert list(private.iterdir()) == []


def test_a_workbook_is_no_zip_nor_is_another_document_and_a_zip_is_one_under_any_name(tmp_path: Path) -> None:
    book = workbook(tmp_path / "a.xlsx", {"List 1": [CONTACTS, contact()]})
    book.rename(tmp_path / "a.zip")
    assert not archive.is_zip(tmp_path / "a.zip")
    assert [made.kind for made in read_all([tmp_path / "a.zip"])] == ["annex_a"]
    letter = zipped(tmp_path / "letter.zip", {"[Content_Types].xml": "", "word/document.xml": ""})
    with pytest.raises(UserError, match="an archive, not an"):
        read_all([letter])
    assert [made.kind for made in read_all([zipped(tmp_path / "set.xlsx", PERSON)])] == ["ssd"]


def test_error_cells_are_named_where_they_stand(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        {
            "List 1": [
                [None] * 8,
                [None, *CONTACTS],
                [None, *contact("C1", "25/06/2026")],
                [None, *contact("#REF!", "25/06/2026")],
                [None, *contact("C3", "#DIV/0!")],
                [None, *contact("C4", "26/06/2026", Gender="#VALUE!")],
            ]
        },
    )
    submission = annex_a.read(path)
    assert [(i.row, i.column, i.severity) for i in submission.issues if "Excel's error" in i.what] == [
        (4, "Child Unique ID", "held back"),
        (5, "Date of Contact", "held back"),
        (6, "Gender", "kept"),
    ]
    assert submission.tables["ssd_contacts"].column("cont_person_id").to_pylist() == ["C1", "C4"]


def test_a_formula_left_as_text_is_nobody_s_id(tmp_path: Path) -> None:
    (tmp_path / "ssd_person.csv").write_text(
        'pers_person_id,pers_surname\n"=cmd|\'/c calc\'!A1",x\n=1+1,x\n"=""00123""",x\n@SUM(1),x\nC5,=A1\n'
    )
    submission = ssd.read(tmp_path / "ssd_person.csv")
    people = submission.tables["ssd_person"]
    assert people.column("pers_person_id").to_pylist() == ["00123", "C5"]
    assert people.column("pers_surname").to_pylist() == ["x", None]
    assert [(i.row, i.severity) for i in submission.issues] == [
        (2, "held back"), (3, "held back"), (5, "held back"), (6, "kept"),
    ]  # fmt: skip


@pytest.mark.parametrize("mac", [True, False])
def test_a_workbook_that_counts_days_from_1904_says_the_same_days(tmp_path: Path, mac: bool) -> None:
    book = openpyxl.Workbook()
    if mac:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    sheet.title = "List 1"
    sheet.append(CONTACTS)
    sheet.append(contact("C1", date(2026, 6, 5)))
    base = date(1904, 1, 1) if mac else date(1899, 12, 30)
    sheet.append(contact("C2", (date(2026, 6, 5) - base).days))
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert (
        annex_a.read(path).tables["ssd_contacts"].column("cont_contact_date").to_pylist()
        == [date(2026, 6, 5)] * 2
    )


def dates(tmp_path: Path, *rows: str) -> tuple[list[date], list[tuple[int | None, str]], tuple[str, ...]]:
    header = "cont_contact_id,cont_person_id,cont_contact_date\n"
    lines = [f"{n},C{n},{row}" for n, row in enumerate(rows)]
    (tmp_path / "ssd_contacts.csv").write_text(header + "\n".join(lines) + "\n")
    read = ssd.read(tmp_path / "ssd_contacts.csv")
    held = [(i.row, i.what) for i in read.issues]
    return read.tables["ssd_contacts"].column("cont_contact_date").to_pylist(), held, read.assumptions


def test_the_order_of_day_and_month_is_read_off_the_column(tmp_path: Path) -> None:
    assert dates(tmp_path, "05/06/2026", "25/06/2026")[:2] == ([date(2026, 6, 5), date(2026, 6, 25)], [])
    read, held, assumed = dates(tmp_path, "05/06/2026", "05/26/2026", "2026-01-02")
    assert read == [date(2026, 5, 6), date(2026, 5, 26), date(2026, 1, 2)] and not held
    assert any("month first" in line for line in assumed)


def test_one_mistyped_date_among_many_does_not_turn_the_column(tmp_path: Path) -> None:
    read, held, _ = dates(tmp_path, *(["25/06/2026"] * 40), "05/06/2026", "06/25/2026")
    assert read[-1] == date(2026, 6, 5)
    assert [row for row, _ in held] == [43]


@pytest.mark.parametrize("rows", [("05/06/2026",), ("05/06/2026", "25/06/2026", "06/25/2026")])
def test_where_nothing_says_which_order_the_doubtful_rows_are_held_back_and_shown(
    tmp_path: Path, rows: tuple[str, ...]
) -> None:
    read, held, _ = dates(tmp_path, *rows, "07/07/2026", "2026-08-09")
    assert date(2026, 6, 5) not in read and date(2026, 5, 6) not in read
    assert {date(2026, 7, 7), date(2026, 8, 9)} <= set(read)
    assert (
        2,
        "The cell can be read as two dates, and nothing else in the column says which; the row is held back.",
    ) in held


def test_a_column_that_says_nothing_goes_by_the_other_dates_of_the_sheet(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        {"List 1": [CONTACTS, contact("C1", "05/06/2026", **{"Date of Birth": "02/15/2015"})]},
    )
    submission = annex_a.read(path)
    assert submission.tables["ssd_contacts"].column("cont_contact_date").to_pylist() == [date(2026, 5, 6)]
