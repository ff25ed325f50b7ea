"""What a journey is made of: two tables, events and spells, whatever the submission they came from."""

from undrift.engines import table
from undrift.journeys.kinds import EVENT_KINDS, SPELL_KINDS

__all__ = ["EVENTS", "EVENT_KINDS", "SPELLS", "SPELL_KINDS", "events", "spells"]

EVENTS = {
    "child_id": "string",  # ssd_person.pers_person_id; null for a worker's or an adopter's own
    "kind": "string",  # one of EVENT_KINDS
    "on_date": "date",  # null when the record holds no date
    "spell_id": "string",  # the spell it belongs to, where the record says
    "outcome": "string",  # what the record says came of it, in this room's few words
    "detail": "string",  # one more thing it says that a rule needs
    "team_id": "string",  # the team named on the record, or the team holding the child that day
    "worker_id": "string",
    "source_table": "string",
    "source_key": "string",
}
SPELLS = {
    "child_id": "string",
    "kind": "string",  # one of SPELL_KINDS
    "spell_id": "string",
    "started_on": "date",
    "ended_on": "date",  # null while open
    "outcome": "string",
    "detail": "string",
    "team_id": "string",
    "worker_id": "string",
    "source_table": "string",
    "source_key": "string",
}

COHORTS = {
    "cohort": "string",  # one of COHORT_NAMES
    "child_id": "string",
    "started_on": "date",  # null: always
    "ended_on": "date",  # null: still
}
COHORT_NAMES = {
    "disabled": "Disabled children",
    "unaccompanied": "Unaccompanied children seeking asylum",
    "babies": "Babies under one",
    "ehc_plan": "Children with an education, health and care plan",
}

events = table("events", EVENTS, "journeys")
spells = table("spells", SPELLS, "journeys")
