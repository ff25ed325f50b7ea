"""Care leavers: how long since anybody was in contact, and since the pathway plan was looked at."""

from undrift.synthetic.book import Book
from undrift.synthetic.practice import Practice
from undrift.synthetic.truth import text

ABSENT_SHARE = 0.04  # with no pathway plan at all


def leaving(book: Book, p: Practice) -> None:
    """The gap each young person's latest dates lie behind the day they are read on, by team as planted."""
    for row in book.tables["ssd_care_leavers"]:
        team = text(row, "clea_care_leaver_allocated_team")
        in_touch = p.in_time("in_touch_8w", team, book.as_at)
        row["_contact_gap"] = p.rng.randrange(2, 56) if in_touch else p.rng.randrange(57, 150)
        reviewed = p.in_time("pathway_6m", team, book.as_at)
        row["_pathway_gap"] = p.rng.randrange(5, 178) if reviewed else p.rng.randrange(186, 420)
        if p.chance(ABSENT_SHARE):
            row["_no_plan"] = True
            book.plant(
                "no_pathway_plan",
                None,
                "a care leaver with no pathway plan",
                who=text(row, "clea_person_id"),
                team=team,
            )
        if row["clea_care_leaver_in_touch"] == "YES" and row["clea_care_leaver_accom_suitable"] == "2":
            book.plant("unsuitable_accommodation", None, "a care leaver living somewhere unsuitable",
                       who=text(row, "clea_person_id"), team=team)  # fmt: skip
