"""Every pattern over a whole country, from the journeys and in the way that `clocks.country` runs every clock.

    OUT/authority=E06000001/flag_spells.parquet       columns as drift.engine.FLAG_SPELLS

Thresholds are at their defaults, those that journeys are built with too.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from undrift.clocks.country import Asked, Done, ask
from undrift.drift import engine
from undrift.drift.catalogue import catalogue
from undrift.engines.kept import compiled


def run(
    journeys: Path,
    out: Path,
    *,
    only: Iterable[str] | None = None,
    memory: str = "2GB",
    threads: int = 2,
    say: Callable[[str], None] = print,
) -> list[Done]:
    """Every pattern over every authority (or `only` some), within `memory`; says each as it is finished.

    What the live file knows of tables that are not held, a country's journeys do not: a pattern then finds nobody.
    """
    sql = tuple(compiled(engine.flag_spells, pattern) for pattern in catalogue().values())
    asked = Asked(
        "flag_spells", engine.FLAG_SPELLS, sql, "pattern_id, child_id, since", "times a flag was up"
    )
    return ask(asked, journeys, out, only=only, memory=memory, threads=threads, say=say)
