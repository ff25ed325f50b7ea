"""Kills a writer again and again and looks at what is left, in one process of its own that forks.

Run as a script: it imports everything once and uses none of it before forking, so each child is as good as a new
process and costs a few milliseconds.
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NoReturn

# Python's own file operations; what pyarrow and DuckDB do between them is met by kills at random instants.
OPERATIONS = frozenset(
    {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "shutil.rmtree", "os.chmod", "fcntl.flock"}
)


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


def child(do: Callable[[], Any], kill_after: float | None = None, kill_at: int | None = None) -> Look:
    """Run `do` in a child: to its end, or killed after so many seconds, or at its so-manyth file operation."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        if kill_at is not None:
            left = [kill_at]

            def count(event: str, arguments: tuple[object, ...]) -> None:
                # Reading is not writing: only what opens for writing counts.
                if event not in OPERATIONS or (event == "open" and not _writes(arguments)):
                    return
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

            sys.addaudithook(count)
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


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


@dataclass(frozen=True)
class Trial:
    """One kill. before, after: what `look` told. again: what it told once the same command had run to its end."""

    how: str
    killed: bool
    before: Any
    after: Any
    again: Any
    faults: list[str]


def trials(
    fresh: Callable[[], Path], act: Callable[[Path], Any], look: Callable[[Path], Any], kills: int, seed: int
) -> list[Trial]:
    """Kill `act` at its file operations, then at `kills` random instants, each time from a fresh home."""
    chance = random.Random(seed)
    made: list[Trial] = []
    first = fresh()
    before = child(lambda: look(first))

    def once(how: str, **kill: Any) -> Trial:
        home = fresh()
        killed = child(lambda: act(home), **kill)
        after = child(lambda: look(home))
        again = child(lambda: (act(home), look(home))[1])
        faults = [f for part in (before, killed, after, again) for f in part.faults]
        return Trial(how, killed.killed, before.told, after.told, again.told, faults)

    # Every operation at the start, where what is to be done is written down; then ever fewer of the many alike.
    nth = 0
    while nth < 1000:
        made.append(once(f"operation {nth}", kill_at=nth))
        if not made[-1].killed:
            break
        nth += 1 + nth // 12
    home = fresh()
    started = time.monotonic()
    child(lambda: act(home))
    lasts = time.monotonic() - started
    made += [once("random", kill_after=chance.uniform(0, lasts)) for _ in range(kills)]
    return made


def main(scenario: str, folder: str, kills: str) -> None:
    from tests.records import scenarios

    found = trials(*scenarios.SCENARIOS[scenario](Path(folder)), kills=int(kills), seed=7)
    json.dump([asdict(trial) for trial in found], sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
