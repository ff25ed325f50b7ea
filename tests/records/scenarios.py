"""What is killed, from what state, and how what is left is looked at. Used by `killer`, in a process of its own."""

import itertools
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from undrift import records
from undrift.records import erased, live
from undrift.records.erase import erase, finish
from undrift.records.search import places

FIRST, SECOND = date(2026, 9, 30), date(2026, 10, 1)
Scenario = tuple[Callable[[], Path], Callable[[Path], Any], Callable[[Path], Any]]


def write_files(folder: Path) -> tuple[Path, Path]:
    """Two small submissions: two contacts, then three."""
    made = []
    for name, contacts in (("first", 2), ("second", 3)):
        files = folder / name
        files.mkdir(parents=True, exist_ok=True)
        (files / "ssd_person.csv").write_text("pers_person_id\nC1\nC2\n")
        rows = "".join(f"{n},C{n % 2 + 1},2026-06-0{n + 1}\n" for n in range(contacts))
        (files / "ssd_contacts.csv").write_text("cont_contact_id,cont_person_id,cont_contact_date\n" + rows)
        made.append(files)
    return made[0], made[1]


def load(home: Path, files: Path, as_at: date) -> str:
    done = records.load([files], authority="Irwell", as_at=as_at, by="Analyst", home=home)
    records.build_live(done.load.id, home)
    return done.load.id


def state(home: Path) -> dict[str, Any]:
    """The loads, each whole; what is served, and that it is whole; what is half made."""
    live._open.clear()
    for item in records.loads(home):
        assert records.verify(home, item.id) == [], item.id
    row = records.cursor(home).execute("SELECT count(*) FROM records.ssd_contacts").fetchone()
    assert row is not None
    half = [
        p.name
        for pattern in ("loads/.*", "live/*.building*", "live/.*", "erasures/.*")
        for p in home.glob(pattern)
    ]
    return {
        "loads": [item.id for item in records.loads(home)],
        "serving": records.current_load(home).id,
        "contacts": row[0],
        "half made": half,
        "files": len(list((home / "live").glob("*.duckdb"))),
    }


def _fresh(folder: Path, make: Callable[[Path], None]) -> Callable[[], Path]:
    """Copies of one home, made once in a child that does not outlive it."""
    count = itertools.count()
    base = folder / "base"

    def fresh() -> Path:
        from tests.records.killer import child

        if not base.exists():
            assert not child(lambda: make(base)).faults
        nth = next(count)
        home = folder / f"home{nth}"
        shutil.rmtree(folder / f"home{nth - 1}", ignore_errors=True)
        return Path(shutil.copytree(base, home))

    return fresh


def loading(folder: Path) -> Scenario:
    """A second load, and its live file, over a first that is being served."""
    first, second = write_files(folder)
    return (
        _fresh(folder, lambda home: load(home, first, FIRST) and None),
        lambda home: load(home, second, SECOND),
        state,
    )


def _erase(home: Path) -> None:
    """Erase C1, or finish doing so when that was begun; nothing when it is done."""
    if erased.pending(home):
        finish(home, load_nothing)
    elif not erased.acts(home):
        erase(home, ["C1"], reason="asked", by="Officer", rebuild=load_nothing)


def load_nothing(load_id: str) -> None:
    """No live file here: its own building and swapping are killed in `loading`."""


def _left(home: Path) -> dict[str, Any]:
    """How many of C1's rows are left in each load, through every table; what is remembered; what is half made."""
    rows = []
    for item in records.loads(home):
        with records.one_person(home, item.id, "C1") as con:
            count = "SELECT (SELECT count(*) FROM records.ssd_cla_episodes) + (SELECT count(*) FROM records.ssd_cla_reviews)"
            row = con.execute(count).fetchone()
            assert row is not None
            rows.append(row[0])
    over = bool(erased.acts(home)) and not erased.pending(home)
    return {
        "rows": rows,
        "begun": bool(erased.acts(home)),
        "remembered": bool(erased.remembered(home, "Irwell")),
        "over": over,
        "faults": [fault for item in records.loads(home) for fault in records.verify(home, item.id)],
        "counts": [each["rows"] for act in erased.acts(home) for each in act["loads"]] if over else [],
        "found": [place.file for place in places(home, ["C1", "P1"])[0]] if over else [],
        "half made": [p.name for p in home.rglob(".*") if p.name != ".turn"],
    }


def erasing(folder: Path) -> Scenario:
    """A person taken out of two loads, of rows that name them and rows that do so only through those."""
    files = folder / "files"
    files.mkdir(parents=True)
    (files / "ssd_cla_episodes.csv").write_text(
        "clae_cla_episode_id,clae_person_id,clae_cla_id\nE1,C1,P1\nE2,C2,P2\nE3,C1,P1\n"
    )
    (files / "ssd_cla_reviews.csv").write_text("clar_cla_review_id,clar_cla_id\nV1,P1\nV2,P2\n")

    def make(home: Path) -> None:
        for as_at in (FIRST, SECOND):
            records.load([files], authority="Irwell", as_at=as_at, by="Analyst", home=home)

    return _fresh(folder, make), _erase, _left


SCENARIOS: dict[str, Callable[[Path], Scenario]] = {"loading": loading, "erasing": erasing}
