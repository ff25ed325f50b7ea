"""Children in care: periods of care, placements, legal statuses, short breaks, reviews, visits, health, education."""

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.journeys.shape import (
    Rows,
    both,
    dated,
    ended,
    event,
    forever,
    in_order,
    lasting,
    record,
    spell,
    word,
    yes,
)

SHORT_BREAKS = ("V3", "V4")
AGREEMENT = "V4"
"""An episode under V4 is the whole agreement and not one of its breaks, whose days are not held."""
RESPITE = ("T0", "T1", "T2", "T3", "T4")
"""Placement codes of temporary stays: the placement left is kept, so neither is a move."""
IRO = r"(?i)reviewing officer|\bIRO\b"


def spells() -> Rows:
    """Spells that need no other spell to be read."""
    periods = _periods()
    for kind, rows in (
        ("care", periods.filter(periods.is_break == 0)),
        ("short_break_series", periods.filter(periods.is_break == 1)),
    ):
        yield kind, spell(
            rows, "ssd_cla_episodes", kind=kind, child_id=rows.child_id, spell_id=rows.cla_id,
            started_on=rows.started, ended_on=(rows.still_open == 0).ifelse(rows.ended, ibis.null("date")),
            outcome=rows.legal, detail=rows.adoption,
        )  # fmt: skip
    broken = _episodes()
    breaks = broken.filter(broken.is_break == 1)
    yield lasting(
        "short_break", breaks, "ssd_cla_episodes", child_id="clae_person_id", spell_id="clae_cla_episode_id",
        started_on="clae_cla_episode_start_date", ended_on="clae_cla_episode_ceased_date",
        outcome=word(breaks.legal == AGREEMENT, "agreement"),
    )  # fmt: skip
    yield lasting(
        "placement", "ssd_cla_placement", child_id="clap_person_id", spell_id="clap_cla_placement_id",
        started_on="clap_cla_placement_start_date", ended_on="clap_cla_placement_end_date",
        outcome="clap_cla_placement_type", detail="clap_cla_placement_provider",
    )  # fmt: skip
    yield lasting(
        "legal_status", "ssd_legal_status", child_id="lega_person_id", spell_id="lega_legal_status_id",
        started_on="lega_legal_status_start_date", ended_on="lega_legal_status_end_date",
        outcome="lega_legal_status",
    )  # fmt: skip
    yield "temporary_approval", _temporary()
    yield lasting(
        "deprivation_of_liberty", "local_deprivation_of_liberty", child_id="dolo_person_id", spell_id="dolo_id",
        started_on="dolo_start_date", ended_on="dolo_end_date",
    )  # fmt: skip


def _episodes() -> ir.Table:
    """Each SSDA903 episode with the legal status on the day it began, and whether that is a short break."""
    e, s = record("ssd_cla_episodes"), record("ssd_legal_status")
    held = s.select(
        status_child=s.lega_person_id, status=s.lega_legal_status, from_day=s.lega_legal_status_start_date,
        to_day=s.lega_legal_status_end_date,
    )  # fmt: skip
    rows = e.left_join(
        held,
        (e.clae_person_id == held.status_child)
        & (held.from_day <= e.clae_cla_episode_start_date)
        & (e.clae_cla_episode_start_date < forever(held.to_day)),
    )
    key = {name: rows[name] for name in e.columns}
    one = rows.group_by(**key).agg(legal=rows.status.max())
    return one.mutate(is_break=one.legal.isin(SHORT_BREAKS).fill_null(False).cast("int64"))


def _periods() -> ir.Table:
    """A period of care is all the episodes under one care id; it has ended only when every episode has.

    Where no date of entering care is given, an episode's own start is it only when its reason is S, starting care.
    A period made of short breaks alone is a series of short breaks and no period of care.
    """
    e = _episodes()
    starting = e.clae_cla_episode_start_reason == "S"
    periods = e.group_by(child_id=e.clae_person_id, cla_id=e.clae_cla_id).agg(
        started=ibis.coalesce(
            e.clae_entered_care_date, starting.ifelse(e.clae_cla_episode_start_date, ibis.null("date"))
        ).min(),
        ended=e.clae_cla_episode_ceased_date.max(),
        still_open=e.clae_cla_episode_ceased_date.isnull().cast("int64").max(),
        is_break=e.is_break.min(),
        legal=starting.ifelse(e.legal, ibis.null("string")).min(),
    )
    p = record("ssd_permanence")
    chosen = p.filter(p.perm_adm_decision_date.notnull() | p.perm_placed_for_adoption_date.notnull())
    adopted = chosen.select(plan_cla=chosen.perm_cla_id, adoption=literal("adoption")).distinct()
    return periods.left_join(adopted, periods.cla_id == adopted.plan_cla)


def _temporary() -> ir.Table:
    """A connected carer's temporary approval, to full approval or the end of the placement."""
    m, p = record("local_placement_moves"), record("ssd_cla_placement")
    begun = m.filter(m.plmo_temporary_approval_date.notnull())
    ends = p.select(the_placement=p.clap_cla_placement_id, placement_end=p.clap_cla_placement_end_date)
    rows = begun.left_join(ends, begun.plmo_placement_id == ends.the_placement)
    until = ibis.least(forever(rows.plmo_full_approval_date), forever(rows.placement_end))
    return spell(
        rows, "local_placement_moves", kind="temporary_approval", child_id=rows.plmo_person_id,
        spell_id=rows.plmo_id, started_on=rows.plmo_temporary_approval_date, ended_on=ended(until),
        outcome=word(rows.plmo_temporary_extended_date.notnull(), "extended", "not_extended"),
    )  # fmt: skip


def spells_of_spells(spells: ir.Table) -> Rows:
    """Where placement and legal status together decide how often a child is visited."""
    home = spells.filter((spells.kind == "placement") & (spells.outcome == "P1"))
    orders = spells.filter(spells.kind == "legal_status")
    on_order = both(home, orders.filter(orders.outcome == "C2"))
    kept = on_order.filter(on_order.started < on_order.until)
    yield "home_on_care_order", spell(
        kept, "ssd_cla_placement", kind="home_on_care_order", child_id=kept.child_id,
        spell_id=kept.spell_id + "+" + kept.b_id, started_on=kept.started, ended_on=ended(kept.until),
        source_key=kept.source_key,
    )  # fmt: skip
    interim = both(home, orders.filter(orders.outcome == "C1"))
    interim = interim.filter(interim.started < interim.until)
    approval = spells.filter(spells.kind == "temporary_approval")
    base = interim.select(
        "child_id", "source_table", "source_key", started=interim.started, until=interim.until,
        key=interim.spell_id + "+" + interim.b_id,
    ).union(
        approval.select(
            "child_id", "source_table", "source_key", started=approval.started_on,
            until=forever(approval.ended_on), key=approval.spell_id,
        )
    )  # fmt: skip
    rows = with_first_review(base, spells)
    met = forever(rows.first_review)
    before = rows.filter(met > rows.started)
    after = rows.filter(met < rows.until)
    yield "closely_visited", spell(
        before, "ssd_cla_placement", kind="closely_visited", child_id=before.child_id, spell_id=before.key + "/1",
        started_on=before.started, ended_on=ended(ibis.least(before.until, forever(before.first_review))),
        outcome=literal("before_review"), source_key=before.source_key,
    )  # fmt: skip
    yield "closely_visited_later", spell(
        after, "ssd_cla_placement", kind="closely_visited", child_id=after.child_id, spell_id=after.key + "/2",
        started_on=ibis.greatest(after.started, after.first_review), ended_on=ended(after.until),
        outcome=literal("after_review"), source_key=after.source_key,
    )  # fmt: skip


def with_first_review(stays: ir.Table, spells: ir.Table) -> ir.Table:
    """Stays (child_id, started, until) with the first review of the period of care they began in, `first_review`."""
    care = spells.filter(spells.kind == "care")
    first = reviews(care).group_by(care_id="spell_id").agg(first_review=ibis._.on_date.min())
    periods = care.select(
        care_child=care.child_id, care_key=care.spell_id, care_start=care.started_on, care_end=care.ended_on
    )
    placed = stays.left_join(
        periods,
        (stays.child_id == periods.care_child)
        & (periods.care_start <= stays.started)
        & (stays.started < forever(periods.care_end)),
    )
    return placed.left_join(first, placed.care_key == first.care_id)


def reviews(periods: ir.Table) -> ir.Table:
    """Looked-after reviews that were held, each in its period: child_id, on_date, spell_id, source_key."""
    r = record("ssd_cla_reviews")
    held = r.filter((r.clar_cla_review_cancelled != "Y").fill_null(True) & r.clar_cla_review_date.notnull())
    joined = held.inner_join(periods, held.clar_cla_id == periods.spell_id)
    return joined.select(
        "child_id", on_date=joined.clar_cla_review_date, spell_id=joined.clar_cla_id,
        source_key=joined.clar_cla_review_id,
    )  # fmt: skip


def events() -> Rows:
    """Events taken from one table."""
    checks = record("ssd_cla_health")
    done = checks.filter((checks.clah_health_check_status.lower() == "completed").fill_null(True))
    kind = done.clah_health_check_type.lower()
    for name, rows in (
        ("health_assessment", done.filter(kind.contains("health"))),
        ("dental_check", done.filter(kind.contains("dental"))),
    ):
        yield dated(
            name, rows, "clah_health_check_date", "ssd_cla_health", child_id="clah_person_id",
            source_key="clah_health_check_id",
        )  # fmt: skip
    jabs = record("ssd_cla_immunisations")
    yield dated(
        "immunised", jabs.filter(yes(jabs.clai_immunisations_status)), "clai_immunisations_status_date",
        "ssd_cla_immunisations", child_id="clai_person_id", source_key="clai_person_id",
    )  # fmt: skip
    scores = record("ssd_sdq_scores")
    yield dated(
        "sdq", scores.filter(scores.csdq_sdq_score.notnull()), "csdq_sdq_completed_date", "ssd_sdq_scores",
        child_id="csdq_person_id", source_key="csdq_table_id",
        detail=lambda s: ibis.cases((s.csdq_sdq_score >= 17, "concern"), (s.csdq_sdq_score >= 14, "borderline")),
    )  # fmt: skip
    yield dated(
        "education_plan", "local_education_plans", "pepl_completed_date", child_id="pepl_person_id",
        spell_id="pepl_cla_id", source_key="pepl_id",
    )  # fmt: skip
    yield dated(
        "placement_planned", "local_placement_moves", "plmo_placement_plan_date", child_id="plmo_person_id",
        spell_id="plmo_placement_id", source_key="plmo_id",
    )  # fmt: skip
    i = record("ssd_involvements")
    yield dated(
        "iro_appointed", i.filter(i.invo_professional_role_id.re_search(IRO)), "invo_involvement_start_date",
        "ssd_involvements", child_id="invo_person_id", source_key="invo_involvements_id",
        worker_id="invo_professional_id",
    )  # fmt: skip
    e = record("ssd_cla_episodes")
    spoke = e.filter(e.clae_cla_last_iro_contact_date.notnull())
    latest = spoke.group_by(
        child_id=spoke.clae_person_id, cla_id=spoke.clae_cla_id, on=spoke.clae_cla_last_iro_contact_date
    ).agg(key=spoke.clae_cla_episode_id.min())
    yield dated(
        "iro_contact",
        latest,
        "on",
        "ssd_cla_episodes",
        child_id="child_id",
        spell_id="cla_id",
        source_key="key",
    )


def events_of_spells(spells: ir.Table) -> Rows:
    """Events that need a spell to be read: reviews and visits in care, moves, the days of short breaks."""
    care = spells.filter(spells.kind == "care")
    held = reviews(spells.filter(spells.kind.isin(("care", "short_break_series"))))
    yield dated(
        "cla_review", held, "on_date", "ssd_cla_reviews", child_id="child_id", spell_id="spell_id",
        source_key="source_key",
    )  # fmt: skip
    for name, day, rows in (
        ("care_started", "started_on", care),
        ("care_ended", "ended_on", in_order(care)),
    ):
        yield dated(
            name,
            rows,
            day,
            "ssd_cla_episodes",
            child_id="child_id",
            spell_id="spell_id",
            source_key="source_key",
        )
    placement = spells.filter(spells.kind == "placement")
    v = record("ssd_cla_visits")
    within = v.inner_join(
        placement,
        (v.clav_person_id == placement.child_id)
        & (placement.started_on <= v.clav_cla_visit_date)
        & (placement.ended_on.isnull() | (v.clav_cla_visit_date < placement.ended_on)),
    )
    for name, rows in (
        ("cla_visit", within),
        ("cla_visit_alone", within.filter(yes(within.clav_cla_visit_seen_alone))),
    ):
        yield name, event(
            rows, "ssd_cla_visits", kind=name, child_id=rows.child_id, on_date=rows.clav_cla_visit_date,
            spell_id=rows.spell_id, outcome=rows.clav_cla_visit_seen, source_key=rows.clav_cla_visit_id,
        )  # fmt: skip
    series = spells.filter(spells.kind == "short_break_series")
    broken = v.inner_join(
        series,
        (v.clav_person_id == series.child_id)
        & (series.started_on <= v.clav_cla_visit_date)
        & (v.clav_cla_visit_date <= forever(series.ended_on)),
    )
    yield dated(
        "short_break_visit", broken, "clav_cla_visit_date", "ssd_cla_visits", child_id="child_id",
        spell_id="spell_id", outcome="clav_cla_visit_seen", source_key="clav_cla_visit_id",
    )  # fmt: skip
    moves = _moves()
    for name, rows in (
        ("placement_changed", moves.filter(~moves.same)),
        ("placement_same_carer", moves.filter(moves.same)),
    ):
        yield name, event(
            rows, "ssd_cla_placement", kind=name, child_id=rows.clap_person_id,
            on_date=rows.clap_cla_placement_start_date, spell_id=rows.clap_cla_placement_id,
            source_key=rows.clap_cla_placement_id,
        )  # fmt: skip
    p = record("ssd_cla_care_plan")
    plans = p.inner_join(
        care,
        (p.lacp_person_id == care.child_id)
        & (care.started_on <= p.lacp_cla_care_plan_start_date + ibis.interval(days=28))
        & (p.lacp_cla_care_plan_start_date <= forever(care.ended_on)),
    )
    yield dated(
        "care_planned", plans, "lacp_cla_care_plan_start_date", "ssd_cla_care_plan", child_id="child_id",
        spell_id="spell_id", source_key="lacp_table_id",
    )  # fmt: skip
    breaks = spells.filter(spells.kind == "short_break")
    one_by_one = breaks.outcome.isnull()
    known = breaks.filter(one_by_one & breaks.started_on.notnull() & (breaks.ended_on > breaks.started_on))
    nth = ibis.range(0, known.ended_on.delta(known.started_on, unit="day"))
    spread = known.mutate(nth=nth.unnest())
    days = spread.mutate(day=(spread.started_on + spread.nth.as_interval("D")).cast("date"))
    one = days.group_by(days.child_id, days.day).agg(key=days.spell_id.min())
    yield dated(
        "short_break_day",
        one,
        "day",
        "ssd_cla_episodes",
        child_id="child_id",
        spell_id="key",
        source_key="key",
    )


def _moves() -> ir.Table:
    """Later placements of the same period of care, and whether the carer was kept (`same`).

    A temporary stay (respite, hospital) is no move, and neither is going back to the placement it was taken from.
    """
    p, m = record("ssd_cla_placement"), record("local_placement_moves")
    lasting_ones = p.filter(~p.clap_cla_placement_type.isin(RESPITE).fill_null(False))
    carers = (
        m.filter(m.plmo_placement_id.notnull())
        .group_by(carer_of=m.plmo_placement_id)
        .agg(carer=m.plmo_carer_id.max())
    )
    e = record("ssd_cla_episodes")
    kept = e.filter(e.clae_cla_episode_start_reason.isin(("T", "U"))).select(
        kept_placement=e.clae_cla_placement_id
    ).distinct()  # fmt: skip
    rows = lasting_ones.left_join(carers, lasting_ones.clap_cla_placement_id == carers.carer_of)
    rows = rows.left_join(kept, rows.clap_cla_placement_id == kept.kept_placement)
    order = [rows.clap_cla_placement_start_date, rows.clap_cla_placement_id]
    window = ibis.window(group_by=rows.clap_cla_id, order_by=order)
    in_order = rows.mutate(nth=ibis.row_number().over(window), carer_before=rows.carer.lag().over(window))
    later_ones = in_order.filter(in_order.nth > 0)
    same = (later_ones.carer == later_ones.carer_before).fill_null(
        False
    ) | later_ones.kept_placement.notnull()
    return later_ones.mutate(same=same)
