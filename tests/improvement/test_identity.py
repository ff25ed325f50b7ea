"""One child or two: said by a person, with a reason, once; the history in the same transaction; and undoable."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from undrift.errors import UserError
from undrift.identity import commands
from undrift.identity.models import Decision, IdentityHistory
from undrift.records.links import SameChild, confirmed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> Path:
    settings.UNDRIFT_HOME = tmp_path
    return tmp_path


def one(child_id: str, other_id: str, kept_id: str = "") -> Decision:
    return commands.say_one_child(
        child_id=child_id,
        other_id=other_id,
        kept_id=kept_id or child_id,
        why="Same mother, same school",
        by="amira",
    )


def two(child_id: str, other_id: str) -> Decision:
    return commands.say_two_children(
        child_id=child_id, other_id=other_id, why="Two birth certificates", by="tom"
    )


def test_what_is_said_is_kept_with_who_and_why_and_in_the_history() -> None:
    decision = one("B", "A", "B")
    assert (decision.child_id, decision.other_id, decision.kept_id) == ("A", "B", "B")
    assert commands.decision_on("B", "A") == commands.decision_on("A", "B") == decision
    (row,) = commands.history_of("B", "A")
    assert (row.who, row.what, row.before) == ("amira", "say_one_child", None)
    assert row.after["why"] == "Same mother, same school"  # type: ignore[index]
    with pytest.raises(ValidationError):
        row.save()


def test_a_second_word_replaces_the_first_and_the_history_has_both() -> None:
    one("A", "B")
    two("A", "B")
    assert Decision.objects.get().verdict == "two children"
    assert [row.what for row in commands.history_of("A", "B")] == ["say_two_children", "say_one_child"]
    commands.withdraw(child_id="A", other_id="B", why="Said of the wrong pair", by="tom")
    assert not Decision.objects.exists()
    assert commands.history_of("A", "B")[0].what == "withdraw"


def test_pairs_confirmed_reach_the_next_build_only_when_safe_in_the_database(
    home: Path, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        one("A", "B", "B")
        two("C", "D")
        assert confirmed(home) == ()
    assert confirmed(home) == (SameChild("A", "B"),)
    with django_capture_on_commit_callbacks(execute=True):
        commands.withdraw(child_id="A", other_id="B", why="A mistake", by="amira")
    assert confirmed(home) == ()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"by": " "}, "Nobody"),
        ({"why": " "}, "No reason"),
        ({"kept_id": "C"}, "neither"),
        ({"other_id": "A"}, "the same"),
    ],
)
def test_refused_and_nothing_written(given: dict[str, str], words: str) -> None:
    said = {"child_id": "A", "other_id": "B", "kept_id": "A", "why": "Known to be", "by": "amira"} | given
    with pytest.raises(UserError, match=words):
        commands.say_one_child(**said)
    assert not Decision.objects.exists()
    assert not IdentityHistory.objects.exists()


def test_two_said_to_be_two_children_do_not_become_one_through_a_third() -> None:
    two("A", "C")
    one("A", "B")
    with pytest.raises(UserError, match="tom said"):
        one("B", "C")
    assert commands.decision_on("B", "C") is None
    commands.withdraw(child_id="A", other_id="C", why="A mistake", by="tom")
    one("B", "C")
    with pytest.raises(UserError, match="already one child"):
        two("A", "C")


def test_withdrawing_what_nobody_said_is_refused() -> None:
    with pytest.raises(UserError, match="Nothing has been said"):
        commands.withdraw(child_id="A", other_id="B", why="x", by="amira")


def test_the_database_itself_keeps_only_one_of_the_two() -> None:
    with pytest.raises(IntegrityError):
        Decision.objects.create(child_id="A", other_id="B", verdict="one child", kept_id="C", why="x", by="y")
