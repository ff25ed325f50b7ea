"""Personal education plans of children in care, and education, health and care plans of children known or not."""

from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.days import add_months, birthday
from undrift.synthetic.identity import PupilNumbers
from undrift.synthetic.people import Census, Child, Family
from undrift.synthetic.practice import Practice
from undrift.synthetic.story import HISTORY_FROM

TERMS = ((9, 1, 12, 20), (1, 5, 3, 31), (4, 15, 7, 20))  # first and last days of the school terms, roughly
REQUESTS_A_YEAR = ((2018, 330), (2020, 360), (2022, 470), (2024, 560), (2026, 600))
PLANS_BEFORE = 1950  # already in force when the records open
KNOWN_SHARE = 0.34  # of requests: for a child social care knows
NEEDS = (
    ("SEMH", 24),
    ("ASD", 31),
    ("SLCN", 20),
    ("MLD", 9),
    ("SLD", 6),
    ("PMLD", 2),
    ("PD", 4),
    ("SPLD", 3),
    ("HI", 2),
    ("VI", 1),
)
CEASED = (("1", 30), ("2", 10), ("3", 10), ("4", 30), ("5", 12), ("6", 8))


def education(book: Book, p: Practice, numbers: PupilNumbers, scale: float) -> None:
    personal_plans(book, p)
    send(book, p, numbers, scale)


def personal_plans(book: Book, p: Practice) -> None:
    """Begun within ten working days for those of school age; then one a term, or a term missed."""
    for number, (child, entered, left) in book.periods.items():
        if left is not None and left <= HISTORY_FROM:
            continue
        born, team = book.children[child].born, book.care_team(child, entered)
        start = max(entered, birthday(born, 4), HISTORY_FROM - timedelta(days=120))
        end = min(left or date.max, birthday(born, 18), p.as_at + timedelta(days=1))
        if start >= end:
            continue
        first = p.wd.add(start, p.working_day_count(p.in_time("pep_10wd", team, start), 4, 9, 10, 9.0))
        for on in (first, *(_termly(p, team, first, end))):
            if on < end:
                book.put("local_education_plans", pepl_id=p.id("PE"), pepl_person_id=child, pepl_cla_id=number,
                         pepl_completed_date=on)  # fmt: skip


def _termly(p: Practice, team: str, after: date, end: date) -> list[date]:
    out = []
    for year in range(after.year, min(end.year, p.as_at.year) + 1):
        for month, first, last_month, last in TERMS:
            opens, closes = date(year, month, first), date(year, last_month, last)
            if opens <= after or opens >= end or not p.in_time("pep_termly", team, opens):
                continue
            out.append(
                p.wd.on_or_before(
                    opens + timedelta(days=int((closes - opens).days * p.rng.uniform(0.2, 0.98)))
                )
            )
    return sorted(out)


def _a_year(day: date) -> float:
    known = [(y, n) for y, n in REQUESTS_A_YEAR if y <= day.year]
    return known[-1][1]


def send(book: Book, p: Practice, numbers: PupilNumbers, scale: float) -> None:
    """Requests, decisions, assessments, plans and reviews; a plan in force before the records open has a request too."""
    census = Census(p.rng, prefix="IRS")
    pool = [c for c in book.children.values() if c.contact_days and not c.uasc and c.expected is None]
    pool.sort(key=lambda c: (not c.disabilities, c.id))  # disabled children first: most of them have a plan
    disabled = sum(bool(c.disabilities) for c in pool)
    used: set[str] = set()
    strangers: list[Child] = []

    def who(on: date) -> Child | None:
        if p.chance(KNOWN_SHARE):
            for _ in range(30):
                child = pool[p.rng.randrange(disabled) if p.chance(0.6) else p.rng.randrange(len(pool))]
                old_enough = birthday(child.born, 3) <= on < birthday(child.born, 17)
                if (
                    child.id not in used
                    and old_enough
                    and min(child.contact_days) <= on + timedelta(days=900)
                ):
                    return child
            return None
        child = census.family(on, 3, 15).children[0]
        numbers.give(child)
        strangers.append(child)
        book.families.append(Family([child], "", "", ""))
        return child

    def request(on: date, certain: bool) -> None:
        child = who(on)
        if child is not None:
            used.add(child.id)
            _request(book, p, child, on, certain)

    for _ in range(int(PLANS_BEFORE * scale)):
        request(p.wd.on_or_after(HISTORY_FROM - timedelta(days=p.rng.randrange(200, 2900))), certain=True)
    at = HISTORY_FROM - timedelta(days=200)
    while at < book.as_at:
        at += timedelta(days=1)
        if p.wd.is_working(at) and at.month != 8 and p.chance(1 / 3):
            for _ in range(p.poisson(_a_year(at) * scale / 78)):
                request(at, certain=False)
    for child in strangers:
        book.children[child.id] = child


def _request(book: Book, p: Practice, child: Child, on: date, certain: bool) -> None:
    send_id, request_id = p.id("SN"), p.id("EQ")
    child.with_send = True
    book.put("ssd_send", send_table_id=send_id, send_upn=child.upn, send_uln=None, send_person_id=child.id,
             send_upn_unknown=None if child.upn else "UN1", _from=on)  # fmt: skip
    decided = p.by(p.in_time("ehc_6w", "", on), on, on + timedelta(weeks=6), 16, 16.0)
    agreed = certain or p.chance(0.71)
    withdrawn = not certain and not agreed and p.chance(0.08)
    book.put("ssd_ehcp_requests", ehcr_ehcp_request_id=request_id, ehcr_send_table_id=send_id, ehcr_ehcp_req_date=on,
             ehcr_ehcp_req_outcome_date=decided, ehcr_ehcp_req_outcome="Y" if agreed else "W" if withdrawn else "N")  # fmt: skip
    if not agreed:
        return
    assessment_id, exception = p.id("EA"), p.chance(0.06)
    planned = certain or p.chance(0.94)
    rate, weeks = ("ehc_20w", 20) if planned else ("ehc_16w", 16)
    issued = p.by(p.in_time(rate, "", on) and not exception, decided, on + timedelta(weeks=weeks), 24, 55.0)
    book.put("ssd_ehcp_assessment", ehca_ehcp_assessment_id=assessment_id, ehca_ehcp_request_id=request_id,
             ehca_ehcp_assessment_outcome_date=issued, ehca_ehcp_assessment_outcome="Y" if planned else "N",
             ehca_ehcp_assessment_exceptions="1" if exception else "0", _from=decided)  # fmt: skip
    if planned:
        _plan(book, p, child, request_id, assessment_id, issued)


def _plan(book: Book, p: Practice, child: Child, request: str, assessment: str, issued: date) -> None:
    """The plan, its needs and its yearly reviews, until it ends: most do at nineteen or so."""
    active = p.id("EP")
    ends = birthday(child.born, 19) + timedelta(days=p.rng.randrange(-900, 1400))
    ends = max(ends, issued + timedelta(days=400))
    reviews: list[date] = []
    last = issued
    while last <= p.as_at:
        due = add_months(last, 12)
        completed = p.by(p.in_time("ehc_review_12m", "", last), last, due, 50, 60.0)
        if completed >= ends:
            break
        fast = p.in_time("ehc_decision_4w", "", completed)
        meeting = completed - timedelta(
            days=p.rng.randrange(6, 28) if fast else 29 + min(int(p.exponential(30)), 150)
        )
        meeting = max(p.wd.on_or_before(meeting), last + timedelta(days=1))
        book.put("local_ehcp_reviews", ehrv_id=p.id("ER"), ehrv_person_id=child.id, ehrv_active_ehcp_id=active,
                 ehrv_meeting_date=meeting, ehrv_decision_date=completed,
                 ehrv_outcome=p.rng.choices(("M", "A", "C"), (62, 36, 2))[0])  # fmt: skip
        reviews.append(completed)
        last = completed
    book.put("ssd_ehcp_named_plan", ehcn_named_plan_id=p.id("EN"), ehcn_ehcp_asmt_id=assessment,
             ehcn_named_plan_start_date=issued, ehcn_named_plan_ceased_date=ends,
             ehcn_named_plan_ceased_reason=p.rng.choices([c for c, _ in CEASED], [w for _, w in CEASED])[0])  # fmt: skip
    book.put("ssd_ehcp_active_plans", ehcp_active_ehcp_id=active, ehcp_ehcp_request_id=request, _from=issued,
             _reviews=reviews)  # fmt: skip
    first = p.rng.choices([c for c, _ in NEEDS], [w for _, w in NEEDS])[0]
    needs = [first] + ([p.rng.choice([c for c, _ in NEEDS if c != first])] if p.chance(0.45) else [])
    for rank, need in enumerate(needs, start=1):
        book.put("ssd_sen_need", senn_table_id=p.id("NE"), senn_active_ehcp_id=active, senn_active_ehcp_need_type=need,
                 senn_active_ehcp_need_rank=str(rank), _from=issued)  # fmt: skip
