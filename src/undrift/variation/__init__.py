"""Is the difference real? A chart, a rule in words, and a sentence: never a trend drawn through noise."""

from undrift.variation.verdict import Chart, Direction, Level, PointLike, Verdict, verdict

__all__ = ["Chart", "Direction", "Level", "PointLike", "Verdict", "verdict"]
