"""Facts of workers, supervision, training, leadership, and of special educational needs."""

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.journeys.shape import record
from undrift.journeys.tables import events, spells
from undrift.measures.facts.fact import Fact, dated, days_between, lasting

_MONTH = ibis.interval(months=1)
_YEAR = ibis.interval(months=12)


def workers() -> ir.Table:
    """Each worker in the census, on the 30th of September it counts."""
    w = record("local_workforce")
    day = (w.wkfc_year.cast("string") + literal("-09-30")).cast("date")
    year_ago = (day - _YEAR).cast("date")
    started, left = w.wkfc_start_date, w.wkfc_end_date
    in_year = (started > year_ago) & (started <= day)
    left_in_year = ((left > year_ago) & (left <= day)).fill_null(False)
    return w.select(
        who="wkfc_professional_id", on_date=day, source_key="wkfc_id", agency="wkfc_agency",
        role="wkfc_organisation_role", fte=w.wkfc_fte_30_september.cast("float64"),
        contract_fte=w.wkfc_fte.cast("float64"), cases=w.wkfc_cases_30_september.cast("float64"),
        days_lost=w.wkfc_days_lost.cast("float64"), available_days=w.wkfc_fte_30_september.cast("float64") * 253,
        in_post=ibis.ifelse(left.isnull() | (left > day), "Y", "N"),
        joined=ibis.ifelse(in_year, "Y", "N"), left=ibis.ifelse(left_in_year, "Y", "N"),
        first_year=ibis.ifelse(w.wkfc_first_year_status.notnull(), "Y", "N"),
        years=days_between(started, day) / 365.25,
    )  # fmt: skip


def vacancies() -> ir.Table:
    v = record("local_workforce_vacancies")
    return v.select(
        who=v.wkva_year.cast("string"), child_id=ibis.null("string"),
        on_date=(v.wkva_year.cast("string") + literal("-09-30")).cast("date"),
        source_key=v.wkva_year.cast("string"), vacant_fte=v.wkva_vacancies_fte.cast("float64"),
        agency_fte=v.wkva_agency_fte.cast("float64"),
    )  # fmt: skip


def posts() -> ir.Table:
    """Workers in post: from the day they began to the day they left, as the latest census that names them says."""
    w = record("local_workforce")
    newest = ibis.row_number().over(group_by=w.wkfc_professional_id, order_by=[w.wkfc_year.desc(), w.wkfc_id])
    one = w.mutate(nth=newest).filter(lambda t: (t.nth == 0) & t.wkfc_start_date.notnull())
    return one.select(
        who="wkfc_professional_id", child_id=ibis.null("string"), started_on="wkfc_start_date",
        ended_on="wkfc_end_date", source_key="wkfc_id", agency="wkfc_agency", fte=one.wkfc_fte.cast("float64"),
        origin="wkfc_start_origin",
        newly_qualified=ibis.ifelse(one.wkfc_first_year_status.notnull(), "Y", "N"),
    )  # fmt: skip


def supervised() -> ir.Table:
    """A worker supervised: for the month from each session."""
    s = record("local_supervisions")
    kept = s.filter(s.supe_held_date.notnull() & s.supe_person_id.isnull())
    return kept.select(
        who="supe_professional_id", child_id=ibis.null("string"), started_on="supe_held_date",
        ended_on=(kept.supe_held_date + _MONTH).cast("date"), source_key="supe_id",
    )  # fmt: skip


def discussed() -> ir.Table:
    """A child discussed in supervision: for the month from each time."""
    s = record("local_supervisions")
    kept = s.filter(s.supe_held_date.notnull() & s.supe_person_id.notnull())
    return kept.select(
        child_id="supe_person_id", started_on="supe_held_date",
        ended_on=(kept.supe_held_date + _MONTH).cast("date"), source_key="supe_id",
    )  # fmt: skip


def _trained(course: str) -> ir.Table:
    t = record("local_training")
    kept = t.filter((t.trai_course == course) & t.trai_completed_date.notnull())
    return kept.select(
        who="trai_professional_id", child_id=ibis.null("string"), started_on="trai_completed_date",
        ended_on=ibis.null("date"), source_key="trai_id",
    )  # fmt: skip


def trained_motivational() -> ir.Table:
    return _trained("MOTIVATIONAL_INTERVIEWING")


def trained_permanence() -> ir.Table:
    return _trained("PERMANENCE")


def leadership() -> ir.Table:
    p = record("local_leadership_posts")
    return p.select(
        who="lead_post", child_id=ibis.null("string"), started_on="lead_from_date", ended_on="lead_to_date",
        source_key="lead_id", status="lead_status",
    )  # fmt: skip


def team_managers() -> ir.Table:
    p = record("local_team_managers")
    return p.select(
        who="tman_id", child_id=ibis.null("string"), team_id="tman_team_id", started_on="tman_from_date",
        ended_on="tman_to_date", source_key="tman_id", status="tman_status",
    )  # fmt: skip


def worker_changes() -> ir.Table:
    e = events.filter(events.kind == "worker_changed")
    return e.select("child_id", "team_id", "on_date", "source_key")


def allocated() -> ir.Table:
    """A child while a social worker holds them."""
    a = spells.filter((spells.kind == "allocation") & spells.started_on.notnull())
    return a.select("child_id", "team_id", "started_on", "ended_on", "source_key")


def holding() -> ir.Table:
    """A social worker while holding any child, with the share of full time they work."""
    a = spells.filter(
        (spells.kind == "allocation") & spells.started_on.notnull() & spells.worker_id.notnull()
    )
    far = literal("9999-12-31").cast("date")
    given = a.select("worker_id", "team_id", "started_on", "source_key", until=ibis.coalesce(a.ended_on, far))
    order = [given.started_on, given.source_key]
    before = ibis.window(group_by=given.worker_id, order_by=order, preceding=(None, 1))
    reach = given.mutate(reached=given.until.max().over(before))
    fresh = reach.mutate(fresh=(reach.reached.isnull() | (reach.started_on > reach.reached)).cast("int64"))
    island = fresh.mutate(
        island=fresh.fresh.sum().over(
            ibis.cumulative_window(group_by=fresh.worker_id, order_by=[fresh.started_on, fresh.source_key])
        )
    )
    spans = island.group_by("worker_id", "island").agg(
        started_on=island.started_on.min(), until=island.until.max(), team_id=island.team_id.max()
    )
    p = record("ssd_professionals").select("prof_professional_id", full_time="prof_full_time_equivalency")
    both = spans.left_join(p, spans.worker_id == p.prof_professional_id)
    return both.select(
        "team_id", "started_on", who="worker_id", child_id=ibis.null("string"), source_key="worker_id",
        ended_on=(both.until == far).ifelse(ibis.null("date"), both.until), fte=both.full_time.cast("float64"),
    )  # fmt: skip


def _send() -> ir.Table:
    return record("ssd_send").select("send_table_id", child_id="send_person_id")


def ehc_requests() -> ir.Table:
    r, s = record("ssd_ehcp_requests"), _send()
    both = r.inner_join(s, r.ehcr_send_table_id == s.send_table_id)
    return both.select(
        "child_id", on_date="ehcr_ehcp_req_date", source_key="ehcr_ehcp_request_id",
        outcome="ehcr_ehcp_req_outcome",
    )  # fmt: skip


def ehc_request_decisions() -> ir.Table:
    r, s = record("ssd_ehcp_requests"), _send()
    both = r.inner_join(s, r.ehcr_send_table_id == s.send_table_id)
    kept = both.filter(both.ehcr_ehcp_req_outcome.isin(("Y", "N")))
    return kept.select(
        "child_id", on_date="ehcr_ehcp_req_outcome_date", source_key="ehcr_ehcp_request_id",
        started_on="ehcr_ehcp_req_date", outcome="ehcr_ehcp_req_outcome",
    )  # fmt: skip


def _assessed() -> ir.Table:
    a, r, s = record("ssd_ehcp_assessment"), record("ssd_ehcp_requests"), _send()
    both = a.inner_join(r, a.ehca_ehcp_request_id == r.ehcr_ehcp_request_id)
    return both.inner_join(s, both.ehcr_send_table_id == s.send_table_id)


def ehc_not_issued() -> ir.Table:
    rows = _assessed()
    kept = rows.filter(rows.ehca_ehcp_assessment_outcome == "N")
    return kept.select(
        "child_id", on_date="ehca_ehcp_assessment_outcome_date", source_key="ehca_ehcp_assessment_id",
        started_on="ehcr_ehcp_req_date",
    )  # fmt: skip


def _named() -> ir.Table:
    rows, n = _assessed(), record("ssd_ehcp_named_plan")
    return rows.inner_join(n, rows.ehca_ehcp_assessment_id == n.ehcn_ehcp_asmt_id)


def ehc_issued() -> ir.Table:
    rows = _named()
    return rows.select(
        "child_id", on_date="ehcn_named_plan_start_date", source_key="ehcn_named_plan_id",
        started_on="ehcr_ehcp_req_date", exception="ehca_ehcp_assessment_exceptions",
    )  # fmt: skip


def ehc_plans() -> ir.Table:
    rows = _named()
    kept = rows.filter(rows.ehcn_named_plan_start_date.notnull())
    return kept.select(
        "child_id", started_on="ehcn_named_plan_start_date", ended_on="ehcn_named_plan_ceased_date",
        source_key="ehcn_named_plan_id",
    )  # fmt: skip


def ehc_met_in_year() -> ir.Table:
    """A child whose annual review meeting was held: for the twelve months from each."""
    r = record("local_ehcp_reviews")
    kept = r.filter(r.ehrv_meeting_date.notnull())
    return kept.select(
        child_id="ehrv_person_id", started_on="ehrv_meeting_date",
        ended_on=(kept.ehrv_meeting_date + _YEAR).cast("date"), source_key="ehrv_id",
    )  # fmt: skip


def ehc_review_decisions() -> ir.Table:
    r = record("local_ehcp_reviews")
    return r.select(
        child_id="ehrv_person_id",
        on_date="ehrv_decision_date",
        started_on="ehrv_meeting_date",
        source_key="ehrv_id",
    )


_EHC = ("ssd_ehcp_named_plan", "ssd_ehcp_assessment", "ssd_ehcp_requests", "ssd_send")
FACTS: dict[str, Fact] = {
    "workers": dated(
        "workers in the census", ("local_workforce",), workers,
        **dict.fromkeys(("agency", "role", "in_post", "joined", "left", "first_year"), "string"),
        **dict.fromkeys(("fte", "contract_fte", "cases", "days_lost", "available_days", "years"), "float64"),
    ),
    "vacancies": dated(
        "vacancies in the census", ("local_workforce_vacancies",), vacancies, vacant_fte="float64", agency_fte="float64"
    ),
    "posts": lasting("workers in post", ("local_workforce",), posts, agency="string", origin="string", newly_qualified="string", fte="float64"),
    "supervised": lasting("workers supervised in the month", ("local_supervisions",), supervised),
    "discussed": lasting("children discussed in supervision in the month", ("local_supervisions",), discussed),
    "trained_motivational": lasting(
        "workers trained in motivational interviewing", ("local_training",), trained_motivational
    ),
    "trained_permanence": lasting("workers trained in permanence", ("local_training",), trained_permanence),
    "leadership": lasting("senior leadership posts", ("local_leadership_posts",), leadership, status="string"),
    "team_managers": lasting("team manager posts", ("local_team_managers",), team_managers, status="string"),
    "worker_changes": dated("changes of social worker", ("ssd_involvements",), worker_changes),
    "allocated": lasting("children held by a social worker", ("ssd_involvements",), allocated),
    "holding": lasting(
        "social workers holding children", ("ssd_involvements", "ssd_professionals"), holding, fte="float64"
    ),
    "ehc_requests": dated("requests for an assessment", ("ssd_ehcp_requests", "ssd_send"), ehc_requests, outcome="string"),
    "ehc_request_decisions": dated(
        "decisions on requests", ("ssd_ehcp_requests", "ssd_send"), ehc_request_decisions,
        started_on="date", outcome="string",
    ),
    "ehc_not_issued": dated(
        "decisions that no plan will be issued", ("ssd_ehcp_assessment", "ssd_ehcp_requests", "ssd_send"),
        ehc_not_issued, started_on="date",
    ),
    "ehc_issued": dated("plans issued", _EHC, ehc_issued, started_on="date", exception="string"),
    "ehc_plans": lasting("education, health and care plans", _EHC, ehc_plans),
    "ehc_met_in_year": lasting("annual review meetings in the year", ("local_ehcp_reviews",), ehc_met_in_year),
    "ehc_review_decisions": dated(
        "decisions after an annual review", ("local_ehcp_reviews",), ehc_review_decisions, started_on="date"
    ),
}  # fmt: skip
