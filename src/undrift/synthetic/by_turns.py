"""What happens seldom, put in so that every limit has somebody to whom it applies: short stays elsewhere, places others
arrange, assessment orders, emergencies that outlasted the law, first care plans that came late, reviews kept up after
placing for adoption."""

from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.days import add_months
from undrift.synthetic.practice import Practice
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text

SHORT_STAYS = (("T1", 10, 60), ("T3", 8, 27), ("T4", 3, 11))
"""The code, and from how many days to how many: in hospital, while a carer is away, other."""
EVERY = {"stay": 8, "elsewhere": 12, "order": 300, "late plan": 14, "review": 3, "over": 8}
"""One in so many, by turns and not by chance, so that a small authority has its share."""
RAN_OVER = {"L1": (1, 3, 2), "L2": (4, 9, 7, 12)}
"""Police protection and emergency protection orders, and by how many days; an order extended once may run seven over."""


def by_turns(book: Book, p: Practice) -> None:
    short_stays(book, p)
    placed_by_others(book)
    assessment_orders(book, p)
    late_care_plans(book, p)
    reviews_after_placing(book, p)
    family_group_after_applying(book)
    emergencies_run_over(book)


def short_stays(book: Book, p: Practice) -> None:
    """A stay elsewhere while the placement is kept open; some longer than such a stay is meant to last."""
    homes = [
        row
        for row in book.tables["ssd_cla_placement"]
        if row["clap_cla_placement_type"] == "U6"
        and (
            (day(row, "clap_cla_placement_end_date") or book.as_at)
            - sure(row, "clap_cla_placement_start_date")
        ).days
        > 200
    ]
    for nth, home in enumerate(homes[:: EVERY["stay"]]):
        code, least, most = SHORT_STAYS[nth % len(SHORT_STAYS)]
        start = sure(home, "clap_cla_placement_start_date") + timedelta(days=p.rng.randrange(40, 110))
        book.put("ssd_cla_placement", **home | {
            "clap_cla_placement_id": p.id("PT"), "clap_cla_placement_type": code, "clap_cla_placement_start_date": start,
            "clap_cla_placement_end_date": start + timedelta(days=p.rng.randrange(least, most)), "_same_carer": False,
        })  # fmt: skip


def placed_by_others(book: Book) -> None:
    """Some teenagers in children's homes were in a health setting, or in custody, all along."""
    homes = [
        row
        for row in book.tables["ssd_cla_placement"]
        if row["clap_cla_placement_type"] == "K2"
        and book.children[text(row, "clap_person_id")].age(sure(row, "clap_cla_placement_start_date")) >= 13
    ]
    for nth, row in enumerate(homes[:: EVERY["elsewhere"]]):
        row["clap_cla_placement_type"] = ("R2", "R5")[nth % 2]


def assessment_orders(book: Book, p: Practice) -> None:
    """Where an enquiry was kept from the child: a week at most, and a few recorded as longer. No child of these is in care."""
    in_care = {row["clae_person_id"] for row in book.tables["ssd_cla_episodes"]}
    asked = [row for row in book.tables["ssd_s47_enquiry"] if row["s47e_person_id"] not in in_care]
    for nth, row in enumerate(asked[:: EVERY["order"]]):
        start = p.wd.add(sure(row, "s47e_s47_start_date"), p.rng.randrange(2, 8))
        book.put("ssd_legal_status", lega_legal_status_id=p.id("LSX"), lega_person_id=row["s47e_person_id"],
                 lega_legal_status="L3", lega_legal_status_start_date=start,
                 lega_legal_status_end_date=start + timedelta(days=9 if nth % 4 == 1 else p.rng.randrange(4, 8)))  # fmt: skip


def late_care_plans(book: Book, p: Practice) -> None:
    """The first care plan is made on the eighth working day; of some, on the twelfth to the twentieth."""
    entered = {(child, start) for child, start, _ in book.periods.values()}
    first = [
        row
        for row in book.tables["ssd_cla_care_plan"]
        if any(
            (row["lacp_person_id"], start) in entered
            for start in _eight_before(p, sure(row, "lacp_cla_care_plan_start_date"))
        )
    ]
    for row in first[:: EVERY["late plan"]]:
        made = p.wd.add(sure(row, "lacp_cla_care_plan_start_date"), p.rng.randrange(4, 13))
        if made < (day(row, "lacp_cla_care_plan_end_date") or date.max):
            row["lacp_cla_care_plan_start_date"] = made


def _eight_before(p: Practice, made: date) -> list[date]:
    """The days from which it is the eighth working day."""
    return [on for n in range(8, 22) if p.wd.add(on := made - timedelta(days=n), 8) == made]


def reviews_after_placing(book: Book, p: Practice) -> None:
    """After placing for adoption reviews begin again, at three months and then six; of one child in three, they do."""
    held: dict[str, list[Row]] = book.by("ssd_cla_reviews", "clar_cla_id")
    placed = [row for row in book.tables["ssd_permanence"] if day(row, "perm_placed_for_adoption_date")]
    for nth, row in enumerate(placed[:: EVERY["review"]]):
        on = sure(row, "perm_placed_for_adoption_date")
        over = day(row, "perm_permanence_order_date") or date.max
        of_period = held[text(row, "perm_cla_id")]
        after = sorted(
            sure(r, "clar_cla_review_date") for r in of_period if r["clar_cla_review_cancelled"] == "N"
        )
        first = min((d for d in after if d > on), default=None)
        if first is None:
            continue
        second = p.wd.on_or_before(add_months(first, 3) - timedelta(days=p.rng.randrange(0, 9)))
        third = p.wd.on_or_before(
            add_months(second, 6) + timedelta(days=15 if nth % 4 == 1 else -p.rng.randrange(0, 9))
        )
        for made in (second, third):
            if made < over:
                like = next(r for r in of_period if r["clar_cla_review_date"] == first)
                book.put("ssd_cla_reviews", **like | {
                    "clar_cla_review_id": p.id("LRX"), "clar_cla_review_due_date": made, "clar_cla_review_date": made,
                })  # fmt: skip


def family_group_after_applying(book: Book) -> None:
    """Since the Act that asks for an offer before applying: of every third application, it came after."""
    since = [row for row in book.tables["local_preproceedings"]
             if (day(row, "lpre_application_date") or date.min) >= date(2026, 4, 29)]  # fmt: skip
    for row in sorted(since, key=lambda row: sure(row, "lpre_application_date"))[::3]:
        row["lpre_family_group_date"] = sure(row, "lpre_application_date") + timedelta(days=6)


def emergencies_run_over(book: Book) -> None:
    """The interim care order after an emergency made some days late, and the emergency lasting until it. Each is listed."""
    statuses = book.by("ssd_legal_status", "lega_person_id")
    episodes = book.by("ssd_cla_episodes", "clae_person_id")
    # At home an order brings weekly visits, from a day that would move.
    home = {row["clap_cla_placement_id"] for row in book.tables["ssd_cla_placement"] if row["clap_cla_placement_type"] == "P1"}  # fmt: skip
    for code, extra in RAN_OVER.items():
        could = []
        for row in book.tables["ssd_legal_status"]:
            child, over = text(row, "lega_person_id"), day(row, "lega_legal_status_end_date")
            order = _of(statuses[child], "lega_legal_status_start_date", over)
            before = _of(episodes[child], "clae_cla_episode_ceased_date", over)
            after = _of(episodes[child], "clae_cla_episode_start_date", over)
            if not (row["lega_legal_status"] == code and order and before and after):
                continue
            if order["lega_legal_status"] == "C1" and after["clae_cla_placement_id"] not in home:
                could.append((child, row, order, before, after))
        for nth, (child, row, order, before, after) in enumerate(could[:: EVERY["over"]]):
            until = sure(row, "lega_legal_status_end_date") + timedelta(days=extra[nth % len(extra)])
            lasts = (
                day(order, "lega_legal_status_end_date"),
                day(after, "clae_cla_episode_ceased_date"),
                book.as_at,
            )
            if until < min(last for last in lasts if last):
                row["lega_legal_status_end_date"] = order["lega_legal_status_start_date"] = until
                before["clae_cla_episode_ceased_date"] = after["clae_cla_episode_start_date"] = until
                book.plant("emergency_ran_over", sure(row, "lega_legal_status_start_date"), "lasted until the day given",
                           who=child, team=book.team(child, until), value=until)  # fmt: skip


def _of(rows: list[Row], column: str, on: date | None) -> Row | None:
    """The one row with this day; None where there is none, or more than one."""
    found = [row for row in rows if on and row[column] == on]
    return found[0] if len(found) == 1 else None
