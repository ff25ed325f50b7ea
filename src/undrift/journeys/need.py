"""From contact to court: front door, early help, assessment, child protection, child in need, pre-proceedings."""

import ibis
import ibis.expr.types as ir

from undrift.engines.limits import later, weeks
from undrift.journeys.shape import (
    Rows,
    dated,
    ended,
    event,
    forever,
    in_order,
    lasting,
    now,
    record,
    spell,
    word,
    yes,
)

NEW_REFERRAL = r'"OUTCOME_NEW_REFERRAL_FLAG"\s*:\s*"Y"'


def spells() -> Rows:
    """Spells that need no other spell to be read."""
    yield "contact", _contacts()
    yield lasting(
        "early_help", "ssd_early_help_episodes", child_id="earl_person_id", spell_id="earl_episode_id",
        started_on="earl_episode_start_date", ended_on="earl_episode_end_date", worker_id="earl_episode_worker_id",
    )  # fmt: skip
    yield lasting(
        "early_help_assessment", "local_early_help_assessments", child_id="ehas_person_id", spell_id="ehas_id",
        started_on="ehas_start_date", ended_on="ehas_completion_date",
    )  # fmt: skip
    yield lasting(
        "referral", "ssd_cin_episodes", child_id="cine_person_id", spell_id="cine_referral_id",
        started_on="cine_referral_date", ended_on="cine_close_date", detail="cine_cin_primary_need_code",
        outcome=lambda r: word(r.cine_referral_nfa == "Y", "nfa"), team_id="cine_referral_team",
        worker_id="cine_referral_worker_id",
    )  # fmt: skip
    yield lasting(
        "assessment", _with_birth(record("ssd_cin_assessments"), "cina_person_id"), "ssd_cin_assessments",
        child_id="cina_person_id", spell_id="cina_assessment_id", started_on="cina_assessment_start_date",
        ended_on="cina_assessment_auth_date", team_id="cina_assessment_team", worker_id="cina_assessment_worker_id",
        detail=lambda a: word(_unborn(a, a.cina_assessment_start_date), "unborn"),
    )  # fmt: skip
    yield lasting(
        "strategy_discussion", "local_strategy_discussions", child_id="strd_person_id", spell_id="strd_id",
        started_on="strd_concern_date", ended_on="strd_held_date", outcome=lambda s: s.strd_outcome.lower(),
        team_id="strd_team",
    )  # fmt: skip
    yield lasting(
        "s47", "ssd_s47_enquiry", child_id="s47e_person_id", spell_id="s47e_s47_enquiry_id",
        started_on="s47e_s47_start_date", ended_on="s47e_s47_end_date",
        outcome=lambda e: word(e.s47e_s47_nfa == "Y", "no_conference"), team_id="s47e_s47_completed_by_team",
        worker_id="s47e_s47_completed_by_worker_id",
    )  # fmt: skip
    yield lasting(
        "cp_plan", _with_birth(record("ssd_cp_plans"), "cppl_person_id").cross_join(now()), "ssd_cp_plans",
        child_id="cppl_person_id", spell_id="cppl_cp_plan_id", started_on="cppl_cp_plan_start_date",
        ended_on="cppl_cp_plan_end_date", outcome="cppl_cp_plan_latest_category",
        detail=lambda c: ibis.cases((_unborn(c, c.now), "unborn"), (c.cppl_cp_plan_ola == "Y", "other_authority")),
    )  # fmt: skip
    yield "cin_plan", _cin_plans()
    yield lasting(
        "preproceedings", "ssd_pre_proceedings", child_id="prep_person_id", spell_id="prep_table_id",
        started_on="prep_pre_pro_decision_date", ended_on="prep_agree_stepdown_issue_date",
        outcome="prep_pre_pro_outcome",
    )  # fmt: skip
    applied = record("local_preproceedings")
    yield lasting(
        "court_proceedings", applied.filter(applied.lpre_application_date.notnull()), "local_preproceedings",
        child_id="lpre_person_id", spell_id="lpre_table_id", started_on="lpre_application_date",
        ended_on="lpre_final_order_date",
    )  # fmt: skip
    orders = record("local_supervision_orders")
    yield lasting(
        "supervision_order", orders.filter(orders.suor_made_date.notnull()), "local_supervision_orders",
        child_id="suor_person_id", spell_id="suor_id", started_on="suor_made_date", ended_on="suor_end_date",
        outcome=lambda s: word(s.suor_extended_to_date.notnull(), "extended"),
    )  # fmt: skip
    yield lasting(
        "unborn", _pregnancies(), "ssd_person",
        child_id="pers_person_id", spell_id="pers_person_id", started_on="began", ended_on="over",
    )  # fmt: skip


LONGEST_PAST_TERM = weeks(2)  # a pregnancy runs forty weeks, and hardly any beyond forty-two


def _pregnancies() -> ir.Table:
    """Forty weeks before the day expected, to birth; where no birth is recorded, to two weeks after that day."""
    people = record("ssd_person")
    known = people.filter(people.pers_expected_dob.notnull()).cross_join(now())
    last = later(known.pers_expected_dob, LONGEST_PAST_TERM)
    return known.mutate(
        began=later(known.pers_expected_dob, weeks(-40)),
        over=ibis.coalesce(known.pers_dob, (last <= known.now).ifelse(last, ibis.null("date"))),
    )


def _contacts() -> ir.Table:
    """A contact lasts until the decision on it.

    Where no decision is recorded and the contact is said to have become a referral, the day of the referral that
    followed it stands for the decision: the child's next one, before their next contact that became one.
    """
    c, d, r = record("ssd_contacts"), record("local_contact_decisions"), record("ssd_cin_episodes")
    d = d.filter(d.code_contact_id.notnull())
    first = d.group_by(decided_contact=d.code_contact_id).agg(
        decided_on=d.code_decided_date.min(), decisions=d.count()
    )
    rows = c.left_join(first, c.cont_contact_id == first.decided_contact)
    referred = rows.cont_contact_outcome_json.re_search(NEW_REFERRAL).fill_null(False)
    days = rows.mutate(referred=referred).select("cont_person_id", "cont_contact_date", "referred").distinct()
    window = ibis.window(group_by=[days.cont_person_id, days.referred], order_by=days.cont_contact_date)
    nexts = days.mutate(next_contact=days.cont_contact_date.lead().over(window)).filter(days.referred)
    proxy = nexts.inner_join(
        r,
        (nexts.cont_person_id == r.cine_person_id)
        & (nexts.cont_contact_date <= r.cine_referral_date)
        & (nexts.next_contact.isnull() | (r.cine_referral_date < nexts.next_contact)),
    )
    by_day = proxy.group_by(proxy_child=proxy.cont_person_id, proxy_day=proxy.cont_contact_date).agg(
        referral_on=proxy.cine_referral_date.min()
    )
    told = rows.mutate(referred=referred).left_join(
        by_day, (c.cont_person_id == by_day.proxy_child) & (c.cont_contact_date == by_day.proxy_day)
    )
    has_decision = told.decisions.notnull()
    stood_for = (told.referred & ~has_decision).ifelse(told.referral_on, ibis.null("date"))
    return spell(
        told, "ssd_contacts", kind="contact", child_id=told.cont_person_id, spell_id=told.cont_contact_id,
        started_on=told.cont_contact_date, ended_on=ibis.coalesce(told.decided_on, stood_for),
        outcome=ibis.cases(
            (told.referred, "referral"), (has_decision, "decided"), (told.cont_contact_outcome_json.notnull(), "other")
        ),
    )  # fmt: skip


def _cin_plans() -> ir.Table:
    n, r = record("ssd_cin_plans"), record("ssd_cin_episodes")
    need = r.select(need_referral=r.cine_referral_id, need=r.cine_cin_primary_need_code)
    rows = n.left_join(need, n.cinp_referral_id == need.need_referral)
    return spell(
        rows, "ssd_cin_plans", kind="cin_plan", child_id=rows.cinp_person_id, spell_id=rows.cinp_cin_plan_id,
        started_on=rows.cinp_cin_plan_start_date, ended_on=rows.cinp_cin_plan_end_date, detail=rows.need,
        team_id=rows.cinp_cin_plan_team, worker_id=rows.cinp_cin_plan_worker_id,
    )  # fmt: skip


def _with_birth(rows: ir.Table, child: str) -> ir.Table:
    p = record("ssd_person")
    born = p.select(born_id=p.pers_person_id, dob=p.pers_dob, expected_dob=p.pers_expected_dob)
    return rows.left_join(born, rows[child] == born.born_id)


def _unborn(rows: ir.Table, day: ir.Value) -> ir.BooleanValue:
    """Not yet born on the day: a later date of birth, or none and a date expected, not long gone."""
    return (rows.dob > day) | (rows.dob.isnull() & (day < later(rows.expected_dob, LONGEST_PAST_TERM)))


def spells_of_spells(spells: ir.Table) -> Rows:
    """Support after a child protection plan: from its end to that of the child in need plan open or begun within four weeks."""
    cp, cin = (spells.filter(spells.kind == kind) for kind in ("cp_plan", "cin_plan"))
    over = cp.filter(cp.ended_on.notnull())
    after = cin.select(
        cin_child=cin.child_id, cin_start=cin.started_on, cin_end=cin.ended_on, cin_id=cin.spell_id,
        cin_team=cin.team_id, cin_worker=cin.worker_id,
    )  # fmt: skip
    met = over.inner_join(
        after,
        (over.child_id == after.cin_child)
        & (after.cin_start <= later(over.ended_on, weeks(4)))
        & (forever(after.cin_end) > over.ended_on),
    )
    one = met.group_by(met.child_id, met.spell_id, met.ended_on).agg(
        until=forever(met.cin_end).max(), cin_id=met.cin_id.max(), team_id=met.cin_team.max(),
        worker_id=met.cin_worker.max(),
    )  # fmt: skip
    yield "step_down", spell(
        one, "ssd_cin_plans", kind="step_down", child_id=one.child_id, spell_id=one.spell_id,
        started_on=one.ended_on, ended_on=ended(one.until), source_key=one.cin_id, team_id=one.team_id,
        worker_id=one.worker_id,
    )  # fmt: skip


def events() -> Rows:
    """Events taken from one table."""
    yield dated(
        "contact", "ssd_contacts", "cont_contact_date", child_id="cont_person_id", source_key="cont_contact_id",
        undated=True, outcome=lambda c: ibis.cases(
            (c.cont_contact_outcome_json.re_search(NEW_REFERRAL), "referral"),
            (c.cont_contact_outcome_json.notnull(), "other"),
        ),
        detail="cont_contact_source_code",
    )  # fmt: skip
    yield dated(
        "contact_decided", "local_contact_decisions", "code_decided_date", child_id="code_person_id",
        spell_id="code_contact_id", outcome=lambda d: d.code_decision.lower(),
        detail=lambda d: word(d.code_manager_id.isnull(), "no_manager"), worker_id="code_manager_id",
        source_key="code_id",
    )  # fmt: skip
    yield dated(
        "referral", "ssd_cin_episodes", "cine_referral_date", child_id="cine_person_id", spell_id="cine_referral_id",
        outcome=lambda r: word(r.cine_referral_nfa == "Y", "nfa"), detail="cine_cin_primary_need_code",
        team_id="cine_referral_team", worker_id="cine_referral_worker_id", undated=True, source_key="cine_referral_id",
    )  # fmt: skip
    yield dated(
        "referral_closed", "ssd_cin_episodes", "cine_close_date", child_id="cine_person_id",
        spell_id="cine_referral_id", outcome="cine_close_reason", source_key="cine_referral_id",
    )  # fmt: skip
    yield dated(
        "early_help_started", "ssd_early_help_episodes", "earl_episode_start_date", child_id="earl_person_id",
        spell_id="earl_episode_id", source_key="earl_episode_id",
    )  # fmt: skip
    yield _assessed("assessment_started", record("ssd_cin_assessments"), "cina_assessment_start_date")
    for kind, day in (
        ("assessment_reviewed", "asre_review_date"),
        ("assessment_child_seen", "asre_child_seen_date"),
    ):
        yield dated(
            kind, "local_assessment_reviews", day, child_id="asre_person_id", spell_id="asre_assessment_id",
            source_key="asre_id",
        )  # fmt: skip
    yield dated(
        "strategy_discussion", "local_strategy_discussions", "strd_held_date", child_id="strd_person_id",
        spell_id="strd_id", outcome=lambda s: s.strd_outcome.lower(), team_id="strd_team", worker_id="strd_chair_id",
        source_key="strd_id",
        detail=lambda s: ibis.cases(
            (s.strd_police_present == "N", "no_police"), (s.strd_health_present == "N", "no_health"),
            (s.strd_referrer_present == "N", "no_referrer"),
            ((s.strd_police_present == "Y") & (s.strd_health_present == "Y"), "quorate"),
        ),
    )  # fmt: skip
    for kind, day in (("s47_started", "s47e_s47_start_date"), ("s47_ended", "s47e_s47_end_date")):
        yield dated(
            kind, "ssd_s47_enquiry", day, child_id="s47e_person_id", spell_id="s47e_s47_enquiry_id",
            outcome=lambda e: word(e.s47e_s47_nfa == "Y", "no_conference"), team_id="s47e_s47_completed_by_team",
            worker_id="s47e_s47_completed_by_worker_id", source_key="s47e_s47_enquiry_id",
        )  # fmt: skip
    yield dated(
        "icpc", "ssd_initial_cp_conference", "icpc_icpc_date", child_id="icpc_person_id",
        spell_id="icpc_s47_enquiry_id", outcome="icpc_icpc_outcome_cp_flag", team_id="icpc_icpc_team",
        worker_id="icpc_icpc_worker_id", source_key="icpc_icpc_id",
        detail=lambda i: word(i.icpc_icpc_transfer_in == "Y", "transfer_in"),
    )  # fmt: skip
    visits = record("ssd_cp_visits")
    seen = yes(visits.cppv_cp_visit_seen)
    for kind, rows in (
        ("cp_visit", visits.filter(seen)),
        ("cp_visit_alone", visits.filter(seen & yes(visits.cppv_cp_visit_seen_alone))),
        ("cp_visit_not_seen", visits.filter(~seen)),
    ):
        yield kind, event(
            rows, "ssd_cp_visits", kind=kind, child_id=rows.cppv_person_id, on_date=rows.cppv_cp_visit_date,
            spell_id=rows.cppv_cp_plan_id, source_key=rows.cppv_cp_visit_id,
        )  # fmt: skip
    yield dated(
        "cp_review", "ssd_cp_reviews", "cppr_cp_review_date", child_id="cppr_person_id", spell_id="cppr_cp_plan_id",
        source_key="cppr_cp_review_id",
    )  # fmt: skip
    yield dated(
        "core_group", "local_core_groups", "corg_held_date", child_id="corg_person_id", spell_id="corg_cp_plan_id",
        source_key="corg_id",
    )  # fmt: skip
    need = record("ssd_cin_visits")
    seen = yes(need.cinv_cin_visit_seen)
    for kind, rows in (("cin_visit", need.filter(seen)), ("cin_visit_not_seen", need.filter(~seen))):
        yield kind, event(
            rows, "ssd_cin_visits", kind=kind, child_id=rows.cinv_person_id, on_date=rows.cinv_cin_visit_date,
            source_key=rows.cinv_cin_visit_id,
        )  # fmt: skip
    yield dated(
        "cin_review", "local_cin_reviews", "cinr_held_date", child_id="cinr_person_id", spell_id="cinr_cin_plan_id",
        source_key="cinr_id",
    )  # fmt: skip
    yield from _preproceedings()


def _assessed(kind: str, rows: ir.Table, day: str, detail: str | None = None) -> tuple[str, ir.Table]:
    return dated(
        kind, rows, day, "ssd_cin_assessments", child_id="cina_person_id", spell_id="cina_referral_id",
        outcome=lambda a: ibis.cases(
            (a.cina_assessment_outcome_nfa == "Y", "nfa"), (a.cina_assessment_outcome_nfa == "N", "need")
        ),
        detail=detail, team_id="cina_assessment_team", worker_id="cina_assessment_worker_id",
        source_key="cina_assessment_id",
    )  # fmt: skip


def _with_open_plan(assessments: ir.Table, spells: ir.Table) -> ir.Table:
    """`on_plan`: whether a plan, or care, begun before the day of authorisation was still going on after it."""
    held = spells.filter(spells.kind.isin(("cin_plan", "cp_plan", "care"))).select(
        plan_child="child_id", plan_start="started_on", plan_end=forever(spells.ended_on)
    )
    met = assessments.inner_join(
        held,
        (assessments.cina_person_id == held.plan_child)
        & (held.plan_start < assessments.cina_assessment_auth_date)
        & (assessments.cina_assessment_auth_date < held.plan_end),
    )
    on_plan = met.select(planned="cina_assessment_id", planned_child="cina_person_id").distinct()
    rows = assessments.left_join(
        on_plan,
        (assessments.cina_assessment_id == on_plan.planned)
        & (assessments.cina_person_id == on_plan.planned_child),
    )
    return rows.mutate(on_plan=word(rows.planned.notnull(), "on_plan"))


def _preproceedings() -> Rows:
    p, mine = record("ssd_pre_proceedings"), record("local_preproceedings")
    more = mine.select(more_id=mine.lpre_table_id, letter=mine.lpre_letter_date)
    told = p.left_join(more, p.prep_table_id == more.more_id)
    told = told.mutate(letter_on=ibis.coalesce(told.prep_pre_pro_letter_date, told.letter))
    for kind, day in (
        ("preproceedings_started", "prep_pre_pro_decision_date"),
        ("preproceedings_letter", "letter_on"),
        ("preproceedings_meeting", "prep_initial_pre_pro_meeting_date"),
        ("preproceedings_ended", "prep_agree_stepdown_issue_date"),
    ):
        yield dated(
            kind, told, day, "ssd_pre_proceedings", child_id="prep_person_id", spell_id="prep_table_id",
            outcome="prep_pre_pro_outcome", source_key="prep_table_id",
        )  # fmt: skip
    for kind, day in (
        ("preproceedings_reviewed", "lpre_review_date"),
        ("preproceedings_extended", "lpre_extended_date"),
        ("family_group_offered", "lpre_family_group_date"),
        ("court_application", "lpre_application_date"),
        ("first_hearing", "lpre_first_hearing_date"),
    ):
        yield dated(
            kind, "local_preproceedings", day, child_id="lpre_person_id", spell_id="lpre_table_id",
            source_key="lpre_table_id",
        )  # fmt: skip


def events_of_spells(spells: ir.Table) -> Rows:
    """The days plans began and ended; assessments authorised, and whether a plan was open already."""
    assessed = _with_open_plan(record("ssd_cin_assessments"), spells)
    yield _assessed("assessment_authorised", assessed, "cina_assessment_auth_date", "on_plan")
    for kind, source in (("cp_plan", "ssd_cp_plans"), ("cin_plan", "ssd_cin_plans")):
        held = spells.filter(spells.kind == kind)
        for word_, day, rows in (("started", "started_on", held), ("ended", "ended_on", in_order(held))):
            yield dated(
                f"{kind}_{word_}", rows, day, source, child_id="child_id", spell_id="spell_id", outcome="outcome",
                detail="detail", team_id="team_id", worker_id="worker_id", source_key="source_key",
            )  # fmt: skip
