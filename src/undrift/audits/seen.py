"""What practice audits have seen in one area of practice since a date, in one sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from undrift.audits.areas import AREAS_OF_PRACTICE
from undrift.audits.models import Audit, Grade

Says = Literal["better", "no_better", "worse", "cannot_tell"]
GOOD: Final = frozenset({Grade.GOOD, Grade.OUTSTANDING})
ENOUGH: Final = 6  # fewer than three a half and a single auditor's eye decides


@dataclass(frozen=True)
class Seen:
    """says compares the later half of the audits with the earlier half, by share graded good or better."""

    count: int
    good: int
    latest_on: date | None
    says: Says
    sentence: str


def seen(area_of_practice: str, since: date, until: date | None = None) -> Seen:
    """Practice audits of this area from `since` (to `until`): how many, how good, and whether they are getting better."""
    rows = Audit.objects.filter(area_of_practice=area_of_practice, audited_on__gte=since)
    if until:
        rows = rows.filter(audited_on__lte=until)
    return summary(AREAS_OF_PRACTICE[area_of_practice], [(a.audited_on, a.final_grade) for a in rows])


def summary(area_words: str, audits: Sequence[tuple[date, Grade]]) -> Seen:
    """The same from (date, grade) pairs, without the database."""
    if not audits:
        return Seen(0, 0, None, "cannot_tell", f"No practice audit of {area_words} is recorded.")
    ordered = sorted(audits, key=lambda a: a[0])
    good = sum(grade in GOOD for _, grade in ordered)
    latest = ordered[-1][0]
    count = len(ordered)
    if count < ENOUGH:
        few = f"Few practice audits of {area_words}: too few to say whether practice is getting better."
        return Seen(count, good, latest, "cannot_tell", few)
    half = count // 2
    before, after = ordered[:half], ordered[-half:]  # an odd one in the middle belongs to neither half
    then, now = (sum(grade in GOOD for _, grade in part) for part in (before, after))
    says: Says = "better" if now > then else "worse" if now < then else "no_better"
    share = {"better": "a larger", "worse": "a smaller", "no_better": "the same"}[says]
    # Shares and not counts: each audit is a child's record, and the sentence may be read in public.
    sentence = (
        f"{count} practice audits of {area_words}, the latest on {latest.day} {latest:%B %Y}: {share} share of the "
        "later half than of the earlier half was graded good or better."
    )
    if says == "no_better":
        sentence = sentence.replace(
            "the same share of the later half than of", "the same share of the later half as of"
        )
    return Seen(count, good, latest, says, sentence)
