"""Cases that nobody held for a while: a worker goes, and the next takes the child on some weeks later. Each is listed."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise

from undrift.synthetic.book import Book
from undrift.synthetic.practice import Practice
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text

UNHELD_SHARE = 0.015  # of changes of worker while no plan is open and the child is not in care
WORKING_DAYS = (7, 25)  # how long nobody holds the child, so that all are past five


def unheld(book: Book, p: Practice) -> None:
    helped: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for table, person, start, end in (
        ("ssd_cin_plans", "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"),
        ("ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
    ):
        for row in book.tables[table]:
            helped[text(row, person)].append((sure(row, start), day(row, end) or date.max))
    for child, entered, left in book.periods.values():
        helped[child].append((entered, left or date.max))
    for child, rows in book.by("ssd_involvements", "invo_person_id").items():
        held = [row for row in rows if row["invo_professional_role_id"] == "Allocated social worker"]
        held.sort(
            key=lambda row: (sure(row, "invo_involvement_start_date"), text(row, "invo_involvements_id"))
        )
        for before, after in pairwise(held):
            taken = sure(after, "invo_involvement_start_date")
            handed = (
                day(before, "invo_involvement_end_date") == taken
                and before["invo_referral_id"] == after["invo_referral_id"]
            )
            # A plan begun soon after would have been made by nobody.
            busy = any(start - timedelta(days=14) <= taken < end for start, end in helped[child])
            if handed and not busy and p.chance(UNHELD_SHARE):
                _leave(book, p, child, before, taken)


def _leave(book: Book, p: Practice, child: str, before: Row, taken: date) -> None:
    gone = taken
    for _ in range(p.rng.randint(*WORKING_DAYS)):
        gone = p.wd.on_or_before(gone - timedelta(days=1))
    if gone > sure(before, "invo_involvement_start_date"):
        before["invo_involvement_end_date"] = gone
        book.plant("unheld", gone, "nobody held the child until the day given", who=child,
                   team=text(before, "invo_professional_team"), value=taken)  # fmt: skip
