"""The whole invented authority, every clock: the reference and DuckDB agree on each instance, row for row."""

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.definitions.test_clock_cases import counts_from
from undrift import clocks, records
from undrift.clocks import engine
from undrift.clocks.definition import Again, Clock
from undrift.clocks.held import as_held
from undrift.clocks.reference import Event, Spell, instances
from undrift.engines.kept import compiled
from undrift.journeys.held import holdings

ONE_IN = 8
"""The reference is slow: it takes one child in so many, chosen by a hash of the id."""
CHOSEN = f"hash(coalesce(child_id, spell_id)) % {ONE_IN} = 0"

DAYS = ("started_on", "due_on", "stopped_on", "ended_on", "counted_on")
COLUMNS = (
    "coalesce(child_id, spell_id), "
    + ", ".join(f"CAST({day} AS DATE)" for day in DAYS)
    + ", trouble, excuse, CAST(excused_on AS DATE)"
)
Rows = dict[str, dict[str, list[Event]]]


@pytest.fixture(scope="module")
def authority(
    built_demo: Path,
) -> tuple[duckdb.DuckDBPyConnection, Rows, dict[str, dict[str, list[Spell]]], dict[str, date]]:
    """The cursor; events and spells by kind and by child (a worker's or an adopter's own under their id); first days."""
    cur = records.cursor(built_demo)
    events: Rows = defaultdict(lambda: defaultdict(list))
    spells: dict[str, dict[str, list[Spell]]] = defaultdict(lambda: defaultdict(list))
    for who, kind, on, spell, outcome, detail in cur.execute(
        f"SELECT coalesce(child_id, spell_id), kind, on_date, spell_id, outcome, detail FROM journeys.events WHERE {CHOSEN}"
    ).fetchall():
        events[kind][who].append(Event(kind, on, spell, outcome, detail))
    for who, kind, key, start, end, outcome, detail in cur.execute(
        f"""SELECT coalesce(child_id, spell_id), kind, spell_id, started_on, ended_on, outcome, detail
            FROM journeys.spells WHERE {CHOSEN}"""
    ).fetchall():
        spells[kind][who].append(Spell(kind, key, start, end, outcome, detail))
    first = dict(cur.execute("SELECT kind, min(on_date) FROM journeys.events GROUP BY 1").fetchall())
    return cur, events, spells, first


@pytest.mark.parametrize("clock", clocks.catalogue().values(), ids=lambda card: card.id)
def test_every_instance_of_the_authority_is_the_same_by_reference(
    authority: tuple[duckdb.DuckDBPyConnection, Rows, dict[str, dict[str, list[Spell]]], dict[str, date]],
    clock: Clock,
) -> None:
    cur, events, spells, first = authority
    more = (*clock.starts.unless, clock.starts.since) if isinstance(clock.starts, Again) else ()
    kinds = {*clock.start_kinds, *clock.stop_kinds, *more, *(("born",) if clock.aged else ())}
    starting = [
        *(events[kind] for kind in clock.start_kinds),
        *([spells[clock.within]] if clock.within else []),
    ]
    since = first.get(counts_from(clock)) if isinstance(clock.starts, Again) else None
    clock = as_held(clock, holdings(cur))
    wanted: Counter[tuple[object, ...]] = Counter()
    for who in set().union(*starting):
        mine = [event for kind in kinds if kind for event in events[kind].get(who, ())]
        held = spells[clock.within].get(who, ()) if clock.within else ()
        for i in instances(clock, mine, held, since):
            stopped = None if i.trouble and i.due else i.stopped
            wanted[(who, i.started, i.due, stopped, i.ended, i.counted, i.trouble, i.excuse, i.excused)] += 1
    found = Counter(cur.execute(f"SELECT {COLUMNS} FROM {_built(cur, clock)} WHERE {CHOSEN}").fetchall())
    assert found == wanted, [*(found - wanted).items()][:3] + [*(wanted - found).items()][:3]


def _built(cur: duckdb.DuckDBPyConnection, clock: Clock) -> str:
    """The clock's instances as the live file keeps them; run afresh where they are not kept, or kept with a doubt
    about what the records hold, which is not the reference's to know."""
    row = cur.execute(
        "SELECT ran AND no_past IS NULL FROM clocks.ran WHERE clock_id = ?", [clock.id]
    ).fetchone()
    if row and row[0]:
        return f"(SELECT * FROM clocks.instances WHERE clock_id = '{clock.id}')"
    return f"({compiled(engine.instances, clock)})"
