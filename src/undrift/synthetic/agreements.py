"""What only an authority's own forms say: fewer visits agreed, parents assessed late, secure and supervision orders, reviews
of adopters, plans amended after a review."""

from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.days import add_months
from undrift.synthetic.practice import Practice
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text

LONG_TERM = ("U1", "U4")
AGREED_FROM = date(2015, 4, 1)


def agreements(book: Book, p: Practice) -> None:
    fewer_visits(book, p)
    unassessed_parents(book, p)
    secure_orders(book, p)
    supervision_orders(book, p)
    adopter_reviews(book, p)
    plan_amendments(book, p)


def _lasted(row: Row) -> tuple[date, date]:
    end = day(row, "clap_cla_placement_end_date") or date.max
    return sure(row, "clap_cla_placement_start_date"), end


def fewer_visits(book: Book, p: Practice) -> None:
    """Half of those old enough agree to six months, at some time after the first year; then only those visits are made."""
    visits = book.by("ssd_cla_visits", "clav_cla_id")
    dropped: set[object] = set()
    for row in book.tables["ssd_cla_placement"]:
        start, end = _lasted(row)
        settled, child = add_months(start, 12), text(row, "clap_person_id")
        if row["clap_cla_placement_type"] not in LONG_TERM or settled >= min(end, book.as_at):
            continue
        if book.children[child].age(settled) < 8 or not p.chance(0.5):
            continue
        agreed = max(p.wd.on_or_after(settled + timedelta(days=p.rng.randrange(5, 200))), AGREED_FROM)
        if agreed >= min(end, book.as_at):
            continue
        number = text(row, "clap_cla_placement_id")
        book.put("local_visit_agreements", viag_id=f"M{number}", viag_person_id=child, viag_agreed_date=agreed,
                 _from=start)  # fmt: skip
        last: date | None = None
        for visit in sorted(visits[text(row, "clap_cla_id")], key=lambda v: sure(v, "clav_cla_visit_date")):
            on = sure(visit, "clav_cla_visit_date")
            if not agreed <= on < end:
                continue
            if last is None or (on - last).days > (150 if p.chance(0.85) else 200):
                last = on
            else:
                dropped.add(visit["clav_cla_visit_id"])
    book.tables["ssd_cla_visits"][:] = [
        v for v in book.tables["ssd_cla_visits"] if v["clav_cla_visit_id"] not in dropped
    ]


def unassessed_parents(book: Book, p: Practice) -> None:
    """One in five placements with a parent was made in a hurry, the assessment following in time, late or never."""
    for row in book.tables["ssd_cla_placement"]:
        if row["clap_cla_placement_type"] != "P1":
            continue
        start, end = _lasted(row)
        hurried = p.chance(0.2)
        taken = p.working_day_count(p.chance(0.7), 3, 9, 10, 9.0)
        done = p.wd.add(start, taken) if hurried and not p.chance(0.06) else None
        book.put("local_parent_placements", papl_id=f"M{row['clap_cla_placement_id']}",
                 papl_person_id=row["clap_person_id"], papl_before_assessment="Y" if hurried else "N",
                 papl_assessed_date=done if done and done < end else None, _from=start)  # fmt: skip


def secure_orders(book: Book, p: Practice) -> None:
    """Of stays in secure homes, so few that they take turns: an order in time, before, late, and none."""
    stays = [row for row in book.tables["ssd_cla_placement"] if row["clap_cla_placement_type"] == "K1"]
    for nth, row in enumerate(sorted(stays, key=lambda row: sure(row, "clap_cla_placement_start_date"))):
        start, end = _lasted(row)
        made = start + timedelta(days=(2, -4, 5, 3)[nth % 4])
        none = nth % 6 == 5 or made >= end
        book.put("local_secure_orders", seor_id=f"M{row['clap_cla_placement_id']}", seor_person_id=row["clap_person_id"],
                 seor_order_date=None if none else made, _from=start)  # fmt: skip


def supervision_orders(book: Book, p: Practice) -> None:
    """Where proceedings ended with the child going home: for a year, a few extended, a few left open past it."""
    left = {(child, number): end for number, (child, _, end) in book.periods.items() if end is not None}
    ends: dict[str, list[date]] = {}
    for (child, _), end in left.items():
        ends.setdefault(child, []).append(end)
    for row in book.tables["local_preproceedings"]:
        applied, child = day(row, "lpre_application_date"), text(row, "lpre_person_id")
        if applied is None or day(row, "lpre_final_order_date"):
            continue
        home = min((d for d in ends.get(child, []) if d > applied), default=None)
        if home is None or home > book.as_at:
            continue
        made, extended = home, p.chance(0.12)
        until = add_months(made, 12)
        ended = (
            add_months(made, 24)
            if extended
            else until + timedelta(days=p.rng.choice((0, 0, 0, 0, 0, 0, 9, 40)))
        )
        row["lpre_final_order_date"] = made
        book.put("local_supervision_orders", suor_id=row["lpre_table_id"], suor_person_id=child, suor_made_date=made,
                 suor_extended_to_date=add_months(made, 24) if extended else None, suor_end_date=ended)  # fmt: skip


def adopter_reviews(book: Book, p: Practice) -> None:
    """Every year from approval until a child is placed or the adopter leaves; both of a household on one day."""
    households = book.by("local_prospective_adopters", "adop_family_id")
    for adopters in households.values():
        last = day(adopters[0], "adop_approved_date")
        over = min(
            day(adopters[0], "adop_placed_date") or date.max, day(adopters[0], "adop_left_date") or date.max
        )
        while last is not None and last <= book.as_at:
            last = p.by(p.chance(0.75), last, add_months(last, 12), 40, 45.0)
            if last >= over:
                break
            for adopter in adopters:
                book.put("local_adopter_reviews", adrv_id=p.id("AR"), adrv_adopter_id=adopter["adop_id"],
                         adrv_held_date=last)  # fmt: skip


def plan_amendments(book: Book, p: Practice) -> None:
    """Of reviews after which the plan was to be amended, since 2022: the notice with the decision, the plan after it."""
    for row in book.tables["local_ehcp_reviews"]:
        decided = day(row, "ehrv_decision_date")
        if row["ehrv_outcome"] != "A" or decided is None or decided < date(2022, 1, 1):
            continue
        sent = p.by(p.chance(0.5), decided, decided + timedelta(weeks=8), 30, 40.0)
        book.put("local_ehcp_amendments", eham_id=f"AM{text(row, 'ehrv_id')[2:]}", eham_person_id=row["ehrv_person_id"],
                 eham_meeting_date=row["ehrv_meeting_date"], eham_notice_date=decided,
                 eham_final_date=None if p.chance(0.03) else sent)  # fmt: skip
