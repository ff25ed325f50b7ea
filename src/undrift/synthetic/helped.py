"""Core groups, child in need reviews, what children said of their plans, and how many plans they had before."""

from collections import Counter, defaultdict
from datetime import date, timedelta

from undrift.synthetic.book import Book, recurring
from undrift.synthetic.days import add_months
from undrift.synthetic.practice import Practice
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text

VOICE_FROM = date(2024, 4, 1)  # asked of children only since the practice model changed


def helped(book: Book, p: Practice) -> None:
    core_groups(book, p)
    need_reviews(book, p)
    previous_plans(book, p)
    voices(book, p)


def four_weeks(last: date) -> date:
    return last + timedelta(days=28)


def three_months(last: date) -> date:
    return add_months(last, 3)


def _family(book: Book, plan: Row) -> tuple[str, date]:
    """Brothers and sisters whose plans began at one conference."""
    return book.children[text(plan, "cppl_person_id")].surname, sure(plan, "cppl_cp_plan_start_date")


def core_groups(book: Book, p: Practice) -> None:
    """The first within ten working days of the conference, then every four weeks; brothers and sisters together."""
    teams = {
        text(r, "icpc_cp_plan_id"): text(r, "icpc_icpc_team")
        for r in book.tables["ssd_initial_cp_conference"]
    }
    together: dict[tuple[str, date], list[date]] = {}
    families = Counter(_family(book, row) for row in book.tables["ssd_cp_plans"])
    for row in book.tables["ssd_cp_plans"]:
        start, end, child = (
            sure(row, "cppl_cp_plan_start_date"),
            day(row, "cppl_cp_plan_end_date"),
            text(row, "cppl_person_id"),
        )
        team = teams[text(row, "cppl_cp_plan_id")]
        key = _family(book, row)
        if key not in together:
            in_time = p.together("core_group_first", team, start, families[key])
            first_held = p.wd.add(start, p.working_day_count(in_time, 4, 9, 10, 5.0))
            later = recurring(p, "core_group_next", team, first_held, None, four_weeks, 8, 11.0)
            together[key] = [first_held, *later]
        for held in together[key]:
            if end is not None and held >= end:
                break
            book.put("local_core_groups", corg_id=p.id("CG"), corg_person_id=child,
                     corg_cp_plan_id=row["cppl_cp_plan_id"], corg_held_date=held)  # fmt: skip


def need_reviews(book: Book, p: Practice) -> None:
    """A review every three months from the start of a child in need plan."""
    for row in book.tables["ssd_cin_plans"]:
        team, child = text(row, "cinp_cin_plan_team"), text(row, "cinp_person_id")
        start, end = sure(row, "cinp_cin_plan_start_date"), day(row, "cinp_cin_plan_end_date")
        for held in recurring(p, "cin_review", team, start, end, three_months, 24, 24.0):
            book.put("local_cin_reviews", cinr_id=p.id("NR"), cinr_person_id=child,
                     cinr_cin_plan_id=row["cinp_cin_plan_id"], cinr_held_date=held)  # fmt: skip


def previous_plans(book: Book, p: Practice) -> None:
    """How many protection plans each child had before, as the plan's own record says."""
    starts: dict[str, list[date]] = defaultdict(list)
    rows = sorted(book.tables["ssd_cp_plans"], key=lambda row: sure(row, "cppl_cp_plan_start_date"))
    for row in rows:
        child = text(row, "cppl_person_id")
        before = len(starts[child])
        starts[child].append(sure(row, "cppl_cp_plan_start_date"))
        book.put("local_previous_cp_plans", prcp_cp_plan_id=row["cppl_cp_plan_id"], prcp_person_id=child,
                 prcp_number=before, _from=starts[child][-1])  # fmt: skip


def voices(book: Book, p: Practice) -> None:
    """What children of seven and over said of their plan, asked once a plan since April 2024."""
    for row in book.tables["ssd_cp_plans"]:
        start, child = sure(row, "cppl_cp_plan_start_date"), text(row, "cppl_person_id")
        if start < VOICE_FROM or book.children[child].age(start) < 7 or not p.chance(0.6):
            continue
        on = start + timedelta(days=p.rng.randrange(20, 80))
        book.put("ssd_voice_of_child", voch_table_id=p.id("VC"), voch_person_id=child,
                 voch_explained_worries=p.yes_no(0.72), voch_story_help_understand=p.yes_no(0.6),
                 voch_agree_worker=p.yes_no(0.55), voch_plan_safe=p.yes_no(0.5),
                 voch_tablet_help_explain=p.yes_no(0.35), _from=on)  # fmt: skip
