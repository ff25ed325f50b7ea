"""From which month a verdict speaks: the plan's own baseline, or a month the reader chooses."""

from datetime import date

import duckdb

BEFORE, AFTER = 12, 3
"""Months that must stand before the one chosen, to speak of an earlier average, and after it, to speak of a change."""


def choices(cur: duckdb.DuckDBPyConnection) -> list[date]:
    """The months a verdict can speak from, latest first."""
    rows = cur.execute("SELECT month FROM measures.calendar_months ORDER BY month").fetchall()
    months = [row[0] for row in rows]
    return months[BEFORE : max(BEFORE, len(months) - AFTER)][::-1]


def chosen(text: str, months: list[date]) -> date | None:
    """The month asked for as 2023-03, when it is one of those offered."""
    return next((month for month in months if f"{month:%Y-%m}" == text), None)
