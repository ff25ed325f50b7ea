"""Compiled texts kept between processes: never one for another, never one that is out of date."""

import hashlib
import os
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from undrift import clocks, drift, measures
from undrift.clocks import engine
from undrift.engines import kept, to_sql
from undrift.measures.facts import FACTS

CARD = clocks.catalogue()["cp_visit"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, used instead of the user's."""
    monkeypatch.setenv("UNDRIFT_CACHE", str(tmp_path))
    return tmp_path


def only_file(folder: Path) -> Path:
    (file,) = folder.rglob("*.sql")
    return file


def test_a_text_is_what_the_card_compiles_to_and_is_read_again(folder: Path) -> None:
    text = kept.compiled(engine.instances, CARD)
    assert text == to_sql(engine.instances(CARD))
    other = "SELECT 'read'"
    only_file(folder).write_text(f"{hashlib.sha256(other.encode()).hexdigest()}\n{other}")
    assert kept.compiled(engine.instances, CARD) == other


@pytest.mark.parametrize("spoil", [b"", b"SELECT 1", b"\xff\xfe", None])
def test_a_spoilt_text_is_made_again(folder: Path, spoil: bytes | None) -> None:
    text = kept.compiled(engine.instances, CARD)
    file = only_file(folder)
    file.write_bytes(file.read_bytes()[:-9] if spoil is None else spoil)
    assert kept.compiled(engine.instances, CARD) == text
    assert file.read_text().endswith(text)


def test_a_changed_card_has_another_text(folder: Path) -> None:
    longer = replace(CARD, limit=replace(CARD.limit, n=CARD.limit.n + 1))
    assert kept.compiled(engine.instances, CARD) != kept.compiled(engine.instances, longer)
    assert kept.compiled(engine.instances, longer) == to_sql(engine.instances(longer))


def test_any_file_of_the_rooms_below_makes_other_texts(tmp_path: Path) -> None:
    def digest() -> str:
        kept.sources.cache_clear()
        return kept.sources(tmp_path)

    def put(name: str, text: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return digest()

    seen = [digest(), put("clocks/engine.py", "a = 1"), put("clocks/engine.py", "a = 2")]
    seen += [put("clocks/more.csv", ""), put("clocks/engine.py", "a = 3")]
    (tmp_path / "clocks/more.csv").rename(tmp_path / "clocks/less.csv")
    seen.append(digest())
    assert len(set(seen)) == len(seen)
    assert put("web/page.py", "b = 1") == put("clocks/__pycache__/engine.pyc", "c") == seen[-1]
    kept.sources.cache_clear()


def test_what_is_left_out_of_the_digest_stands_above_all_that_compiles() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())
    (contract,) = (c for c in project["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    layers = contract["layers"]
    above = layers[: layers.index("variation")]
    assert {name.removesuffix(".py") for name in kept.ABOVE} <= set(above)


def test_everything_compiled_is_told_apart_by_value() -> None:
    cards = [c for room in (clocks, drift, measures) for c in room.catalogue().values()]
    assert len({kept.said(card) for card in cards}) == len(cards)
    assert kept.said({"b", "a"}) == kept.said({"a", "b"})
    assert kept.said("1") != kept.said(1)


@pytest.mark.parametrize("value", [lambda: "", next(iter(FACTS.values())).rows, object()])  # fmt: skip
def test_what_has_no_name_of_its_own_is_never_kept(folder: Path, value: object) -> None:
    with pytest.raises(kept.NotDataError):
        kept.said(value)


def test_nothing_is_kept_where_nothing_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = to_sql(engine.instances(CARD))
    monkeypatch.setenv("UNDRIFT_CACHE", "")
    assert kept.compiled(engine.instances, CARD) == text
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("UNDRIFT_CACHE", str(tmp_path / "file"))
    assert kept.compiled(engine.instances, CARD) == text
    assert not list(tmp_path.rglob("*.sql"))


def test_old_texts_go(folder: Path) -> None:
    for nth in range(6):
        (folder / "sql" / str(nth)).mkdir(parents=True)
        # Later than these sources' own, as by a clock since put back; within one tick of the clock they are as late.
        os.utime(folder / "sql" / str(nth), (4e9, 4e9))
    kept.compiled(engine.instances, CARD)
    assert len(list((folder / "sql").iterdir())) == kept.GENERATIONS
    assert only_file(folder)
