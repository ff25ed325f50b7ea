"""Before and in court: the tracker of pre-proceedings, applications, hearings and final orders."""

import itertools
from collections import defaultdict
from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.leadership import Managers
from undrift.synthetic.practice import Practice
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text

WEEKS_26 = timedelta(weeks=26)
ORDERS = ("C2", "E1")
NEVER_FOLLOWED = 0.05  # of families written to: a letter, and then nothing


def court(book: Book, p: Practice, managers: Managers) -> None:
    orders(book, p)
    tracker(book, p, managers)


def orders(book: Book, p: Practice) -> None:
    """Final orders moved to where the planted share of proceedings ends within 26 weeks, the episodes with them."""
    episodes = book.by("ssd_cla_episodes", "clae_cla_id")
    statuses = book.by("ssd_legal_status", "lega_person_id")
    for chain in episodes.values():
        chain.sort(key=lambda row: sure(row, "clae_cla_episode_start_date"))
        mine = statuses[text(chain[0], "clae_person_id")]
        for before, after in itertools.pairwise(chain):
            at = sure(after, "clae_cla_episode_start_date")
            order = next(
                (
                    s
                    for s in mine
                    if s["lega_legal_status_start_date"] == at and s["lega_legal_status"] in ORDERS
                ),
                None,
            )
            interim = next(
                (s for s in mine if s["lega_legal_status_end_date"] == at and s["lega_legal_status"] == "C1"),
                None,
            )
            if order is None or interim is None or after["clae_cla_episode_start_reason"] != "L":
                continue
            start = sure(interim, "lega_legal_status_start_date")
            fast = p.in_time("proceedings_26w", "", start)
            late = WEEKS_26 + timedelta(days=7 + min(int(p.exponential(75)), 260))
            made = p.wd.on_or_before(start + (timedelta(days=p.rng.randrange(110, 172)) if fast else late))
            if (
                sure(before, "clae_cla_episode_start_date")
                < made
                < (day(after, "clae_cla_episode_ceased_date") or date.max)
            ):
                for row, column in ((before, "clae_cla_episode_ceased_date"), (after, "clae_cla_episode_start_date"),
                                    (interim, "lega_legal_status_end_date"), (order, "lega_legal_status_start_date")):  # fmt: skip
                    row[column] = made


def tracker(book: Book, p: Practice, managers: Managers) -> None:
    """The letter, the meeting, the review and any extension of each family; for those who went to court, the rest."""
    statuses = book.by("ssd_legal_status", "lega_person_id")
    plans = book.by("ssd_cp_plans", "cppl_person_id")
    families: dict[str, Row] = {}
    earlier: dict[str, int] = defaultdict(int)
    for row in sorted(
        book.tables["ssd_pre_proceedings"],
        key=lambda r: (sure(r, "prep_pre_pro_decision_date"), text(r, "prep_table_id")),
    ):
        child, decided = text(row, "prep_person_id"), sure(row, "prep_pre_pro_decision_date")
        ended = sure(row, "prep_agree_stepdown_issue_date")
        team = book.team(child, decided)
        made = families.get(text(row, "prep_plo_family_id"))
        if made is None:
            made = families[text(row, "prep_plo_family_id")] = _family(
                book, p, managers, team, decided, ended, child
            )
        interim = min((sure(s, "lega_legal_status_start_date") for s in statuses[child] if s["lega_legal_status"] in ("C1", "C2")
                       and ended - timedelta(days=45) <= sure(s, "lega_legal_status_start_date") <= ended + timedelta(days=240)),
                      default=None)  # fmt: skip
        row["prep_pre_pro_outcome"] = "Application issued" if interim else p.rng.choice(("Step down to child protection plan", "Family arrangement agreed"))  # fmt: skip
        row["prep_pre_pro_letter_date"], row["prep_initial_pre_pro_meeting_date"] = (
            made["letter"],
            made["meeting"],
        )
        row["prep_pre_pro_meetings_num"] = p.rng.choice((1, 2, 2, 3))
        row["prep_legal_gateway_outcome"] = "Issue proceedings" if interim else "Step down"
        row["prep_prev_pre_proc_child"], row["prep_prev_care_proc_child"] = earlier[child], 0
        row["prep_cp_plans_referral_period"] = sum(
            sure(c, "cppl_cp_plan_start_date") <= decided for c in plans[child]
        )
        row["prep_pre_pro_parents_legal_rep"] = p.yes_no(0.8)
        earlier[child] += 1
        court_row = _in_court(p, row, interim, statuses[child]) if interim else {}
        book.put(
            "local_preproceedings", lpre_table_id=row["prep_table_id"], lpre_person_id=child, lpre_letter_date=made["letter"],
            lpre_family_group_date=made["group"], lpre_review_date=made["review"], lpre_extended_date=made["extended"],
            lpre_extended_to_date=made["extended_to"], lpre_extension_manager_id=made["by"], _from=decided, **court_row,
        )  # fmt: skip


def _family(
    book: Book, p: Practice, managers: Managers, team: str, decided: date, ended: date, child: str
) -> Row:
    letter = p.wd.add(decided, p.working_day_count(p.in_time("plo_letter", team, decided), 1, 4, 5, 6.0))
    meeting: date | None = p.by(
        p.in_time("plo_meeting", team, letter), letter, letter + timedelta(days=7), 3, 9.0
    )
    assert meeting is not None
    review: date | None = p.by(
        p.in_time("plo_review", team, meeting), meeting, meeting + timedelta(weeks=8), 14, 26.0
    )
    if p.chance(NEVER_FOLLOWED):
        meeting = review = None
        book.plant(
            "letter_never_followed",
            letter,
            "a letter before proceedings and no meeting after it",
            who=child,
            team=team,
        )
    if review is not None and review >= ended:
        review = None
    over = (ended - decided).days > 112
    extended = (
        p.wd.on_or_before(decided + timedelta(days=p.rng.randrange(98, 112)))
        if over and p.chance(0.7)
        else None
    )
    if extended is not None and review is None:
        book.plant(
            "extended_without_review",
            extended,
            "pre-proceedings extended with no review",
            who=child,
            team=team,
        )
    return {
        "letter": letter, "meeting": meeting, "review": review, "extended": extended,
        "extended_to": decided + timedelta(weeks=24) if extended else None,
        "by": managers.of(team, extended) if extended and p.chance(0.85) else None,
        "group": p.wd.add(letter, p.rng.randrange(2, 20)) if p.chance(0.72) else None,
    }  # fmt: skip


def _in_court(p: Practice, row: Row, interim: date, statuses: list[Row]) -> Row:
    """The application a little before the first order of care; the order that ended the proceedings, when it came."""
    applied = p.wd.on_or_before(interim - timedelta(days=p.rng.randrange(1, 6)))
    hearing = p.wd.add(applied, p.working_day_count(p.in_time("hearing_18wd", "", applied), 8, 15, 17, 5.0))
    final = min((sure(s, "lega_legal_status_start_date") for s in statuses if s["lega_legal_status"] in ORDERS
                 and sure(s, "lega_legal_status_start_date") > applied), default=None)  # fmt: skip
    row["prep_care_pro_letter_date"] = applied
    row["prep_court_reference"] = f"IW{applied:%y}C{row['prep_plo_family_id'] or ''}"
    row["prep_parents_legal_rep_point_of_issue"] = p.yes_no(0.92)
    row["prep_care_proc_short_notice"] = "Y" if p.chance(0.12) else "N"
    row["prep_proc_short_notice_reason"] = (
        "Immediate risk" if row["prep_care_proc_short_notice"] == "Y" else None
    )
    row["prep_care_proc_court_hearings"] = p.rng.randrange(2, 7) if final else None
    row["prep_la_inital_plan_approved"], row["prep_la_initial_care_plan"] = (
        p.yes_no(0.9),
        "Interim care order",
    )
    if final and final <= p.as_at:
        row["prep_la_final_plan_approved"], row["prep_la_final_care_plan"] = p.yes_no(0.88), "Care order"
    return {
        "lpre_application_date": applied,
        "lpre_first_hearing_date": hearing,
        "lpre_final_order_date": final,
    }
