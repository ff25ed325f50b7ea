"""Several submissions of different kinds as one set of records, and what the manifest says of it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from undrift import records
from undrift.errors import UserError
from undrift.returns import annex_a

EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC\nC1,15/05/2025,S,C2,N1,U6,PR1,,\n"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER\nC1,F,13/02/2015,WBRI,UN1,0\n"
WORKERS = "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\nC1,13/02/2015,SW77,15/05/2025,,\n"
CENSUS = """<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year></CollectionDetails></Header>
<Children>{}</Children></Message>"""
CHILD = """<Child><ChildIdentifiers><LAchildID>{}</LAchildID><PersonBirthDate>2014-02-13</PersonBirthDate><Sex>M</Sex>
</ChildIdentifiers><ChildCharacteristics><Ethnicity>AOTH</Ethnicity></ChildCharacteristics>
<CINdetails><CINreferralDate>2025-05-15</CINreferralDate><ReferralSource>6</ReferralSource><ReferralNFA>0</ReferralNFA>
</CINdetails></Child>"""


@pytest.fixture
def looked_after(tmp_path: Path) -> Path:
    folder = tmp_path / "ssda903"
    folder.mkdir()
    for name, content in {"header": HEADER, "episodes": EPISODES, "sw": WORKERS}.items():
        (folder / f"{name}.csv").write_text(content)
    return folder


@pytest.fixture
def census(tmp_path: Path) -> Path:
    path = tmp_path / "cin.xml"
    path.write_text(CENSUS.format(CHILD.format("C1") + "\n" + CHILD.format("C2")))
    return path


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "annex_a.xlsx"
    child = {"Child Unique ID": "C3"}
    annex_a.write_workbook(path, {
        1: [child | {"Date of Contact": date(2026, 3, 5)}], 3: [child | {"Date of Referral": date(2026, 3, 5)}],
        8: [child | {"Date Started to be Looked After": date(2026, 3, 9)}],
    })  # fmt: skip
    return path


def load(home: Path, *paths: Path) -> records.Load:
    return records.load(paths, authority="Irwell", as_at=date(2026, 3, 31), by="Analyst", home=home).load


def column(home: Path, load_id: str, table: str, name: str) -> list[object]:
    records.build_live(load_id, home)
    rows = records.cursor(home).execute(f"SELECT {name} FROM records.{table} ORDER BY 1").fetchall()
    return [row[0] for row in rows]


def test_each_table_comes_from_one_submission_and_the_children_from_all(
    tmp_path: Path, looked_after: Path, census: Path, workbook: Path
) -> None:
    home = tmp_path / "home"
    done = load(home, workbook, census, looked_after)
    kinds = {name: note.kind for name, note in done.tables.items()}
    assert kinds["ssd_contacts"] == "annex_a"
    assert kinds["ssd_cin_episodes"] == "cin_census"
    assert kinds["ssd_cla_episodes"] == kinds["ssd_person"] == "ssda903"
    assert column(home, done.id, "ssd_person", "pers_person_id") == ["C1", "C2", "C3"]
    assert column(home, done.id, "ssd_person", "pers_sex") == [
        "F",
        "M",
        None,
    ]  # C1 as the first to say has it
    assert done.tables["ssd_cin_episodes"].extent == "open in the last 12 months to 31 March 2026"
    said = "\n".join(done.assumptions)
    assert "ssd_person: taken from SSDA903, with 1 row more from the children in need census." in said
    (once,) = [
        line for line in done.assumptions if "from the children in need census, not from Annex A" in line
    ]
    assert "ssd_cin_episodes" in once and "ssd_cin_assessments" in once
    assert "ssd_cla_visits: from Annex A, so its rows cannot be tied to those of ssd_cla_episodes" in said


def test_in_whatever_order_they_are_given(
    tmp_path: Path, looked_after: Path, census: Path, workbook: Path
) -> None:
    first = load(tmp_path / "a", workbook, census, looked_after)
    second = load(tmp_path / "b", looked_after, workbook, census)
    assert (first.id, first.tables, first.not_held) == (second.id, second.tables, second.not_held)


def test_the_dataset_is_believed_over_all_and_its_children_are_all_there_are(
    tmp_path: Path, looked_after: Path, census: Path
) -> None:
    folder = tmp_path / "ssd"
    folder.mkdir()
    (folder / "ssd_person.csv").write_text("pers_person_id\nC1\nC9\n")
    (folder / "ssd_professionals.csv").write_text(
        "prof_professional_id,prof_social_worker_registration_no,prof_professional_name\nW1,SW77,Invented\n"
    )
    home = tmp_path / "home"
    done = load(home, looked_after, census, folder)
    assert column(home, done.id, "ssd_person", "pers_person_id") == ["C1", "C9"]
    # The return's registration number is the dataset's worker.
    assert column(home, done.id, "ssd_involvements", "invo_professional_id") == ["W1"]


def test_one_kind_twice_is_refused(tmp_path: Path, census: Path) -> None:
    other = tmp_path / "other.xml"
    other.write_text(census.read_text() + "\n")
    with pytest.raises(records.store.UserError, match="Two of the returns given"):
        load(tmp_path / "home", census, other)


def test_a_folder_may_hold_any_returns_and_forms_together(
    tmp_path: Path, looked_after: Path, census: Path, workbook: Path
) -> None:
    folder = tmp_path / "all of it"
    folder.mkdir()
    for file in (census, workbook, *looked_after.iterdir()):
        shutil.copy(file, folder)
    (folder / "ssd_department.csv").write_text("dept_team_id,dept_team_name\nT1,Duty\n")
    (folder / "core.csv").write_text("Child ID,Date of core group\nC1,2026-03-05\n")
    (folder / "pep.csv").write_text("Child ID,PEP date\nC1,2026-03-05\n")
    (folder / "sen2.csv").write_text("collection,year\nSEN2,2026\n")
    (folder / "person.csv").write_text("persontableid,surname,personbirthdate\n1,Lee,2015-02-13\n")
    (folder / "readme.txt").write_text("Sent by post.")
    (folder / "old.xlsx").write_bytes(b"")
    (folder / "last year").mkdir()
    together = records.store.read([folder], as_at=date(2026, 3, 31))
    kinds = ["annex_a", "cin_census", "forms", "forms", "sen2", "ssd", "ssda903"]
    assert sorted(submission.kind for submission in together.submissions) == kinds
    apart = records.store.read(
        [
            census,
            workbook,
            looked_after,
            *(folder / f"{n}.csv" for n in ("ssd_department", "core", "pep", "person")),
        ],
        as_at=date(2026, 3, 31),
    )
    assert {n: t.num_rows for n, t in together.tables.items()} == {
        n: t.num_rows for n, t in apart.tables.items()
    }
    left_out = [note for note in together.assumptions if "left out" in note]
    assert sorted(note.partition(":")[0] for note in left_out) == ["last year", "old.xlsx", "readme.txt"]


def test_a_folder_with_nothing_known_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("Sent by post.")
    with pytest.raises(UserError, match="No file in this folder"):
        records.store.read([tmp_path], as_at=date(2026, 3, 31))


def test_a_folder_of_folders_is_looked_into_and_no_further(tmp_path: Path, looked_after: Path) -> None:
    whole = tmp_path / "sent"
    (whole / "ssda903").mkdir(parents=True)
    for file in looked_after.iterdir():
        shutil.copy(file, whole / "ssda903")
    (whole / "notes" / "deeper").mkdir(parents=True)
    (whole / "notes" / "deeper" / "ssd_department.csv").write_text("dept_team_id\nT1\n")
    (whole / "letters").mkdir()
    (whole / "letters" / "one.txt").write_text("Dear all")
    reading = records.store.read([whole], as_at=date(2026, 3, 31))
    assert [submission.kind for submission in reading.submissions] == ["ssda903"]
    assert "ssd_department" not in reading.tables
    said = "\n".join(reading.assumptions)
    assert "letters: left out." in said and "notes: left out." in said
