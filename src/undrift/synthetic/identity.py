"""Who each person is: pupil numbers, families, mothers, homes and other identifiers. All invented.

Postcodes are of the areas IW and ZZ, which Royal Mail has never used; the authority's number, 950, is nobody's.
"""

import json
from collections import Counter
from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.days import birthday
from undrift.synthetic.people import FORENAMES, Child
from undrift.synthetic.practice import Practice
from undrift.synthetic.tables import Row

LEA = "950"
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
STREETS = ("Weir", "Mill", "Lock", "Chapel", "Loom", "Bobbin", "Canal", "Station", "Moor", "Orchard")
NATIONALITIES = ("AFG", "SDN", "ERI", "IRN", "IRQ", "VNM", "ALB", "SYR")
YOUNG_MOTHERS_SHARE = 0.05  # of girls of fifteen and over who come into care


def upn(body: str) -> str:
    """A pupil number from its twelve digits: the letter in front is their sum weighted 2 to 13, modulo 23."""
    total = sum(int(digit) * weight for weight, digit in enumerate(body, start=2))
    return UPN_LETTERS[total % 23] + body


class PupilNumbers:
    """A number for each child from school age; unaccompanied children and the youngest have a reason instead."""

    def __init__(self, p: Practice) -> None:
        self.p = p
        self._given: Counter[str] = Counter()

    def give(self, child: Child) -> None:
        starts = date(child.born.year + (4 if child.born.month < 9 else 5), 9, 1)
        if child.uasc or starts > self.p.as_at:
            return
        school, year = f"{2000 + self.p.rng.randrange(60):04d}", f"{starts:%y}"
        self._given[school + year] += 1
        child.upn = upn(f"{LEA}{school}{year}{self._given[school + year]:03d}")


def identity(book: Book, p: Practice) -> None:
    for number, family in enumerate(book.families, start=1):
        home = _postcode(p)
        for child in family.children:
            _person(book, p, child)
            _home(book, p, child, home)
            if len(family.children) > 1:
                book.put(
                    "ssd_family",
                    fami_table_id=f"FM{child.id[2:]}",
                    fami_family_id=f"F{number:06d}",
                    fami_person_id=child.id,
                )
    mothers(book, p)
    elsewhere(book, p)


def _reason(book: Book, child: Child) -> str | None:
    if child.upn:
        return None
    return "UN1" if child.uasc or child.age(book.as_at) >= 5 else "UN2" if child.with_send else "UN1"


def _person(book: Book, p: Practice, child: Child) -> None:
    nationality = None
    if child.uasc:
        nationality = p.rng.choice(NATIONALITIES)
    book.put(
        "ssd_person", pers_person_id=child.id, pers_forename=child.forename, pers_surname=child.surname, pers_sex=child.sex,
        pers_gender={"M": "01", "F": "02"}[child.sex], pers_ethnicity=child.ethnicity, pers_dob=child.born,
        pers_upn=child.upn, pers_upn_unknown=_reason(book, child), pers_send_flag="Y" if child.with_send or child.with_dc else "N",
        pers_is_mother="N", pers_expected_dob=child.expected, pers_death_date=child.died, pers_nationality=nationality,
        pers_legacy_id=f"OLD{child.id[4:]}" if p.chance(0.1) else None,
    )  # fmt: skip
    for code in child.disabilities or (("NONE",) if child.referred else ()):
        book.put(
            "ssd_disability",
            disa_person_id=child.id,
            disa_table_id=f"D{child.id[2:]}{code}",
            disa_disability_code=code,
        )
    if child.uasc:
        first = min(child.contact_days)
        book.put("ssd_immigration_status", immi_person_id=child.id, immi_immigration_status_id=f"IM{child.id[3:]}",
                 immi_immigration_status="UASC", immi_immigration_status_start_date=first,
                 immi_immigration_status_end_date=None)  # fmt: skip


def _postcode(p: Practice, area: str = "IW") -> str:
    return f"{area}{p.rng.randrange(1, 12)}{p.rng.randrange(1, 9)}{p.rng.choice('ABDEFGH')}{p.rng.choice('JLNPQRS')}"


def _home(book: Book, p: Practice, child: Child, home: str) -> None:
    """The family's home, and for some an earlier one."""
    since = min(child.contact_days, default=birthday(child.born, 3))
    moved = p.wd.on_or_after(since + timedelta(days=p.rng.randrange(60, 900))) if p.chance(0.12) else None
    spells = ((since, moved, _postcode(p)), (moved, None, home)) if moved else ((since, None, home),)
    for nth, (start, end, postcode) in enumerate(spells, start=1):
        street = {
            "HOUSE": str(p.rng.randrange(1, 140)),
            "STREET": f"{p.rng.choice(STREETS)} Street (invented)",
            "TOWN": "Irwell",
        }
        book.put("ssd_address", addr_table_id=f"AD{child.id[2:]}{nth}", addr_person_id=child.id, addr_address_type="Home",
                 addr_address_json=json.dumps(street), addr_address_start_date=start, addr_address_end_date=end,
                 addr_address_postcode=postcode)  # fmt: skip


def mothers(book: Book, p: Practice) -> None:
    """A few young women in care have a baby of their own, known to the department only as theirs."""
    people: dict[object, Row] = {row["pers_person_id"]: row for row in book.tables["ssd_person"]}
    for child_id, entered, left in book.periods.values():
        mother = book.children[child_id]
        fifteen = birthday(mother.born, 15)
        if (
            mother.sex != "F"
            or (left is not None and left <= fifteen)
            or mother.uasc
            or not p.chance(YOUNG_MOTHERS_SHARE)
        ):
            continue
        born = max(fifteen, entered) + timedelta(days=p.rng.randrange(100, 800))
        if people[child_id]["pers_is_mother"] == "Y" or born >= min(
            birthday(mother.born, 18), left or date.max, book.as_at
        ):
            continue
        people[child_id]["pers_is_mother"] = "Y"
        baby = Child(
            f"IRB{mother.id[3:]}", p.rng.choice(FORENAMES["F"]), mother.surname, "F", mother.ethnicity, born
        )
        baby.contact_days.add(born)
        book.put("ssd_contacts", cont_contact_id=f"COB{mother.id[3:]}", cont_person_id=baby.id, cont_contact_date=born,
                 cont_contact_source_code="5A", cont_contact_source_desc="LA social care",
                 cont_contact_outcome_json=NOTHING_MORE)  # fmt: skip
        _person(book, p, baby)
        book.put("ssd_mother", moth_table_id=f"MO{mother.id[3:]}", moth_person_id=mother.id,
                 moth_childs_person_id=baby.id, moth_childs_dob=born)  # fmt: skip


def elsewhere(book: Book, p: Practice) -> None:
    """Numbers other bodies know a person by: health's, from its test range; the Home Office's; the court's."""
    for child in book.children.values():
        if not child.care_periods and not child.cp_plans:
            continue
        since = min(child.contact_days)
        if p.chance(0.8):
            _link(book, child, "NHS Number", _nhs(p), since)
        if child.uasc:
            _link(book, child, "Home Office Registration", f"Z{p.rng.randrange(10**6, 10**7)}", since)
        if child.age(book.as_at) >= 14 and p.chance(0.06):
            _link(book, child, "YOT Number", f"YJ{p.rng.randrange(10**4, 10**5)}", since)


def _link(book: Book, child: Child, kind: str, value: str, since: date) -> None:
    book.put("ssd_linked_identifiers", link_table_id=f"LK{child.id[3:]}{kind[0]}", link_person_id=child.id,
             link_identifier_type=kind, link_identifier_value=value, link_valid_from_date=since)  # fmt: skip


def _nhs(p: Practice) -> str:
    """A number of the range kept for tests (it begins 999), with a check digit that holds."""
    while True:
        body = f"999{p.rng.randrange(10**6):06d}"
        check = 11 - sum(int(d) * w for d, w in zip(body, range(10, 1, -1), strict=True)) % 11
        if check != 10:
            return body + str(check % 11)


NOTHING_MORE = json.dumps({"OUTCOME_NFA_FLAG": "Y", "NUMBER_OF_OUTCOMES": 1, "COMMENTS": ""})
