"""A writer killed before each of its steps and at random instants: the last good state stands each time."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
# Of the loader, and a third as many of an erasure; more on request: UNDRIFT_KILLS=1000.
KILLS = int(os.environ.get("UNDRIFT_KILLS", "300"))


def killed(scenario: str, folder: Path, kills: int, steps: int) -> list[dict[str, Any]]:
    """What stood after each of `kills` kills or more; of them before each step, of which there are at least `steps`."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.records.killer", scenario, str(folder), str(kills)],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    trials: list[dict[str, Any]] = json.loads(done.stdout)
    faults = [(trial["how"], fault) for trial in trials for fault in trial["faults"]]
    assert not faults, f"{len(faults)} faults; the first: {faults[0]}"
    deaths = [trial["how"] for trial in trials if trial["killed"]]
    assert len(deaths) >= kills
    assert len(deaths) - deaths.count("random") >= steps
    return trials


def test_a_load_killed_at_any_instant_is_wholly_there_or_not_at_all(tmp_path: Path) -> None:
    seen = set()
    for trial in killed("loading", tmp_path, KILLS, steps=25):
        before, after, again = trial["before"], trial["after"], trial["again"]
        first = before["serving"]
        assert after["loads"][:1] == before["loads"] == [first]
        new = after["loads"][1:]
        # Served is the first load, or the second once it is kept and built; each with all of its rows.
        assert (after["serving"], after["contacts"]) in [(first, 2), *((load, 3) for load in new)], trial[
            "how"
        ]
        seen.add((len(new), after["contacts"]))
        # The same command again finishes it, and clears what was left half made.
        assert (again["contacts"], len(again["loads"]), again["half made"]) == (3, 2, []), trial["how"]
        assert again["files"] <= 2
    assert seen == {(0, 2), (1, 2), (1, 3)}  # kills fell before the load, between it and its file, and after


def test_an_erasure_killed_at_any_instant_is_finished_by_the_next_run(tmp_path: Path) -> None:
    seen = set()
    for trial in killed("erasing", tmp_path, KILLS // 3, steps=50):
        before, after, again = trial["before"], trial["after"], trial["again"]
        assert (before["rows"], before["begun"]) == ([3, 3], False)
        # Either nothing has begun, or it is remembered, so that no file brings the person back while it is unfinished.
        assert after["begun"] == after["remembered"], trial["how"]
        assert after["begun"] or (after["rows"], after["faults"]) == ([3, 3], []), trial["how"]
        assert again["over"] and again["rows"] == [0, 0], trial["how"]
        assert again["faults"] == again["found"] == again["half made"] == [], trial["how"]
        # However often it was begun, the record says what there was to take out.
        assert again["counts"] == [{"ssd_cla_episodes": 2, "ssd_cla_reviews": 1}] * 2, trial["how"]
        seen.add((after["begun"], after["over"], min(after["rows"]) > 0))
    # Kills fell before it began, before the first row went, in the midst and after the end.
    assert seen >= {(False, False, True), (True, False, True), (True, False, False), (True, True, False)}
