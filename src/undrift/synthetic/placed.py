"""Where children live: carers, placement plans, approvals for the time being, liberty, and being missing."""

from collections import defaultdict
from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.practice import Practice
from undrift.synthetic.story import AUTHORITY
from undrift.synthetic.tables import Row
from undrift.synthetic.truth import day, sure, text

WITH_CARERS = ("U", "A", "T")
LIBERTY_SHARE = 0.05  # of teenagers in children's homes


def placed(book: Book, p: Practice) -> None:
    moves(book, p, carers(book, p))
    deprived_of_liberty(book, p)
    returns(book, p)


def carers(book: Book, p: Practice) -> dict[str, str]:
    """Who cares for the child in each placement with a family: kept where the move kept them, shared by siblings.

    Brothers and sisters who come into care on one day, both to foster carers, start together as planted or apart.
    """
    family = {child.id: n for n, fam in enumerate(book.families) for child in fam.children}
    chains = book.by("ssd_cla_placement", "clap_cla_id")
    who: dict[str, str] = {}
    firsts: dict[tuple[int, date], list[Row]] = defaultdict(list)
    for chain in chains.values():
        chain.sort(key=lambda row: sure(row, "clap_cla_placement_start_date"))
        last = ""
        for nth, row in enumerate(chain):
            if text(row, "clap_cla_placement_type")[0] not in WITH_CARERS:
                last = ""
                continue
            last = last if row.get("_same_carer") and last else p.id("CR")
            who[text(row, "clap_cla_placement_id")] = last
            if nth == 0:
                key = (family[text(row, "clap_person_id")], sure(row, "clap_cla_placement_start_date"))
                firsts[key].append(row)
    for (_, entered), rows in firsts.items():
        team = book.care_team(text(rows[0], "clap_person_id"), entered)
        together = p.in_time("together", team, entered)
        for other in rows[1:] if together else ():
            _share(chains, who, rows[0], other)
        if len(rows) > 1 and not together:
            for row in rows:
                book.plant("siblings_apart", entered, "came into care with a brother or sister and was placed apart",
                           who=text(row, "clap_person_id"), team=team)  # fmt: skip
    return who


def _share(chains: dict[str, list[Row]], who: dict[str, str], one: Row, other: Row) -> None:
    """The second child's first placement made the same home as the first child's."""
    mine, theirs = text(one, "clap_cla_placement_id"), text(other, "clap_cla_placement_id")
    old = who[theirs]
    for column in ("type", "postcode", "distance", "provider", "urn"):
        other[f"clap_cla_placement_{column}"] = one[f"clap_cla_placement_{column}"]
    for row in chains[text(other, "clap_cla_id")]:
        number = text(row, "clap_cla_placement_id")
        if who.get(number) == old:
            who[number] = who[mine]


def moves(book: Book, p: Practice, who: dict[str, str]) -> None:
    """A row a placement: its plan, in time or late; for connected carers, approval for sixteen weeks and after."""
    for row in book.tables["ssd_cla_placement"]:
        number, child, kind = (
            text(row, "clap_cla_placement_id"),
            text(row, "clap_person_id"),
            text(row, "clap_cla_placement_type"),
        )
        start, end = (
            sure(row, "clap_cla_placement_start_date"),
            day(row, "clap_cla_placement_end_date") or date.max,
        )
        team = book.care_team(child, start)
        planned = p.wd.add(start, p.working_day_count(p.in_time("placement_plan", team, start), 0, 4, 5, 5.0))
        made: Row = {"plmo_placement_plan_date": planned if planned < end else None}
        if kind == "U3" or (kind == "U1" and not row.get("_same_carer")):
            made |= _connected(book, p, team, child, start, end)
        book.put("local_placement_moves", plmo_id=f"M{number}", plmo_person_id=child, plmo_placement_id=number,
                 plmo_carer_id=who.get(number), _from=start, **made)  # fmt: skip
        inside = text(row, "clap_cla_placement_postcode").startswith("IW")
        book.put("local_placement_areas", plar_id=f"P{number}", plar_person_id=child, plar_placement_id=number, _from=start,
                 plar_location="In" if inside else "Out",
                 plar_authority=AUTHORITY if inside else "Elsewhere (invented)")  # fmt: skip


def _connected(book: Book, p: Practice, team: str, child: str, start: date, end: date) -> Row:
    """Regulation 24: sixteen weeks, or eight more if extended; some go on past both."""
    limit = start + timedelta(weeks=16)
    approved = p.by(p.in_time("reg24_16w", team, start), start, limit, 40, 45.0)
    late = approved > limit and end > limit
    extended = (
        p.wd.on_or_before(limit - timedelta(days=p.rng.randrange(1, 15))) if late and p.chance(0.6) else None
    )
    over = limit + timedelta(weeks=8) if extended else limit
    if approved > over and end > over:
        book.plant("temporary_approval_over", over, "still with a carer approved only for the time being", who=child,
                   team=team, value=min(approved, end))  # fmt: skip
    return {"plmo_temporary_approval_date": start, "plmo_temporary_extended_date": extended,
            "plmo_full_approval_date": approved if approved < end else None}  # fmt: skip


def deprived_of_liberty(book: Book, p: Practice) -> None:
    """Orders of three months at a time for a few teenagers in children's homes, more of them since 2022."""
    for row in book.tables["ssd_cla_placement"]:
        start, end = (
            sure(row, "clap_cla_placement_start_date"),
            day(row, "clap_cla_placement_end_date") or date.max,
        )
        if (
            row["clap_cla_placement_type"] not in ("K2", "Z1")
            or book.children[text(row, "clap_person_id")].age(start) < 12
        ):
            continue
        if not p.chance(LIBERTY_SHARE * (2.2 if start >= date(2022, 1, 1) else 1.0)):
            continue
        at = start + timedelta(days=p.rng.randrange(3, 60))
        for _ in range(p.rng.choice((1, 1, 2, 3))):
            until = min(at + timedelta(days=91), end)
            if at >= until or at > p.as_at:
                break
            book.put("local_deprivation_of_liberty", dolo_id=p.id("DL"), dolo_person_id=row["clap_person_id"],
                     dolo_start_date=at, dolo_end_date=until)  # fmt: skip
            at = until


def returns(book: Book, p: Practice) -> None:
    """An interview after each missing episode for which one was offered; held within three days, or later, or never."""
    for row in book.tables["ssd_missing"]:
        back, child = sure(row, "miss_missing_episode_end_date"), text(row, "miss_person_id")
        team = book.team(child, back)
        offered, accepted = row["miss_missing_rhi_offered"] == "Y", row["miss_missing_rhi_accepted"] == "Y"
        if not offered:
            continue
        asked = back + timedelta(days=p.rng.choice((0, 0, 1, 1, 2)))
        fast = p.in_time("rhi_72h", team, back)
        held = max(asked, back + timedelta(days=p.rng.choice((1, 2, 3, 3)))) if fast else p.wd.add(back + timedelta(days=4), p.rng.randrange(0, 14))  # fmt: skip
        never = not fast and p.chance(0.12)
        book.put("local_return_interviews", rhin_id=f"RI{text(row, 'miss_table_id')[3:]}", rhin_person_id=child,
                 rhin_missing_id=row["miss_table_id"], rhin_offered_date=asked, rhin_accepted="Y" if accepted else "N",
                 rhin_held_date=held if accepted and not never else None, _from=asked)  # fmt: skip
