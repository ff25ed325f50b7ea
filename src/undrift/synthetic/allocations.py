"""Posts become people: who held each child once leavers, agency workers and the 23 newcomers are told apart.

The history was lived by posts. When the person in a post goes, the child passes to whoever follows, so some of the
changes first made between posts are taken back: the planted length of a worker's time with a child stays as it was.
"""

from collections import defaultdict
from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.days import working_days
from undrift.synthetic.practice import Practice
from undrift.synthetic.seats import AGENCY_STAYS_YEARS, COHORT_ON, KEPT_FROM, Seats, Sitter
from undrift.synthetic.story import TEAM_NAMES, planted
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text

OF_A_POST = (  # worker, team and day of the tables that name a worker
    ("ssd_cin_episodes", "cine_referral_worker_id", "cine_person_id", "cine_referral_date"),
    ("ssd_cin_assessments", "cina_assessment_worker_id", "cina_person_id", "cina_assessment_start_date"),
    ("ssd_cin_plans", "cinp_cin_plan_worker_id", "cinp_person_id", "cinp_cin_plan_start_date"),
    ("ssd_s47_enquiry", "s47e_s47_completed_by_worker_id", "s47e_person_id", "s47e_s47_start_date"),
    ("ssd_initial_cp_conference", "icpc_icpc_worker_id", "icpc_person_id", "icpc_icpc_date"),
)


def seat_people(book: Book, p: Practice) -> Seats:
    """Write the workers, and put people in place of posts in every table that names a worker."""
    seats = Seats(p, p.workers)
    first: dict[str, date] = {}
    for row in book.tables["ssd_involvements"]:
        seat, start = text(row, "invo_professional_id"), sure(row, "invo_involvement_start_date")
        first[seat] = min(start, first.get(seat, start))
    seats.open_from(first)
    _directory(book, seats)
    _hold(book, p, seats)
    for table, worker, person, on in OF_A_POST:
        for row in book.tables[table]:
            when = row.get("_from", row[on])
            seat = text(row, worker)
            if seat and isinstance(when, date):
                team, holder = book.holder(text(row, person), when)
                same = team == seats.team_of[seat]
                row[worker] = holder if same else seats.on(seat, when).id
    for row in book.tables["ssd_care_leavers"]:
        seat = text(row, "clea_care_leaver_worker_id")
        row["_workers"] = [(s.started, s.id) for s in seats.sitters if s.seat == seat]
    for sitter in seats.sitters:
        if sitter.cohort:
            book.plant("cohort", COHORT_ON, "one of 23 social workers recruited abroad in one month", who=sitter.id,
                       team=sitter.team, value=sitter.left or "still here")  # fmt: skip
    return seats


def _directory(book: Book, seats: Seats) -> None:
    table = book.tables["ssd_professionals"]
    table.clear()
    for s in sorted(seats.sitters, key=lambda s: s.id):
        book.put(
            "ssd_professionals", prof_professional_id=s.id, prof_staff_id=s.id.replace("SW", "ST"),
            prof_professional_name=s.name, prof_social_worker_registration_no=s.registration,
            prof_professional_job_title="Newly qualified social worker" if s.newly_qualified else "Social worker",
            prof_professional_department=TEAM_NAMES[s.team], prof_full_time_equivalency=1.0,
            prof_agency_worker_flag="Y" if s.agency else "N", _from=s.started,
        )  # fmt: skip


def _hold(book: Book, p: Practice, seats: Seats) -> None:
    edges = _edges(book)
    assessed: dict[str, list[date]] = defaultdict(list)
    for row in book.tables["ssd_cin_assessments"]:
        assessed[text(row, "cina_person_id")].append(sure(row, "cina_assessment_start_date"))
    chains = book.by("ssd_involvements", "invo_referral_id")
    out = book.tables["ssd_involvements"]
    out.clear()
    for chain in chains.values():
        child = text(chain[0], "invo_person_id")
        chain.sort(key=lambda row: sure(row, "invo_involvement_start_date"))
        for row in _fewer(p, chain, assessed[child]):
            out += _sit(p, seats, row, edges[child])


def _edges(book: Book) -> dict[str, set[date]]:
    """The days on which a child's plans begin or end: no worker changes on them, so that no pattern is in doubt."""
    out: dict[str, set[date]] = defaultdict(set)
    for table, person, start, end in (
        ("ssd_cin_plans", "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"),
        ("ssd_cp_plans", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
    ):
        for row in book.tables[table]:
            out[text(row, person)] |= {when for column in (start, end) if (when := day(row, column))}
    return out


def _fewer(p: Practice, chain: list[Row], assessed: list[date]) -> list[Row]:
    """Some changes between posts of a team taken back: as many as people leaving will add."""
    rows = [chain[0]]
    for row in chain[1:]:
        start, team = sure(row, "invo_involvement_start_date"), text(row, "invo_professional_team")
        last = rows[-1]
        looked_at = any(start <= d < start + timedelta(days=30) for d in assessed)
        told = start >= KEPT_FROM and row["invo_person_id"] in ("IRW900001", "IRW900002")
        if (
            row["invo_worker_change_reason"] == "TSPROC"
            or team != last["invo_professional_team"]
            or looked_at
            or told
        ):
            rows.append(row)
            continue
        agency = planted("agency", team, start)
        leaves = (planted("turnover", team, start) * (1 - agency) + agency / AGENCY_STAYS_YEARS) / 12
        if p.chance(min(0.8, leaves * planted("worker_months", team, start) / 0.75)):
            last["invo_involvement_end_date"] = row["invo_involvement_end_date"]
        else:
            rows.append(row)
    return rows


def _sit(p: Practice, seats: Seats, row: Row, edges: set[date]) -> list[Row]:
    """One post's time with a child as the people who sat in it."""
    seat, start = text(row, "invo_professional_id"), sure(row, "invo_involvement_start_date")
    end = day(row, "invo_involvement_end_date") or date.max
    seat = _unless_learning(p, seats, seat, start)
    parts = [row]
    while True:
        sitter: Sitter = seats.on(seat, start)
        parts[-1]["invo_professional_id"] = sitter.id
        change = sitter.handed_over
        while change in edges:
            change = working_days().add(change, 1)
        if change >= end or change > p.as_at:
            return parts
        parts[-1]["invo_involvement_end_date"] = change
        seat, start = _unless_learning(p, seats, seat, change), change
        parts.append(row | {"invo_involvements_id": p.id("INX"), "invo_involvement_start_date": change,
                            "invo_involvement_end_date": None if end == date.max else end,
                            "invo_worker_change_reason": "LEFTRL"})  # fmt: skip


def _unless_learning(p: Practice, seats: Seats, seat: str, on: date) -> str:
    """The post, or a colleague's while its sitter is new to the country and not yet given a full load."""
    lacks = seats.learning(seat, on)
    return seats.another(seats.team_of[seat], on, seat) if lacks and p.chance(lacks) else seat
