"""What the front door and the assessment teams keep that no return asks for: decisions, strategy discussions, reviews."""

import json
from collections import defaultdict
from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.leadership import Managers
from undrift.synthetic.practice import Practice
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text

FACTORS = {  # codes of the children in need census, with how often each is found at the end of an assessment
    "1A": 3, "1B": 13, "1C": 3, "2A": 3, "2B": 12, "2C": 3, "3A": 8, "3B": 40, "3C": 6, "4A": 12, "4B": 32, "4C": 7,
    "5A": 9, "5B": 5, "5C": 2, "6A": 6, "6B": 7, "6C": 4, "7A": 2, "8B": 4, "8C": 4, "8D": 3, "8E": 6, "8F": 6,
    "9A": 1, "10A": 4, "11A": 4, "12A": 4, "13A": 4, "14A": 5, "15A": 3, "16A": 18, "17A": 7, "18B": 3, "18C": 2,
    "19B": 11, "19C": 8, "20": 9, "22A": 1, "23A": 2,
}  # fmt: skip
_FACTOR_CODES, _FACTOR_WEIGHTS = list(FACTORS), list(FACTORS.values())


def front_door(book: Book, p: Practice, managers: Managers) -> None:
    decisions(book, p, managers)
    enquiries(book, p)
    discussions(book, p, managers)
    assessments(book, p)
    early_help(book, p)


def decisions(book: Book, p: Practice, managers: Managers) -> None:
    """A decision for each contact: on the day of the referral it became, or in time or late as planted."""
    referred: dict[str, list[date]] = defaultdict(list)
    for row in book.tables["ssd_cin_episodes"]:
        when = row.get("_from", row["cine_referral_date"])
        assert isinstance(when, date)
        referred[text(row, "cine_person_id")].append(when)
    together: dict[tuple[object, ...], Row] = {}
    for row in book.tables["ssd_contacts"]:
        child, heard, said = (
            text(row, "cont_person_id"),
            sure(row, "cont_contact_date"),
            text(row, "cont_contact_outcome_json"),
        )
        decision = "REFERRAL" if '"OUTCOME_NEW_REFERRAL_FLAG": "Y"' in said else "ADVICE" if '"OUTCOME_ADVICE_FLAG": "Y"' in said else "NFA"  # fmt: skip
        surname = book.children[child].surname
        made = together.get((surname, heard, decision))
        if made is None:
            led = (
                min((d for d in referred[child] if d >= heard), default=None)
                if decision == "REFERRAL"
                else None
            )
            fast = p.in_time("decision_1wd", "FD", heard)
            decided = led or p.wd.add(
                heard, p.rng.choice((0, 0, 1)) if fast else 2 + min(int(p.exponential(2.0)), 12)
            )
            named = p.in_time("manager_named", "FD", heard)
            made = {
                "code_decided_date": decided,
                "code_manager_id": managers.of("FD", decided) if named else None,
            }
            together[surname, heard, decision] = made
        if decision == "ADVICE" and p.chance(0.4):
            decision = "EARLY_HELP"
        book.put("local_contact_decisions", code_id=f"D{text(row, 'cont_contact_id')}", code_person_id=child,
                 code_contact_id=row["cont_contact_id"], code_decision=decision, **made)  # fmt: skip


def enquiries(book: Book, p: Practice) -> None:
    """Some enquiries that need no conference run past fifteen working days, as planted."""
    closes = {
        text(row, "cine_referral_id"): day(row, "cine_close_date") or date.max
        for row in book.tables["ssd_cin_episodes"]
    }
    for row in book.tables["ssd_s47_enquiry"]:
        start, team = sure(row, "s47e_s47_start_date"), text(row, "s47e_s47_completed_by_team")
        if row["s47e_s47_nfa"] == "Y" and not p.in_time("s47_15wd", team, start):
            end = p.wd.add(start, 16 + min(int(p.exponential(5.0)), 30))
            if end < closes[text(row, "s47e_referral_id")]:
                row["s47e_s47_end_date"] = end


def discussions(book: Book, p: Practice, managers: Managers) -> None:
    """One strategy discussion for each enquiry, and others that began none: an assessment instead, or nothing more."""
    together: dict[tuple[object, ...], Row] = {}
    closes = {
        text(row, "cine_referral_id"): day(row, "cine_close_date") or date.max
        for row in book.tables["ssd_cin_episodes"]
    }
    for row in book.tables["ssd_s47_enquiry"]:
        child, start, team = (
            text(row, "s47e_person_id"),
            sure(row, "s47e_s47_start_date"),
            text(row, "s47e_s47_completed_by_team"),
        )
        key = (book.children[child].surname, start)
        if key not in together:
            held = (
                start
                if p.in_time("s47_same_day", team, start)
                else p.wd.add(p.wd.on_or_before(start - timedelta(days=6)), 1)
            )
            together[key] = _discussed(p, managers, team, held, joint=p.chance(0.35))
        _discussion(
            book,
            p,
            row["s47e_referral_id"],
            child,
            together[key] | {"strd_s47_enquiry_id": row["s47e_s47_enquiry_id"]},
        )
    for row in book.tables["ssd_cin_assessments"]:
        start, child = sure(row, "cina_assessment_start_date"), text(row, "cina_person_id")
        team = text(row, "cina_assessment_team")
        if not p.chance(0.11):
            continue
        held = p.wd.add(start, p.rng.randrange(1, 12))
        if held >= closes[text(row, "cina_referral_id")]:
            continue
        made = _discussed(p, managers, team, held, joint=False)
        made["strd_outcome"] = "ASSESSMENT" if p.chance(0.7) else "NFA"
        _discussion(book, p, row["cina_referral_id"], child, made)


def _discussed(p: Practice, managers: Managers, team: str, held: date, joint: bool) -> Row:
    """A discussion: in time or late after the concern, and who was there."""
    fast = p.in_time("strategy_1wd", team, held)
    back = p.rng.choice((0, 1, 1)) if fast else 2 + min(int(p.exponential(1.6)), 8)
    concern = held
    for _ in range(back):
        concern = p.wd.on_or_before(concern - timedelta(days=1))
    whole = p.in_time("strategy_agencies", team, held)
    absent = "" if whole else p.rng.choices(("health", "police", "both"), (62, 26, 12))[0]
    return {
        "strd_concern_date": concern, "strd_held_date": held, "strd_team": team,
        "strd_police_present": "N" if absent in ("police", "both") else "Y",
        "strd_health_present": "N" if absent in ("health", "both") else "Y",
        "strd_referrer_present": p.yes_no(0.72), "strd_outcome": "S47_JOINT" if joint else "S47",
        "strd_chair_id": managers.of(team, held),
    }  # fmt: skip


def _discussion(book: Book, p: Practice, referral: object, child: str, made: Row) -> None:
    book.put(
        "local_strategy_discussions",
        strd_id=p.id("SD"),
        strd_person_id=child,
        strd_referral_id=referral,
        **made,
    )


def assessments(book: Book, p: Practice) -> None:
    """The review point and the day first seen of each assessment, and the factors found at its end."""
    for row in book.tables["ssd_cin_assessments"]:
        start, end = sure(row, "cina_assessment_start_date"), day(row, "cina_assessment_auth_date")
        number, team = text(row, "cina_assessment_id"), text(row, "cina_assessment_team")
        last = end or date.max
        review = p.wd.add(
            start, p.working_day_count(p.in_time("assessment_review", team, start), 5, 9, 10, 7.0)
        )
        seen = p.wd.add(start, p.working_day_count(p.in_time("child_seen_10wd", team, start), 0, 4, 10, 6.0))
        unseen = row["cina_assessment_child_seen"] != "Y" and end is not None
        book.put("local_assessment_reviews", asre_id=f"R{number}", asre_person_id=row["cina_person_id"],
                 asre_assessment_id=number, asre_review_date=review if review < last else None,
                 asre_child_seen_date=None if unseen else min(seen, last), _from=start)  # fmt: skip
        if (end is not None and row["cina_assessment_outcome_nfa"] == "N") or (
            end is not None and p.chance(0.3)
        ):
            codes = set(p.rng.choices(_FACTOR_CODES, _FACTOR_WEIGHTS, k=p.rng.choice((1, 2, 2, 3, 3, 4, 5))))
        elif end is not None:
            codes = {"21"}  # no factors found
        else:
            continue
        book.put("ssd_assessment_factors", cinf_table_id=f"F{number}", cinf_assessment_id=number,
                 cinf_assessment_factors_json=json.dumps(sorted(codes)), _from=end)  # fmt: skip


def early_help(book: Book, p: Practice) -> None:
    """An early help assessment begins each early help episode."""
    for row in book.tables["ssd_early_help_episodes"]:
        start, end = sure(row, "earl_episode_start_date"), day(row, "earl_episode_end_date")
        done = p.wd.add(start, p.working_day_count(p.in_time("early_help_45wd", "", start), 15, 36, 45, 16.0))
        left = end is not None and done > end
        book.put("local_early_help_assessments", ehas_id=f"A{text(row, 'earl_episode_id')}",
                 ehas_person_id=row["earl_person_id"], ehas_start_date=start, ehas_completion_date=end if left else done,
                 ehas_organisation=row["earl_episode_organisation"])  # fmt: skip
