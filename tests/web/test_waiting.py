"""The place where files wait to be loaded: private, bounded, one person's, and emptied whatever happens."""

import json
import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undrift.errors import UserError
from undrift.records.checked import Checked
from undrift.records.erase import _empty_cache
from undrift.web import waiting
from undrift.web.waiting import KEPT, MOST_FILES, SENT, place, plain_name, receive

AS_AT = date(2026, 9, 30)


@dataclass
class Sent:
    name: str | None
    content: bytes = b"pers_person_id\nC1\n"

    def chunks(self) -> Iterator[bytes]:
        yield self.content


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def waits(home: Path) -> list[Path]:
    return [path for path in place(home).rglob("*") if path.is_file()]


def aged(home: Path, token: str, by: timedelta) -> None:
    about = place(home) / token / "about.json"
    said = json.loads(about.read_text())
    said["at"] = (datetime.fromisoformat(said["at"]) - by).isoformat()
    about.write_text(json.dumps(said))


def test_what_is_received_is_its_owner_s_alone(home: Path) -> None:
    here = receive(home, "amira", AS_AT, [Sent("ssd_person.csv"), Sent("ssd_contacts.csv")])
    here.keep(Checked())
    for path in [place(home), *place(home).rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
    # And the site's static files, all that is served of the disk, are somewhere else.
    assert "cache" in here.folder.parts and home in here.folder.parents
    # And the address says nothing: it is made at random.
    assert len(here.token) == 32 and "amira" not in here.token and "person" not in here.token
    assert [path.name for path in here.files] == ["ssd_contacts.csv", "ssd_person.csv"]
    assert here.paths == [here.folder / SENT]
    found = waiting.of(home, here.token, "amira")
    assert found == here and found.checked() == Checked()
    assert waiting.of(home, here.token, "tom") is None
    assert waiting.whose(home, "amira") == here and waiting.whose(home, "tom") is None


@pytest.mark.parametrize("token", ["", "..", "../x", "A" * 32, "0" * 31, "0" * 32 + "/..", "0" * 32 + "\n"])
def test_no_address_leads_out_of_the_place(home: Path, token: str) -> None:
    (home / "about.json").write_text(json.dumps({"who": "amira", "at": datetime.now(UTC).isoformat(), "as_at": "2026-09-30"}))  # fmt: skip
    assert waiting.of(home, token, "amira") is None


@pytest.mark.parametrize(
    ("name", "stands_as"),
    [
        ("../../etc/passwd", "passwd"), ("..\\..\\x.csv", "x.csv"), ("/etc/x.csv", "x.csv"), ("C:\\a\\b.xlsx", "b.xlsx"),
        (".hidden.csv", "hidden.csv"), ("..", "file"), ("", "file"), (None, "file"), ("a\x00\nb.csv", "ab.csv"),
        ("x" * 300 + ".xlsx", "x" * 115 + ".xlsx"),
    ],
)  # fmt: skip
def test_a_name_can_stand_nowhere_but_in_its_own_folder(home: Path, name: str | None, stands_as: str) -> None:
    here = receive(home, "amira", AS_AT, [Sent(name)])
    assert [path.name for path in here.files] == [stands_as]
    assert here.paths == here.files
    assert {path.parent for path in waits(home)} == {here.folder, here.folder / SENT}


@given(st.text(max_size=300))
def test_whatever_the_name(name: str) -> None:
    said = plain_name(name)
    assert said == Path(said).name and said not in (".", "..") and len(said.encode()) <= 250


def test_two_of_a_name_too_many_and_too_large_leave_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UserError, match=r"Two of the files are called A\.csv"):
        receive(home, "amira", AS_AT, [Sent("a.csv"), Sent("A.csv")])
    with pytest.raises(UserError, match=f"more than {MOST_FILES} files"):
        receive(home, "amira", AS_AT, [Sent(f"{n}.csv") for n in range(MOST_FILES + 1)])
    with pytest.raises(UserError, match="No file was sent"):
        receive(home, "amira", AS_AT, [])
    monkeypatch.setattr(waiting, "MOST_BYTES", 1_000_000)
    with pytest.raises(UserError, match="larger than 1 MB together"):
        receive(home, "amira", AS_AT, [Sent("a.csv", b"x" * 600_000), Sent("b.csv", b"x" * 600_000)])
    assert list(place(home).iterdir()) == []


def test_the_place_itself_is_bounded_over_everybody(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "MOST_OF_ALL", 3_000)
    tom = receive(home, "tom", AS_AT, [Sent("a.csv", b"x" * 2_000)])
    with pytest.raises(UserError, match="too much is waiting"):
        receive(home, "amira", AS_AT, [Sent("b.csv", b"x" * 2_000)])
    assert list(place(home).iterdir()) == [tom.folder]


def test_what_is_sent_next_takes_the_place_of_what_was_sent_before(home: Path) -> None:
    before, tom = receive(home, "amira", AS_AT, [Sent("a.csv")]), receive(home, "tom", AS_AT, [Sent("a.csv")])
    with pytest.raises(UserError):
        receive(home, "amira", AS_AT, [])
    assert waiting.whose(home, "amira") == before
    after = receive(home, "amira", AS_AT, [Sent("b.csv")])
    assert set(place(home).iterdir()) == {after.folder, tom.folder}


def test_time_is_up_after_two_hours_and_not_before(home: Path) -> None:
    here = receive(home, "amira", AS_AT, [Sent("a.csv")])
    aged(home, here.token, KEPT / 2)
    waiting.sweep(home)
    assert waiting.of(home, here.token, "amira") is not None
    aged(home, here.token, KEPT / 2)
    # It is shown no more, even before anything has swept; and the sweep deletes it.
    assert waiting.of(home, here.token, "amira") is None and here.folder.exists()
    waiting.sweep(home)
    assert list(place(home).iterdir()) == []


def test_another_check_gives_no_more_time(home: Path) -> None:
    here = receive(home, "amira", AS_AT, [Sent("a.csv")])
    aged(home, here.token, timedelta(minutes=90))
    known = waiting.of(home, here.token, "amira")
    assert known is not None
    known.speaks_for(date(2026, 8, 31)).keep(Checked())
    again = waiting.of(home, here.token, "amira")
    assert again is not None and (again.until, again.as_at) == (known.until, date(2026, 8, 31))


def test_what_a_crash_left_half_received_goes_too(home: Path) -> None:
    half = place(home) / ("0" * 32)
    (half / SENT).mkdir(parents=True)
    (half / SENT / "a.csv").write_text("C1")
    upload = place(home) / "tmp123.upload.csv"
    upload.write_text("C1")
    waiting.sweep(home)  # it may still be arriving
    assert half.exists() and upload.exists()
    for path in (half, upload):
        long_ago = (datetime.now(UTC) - KEPT - timedelta(minutes=1)).timestamp()
        os.utime(path, (long_ago, long_ago))
    waiting.sweep(home)
    assert not half.exists() and not upload.exists()
    # And at the start of the site all goes, however new.
    receive(home, "amira", AS_AT, [Sent("a.csv")])
    waiting.clear(home)
    assert list(place(home).iterdir()) == []


def test_a_site_that_nobody_visits_sweeps_all_the_same(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = receive(home, "amira", AS_AT, [Sent("a.csv")])
    aged(home, here.token, KEPT)
    monkeypatch.setattr(waiting, "_EVERY", 0.01)
    waiting.keep_sweeping(home)
    for _ in range(60_000):
        if not here.folder.exists():
            return
        time.sleep(0.01)
    pytest.fail("nothing swept within ten minutes")


def test_an_erasure_empties_the_place(home: Path) -> None:
    """What waits may be about the person erased; and the search that proves an erasure would find them there."""
    here = receive(home, "amira", AS_AT, [Sent("a.csv")])
    _empty_cache(home)
    assert waits(home) == [] and waiting.of(home, here.token, "amira") is None


def test_what_the_stopping_server_loads_is_light() -> None:
    """Its first process takes part in nothing but starting and stopping; DuckDB, loaded as it stops, would tell at length
    on the screen what of itself is left."""
    code = "import sys; from undrift.web import hooks, waiting; sys.exit('duckdb' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
