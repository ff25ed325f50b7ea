"""Leaving care, going missing, and special educational needs."""

import ibis
import ibis.expr.types as ir

from undrift.engines.limits import Limit, later, months
from undrift.journeys.shape import Rows, by_now, dated, ended, event, forever, lasting, record, spell, word

ELIGIBLE_AFTER = 91
"""Days in care since the fourteenth birthday, thirteen weeks, that make a child eligible."""
IN_TOUCH = (17, 18, 19, 20, 21)
"""The birthdays about which the department asks whether a care leaver was in touch."""


def spells() -> Rows:
    """Spells that need no other spell to be read."""
    m, i = record("ssd_missing"), record("local_return_interviews")
    said_no = i.filter(i.rhin_accepted == "N").select(declined=i.rhin_missing_id).distinct()
    rows = m.left_join(said_no, m.miss_table_id == said_no.declined)
    refused = rows.declined.notnull() | (rows.miss_missing_rhi_accepted == "N").fill_null(False)
    yield lasting(
        "missing", rows, "ssd_missing", child_id="miss_person_id", spell_id="miss_table_id",
        started_on="miss_missing_episode_start_date", ended_on="miss_missing_episode_end_date",
        outcome=word(refused, "declined"), detail="miss_missing_episode_type",
    )  # fmt: skip
    requests, assessments, plans = _requests(), _assessments(), _plans()
    yield lasting(
        "ehc_request", requests, "ssd_ehcp_requests", child_id="send_person_id", spell_id="ehcr_ehcp_request_id",
        started_on="ehcr_ehcp_req_date", ended_on="ehcr_ehcp_req_outcome_date",
        outcome=lambda r: ibis.cases((r.ehcr_ehcp_req_outcome == "W", "withdrawn"), (r.ehcr_ehcp_req_outcome == "N", "refused")),
    )  # fmt: skip
    said = assessments.select(
        asked="ehca_ehcp_request_id", said="ehca_ehcp_assessment_outcome",
        said_on="ehca_ehcp_assessment_outcome_date", exception="ehca_ehcp_assessment_exceptions",
    )  # fmt: skip
    told = requests.left_join(said, requests.ehcr_ehcp_request_id == said.asked)
    yield lasting(
        "ehc_process", told, "ssd_ehcp_requests", child_id="send_person_id", spell_id="ehcr_ehcp_request_id",
        started_on="ehcr_ehcp_req_date", ended_on="said_on",
        outcome=lambda t: ibis.cases(
            (t.ehcr_ehcp_req_outcome == "N", "refused"), (t.ehcr_ehcp_req_outcome == "W", "withdrawn"),
            (t.said == "W", "withdrawn"), (t.said == "N", "no_plan"), (t.exception == "1", "exception"),
            (t.said == "Y", "plan"),
        ),
    )  # fmt: skip
    yield lasting(
        "ehc_plan", plans, "ssd_ehcp_named_plan", child_id="send_person_id", spell_id="ehcn_named_plan_id",
        started_on="ehcn_named_plan_start_date", ended_on="ehcn_named_plan_ceased_date",
    )  # fmt: skip
    yield lasting(
        "ehc_review", "local_ehcp_reviews", child_id="ehrv_person_id", spell_id="ehrv_id",
        started_on="ehrv_meeting_date", ended_on="ehrv_decision_date",
    )  # fmt: skip
    amended = record("local_ehcp_amendments")
    for kind, day in (("ehc_amendment", "eham_meeting_date"), ("ehc_amendment_notice", "eham_notice_date")):
        begun = amended if kind == "ehc_amendment" else amended.filter(amended[day].notnull())
        yield lasting(
            kind, begun, "local_ehcp_amendments", child_id="eham_person_id", spell_id="eham_id", started_on=day,
            ended_on="eham_final_date",
        )  # fmt: skip


def _requests() -> ir.Table:
    """Requests for an assessment, each with its child (`send_person_id`)."""
    r, s = record("ssd_ehcp_requests"), record("ssd_send")
    return r.inner_join(s.select("send_table_id", "send_person_id"), r.ehcr_send_table_id == s.send_table_id)


def _assessments() -> ir.Table:
    a, r = record("ssd_ehcp_assessment"), _requests().select("ehcr_ehcp_request_id", "send_person_id")
    return a.inner_join(r, a.ehca_ehcp_request_id == r.ehcr_ehcp_request_id)


def _plans() -> ir.Table:
    p, a = record("ssd_ehcp_named_plan"), _assessments()
    a = a.select("ehca_ehcp_assessment_id", "ehca_ehcp_request_id", "send_person_id")
    return p.inner_join(a, p.ehcn_ehcp_asmt_id == a.ehca_ehcp_assessment_id)


def _born() -> ir.Table:
    p = record("ssd_person")
    return p.filter(p.pers_dob.notnull()).select(born_id=p.pers_person_id, dob=p.pers_dob)


def age(years: int) -> Limit:
    """So many years, as calendar months: the birthday of that age, clipped for those born on 29 February."""
    return months(12 * years)


def _care_leavers(eligible: ir.Table) -> ir.Table:
    """Everyone the authority lists as a care leaver: from sixteen, or from becoming eligible if later, to twenty-one."""
    c, born = record("ssd_care_leavers"), _born()
    rows = c.inner_join(born, c.clea_person_id == born.born_id)
    since = eligible.group_by(eligible_id=eligible.child_id).agg(eligible_on=eligible.started_on.min())
    rows = rows.left_join(since, rows.clea_person_id == since.eligible_id)
    one = rows.group_by(rows.clea_person_id, rows.dob).agg(
        key=rows.clea_table_id.min(), kind_of=rows.clea_care_leaver_eligibility.max(),
        team=rows.clea_care_leaver_allocated_team.max(), worker=rows.clea_care_leaver_worker_id.max(),
        eligible_on=rows.eligible_on.min(),
    )  # fmt: skip
    sixteen = later(one.dob, age(16))
    return spell(
        one, "ssd_care_leavers", kind="care_leaver", child_id=one.clea_person_id, spell_id=one.clea_person_id,
        started_on=ibis.greatest(sixteen, ibis.coalesce(one.eligible_on, sixteen)),
        ended_on=later(one.dob, age(21)), outcome=one.kind_of.lower().replace(" ", "_"), source_key=one.key, team_id=one.team,
        worker_id=one.worker,
    )  # fmt: skip


def _since_14(spells: ir.Table) -> ir.Table:
    """Periods of care since fourteen: `since`, `until`, the `earlier` days of them, and the day thirteen weeks are `reached`."""
    care, born = spells.filter(spells.kind == "care"), _born()
    rows = care.inner_join(born, care.child_id == born.born_id)
    rows = rows.mutate(
        since=ibis.greatest(rows.started_on, later(rows.dob, age(14))), until=forever(rows.ended_on)
    )
    rows = rows.filter(rows.since < rows.until)
    rows = rows.mutate(days=rows.until.delta(rows.since, unit="day"))
    before = ibis.window(group_by=rows.child_id, order_by=[rows.since, rows.spell_id], preceding=(None, 1))
    rows = rows.mutate(earlier=ibis.coalesce(rows.days.sum().over(before), 0))
    reached = rows.since + ibis.greatest(ELIGIBLE_AFTER - rows.earlier, 0).cast("int32").as_interval("D")
    return rows.mutate(since=rows.since.cast("date"), reached=reached.cast("date"))


def spells_of_spells(spells: ir.Table) -> Rows:
    """Eligible children: thirteen weeks in care since fourteen, and in care on or after their sixteenth birthday."""
    rows = _since_14(spells)
    not_yet = by_now(rows.filter(rows.earlier < ELIGIBLE_AFTER), "since")
    yield "care_since_14", spell(
        not_yet, "ssd_cla_episodes", kind="care_since_14", child_id=not_yet.child_id, spell_id=not_yet.spell_id,
        started_on=not_yet.since, ended_on=ended(not_yet.until), source_key=not_yet.source_key,
    )  # fmt: skip
    enough = rows.filter(rows.earlier + rows.days >= ELIGIBLE_AFTER)
    from_day = ibis.greatest(enough.reached, later(enough.dob, age(16)).cast("date"))
    eligible = enough.mutate(from_day=from_day)
    eligible = by_now(eligible.filter(eligible.from_day < eligible.until), "from_day")
    found = spell(
        eligible, "ssd_cla_episodes", kind="eligible", child_id=eligible.child_id, spell_id=eligible.spell_id,
        started_on=eligible.from_day, ended_on=ended(eligible.until), source_key=eligible.source_key,
    )  # fmt: skip
    yield "eligible", found
    yield "care_leaver", _care_leavers(found)


def events() -> Rows:
    """Events taken from one table."""
    yield dated(
        "return_interview", "local_return_interviews", "rhin_held_date", child_id="rhin_person_id",
        spell_id="rhin_missing_id", source_key="rhin_id",
    )  # fmt: skip
    c = record("ssd_care_leavers")
    in_touch = c.filter((c.clea_care_leaver_in_touch != "NO").fill_null(True))
    yield dated(
        "care_leaver_contact", in_touch, "clea_care_leaver_latest_contact", "ssd_care_leavers",
        child_id="clea_person_id", spell_id="clea_person_id", source_key="clea_table_id",
        team_id="clea_care_leaver_allocated_team",
    )  # fmt: skip
    yield dated(
        "pathway_plan", "ssd_care_leavers", "clea_pathway_plan_review_date", child_id="clea_person_id", spell_id="clea_person_id",
        source_key="clea_table_id", team_id="clea_care_leaver_allocated_team", worker_id="clea_care_leaver_worker_id",
    )  # fmt: skip
    born = _born()
    leavers = born.inner_join(c, born.born_id == c.clea_person_id).select("born_id", "dob").distinct()
    opens = None
    for years in IN_TOUCH:
        turn = leavers.select("born_id", opens=later(leavers.dob, months(12 * years - 3)))
        opens = turn if opens is None else opens.union(turn)
    assert opens is not None
    yield dated(
        "in_touch_window",
        by_now(opens, "opens"),
        "opens",
        "ssd_person",
        child_id="born_id",
        source_key="born_id",
    )
    yield dated(
        "ehc_plan_made", _plans(), "ehcn_named_plan_start_date", "ssd_ehcp_named_plan", child_id="send_person_id",
        spell_id="ehca_ehcp_request_id", source_key="ehcn_named_plan_id",
    )  # fmt: skip
    told = _assessments()
    yield dated(
        "ehc_refused", told.filter(told.ehca_ehcp_assessment_outcome == "N"), "ehca_ehcp_assessment_outcome_date",
        "ssd_ehcp_assessment", child_id="send_person_id", spell_id="ehca_ehcp_request_id",
        source_key="ehca_ehcp_assessment_id",
    )  # fmt: skip
    active, asked = (
        record("ssd_ehcp_active_plans"),
        _requests().select("ehcr_ehcp_request_id", "send_person_id"),
    )
    latest = active.inner_join(asked, active.ehcp_ehcp_request_id == asked.ehcr_ehcp_request_id).select(
        child="send_person_id", on="ehcp_active_ehcp_last_review_date", key="ehcp_active_ehcp_id"
    )
    r = record("local_ehcp_reviews")
    each = r.select(child=r.ehrv_person_id, on=r.ehrv_decision_date, key=r.ehrv_id)
    yield dated("ehc_reviewed", latest, "on", "ssd_ehcp_active_plans", child_id="child", source_key="key")
    yield dated("ehc_reviewed", each, "on", "local_ehcp_reviews", child_id="child", source_key="key")


def events_of_spells(spells: ir.Table) -> Rows:
    """Thirteen weeks in care since fourteen; going missing, and coming back."""
    rows = _since_14(spells)
    rows = rows.filter((rows.earlier < ELIGIBLE_AFTER) & (rows.earlier + rows.days >= ELIGIBLE_AFTER))
    yield dated(
        "thirteen_weeks", by_now(rows, "reached"), "reached", "ssd_cla_episodes", child_id="child_id",
        spell_id="spell_id", source_key="source_key",
    )  # fmt: skip
    m = spells.filter(spells.kind == "missing")
    for name, day in (("missing", "started_on"), ("missing_returned", "ended_on")):
        held = m if name == "missing" else m.filter(m.ended_on.notnull())
        yield name, event(
            held, "ssd_missing", kind=name, child_id=held.child_id, on_date=held[day], spell_id=held.spell_id,
            outcome=held.outcome, detail=held.detail, source_key=held.source_key,
        )  # fmt: skip
