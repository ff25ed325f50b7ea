"""The parts of the variation pages that can be tried alone."""

from hypothesis import given
from hypothesis import strategies as st

from tests.variation.test_families import each_alone
from undrift.reports.disclosure import is_small
from undrift.variation.groups import compare
from undrift.web.presenters.gaps import safe

COUNTS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 60)), min_size=1, max_size=6)


@given(COUNTS)
def test_no_group_is_published_with_a_small_count_and_never_all_but_one(pairs: list[tuple[int, int]]) -> None:
    """A group shown has no count of 1 to 5 behind it; and a single group withheld could be had by subtraction."""
    groups = compare([row for i, (x, n) in enumerate(pairs) for row in each_alone(str(i), min(x, n), n)])
    may = safe(groups)
    for group, allowed in zip(groups, may, strict=True):
        if allowed:
            assert not any(is_small(n) for n in (group.count, group.of - group.count, group.of))
    assert may.count(False) != 1 or len(groups) == 1


def test_groups_compare_each_with_all_the_others() -> None:
    given = (("a", 30, 60), ("b", 10, 40), ("c", 0, 0), ("d", 20, 20))
    one, two, three = compare([row for group in given for row in each_alone(*group)])
    assert [g.name for g in (one, two, three)] == ["a", "b", "d"]
    assert two.difference == 10 / 40 - 50 / 80
    assert three.is_beyond_chance and two.is_beyond_chance and not one.is_beyond_chance
    (alone,) = compare(each_alone("a", 3, 9))
    assert alone.difference is None and not alone.is_beyond_chance
