"""The whole invented authority, every pattern: the reference and the live file agree on each flag, child by child."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from undrift import drift, records
from undrift.clocks.reference import Event, Spell
from undrift.drift.definition import Pattern
from undrift.drift.reference import FOREVER, flag_spells
from undrift.drift.words import kinds_of

ONE_IN = 12
"""The reference is slow: it takes one child in twelve, chosen by a hash of the id."""
CHOSEN = f"hash(child_id) % {ONE_IN} = 0"

Told = tuple[Counter[tuple[object, ...]], dict[str, list[Event]], dict[str, list[Spell]]]


@pytest.fixture(scope="module")
def authority(built_demo: Path) -> Told:
    """Every flag of the children chosen, and their events and spells."""
    cur = records.cursor(built_demo)
    events: dict[str, list[Event]] = defaultdict(list)
    spells: dict[str, list[Spell]] = defaultdict(list)
    for who, *rest in cur.execute(
        f"SELECT child_id, kind, on_date, spell_id, outcome, detail, worker_id FROM journeys.events WHERE {CHOSEN}"
    ).fetchall():
        events[who].append(Event(*rest))
    for who, *rest in cur.execute(
        f"""SELECT child_id, kind, spell_id, started_on, ended_on, outcome, detail, worker_id
            FROM journeys.spells WHERE {CHOSEN}"""
    ).fetchall():
        spells[who].append(Spell(*rest))
    found = Counter(
        cur.execute(
            f"SELECT pattern_id, child_id, since, coalesce(until, DATE '9999-12-31') FROM drift.flag_spells WHERE {CHOSEN}"
        ).fetchall()
    )
    return found, events, spells


@pytest.mark.parametrize("pattern", drift.catalogue().values(), ids=lambda card: card.id)
def test_every_flag_of_the_authority_is_the_same_by_reference(authority: Told, pattern: Pattern) -> None:
    found, events, spells = authority
    of_event, of_spell = kinds_of(pattern.state)
    wanted: Counter[tuple[object, ...]] = Counter()
    for who in {*events, *spells}:
        mine = [e for e in events.get(who, ()) if e.kind in of_event]
        held = [s for s in spells.get(who, ()) if s.kind in of_spell]
        for flag in flag_spells(pattern, mine, held):
            wanted[(pattern.id, who, flag.since, min(flag.until, FOREVER))] += 1
    told = Counter({row: n for row, n in found.items() if row[0] == pattern.id})
    assert told == wanted, [*(told - wanted)][:3] + [*(wanted - told)][:3]
