"""Who reviewed each child's care plan: independent reviewing officers, named in time or late, and handed on as they leave.

Written last, so that nothing which reads who holds a child meets somebody who only reviews.
"""

from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.days import add_months
from undrift.synthetic.people import FORENAMES, SURNAMES
from undrift.synthetic.practice import Practice
from undrift.synthetic.short_breaks import LETTERS as SHORT_BREAKS

ROLE = "Independent reviewing officer"
SERVICE = "Independent reviewing service"
POSTS = 7
STAYS_MONTHS = 50
OPENED = date(2003, 1, 6)


def reviewing(book: Book, p: Practice) -> None:
    """Seven posts, each with one officer after another; brothers and sisters have the same one."""
    posts = [_officers(book, p) for _ in range(POSTS)]
    family = {child.id: n for n, fam in enumerate(book.families) for child in fam.children}
    for number, (child, entered, left) in book.periods.items():
        if number.startswith(SHORT_BREAKS):
            continue
        fast = p.in_time("iro_5wd", book.care_team(child, entered), entered)
        start = p.wd.add(entered, p.working_day_count(fast, 0, 2, 5, 6.0))
        last = left or date.max
        for officer, until in posts[family[child] % POSTS]:
            if start < min(until, last) and start <= book.as_at:
                over = min(until, last)
                book.put("ssd_involvements", invo_involvements_id=p.id("INR"), invo_professional_id=officer,
                         invo_professional_role_id=ROLE, invo_professional_team=None, invo_involvement_start_date=start,
                         invo_involvement_end_date=None if over == date.max else over, invo_worker_change_reason=None,
                         invo_person_id=child, invo_referral_id=None)  # fmt: skip
                start = over


def _officers(book: Book, p: Practice) -> list[tuple[str, date]]:
    """The officers of one post in turn, each with the day the next one took over (the last: never)."""
    found, began = [], OPENED
    while True:
        after = p.wd.on_or_after(
            add_months(began, 18) + timedelta(days=int(p.exponential(STAYS_MONTHS * 30.4)))
        )
        ends = date.max if after > book.as_at else after
        number = p.id("RO")
        name = f"{p.rng.choice(FORENAMES[p.rng.choice('FFM')])} {p.rng.choice(SURNAMES)}"
        book.put("ssd_professionals", prof_professional_id=number, prof_staff_id=number.replace("RO", "RS"),
                 prof_professional_name=name, prof_social_worker_registration_no=f"SW{p.rng.randrange(10**6, 10**7)}",
                 prof_professional_job_title=ROLE, prof_professional_department=SERVICE,
                 prof_full_time_equivalency=1.0, prof_agency_worker_flag="N", _from=began)  # fmt: skip
        found.append((number, ends))
        if ends == date.max:
            return found
        began = ends
