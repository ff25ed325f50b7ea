"""Kills a writer again and again and looks at what is left, in one process of its own that forks.

Run as a script: it imports everything once and uses none of it before forking, so each child is as good as a new
process and costs a few milliseconds. The records have a few tables only: what a kill can do to one it can do to each
of the sixty, and more of the instants fall where something is being written.
"""

import gc
import hashlib
import importlib
import json
import os
import random
import re
import secrets
import signal
import sys
import time
import traceback
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NoReturn

import pyarrow.parquet as pq

# Python's own file operations; what pyarrow and DuckDB do between them is met by kills at random instants.
OPERATIONS = frozenset(
    {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree", "os.chmod", "fcntl.flock"}
)
TABLES = ("ssd_person", "ssd_contacts", "ssd_cla_episodes", "ssd_cla_reviews", "ssd_linked_identifiers")


@dataclass(frozen=True)
class Look:
    """What stands after a kill. faults: what is wrong, in words."""

    killed: bool
    told: Any
    faults: list[str]


def _run(do: Callable[[], Any], pipe: int) -> NoReturn:
    try:
        os.write(pipe, json.dumps([do(), []]).encode())
    except BaseException:
        os.write(pipe, json.dumps([None, [traceback.format_exc()[-1500:]]]).encode())
    finally:
        os._exit(0)


def child(
    do: Callable[[], Any], kill_after: float | None = None, kill_at: int | None = None, seed: int = 1
) -> Look:
    """Run `do` in a child: to its end, or killed after so many seconds, or at its so-manyth step.

    A step is a file operation of Python's, onto the disk (fsync), or a whole Parquet file; the kill comes before it.
    """
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        _same_each_time(seed)
        if kill_at is not None:
            _die_at(kill_at)
        _run(do, writer)
    os.close(writer)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(pid, signal.SIGKILL)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(pid, 0)
    told, faults = json.loads(said) if said else (None, [])
    return Look(os.WIFSIGNALED(status), told, faults)


def _die_at(nth: int) -> None:
    left = nth

    def step() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(of: Any, name: str) -> None:
        real = getattr(of, name)

        def stepped(*args: Any, **kwargs: Any) -> Any:
            step()
            return real(*args, **kwargs)

        setattr(of, name, stepped)

    def operation(event: str, arguments: tuple[object, ...]) -> None:
        # Reading is not writing: only what opens for writing counts.
        if event in OPERATIONS and (event != "open" or _writes(arguments)):
            step()

    before(os, "fsync")
    before(pq, "write_table")
    sys.addaudithook(operation)


def _same_each_time(seed: int) -> None:
    """Chance made the same in every child, so that equal states of the disk are equal in their bytes."""
    chance = random.Random(seed)
    uuid.uuid4 = lambda: uuid.UUID(int=chance.getrandbits(128), version=4)
    secrets.token_bytes = lambda n=32: chance.randbytes(n or 32)
    secrets.token_hex = lambda n=32: chance.randbytes(n or 32).hex()


def standing(home: Path) -> str:
    """What stands under a home: each file's name and bytes, times of day aside; of a database, whose bytes differ
    from run to run, its size."""
    told = hashlib.sha256()
    for path in sorted(home.rglob("*")):
        told.update(f"{path.relative_to(home)}\n".encode())
        if not path.is_file():
            continue
        if ".duckdb" in path.name or ".building" in path.name:
            told.update(str(path.stat().st_size).encode())
        else:
            told.update(re.sub(rb"\d\d:\d\d:\d\d(\.\d+)?", b"", path.read_bytes()))
    return told.hexdigest()


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


@dataclass(frozen=True)
class Trial:
    """One kill. state: the disk's, as one word. before, after: what `look` told. again: what it told once the same
    command had run to its end."""

    how: str
    killed: bool
    state: str
    before: Any
    after: Any
    again: Any
    faults: list[str]


def trials(
    fresh: Callable[[], Path], act: Callable[[Path], Any], look: Callable[[Path], Any], kills: int, seed: int
) -> list[Trial]:
    """Kill `act` before each of its steps in turn, then at random instants up to `kills` in all; each from a fresh home."""
    chance = random.Random(seed)
    made: list[Trial] = []
    first = fresh()
    before = child(lambda: look(first))

    seen: dict[str, Look] = {}

    def once(how: str, **kill: Any) -> Trial:
        home = fresh()
        killed = child(lambda: act(home), **kill)
        state = standing(home)
        if state not in seen:  # or an earlier kill left the very same, and it has been looked at
            # Looked at by a reader that stays, as the pages are, while the command is run again.
            seen[state] = child(lambda: [look(home), act(home), look(home)], seed=2)
        after, _, again = seen[state].told or (None, None, None)
        faults = [f for part in (before, killed, seen[state]) for f in part.faults]
        return Trial(how, killed.killed, state, before.told, after, again, faults)

    for nth in range(1000):
        made.append(once(f"step {nth}", kill_at=nth))
        if not made[-1].killed:
            break
    home = fresh()
    started = time.monotonic()
    child(lambda: act(home))
    lasts = time.monotonic() - started
    while sum(trial.killed for trial in made) < kills:
        made.append(once("random", kill_after=chance.uniform(0, lasts)))
        if not made[
            -1
        ].killed:  # it came too late, on a machine busier when that was measured, and does not count
            lasts *= 0.9
    return made


def main(scenario: str, folder: str, kills: str) -> None:
    tables = importlib.import_module("undrift.records.tables")
    known = tables.record_tables()
    tables.record_tables = lambda: {name: known[name] for name in TABLES}
    tables.tables.cache_clear()
    from tests.records import scenarios

    gc.freeze()  # or each child would copy what it only collects
    found = trials(*scenarios.SCENARIOS[scenario](Path(folder)), kills=int(kills), seed=7)
    json.dump([asdict(trial) for trial in found], sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
