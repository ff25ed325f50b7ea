"""What is renamed is on the disk before, and its name on the disk after: a power cut leaves nothing named and empty.

No test can cut the power. What can be held is the order: everything in what is renamed was flushed after it was last
written, and the folder that names it is flushed before anything else is renamed.
"""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from undrift import records
from undrift.measures import comparators
from undrift.records import links

AS_AT = date(2026, 9, 30)
CONTACTS = "cont_contact_id,cont_person_id,cont_contact_date\n1,C1,2026-06-05\n"


class Disk:
    """What has been flushed, and every rename, in order."""

    def __init__(self) -> None:
        self.flushed: dict[Path, int] = {}
        self.renamed: list[Path] = []
        self.owed: set[Path] = set()

    def fsync(self, handle: int) -> None:
        path = Path(os.readlink(f"/proc/self/fd/{handle}"))
        self.flushed[path] = path.stat().st_mtime_ns
        self.owed.discard(path)

    def rename(self, before: Path, after: Path) -> None:
        assert not self.owed, f"{after.name} is renamed while a name given before it may be lost: {self.owed}"
        for path in [before, *(before.rglob("*") if before.is_dir() else [])]:
            assert self.flushed.get(path) == path.stat().st_mtime_ns, f"{path.name} may be empty"
        self.renamed.append(after)
        self.owed.add(after.parent)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    seen = Disk()
    fsync, rename, replace = os.fsync, os.rename, os.replace

    def flush(handle: int) -> None:
        fsync(handle)
        seen.fsync(handle)

    def renamed(before: Path, after: Path) -> None:
        seen.rename(Path(before), Path(after))
        rename(before, after)

    def replaced(before: Path, after: Path) -> None:
        seen.rename(Path(before), Path(after))
        replace(before, after)

    for name, watched in (("fsync", flush), ("rename", renamed), ("replace", replaced)):
        monkeypatch.setattr(os, name, watched)
    yield seen
    assert not seen.owed, f"no folder was flushed after the last rename: {seen.owed}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "ssd"
    path.mkdir()
    (path / "ssd_person.csv").write_text("pers_person_id,pers_dob\nC1,2015-02-01\n")
    (path / "ssd_contacts.csv").write_text(CONTACTS)
    return path


def test_a_load_and_the_live_file_are_on_the_disk_before_they_are_named(
    folder: Path, tmp_path: Path, disk: Disk
) -> None:
    home = tmp_path / "home"
    load = records.load([folder], authority="Irwell", as_at=AS_AT, by="test", home=home).load
    live = records.build_live(load.id, home)
    assert [path.name for path in disk.renamed] == [load.id, live.name, "CURRENT"]
    assert {home, home / "loads", home / "live"} <= disk.flushed.keys()


def test_so_are_what_people_said_of_two_ids_and_the_figures_of_others(tmp_path: Path, disk: Disk) -> None:
    links.keep_confirmed(tmp_path, [links.SameChild("C2", "C1")])
    figures = tmp_path / "figures.csv"
    figures.write_text(
        f"{','.join(comparators.COLUMNS)}\ncpp_rate,9,Local authority,999,Elsewhere,2024,43.5,\n"
    )
    comparators.load(figures, home=tmp_path)
    assert len(disk.renamed) == 2
