"""Permanence and adoption: the plan, the match, the order, and the time between."""

import ibis
import ibis.expr.types as ir

from undrift.journeys.care import reviews
from undrift.journeys.shape import Rows, dated, ended, forever, lasting, record, spell

PERMANENCE = (
    r'"(RETURN1M|RETURN6M|RETURNEV|LTRELFR|LTFOST18|RESPLMT|SUPPLIV|ADOPTION|REMAINSUP|OTHERPLN)"\s*:\s*"Y"'
)


def spells() -> Rows:
    """Spells that need no other spell to be read."""
    p = record("local_permanence_plans")
    until = ibis.least(forever(p.lper_achieved_date), forever(p.lper_ended_date))
    yield lasting(
        "permanence_plan", p.mutate(until=ended(until)), "local_permanence_plans", child_id="lper_person_id",
        spell_id="lper_id", started_on="lper_agreed_date", ended_on="until",
        outcome=lambda r: r.lper_route.lower(),
        detail=lambda r: ibis.cases(
            (r.lper_achieved_date.notnull(), "achieved"), (r.lper_ended_date.notnull(), "changed")
        ),
    )  # fmt: skip
    a = record("ssd_permanence")
    reversed_on, order_on = forever(a.perm_decision_reversed_date), forever(a.perm_permanence_order_date)
    for kind, start, ends in (
        ("adoption_plan", "perm_adm_decision_date", (reversed_on, order_on)),
        ("authorised_not_placed", "perm_placement_order_date",
         (forever(a.perm_placed_for_adoption_date), reversed_on, order_on)),
        ("placed_for_adoption", "perm_placed_for_adoption_date", (reversed_on, order_on)),
    ):  # fmt: skip
        rows = a.mutate(until=ended(ibis.least(*ends))).filter(a[start].notnull())
        yield lasting(
            kind, rows, "ssd_permanence", child_id="perm_person_id", spell_id="perm_table_id", started_on=start,
            ended_on="until", worker_id="perm_adoption_worker_id",
        )  # fmt: skip


def spells_of_spells(spells: ir.Table) -> Rows:
    """Placed for adoption and not yet reviewed since."""
    placed = spells.filter(spells.kind == "placed_for_adoption")
    r = reviews(spells.filter(spells.kind == "care")).select(review_child="child_id", review_on="on_date")
    met = placed.left_join(r, (placed.child_id == r.review_child) & (placed.started_on < r.review_on))
    key = ("child_id", "spell_id", "started_on", "ended_on", "source_key")
    one = met.group_by(*(met[name] for name in key)).agg(first=forever(met.review_on).min())
    yield "placed_before_review", spell(
        one, "ssd_permanence", kind="placed_before_review", child_id=one.child_id, spell_id=one.spell_id,
        started_on=one.started_on, ended_on=ended(ibis.least(one["first"], forever(one.ended_on))),
        source_key=one.source_key,
    )  # fmt: skip


def events() -> Rows:
    """Events taken from one table."""
    c = record("ssd_cla_care_plan")
    yield dated(
        "permanence_planned", c.filter(c.lacp_cla_care_plan_json.re_search(PERMANENCE)),
        "lacp_cla_care_plan_start_date", "ssd_cla_care_plan", child_id="lacp_person_id", source_key="lacp_table_id",
    )  # fmt: skip
    for kind, day in (
        ("permanence_agreed", "lper_agreed_date"),
        ("permanence_matched", "lper_matched_date"),
        ("permanence_achieved", "lper_achieved_date"),
    ):
        yield dated(
            kind, "local_permanence_plans", day, child_id="lper_person_id", spell_id="lper_id",
            outcome=lambda p: p.lper_route.lower(), source_key="lper_id",
        )  # fmt: skip
    for kind, day in (
        ("adoption_decision", "perm_adm_decision_date"),
        ("adoption_reversed", "perm_decision_reversed_date"),
        ("placement_order", "perm_placement_order_date"),
        ("adoption_matched", "perm_matched_date"),
        ("placed_for_adoption", "perm_placed_for_adoption_date"),
        ("placed_with_future_adopter", "perm_placed_foster_carer_date"),
        ("permanence_order", "perm_permanence_order_date"),
    ):
        yield dated(
            kind, "ssd_permanence", day, child_id="perm_person_id", spell_id="perm_table_id",
            outcome="perm_permanence_order_type", source_key="perm_table_id",
        )  # fmt: skip
