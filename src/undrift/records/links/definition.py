"""The definition of `same_child`, read from its file: what is compared, and how far each reading speaks for one child."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Reading = Literal["agrees", "nearly", "differs", "not held"]


@dataclass(frozen=True)
class Level:
    """One reading of a feature. sql: when it holds; None for the last, which is all that is left.

    alike, chance: how often two records of one child, and of two children, read so. by_how_common: the column whose
    value's share of all children takes the place of `chance`, or "".
    """

    reading: Reading
    says: str
    sql: str | None
    alike: float
    chance: float
    by_how_common: str


@dataclass(frozen=True)
class Feature:
    """One thing compared. held: the SQL of one record that is null when there is nothing to compare."""

    name: str
    title: str
    held: str
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class Definition:
    """never_unless: features one of which must agree where the forenames differ outright."""

    question: str
    why: str
    one_child_in: int
    compare_when: tuple[str, ...]
    never_unless: tuple[str, ...]
    never_says: str
    features: tuple[Feature, ...]


@cache
def definition() -> Definition:
    """What `same_child.toml` says."""
    said = tomllib.loads(resources.files(__package__).joinpath("same_child.toml").read_text(encoding="utf-8"))
    features = tuple(
        Feature(
            one["name"],
            one["title"],
            one["held"],
            tuple(
                Level(
                    level["reading"],
                    level["says"],
                    level.get("sql"),
                    level["alike"],
                    level["chance"],
                    level.get("by_how_common", ""),
                )
                for level in one["level"]
            ),
        )
        for one in said["feature"]
    )
    return Definition(
        said["question"],
        said["why"],
        said["one_child_in"],
        tuple(said["compare_when"]),
        tuple(said["two_children"]["unless_agrees"]),
        said["two_children"]["says"],
        features,
    )
