"""Every deliberate plant as a table: the rates by team and period, and the single things put in, one row each."""

from collections.abc import Iterator
from itertools import pairwise

from undrift.synthetic.apart import GAP, SPREAD
from undrift.synthetic.course import Points, Rate
from undrift.synthetic.story import RATES, TEAMS

PLANT_COLUMNS = ("kind", "id", "rate", "team", "who", "from", "to", "value", "value_to", "words")
# Never planted to move: a chart of one of these ought to stay quiet.
STABLE: tuple[tuple[str, str, float, str], ...] = (
    ("clock", "cin_visit", 0.38, "child in need visits within 20 working days of the last"),
    ("clock", "adopter_stage1", 0.72, "adopters' stage one within two months"),
    ("clock", "adopter_stage2", 0.68, "adopters' stage two within four months"),
)


def plant_rows(put_in: list[dict[str, object]]) -> Iterator[tuple[object, ...]]:
    """Rows of PLANT_COLUMNS. A rate that bends gives a row a straight stretch, its value at either end.

    team "" is every team not named apart; `to` "" is until the as-at day. kind "event" is a thing put in once;
    "gap" an odds ratio of the group in `who` to all others; "spread" a standard deviation between teams, as a share.
    """
    for rate in RATES:
        for kind, _, plants in (name.partition(":") for name in rate.plants or (f"rate:{rate.id}",)):
            yield from _stretches(kind, plants, rate, "", rate.points)
            for team in TEAMS:
                if team.id in rate.teams:
                    yield from _stretches(kind, plants, rate, team.id, rate.teams[team.id])
    for kind, plants, value, words in STABLE:
        yield kind, plants, "", "", "", "2018-10", "", value, value, words
    yield "gap", GAP.measure, GAP.rate, "", GAP.group, "2018-10", "", GAP.odds, GAP.odds, GAP.words
    wide = round(SPREAD.deviation, 4)
    yield "spread", SPREAD.measure, SPREAD.rate, "", "", "2018-10", "", wide, wide, SPREAD.words
    for one in put_in:
        yield (
            "event",
            one["what"],
            "",
            one["team"],
            one["who"],
            one["from"],
            "",
            one["value"],
            "",
            one["words"],
        )


def _stretches(kind: str, plants: str, rate: Rate, team: str, points: Points) -> Iterator[tuple[object, ...]]:
    for (since, value), (until, value_to) in pairwise(points):
        yield kind, plants, rate.id, team, "", since, until, round(value, 4), round(value_to, 4), rate.words
    last, value = points[-1]
    yield kind, plants, rate.id, team, "", last, "", round(value, 4), round(value, 4), rate.words
