"""What is so of the people and places around a child: brothers and sisters, the worker who holds them, the home they are in.

No single record says it of the child; each is put together here once, as an event or a spell like any other.
"""

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.engines import table
from undrift.engines.limits import Limit, later, months
from undrift.journeys.beyond import age
from undrift.journeys.people import NEWLY_QUALIFIED
from undrift.journeys.shape import Rows, by_now, ended, event, forever, lasting, miles, record, spell

HALF_A_YEAR, A_YEAR = months(6), months(12)


@dataclass(frozen=True)
class Thresholds:
    """Settings a journey is built with, for the patterns that read it (`Pattern.given`).

    miles: from home, beyond which a placement is far. children: above which a social worker holds too many. new_for: how
    long a social worker is newly arrived. first_year_for: how long since qualifying is their first year.
    """

    miles: int = 20
    children: int = 20
    new_for: Limit = HALF_A_YEAR
    first_year_for: Limit = A_YEAR


USUAL = Thresholds()
UNREGISTERED = r"(?i)^X+$"
"""How the return writes the registration number of a setting that has none."""
NOT_IN_WORK = ("G4", "G5", "G6")

siblings = table("siblings", {"child_id": "string", "sibling_id": "string", "basis": "string"}, "links")


def spells(limits: Thresholds = USUAL) -> Rows:
    """Spells that need no other spell to be read."""
    p = record("ssd_cla_placement")
    m = record("local_placement_moves").select(moved="plmo_placement_id", carer="plmo_carer_id")
    homes = p.left_join(m, p.clap_cla_placement_id == m.moved)
    given = {
        "child_id": "clap_person_id", "spell_id": "clap_cla_placement_id",
        "started_on": "clap_cla_placement_start_date", "ended_on": "clap_cla_placement_end_date",
    }  # fmt: skip
    for kind, rows in (
        ("carer", homes.filter(homes.carer.notnull())),
        ("placed_far", homes.filter(miles(homes.clap_cla_placement_distance) > limits.miles)),
        ("unregistered", homes.filter(homes.clap_cla_placement_urn.re_search(UNREGISTERED))),
    ):
        more = {"detail": "carer"} if kind == "carer" else {"outcome": "clap_cla_placement_type"}
        yield lasting(kind, rows, "ssd_cla_placement", **given, **more)
    c = record("ssd_care_leavers")
    # Only how things stand is held: since the last contact, when it was learnt.
    for kind, rows in (
        ("unsuitable_home", c.filter(c.clea_care_leaver_accom_suitable == "2")),
        ("not_in_work", c.filter(c.clea_care_leaver_activity.isin(NOT_IN_WORK))),
    ):
        yield lasting(
            kind, rows, "ssd_care_leavers", child_id="clea_person_id", spell_id="clea_table_id",
            started_on="clea_care_leaver_latest_contact", team_id="clea_care_leaver_allocated_team",
        )  # fmt: skip


def spells_of_spells(spells: ir.Table, limits: Thresholds = USUAL) -> Rows:
    """Spells made of others."""
    yield "siblings_apart", _apart(spells)
    yield "over_caseload", _over_caseload(spells, limits.children)
    yield "new_worker", _new_worker(spells, limits)
    yield "adulthood", _adulthood(spells)
    yield "growing_up", _growing_up(spells)


def _apart(spells: ir.Table) -> ir.Table:
    """A child in care with a carer while a brother or sister in care lives with another."""
    homes = spells.filter((spells.kind == "carer") & spells.started_on.notnull())
    other = homes.select(
        their_id=homes.child_id, their_start=homes.started_on, their_end=homes.ended_on, their_carer=homes.detail,
        their_key=homes.spell_id,
    )  # fmt: skip
    pairs = homes.inner_join(siblings, homes.child_id == siblings.child_id)
    pairs = pairs.select(*homes.columns, "sibling_id").distinct()
    met = pairs.inner_join(
        other,
        (pairs.sibling_id == other.their_id)
        & (pairs.detail != other.their_carer)
        & (pairs.started_on < forever(other.their_end))
        & (other.their_start < forever(pairs.ended_on)),
    )
    until = ibis.least(forever(met.ended_on), forever(met.their_end))
    return spell(
        met, "ssd_cla_placement", kind="siblings_apart", child_id=met.child_id,
        spell_id=met.spell_id + "+" + met.their_key, started_on=ibis.greatest(met.started_on, met.their_start),
        ended_on=ended(until), source_key=met.source_key,
    )  # fmt: skip


def _over_caseload(spells: ir.Table, most: int) -> ir.Table:
    """A child while the worker who holds them holds more than `most`: one running sum a worker, then who was held."""
    a = spells.filter(
        (spells.kind == "allocation") & spells.worker_id.notnull() & spells.started_on.notnull()
        & (spells.ended_on.isnull() | (spells.ended_on > spells.started_on))
    )  # fmt: skip
    steps = a.select("worker_id", day="started_on", step=literal(1)).union(
        a.filter(a.ended_on.notnull()).select("worker_id", day="ended_on", step=literal(-1))
    )
    days = steps.group_by("worker_id", "day").agg(step=steps.step.sum())
    so_far = ibis.cumulative_window(group_by=days.worker_id, order_by=days.day)
    held = days.mutate(
        holds=days.step.sum().over(so_far),
        until=days.day.lead().over(group_by=days.worker_id, order_by=days.day),
    )
    over = held.filter(held.holds > most).select(
        over_worker="worker_id", over_from="day", over_to=forever(held.until), holds="holds"
    )
    met = a.inner_join(
        over,
        (a.worker_id == over.over_worker)
        & (a.started_on < over.over_to)
        & (over.over_from < forever(a.ended_on)),
    )
    until = ibis.least(forever(met.ended_on), met.over_to)
    return spell(
        met, "ssd_involvements", kind="over_caseload", child_id=met.child_id,
        spell_id=met.spell_id + "/" + met.over_from.cast("string"),
        started_on=ibis.greatest(met.started_on, met.over_from), ended_on=ended(until), team_id=met.team_id,
        worker_id=met.worker_id, source_key=met.source_key,
    )  # fmt: skip


def _new_worker(spells: ir.Table, limits: Thresholds) -> ir.Table:
    """A child while the worker who holds them is newly arrived, or in their first year since qualifying."""
    a = spells.filter((spells.kind == "allocation") & spells.started_on.notnull())
    p = spells.filter((spells.kind == "worker_post") & spells.started_on.notnull())
    posts = [
        p.select(
            who="worker_id",
            begun="started_on",
            over=later(p.started_on, limits.new_for),
            why=literal("arrived"),
        )
    ]
    fresh = p.filter(p.outcome == NEWLY_QUALIFIED)
    posts.append(
        fresh.select(
            who="worker_id",
            begun="started_on",
            over=later(fresh.started_on, limits.first_year_for),
            why=literal(NEWLY_QUALIFIED),
        )
    )
    new = posts[0].union(posts[1])
    met = a.inner_join(
        new, (a.worker_id == new.who) & (a.started_on < new.over) & (new.begun < forever(a.ended_on))
    )
    until = ibis.least(forever(met.ended_on), met.over)
    return spell(
        met, "ssd_involvements", kind="new_worker", child_id=met.child_id, spell_id=met.spell_id + "/" + met.why,
        started_on=ibis.greatest(met.started_on, met.begun), ended_on=ended(until), outcome=met.why,
        team_id=met.team_id, worker_id=met.worker_id, source_key=met.source_key,
    )  # fmt: skip


def _adulthood(spells: ir.Table) -> ir.Table:
    """From fourteen to eighteen, for a child with an education, health and care plan."""
    plans = spells.filter((spells.kind == "ehc_plan") & spells.started_on.notnull())
    return _from_14(plans, "adulthood", "ssd_ehcp_named_plan")


def _growing_up(spells: ir.Table) -> ir.Table:
    """From fourteen to eighteen, for a disabled child with an open case."""
    d = record("ssd_disability")
    disabled = _disabled(d).select(disabled_id="disa_person_id").distinct()
    cases = spells.filter((spells.kind == "referral") & spells.started_on.notnull())
    theirs = cases.semi_join(disabled, cases.child_id == disabled.disabled_id)
    return _from_14(theirs, "growing_up", "ssd_cin_episodes")


def _disabled(rows: ir.Table) -> ir.Table:
    """The rows of ssd_disability that record one."""
    return rows.filter((rows.disa_disability_code != "NONE").fill_null(False))


def _from_14(plans: ir.Table, kind: str, source: str) -> ir.Table:
    """The part of each of these spells from the child's fourteenth birthday to the eighteenth."""
    p = record("ssd_person")
    born = p.filter(p.pers_dob.notnull())
    turns = born.select(
        born_id="pers_person_id", from_14=later(born.pers_dob, age(14)), to_18=later(born.pers_dob, age(18))
    )
    met = turns.inner_join(plans, turns.born_id == plans.child_id)
    met = met.filter((met.started_on < met.to_18) & (met.from_14 < forever(met.ended_on)))
    met = met.mutate(begins=ibis.greatest(met.from_14, met.started_on).cast("date"))
    rows = by_now(met, "begins")
    return spell(
        rows, source, kind=kind, child_id=rows.child_id, spell_id=rows.spell_id,
        started_on=rows.begins, ended_on=ended(ibis.least(rows.to_18, forever(rows.ended_on))),
        source_key=rows.source_key,
    )  # fmt: skip


def events() -> Rows:
    """Events taken from records alone."""
    a = record("ssd_cin_assessments")
    begun = a.filter(a.cina_assessment_start_date.notnull())
    theirs = begun.inner_join(siblings, begun.cina_person_id == siblings.sibling_id)
    yield "sibling_assessed", event(
        theirs, "ssd_cin_assessments", kind="sibling_assessed", child_id=theirs.child_id,
        on_date=theirs.cina_assessment_start_date, source_key=theirs.cina_assessment_id,
    )  # fmt: skip
    p = record("ssd_person")
    babies = p.filter(p.pers_dob.notnull()).inner_join(siblings, p.pers_person_id == siblings.sibling_id)
    older = p.select(me="pers_person_id", mine="pers_dob")
    later_born = babies.inner_join(older, (babies.child_id == older.me) & (babies.pers_dob > older.mine))
    yield "sibling_born", event(
        later_born, "ssd_person", kind="sibling_born", child_id=later_born.child_id, on_date=later_born.pers_dob,
        source_key=later_born.pers_person_id,
    )  # fmt: skip


def cohorts() -> Rows:
    """Groups of children that any flag or measure can be narrowed to: who is in each, from when to when.

    Columns cohort, child_id, started_on (null: always), ended_on (null: still).
    """
    always = {"started_on": ibis.null("date"), "ended_on": ibis.null("date")}
    d = record("ssd_disability")
    yield "disabled", _disabled(d).select(child_id="disa_person_id", **always).distinct()
    i = record("ssd_immigration_status")
    alone = i.filter(i.immi_immigration_status.re_search(r"(?i)unaccompanied|uasc"))
    yield "unaccompanied", alone.select(
        child_id="immi_person_id", started_on="immi_immigration_status_start_date",
        ended_on="immi_immigration_status_end_date",
    )  # fmt: skip
    p = record("ssd_person")
    born = p.filter(p.pers_dob.notnull())
    yield (
        "babies",
        born.select(
            child_id="pers_person_id",
            started_on="pers_dob",
            ended_on=later(born.pers_dob, A_YEAR).cast("date"),
        ),
    )
    s = table(
        "spells",
        {"child_id": "string", "kind": "string", "started_on": "date", "ended_on": "date"},
        "journeys",
    )
    plans = s.filter(s.kind == "ehc_plan")
    yield "ehc_plan", plans.select("child_id", "started_on", "ended_on")
