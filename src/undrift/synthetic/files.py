"""Write the invented authority out as real files, with the truth that was planted in it."""

import csv
import gc
import json
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from undrift.synthetic import forms, second_ids
from undrift.synthetic.authority import Authority
from undrift.synthetic.chapters import write_chapters
from undrift.synthetic.earlier import earlier, month_before
from undrift.synthetic.history import History, gather
from undrift.synthetic.planted import example_family, plant_faults
from undrift.synthetic.plants import PLANT_COLUMNS, plant_rows
from undrift.synthetic.story import (
    AS_AT,
    AUTHORITY,
    CHANCES,
    CHILDREN_IN_AREA,
    CODE,
    HISTORY_FROM,
    INSPECTION,
    PER_YEAR,
    RATES,
    SEED,
    TEAMS,
    planted,
)
from undrift.synthetic.tables import COLUMNS, Row, Tables
from undrift.synthetic.truth import CLOCK_COLUMNS, Instance
from undrift.synthetic.truth_flags import FLAG_COLUMNS, Flag, every_flag
from undrift.synthetic.truth_more import every_clock

SECOND_IDS = 27  # children entered twice, in a whole authority: three of each fault


@dataclass(frozen=True)
class Manifest:
    """What was written: the files, and how many rows each table and truth file holds."""

    out: Path
    seed: int
    as_at: date
    scale: float
    rows: dict[str, int]
    files: tuple[Path, ...]


def quiet(_: str) -> None:
    """Say nothing."""


def live(seed: int = SEED, as_at: date = AS_AT, scale: float = 1.0,
         progress: Callable[[str], None] = quiet) -> tuple[History, dict[str, object]]:  # fmt: skip
    """Make the authority's whole history; with it, what was planted by hand."""
    collecting = gc.isenabled()
    gc.disable()  # millions of rows that all stay: looking for garbage among them costs a fifth of the time
    try:
        return _live(seed, as_at, scale, progress)
    finally:
        if collecting:
            gc.enable()


def _live(
    seed: int, as_at: date, scale: float, progress: Callable[[str], None]
) -> tuple[History, dict[str, object]]:
    authority = Authority(seed, as_at, scale)
    families = authority.run(progress)
    planted_here = plant_faults(families, random.Random(seed + 1), as_at, scale)
    family, example = example_family(authority.workers, as_at)
    everybody = [*families, family]
    history = gather(everybody, as_at)
    book = write_chapters(history.tables, everybody, authority.workers, as_at, seed, scale, progress)
    return history, {"planted": planted_here.lists, "example_child": example, "put_in": book.planted}


def make(
    out: Path,
    *,
    seed: int = SEED,
    as_at: date = AS_AT,
    scale: float = 1.0,
    progress: Callable[[str], None] | None = None,
    also: Iterable[str] = ("annex-a",),
    sent_before: bool = False,
) -> Manifest:
    """Write Irwell under `out`: ssd/*.csv, truth/, and the other forms asked for. The same seed gives the same bytes.

    scale: the share of a full-sized authority to make; 1.0 is about 2,900 referrals a year. also: names from
    `forms.FORMS`, or "all". sent_before: also write what was sent a month before, as it was known then. UserError when
    one is not a form.
    """
    chosen = forms.named(also)
    say = progress or quiet
    history, extra = live(seed, as_at, scale, say)
    say("Reading the records off as they stood at the as-at date")
    # The dataset alone has children entered twice: what other forms read off is left as it was.
    tables = history.now | {name: list(history.now[name]) for name in ("ssd_person", "ssd_address")}
    seconds, _ = second_ids.plant(
        tables["ssd_person"], tables["ssd_address"], random.Random(seed + 9), round(SECOND_IDS * scale)
    )
    (out / "ssd").mkdir(parents=True, exist_ok=True)
    (out / "truth").mkdir(parents=True, exist_ok=True)
    rows: dict[str, int] = {}
    files: list[Path] = []
    say("Writing the records")
    for name, columns in COLUMNS.items():
        path = out / "ssd" / f"{name}.csv"
        rows[name] = _write(path, columns, (list(row.values()) for row in tables[name]))
        files.append(path)
    say("Working out what was planted")
    clocks = sorted(every_clock(tables, as_at), key=_clock_order)
    rows["truth/clocks"] = _write(out / "truth" / "clocks.csv", CLOCK_COLUMNS,
                                  ([getattr(c, column) for column in CLOCK_COLUMNS] for c in clocks))  # fmt: skip
    flags = sorted(every_flag(tables, as_at), key=lambda f: (f.pattern_id, f.child_id, f.since))
    rows["truth/flags"] = _write(out / "truth" / "flags.csv", FLAG_COLUMNS, map(_flag_row, flags))
    put_in = extra.pop("put_in")
    assert isinstance(put_in, list)
    rows["truth/second_ids"] = _write(out / "truth" / "second_ids.csv", ("child_id", "other_id", "how"),
                                      ([one.child_id, one.other_id, one.how] for one in seconds))  # fmt: skip
    if sent_before:
        files += _write_sent_before(out, history, tables, seed)
    rows["truth/planted"] = _write(out / "truth" / "planted.csv", PLANT_COLUMNS, plant_rows(put_in))
    story = out / "truth" / "story.json"
    story.write_text(
        json.dumps(_story(seed, as_at, scale) | extra, indent=1, default=str) + "\n", encoding="utf-8"
    )
    files += [out / "truth" / f"{name}.csv" for name in ("clocks", "flags", "second_ids", "planted")]
    files += [story, *forms.write(history, out, chosen, say)]
    return Manifest(out, seed, as_at, scale, rows, tuple(files))


def _write_sent_before(out: Path, history: History, tables: Tables, seed: int) -> list[Path]:
    day = month_before(history.as_at)
    then, truth = earlier(history, tables, day, random.Random(seed + 10))
    folder = out / f"ssd-{day.isoformat()}"
    folder.mkdir(exist_ok=True)
    files = []
    for name, given in then.items():
        files.append(folder / f"{name}.csv")
        _write(files[-1], COLUMNS[name], (list(row.values()) for row in given))
    files.append(out / "truth" / "changed.csv")
    _write(files[-1], ("table", "key", "how"), truth)
    return files


def _clock_order(instance: Instance) -> tuple[str, str, date, date, str]:
    return (
        instance.clock_id,
        instance.child_id,
        instance.started_on or date.min,
        instance.stopped_on or date.max,
        instance.reading,
    )


def _flag_row(flag: Flag) -> tuple[object, ...]:
    """Columns as FLAG_COLUMNS; until "" while nothing ends it."""
    return flag.pattern_id, flag.child_id, flag.since, "" if flag.until == date.max else flag.until


def _write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    count = 0
    with path.open("w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow(row)
            count += 1
    return count


def _story(seed: int, as_at: date, scale: float) -> dict[str, object]:
    """The story as data: every planted rate by team and month, the teams, the inspection, the sizes."""
    months = [date(2018 + (9 + n) // 12, (9 + n) % 12 + 1, 1) for n in range(96)]
    return {
        "authority": AUTHORITY,
        "code": CODE,
        "invented": True,
        "seed": seed,
        "scale": scale,
        "as_at": as_at,
        "history_from": HISTORY_FROM,
        "children_in_area": CHILDREN_IN_AREA,
        "inspection": INSPECTION,
        "teams": [asdict(team) for team in TEAMS],
        "per_year": dict(PER_YEAR),
        "chances": dict(CHANCES),
        "rates": [
            {
                "id": rate.id,
                "words": rate.words,
                "points": rate.points,
                "teams_that_differ": dict(rate.teams),
                "months": [month.isoformat()[:7] for month in months],
                "by_team": {
                    team.id: [round(planted(rate.id, team.id, month), 4) for month in months]
                    for team in TEAMS
                },
            }
            for rate in RATES
        ],
    }


__all__ = ["Manifest", "Row", "Tables", "live", "make"]
