"""A period of care: placements, legal statuses, reviews, visits, the plan for permanence and the way out."""

from dataclasses import dataclass
from datetime import date, timedelta

from undrift.synthetic.days import add_months, birthday
from undrift.synthetic.people import Child, Family
from undrift.synthetic.practice import CARE_PLAN_JSON, PARTICIPATION, Practice
from undrift.synthetic.protection import Case, missing

LONG_TERM = ("U1", "U4")
MATCHED_SOON = 4  # one child in so many, of those adopted, is matched within weeks of the placement order
PROVIDERS = {
    "U": (("PR1", 62), ("PR4", 36), ("PR5", 2)), "A": (("PR1", 60), ("PR5", 40)), "P": (("PR0", 100),),
    "K": (("PR4", 84), ("PR1", 12), ("PR5", 4)), "S": (("PR4", 100),), "R": (("PR3", 60), ("PR4", 40)),
    "T": (("PR1", 70), ("PR4", 30)),
}  # fmt: skip
OUTCOMES = {  # by age at entry: how the period of care will end
    2: (("adopted", 32), ("home", 22), ("guardian", 26), ("arrangement", 2), ("long", 12), ("other", 8)),
    9: (("adopted", 3), ("home", 38), ("guardian", 22), ("arrangement", 4), ("long", 24), ("other", 9)),
    15: (("home", 44), ("guardian", 5), ("arrangement", 1), ("long", 38), ("other", 12)),
    99: (("home", 24), ("long", 70), ("other", 6)),
}
STAY = {"adopted": (610, 1080), "guardian": (240, 720), "arrangement": (220, 600), "other": (20, 500)}
PERMANENCE = {"adopted": "ADOPTION", "guardian": "LTRELFR", "arrangement": "RETURNEV", "home": "RETURN6M",
              "other": "OTHERPLN"}  # fmt: skip


@dataclass(slots=True)
class Left:
    """How a period of care ended: when, the SSDA903 reason, whether the child went home."""

    day: date
    reason: str
    went_home: bool


@dataclass(slots=True)
class Placement:
    id: str
    start: date
    end: date
    type: str


def care(p: Practice, case: Case, entry: date) -> Left:
    """Write one whole period of care from `entry`."""
    fam, child = case.fam, case.child
    team = fam.care_team
    cla_id = p.id("C")
    eighteen = birthday(child.born, 18)
    outcome, end = _outcome(p, child, entry, eighteen)
    reason = _reason(p, outcome, end == eighteen)
    placements = _placements(p, child, cla_id, fam, entry, end, outcome)
    statuses = _legal(p, child, fam, entry, end, outcome)
    _episodes(p, case, cla_id, entry, end, reason, placements, statuses)
    second = _reviews(p, case, cla_id, entry, end, team)
    for placement in placements:
        _visits(p, case, cla_id, placement, team)
    _care_plans(p, case, entry, end, second, outcome, team)
    _missing(p, case, entry, end)
    if outcome == "adopted":
        _adoption(p, child, fam, cla_id, entry, end, placements)
    if end == eighteen and (end - entry).days > 91:
        _leaving(p, child, fam, entry, eighteen)
    child.care_periods += 1
    fam.in_care_before = True
    return Left(end, reason, outcome == "home" and end < eighteen)


def _outcome(p: Practice, child: Child, entry: date, eighteen: date) -> tuple[str, date]:
    age = child.age(entry)
    table = next(rows for top, rows in OUTCOMES.items() if age <= top)
    outcome = "long" if child.uasc else p.rng.choices([o for o, _ in table], [w for _, w in table])[0]
    if outcome == "long":
        return outcome, eighteen
    stay = 6 + int(p.exponential(260)) if outcome == "home" else p.rng.randrange(*STAY[outcome])
    end = p.wd.on_or_after(entry + timedelta(days=stay))
    return (outcome, end) if end < eighteen else ("long", eighteen)


def _reason(p: Practice, outcome: str, at_eighteen: bool) -> str:
    if at_eighteen:
        return p.rng.choices(("E17", "E5", "E6", "E7", "E8"), (38, 34, 10, 6, 12))[0]
    options = {
        "adopted": ("E11", "E12"), "home": ("E4A", "E4A", "E4A", "E4A", "E4A", "E4B"),
        "guardian": ("E45", "E46", "E47", "E47", "E48"), "arrangement": ("E41",), "other": ("E8", "E13", "E3", "E9"),
    }  # fmt: skip
    return p.rng.choice(options[outcome])


def _first_type(p: Practice, child: Child, age: int) -> str:
    if child.uasc:
        return p.rng.choice(("U6", "K3", "K3"))
    if age >= 16:
        return p.rng.choices(("K3", "U6", "K2", "U3", "P1"), (45, 24, 14, 8, 9))[0]
    if age >= 11:
        return p.rng.choices(("U6", "K2", "U3", "P1", "S1"), (55, 15, 16, 13, 1))[0]
    if age < 1:
        return p.rng.choices(("U6", "U3", "U5", "R3", "P1"), (52, 24, 8, 8, 8))[0]
    return p.rng.choices(("U6", "U3", "P1", "K2"), (55, 32, 11, 2))[0]


def _placements(
    p: Practice, child: Child, cla_id: str, fam: Family, entry: date, end: date, outcome: str
) -> list[Placement]:
    """The chain of placements, none overlapping: a long-term match for those who stay, adopters for those adopted."""
    planned: list[tuple[date, str]] = [(entry, _first_type(p, child, child.age(entry)))]
    settle = None
    if outcome == "adopted":
        settle = (entry + timedelta(days=int((end - entry).days * 0.66)), p.rng.choice(("A5", "A5", "A3")))
    elif outcome == "long" and child.age(entry) < 15:
        settle = (entry + timedelta(days=p.rng.randrange(250, 620)), "U1" if p.chance(0.25) else "U4")
        if p.chance(0.18):  # no family found: a children's home is home; or home again under the order
            settle = (settle[0], p.rng.choice(("K2", "P1")))
    at = entry
    while True:
        kind = planned[-1][1]
        mean = 2600 if kind in (*LONG_TERM, "A5", "A3") else 760
        at = p.wd.on_or_after(at + timedelta(days=12 + int(p.exponential(mean))))
        if settle and at >= settle[0] - timedelta(days=15) and planned[-1][0] < settle[0]:
            at = p.wd.on_or_after(settle[0])
            if at >= end:
                break
            planned.append((at, settle[1]))
            settle = None
            continue
        if at >= end or kind in ("A5", "A3"):
            break
        types = ("K3", "K2", "U6") if child.age(at) >= 16 else ("U6", "U6", "U6", "U6", "U3", "P1", "K2")
        planned.append((at, p.rng.choice(types)))
    ends = [day for day, _ in planned[1:]] + [end]
    placements = []
    for (start, kind), until in zip(planned, ends, strict=True):
        placement = Placement(p.id("PL"), start, until, kind)
        placements.append(placement)
        choices = PROVIDERS[kind[0]]
        outside = p.chance(0.28)
        reason = p.rng.choice(("CARPL", "CARPL", "CREQB", "CREQO", "CHILD", "LAREQ", "OTHER"))
        fam.put(
            "ssd_cla_placement",
            clap_cla_placement_id=placement.id,
            clap_cla_placement_start_date=start,
            clap_cla_placement_type=kind,
            clap_cla_placement_urn=f"SC{p.rng.randrange(900000, 999999)}" if kind[0] == "K" else None,
            clap_cla_placement_distance=round(p.rng.triangular(0.3, 60 if outside else 12, 4), 1),
            clap_cla_id=cla_id,
            clap_cla_placement_provider=p.rng.choices([c for c, _ in choices], [w for _, w in choices])[0],
            clap_cla_placement_postcode=f"{'ZZ' if outside else 'IW'}{p.rng.randrange(1, 12)} "
            f"{p.rng.randrange(1, 9)}{p.rng.choice('ABDEFGH')}{p.rng.choice('JLNPQRS')}",
            clap_cla_placement_end_date=until,
            clap_cla_placement_change_reason=None if until == end else reason,
            clap_person_id=child.id,
        )
    return placements


def _legal(
    p: Practice, child: Child, fam: Family, entry: date, end: date, outcome: str
) -> list[tuple[date, str]]:
    first = "V2" if child.uasc else p.rng.choices(("V2", "C1", "L2", "L1"), (47, 43, 6, 4))[0]
    planned = [(entry, first)]
    if first in ("L1", "L2"):
        planned.append((entry + timedelta(days=3 if first == "L1" else 8), p.rng.choice(("C1", "C1", "V2"))))
    if outcome in ("adopted", "guardian", "long") and not child.uasc and child.age(entry) < 16:
        if planned[-1][1] == "V2":
            planned.append(
                (p.wd.on_or_after(planned[-1][0] + timedelta(days=p.rng.randrange(20, 120))), "C1")
            )
        order = planned[-1][0] + timedelta(days=p.rng.randrange(160, 330))
        planned.append((p.wd.on_or_after(order), "E1" if outcome == "adopted" else "C2"))
    planned = [(day, status) for day, status in planned if day < end]
    ends = [day for day, _ in planned[1:]] + [end]
    for (start, status), until in zip(planned, ends, strict=True):
        fam.put(
            "ssd_legal_status",
            lega_legal_status_id=p.id("L"),
            lega_person_id=child.id,
            lega_legal_status=status,
            lega_legal_status_start_date=start,
            lega_legal_status_end_date=until,
        )
    return planned


def _episodes(
    p: Practice,
    case: Case,
    cla_id: str,
    entry: date,
    end: date,
    reason: str,
    placements: list[Placement],
    statuses: list[tuple[date, str]],
) -> None:
    """One row for each change of placement or legal status, as the SSDA903 return has it."""
    moves = {pl.start for pl in placements}
    orders = {day for day, _ in statuses}
    starts = sorted(moves | orders)
    need = p.need(case.child)
    for start, until in zip(starts, [*starts[1:], end], strict=True):
        why = (
            "S"
            if start == entry
            else "B"
            if start in moves and start in orders
            else "P"
            if start in moves
            else "L"
        )
        placement = [pl for pl in placements if pl.start <= start][-1]
        case.fam.put(
            "ssd_cla_episodes",
            clae_cla_episode_id=p.id("E"),
            clae_person_id=case.child.id,
            clae_cla_episode_start_date=start,
            clae_cla_episode_start_reason=why,
            clae_cla_primary_need_code=need,
            clae_cla_episode_ceased_date=until,
            clae_cla_episode_ceased_reason=reason if until == end else "X1",
            clae_cla_id=cla_id,
            clae_referral_id=case.referral_id,
            clae_cla_placement_id=placement.id,
            clae_entered_care_date=entry,
            clae_cla_last_iro_contact_date=None,  # the latest only: filled in when the records are read off
        )


def _reviews(p: Practice, case: Case, cla_id: str, entry: date, end: date, team: str) -> date | None:
    """The reviews; the day of the second, or None if care ended first."""
    last, months, number, second = entry, 0, 0, None
    while last < p.as_at:
        in_time = p.in_time("lac_review", team, last)
        if months == 0:
            due = p.wd.add(last, 20)
            held = p.wd.add(last, p.working_day_count(in_time, 11, 19, 20, 6.0))
        else:
            due = add_months(last, months)
            held = p.by_month(in_time, last, months, 18, 14.0)
        if held >= end:
            break
        number += 1
        if p.chance(0.04):
            _review(p, case, cla_id, due, p.wd.on_or_before(held - timedelta(days=6)), "Y")
        _review(p, case, cla_id, due, held, "N")
        if number == 2:
            second = held
        last, months = held, 3 if number == 1 else 6
    return second


def _review(p: Practice, case: Case, cla_id: str, due: date, held: date, cancelled: str) -> None:
    case.fam.put(
        "ssd_cla_reviews",
        clar_cla_review_id=p.id("LR"),
        clar_cla_id=cla_id,
        clar_cla_review_due_date=due,
        clar_cla_review_date=held,
        clar_cla_review_cancelled=cancelled,
        clar_cla_review_participation="PN0" if case.child.age(held) < 4 else p.rng.choice(PARTICIPATION),
    )


def _visits(p: Practice, case: Case, cla_id: str, placement: Placement, team: str) -> None:
    """The first within a week, then every six weeks; after a year of a long-term placement, every three months."""
    last, limit = placement.start, 7
    settled = add_months(placement.start, 12)
    while last <= p.as_at:
        if placement.type in LONG_TERM and last >= settled:
            visited = p.wd.on_or_after(last + timedelta(days=p.rng.randrange(74, 96)))
        elif p.in_time("lac_visit", team, last):
            visited = p.wd.on_or_before(
                last + timedelta(days=int(p.rng.triangular(limit * 0.5, limit + 0.99, limit)))
            )
            if visited <= last:
                visited = p.wd.on_or_after(last + timedelta(days=1))
        else:
            late = 1 + min(int(p.exponential(limit / 3)), limit * 2)
            visited = p.wd.on_or_after(last + timedelta(days=limit + late))
        if visited >= placement.end:
            return
        case.fam.put(
            "ssd_cla_visits",
            clav_cla_visit_id=p.id("LV"),
            clav_cla_id=cla_id,
            clav_person_id=case.child.id,
            clav_cla_visit_date=visited,
            clav_cla_visit_seen=p.yes_no(0.97),
            clav_cla_visit_seen_alone=p.yes_no(0.7),
        )
        last, limit = visited, 42


def _care_plans(
    p: Practice, case: Case, entry: date, end: date, second: date | None, outcome: str, team: str
) -> None:
    """A first care plan with no plan for permanence yet; then one with, by the second review or after it."""
    first = p.wd.add(entry, 8)
    choice = PERMANENCE.get(outcome, "LTFOST18" if case.child.age(entry) < 15 else "SUPPLIV")
    agreed: date | None
    if second is None:
        agreed = p.wd.add(entry, 15) if p.chance(0.5) else None
    elif p.in_time("permanence", team, second) or case.child.care_periods:
        agreed = p.wd.on_or_before(second - timedelta(days=p.rng.choice((0, 0, 0, 5, 12, 20))))
    else:
        agreed = p.wd.on_or_after(second + timedelta(days=20 + int(p.exponential(420))))
    later = agreed if agreed is not None and agreed > first and agreed < end else None
    if first < end:
        _care_plan(p, case, first, later or end, "")
    if later:
        _care_plan(p, case, later, end, choice)


def _care_plan(p: Practice, case: Case, start: date, end: date, choice: str) -> None:
    case.fam.put(
        "ssd_cla_care_plan",
        lacp_table_id=p.id("LP"),
        lacp_person_id=case.child.id,
        lacp_cla_care_plan_start_date=start,
        lacp_cla_care_plan_end_date=end,
        lacp_cla_care_plan_json=CARE_PLAN_JSON[choice],
    )


def _missing(p: Practice, case: Case, entry: date, end: date) -> None:
    """About one teenager in four in care goes missing at some time, some of them often."""
    thirteen = max(entry, birthday(case.child.born, 13))
    if thirteen >= end or not p.chance(0.42):
        return
    at = thirteen
    while (at := at + timedelta(days=6 + int(p.exponential(240)))) < min(end, p.as_at):
        missing(p, case, at)


def _adoption(
    p: Practice, child: Child, fam: Family, cla_id: str, entry: date, end: date, placements: list[Placement]
) -> None:
    span = (end - entry).days
    placed = placements[-1].start
    days = [p.wd.on_or_after(entry + timedelta(days=int(span * share))) for share in (0.24, 0.32, 0.58)]
    if (
        sum(map(ord, cla_id)) % MATCHED_SOON == 0
    ):  # by its number and not by chance, so that nothing else moves
        days[2] = p.wd.on_or_after(days[1] + timedelta(days=20 + span % 70))
    fam.put(
        "ssd_permanence",
        perm_table_id=p.id("PM"),
        perm_person_id=child.id,
        perm_cla_id=cla_id,
        perm_adm_decision_date=days[0],
        perm_placement_order_date=days[1],
        perm_placed_for_adoption_date=placed if placed > entry else None,
        perm_matched_date=min(days[2], placed) if placed > entry else days[2],
        perm_adopted_by_carer_flag="N",
        perm_part_of_sibling_group="1" if len(fam.children) > 1 else "0",
        perm_permanence_order_date=end,
        perm_permanence_order_type="Adoption",
        perm_adopter_sex=p.rng.choice(("MF", "MF", "MF", "FF", "MM", "F1")),
        perm_adopter_legal_status="L11",
        perm_number_of_adopters="2",
    )


def _leaving(p: Practice, child: Child, fam: Family, entry: date, eighteen: date) -> None:
    """A care leaver's one row: held from sixteen, its dates always the latest, so worked out when read off."""
    eet = p.chance(0.51)
    accommodation = p.rng.choice("BDUUKZ")
    fam.put(
        "ssd_care_leavers",
        clea_table_id=p.id("CL"),
        clea_person_id=child.id,
        clea_care_leaver_eligibility="Former Relevant",
        clea_care_leaver_in_touch=p.rng.choices(("YES", "NO", "REFU", "NREQ"), (93, 4, 1, 2))[0],
        clea_care_leaver_accommodation=accommodation,
        clea_care_leaver_accom_suitable="1" if p.chance(0.93) else "2",
        clea_care_leaver_activity=p.rng.choice(("F2", "F5", "F4", "P5", "F1"))
        if eet
        else p.rng.choice(("G5", "G5", "G4")),
        clea_care_leaver_personal_advisor=f"Personal adviser {p.rng.randrange(1, 13)}",
        clea_care_leaver_allocated_team=fam.care_team,
        clea_care_leaver_worker_id=p.worker(fam.care_team).id,
        _from=max(birthday(child.born, 16), entry + timedelta(days=91)),
        _eighteen=eighteen,
        _contact_gap=p.rng.randrange(3, 75),
        _pathway_gap=p.rng.randrange(5, 230),
    )
