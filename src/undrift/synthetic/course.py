"""A planted quantity by month: straight lines between dated points, for every team or for one."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Points = tuple[tuple[str, float], ...]


def course(good: float, bad: float, now: float, back: str = "2025-06") -> Points:
    """Level until September 2020, a drop and a slide to mid-2021, flat to March 2023, then a slow way to `now`."""
    return (
        ("2018-10", good),
        ("2020-09", good),
        ("2020-10", good + (bad - good) * 0.45),
        ("2021-06", bad),
        ("2023-03", bad),
        (back, now),
    )


def level(value: float) -> Points:
    """The same all along."""
    return (("2018-10", value),)


@dataclass(frozen=True)
class Rate:
    """One planted quantity by month. `points` for every team, `teams` for those that differ."""

    id: str
    words: str
    points: Points
    teams: Mapping[str, Points] = field(default_factory=dict)
    plants: tuple[str, ...] = ()  # the clocks, patterns and measures that ought to find it
