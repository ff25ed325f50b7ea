"""From records to journeys: which record makes which event or spell, area by area.

Rules that shape a journey, each with its test in tests/journeys:
- a visit belongs to the placement that holds the day, and on the day of a move to the new one;
- a looked-after review that was cancelled is no review;
- a child protection plan says whether the child is still to be born;
- a child protection or child in need visit counts as a visit only when the record says the child was seen;
- short breaks are not care: a period made of them alone is a series of short breaks;
- a temporary stay is no move, nor is a change that keeps the carer;
- what ends at eighteen ends then, and everything ends with a death, whatever the record left open;
- the team is the one the record names; where it names none, the team holding the child that day.
"""

from collections.abc import Iterator

import ibis
import ibis.expr.types as ir

from undrift.engines.limits import later
from undrift.journeys import around, beyond, care, homes, need, people, permanence
from undrift.journeys.around import USUAL, Thresholds
from undrift.journeys.shape import by_now, record

AREAS = (need, care, homes, permanence, beyond, people)
ENDS_AT_18 = (
    "care", "short_break", "short_break_series", "placement", "legal_status", "temporary_approval", "permanence_plan",
    "carer", "placed_far", "unregistered", "adoption_plan", "authorised_not_placed", "placed_for_adoption", "cp_plan", "cin_plan", "deprivation_of_liberty",
    "placed_unassessed", "secure_stay",
)  # fmt: skip
ADULT = beyond.age(18)


def spells_of_records(limits: Thresholds = USUAL) -> Iterator[tuple[str, ir.Table]]:
    """(name, rows) for each kind of spell but those that need another spell first."""
    for area in AREAS:
        yield from area.spells()
    yield from around.spells(limits)


def spells_of_spells(spells: ir.Table, limits: Thresholds = USUAL) -> Iterator[tuple[str, ir.Table]]:
    """(name, rows) for the spells made of others; read when those are all there, with their ends."""
    for area in AREAS:
        yield from area.spells_of_spells(spells)
    yield from around.spells_of_spells(spells, limits)


def events_of_records() -> Iterator[tuple[str, ir.Table]]:
    """(name, rows) for each kind of event taken from records alone."""
    for area in (*AREAS, around):
        yield from area.events()


def events_of_spells(spells: ir.Table) -> Iterator[tuple[str, ir.Table]]:
    """(name, rows) for the events that need a spell to be read: reviews and visits in care, moves, new workers."""
    for area in (need, care, homes, beyond, people):
        yield from area.events_of_spells(spells)


def with_ends(spells: ir.Table) -> ir.Table:
    """The spells, ended by the child's eighteenth birthday where childhood ends them, and by death."""
    p = record("ssd_person")
    grew_up = by_now(p.select(adult=p.pers_person_id, adult_on=later(p.pers_dob, ADULT)), "adult_on")
    died = p.filter(p.pers_death_date.notnull()).select(dead=p.pers_person_id, died_on=p.pers_death_date)
    rows = spells.left_join(grew_up, spells.child_id == grew_up.adult)
    rows = rows.left_join(died, rows.child_id == died.dead)
    adult = rows.kind.isin(ENDS_AT_18) & (rows.adult_on > rows.started_on)
    grown = adult.fill_null(False).ifelse(
        ibis.least(ibis.coalesce(rows.ended_on, rows.adult_on), rows.adult_on), rows.ended_on
    )
    died = (rows.died_on >= rows.started_on).fill_null(False)
    end = died.ifelse(ibis.least(ibis.coalesce(grown, rows.died_on), rows.died_on), grown)
    return rows.select(**{name: end if name == "ended_on" else rows[name] for name in spells.columns})


def with_holder(rows: ir.Table, allocations: ir.Table, day: str) -> ir.Table:
    """The rows, each with team and worker: the record's own, else those holding the child on that day."""
    held_by = allocations.select(
        held_child=allocations.child_id, held_from=allocations.started_on, held_to=allocations.ended_on,
        held_team=allocations.team_id, held_worker=allocations.worker_id, held_key=allocations.spell_id,
    )  # fmt: skip
    held = rows.left_join(
        held_by,
        (rows.child_id == held_by.held_child)
        & (held_by.held_from <= rows[day])
        & (held_by.held_to.isnull() | (held_by.held_to > rows[day])),
    )
    newest = ibis.row_number().over(
        group_by=[held[name] for name in ("child_id", "kind", "spell_id", "source_table", "source_key", day)],
        order_by=[held.held_from.desc(), held.held_key],
    )
    one = held.mutate(newest=newest).filter(lambda t: t.newest == 0)
    own = {"team_id": "held_team", "worker_id": "held_worker"}
    return one.select(
        **{
            name: ibis.coalesce(one[name], one[own[name]]) if name in own else one[name]
            for name in rows.columns
        }
    )
