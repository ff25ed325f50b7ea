"""Every sentence the inspectors wrote finds a measure, and the reason reads as a reason."""

import json

import pytest

from tests.shared import shared_path
from undrift import measures
from undrift.audits.areas import AREAS_OF_PRACTICE
from undrift.improvement import linking
from undrift.synthetic.report import AREAS

NINE = [
    "front_door", "enquiries", "caseloads", "assessments", "planning", "pre_proceedings", "supervision", "workforce",
    "leadership",
]  # fmt: skip


def test_each_of_the_nine_invented_areas_has_its_own_theme_and_measures() -> None:
    assert [linking.theme(text) for text in AREAS] == NINE
    assert all(linking.suggest(text) for text in AREAS)


def test_each_of_the_nine_areas_of_the_real_report_has_its_own_theme_and_measures() -> None:
    rows = [
        json.loads(line)
        for line in shared_path("ofsted", "truth.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    bury = next(row for row in rows if row["urn"] == "80443" and row["publication_date"] == "2021-12-17")
    assert [linking.theme(text) for text in bury["areas_for_improvement"]] == NINE
    assert all(linking.suggest(text) for text in bury["areas_for_improvement"])


def test_strategy_discussions_lead_to_the_conference_clock() -> None:
    assert [m for m, _ in linking.suggest("The quality of strategy discussions.")] == ["icpc_15wd_pct"]


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("An appropriately focused plan of improvement by senior leaders", "leadership"),
        ("Social workers know their children", "other"),
        ("", "other"),
    ],
)
def test_words_that_only_look_alike_do_not_fire(text: str, theme: str) -> None:
    assert linking.theme(text) == theme


def test_every_rule_names_a_known_theme_and_a_measure_in_the_catalogue() -> None:
    catalogue = measures.catalogue()
    for rule in linking.RULES:
        assert rule.theme in AREAS_OF_PRACTICE
        assert [m for m, _ in rule.watches if m not in catalogue] == []


def test_the_reason_quotes_the_sentence() -> None:
    text = "Caseloads are too high."
    assert linking.suggest(text)[0][1].startswith("The sentence speaks of “Caseload”")
