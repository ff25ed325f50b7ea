"""The bookkeeping of drift: which flags are up on a day and since when, child by child, in plain Python."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from undrift.dates import add_months
from undrift.synthetic.days import working_days
from undrift.synthetic.tables import Tables
from undrift.synthetic.truth import care_periods, day, reviews_held, sure, text
from undrift.synthetic.truth_patterns import PATTERNS, pattern_flags

FLAG_COLUMNS = ("pattern_id", "child_id", "since", "until")
KEPT = ("contacts_no_assessment", "assessment_stale", "no_permanence_plan", *PATTERNS)
"""Every pattern whose bookkeeping is kept, here or in `truth_patterns`."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A pattern that held for a child from `since` until the day before `until`; date.max while nothing ends it."""

    pattern_id: str
    child_id: str
    since: date
    until: date


def every_flag(tables: Tables, as_at: date) -> list[Flag]:
    """Every time every pattern held, in records read off at `as_at`: those here, and those of `truth_patterns`."""
    found = all_flags(tables)
    for pattern, rule in pattern_flags(tables, as_at).items():
        by_child: dict[str, list[tuple[date, date]]] = defaultdict(list)
        for child, since, until in rule:
            by_child[child].append((since, until))
        for child, spells in by_child.items():
            found += [Flag(pattern, child, since, until) for since, until in _joined(spells)]
    return found


def all_flags(tables: Tables) -> list[Flag]:
    """Every spell of the three flags kept here, in records already read off at a day."""
    started: dict[str, list[date]] = defaultdict(list)
    for row in tables["ssd_cin_assessments"]:
        started[text(row, "cina_person_id")].append(sure(row, "cina_assessment_start_date"))
    return (
        contacts_no_assessment(tables, started)
        + assessment_stale(tables, started)
        + no_permanence_plan(tables)
    )


def up_on(flags: list[Flag], as_at: date) -> list[Flag]:
    return [flag for flag in flags if flag.since <= as_at < flag.until]


def _joined(spells: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """Spells that touch or overlap become one."""
    out: list[tuple[date, date]] = []
    for since, until in sorted(spell for spell in spells if spell[0] < spell[1]):
        if out and since <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], until))
        else:
            out.append((since, until))
    return out


def contacts_no_assessment(tables: Tables, started: dict[str, list[date]]) -> list[Flag]:
    contacts: dict[str, list[date]] = defaultdict(list)
    for row in tables["ssd_contacts"]:
        contacts[text(row, "cont_person_id")].append(sure(row, "cont_contact_date"))
    flags = []
    for child, days in contacts.items():
        days.sort()
        spells = []
        for first, _, third in zip(days, days[1:], days[2:], strict=False):
            if any(first <= assessed <= third for assessed in started[child]):
                continue
            next_assessed = min((a for a in started[child] if a >= third), default=date.max)
            spells.append((third, min(next_assessed, add_months(first, 12))))
        flags += [Flag("contacts_no_assessment", child, since, until) for since, until in _joined(spells)]
    return flags


def assessment_stale(tables: Tables, started: dict[str, list[date]]) -> list[Flag]:
    happened: dict[str, list[date]] = defaultdict(list)
    for table, person, column in (
        ("ssd_cin_episodes", "cine_person_id", "cine_referral_date"),
        ("ssd_s47_enquiry", "s47e_person_id", "s47e_s47_start_date"),
        ("ssd_missing", "miss_person_id", "miss_missing_episode_start_date"),
        ("ssd_cla_placement", "clap_person_id", "clap_cla_placement_end_date"),
    ):
        for row in tables[table]:
            when = day(row, column)
            if when:
                happened[text(row, person)].append(when)
    for child, when in (*later_births(tables), *new_workers(tables)):
        happened[child].append(when)
    flags = []
    for table, person, start_column, end_column in (
        ("ssd_cin_plans", "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"),
        ("ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
    ):
        for row in tables[table]:
            child = text(row, person)
            start, end = sure(row, start_column), day(row, end_column) or date.max
            spells = []
            for event in happened[child]:
                if start <= event < end:
                    next_assessed = min((a for a in started[child] if a >= event), default=date.max)
                    spells.append((working_days().add(event, 20), min(next_assessed, end)))
            flags += [Flag("assessment_stale", child, since, until) for since, until in _joined(spells)]
    return flags


def new_workers(tables: Tables) -> list[tuple[str, date]]:
    """(child, day) on which one social worker handed the child to another."""
    held: dict[str, list[tuple[date, str, date | None, str]]] = defaultdict(list)
    for row in tables["ssd_involvements"]:
        if row["invo_professional_role_id"] == "Allocated social worker":
            held[text(row, "invo_person_id")].append((
                sure(row, "invo_involvement_start_date"), text(row, "invo_involvements_id"),
                day(row, "invo_involvement_end_date"), text(row, "invo_professional_id"),
            ))  # fmt: skip
    found = []
    for child, rows in held.items():
        for (_, _, ended, last), (taken, _, _, worker) in pairwise(sorted(rows)):
            if ended == taken and worker != last:
                found.append((child, taken))
    return found


def later_births(tables: Tables) -> list[tuple[str, date]]:
    """(child, day) of each birth of a brother or sister after their own."""
    born = {text(row, "pers_person_id"): day(row, "pers_dob") for row in tables["ssd_person"]}
    families: dict[str, set[str]] = defaultdict(set)
    for row in tables["ssd_family"]:
        families[text(row, "fami_family_id")].add(text(row, "fami_person_id"))
    found = set()
    for members in families.values():
        for child in members:
            own = born.get(child)
            found |= {
                (child, other)
                for other in (born.get(name) for name in members if name != child)
                if own and other and other > own
            }
    return sorted(found)


def no_permanence_plan(tables: Tables) -> list[Flag]:
    planned: dict[str, list[date]] = defaultdict(list)
    for row in tables["ssd_cla_care_plan"]:
        if '"Y"' in text(row, "lacp_cla_care_plan_json"):
            planned[text(row, "lacp_person_id")].append(sure(row, "lacp_cla_care_plan_start_date"))
    held = reviews_held(tables)
    flags = []
    for period in care_periods(tables):
        reviews = held.get(period.id, [])
        if len(reviews) < 2:
            continue
        since = reviews[1]
        if any(agreed <= since for agreed in planned[period.child_id]):
            continue
        until = min([*planned[period.child_id], period.left or date.max])
        if since < until:
            flags.append(Flag("no_permanence_plan", period.child_id, since, until))
    return flags
