"""Two ids that may be one child, side by side: what the records hold of each, how they compare, what has been said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from undrift.identity.models import Decision
from undrift.records import links
from undrift.records.links import Suggestion
from undrift.web.presenters.codes import SEXES
from undrift.web.presenters.words import Tag

HOW_COLOURS = {"strongly suggested": "orange", "suggested": "yellow", "worth a look": "grey"}
READING_COLOURS = {"agrees": "green", "nearly": "yellow", "differs": "red", "not held": "grey"}


@dataclass(frozen=True)
class Pair:
    """One line of the list. decision: what a person has said of the two, if anything."""

    child_id: str
    other_id: str
    names: tuple[str, str]
    tag: Tag
    because: str
    decision: Decision | None


@dataclass(frozen=True)
class Side:
    """What the records hold of one id."""

    id: str
    name: str
    rows: tuple[tuple[str, int], ...]
    first: date | None
    last: date | None
    values: dict[str, str]


@dataclass(frozen=True)
class FeatureShown:
    title: str
    tag: Tag
    says: str
    speaks: str
    here: str
    there: str


def tag(decision: Decision | None, how: str) -> Tag:
    if decision is None:
        return Tag(how.capitalize(), HOW_COLOURS.get(how, "grey"))
    return Tag(decision.verdict.capitalize(), "green" if decision.verdict == Decision.Verdict.ONE else "blue")


def pairs(cur: duckdb.DuckDBPyConnection, decisions: Sequence[Decision]) -> tuple[list[Pair], list[Pair]]:
    """(those that wait for a person, those that somebody has settled), each with what speaks most plainly."""
    said = {(one.child_id, one.other_id): one for one in decisions}
    found = {(one.child_id, one.other_id): one for one in links.suggestions(cur)}
    names = _names(cur, [one for pair in (*found, *said) for one in pair])
    waiting = [_pair(pair, one, None, names) for pair, one in found.items() if pair not in said]
    settled = [_pair(pair, found.get(pair), one, names) for pair, one in said.items()]
    return waiting, settled


def _pair(
    pair: tuple[str, str], found: Suggestion | None, decision: Decision | None, names: dict[str, str]
) -> Pair:
    one, other = pair
    shown = (names.get(one, one), names.get(other, other))
    return Pair(one, other, shown, tag(decision, found.how if found else ""), because(found), decision)


def because(found: Suggestion | None) -> str:
    """What agrees, what nearly does and what differs, in one line."""
    if found is None:
        return "Not suggested from the load served now."
    titles = {feature.name: feature.title.lower() for feature in links.definition().features}
    parts = []
    for reading, words in (("agrees", "same"), ("nearly", "nearly the same"), ("differs", "different")):
        of = [
            titles[c.feature]
            for c in found.features
            if c.reading == reading and (c.feature, reading) != ("id", "differs")
        ]
        if of:
            parts.append(f"{words}: {', '.join(of)}")
    return "; ".join(parts).capitalize() + "."


def _names(cur: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> dict[str, str]:
    rows = cur.execute(
        """SELECT pers_person_id, nullif(concat_ws(' ', pers_forename, pers_surname), '')
           FROM records.ssd_person WHERE list_contains($ids, pers_person_id)""",
        {"ids": list(ids)},
    ).fetchall()
    return {one: name or f"Child {one}" for one, name in rows}


_SIDE = """
    SELECT pers_forename, pers_surname, pers_dob, pers_expected_dob, pers_upn,
           coalesce(pers_single_unique_id, pers_common_child_id), pers_sex,
           (SELECT concat_ws(', ', json_extract_string(CASE WHEN json_valid(addr_address_json) THEN addr_address_json END, '$.HOUSE'),
                             addr_address_postcode)
            FROM records.ssd_address WHERE addr_person_id = $id AND coalesce(addr_address_type, '') NOT ILIKE '%placement%'
            ORDER BY addr_address_end_date IS NULL DESC, addr_address_start_date DESC, addr_table_id LIMIT 1)
    FROM records.ssd_person WHERE pers_person_id = $id
"""


def side(
    cur: duckdb.DuckDBPyConnection, child_id: str, tables: Sequence[tuple[str, str, str]]
) -> Side | None:
    """What is held of one id; None when the load does not know it. tables: (name, person column, words)."""
    row = cur.execute(_SIDE, {"id": child_id}).fetchone()
    if row is None:
        return None
    forename, surname, born, due, upn, number, sex, home = row
    counted = cur.execute(
        " UNION ALL ".join(
            f"SELECT {place}, count(*) FROM records.{name} WHERE {person} = $id"
            for place, (name, person, _) in enumerate(tables)
        )
        + " ORDER BY 1",
        {"id": child_id},
    ).fetchall()
    days = cur.execute(
        "SELECT min(cont_contact_date), max(cont_contact_date) FROM records.ssd_contacts WHERE cont_person_id = ?",
        [child_id],
    ).fetchone()
    values = {
        "forename": forename, "surname": surname, "born": _day(born) or (f"due {_day(due)}" if due else None),
        "upn": upn, "health_number": number, "sex": SEXES.get(sex or "", sex), "home": home, "id": child_id,
    }  # fmt: skip
    return Side(
        child_id,
        " ".join(filter(None, (forename, surname))) or f"Child {child_id}",
        tuple((tables[place][2], count) for place, count in counted if count),
        days[0] if days else None,
        days[1] if days else None,
        {name: said or "not held" for name, said in values.items()},
    )


def _day(value: date | None) -> str | None:
    return f"{value.day} {value:%B %Y}" if value else None


def features(found: Suggestion | None, here: Side, there: Side) -> list[FeatureShown]:
    """Each thing compared, with both values; when the pair is not suggested, the values alone."""
    compared: dict[str, Any] = {one.feature: one for one in found.features} if found else {}
    shown = []
    for feature in links.definition().features:
        one = compared.get(feature.name)
        reading = one.reading if one else "not compared"
        quiet = one is not None and (one.reading, one.speaks) == ("differs", "says little either way")
        shown.append(
            FeatureShown(
                feature.title,
                Tag(reading.capitalize(), "grey" if quiet else READING_COLOURS.get(reading, "grey")),
                one.says if one else "",
                one.speaks if one else "",
                here.values[feature.name],
                there.values[feature.name],
            )
        )
    return shown
