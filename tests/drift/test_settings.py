"""Every threshold of every pattern can be set, is remembered with who and why, and changes what the pattern finds."""

from datetime import date
from pathlib import Path

import pytest

from tests.definitions.duck import Duck
from undrift import drift
from undrift.clocks.reference import Spell
from undrift.drift.definition import Pattern
from undrift.drift.reference import flag_spells
from undrift.drift.settings import as_set, decide, decisions, in_force, thresholds
from undrift.engines.limits import Limit, months
from undrift.errors import UserError


@pytest.mark.parametrize("pattern", drift.catalogue().values(), ids=lambda card: card.id)
def test_each_threshold_is_found_and_can_be_changed_alone(pattern: Pattern) -> None:
    for name, value in thresholds(pattern).items():
        other = Limit(value.n + 1, value.unit) if isinstance(value, Limit) else value + 1
        changed = as_set(pattern, {(pattern.id, name): other})
        assert thresholds(changed) == thresholds(pattern) | {name: other}
    assert as_set(pattern, {("another", "window"): 5}) == pattern


def test_a_decision_changes_what_is_found_and_the_last_one_holds(tmp_path: Path) -> None:
    for value, why in (("12 months", "first thought"), ("10 months", "the board asked")):
        decide(tmp_path, pattern_id="cpp_over_15_months", threshold="for", value=value, by="A Head", why=why)
    kept = decisions(tmp_path)
    assert [(one.value, one.by, one.why) for one in kept] == [
        (months(12), "A Head", "first thought"), (months(10), "A Head", "the board asked"),
    ]  # fmt: skip
    pattern = as_set(drift.catalogue()["cpp_over_15_months"], in_force(kept))
    (flag,) = flag_spells(pattern, [], [Spell("cp_plan", "p", date(2024, 1, 10))])
    assert flag.since == date(2024, 11, 10)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"pattern_id": "nothing"}, "no pattern"),
        ({"threshold": "colour"}, "no threshold"),
        ({"value": "3"}, "cannot stand"),
        ({"value": "soon"}, "Cannot read"),
        ({"value": "0 months"}, "less than one"),
        ({"why": " "}, "who decided it and why"),
    ],
)
def test_what_cannot_be_set_is_refused_in_words(tmp_path: Path, given: dict[str, str], said: str) -> None:
    whole = {
        "pattern_id": "cpp_over_15_months",
        "threshold": "for",
        "value": "12 months",
        "by": "A",
        "why": "B",
    }
    with pytest.raises(UserError, match=said):
        decide(tmp_path, **(whole | given))
    assert decisions(tmp_path) == []


def test_a_live_file_is_built_with_what_was_decided_and_says_so_in_the_flags_words() -> None:
    duck = Duck()
    duck.con.execute(
        """CREATE SCHEMA records; CREATE TABLE records.sources ("table" VARCHAR, held BOOLEAN, extent VARCHAR)"""
    )
    duck.con.execute("INSERT INTO records.sources VALUES ('ssd_cp_plans', true, 'all')")
    duck.give([("child", [], [Spell("cp_plan", "p", date(2024, 1, 10))])])
    drift.build(duck.con, {("cpp_over_15_months", "for"): months(10)})
    (flag,) = drift.flags(duck.con, date(2024, 12, 1), pattern="cpp_over_15_months")
    assert flag.since == date(2024, 11, 10)
    assert flag.words.endswith("(As this authority has set it: for 10 months.)")
    drift.build(duck.con)
    assert drift.flags(duck.con, date(2024, 12, 1), pattern="cpp_over_15_months") == []
    (unset,) = drift.flags(duck.con, date(2025, 5, 1), pattern="cpp_over_15_months")
    assert "set it" not in unset.words
