"""Short breaks of disabled children: a night or two a month under one series, which is not being looked after.

A series is one id of care (SB...): under V3 an episode a break, under V4 one episode for the whole agreement. No
placement is written for a break; the yearly return, which must have one, is given it when it is written.
"""

from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.days import add_months
from undrift.synthetic.practice import Practice
from undrift.synthetic.truth import day, sure, text

SHARE = 0.35  # of disabled children with a child in need plan of eight months or more
SINGLY_SHARE = 0.6  # recorded a break at a time (V3); the rest by the agreement (V4)
LONG_SHARE = 0.015  # of single breaks: over seventeen days
MANY_SHARE = 0.08  # of series: a week and more each month, over seventy-five days in the year
LETTERS = "SB"


def short_breaks(book: Book, p: Practice) -> None:
    for row in list(book.tables["ssd_cin_plans"]):
        child = book.children[text(row, "cinp_person_id")]
        start, end = sure(row, "cinp_cin_plan_start_date"), day(row, "cinp_cin_plan_end_date")
        long_enough = end is None or (end - start).days > 240
        if not child.with_dc or child.care_periods or not long_enough or not p.chance(SHARE):
            continue
        series, first = p.id(LETTERS), p.wd.on_or_after(start + timedelta(days=p.rng.randrange(20, 90)))
        last = min(end or date.max, p.as_at + timedelta(days=400))
        if p.chance(SINGLY_SHARE):
            _one_by_one(book, p, child.id, text(row, "cinp_referral_id"), series, first, last)
        else:
            _episode(book, p, child.id, text(row, "cinp_referral_id"), series, first, first, last, "V4")
        _looked_at(book, p, child.id, series, first, last)


def _one_by_one(
    book: Book, p: Practice, child: str, referral: str, series: str, first: date, last: date
) -> None:
    many = p.chance(MANY_SHARE)
    if many:
        book.plant(
            "short_breaks_over_75_days", first, "more than 75 days of short breaks in a year", who=child
        )
    at = first
    while at < min(last, p.as_at):
        nights = p.rng.randrange(6, 10) if many else p.rng.choice((1, 1, 2, 2, 2, 3))
        if p.chance(LONG_SHARE):
            nights = p.rng.randrange(18, 25)
            book.plant(
                "short_break_over_17_days",
                at,
                "one short break of more than 17 days",
                who=child,
                value=nights,
            )
        until = at + timedelta(days=nights)
        if until >= last:
            return
        _episode(book, p, child, referral, series, first, at, until, "V3")
        at = until + timedelta(days=p.rng.randrange(18, 40))


def _episode(book: Book, p: Practice, child: str, referral: str, series: str, first: date, start: date, end: date,
             status: str) -> None:  # fmt: skip
    book.put("ssd_cla_episodes", clae_cla_episode_id=p.id("SBE"), clae_person_id=child, clae_cla_episode_start_date=start,
             clae_cla_episode_start_reason="S", clae_cla_primary_need_code="N2", clae_cla_episode_ceased_date=end,
             clae_cla_episode_ceased_reason="E8", clae_cla_id=series, clae_referral_id=referral,
             clae_cla_placement_id=None, clae_entered_care_date=first)  # fmt: skip
    book.put("ssd_legal_status", lega_legal_status_id=p.id("SBL"), lega_person_id=child, lega_legal_status=status,
             lega_legal_status_start_date=start, lega_legal_status_end_date=end)  # fmt: skip


def _looked_at(book: Book, p: Practice, child: str, series: str, first: date, last: date) -> None:
    """Reviews and visits every six months or so, in time for three in four; no different over the years."""
    for table in ("review", "visit"):
        at = first
        while True:
            at = p.by(p.chance(0.75), at, add_months(at, 6), 30, 40.0)
            if at >= last or at > p.as_at:
                break
            if table == "review":
                book.put("ssd_cla_reviews", clar_cla_review_id=p.id("SBR"), clar_cla_id=series, clar_cla_review_date=at,
                         clar_cla_review_due_date=None, clar_cla_review_cancelled="N", clar_cla_review_participation="PN5")  # fmt: skip
            else:
                book.put("ssd_cla_visits", clav_cla_visit_id=p.id("SBV"), clav_cla_id=series, clav_person_id=child,
                         clav_cla_visit_date=at, clav_cla_visit_seen="Y", clav_cla_visit_seen_alone=p.yes_no(0.5))  # fmt: skip
