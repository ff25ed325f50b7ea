"""How often: readings and flags counted by month and team, and the children behind each count."""

from undrift.measures.definition import Behind, Measure, Point, Result, Team
from undrift.measures.results import behind, build, catalogue, series, teams, year

__all__ = [
    "Behind",
    "Measure",
    "Point",
    "Result",
    "Team",
    "behind",
    "build",
    "catalogue",
    "series",
    "teams",
    "year",
]
