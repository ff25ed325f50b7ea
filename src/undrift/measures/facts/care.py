"""Facts of children in care, permanence, adoption and leaving care."""

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.engines.limits import month_of
from undrift.journeys.permanence import PERMANENCE
from undrift.journeys.shape import miles, record
from undrift.journeys.tables import spells
from undrift.measures.facts.fact import Fact, dated, days_between, lasting, with_holder, yes

ADOPTED = ("E11", "E12")
_UNACCOMPANIED = r"(?i)unaccompanied|uasc"
_MONTH = 365.25 / 12
_YEAR = ibis.interval(months=12)


def _periods() -> ir.Table:
    """Periods of care (short breaks are none), with the child's birth and why the last episode ended."""
    e = record("ssd_cla_episodes")
    s = spells.filter((spells.kind == "care") & spells.started_on.notnull())
    p = record("ssd_person").select("pers_person_id", born="pers_dob")
    last = ibis.row_number().over(
        group_by=[e.clae_person_id, e.clae_cla_id],
        order_by=[e.clae_cla_episode_ceased_date.desc(), e.clae_cla_episode_id],
    )
    ended = e.filter(e.clae_cla_episode_ceased_date.notnull()).mutate(nth=last).filter(lambda t: t.nth == 0)
    ended = ended.select(
        last_child="clae_person_id", last_care="clae_cla_id", reason="clae_cla_episode_ceased_reason"
    )
    both = s.left_join(p, s.child_id == p.pers_person_id)
    both = both.left_join(ended, (both.child_id == ended.last_child) & (both.source_key == ended.last_care))
    return both.select("child_id", "team_id", "started_on", "ended_on", "source_key", "born", "reason")


def care() -> ir.Table:
    return _periods().drop("reason")


def unaccompanied() -> ir.Table:
    i = record("ssd_immigration_status")
    alone = i.filter(i.immi_immigration_status.re_search(_UNACCOMPANIED))
    return alone.select(
        child_id="immi_person_id", started_on="immi_immigration_status_start_date",
        ended_on="immi_immigration_status_end_date", source_key="immi_immigration_status_id",
    )  # fmt: skip


def care_started() -> ir.Table:
    return _periods().rename(on_date="started_on").drop("ended_on", "born", "reason")


def care_ended() -> ir.Table:
    rows = _periods().filter(lambda t: t.ended_on.notnull())
    return with_holder(rows.drop("team_id", "born").rename(on_date="ended_on"), "on_date")


def care_in_year() -> ir.Table:
    """Each period of care, and the twelve months after it: who was in care at any time in the year to a day."""
    rows = _periods()
    return rows.mutate(ended_on=(rows.ended_on + _YEAR).cast("date")).drop("reason", "born")


def _missing_in_year(kinds: tuple[str, ...]) -> ir.Table:
    m = record("ssd_missing")
    kept = m.filter(m.miss_missing_episode_type.upper().substr(0, 1).isin(kinds))
    kept = kept.filter(kept.miss_missing_episode_start_date.notnull())
    return kept.select(
        child_id="miss_person_id", started_on="miss_missing_episode_start_date",
        ended_on=(kept.miss_missing_episode_start_date + _YEAR).cast("date"), source_key="miss_table_id",
    )  # fmt: skip


def missing_in_year() -> ir.Table:
    return _missing_in_year(("M",))


def away_in_year() -> ir.Table:
    return _missing_in_year(("A",))


def placements() -> ir.Table:
    """Where each child in care lives: a placement while it lasts, with the care it belongs to."""
    p = record("ssd_cla_placement")
    c = _periods().select(
        care_key="source_key", care_child="child_id", care_started_on="started_on", born="born"
    )
    both = p.inner_join(c, (p.clap_cla_id == c.care_key) & (p.clap_person_id == c.care_child))
    kept = both.filter(both.clap_cla_placement_start_date.notnull())
    return kept.select(
        "born", "care_started_on", child_id="clap_person_id", started_on="clap_cla_placement_start_date",
        ended_on="clap_cla_placement_end_date", source_key="clap_cla_placement_id",
        type="clap_cla_placement_type", provider="clap_cla_placement_provider",
        distance=miles(kept.clap_cla_placement_distance),
    )  # fmt: skip


def located_placements() -> ir.Table:
    """Placements, each In or Out of the authority's own area; null where nothing says, or two rows disagree."""
    p = placements()
    a = record("local_placement_areas")
    said = a.group_by(placed="plar_placement_id").agg(least=a.plar_location.min(), most=a.plar_location.max())
    both = p.left_join(said, p.source_key == said.placed)
    one = (both.least == both.most).ifelse(both.least, ibis.null("string"))
    return both.mutate(location=one).drop("placed", "least", "most")


def second_reviews() -> ir.Table:
    """The day of each child's second review in care, and whether a plan for permanence was recorded by then."""
    r = record("ssd_cla_reviews")
    held = r.filter((r.clar_cla_review_cancelled != "Y").fill_null(True) & r.clar_cla_review_date.notnull())
    c = _periods().select(care_key="source_key", child_id="child_id", began="started_on")
    days = held.inner_join(c, held.clar_cla_id == c.care_key).select(
        "child_id", "began", source_key="clar_cla_id", on_date="clar_cla_review_date"
    ).distinct()  # fmt: skip
    nth = ibis.row_number().over(group_by=days.source_key, order_by=days.on_date)
    second = days.mutate(nth=nth).filter(lambda t: t.nth == 1)
    p = record("ssd_cla_care_plan")
    plan = p.filter(p.lacp_cla_care_plan_json.re_search(PERMANENCE)).select(
        plan_child="lacp_person_id", plan_on="lacp_cla_care_plan_start_date"
    )
    with_plan = second.left_join(
        plan,
        (second.child_id == plan.plan_child)
        & (plan.plan_on >= second.began)
        & (plan.plan_on <= second.on_date),
    )
    one = with_plan.group_by("child_id", "source_key", "on_date").agg(planned=with_plan.plan_on.count())
    return with_holder(one.mutate(planned=yes(one.planned > 0)), "on_date")


def _adoption_days() -> ir.Table:
    """Each decision for adoption beside the day the child came into care, the latest before it."""
    p = record("ssd_permanence")
    c = _periods().select(care_child="child_id", entered_on="started_on", care_key="source_key")
    both = p.inner_join(c, (p.perm_person_id == c.care_child) & (p.perm_cla_id == c.care_key))
    return both.mutate(
        child_id=both.perm_person_id, source_key=both.perm_table_id,
        moved_in_on=ibis.coalesce(both.perm_placed_for_adoption_date, both.perm_placed_ffa_cp_date),
    )  # fmt: skip


def adoptions() -> ir.Table:
    """Children adopted, on the day of the order, with how long each part of the way took."""
    rows = _adoption_days()
    done = rows.filter(
        rows.perm_permanence_order_date.notnull() & (rows.perm_permanence_order_type == "Adoption")
    )
    zero = literal(0.0)
    to_match = days_between(done.perm_placement_order_date, done.perm_matched_date)
    lived_with = ibis.coalesce(done.perm_placed_foster_carer_date, done.moved_in_on)
    by_carer = (done.perm_adopted_by_carer_flag == "Y").fill_null(False)
    found = done.select(
        "child_id", "source_key", on_date=done.perm_permanence_order_date,
        entry_to_placed=days_between(done.entered_on, done.moved_in_on),
        entry_to_home=days_between(done.entered_on, by_carer.ifelse(lived_with, done.moved_in_on)),
        order_to_match=(to_match < 0).ifelse(zero, to_match),
        months_entry_to_decision=days_between(done.entered_on, done.perm_adm_decision_date) / _MONTH,
        months_decision_to_match=days_between(done.perm_adm_decision_date, done.perm_matched_date) / _MONTH,
        months_match_to_placed=days_between(done.perm_matched_date, done.moved_in_on) / _MONTH,
        months_entry_to_placed=days_between(done.entered_on, done.moved_in_on) / _MONTH,
        months_placed_to_order=days_between(done.moved_in_on, done.perm_permanence_order_date) / _MONTH,
        months_entry_to_order=days_between(done.entered_on, done.perm_permanence_order_date) / _MONTH,
    )  # fmt: skip
    return with_holder(found, "on_date")


def adoption_decisions() -> ir.Table:
    """Decisions for adoption not reversed, with how long the child waited, or has waited, to move in."""
    rows = _adoption_days().cross_join(_now())
    kept = rows.filter(rows.perm_adm_decision_date.notnull() & rows.perm_decision_reversed_date.isnull())
    found = kept.select(
        "child_id", "source_key", on_date=kept.perm_adm_decision_date,
        waited=days_between(kept.entered_on, ibis.coalesce(kept.moved_in_on, kept.as_at)),
    )  # fmt: skip
    return with_holder(found, "on_date")


def _now() -> ir.Table:
    """The day the load speaks for."""
    return ibis.table({"as_at": "date"}, name="load", database="records")


def care_leavers() -> ir.Table:
    """Young people who have left care, as the dataset holds them: only how things are in the month of the load."""
    c = record("ssd_care_leavers")
    p = record("ssd_person").select("pers_person_id", born="pers_dob")
    both = c.left_join(p, c.clea_person_id == p.pers_person_id).cross_join(_now())
    since = month_of(both.as_at)
    return both.select(
        child_id="clea_person_id", team_id="clea_care_leaver_allocated_team", started_on=since,
        source_key="clea_table_id", born="born", eligibility="clea_care_leaver_eligibility",
        in_touch="clea_care_leaver_in_touch", accommodation="clea_care_leaver_accommodation",
        suitable="clea_care_leaver_accom_suitable", activity="clea_care_leaver_activity",
        planned_on="clea_pathway_plan_review_date",
    )  # fmt: skip


def health_year() -> ir.Table:
    """What the yearly return says of each child in care for twelve months, on the 31st of March."""
    h = record("local_annual_health")
    p = record("ssd_person").select("pers_person_id", born="pers_dob")
    both = h.left_join(p, h.oc2_person_id == p.pers_person_id)
    both = both.mutate(on_date=(both.oc2_year.cast("string") + literal("-03-31")).cast("date"))
    rows = both.select(
        child_id="oc2_person_id", source_key="oc2_id", on_date="on_date", born="born",
        sdq=both.oc2_sdq_score.cast("float64"), convicted="oc2_convicted", development="oc2_health_check",
        immunised="oc2_immunisations", teeth="oc2_teeth_check", health="oc2_health_assessment",
        substances="oc2_substance_misuse",
    )  # fmt: skip
    return with_holder(rows, "on_date")


_CARE = ("ssd_cla_episodes", "ssd_person")
FACTS: dict[str, Fact] = {
    "care": lasting("children in care", _CARE, care, born="date"),
    "unaccompanied": lasting("unaccompanied children seeking asylum", ("ssd_immigration_status",), unaccompanied),
    "care_started": dated("children coming into care", _CARE, care_started),
    "care_ended": dated("children leaving care", _CARE, care_ended, started_on="date", reason="string"),
    "care_in_year": lasting("children in care at any time in the year", _CARE, care_in_year),
    "missing_in_year": lasting("children missing in the year", ("ssd_missing",), missing_in_year),
    "away_in_year": lasting("children away without leave in the year", ("ssd_missing",), away_in_year),
    "placements": lasting(
        "placements", ("ssd_cla_placement", *_CARE), placements,
        type="string", provider="string", distance="float64", care_started_on="date", born="date",
    ),
    "located_placements": lasting(
        "placements, in the authority's area or out of it", ("ssd_cla_placement", "local_placement_areas", *_CARE),
        located_placements, distance="float64", location="string",
    ),
    "second_reviews": dated("second reviews", ("ssd_cla_reviews", "ssd_cla_care_plan", *_CARE), second_reviews, planned="string"),
    "adoptions": dated(
        "children adopted", ("ssd_permanence", *_CARE), adoptions,
        **dict.fromkeys((
            "entry_to_placed", "entry_to_home", "order_to_match", "months_entry_to_decision",
            "months_decision_to_match", "months_match_to_placed", "months_entry_to_placed",
            "months_placed_to_order", "months_entry_to_order",
        ), "float64"),
    ),
    "adoption_decisions": dated(
        "decisions for adoption", ("ssd_permanence", *_CARE), adoption_decisions, waited="float64"
    ),
    "care_leavers": lasting(
        "care leavers", ("ssd_care_leavers", "ssd_person"), care_leavers,
        born="date", eligibility="string", in_touch="string", accommodation="string", suitable="string",
        activity="string", planned_on="date",
    ),
    "health_year": dated(
        "children in care twelve months, in the yearly health return", ("local_annual_health", "ssd_person"), health_year,
        born="date", sdq="float64",
        **dict.fromkeys(("convicted", "development", "immunised", "teeth", "health", "substances"), "string"),
    ),
}  # fmt: skip
