"""A worklist narrowed by each thing it may be narrowed by, and by all of them: no demonstration, no browser."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from undrift.clocks.worklists import GROUPS, Item
from undrift.web.presenters.worklists import SORTS, Asked, narrowed, shown, whose
from undrift.web.roles import Role

ONE = Item("late", "cp_visit", "c1", "Ann Ash", "SC", "Cedar", "W1", "Zed Oak", date(2026, 1, 5), date(2026, 1, 19),
           3, "", "ssd_cp_visits", "V1")  # fmt: skip
# Every pairing of two values of each thing, so that a filter left out, or put in another's place, lets some through.
ITEMS = [
    replace(ONE, group=group, clock_id=clock, team_id=team, team_name=f"Team {team}", worker_id=worker,
            worker_name=f"Worker {worker}", child_id=f"c{n}", child_name=f"Child {99 - n}", due_on=date(2026, 1, 1 + 7 * n % 25))
    for n, (group, clock, team, worker) in enumerate(
        product(("late", "soon"), ("cp_visit", "core_group_next", "lac_visit_6wk"), ("SC", "SD"), ("W1", "W2"))
    )
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "is_kept"),
    [
        ("group", "soon", lambda item: item.group == "soon"),
        ("clock", "cp_visit", lambda item: item.clock_id == "cp_visit"),
        ("area", "child_protection", lambda item: item.clock_id != "lac_visit_6wk"),
        ("worker", "W2", lambda item: item.worker_id == "W2"),
        ("team", "SD", lambda item: item.team_id == "SD"),
    ],
)
def test_each_filter_keeps_its_own_and_no_other(name, value, is_kept) -> None:  # type: ignore[no-untyped-def]
    kept = narrowed(ITEMS, Asked(**{name: value}))
    assert {item.child_id for item in kept} == {item.child_id for item in ITEMS if is_kept(item)}
    assert 0 < len(kept) < len(ITEMS)


def test_all_the_filters_together_leave_what_each_would() -> None:
    asked = Asked.of(
        {
            "group": "late",
            "area": "child_protection",
            "clock": "core_group_next",
            "worker": "W1",
            "team": "SD",
        }
    )
    (one,) = narrowed(ITEMS, asked)
    assert (one.group, one.clock_id, one.worker_id, one.team_id) == ("late", "core_group_next", "W1", "SD")
    assert Asked.of(dict(part.split("=") for part in asked.address()[1:].split("&"))) == asked


def test_each_order_is_by_what_it_says_and_one_not_known_is_by_due_date() -> None:
    columns = {"due": "due_on", "child": "child_name", "worker": "worker_name"}
    for sort, column in columns.items():
        values = [getattr(item, column) for item in narrowed(ITEMS, Asked(sort=sort))]
        assert values == sorted(values), sort
    clocks = [item.clock_id for item in narrowed(ITEMS, Asked(sort="clock"))]
    assert clocks.index("lac_visit_6wk") == 16 and len(set(clocks[:8])) == 1
    assert set(SORTS) == {*columns, "clock"}
    assert Asked.of({"sort": "nothing"}).sort == "due"


def test_the_page_narrows_its_sections_and_offers_every_choice_still() -> None:
    page = shown(ITEMS, Asked(group="late", team="SC"))
    assert [(section.group, section.count) for section in page.sections] == [("late", 6)]
    assert [choice.value for choice in page.teams] == ["SC", "SD"]
    assert [choice.value for choice in page.workers] == ["W1", "W2"]
    assert {choice.value for choice in page.areas} == {"child_protection", "looked_after"}
    assert len(page.clocks) == 3
    assert [choice.value for choice in page.groups] == list(GROUPS)
    assert page.summary.startswith("6 late now, for 6 children; 6 due")
    assert [section.group for section in shown(ITEMS, Asked()).sections] == list(GROUPS)


def test_an_officer_is_told_of_reviews_and_everybody_else_of_children_held() -> None:
    assert "reviews to come of the children you review" in whose(Role.REVIEWING_OFFICER)
    for role in set(Role) - {Role.REVIEWING_OFFICER}:
        assert "whoever holds the child" in whose(role)
