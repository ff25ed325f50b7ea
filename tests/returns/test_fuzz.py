"""Every reader fed what no writer writes: never anything but a submission, or one error in the reader's words.

What is sent is made from the specifications and from what our writers make of them, spoilt byte by byte and cell by
cell; what reaches a line of the readers that nothing before had reached is kept and spoilt further. A few of each form
are tried here; `make fuzz` goes on for UNDRIFT_FUZZ seconds a form, from a seed it prints. What it finds it writes to
build/fuzz: put right, the file goes into tests/returns/finds, where it is tried every time.
"""

import os
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tests.returns.spoiling import KINDS, Sent, as_text, from_specification, from_text, spoilt, starts
from undrift import returns
from undrift.errors import UserError
from undrift.records import store
from undrift.returns import Submission
from undrift.returns.recognise import read_all
from undrift.returns.spec import record_tables
from undrift.returns.submission import table_schema

SECONDS = float(os.environ.get("UNDRIFT_FUZZ", "0"))
TRIES = 12
AS_AT = date(2026, 3, 31)
FINDS = Path(__file__).parent / "finds"
_READERS = str(Path(returns.__file__).parent)
Lines = set[tuple[str, int]]


def reached(do: Callable[[], None]) -> Lines:
    """Which lines of the readers `do` ran."""
    lines: Lines = set()

    def each_line(frame: FrameType, event: str, _: object) -> Any:
        lines.add((frame.f_code.co_filename, frame.f_lineno))
        return each_line

    def each_call(frame: FrameType, event: str, _: object) -> Any:
        return each_line if frame.f_code.co_filename.startswith(_READERS) else None

    before = sys.gettrace()
    sys.settrace(each_call)
    try:
        do()
    finally:
        sys.settrace(before)
    return lines


def judge(sent: Sent, folder: Path) -> None:
    """Read what was sent; AssertionError when it comes to anything but submissions as promised, or words."""
    for old in folder.iterdir():
        old.unlink()
    for name, content in sent.items():
        (folder / name).write_bytes(content)
    path = folder if len(sent) > 1 else folder / next(iter(sent))
    try:
        submissions = read_all([path])
    except UserError as fault:
        assert fault.what and "\n" not in str(fault)
        return
    for submission in submissions:
        as_promised(submission)


def as_promised(submission: Submission) -> None:
    names = {file.name for file in submission.files}
    for name, table in submission.tables.items():
        # Forms add columns of their own to find a blank link by; they go when the load is put together.
        own = [each for each in table.column_names if each.startswith("_find_")]
        assert table.drop_columns(own).schema.equals(table_schema(record_tables()[name])), name
        rows = table.to_pylist()  # which fails of a day that no calendar has
        assert all(row["_file"] in names and (row["_row"] or 0) > 0 for row in rows), name
    assert submission.tables or submission.issues
    assert not submission.tables.keys() & submission.not_held.keys()
    for issue in submission.issues:
        assert issue.what and issue.code and issue.severity in ("held back", "kept")
        assert issue.row is None or issue.row > 0, issue.code


def fuzz(kind: str, seed: int, folder: Path, more: Callable[[int], bool]) -> tuple[int, int, int, float]:
    """Tries, lines reached, inputs kept, and the seconds the slowest took; AssertionError with what was sent."""
    chance = random.Random(seed)
    corpus = [starts(kind, folder / f"starts{n}", chance) for n in range(4 if SECONDS else 1)]
    place = folder / "sent"
    place.mkdir()
    known = reached(lambda: judge(corpus[0], place))
    tries, slowest = 0, 0.0
    while more(tries):
        sent = from_specification(kind, chance) if chance.random() < 0.3 else {}
        for _ in range(chance.choice([0, 1, 1]) if sent else chance.choice([1, 1, 2, 3])):
            # Half of the time from what was kept last: it stands where little has been tried.
            base = sent or (corpus[-1] if chance.random() < 0.5 else chance.choice(corpus))
            sent = spoilt(base, kind, chance)
        tries += 1
        started = time.monotonic()
        try:
            new = reached(lambda sent=sent: judge(sent, place)) - known  # type: ignore[misc]
            if new:  # and what it came to is put together, checked and weighed as a load would be
                known |= new
                corpus.append(sent)
                together(place, sent)
        except Exception as fault:
            raise AssertionError(f"{kind}, seed {seed}, try {tries}: {_kept(kind, seed, sent)}: {type(fault).__name__}: {fault}") from fault  # fmt: skip
        slowest = max(slowest, time.monotonic() - started)
    return tries, len(known), len(corpus), slowest


def together(place: Path, sent: Sent) -> None:
    try:
        store.read([place if len(sent) > 1 else place / next(iter(sent))], AS_AT)
    except UserError as fault:
        assert fault.what


def _kept(kind: str, seed: int, sent: Sent) -> str:
    if not SECONDS:
        return "not kept"
    path = Path("build") / "fuzz" / f"{kind.replace(' ', '-')}-{seed}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_text(sent), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_sent_it_is_read_or_refused_in_words(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = random.SystemRandom().randrange(1 << 40) if SECONDS else 11
    began: list[float] = []

    def more(tries: int) -> bool:
        began.append(time.monotonic())  # from the first try on: making the first files takes its own time
        return began[-1] - began[0] < SECONDS if SECONDS else tries < TRIES

    tries, lines, kept, slowest = fuzz(kind, seed, tmp_path, more)
    if SECONDS:
        with capsys.disabled():
            sys.stdout.write(
                f"\n{kind}: seed {seed}, {tries:,} tries, {lines:,} lines reached, {kept} kept, slowest {slowest:.1f} s\n"
            )
            sys.stdout.flush()
    assert tries and kept > 1


@pytest.mark.parametrize("find", sorted(FINDS.glob("*.json")), ids=lambda path: path.stem)
def test_what_was_found_once_stays_found(find: Path, tmp_path: Path) -> None:
    sent = from_text(find.read_text(encoding="utf-8"))
    judge(sent, tmp_path)
    together(tmp_path, sent)


def test_what_is_new_to_the_readers_is_noticed(tmp_path: Path) -> None:
    """The lines reached tell a header from no header: or nothing that is kept would be worth keeping."""
    whole = {"ssd_person.csv": b"pers_person_id,pers_dob\r\nC1,2015-02-13\r\n"}
    odd = {"ssd_person.csv": b"pers_person_id,pers_dob\r\nC1,31/02/2015\r\n"}
    assert reached(lambda: judge(odd, tmp_path)) - reached(lambda: judge(whole, tmp_path))
