"""What real lives have and tidy records lack: babies not yet born, children moved in, plans reopened, deaths.

Each changes what was made already, in a few children, every one of them listed in the truth.
"""

import itertools
from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.practice import REFERRAL_JSON, Practice
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text

UNBORN_SHARE = 0.5  # of the babies referred in their first four weeks
TRANSFERS_IN_SHARE = 0.03  # of initial conferences that made a plan
REOPENED_SHARE = 0.04  # of child in need plans of seven months or more
SAME_CARER_SHARE = 0.45  # of moves to a long-term foster placement
UNREGISTERED_SHARE = 0.05  # of placements in children's homes


def awkward(book: Book, p: Practice) -> None:
    unborn(book, p)
    transfers_in(book, p)
    reopened(book, p)
    deaths(book, p)
    same_carer(book, p)
    unregistered(book, p)
    secure_and_remand(book, p)
    unregulated(book)


def _first(rows: list[Row], column: str) -> date:
    return min((d for row in rows if (d := day(row, column))), default=date.max)


def unborn(book: Book, p: Practice) -> None:
    """Babies referred in their first weeks become children referred before they were born."""
    seen = {
        name: book.by(table, person)
        for name, table, person in (
            ("cpv", "ssd_cp_visits", "cppv_person_id"), ("cnv", "ssd_cin_visits", "cinv_person_id"),
            ("cla", "ssd_cla_episodes", "clae_person_id"), ("close", "ssd_cin_episodes", "cine_person_id"),
        )
    }  # fmt: skip
    for child in book.children.values():
        referral = _first(seen["close"][child.id], "cine_referral_date")
        if not child.born <= referral < child.born + timedelta(days=28) or not p.chance(UNBORN_SHARE):
            continue
        bound = min(
            _first(seen["cpv"][child.id], "cppv_cp_visit_date"), _first(seen["cnv"][child.id], "cinv_cin_visit_date"),
            _first(seen["cla"][child.id], "clae_entered_care_date"), _first(seen["close"][child.id], "cine_close_date"),
        )  # fmt: skip
        born = min(bound, referral + timedelta(days=p.rng.randrange(20, 150)))
        if born <= referral:
            continue
        child.born, child.expected = born, born + timedelta(days=p.rng.randrange(-14, 15))
        book.plant("unborn", referral, "referred before birth", who=child.id, value=born)


def transfers_in(book: Book, p: Practice) -> None:
    """Conferences held because a child on a plan elsewhere moved in: no enquiry of ours comes before them."""
    referrals = {text(row, "cine_referral_id"): row for row in book.tables["ssd_cin_episodes"]}
    gone = set()
    for row in book.tables["ssd_initial_cp_conference"]:
        if row["icpc_cp_plan_id"] is None or not p.chance(TRANSFERS_IN_SHARE):
            continue
        gone.add(row["icpc_s47_enquiry_id"])
        row["icpc_s47_enquiry_id"], row["icpc_icpc_transfer_in"] = None, "Y"
        referral = referrals[text(row, "icpc_referral_id")]
        referral["cine_referral_source_code"], referral["cine_referral_source_desc"] = "5C", "Another LA"
        referral["cine_referral_outcome_json"] = REFERRAL_JSON["CP_TRANSFER_IN"]
        book.plant("transfer_in", sure(row, "icpc_icpc_date"), "a protection plan came with the child",
                   who=text(row, "icpc_person_id"))  # fmt: skip
    enquiries = book.tables["ssd_s47_enquiry"]
    enquiries[:] = [row for row in enquiries if row["s47e_s47_enquiry_id"] not in gone]


def reopened(book: Book, p: Practice) -> None:
    """Child in need plans closed and opened again within a fortnight."""
    taken = book.by("ssd_involvements", "invo_person_id")
    for row in list(book.tables["ssd_cin_plans"]):
        start, end = sure(row, "cinp_cin_plan_start_date"), day(row, "cinp_cin_plan_end_date")
        if end is None or (end - start).days < 210 or not p.chance(REOPENED_SHARE):
            continue
        child = text(row, "cinp_person_id")
        closed = p.wd.on_or_after(start + timedelta(days=int((end - start).days * p.rng.uniform(0.4, 0.8))))
        again = p.wd.add(closed, p.rng.randrange(3, 10))
        changes = {sure(i, "invo_involvement_start_date") for i in taken[child]}
        if again >= end or {closed, again} & changes:
            continue
        row["cinp_cin_plan_end_date"] = closed
        book.put("ssd_cin_plans", **row | {"cinp_cin_plan_id": p.id("CNR"), "cinp_cin_plan_start_date": again,
                                           "cinp_cin_plan_end_date": end})  # fmt: skip
        book.plant("reopened", again, "a child in need plan closed and opened again", who=child)


def deaths(book: Book, p: Practice) -> None:
    """A handful of children died while open to the department, of illness or accident."""
    last: dict[str, Row] = {}
    for row in book.tables["ssd_cin_episodes"]:
        last[text(row, "cine_person_id")] = row
    closed = [
        row
        for row in last.values()
        if text(row, "cine_close_reason") == "RC7" and sure(row, "cine_close_date") < book.as_at
    ]
    touched = {child: max(book.children[child].contact_days) for child in last}
    for row in p.rng.sample(closed, max(1, len(closed) // 2500)):
        child, on = text(row, "cine_person_id"), sure(row, "cine_close_date")
        in_care = book.children[child].care_periods
        if in_care or touched[child] > on:
            continue
        row["cine_close_reason"] = "RC2"
        book.children[child].died = on
        book.plant("death", on, "died while open to children's services", who=child)


def same_carer(book: Book, p: Practice) -> None:
    """Many long-term matches are with the foster carer the child lives with already: no move, a change of status."""
    episodes = {text(row, "clae_cla_placement_id"): row for row in reversed(book.tables["ssd_cla_episodes"])}
    for rows in book.by("ssd_cla_placement", "clap_cla_id").values():
        for before, row in itertools.pairwise(rows):
            was, now = text(before, "clap_cla_placement_type"), text(row, "clap_cla_placement_type")
            keeps = (was, now) in (("U6", "U4"), ("U3", "U1"))
            if not (keeps or (was == "U3" and now == "U4")) or not p.chance(SAME_CARER_SHARE):
                continue
            if was == "U3":
                row["clap_cla_placement_type"] = "U1"
            for column in ("postcode", "distance", "provider", "urn"):
                row[f"clap_cla_placement_{column}"] = before[f"clap_cla_placement_{column}"]
            before["clap_cla_placement_change_reason"] = "PLACE"
            row["_same_carer"] = True
            episode = episodes[text(row, "clap_cla_placement_id")]
            why = text(episode, "clae_cla_episode_start_reason")
            episode["clae_cla_episode_start_reason"] = {"P": "T", "B": "U"}.get(why, why)
            book.plant("same_carer", sure(row, "clap_cla_placement_start_date"),
                       "a placement change that keeps the carer", who=text(row, "clap_person_id"))  # fmt: skip


def unregistered(book: Book, p: Practice) -> None:
    """A few placements where the setting ought to be registered and is not, most of them while practice was bad."""
    for row in book.tables["ssd_cla_placement"]:
        start = sure(row, "clap_cla_placement_start_date")
        worse = 3.0 if date(2020, 10, 1) <= start < date(2023, 4, 1) else 1.0
        if row["clap_cla_placement_type"] == "K2" and p.chance(UNREGISTERED_SHARE * worse):
            row["clap_cla_placement_urn"], row["clap_cla_placement_type"] = "XXXXXXX", "Z1"
            row["clap_cla_placement_provider"] = "PR4"
            book.plant("unregistered", start, "placed in a setting that is not registered",
                       who=text(row, "clap_person_id"))  # fmt: skip


def secure_and_remand(book: Book, p: Practice) -> None:
    """Teenagers in secure homes, and some remanded."""
    statuses = book.by("ssd_legal_status", "lega_person_id")
    for row in book.tables["ssd_cla_placement"]:
        child, start = book.children[text(row, "clap_person_id")], sure(row, "clap_cla_placement_start_date")
        if row["clap_cla_placement_type"] != "K2" or child.age(start) < 13 or not p.chance(0.06):
            continue
        row["clap_cla_placement_type"] = "K1"
        book.plant("secure", start, "placed in a secure home", who=child.id)
        alone = [s for s in statuses[child.id] if s["lega_legal_status_start_date"] == start]
        if len(alone) == 1 and alone[0]["lega_legal_status"] == "V2" and child.age(start) >= 14:
            alone[0]["lega_legal_status"] = "J1"
            book.plant("remand", start, "remanded to local authority accommodation", who=child.id)


def unregulated(book: Book) -> None:
    """Supported accommodation was not regulated, and had another code, until its first return of April 2024."""
    for row in book.tables["ssd_cla_placement"]:
        end = day(row, "clap_cla_placement_end_date")
        if row["clap_cla_placement_type"] == "K3" and end is not None and end < date(2024, 4, 1):
            row["clap_cla_placement_type"], row["clap_cla_placement_urn"] = "H5", None
