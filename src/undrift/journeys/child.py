"""One child's journey, for a page: who they are, what happened in order, and what lasted."""

from dataclasses import dataclass
from datetime import date

import duckdb

from undrift.journeys.joined import kept_id, other_ids
from undrift.journeys.tables import EVENT_KINDS, SPELL_KINDS


@dataclass(frozen=True)
class Child:
    """Who the child is, as the records say it; None where they do not. other_ids: joined to this one by a person.

    expected: the day of birth expected, of a child whose birth is not recorded.
    """

    id: str
    name: str
    born: date | None
    sex: str | None
    ethnicity: str | None
    disabled: bool | None
    expected: date | None = None
    other_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Event:
    """Something that happened on a day, with the record it came from."""

    kind: str
    on: date | None
    words: str
    team_name: str
    source_table: str
    source_key: str


@dataclass(frozen=True)
class Spell:
    """Something that lasted, with the record it came from; ended_on None while it lasts."""

    kind: str
    started_on: date | None
    ended_on: date | None
    words: str
    team_name: str
    source_table: str
    source_key: str


@dataclass(frozen=True)
class Journey:
    """One child's events and spells, oldest first."""

    child: Child
    events: tuple[Event, ...]
    spells: tuple[Spell, ...]


_WORDS = {
    ("contact", "referral"): "became a referral",
    ("contact", "other"): "did not become a referral",
    ("referral", "nfa"): "no further action",
    ("s47", "no_conference"): "no conference needed",
    ("icpc", "Y"): "a child protection plan was made",
    ("icpc", "N"): "no child protection plan",
    ("cla_visit", "Y"): "child seen",
    ("cla_visit", "N"): "child not seen",
}
# Codes that say the same wherever they are recorded.
_CODES = {
    "nfa": "no further action",
    "need": "further action",
    "s47": "enquiry",
    "s47_joint": "joint enquiry",
    "no_conference": "no conference needed",
    "NEG": "neglect",
    "PHY": "physical abuse",
    "SAB": "sexual abuse",
    "EMO": "emotional abuse",
    "MUL": "more than one kind of abuse",
    "RC1": "adopted",
    "RC2": "died",
    "RC3": "child arrangements order",
    "RC4": "special guardianship order",
    "RC5": "transferred to another authority",
    "RC6": "transferred to adult services",
    "RC7": "services ended for another reason",
    "RC8": "no further action after assessment",
    "RC9": "referred to early help after assessment",
}


def child(cur: duckdb.DuckDBPyConnection, child_id: str) -> Journey | None:
    """The child's journey from the current load; None when no child has that id, in the list of people or elsewhere.

    Of two ids joined, either finds it, and it says who the kept one is.
    """
    child_id = kept_id(cur, child_id)
    person = cur.execute(
        """SELECT pers_person_id, concat_ws(' ', pers_forename, pers_surname), pers_dob, pers_sex, pers_ethnicity,
                  pers_expected_dob
           FROM joined.ssd_person WHERE pers_person_id = ?""",
        [child_id],
    ).fetchone()
    codes = [
        row[0]
        for row in cur.execute(
            "SELECT disa_disability_code FROM joined.ssd_disability WHERE disa_person_id = ?", [child_id]
        ).fetchall()
    ]
    disabled = None if not codes else any(code not in ("NONE", None) for code in codes)
    key, name, born, sex, ethnicity, expected = person or (child_id, None, None, None, None, None)
    expected = None if born else expected
    who = Child(key, name or f"Child {key}", born, sex, ethnicity, disabled, expected, other_ids(cur, key))
    events = cur.execute(
        """SELECT kind, on_date, outcome, team_id, source_table, source_key
           FROM journeys.events WHERE child_id = ? ORDER BY on_date NULLS FIRST, kind, source_key""",
        [child_id],
    ).fetchall()
    spells = cur.execute(
        """SELECT kind, started_on, ended_on, outcome, worker_id, team_id, source_table, source_key
           FROM journeys.spells WHERE child_id = ? ORDER BY started_on NULLS FIRST, kind, spell_id""",
        [child_id],
    ).fetchall()
    if not (person or events or spells):
        return None
    teams, workers = _names(cur, {spell[4] for spell in spells if spell[4]})
    return Journey(
        who,
        tuple(
            Event(kind, on, _say(EVENT_KINDS[kind], kind, why), teams.get(team, ""), *row)
            for kind, on, why, team, *row in events
        ),
        tuple(
            Spell(
                kind,
                start,
                end,
                _say(SPELL_KINDS[kind], kind, workers.get(worker) if kind == "allocation" else why),
                teams.get(team, ""),
                *row,
            )
            for kind, start, end, why, worker, team, *row in spells
        ),
    )


def held_by(journey: Journey, day: date) -> str:
    """Who holds the child on the day, as a sentence: the newest allocation open then."""
    holding = [
        spell
        for spell in journey.spells
        if spell.kind == "allocation"
        and (spell.started_on is None or spell.started_on <= day)
        and (spell.ended_on is None or spell.ended_on > day)
    ]
    if not holding:
        return "Held by nobody on record."
    newest = max(holding, key=lambda spell: spell.started_on or date.min)
    worker = newest.words.partition(": ")[2] or "a worker the records do not name"
    return f"Held by {worker}, {newest.team_name or 'no team recorded'}."


def _names(cur: duckdb.DuckDBPyConnection, workers: set[str]) -> tuple[dict[str, str], dict[str, str]]:
    """What every team is called, and these workers: asked apart, for a join would be planned anew for each child."""
    teams = cur.execute(
        "SELECT dept_team_id, dept_team_name FROM records.ssd_department WHERE dept_team_name IS NOT NULL"
    ).fetchall()
    named = cur.execute(
        "SELECT prof_professional_id, prof_professional_name FROM records.ssd_professionals "
        "WHERE list_contains(?, prof_professional_id)",
        [[*workers]],
    ).fetchall()
    return dict(teams), dict(named)


def _say(name: str, kind: str, outcome: str | None) -> str:
    if not outcome:
        return name
    words = _WORDS.get((kind, outcome)) or _CODES.get(outcome) or outcome.replace("_", " ")
    return f"{name}: {words}"


def holds(cur: duckdb.DuckDBPyConnection, child_id: str, team_id: str) -> bool:
    """Is the child that team's today: allocated to it, or to nobody while a clock or a flag of the team's is open?"""
    child_id = kept_id(cur, child_id)
    holders = cur.execute(
        """SELECT team_id FROM journeys.spells, records.load
           WHERE kind = 'allocation' AND child_id = $child AND (started_on IS NULL OR started_on <= as_at)
             AND (ended_on IS NULL OR ended_on > as_at)""",
        {"child": child_id},
    ).fetchall()
    if holders:
        return (team_id,) in holders
    found = cur.execute(
        """SELECT 1 FROM clocks.instances, records.load
           WHERE child_id = $child AND team_id = $team AND NOT is_window AND trouble IS NULL AND excuse IS NULL
             AND started_on <= as_at AND stopped_on IS NULL AND ended_on IS NULL
           UNION ALL
           SELECT 1 FROM drift.flag_spells, records.load
           WHERE child_id = $child AND team_id = $team AND since <= as_at AND (until IS NULL OR until > as_at)
           LIMIT 1""",
        {"child": child_id, "team": team_id},
    ).fetchone()
    return found is not None
