"""How often: readings, flags and facts counted by month and team, and what is behind each count."""

from undrift.measures.behind import behind
from undrift.measures.definition import Behind, Measure, Point, Result, Row, Team
from undrift.measures.results import build, catalogue, opened, over, published_year, series, teams, year

__all__ = [
    "Behind",
    "Measure",
    "Point",
    "Result",
    "Row",
    "Team",
    "behind",
    "build",
    "catalogue",
    "opened",
    "over",
    "published_year",
    "series",
    "teams",
    "year",
]
