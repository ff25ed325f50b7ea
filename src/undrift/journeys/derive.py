"""From records to journeys: which record makes which event or spell. One short expression each.

Rules that shape a journey, each with its test in tests/journeys:
- a visit belongs to the placement that holds the day, and on the day of a move to the new one;
- a looked-after review that was cancelled is no review;
- a child protection visit counts as a visit only when the record says the child was seen;
- the team is the one the record names; where it names none, the team holding the child that day.
"""

from collections.abc import Iterator
from functools import cache

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.engines import table
from undrift.journeys import joined
from undrift.journeys.tables import EVENTS, SPELLS
from undrift.returns.spec import record_tables

# No journey reads a number; a decimal keeps the Spark compiler from asking for a Spark that is not installed.
_TYPES = {
    "text": "string",
    "flag": "string",
    "json": "string",
    "date": "date",
    "integer": "int64",
    "number": "decimal",
}
PERMANENCE = (
    r'"(RETURN1M|RETURN6M|RETURNEV|LTRELFR|LTFOST18|RESPLMT|SUPPLIV|ADOPTION|REMAINSUP|OTHERPLN)"\s*:\s*"Y"'
)
NEW_REFERRAL = r'"OUTCOME_NEW_REFERRAL_FLAG"\s*:\s*"Y"'


@cache
def _columns() -> dict[str, dict[str, str]]:
    return {
        name: {column.name: _TYPES[column.type] for column in spec.columns}
        for name, spec in record_tables().items()
    }


def record(name: str) -> ir.Table:
    """The records table of that name, as the Standard Safeguarding Dataset names it, each child under one id."""
    return table(name, _columns()[name], joined.SCHEMA)


def _shape(rows: ir.Table, schema: dict[str, str], source: str, **given: ir.Value | str) -> ir.Table:
    """The rows in the common shape: columns not given are null."""
    columns: dict[str, ir.Value] = {}
    for name, kind in schema.items():
        value = given.get(name, source if name == "source_table" else None)
        columns[name] = (literal(value) if value is None or isinstance(value, str) else value).cast(kind)
    return rows.select(**columns)


def _event(rows: ir.Table, source: str, **given: ir.Value | str) -> ir.Table:
    return _shape(rows, EVENTS, source, **given)


def _spell(rows: ir.Table, source: str, **given: ir.Value | str) -> ir.Table:
    return _shape(rows, SPELLS, source, source_key=given["spell_id"], **given)


def spells_of_records() -> Iterator[tuple[str, ir.Table]]:
    """(name, rows) for each kind of spell but those that need another spell first."""
    r = record("ssd_cin_episodes")
    nfa = (r.cine_referral_nfa == "Y").ifelse(literal("nfa"), ibis.null("string"))
    yield "referral", _spell(
        r, "ssd_cin_episodes", kind="referral", child_id=r.cine_person_id, spell_id=r.cine_referral_id,
        started_on=r.cine_referral_date, ended_on=r.cine_close_date, outcome=nfa,
        team_id=r.cine_referral_team, worker_id=r.cine_referral_worker_id,
    )  # fmt: skip
    a = record("ssd_cin_assessments")
    yield "assessment", _spell(
        a, "ssd_cin_assessments", kind="assessment", child_id=a.cina_person_id, spell_id=a.cina_assessment_id,
        started_on=a.cina_assessment_start_date, ended_on=a.cina_assessment_auth_date,
        team_id=a.cina_assessment_team, worker_id=a.cina_assessment_worker_id,
    )  # fmt: skip
    e = record("ssd_s47_enquiry")
    yield "s47", _spell(
        e, "ssd_s47_enquiry", kind="s47", child_id=e.s47e_person_id, spell_id=e.s47e_s47_enquiry_id,
        started_on=e.s47e_s47_start_date, ended_on=e.s47e_s47_end_date,
        outcome=(e.s47e_s47_nfa == "Y").ifelse(literal("no_conference"), ibis.null("string")),
        team_id=e.s47e_s47_completed_by_team, worker_id=e.s47e_s47_completed_by_worker_id,
    )  # fmt: skip
    n = record("ssd_cin_plans")
    yield "cin_plan", _spell(
        n, "ssd_cin_plans", kind="cin_plan", child_id=n.cinp_person_id, spell_id=n.cinp_cin_plan_id,
        started_on=n.cinp_cin_plan_start_date, ended_on=n.cinp_cin_plan_end_date,
        team_id=n.cinp_cin_plan_team, worker_id=n.cinp_cin_plan_worker_id,
    )  # fmt: skip
    c = record("ssd_cp_plans")
    yield "cp_plan", _spell(
        c, "ssd_cp_plans", kind="cp_plan", child_id=c.cppl_person_id, spell_id=c.cppl_cp_plan_id,
        started_on=c.cppl_cp_plan_start_date, ended_on=c.cppl_cp_plan_end_date,
        outcome=c.cppl_cp_plan_latest_category,
    )  # fmt: skip
    yield "care", _care()
    p = record("ssd_cla_placement")
    yield "placement", _spell(
        p, "ssd_cla_placement", kind="placement", child_id=p.clap_person_id, spell_id=p.clap_cla_placement_id,
        started_on=p.clap_cla_placement_start_date, ended_on=p.clap_cla_placement_end_date,
        outcome=p.clap_cla_placement_type,
    )  # fmt: skip
    i = record("ssd_involvements")
    workers = i.filter(i.invo_professional_role_id == "Allocated social worker")
    yield "allocation", _spell(
        workers, "ssd_involvements", kind="allocation", child_id=workers.invo_person_id,
        spell_id=workers.invo_involvements_id, started_on=workers.invo_involvement_start_date,
        ended_on=workers.invo_involvement_end_date, team_id=workers.invo_professional_team,
        worker_id=workers.invo_professional_id,
    )  # fmt: skip
    w = record("ssd_pre_proceedings")
    yield "preproceedings", _spell(
        w, "ssd_pre_proceedings", kind="preproceedings", child_id=w.prep_person_id, spell_id=w.prep_table_id,
        started_on=w.prep_pre_pro_decision_date, ended_on=w.prep_agree_stepdown_issue_date,
        outcome=w.prep_pre_pro_outcome,
    )  # fmt: skip
    m = record("ssd_missing")
    yield "missing", _spell(
        m, "ssd_missing", kind="missing", child_id=m.miss_person_id, spell_id=m.miss_table_id,
        started_on=m.miss_missing_episode_start_date, ended_on=m.miss_missing_episode_end_date,
    )  # fmt: skip


def _care() -> ir.Table:
    """A period of care is all the episodes under one care id; it has ended only when every episode has.

    Where no date of entering care is given, an episode's own start is it only when its reason is S, starting care.
    """
    e = record("ssd_cla_episodes")
    periods = e.group_by(child_id=e.clae_person_id, cla_id=e.clae_cla_id).agg(
        started=ibis.coalesce(
            e.clae_entered_care_date,
            (e.clae_cla_episode_start_reason == "S").ifelse(e.clae_cla_episode_start_date, ibis.null("date")),
        ).min(),
        ended=e.clae_cla_episode_ceased_date.max(),
        still_open=e.clae_cla_episode_ceased_date.isnull().cast("int64").max(),
    )
    return _spell(
        periods, "ssd_cla_episodes", kind="care", child_id=periods.child_id, spell_id=periods.cla_id,
        started_on=periods.started, ended_on=(periods.still_open == 0).ifelse(periods.ended, ibis.null("date")),
    )  # fmt: skip


def events_of_records() -> Iterator[tuple[str, ir.Table]]:
    """(name, rows) for each kind of event taken from one table."""
    c = record("ssd_contacts")
    outcome = (
        ibis.cases(
            (c.cont_contact_outcome_json.re_search(NEW_REFERRAL), "referral"),
            (c.cont_contact_outcome_json.notnull(), "other"),
        )
    )  # fmt: skip
    yield "contact", _event(
        c, "ssd_contacts", kind="contact", child_id=c.cont_person_id, on_date=c.cont_contact_date,
        outcome=outcome, source_key=c.cont_contact_id,
    )  # fmt: skip
    r = record("ssd_cin_episodes")
    yield "referral", _event(
        r, "ssd_cin_episodes", kind="referral", child_id=r.cine_person_id, on_date=r.cine_referral_date,
        spell_id=r.cine_referral_id, team_id=r.cine_referral_team, worker_id=r.cine_referral_worker_id,
        source_key=r.cine_referral_id,
    )  # fmt: skip
    a = record("ssd_cin_assessments")
    for kind, day in (
        ("assessment_started", "cina_assessment_start_date"),
        ("assessment_authorised", "cina_assessment_auth_date"),
    ):
        rows = a.filter(a[day].notnull())
        yield kind, _event(
            rows, "ssd_cin_assessments", kind=kind, child_id=rows.cina_person_id, on_date=rows[day],
            spell_id=rows.cina_referral_id, team_id=rows.cina_assessment_team,
            worker_id=rows.cina_assessment_worker_id, source_key=rows.cina_assessment_id,
        )  # fmt: skip
    s = record("ssd_s47_enquiry")
    yield "s47_started", _event(
        s, "ssd_s47_enquiry", kind="s47_started", child_id=s.s47e_person_id, on_date=s.s47e_s47_start_date,
        spell_id=s.s47e_s47_enquiry_id, team_id=s.s47e_s47_completed_by_team,
        worker_id=s.s47e_s47_completed_by_worker_id, source_key=s.s47e_s47_enquiry_id,
    )  # fmt: skip
    i = record("ssd_initial_cp_conference")
    held = i.filter(i.icpc_icpc_date.notnull())
    yield "icpc", _event(
        held, "ssd_initial_cp_conference", kind="icpc", child_id=held.icpc_person_id, on_date=held.icpc_icpc_date,
        spell_id=held.icpc_s47_enquiry_id, outcome=held.icpc_icpc_outcome_cp_flag, team_id=held.icpc_icpc_team,
        worker_id=held.icpc_icpc_worker_id, source_key=held.icpc_icpc_id,
    )  # fmt: skip
    v = record("ssd_cp_visits")
    yield "cp_visit", _event(
        v, "ssd_cp_visits", child_id=v.cppv_person_id, on_date=v.cppv_cp_visit_date, spell_id=v.cppv_cp_plan_id,
        kind=(v.cppv_cp_visit_seen == "Y").fill_null(False).ifelse("cp_visit", "cp_visit_not_seen"),
        source_key=v.cppv_cp_visit_id,
    )  # fmt: skip
    w = record("ssd_cp_reviews")
    reviewed = w.filter(w.cppr_cp_review_date.notnull())
    yield "cp_review", _event(
        reviewed, "ssd_cp_reviews", kind="cp_review", child_id=reviewed.cppr_person_id,
        on_date=reviewed.cppr_cp_review_date, spell_id=reviewed.cppr_cp_plan_id,
        source_key=reviewed.cppr_cp_review_id,
    )  # fmt: skip
    n = record("ssd_cin_visits")
    yield "cin_visit", _event(
        n, "ssd_cin_visits", kind="cin_visit", child_id=n.cinv_person_id, on_date=n.cinv_cin_visit_date,
        source_key=n.cinv_cin_visit_id,
    )  # fmt: skip
    p = record("ssd_cla_care_plan")
    planned = p.filter(p.lacp_cla_care_plan_json.re_search(PERMANENCE))
    yield "permanence_planned", _event(
        planned, "ssd_cla_care_plan", kind="permanence_planned", child_id=planned.lacp_person_id,
        on_date=planned.lacp_cla_care_plan_start_date, source_key=planned.lacp_table_id,
    )  # fmt: skip


def events_of_spells(spells: ir.Table) -> Iterator[tuple[str, ir.Table]]:
    """(name, rows) for the events that need a spell to be read: reviews and visits in care, moves, new workers."""
    care, placement = spells.filter(spells.kind == "care"), spells.filter(spells.kind == "placement")
    r = record("ssd_cla_reviews")
    held = r.filter((r.clar_cla_review_cancelled != "Y").fill_null(True) & r.clar_cla_review_date.notnull())
    joined = held.inner_join(care, held.clar_cla_id == care.spell_id)
    yield "cla_review", _event(
        joined, "ssd_cla_reviews", kind="cla_review", child_id=joined.child_id, on_date=joined.clar_cla_review_date,
        spell_id=joined.clar_cla_id, source_key=joined.clar_cla_review_id,
    )  # fmt: skip
    v = record("ssd_cla_visits")
    within = v.inner_join(
        placement,
        (v.clav_person_id == placement.child_id)
        & (placement.started_on <= v.clav_cla_visit_date)
        & (placement.ended_on.isnull() | (v.clav_cla_visit_date < placement.ended_on)),
    )
    yield "cla_visit", _event(
        within, "ssd_cla_visits", kind="cla_visit", child_id=within.child_id, on_date=within.clav_cla_visit_date,
        spell_id=within.spell_id, outcome=within.clav_cla_visit_seen, source_key=within.clav_cla_visit_id,
    )  # fmt: skip
    m = spells.filter(spells.kind == "missing")
    yield "missing", _event(
        m, "ssd_missing", kind="missing", child_id=m.child_id, on_date=m.started_on, spell_id=m.spell_id,
        source_key=m.source_key,
    )  # fmt: skip
    moves = record("ssd_cla_placement")
    in_order = ibis.row_number().over(
        group_by=moves.clap_cla_id,
        order_by=[moves.clap_cla_placement_start_date, moves.clap_cla_placement_id],
    )
    later = moves.mutate(nth=in_order).filter(lambda t: t.nth > 0)
    yield "placement_changed", _event(
        later, "ssd_cla_placement", kind="placement_changed", child_id=later.clap_person_id,
        on_date=later.clap_cla_placement_start_date, spell_id=later.clap_cla_placement_id,
        source_key=later.clap_cla_placement_id,
    )  # fmt: skip
    allocated = spells.filter(spells.kind == "allocation")
    window = ibis.window(group_by=allocated.child_id, order_by=[allocated.started_on, allocated.spell_id])
    after = allocated.mutate(
        last_ended=allocated.ended_on.lag().over(window), last_worker=allocated.worker_id.lag().over(window)
    )
    handed = after.filter((after.last_ended == after.started_on) & (after.last_worker != after.worker_id))
    yield "worker_changed", _event(
        handed, "ssd_involvements", kind="worker_changed", child_id=handed.child_id, on_date=handed.started_on,
        spell_id=handed.spell_id, team_id=handed.team_id, worker_id=handed.worker_id,
        source_key=handed.source_key,
    )  # fmt: skip
    ended = spells.filter((spells.kind == "preproceedings") & spells.ended_on.notnull())
    yield "preproceedings_ended", _event(
        ended, "ssd_pre_proceedings", kind="preproceedings_ended", child_id=ended.child_id, on_date=ended.ended_on,
        spell_id=ended.spell_id, source_key=ended.source_key,
    )  # fmt: skip


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
