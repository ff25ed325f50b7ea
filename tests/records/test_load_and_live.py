"""Loads that are whole, immutable and repeatable; a live file that is never half built."""

import fcntl
import os
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from undrift import records
from undrift.errors import UserError
from undrift.records import live, store
from undrift.records.command import run_verify
from undrift.records.tables import tables
from undrift.records.turn import is_taken, writers_turn
from undrift.returns import annex_a

AS_AT = date(2026, 9, 30)
CONTACTS = "cont_contact_id,cont_person_id,cont_contact_date\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "ssd"
    path.mkdir()
    (path / "ssd_person.csv").write_text("pers_person_id,pers_dob\nC1,2015-02-01\n")
    (path / "ssd_contacts.csv").write_text(CONTACTS + "1,C1,2026-06-05\n2,C1,2026-07-01\n")
    return path


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "annex_a.xlsx"
    contact = {"Child Unique ID": "C7", "Date of Contact": date(2026, 6, 5)}
    referral = {
        "Child Unique ID": "C1",
        "Date of Referral": date(2026, 6, 5),
        "Allocated Team": "assessment  BROOK",
    }
    annex_a.write_workbook(path, {1: [contact], 3: [referral]})
    return path


@pytest.fixture(autouse=True)
def forget_connections() -> Iterator[None]:
    yield
    for held in live._open.values():
        held.con.close()
    live._open.clear()


def load(home: Path, *paths: Path, as_at: date = AS_AT, authority: str = "Irwell") -> records.LoadResult:
    return records.load(paths, authority=authority, as_at=as_at, by="Analyst", home=home)


def one(home: Path, sql: str) -> object:
    row = records.cursor(home).execute(sql).fetchone()
    return row[0] if row and len(row) == 1 else row


def test_loads_stand_in_the_order_they_were_kept_whatever_the_clock_says(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [datetime(2026, 10, 1, 9, 0, second, tzinfo=UTC) for second in (5, 5, 5, 3, 3, 0, 0)]

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return clock[min(len(made), len(clock) - 1)]

    monkeypatch.setattr(store, "datetime", Clock)
    made: list[str] = []
    for _ in clock:
        with (folder / "ssd_contacts.csv").open("a") as file:
            file.write(f"{len(made) + 3},C1,2026-07-01\n")
        made.append(load(home, folder).load.id)
    assert [item.id for item in records.loads(home)] == made
    assert records.as_known_on(home, AS_AT).id == made[-1]


def test_a_load_is_its_manifest_and_a_parquet_file_a_table(home: Path, folder: Path) -> None:
    done = load(home, folder).load
    kept = {path.name for path in (home / "loads" / done.id).iterdir()}
    assert kept == {"load.json", "issues.parquet", "ssd_person.parquet", "ssd_contacts.parquet"}
    assert records.read_load(home, done.id) == done
    assert done.tables["ssd_contacts"].rows == 2 and done.tables["ssd_contacts"].kind == "ssd"
    assert "ssd_cp_visits" in done.not_held
    assert {file.name for file in done.files} == {"ssd_person.csv", "ssd_contacts.csv"}


def test_the_same_again_is_a_no_op_and_any_difference_is_another_load(home: Path, folder: Path) -> None:
    first = load(home, folder)
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*")}
    again = load(home, folder)
    assert (first.already, again.already) == (False, True)
    assert again.load == first.load
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*")} == before
    others = {
        load(home, folder, as_at=date(2026, 9, 29)).load.id,
        load(home, folder, authority="Elsewhere").load.id,
    }
    with (folder / "ssd_contacts.csv").open("a") as file:
        file.write("3,C1,2026-08-01\n")
    others.add(load(home, folder).load.id)
    assert len(others | {first.load.id}) == 4
    assert len(records.loads(home)) == 4


def test_one_file_at_a_time_or_the_folder_is_the_same_load(home: Path, folder: Path) -> None:
    together = load(home, folder)
    apart = load(home, folder / "ssd_contacts.csv", folder / "ssd_person.csv")
    assert apart.already and apart.load.id == together.load.id


def test_of_two_submissions_the_dataset_stands_and_the_manifest_says_so(
    home: Path, folder: Path, workbook: Path
) -> None:
    (folder / "ssd_department.csv").write_text("dept_team_id,dept_team_name\nAB,Assessment Brook\n")
    done = load(home, workbook, folder).load
    assert {
        name: note.kind for name, note in done.tables.items() if name in ("ssd_contacts", "ssd_cin_episodes")
    } == {
        "ssd_contacts": "ssd",
        "ssd_cin_episodes": "annex_a",
    }
    assert done.tables["ssd_contacts"].files == ("ssd_contacts.csv",)
    assert done.tables["ssd_cin_episodes"].extent == "referred or open in the last 6 months"
    taken = next(
        s
        for s in done.assumptions
        if s.startswith("Taken from the Standard Safeguarding Dataset, not from Annex A")
    )
    assert "ssd_contacts" in taken
    records.build_live(done.id, home)
    assert one(home, "SELECT count(*) FROM records.ssd_contacts") == 2
    # The workbook names the team; the dataset has an id for it.
    assert one(home, "SELECT cine_referral_team FROM records.ssd_cin_episodes") == "AB"


def test_two_submissions_of_a_kind_that_give_one_table_are_refused(
    home: Path, workbook: Path, tmp_path: Path
) -> None:
    annex_a.write_workbook(tmp_path / "b.xlsx", {1: [{"Child Unique ID": "C9", "Date of Contact": AS_AT}]})
    with pytest.raises(UserError, match="Two of the returns given hold"):
        load(home, workbook, tmp_path / "b.xlsx")
    assert not (home / "loads").exists()


def test_a_row_the_rules_hold_back_is_not_loaded_and_is_listed(home: Path, folder: Path) -> None:
    (folder / "ssd_contacts.csv").write_text(CONTACTS + "1,C1,2026-06-05\n1,C1,2026-06-06\n2,C1,2027-01-01\n")
    result = load(home, folder)
    assert result.load.tables["ssd_contacts"].rows == 2
    assert result.load.rows_held_back == 1
    listed = pq.read_table(home / "loads" / result.load.id / "issues.parquet").to_pylist()
    assert [(i["row"], i["code"]) for i in listed] == [(3, "duplicate_key"), (4, "date_after_as_at")]


def test_a_rules_issue_names_the_column_as_the_sheet_does(home: Path, tmp_path: Path) -> None:
    row = {"Child Unique ID": "C1", "Date of Contact": date(2027, 1, 1)}
    annex_a.write_workbook(tmp_path / "a.xlsx", {1: [row]})
    issues = load(home, tmp_path / "a.xlsx").issues
    assert [(i.sheet, i.row, i.column) for i in issues if i.code == "date_after_as_at"] == [
        ("List 1", 2, "Date of Contact")
    ]


def test_the_live_file_has_every_table_typed_whether_held_or_not(home: Path, folder: Path) -> None:
    records.build_live(load(home, folder).load.id, home)
    con = records.cursor(home)
    for table in tables().values():
        described = con.execute(
            "SELECT column_name, data_type FROM information_schema.columns"
            f" WHERE table_schema = 'records' AND table_name = '{table.name}' ORDER BY ordinal_position"
        ).fetchall()
        assert described == [(column.name, column.sql_type) for column in table.columns]
    assert one(
        home, "SELECT cont_contact_date FROM records.ssd_contacts WHERE cont_contact_id = '2'"
    ) == date(2026, 7, 1)
    assert one(home, "SELECT count(*) FROM records.load") == 1
    sources = con.execute('SELECT "table", held, rows, extent, why_not FROM records.sources').fetchall()
    assert {row[0] for row in sources} == set(tables())
    assert ("ssd_contacts", True, 2, "all", None) in sources
    assert ("ssd_cp_visits", False, 0, "not held", "no file of this name was sent") in sources


def test_connecting_before_any_load_says_what_to_do(home: Path) -> None:
    with pytest.raises(UserError, match="Nothing has been loaded"):
        records.connect(home)


def test_one_connection_a_process_until_the_pointer_moves(home: Path, folder: Path) -> None:
    first = load(home, folder).load
    records.build_live(first.id, home)
    con = records.connect(home)
    assert records.connect(home) is con
    under_way = records.cursor(home)
    second = load(home, folder, as_at=date(2026, 10, 1)).load
    records.build_live(second.id, home)
    assert records.current_load(home) == second
    # A request under way finishes on the file it began with.
    assert under_way.execute("SELECT load_id FROM records.load").fetchone() == (first.id,)


def test_the_same_load_rebuilt_is_seen_at_once(home: Path, folder: Path) -> None:
    load_id = load(home, folder).load.id
    records.build_live(load_id, home)
    held_open = records.cursor(home)

    def two(con: duckdb.DuckDBPyConnection) -> None:
        con.execute("CREATE TABLE built AS SELECT 2 AS n")

    records.build_live(load_id, home, steps=[two])
    assert one(home, "SELECT n FROM built") == 2
    held_open.close()


def test_nobody_can_write_to_the_live_file(home: Path, folder: Path) -> None:
    records.build_live(load(home, folder).load.id, home)
    with pytest.raises(duckdb.InvalidInputException):
        records.cursor(home).execute("DELETE FROM records.ssd_contacts")


def test_a_step_that_fails_leaves_the_last_good_file_serving(home: Path, folder: Path) -> None:
    first = load(home, folder).load
    records.build_live(first.id, home)
    second = load(home, folder, as_at=date(2026, 10, 1)).load

    def broken(con: duckdb.DuckDBPyConnection) -> None:
        con.execute("SELECT * FROM nothing_of_the_kind")

    with pytest.raises(duckdb.CatalogException):
        records.build_live(second.id, home, steps=[broken])
    assert records.current_load(home) == first
    assert len(list((home / "live").glob("*.duckdb"))) == 1
    assert not list((home / "live").glob("*.building*"))


def test_a_failure_between_build_and_swap_leaves_the_last_good_file_serving(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load(home, folder).load
    records.build_live(first.id, home)
    second = load(home, folder, as_at=date(2026, 10, 1)).load

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            records.build_live(second.id, home)
    assert records.current_load(home) == first
    records.build_live(second.id, home)
    assert records.current_load(home) == second


@pytest.mark.parametrize("moment", ["pq.write_table", "os.rename", "os.replace", "live.fill", "live._point"])
def test_a_kill_at_a_bad_moment_leaves_the_last_good_load_and_file(
    home: Path, folder: Path, moment: str
) -> None:
    first = load(home, folder).load
    records.build_live(first.id, home)
    script = f"""
        import os, signal
        from datetime import date
        from pathlib import Path
        import pyarrow.parquet as pq
        from undrift import records
        from undrift.records import live
        def die(*_, **__): os.kill(os.getpid(), signal.SIGKILL)
        {moment} = die
        home, folder = Path({str(home)!r}), Path({str(folder)!r})
        done = records.load([folder], authority="Irwell", as_at=date(2026, 10, 1), by="x", home=home)
        records.build_live(done.load.id, home)
    """
    killed = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], check=False, capture_output=True)
    assert killed.returncode == -9, killed.stderr.decode()
    assert records.current_load(home) == first
    assert one(home, "SELECT count(*) FROM records.ssd_contacts") == 2
    whole = [item for item in records.loads(home) if item.as_at == date(2026, 10, 1)]
    assert len(whole) == (0 if moment in ("pq.write_table", "os.rename") else 1)
    # And the same command again finishes what was cut short.
    again = load(home, folder, as_at=date(2026, 10, 1))
    records.build_live(again.load.id, home)
    assert records.current_load(home) == again.load


def test_a_load_that_fails_half_way_leaves_nothing(
    home: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(store, "_issue_table", fail)
        with pytest.raises(OSError):
            load(home, folder)
    assert records.loads(home) == []
    assert list((home / "loads").iterdir()) == []


def test_readers_never_see_a_half_built_file(home: Path, folder: Path) -> None:
    first = load(home, folder).load
    records.build_live(first.id, home)
    seen: set[object] = set()
    stop = threading.Event()

    def read_on() -> None:
        while not seen or not stop.is_set():  # once at least, however busy the machine
            rows = records.cursor(home).execute("SELECT count(*) FROM records.ssd_contacts").fetchone()
            seen.add(rows)

    reader = threading.Thread(target=read_on)
    reader.start()
    for day in range(1, 4):
        records.build_live(load(home, folder, as_at=date(2026, 10, day)).load.id, home)
    stop.set()
    reader.join()
    assert seen == {(2,)}


def test_a_load_says_whether_it_is_still_as_it_was_written(
    home: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done = load(home, folder).load
    assert records.verify(home, done.id) == [] and run_verify(home) == 0
    place = home / "loads" / done.id
    people = pq.read_table(place / "ssd_person.parquet")
    pq.write_table(people.slice(0, 0), place / "ssd_person.parquet")
    (place / "ssd_contacts.parquet").unlink()
    pq.write_table(people, place / "ssd_added.parquet")
    assert records.verify(home, done.id) == [
        "ssd_contacts.parquet is missing",
        "ssd_added.parquet was not part of the load",
        "ssd_person.parquet is not as it was written",
    ]
    assert run_verify(home) == 1
    assert "ssd_contacts.parquet is missing" in capsys.readouterr().out


def test_what_a_killed_writer_left_is_cleared_by_the_next(home: Path, folder: Path) -> None:
    (home / "loads" / ".20260930-irwell-1234").mkdir(parents=True)
    (home / "live").mkdir()
    (home / "live" / "x.1234.building.wal").write_text("half")
    (home / "live" / ".CURRENT.1234").write_text("half")
    load(home, folder)
    assert [path.name for path in (home / "loads").glob(".*")] == []
    assert list((home / "live").iterdir()) == []


def test_writers_wait_for_their_turn(home: Path, folder: Path) -> None:
    """Two processes load different days at once: both are kept, and neither sweeps the other's work away."""
    script = f"""
        import sys
        from datetime import date
        from pathlib import Path
        from undrift import records
        for day in range(1, 6):
            done = records.load([Path({str(folder)!r})], authority=sys.argv[1], as_at=date(2026, 10, day), by="x",
                                home=Path({str(home)!r}))
            records.build_live(done.load.id, Path({str(home)!r}))
    """
    both = [
        subprocess.Popen([sys.executable, "-c", textwrap.dedent(script), name])
        for name in ("Irwell", "Elsewhere")
    ]
    assert [process.wait() for process in both] == [0, 0]
    assert len(records.loads(home)) == 10
    assert all(records.verify(home, item.id) == [] for item in records.loads(home))


def test_whether_somebody_is_writing_can_be_asked_without_waiting(home: Path) -> None:
    assert not is_taken(home)
    with writers_turn(home):
        assert is_taken(home)
    assert not is_taken(home)


def test_two_who_ask_at_once_whether_somebody_is_writing_are_not_told_of_each_other(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writers_turn(home):
        pass
    really = fcntl.flock
    told: list[bool] = []

    def asked_meanwhile(handle: int, how: int) -> None:
        really(handle, how)
        if not told:
            told.append(True)
            told[0] = is_taken(home)

    monkeypatch.setattr(fcntl, "flock", asked_meanwhile)
    assert (is_taken(home), told) == (False, [False])
