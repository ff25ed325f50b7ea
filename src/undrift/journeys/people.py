"""Births and deaths; who holds the child; workers, their supervision and managers' oversight; adopters."""

import ibis
import ibis.expr.types as ir
from ibis import literal

from undrift.engines.limits import later
from undrift.journeys.beyond import age
from undrift.journeys.shape import Rows, by_now, dated, ended, event, forever, lasting, record, spell, word

BIRTHDAYS = (4, 14, 16)
NEWLY_QUALIFIED = "newly_qualified"


def spells() -> Rows:
    """Spells that need no other spell to be read."""
    i = record("ssd_involvements")
    yield lasting(
        "allocation", i.filter(i.invo_professional_role_id == "Allocated social worker"), "ssd_involvements",
        child_id="invo_person_id", spell_id="invo_involvements_id", started_on="invo_involvement_start_date",
        ended_on="invo_involvement_end_date", team_id="invo_professional_team", worker_id="invo_professional_id",
    )  # fmt: skip
    yield "worker_post", _posts()
    approved = record("local_prospective_adopters")
    approved = approved.filter(approved.adop_approved_date.notnull())
    yield lasting(
        "adopter_waiting", approved, "local_prospective_adopters", spell_id="adop_id", started_on="adop_approved_date",
        ended_on=lambda a: ended(ibis.least(forever(a.adop_placed_date), forever(a.adop_left_date))),
    )  # fmt: skip
    for kind, start, end in (
        ("adopter_stage1", "adop_stage1_start_date", "adop_stage1_end_date"),
        ("adopter_stage2", "adop_stage2_start_date", "adop_stage2_end_date"),
    ):
        a = record("local_prospective_adopters")
        begun = a.filter(a[start].notnull() | a[end].notnull())
        until = ibis.coalesce(begun[end], begun.adop_left_date)
        yield lasting(
            kind, begun.mutate(until=until), "local_prospective_adopters", spell_id="adop_id", started_on=start,
            ended_on="until", outcome=word(begun[end].isnull() & begun.adop_left_date.notnull(), "left"),
        )  # fmt: skip


def _posts() -> ir.Table:
    """A worker in post, from the first day any year's census gives to the last; no child's spell."""
    w = record("local_workforce")
    w = w.filter(w.wkfc_professional_id.notnull())
    posts = w.group_by(worker=w.wkfc_professional_id).agg(
        started=w.wkfc_start_date.min(), ended=w.wkfc_end_date.max(), key=w.wkfc_id.max(),
        new=w.wkfc_first_year_status.notnull().cast("int64").max(),
    )  # fmt: skip
    return spell(
        posts, "local_workforce", kind="worker_post", spell_id=posts.worker, worker_id=posts.worker,
        started_on=posts.started, ended_on=posts.ended, outcome=word(posts.new == 1, NEWLY_QUALIFIED),
        source_key=posts.key,
    )  # fmt: skip


def spells_of_spells(spells: ir.Table) -> Rows:
    """Gaps in who holds an open case: outcome `transfer` where the next worker is in another team.

    A referral closed with no further action needs no allocation. A worker named on the referral holds it until the
    first allocation.
    """
    open_cases = spells.filter((spells.kind == "referral") & spells.started_on.notnull())
    open_cases = open_cases.filter((open_cases.outcome != "nfa").fill_null(True))
    cases = open_cases.select(
        "child_id", case="spell_id", opened="started_on", closed=forever(open_cases.ended_on), named="worker_id",
        case_team="team_id",
    )  # fmt: skip
    cases = cases.filter(cases.opened < cases.closed)
    a = spells.filter((spells.kind == "allocation") & spells.started_on.notnull())
    held = a.select(
        held_child=a.child_id,
        held_from=a.started_on,
        held_to=forever(a.ended_on),
        held_team=a.team_id,
        key=a.spell_id,
    )
    met = cases.inner_join(
        held,
        (cases.child_id == held.held_child) & (held.held_from < cases.closed) & (held.held_to > cases.opened),
    )
    shape = ("child_id", "case", "opened", "closed", "named", "case_team")
    ends = cases.select(
        *shape, begins=cases.closed, lasts=cases.closed, team=ibis.null("string"), key=literal("~")
    )
    rows = met.select(
        *shape,
        begins=ibis.greatest(met.held_from, met.opened),
        lasts=met.held_to,
        team=met.held_team,
        key=met.key,
    ).union(ends)
    order = [rows.begins, rows.key]
    before = ibis.window(group_by=rows["case"], order_by=order, preceding=(None, 1))
    window = ibis.window(group_by=rows["case"], order_by=order)
    seen = rows.mutate(reached=rows.lasts.max().over(before), team_before=rows.team.lag().over(window))
    # Nobody yet: the case is unheld from its opening, unless the referral itself names a worker.
    first = seen.reached.isnull()
    gap = seen.mutate(since=ibis.coalesce(seen.reached, seen.opened)).filter(
        ~(first & seen.named.notnull()) & (ibis.coalesce(seen.reached, seen.opened) < seen.begins)
    )
    moved = (gap.team != gap.team_before).fill_null(False)
    yield "unallocated", spell(
        gap, "ssd_involvements", kind="unallocated", child_id=gap.child_id, spell_id=gap["case"] + "/" + gap.key,
        started_on=gap.since, ended_on=ended(gap.begins), outcome=word(moved, "transfer"), source_key=gap["case"],
        team_id=ibis.coalesce(gap.team_before, gap.case_team),
    )  # fmt: skip


def events() -> Rows:
    """Events taken from one table."""
    p = record("ssd_person")
    yield dated("born", p, "pers_dob", "ssd_person", child_id="pers_person_id", source_key="pers_person_id")
    yield dated(
        "died", p, "pers_death_date", "ssd_person", child_id="pers_person_id", source_key="pers_person_id"
    )
    e = record("ssd_cla_episodes")
    in_care = e.select(care_child=e.clae_person_id).distinct()
    ever = p.inner_join(in_care, p.pers_person_id == in_care.care_child)
    for years in BIRTHDAYS:
        yield dated(
            f"birthday_{years}", by_now(ever.mutate(turns=later(ever.pers_dob, age(years))), "turns"), "turns", "ssd_person",
            child_id="pers_person_id", source_key="pers_person_id",
        )  # fmt: skip
    yield dated(
        "management_oversight", "local_management_oversight", "mgmt_date", child_id="mgmt_person_id",
        outcome=lambda m: m.mgmt_kind.lower(), detail=lambda m: word(m.mgmt_manager_id.isnull(), "no_manager"),
        worker_id="mgmt_manager_id", source_key="mgmt_id",
    )  # fmt: skip
    yield dated(
        "adopter_reviewed", "local_adopter_reviews", "adrv_held_date", spell_id="adrv_adopter_id", source_key="adrv_id"
    )  # fmt: skip
    s = record("local_supervisions")
    yield dated(
        "case_supervision", s.filter(s.supe_person_id.notnull()), "supe_held_date", "local_supervisions",
        child_id="supe_person_id", worker_id="supe_professional_id", source_key="supe_id",
    )  # fmt: skip
    # A supervision is a worker's on the days anything of theirs was supervised, the session or a child's case.
    held = s.filter(s.supe_held_date.notnull() & s.supe_professional_id.notnull())
    days = held.group_by(worker=held.supe_professional_id, on=held.supe_held_date).agg(key=held.supe_id.min())
    yield dated(
        "supervision",
        days,
        "on",
        "local_supervisions",
        spell_id="worker",
        worker_id="worker",
        source_key="key",
    )


def events_of_spells(spells: ir.Table) -> Rows:
    """A new worker: the next allocation begins on the day the last ended, with somebody else."""
    allocated = spells.filter(spells.kind == "allocation")
    window = ibis.window(group_by=allocated.child_id, order_by=[allocated.started_on, allocated.spell_id])
    after = allocated.mutate(
        last_ended=allocated.ended_on.lag().over(window), last_worker=allocated.worker_id.lag().over(window)
    )
    handed = after.filter((after.last_ended == after.started_on) & (after.last_worker != after.worker_id))
    yield "worker_changed", event(
        handed, "ssd_involvements", kind="worker_changed", child_id=handed.child_id, on_date=handed.started_on,
        spell_id=handed.spell_id, team_id=handed.team_id, worker_id=handed.worker_id,
        source_key=handed.source_key,
    )  # fmt: skip
