"""What a killed process leaves of a ZIP is a child's data in the clear: the next run of anything removes it."""

import signal
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from undrift.errors import UserError
from undrift.records.turn import writers_turn
from undrift.returns.private import private_folder
from undrift.returns.recognise import read_all

UNPACK = """
import sys, time
from pathlib import Path
from undrift.returns.archive import unpacked
with unpacked(Path(sys.argv[1])) as folder:
    print(folder, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that a process was killed beside, in a temporary place that holds nothing else of anybody's."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    with zipfile.ZipFile(tmp_path / "set.zip", "w") as made:
        made.writestr("header.csv", "CHILD,SEX\nC1,1\n")
    unpacking = subprocess.Popen(
        [sys.executable, "-c", UNPACK, str(tmp_path / "set.zip")], stdout=subprocess.PIPE, text=True
    )
    assert unpacking.stdout
    folder = Path(unpacking.stdout.readline().strip())
    assert (folder / "header.csv").exists() and folder.is_relative_to(place)
    with pytest.raises(UserError):
        read_all([tmp_path / "nothing"])
    assert (folder / "header.csv").exists(), "in use, so nobody else's to remove"
    unpacking.send_signal(signal.SIGKILL)
    unpacking.communicate()
    assert (folder / "header.csv").exists(), "which the kill left"
    return place


def test_a_later_reading_removes_what_a_killed_one_left(left: Path, tmp_path: Path) -> None:
    (left / "undrift-and-not-ours").mkdir()
    with private_folder() as mine, pytest.raises(UserError):
        assert not mine.stat().st_mode & 0o077
        read_all([tmp_path / "nothing"])
    assert [path.name for path in left.iterdir()] == ["undrift-and-not-ours"]


def test_so_does_whoever_writes_next_as_an_erasure_does(left: Path, tmp_path: Path) -> None:
    with writers_turn(tmp_path / "home"):
        assert not list(left.iterdir())
