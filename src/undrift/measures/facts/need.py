"""Facts of the front door, assessment, need and protection."""

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.clocks import engine as clocks
from undrift.journeys.shape import record
from undrift.journeys.tables import events, spells
from undrift.measures.facts.fact import (
    Fact,
    dated,
    days_between,
    lasting,
    with_holder,
    with_working_days,
    yes,
)

REVIEW_CLOCKS = ("cp_review_first", "cp_review_next")


def contacts() -> ir.Table:
    e = events.filter(events.kind == "contact")
    return e.select("child_id", "team_id", "on_date", "outcome", "source_key")


def referrals() -> ir.Table:
    e = events.filter(events.kind == "referral")
    r = record("ssd_cin_episodes")
    a = record("ssd_cin_assessments")
    assessed = a.group_by(assessed_id=a.cina_referral_id).agg(assessments=a.count())
    both = e.inner_join(r, e.source_key == r.cine_referral_id).left_join(
        assessed, r.cine_referral_id == assessed.assessed_id
    )
    return both.select(
        "child_id", "team_id", "on_date", "source_key",
        source=both.cine_referral_source_code, nfa=both.cine_referral_nfa, close_reason=both.cine_close_reason,
        assessed=yes(both.assessments.notnull()),
    )  # fmt: skip


def children_referred() -> ir.Table:
    """Every referral beside the child's latest on an earlier day."""
    e = events.filter((events.kind == "referral") & events.on_date.notnull())
    days = e.select(day_child="child_id", day="on_date").distinct()
    before = days.mutate(earlier_on=days.day.lag().over(group_by=days.day_child, order_by=days.day))
    both = e.inner_join(before, (e.child_id == before.day_child) & (e.on_date == before.day))
    return both.select("child_id", "team_id", "on_date", "earlier_on", "source_key")


def assessments() -> ir.Table:
    e = events.filter(events.kind == "assessment_authorised")
    a = record("ssd_cin_assessments")
    both = e.inner_join(a, e.source_key == a.cina_assessment_id)
    rows = both.select(
        "child_id", "team_id", "on_date", "source_key",
        started_on=both.cina_assessment_start_date, seen=both.cina_assessment_child_seen,
    )  # fmt: skip
    counted = with_working_days(rows, "started_on", "on_date")
    # An assessment authorised before it began says nothing of how long it took.
    return counted.mutate(
        working_days=(counted.working_days >= 0).ifelse(counted.working_days, ibis.null("int64"))
    )


def need() -> ir.Table:
    """An episode of need: from the referral to its closing, unless the referral ended in no further action."""
    r = record("ssd_cin_episodes")
    a = record("ssd_cin_assessments")
    first = a.filter(a.cina_assessment_start_date.notnull())
    first = first.group_by(first_id=first.cina_referral_id).agg(
        first_on=first.cina_assessment_start_date.min()
    )
    both = r.left_join(first, r.cine_referral_id == first.first_id)
    kept = both.filter((both.cine_referral_nfa != "Y").fill_null(True))
    return kept.select(
        child_id=kept.cine_person_id, team_id=kept.cine_referral_team, started_on=kept.cine_referral_date,
        ended_on=kept.cine_close_date, first_assessed_on=kept.first_on, source_key=kept.cine_referral_id,
    )  # fmt: skip


def need_ended() -> ir.Table:
    rows = need().filter(lambda t: t.ended_on.notnull())
    return rows.rename(on_date="ended_on")


def _plans(kind: str) -> ir.Table:
    s = spells.filter((spells.kind == kind) & spells.started_on.notnull())
    return s.select("child_id", "team_id", "started_on", "ended_on", "source_key")


def cin_plans() -> ir.Table:
    return _plans("cin_plan")


def cp_plans() -> ir.Table:
    return _plans("cp_plan")


def cp_reviews_late() -> ir.Table:
    """From the day a review of the plan became late, done since or not, until the plan ends."""
    i = clocks.stored.filter(clocks.stored.clock_id.isin(REVIEW_CLOCKS))
    over = literal(1).as_interval("D")
    rows = i.filter(i.trouble.isnull() & i.excuse.isnull() & i.due_on.notnull())
    late = rows.filter(
        (rows.stopped_on.isnull() | (rows.stopped_on > rows.due_on))
        & (rows.ended_on.isnull() | (rows.ended_on > rows.due_on))
    )
    return late.select(
        "child_id", "team_id", "ended_on", "source_key", started_on=(late.due_on + over).cast("date")
    )


def cp_plans_started() -> ir.Table:
    """Each plan on the day it began, with the end of the latest one before it."""
    s = spells.filter((spells.kind == "cp_plan") & spells.started_on.notnull())
    p = record("ssd_cp_plans")
    rows = s.inner_join(p, s.source_key == p.cppl_cp_plan_id)
    rows = rows.select(
        "child_id",
        "team_id",
        "started_on",
        "ended_on",
        "source_key",
        category=rows.cppl_cp_plan_initial_category,
    )
    order = [rows.started_on, rows.source_key]
    before = ibis.window(group_by=rows.child_id, order_by=order, preceding=(None, 1))
    known = rows.mutate(
        earlier_ended_on=rows.ended_on.max().over(before), earlier=rows.source_key.count().over(before)
    )
    return known.select(
        "child_id", "team_id", "source_key", "category", "earlier_ended_on", on_date=known.started_on,
        earlier=yes(known.earlier.fill_null(0) > 0),
    )  # fmt: skip


def cp_plans_ended() -> ir.Table:
    rows = cp_plans().filter(lambda t: t.ended_on.notnull())
    return with_holder(rows.drop("team_id").rename(on_date="ended_on"), "on_date")


def last_cp_visit() -> ir.Table:
    """Each visit while it is the latest: to the next one, or to the end of the plan."""
    v = record("ssd_cp_visits")
    s = spells.filter(spells.kind == "cp_plan").select(plan_key="source_key", plan_ends="ended_on")
    both = v.inner_join(s, v.cppv_cp_plan_id == s.plan_key)
    dated_only = both.filter(both.cppv_cp_visit_date.notnull())
    return _latest(dated_only, "cppv_person_id", "cppv_cp_visit_date", "plan_ends", "cppv_cp_visit_id",
                   seen_alone=dated_only.cppv_cp_visit_seen_alone)  # fmt: skip


def _latest(rows: ir.Table, child: str, day: str, ends: str, key: str, **more: ir.Value) -> ir.Table:
    after = rows[day].lead().over(group_by=rows[child], order_by=[rows[day], rows[key]])
    found = rows.select(
        child_id=rows[child], started_on=rows[day], after=after, ends=rows[ends], source_key=rows[key], **more
    )
    forever = ibis.literal("9999-12-31").cast("date")
    until = ibis.least(ibis.coalesce(found.after, forever), ibis.coalesce(found.ends, forever))
    return found.mutate(ended_on=(until == forever).ifelse(ibis.null("date"), until)).drop("after", "ends")


def enquiries() -> ir.Table:
    e = events.filter(events.kind == "s47_started")
    return e.select("child_id", "team_id", "on_date", "source_key")


def conferences() -> ir.Table:
    """Initial conferences, with the working days from the start of the enquiry; transfers in have no enquiry."""
    e = events.filter(events.kind == "icpc").select(
        "child_id", "team_id", "on_date", "source_key", enquiry="spell_id"
    )
    i = record("ssd_initial_cp_conference").select("icpc_icpc_id", "icpc_icpc_transfer_in")
    s = record("ssd_s47_enquiry").select("s47e_s47_enquiry_id", began="s47e_s47_start_date")
    both = e.inner_join(i, e.source_key == i.icpc_icpc_id).left_join(s, e.enquiry == s.s47e_s47_enquiry_id)
    rows = both.select(
        "child_id", "team_id", "on_date", "source_key", "began", transfer_in=both.icpc_icpc_transfer_in
    )
    return with_working_days(rows, "began", "on_date")


def preproceedings_ended() -> ir.Table:
    s = spells.filter(
        (spells.kind == "preproceedings") & spells.started_on.notnull() & spells.ended_on.notnull()
    )
    rows = s.select(
        "child_id", "source_key", on_date="ended_on", weeks=days_between(s.started_on, s.ended_on) / 7
    )
    return with_holder(rows, "on_date")


def applications() -> ir.Table:
    p = record("local_preproceedings")
    rows = p.select(child_id="lpre_person_id", on_date="lpre_application_date", source_key="lpre_table_id")
    return with_holder(rows.filter(rows.on_date.notnull()), "on_date")


def proceedings_ended() -> ir.Table:
    p = record("local_preproceedings")
    rows = p.select(
        child_id="lpre_person_id", on_date="lpre_final_order_date", source_key="lpre_table_id",
        weeks=days_between(p.lpre_application_date, p.lpre_final_order_date) / 7,
    )  # fmt: skip
    return with_holder(rows.filter(rows.on_date.notnull()), "on_date")


FACTS: dict[str, Fact] = {
    "contacts": dated("contacts", ("ssd_contacts",), contacts, outcome="string"),
    "referrals": dated(
        "referrals", ("ssd_cin_episodes", "ssd_cin_assessments"), referrals,
        source="string", nfa="string", close_reason="string", assessed="string",
    ),
    "children_referred": dated("children referred", ("ssd_cin_episodes",), children_referred, earlier_on="date"),
    "assessments": dated(
        "assessments authorised", ("ssd_cin_assessments",), assessments,
        started_on="date", working_days="int64", seen="string",
    ),
    "need": lasting(
        "episodes of need", ("ssd_cin_episodes", "ssd_cin_assessments"), need, first_assessed_on="date"
    ),
    "need_ended": dated("episodes of need ended", ("ssd_cin_episodes",), need_ended, started_on="date"),
    "cin_plans": lasting("child in need plans", ("ssd_cin_plans",), cin_plans),
    "cp_plans": lasting("child protection plans", ("ssd_cp_plans",), cp_plans),
    "cp_reviews_late": lasting(
        "late reviews of a child protection plan", ("ssd_cp_reviews", "ssd_cp_plans"), cp_reviews_late
    ),
    "cp_plans_started": dated(
        "child protection plans begun", ("ssd_cp_plans",), cp_plans_started,
        category="string", earlier="string", earlier_ended_on="date",
    ),
    "cp_plans_ended": dated("child protection plans ended", ("ssd_cp_plans",), cp_plans_ended, started_on="date"),
    "last_cp_visit": lasting(
        "latest child protection visits", ("ssd_cp_visits", "ssd_cp_plans"), last_cp_visit, seen_alone="string"
    ),
    "enquiries": dated("child protection enquiries begun", ("ssd_s47_enquiry",), enquiries),
    "conferences": dated(
        "initial child protection conferences", ("ssd_initial_cp_conference", "ssd_s47_enquiry"), conferences,
        working_days="int64", transfer_in="string",
    ),
    "preproceedings_ended": dated(
        "pre-proceedings ended", ("ssd_pre_proceedings",), preproceedings_ended, weeks="float64"
    ),
    "applications": dated("applications to the court", ("local_preproceedings",), applications),
    "proceedings_ended": dated("care proceedings ended", ("local_preproceedings",), proceedings_ended, weeks="float64"),
}  # fmt: skip
