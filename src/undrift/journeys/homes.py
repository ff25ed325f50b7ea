"""What an authority's own forms add to where a child lives: a parent not yet assessed, fewer visits agreed, a secure order."""

import ibis
import ibis.expr.types as ir

from undrift.engines.limits import calendar_days, later, months
from undrift.journeys.care import with_first_review
from undrift.journeys.shape import Rows, dated, ended, event, forever, record, spell, word, yes

LONG_TERM = ("U1", "U4")
"""Placement codes of long-term fostering, the placements known to be meant to last to eighteen."""
SETTLED = months(12)
SECURE = "K1"
ADDS_UP = calendar_days(28)
"""Days in secure accommodation without an order add up inside any so many."""


def spells() -> Rows:
    """Placements made before a parent was assessed, and stays in secure accommodation."""
    p = record("ssd_cla_placement")
    told = _beside("local_parent_placements", "papl_id")
    told = told.filter(yes(told.papl_before_assessment))
    early = p.inner_join(told, p.clap_cla_placement_id == told.plmo_placement_id)
    yield "placed_unassessed", spell(
        early, "local_parent_placements", kind="placed_unassessed", child_id=early.clap_person_id,
        spell_id=early.clap_cla_placement_id, started_on=early.clap_cla_placement_start_date,
        ended_on=early.clap_cla_placement_end_date, source_key=early.papl_id,
    )  # fmt: skip
    k = p.filter(p.clap_cla_placement_type == SECURE)
    window = ibis.window(
        group_by=k.clap_person_id, order_by=[k.clap_cla_placement_start_date, k.clap_cla_placement_id]
    )
    k = k.mutate(last_start=k.clap_cla_placement_start_date.lag().over(window),
                 last_end=k.clap_cla_placement_end_date.lag().over(window))  # fmt: skip
    adds_up = k.last_start.notnull() & (
        k.last_end.isnull() | (later(k.last_end, ADDS_UP) > k.clap_cla_placement_start_date)
    )
    yield "secure_stay", spell(
        k, "ssd_cla_placement", kind="secure_stay", child_id=k.clap_person_id, spell_id=k.clap_cla_placement_id,
        started_on=k.clap_cla_placement_start_date, ended_on=k.clap_cla_placement_end_date,
        outcome=word(adds_up, "soon_after_another", "by_itself"),
    )  # fmt: skip


def _beside(table: str, key: str) -> ir.Table:
    """A table kept row for row with placement moves, each row with its placement (`plmo_placement_id`)."""
    rows, m = record(table), record("local_placement_moves").select("plmo_id", "plmo_placement_id")
    return rows.inner_join(m, rows[key] == m.plmo_id)


def spells_of_spells(spells: ir.Table) -> Rows:
    """With a parent not yet assessed, up to the first review of the period of care."""
    early = spells.filter(spells.kind == "placed_unassessed")
    stays = early.select(
        "child_id", "spell_id", "source_key", started=early.started_on, until=forever(early.ended_on)
    )
    rows = with_first_review(stays, spells)
    review = forever(rows.first_review)
    one = rows.filter(review > rows.started).mutate(last=ibis.least(rows.until, review))
    yield "unassessed_to_review", spell(
        one, "local_parent_placements", kind="unassessed_to_review", child_id=one.child_id, spell_id=one.spell_id,
        started_on=one.started, ended_on=ended(one.last), source_key=one.source_key,
    )  # fmt: skip


def events() -> Rows:
    """The day a parent's assessment was finished, and the day a court allowed secure accommodation."""
    for kind, table, key, child, day in (
        ("parent_assessed", "local_parent_placements", "papl_id", "papl_person_id", "papl_assessed_date"),
        ("secure_order", "local_secure_orders", "seor_id", "seor_person_id", "seor_order_date"),
    ):
        yield dated(
            kind, _beside(table, key), day, table, child_id=child, spell_id="plmo_placement_id", source_key=key
        )  # fmt: skip


def events_of_spells(spells: ir.Table) -> Rows:
    """Visits a year and more into a long-term placement: at three months, or at the six the child agreed to."""
    v, agreed = record("ssd_cla_visits"), _beside("local_visit_agreements", "viag_id")
    since = agreed.group_by(agreed_in=agreed.plmo_placement_id).agg(agreed_on=agreed.viag_agreed_date.min())
    home = spells.filter((spells.kind == "placement") & spells.outcome.isin(LONG_TERM))
    home = home.left_join(since, home.spell_id == since.agreed_in)
    within = v.inner_join(
        home,
        (v.clav_person_id == home.child_id)
        & (later(home.started_on, SETTLED) <= v.clav_cla_visit_date)
        & (home.ended_on.isnull() | (v.clav_cla_visit_date < home.ended_on)),
    )
    fewer = (within.agreed_on <= within.clav_cla_visit_date).fill_null(False)
    for kind, rows in (
        ("cla_visit_settled", within.filter(~fewer)),
        ("cla_visit_fewer", within.filter(fewer)),
    ):
        yield kind, event(
            rows, "ssd_cla_visits", kind=kind, child_id=rows.child_id, on_date=rows.clav_cla_visit_date,
            spell_id=rows.spell_id, outcome=rows.clav_cla_visit_seen, source_key=rows.clav_cla_visit_id,
        )  # fmt: skip
