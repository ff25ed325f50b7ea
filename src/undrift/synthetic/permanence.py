"""Plans for permanence by route, and whether and when each was achieved; orders that ended care; adopters."""

from collections import defaultdict
from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.days import add_months
from undrift.synthetic.people import ETHNICITY
from undrift.synthetic.practice import CARE_PLAN_JSON, Practice
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text

ROUTES = {
    "ADOPTION": "ADOPTION", "LTRELFR": "SPECIAL_GUARDIANSHIP", "LTFOST18": "LONG_TERM_FOSTERING",
    "RETURN1M": "RETURN_HOME", "RETURN6M": "RETURN_HOME", "RETURNEV": "RETURN_HOME",
}  # fmt: skip
ENDS = {
    "ADOPTION": ("E11", "E12"),
    "SPECIAL_GUARDIANSHIP": ("E45", "E46", "E47", "E48"),
    "RETURN_HOME": ("E4A", "E4B", "E41"),
}
CHANGED_SHARE = 0.08  # of plans in force for over a year: changed for another route
REVERSED_SHARE = (
    0.25  # of young children who stayed in long-term care: adoption was decided first, then given up
)
WAITING_HOUSEHOLDS_A_YEAR = 10


def permanence(book: Book, p: Practice) -> None:
    reversals(book, p)
    changes(book, p)
    plans(book, p)
    orders(book, p)
    adopters(book, p)


def _code(row: Row) -> str:
    said = text(row, "lacp_cla_care_plan_json")
    return next((code for code in ROUTES if f'"{code}": "Y"' in said), "OTHER" if '"Y"' in said else "")


def changes(book: Book, p: Practice) -> None:
    """Some plans in force for more than a year give way to another: long-term fostering after going home failed."""
    for row in list(book.tables["ssd_cla_care_plan"]):
        start, end, code = (
            sure(row, "lacp_cla_care_plan_start_date"),
            day(row, "lacp_cla_care_plan_end_date"),
            _code(row),
        )
        long_enough = end is None or (end - start).days > 500
        if code != "LTFOST18" or not long_enough or not p.chance(CHANGED_SHARE):
            continue
        changed = p.wd.on_or_after(start + timedelta(days=p.rng.randrange(150, 400)))
        row["lacp_cla_care_plan_json"], row["lacp_cla_care_plan_end_date"] = (
            CARE_PLAN_JSON["RETURN6M"],
            changed,
        )
        book.put("ssd_cla_care_plan", **row | {"lacp_table_id": p.id("LPX"), "lacp_cla_care_plan_start_date": changed,
                 "lacp_cla_care_plan_end_date": end, "lacp_cla_care_plan_json": CARE_PLAN_JSON["LTFOST18"]})  # fmt: skip


def plans(book: Book, p: Practice) -> None:
    """One row a plan. A long-term foster match is in time or late as planted; the rest as the child's life went."""
    periods: dict[str, list[tuple[date, date | None, str]]] = defaultdict(list)
    for number, (child, entered, left) in book.periods.items():
        periods[child].append((entered, left, number))
    reasons = {
        text(r, "clae_cla_id"): text(r, "clae_cla_episode_ceased_reason") for r in book.tables["ssd_cla_episodes"]
        if r["clae_cla_episode_ceased_reason"] != "X1"
    }  # fmt: skip
    settled = {
        text(r, "clap_cla_id"): sure(r, "clap_cla_placement_start_date") for r in book.tables["ssd_cla_placement"]
        if r["clap_cla_placement_type"] in ("U1", "U4")
    }  # fmt: skip
    adopted = {text(r, "perm_cla_id"): r for r in book.tables["ssd_permanence"]}
    for row in book.tables["ssd_cla_care_plan"]:
        code, child = _code(row), text(row, "lacp_person_id")
        if not code:
            continue
        agreed, until = sure(row, "lacp_cla_care_plan_start_date"), day(row, "lacp_cla_care_plan_end_date")
        entered, left, number = max(period for period in periods[child] if period[0] <= agreed)
        route = ROUTES.get(code, "OTHER")
        changed = until if until is not None and until != left and left != until else None
        matched = achieved = None
        if route == "LONG_TERM_FOSTERING":
            team = book.care_team(child, agreed)
            matched = p.by(p.in_time("ltf_match_6m", team, agreed), agreed, add_months(agreed, 6), 70, 130.0)
            if left is not None and matched >= left:
                matched = None
            home = settled.get(number)
            achieved = max(matched, home) if matched and home else None
        elif route == "ADOPTION" and number in adopted:
            matched = day(adopted[number], "perm_matched_date")
        if (
            achieved is None
            and left is not None
            and reasons.get(number) in ENDS.get(route, ())
            and changed is None
        ):
            achieved = left
        book.put("local_permanence_plans", lper_id=p.id("PP"), lper_person_id=child, lper_cla_id=number,
                 lper_agreed_date=agreed, lper_route=route, lper_matched_date=matched, lper_achieved_date=achieved,
                 lper_ended_date=changed)  # fmt: skip


def reversals(book: Book, p: Practice) -> None:
    """Young children for whom adoption was decided and later given up: no adopters were found, or needs changed."""
    has = {text(row, "perm_cla_id") for row in book.tables["ssd_permanence"]}
    for number, (child, entered, left) in book.periods.items():
        stayed = ((left or date.max) - entered).days > 900
        if (
            number in has
            or not stayed
            or book.children[child].age(entered) > 5
            or not p.chance(REVERSED_SHARE)
        ):
            continue
        decided = p.wd.on_or_after(entered + timedelta(days=p.rng.randrange(180, 330)))
        ordered = p.wd.add(decided, p.rng.randrange(20, 70)) if p.chance(0.7) else None
        given_up = p.wd.on_or_after(decided + timedelta(days=p.rng.randrange(200, 500)))
        book.put("ssd_permanence", perm_table_id=p.id("PMR"), perm_person_id=child, perm_cla_id=number,
                 perm_adm_decision_date=decided, perm_placement_order_date=ordered, perm_decision_reversed_date=given_up,
                 perm_decision_reversed_reason=p.rng.choice(("RD3", "RD3", "RD1", "RD4")),
                 perm_part_of_sibling_group="1" if p.chance(0.5) else "0")  # fmt: skip
        book.plant(
            "adoption_reversed", given_up, "adoption was the plan and is no longer", who=child, value=decided
        )


def orders(book: Book, p: Practice) -> None:
    """Special guardianship and child arrangements orders, dated as the period of care they ended."""
    for row in book.tables["ssd_cla_episodes"]:
        reason, made = text(row, "clae_cla_episode_ceased_reason"), day(row, "clae_cla_episode_ceased_date")
        if made is None or reason not in (*ENDS["SPECIAL_GUARDIANSHIP"], "E41"):
            continue
        kind = "Special Guardianship" if reason != "E41" else "Child Arrangements Order/Residence Order"
        book.put("ssd_permanence", perm_table_id=p.id("PMO"), perm_person_id=row["clae_person_id"],
                 perm_cla_id=row["clae_cla_id"], perm_permanence_order_date=made, perm_permanence_order_type=kind,
                 _from=made)  # fmt: skip


def adopters(book: Book, p: Practice) -> None:
    """Two adopters for each match, and households who were assessed and wait, or left. Invented people."""
    for row in list(book.tables["ssd_permanence"]):
        matched = day(row, "perm_matched_date")
        if matched is None:
            continue
        made = _household(
            book, p, p.wd.on_or_before(matched - timedelta(days=p.rng.randrange(330, 700))), matched
        )
        placed, ordered = day(row, "perm_placed_for_adoption_date"), day(row, "perm_permanence_order_date")
        for adopter in made:
            adopter |= {"adop_matched_date": matched, "adop_placed_date": placed, "adop_order_date": ordered,
                        "adop_children_placed": 1 if placed else None}  # fmt: skip
    first = date(2018, 6, 1)
    for _ in range(int((book.as_at - first).days / 365 * WAITING_HOUSEHOLDS_A_YEAR)):
        enquired = p.wd.on_or_after(first + timedelta(days=p.rng.randrange((book.as_at - first).days - 10)))
        made = _household(book, p, enquired, date.max)
        if p.chance(0.55):
            left = p.wd.on_or_after(enquired + timedelta(days=p.rng.randrange(30, 600)))
            for adopter in made:
                adopter |= {"adop_left_date": left, "adop_left_reason": p.rng.choice(("1", "1", "2", "3"))}
                for column, value in list(adopter.items()):
                    if isinstance(value, date) and value > left:
                        adopter[column] = None


def _household(book: Book, p: Practice, enquired: date, before: date) -> list[Row]:
    """Enquiry, the two stages and approval: each stage in time for about seven in ten, and no different over the years."""
    one = p.wd.add(enquired, p.rng.randrange(5, 30))
    one_end = p.by(p.chance(0.72), one, add_months(one, 2), 20, 25.0)
    two = p.wd.add(one_end, p.rng.randrange(2, 25))
    two_end = p.by(p.chance(0.68), two, add_months(two, 4), 30, 30.0)
    if two_end >= before:  # approved before a match, whatever the pace
        two_end = p.wd.on_or_before(before - timedelta(days=10))
    family, fostering = p.id("AF"), p.yes_no(0.2)
    return [
        book.put(
            "local_prospective_adopters", adop_id=p.id("AD"), adop_family_id=family, adop_sex=sex,
            adop_ethnicity=p.rng.choices([c for c, _ in ETHNICITY], [w for _, w in ETHNICITY])[0],
            adop_disability=p.yes_no(0.06), adop_fostering_for_adoption=fostering, adop_enquiry_date=enquired,
            adop_stage1_start_date=one, adop_stage1_end_date=one_end, adop_stage2_start_date=two,
            adop_stage2_end_date=two_end, adop_application_date=p.wd.on_or_before(two_end - timedelta(days=15)),
            adop_approved_date=two_end,
        )
        for sex in p.rng.choice((("F", "M"), ("F", "M"), ("F", "M"), ("F", "F"), ("M", "M"), ("F",)))
    ]  # fmt: skip
