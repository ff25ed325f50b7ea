"""Which chart: one rule, at its edge."""

from dataclasses import dataclass

import pytest

from undrift.variation.choose import choose


@dataclass(frozen=True)
class Card:
    unit: str = "percent"
    denominates: bool = True
    is_snapshot: bool = False


def share(none: int, some: int) -> list[tuple[float, float | None]]:
    """Months of which so many have every case counted, and so many all but one."""
    return [(40.0, 40.0)] * none + [(39.0, 40.0)] * some


@pytest.mark.parametrize(("none", "kind"), [(6, "p"), (7, "g")])
def test_a_share_turns_to_gaps_when_more_than_a_quarter_of_months_hold_none_of_the_rarer_outcome(
    none: int, kind: str
) -> None:
    assert choose(Card(), share(none, 24 - none)).kind == kind
    mirrored = [(n - x, n) for x, n in share(none, 24 - none) if n]
    assert choose(Card(), mirrored).kind == kind


@pytest.mark.parametrize(("none", "kind"), [(6, "xmr"), (7, "t")])
def test_a_count_turns_to_days_between_at_the_same_edge(none: int, kind: str) -> None:
    earlier: list[tuple[float, float | None]] = [(0.0, None)] * none + [(2.0, None)] * (24 - none)
    assert choose(Card(unit="children", denominates=False), earlier).kind == kind


def test_a_rate_is_u_and_a_figure_taken_on_a_day_is_neither_rare_nor_not() -> None:
    assert choose(Card(unit="per 10,000", denominates=False), [(5.0, 50_000.0)] * 24).kind == "u"
    assert choose(Card(is_snapshot=True), share(24, 0)).kind == "snapshot"
    assert (
        choose(Card(unit="children", denominates=False, is_snapshot=True), [(0.0, None)] * 24).kind
        == "snapshot"
    )


def test_an_average_and_a_weighed_share_are_never_rare() -> None:
    assert choose(Card(unit="days", denominates=False), [(0.0, None)] * 24, is_count=False).kind == "xmr"
    assert choose(Card(unit="percent", denominates=False), [(0.0, None)] * 24, is_count=False).kind == "xmr"


def test_nothing_earlier_leaves_the_plain_chart_and_every_kind_says_why() -> None:
    assert choose(Card(), []).kind == "p"
    for card, earlier in ((Card(), share(9, 15)), (Card(), share(0, 24)), (Card(is_snapshot=True), [])):
        found = choose(card, earlier)
        assert found.name and found.why.endswith(".")
