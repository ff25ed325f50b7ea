"""Decisions to stop or step down, and what came after each: one set-based pass over the journeys.

Five kinds, each with what counts as coming back. A decision counts only where the child was then left with less: a
child who had an open plan or was in care on that day was not. What came back must come on a later day. A child who
turned 18, died, was adopted or moved to another authority's services can no longer come back: the competing event.
Everything else is watched until the day the load speaks for.

Case mix is by stated strata, chosen because they are recorded for nearly every child and known before the decision:
the child's age, whether an earlier referral came in the 24 months before, and whether a disability is recorded.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.engines import table
from undrift.engines.limits import later, months
from undrift.journeys.beyond import age
from undrift.journeys.shape import record
from undrift.journeys.tables import spells

What = Literal["any", "referral", "enquiry", "plan", "care"]
WHATS: Final[Mapping[str, str]] = {
    "any": "any of these",
    "referral": "a new referral",
    "enquiry": "a child protection enquiry",
    "plan": "a plan",
    "care": "care",
}
AGES: Final = ((0, "under 1"), (1, "1 to 4"), (5, "5 to 9"), (10, "10 to 15"), (16, "16 and over"))


DECISIONS: Final = {
    "kind": "string", "child_id": "string", "on_date": "date", "team_id": "string", "worker_id": "string",
    "source_table": "string", "source_key": "string", "referral_on": "date", "enquiry_on": "date", "plan_on": "date",
    "care_on": "date", "gone_on": "date", "stratum": "string",
    "family_id": "string",
}  # fmt: skip
children = table(
    "children",
    {"child_id": "string", "born": "date", "disability": "string", "family_id": "string"},
    "variation",
)
KNOWN_FOR: Final = months(24)  # how long ago an earlier referral still says something
_ELSEWHERE: Final = r'"REFERRAL_TO_OTHER_AGENCY_FLAG"\s*:\s*"Y"'
_OF_SPELL: Final = ("child_id", "team_id", "worker_id", "source_table", "source_key")


@dataclass(frozen=True)
class Kind:
    """A kind of decision: its name in the plural, what came back, and what had to hold on the day."""

    id: str
    name: str
    one: str
    tables: tuple[str, ...]
    decided: Callable[[], ir.Table]  # columns _OF_SPELL and on_date
    back: Mapping[str, tuple[str, ...]]  # what to the journey's event or spell kinds
    closed: tuple[str, ...]  # spell kinds that must not be open on the day
    definition: str


def _no_further(*, elsewhere: bool) -> ir.Table:
    """Assessments that ended with no further action: passed to another agency, or not."""
    a = record("ssd_cin_assessments")
    passed = a.cina_assessment_outcome_json.re_search(_ELSEWHERE).fill_null(False)
    nothing = a.filter((a.cina_assessment_outcome_nfa == "Y") & (passed if elsewhere else ~passed))
    s = spells.filter(spells.kind == "assessment")
    kept = s.semi_join(nothing, s.spell_id == nothing.cina_assessment_id)
    return kept.select(*_OF_SPELL, on_date=kept.ended_on)


def _ended(kind: str, outcome: str | None = None) -> ir.Table:
    """Spells of a kind that ended, of one outcome where one is named."""
    s = spells.filter(spells.kind == kind)
    s = s.filter(s.outcome == outcome) if outcome else s
    return s.select(*_OF_SPELL, on_date=s.ended_on)


def _home() -> ir.Table:
    """Periods of care that ended by going home."""
    e = record("ssd_cla_episodes")
    home = e.filter(e.clae_cla_episode_ceased_reason.isin(("E4A", "E4B")))
    s = spells.filter(spells.kind == "care")
    kept = s.semi_join(
        home,
        (s.spell_id == home.clae_cla_id)
        & (s.child_id == home.clae_person_id)
        & (s.ended_on == home.clae_cla_episode_ceased_date),
    )
    return kept.select(*_OF_SPELL, on_date=kept.ended_on)


_ALL_BACK: Final = {
    "referral": ("referral",),
    "enquiry": ("s47",),
    "plan": ("cin_plan", "cp_plan"),
    "care": ("care",),
}
KINDS: Final[tuple[Kind, ...]] = (
    Kind(
        "assessment_nfa", "assessments ended with no further action", "Assessment ended with no further action",
        ("ssd_cin_assessments", "ssd_cin_episodes"), lambda: _no_further(elsewhere=False), _ALL_BACK,
        ("cin_plan", "cp_plan", "care"),
        "Assessments authorised with the outcome no further action, and not passed to another agency, of children with no "
        "plan open and not in care that day. Back: a new referral, enquiry, plan or period of care on a later day.",
    ),
    Kind(
        "assessment_step_down", "assessments stepped down to another agency", "Assessment stepped down",
        ("ssd_cin_assessments", "ssd_cin_episodes"), lambda: _no_further(elsewhere=True), _ALL_BACK,
        ("cin_plan", "cp_plan", "care"),
        "Assessments authorised with no further action by social care and passed to another agency or to early help, of "
        "children with no plan open and not in care that day. Back: as for no further action.",
    ),
    Kind(
        "enquiry_ended", "enquiries ended without a conference", "Enquiry ended without a conference",
        ("ssd_s47_enquiry",), lambda: _ended("s47", "no_conference"),
        {"referral": ("referral",), "enquiry": ("s47",), "plan": ("cp_plan",), "care": ("care",)},
        ("cp_plan", "care"),
        "Section 47 enquiries ended with no conference needed, of children with no child protection plan and not in care "
        "that day. Back: a new referral, another enquiry, a child protection plan or care. A child in need plan is not "
        "coming back: it is often what the enquiry decided.",
    ),
    Kind(
        "cp_plan_ended", "child protection plans ended", "Child protection plan ended",
        ("ssd_cp_plans",), lambda: _ended("cp_plan"),
        {"referral": ("referral",), "enquiry": ("s47",), "plan": ("cp_plan",), "care": ("care",)},
        ("cp_plan", "care"),
        "Child protection plans ended, the child not going into care that day. Back: a new referral, an enquiry, another "
        "child protection plan or care.",
    ),
    Kind(
        "returned_home", "returns home from care", "Return home from care",
        ("ssd_cla_episodes",), _home,
        {"referral": ("referral",), "enquiry": ("s47",), "plan": ("cp_plan",), "care": ("care",)},
        ("care",),
        "Periods of care ended by going home to parents or relatives (reasons E4A and E4B). Back: a new referral, an "
        "enquiry, a child protection plan or care again.",
    ),
)  # fmt: skip
BY_ID: Final = {kind.id: kind for kind in KINDS}


def out_of_reach() -> ir.Table:
    """Who can no longer come back, and from which day: 18 years old, dead, moved away or adopted. child_id, on_date."""
    p, r, e = record("ssd_person"), record("ssd_cin_episodes"), record("ssd_cla_episodes")
    parts = [
        p.select(child_id=p.pers_person_id, on_date=later(p.pers_dob, age(18))),
        p.select(child_id=p.pers_person_id, on_date=p.pers_death_date),
    ]
    moved = r.filter(r.cine_close_reason == "RC5")
    parts.append(moved.select(child_id=moved.cine_person_id, on_date=moved.cine_close_date))
    adopted = e.filter(e.clae_cla_episode_ceased_reason.isin(("E11", "E12")))
    parts.append(
        adopted.select(child_id=adopted.clae_person_id, on_date=adopted.clae_cla_episode_ceased_date)
    )
    found = parts[0].union(*parts[1:])
    return found.filter(found.on_date.notnull())


def rows(kind: Kind) -> ir.Table:
    """Columns as DECISIONS: one row a decision, with the first day of each thing that came back, the competing event, and the
    stratum. Reads schemas journeys, joined, records (the day the load speaks for) and variation (children)."""
    now = table("load", {"as_at": "date"}, "records").select(now="as_at")
    d = _decided(kind, now)
    key = {"child_id": d.child_id, "on_date": d.on_date}
    begun = spells.filter(spells.started_on.notnull())
    every = sorted({name for kinds in kind.back.values() for name in kinds})
    b = begun.filter(begun.kind.isin(every)).select(b_child="child_id", b_kind="kind", b_on="started_on")
    met = d.inner_join(b, (d.child_id == b.b_child) & (b.b_on > d.on_date) & (b.b_on <= d.now))
    back = met.group_by("child_id", "on_date").agg(
        **{
            f"{what}_on": met.b_kind.isin(kinds).ifelse(met.b_on, ibis.null("date")).min()
            for what, kinds in kind.back.items()
        }
    )
    o = out_of_reach().select(o_child="child_id", o_on="on_date")
    left = d.inner_join(o, (d.child_id == o.o_child) & (o.o_on > d.on_date) & (o.o_on <= d.now))
    gone = left.group_by("child_id", "on_date").agg(gone_on=left.o_on.min())
    r = begun.filter(begun.kind == "referral").select(r_child="child_id", r_on="started_on")
    before = d.inner_join(
        r, (d.child_id == r.r_child) & (r.r_on <= d.on_date) & (later(r.r_on, KNOWN_FOR) > d.on_date)
    )
    known = before.group_by("child_id", "on_date").agg(referrals=before.count())
    told = d
    for found in (back, gone, known):
        told = told.left_join(found, list(key)).select(
            *told.columns, *(name for name in found.columns if name not in key)
        )
    c = children.select(c_child="child_id", born="born", disability="disability", family="family_id")
    told = told.left_join(c, told.child_id == c.c_child)
    told = told.filter(told.born.isnull() | (told.on_date < later(told.born, age(18))))
    stratum = (
        age_on(told.on_date, told.born)
        + (told.referrals >= 2).fill_null(False).ifelse(", referred before", ", not referred before")
        + (told.disability == "Disabled").fill_null(False).ifelse(", disabled", ", not recorded as disabled")
    )
    given = {
        "kind": literal(kind.id), "stratum": stratum, "family_id": ibis.coalesce(told.family, told.child_id),
        **{f"{what}_on": told[f"{what}_on"] for what in kind.back},
    }  # fmt: skip
    return told.select(
        **{
            name: (given[name] if name in given else told[name]).cast(column)
            for name, column in DECISIONS.items()
        }
    )


def _decided(kind: Kind, now: ir.Table) -> ir.Table:
    """The decisions of a kind by the day the load speaks for, one a child and day, of children then left with less."""
    d = kind.decided().cross_join(now)
    d = d.filter(d.on_date <= d.now)
    nth = ibis.row_number().over(group_by=[d.child_id, d.on_date], order_by=d.source_key)
    one = d.mutate(nth=nth).filter(lambda t: t.nth == 0).drop("nth")
    o = spells.filter(spells.kind.isin(kind.closed)).select(
        open_child="child_id", open_from="started_on", open_to="ended_on"
    )
    return one.anti_join(
        o,
        (one.child_id == o.open_child)
        & (o.open_from <= one.on_date)
        & (o.open_to.isnull() | (o.open_to > one.on_date)),
    )


def age_on(day: ir.DateValue, born: ir.DateValue) -> ir.StringValue:
    """The age band on a day; a child not yet born, as an assessment before birth has, stands with the babies."""
    bands = [
        (day >= later(born, age(least)), words) for least, words in reversed(AGES) if least
    ]  # fmt: skip
    return ibis.cases((born.isnull(), "age not recorded"), *bands, else_=AGES[0][1])


def age_band(on: str, born: str) -> str:
    """SQL: the age band on a day."""
    years = f"date_sub('year', {born}, {on})"
    bands = " ".join(f"WHEN {years} >= {least} THEN '{words}'" for least, words in reversed(AGES))
    # A child not yet born, as an assessment before birth has, stands with the babies.
    return f"CASE WHEN {born} IS NULL THEN 'age not recorded' {bands} ELSE 'under 1' END"
