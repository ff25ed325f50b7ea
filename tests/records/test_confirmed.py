"""Which ids are one child: pairs as people confirm them, settled into one kept id a child."""

from pathlib import Path

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from undrift.records.links import SameChild, confirmed, create, groups, keep_confirmed
from undrift.records.links.confirmed import settle

IDS = st.sampled_from("ABCDEF")
PAIRS = st.lists(
    st.tuples(IDS, IDS).filter(lambda two: two[0] != two[1]).map(lambda two: SameChild(*two)), max_size=6
)


def same(text: str) -> list[SameChild]:
    """'A>B B>C': A is the same child as B, B as C."""
    return [SameChild(*pair.split(">")) for pair in text.split()]


def test_a_pair_of_a_pair_is_the_same_child() -> None:
    assert settle(same("A>B B>C"), set("ABC")) == same("A>C B>C")


def test_an_id_that_is_not_held_keeps_nobody_and_still_holds_the_others_together() -> None:
    assert settle(same("A>B C>B"), set("AC")) == same("C>A")
    assert settle(same("A>B"), set("A")) == []
    assert settle(same("A>B"), set("B")) == []


def test_two_kept_for_one_child_come_down_to_the_first_by_name() -> None:
    assert settle(same("B>C B>A"), set("ABC")) == same("B>A C>A")


@given(PAIRS, st.sets(IDS))
def test_each_group_has_one_kept_id_and_it_is_held(pairs: list[SameChild], held: set[str]) -> None:
    settled = settle(pairs, held)
    kept = {pair.child_id: pair.kept_id for pair in settled}
    assert len(kept) == len(settled)
    assert held.issuperset(kept) and held.issuperset(kept.values())
    assert not kept.keys() & kept.values(), "a kept id is nobody else's other id"
    for group in groups(pairs):
        assert len({kept.get(one, one) for one in group & held}) <= 1
    assert settle(reversed(pairs), held) == settled, "the order they were confirmed in makes no difference"


def test_the_file_says_what_was_kept(tmp_path: Path) -> None:
    assert confirmed(tmp_path) == ()
    keep_confirmed(tmp_path, same("C>D A,1>B"))
    assert confirmed(tmp_path) == (SameChild("A,1", "B"), SameChild("C", "D"))
    keep_confirmed(tmp_path, [])
    assert confirmed(tmp_path) == ()
    assert [path.name for path in (tmp_path / "links").iterdir()] == ["same_child.csv"]


def test_only_children_the_records_hold_are_joined() -> None:
    con = duckdb.connect()
    con.execute(
        "CREATE SCHEMA records; CREATE TABLE records.ssd_person AS SELECT * FROM (VALUES ('A'), ('B')) AS t(pers_person_id)"
    )
    create(con, same("A>B C>D"))
    assert con.execute("FROM links.same_child").fetchall() == [("A", "B")]
    create(con)
    assert con.execute("FROM links.same_child").fetchall() == []
