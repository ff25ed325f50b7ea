"""What Irwell's story gives hardly a child to match, put in on purpose and each one listed.

An assessment begun, never authorised, and begun again by another worker; pre-proceedings that ended and began again; a
disabled child past fourteen with no plan for special needs, for whom nothing was reviewed. Written when all else is, so
that nothing else moves.
"""

from collections import defaultdict
from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.days import add_months, birthday
from undrift.synthetic.people import DISABILITIES
from undrift.synthetic.practice import Practice
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text

RESTARTED = 0.012  # of assessments late in a case that could have been begun before
BACK_AGAIN = 0.25  # of families whose pre-proceedings ended and whose case stayed open
UNPLANNED = 0.8  # of children who turned fourteen in a case nobody assessed again for a year


def seldom(book: Book, p: Practice) -> None:
    restarted(book, p)
    back_again(book, p)
    unplanned(book, p)


def restarted(book: Book, p: Practice) -> None:
    """Weeks before an assessment, another worker had begun one that nobody authorised."""
    referred = {
        text(r, "cine_referral_id"): day(r, "cine_referral_date") for r in book.tables["ssd_cin_episodes"]
    }
    begun: list[Row] = []
    for child, rows in book.by("ssd_cin_assessments", "cina_person_id").items():
        for row in rows:
            start, opened = (
                sure(row, "cina_assessment_start_date"),
                referred.get(text(row, "cina_referral_id")),
            )
            if opened is None or start < opened + timedelta(days=100):
                continue
            on = p.wd.on_or_before(start - timedelta(days=p.rng.randrange(20, 76)))
            team, worker = book.holder(child, on)
            # Nothing else of the child's was open or begun in between: the pair is the plant, and only that.
            clear = all(
                other is row or sure(other, "cina_assessment_start_date") > start
                or (day(other, "cina_assessment_auth_date") or date.max) < on
                for other in rows
            )  # fmt: skip
            if clear and worker and worker != row["cina_assessment_worker_id"] and p.chance(RESTARTED):
                begun.append(row | {
                    "cina_assessment_id": p.id("AR"), "cina_assessment_start_date": on, "cina_assessment_child_seen": "N",
                    "cina_assessment_auth_date": None, "cina_assessment_outcome_json": None,
                    "cina_assessment_outcome_nfa": None, "cina_assessment_team": team, "cina_assessment_worker_id": worker,
                })  # fmt: skip
                book.plant("assessment_restarted", start, "another worker had begun it on the day given", who=child,
                           team=text(row, "cina_assessment_team"), value=on)  # fmt: skip
    book.tables["ssd_cin_assessments"] += begun


def back_again(book: Book, p: Practice) -> None:
    """A family's pre-proceedings begin again within twelve months of ending, brothers and sisters together."""
    open_until: dict[str, date] = defaultdict(lambda: date.min)
    for row in book.tables["ssd_cin_episodes"]:
        child = text(row, "cine_person_id")
        open_until[child] = max(open_until[child], day(row, "cine_close_date") or date.max)
    cared = {child for child, _, _ in book.periods.values()}
    families = book.by("ssd_pre_proceedings", "prep_plo_family_id")
    times = book.by("ssd_pre_proceedings", "prep_person_id")
    for number, rows in families.items():
        ended = sure(rows[0], "prep_agree_stepdown_issue_date")
        again = p.wd.on_or_after(ended + timedelta(days=p.rng.randrange(60, 300)))
        until = p.wd.on_or_after(again + timedelta(days=p.rng.randrange(50, 105)))
        whose = [text(row, "prep_person_id") for row in rows]
        could = again < book.as_at and all(
            open_until[child] > until and child not in cared and len(times[child]) == 1 for child in whose
        )
        if not could or not p.chance(BACK_AGAIN):
            continue
        letter, meeting = p.wd.add(again, 4), p.wd.add(again, 9)
        for row, child in zip(rows, whose, strict=True):
            made = book.put("ssd_pre_proceedings", **row | {
                "prep_table_id": f"{row['prep_table_id']}B", "prep_plo_family_id": f"{number}B",
                "prep_pre_pro_decision_date": again, "prep_pre_pro_letter_date": letter,
                "prep_initial_pre_pro_meeting_date": meeting, "prep_agree_stepdown_issue_date": until,
                "prep_prev_pre_proc_child": 1,
            })  # fmt: skip
            book.put("local_preproceedings", lpre_table_id=made["prep_table_id"], lpre_person_id=child,
                     lpre_letter_date=letter, _from=again)  # fmt: skip
            book.plant("preproceedings_in_and_out", again, "began again; had ended on the day given", who=child,
                       team=book.team(child, again), value=ended)  # fmt: skip


def unplanned(book: Book, p: Practice) -> None:
    """A child who turned fourteen in an open case is disabled, has no plan for special needs, and is not reviewed for a year."""
    assessed = book.by("ssd_cin_assessments", "cina_person_id")
    cared = {child for child, _, _ in book.periods.values()}
    chosen: dict[str, tuple[date, date]] = {}
    for row in book.tables["ssd_cin_episodes"]:
        child, opened = book.children[text(row, "cine_person_id")], day(row, "cine_referral_date")
        since = max(opened or date.max, birthday(child.born, 14)) if child.expected is None else date.max
        if (
            since == date.max
            or row["cine_referral_nfa"] == "Y"
            or child.with_send
            or child.id in cared
            or child.id in chosen
        ):
            continue
        until = add_months(since, 13)
        over = min(day(row, "cine_close_date") or date.max, book.as_at, birthday(child.born, 18))
        looked = any(since <= sure(a, "cina_assessment_start_date") <= until for a in assessed[child.id])
        if over > until and not looked and not child.uasc and p.chance(UNPLANNED):
            chosen[child.id] = since, until
            child.disabilities = child.disabilities or (p.rng.choice(DISABILITIES[:6]),)
            book.plant("transition_not_begun_no_plan", add_months(since, 12), "fourteen or a case since the day given",
                       who=child.id, team=book.team(child.id, since), value=since)  # fmt: skip
    book.tables["local_cin_reviews"][:] = [
        row for row in book.tables["local_cin_reviews"]
        if (span := chosen.get(text(row, "cinr_person_id"))) is None
        or not span[0] <= sure(row, "cinr_held_date") <= span[1]
    ]  # fmt: skip
