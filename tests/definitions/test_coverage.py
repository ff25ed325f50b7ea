"""The coverage table is complete and true: every limit surveyed is there, and what it says of the cards is so."""

import csv

from tests.shared import shared_path
from undrift import measures
from undrift.clocks import catalogue
from undrift.clocks.coverage import coverage
from undrift.clocks.settings import defaults


def surveyed() -> dict[str, dict[str, str]]:
    with shared_path("reference", "clocks.csv").open(encoding="utf-8") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


FURTHER = ("not_verified", "secondary", "data_rule", "official")
"""How far a limit's text was read, least first."""


def test_every_limit_surveyed_is_in_the_table_once_and_as_surveyed_or_read_further() -> None:
    rows = surveyed()
    assert [known.clock_id for known in coverage()] == list(rows)
    for known in coverage():
        row = rows[known.clock_id]
        assert (known.area, known.records_can) == (row["area"], row["computable"]), known.clock_id
        assert FURTHER.index(known.verified) >= FURTHER.index(row["verification"]), known.clock_id


def test_a_card_and_the_table_agree_that_nobody_has_read_the_limit() -> None:
    unread = {known.clock_id for known in coverage() if known.built and known.verified == "not_verified"}
    for card in catalogue().values():
        if card.note.startswith("Not verified"):
            assert card.id in unread, card.id


def test_a_limit_is_built_or_says_why_not() -> None:
    cards = catalogue()
    for known in coverage():
        assert known.built == (known.clock_id in cards), known.clock_id
        assert known.built != bool(known.why_not), known.clock_id
        assert known.built or known.why_not.endswith("."), known.clock_id


def test_a_card_is_a_limit_surveyed_or_the_other_reading_of_one() -> None:
    known = {row.clock_id: row for row in coverage()}
    for card in catalogue().values():
        if card.id in known:
            assert card.area == known[card.id].area
        else:
            assert card.other_reading_of in known, card.id


def test_the_other_reading_names_a_default_that_stands_by_itself() -> None:
    cards = catalogue()
    second = [card for card in cards.values() if card.other_reading_of]
    assert {"assessment_45wd_from_start", "cp_review_first_from_icpc"} <= {card.id for card in second}
    for card in second:
        assert not cards[card.other_reading_of].other_reading_of


def test_a_local_convention_is_a_setting_and_nothing_else_is() -> None:
    rows = surveyed()
    settings = {card.id for card in catalogue().values() if card.setting}
    assert settings == set(defaults())
    assert settings == {id_ for id_ in catalogue() if id_ in rows and rows[id_]["configurable"] == "Y"}


def test_a_setting_with_a_public_figure_has_it_as_its_default_and_is_in_use() -> None:
    rows = surveyed()
    for id_, setting in defaults().items():
        said = (rows[id_]["limit_value"], rows[id_]["limit_unit"])
        if said[0] == "":
            assert setting.limit is None, f"{id_}: no public figure, so the authority says first"
        elif said[1] == "hours":
            assert setting.limit is not None
            assert (setting.limit.n * 24, setting.limit.unit) == (int(said[0]), "calendar_days")
        else:
            assert setting.limit is not None
            assert (str(setting.limit.n), setting.limit.unit) == said, id_


# Of two readings of a limit the published measure counts one (of assessments, from their own start); wider forms are shown
# beside a child.
NOT_COUNTED = {"assessment_45wd", "cp_visit_4_weeks"}


def test_what_a_measure_counts_is_built_and_a_limit_with_a_published_measure_is_counted() -> None:
    cards, rows = catalogue(), surveyed()
    by_measure = {measure.id: set(measure.clocks) for measure in measures.catalogue().values()}
    for id_, counted in by_measure.items():
        assert counted <= set(cards), id_
    for id_ in set(cards) & set(rows) - NOT_COUNTED:
        counted = by_measure.get(rows[id_]["dfe_measure_id"], set())
        if counted:
            assert id_ in counted, f"{rows[id_]['dfe_measure_id']} counts clocks, and not {id_}"
