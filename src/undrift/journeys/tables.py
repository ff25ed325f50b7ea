"""What a journey is made of: two tables, events and spells, whatever the submission they came from."""

from undrift.engines import table

EVENTS = {
    "child_id": "string",  # ssd_person.pers_person_id
    "kind": "string",  # one of EVENT_KINDS
    "on_date": "date",  # null when the record holds no date
    "spell_id": "string",  # the spell it belongs to, where the record says
    "outcome": "string",  # what the record says came of it, in this room's few words
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
    "team_id": "string",
    "worker_id": "string",
    "source_table": "string",
    "source_key": "string",
}

EVENT_KINDS = {
    "contact": "Contact",
    "referral": "Referral",
    "assessment_started": "Assessment started",
    "assessment_authorised": "Assessment authorised",
    "s47_started": "Child protection (section 47) enquiry started",
    "icpc": "Initial child protection conference",
    "cp_visit": "Child protection visit, child seen",
    "cp_visit_not_seen": "Child protection visit, child not seen",
    "cp_review": "Child protection review conference",
    "cla_review": "Looked-after review",
    "cla_visit": "Looked-after visit",
    "permanence_planned": "Plan for permanence recorded",
    "missing": "Went missing",
    "placement_changed": "Moved to another placement",
    "worker_changed": "New social worker",
    "preproceedings_ended": "Pre-proceedings ended",
    "cin_visit": "Child in need visit",
}
SPELL_KINDS = {
    "referral": "Referral",
    "assessment": "Assessment",
    "s47": "Child protection (section 47) enquiry",
    "cin_plan": "Child in need plan",
    "cp_plan": "Child protection plan",
    "care": "Period of care",
    "placement": "Placement",
    "allocation": "Social worker",
    "preproceedings": "Pre-proceedings",
    "missing": "Missing",
}

events = table("events", EVENTS, "journeys")
spells = table("spells", SPELLS, "journeys")
