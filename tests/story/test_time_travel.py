"""What the records said of a past day, asked today, is what they said when asked on that day."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from undrift import drift, pipeline, records
from undrift.clocks import readings
from undrift.synthetic.files import live
from undrift.synthetic.story import AS_AT, AUTHORITY
from undrift.synthetic.tables import COLUMNS

# Clocks whose records are written over without a day to it, so that a past day is told with what was learnt since: the
# latest date only (immunisations, contacts, pathway plans), who turned out to be adopted, what an education, health and
# care request came to, a due date become a birth, the next break of a series, a worker's first year told by the census.
HINDSIGHT = {
    "immunisations_12m", "in_touch_8w", "in_touch_birthday", "iro_midway_contact", "pa_visit_2m", "pathway_plan_16y3m", "pathway_plan_review",
    "adoption_a1", "adoption_a10", "adoption_a3", "ehc_plan_20w", "ehc_no_plan_16w", "prebirth_legal_planning",
    "short_break_75d", "short_break_review", "short_break_visit", "supervision_monthly", "supervision_nqsw_6m",
    "supervision_nqsw_first_6w",
}  # fmt: skip
PATTERNS = ("contacts_no_assessment", "assessment_stale", "no_permanence_plan")

DAYS = (date(2020, 10, 14), date(2022, 2, 9), date(2025, 5, 21))


@pytest.fixture(scope="module")
def as_loaded_on(tmp_path_factory: pytest.TempPathFactory) -> Callable[[date], duckdb.DuckDBPyConnection]:
    """The live file of an authority whose records were sent on a day, nothing later in them."""
    import csv

    history, _ = live(scale=0.05)

    def on(day: date) -> duckdb.DuckDBPyConnection:
        home: Path = tmp_path_factory.mktemp(f"as-at-{day}")
        folder = home / "ssd"
        folder.mkdir()
        tables = history.at(day)
        for name, columns in COLUMNS.items():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(columns)
                writer.writerows(row.values() for row in tables[name])
        load = records.load([folder], authority=AUTHORITY, as_at=day, by="test", home=home).load
        pipeline.build(load.id, home, say=lambda _: None)
        return records.cursor(home)

    return on


def test_a_past_day_reads_as_it_did_then(as_loaded_on: Callable[[date], duckdb.DuckDBPyConnection]) -> None:
    now = as_loaded_on(AS_AT)
    for day in DAYS:
        then = as_loaded_on(day)
        told_then, told_now = (
            Counter(
                (r.clock_id, r.child_id, r.started_on, r.due_on, r.reading, r.reason)
                for r in readings(cur, day)
                if r.clock_id not in HINDSIGHT
            )
            for cur in (then, now)
        )
        assert sum(told_then.values()) > 3000
        assert told_then - told_now == Counter(), day
        assert told_now - told_then == Counter(), day
        up_then, up_now = (
            {
                (f.pattern_id, f.child_id, f.since, f.words)
                for f in drift.flags(cur, day)
                if f.pattern_id in PATTERNS
            }
            for cur in (then, now)
        )
        assert up_then == up_now, day
        assert up_then
