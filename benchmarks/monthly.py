"""Six measures by month and team, straight from the Parquet: the cards, and pandas vectorised. For benchmarks/clocks.py.

Four count what was done in time in each month; two count, at sixty month-ends, the children in care with three or more
placements, or social workers, in the twelve months before, by the team that holds the child that day. Both ways give the
same rows: the measure, month and team; how many there are and how many of them it is true of.
"""

from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
from clocks import Spent, count, engine, places
from frames import Calendar, deadline, read, window

AS_AT = date(2026, 3, 31)
FIRST = date(2021, 4, 1)
CELLS = "month, team_id, numerator, denominator"
IN_TIME = {  # measure: its clock
    "icpc_15wd_pct": "icpc_15wd",
    "assessments_45wd_from_referral_pct": "assessment_45wd",
    "cpp_visits_in_time_pct": "cp_visit",
    "rereferrals_12m_pct": "rereferral_window_12m",
}
FLAGGED = {  # measure: its pattern, the spells it counts, the column they are told apart by
    "cla_3plus_placements_pct": ("three_placements", "placement", "source_key"),
    "cla_3plus_social_workers_pct": ("three_social_workers", "allocation", "worker_id"),
}
SIX = (*IN_TIME, *FLAGGED)


def by_the_cards(country: Path, authority: str, keep: Path | None, memory: str, spent: Spent) -> int:
    """As the pipeline makes them: instances and flags once each, then the months from those."""
    from undrift import clocks, drift, measures
    from undrift.clocks import engine as instances
    from undrift.drift import engine as flags
    from undrift.engines.kept import compiled
    from undrift.journeys.build import create
    from undrift.measures import engine as months

    clock_cards, pattern_cards, cards = clocks.catalogue(), drift.catalogue(), measures.catalogue()
    first = [compiled(instances.instances, clock_cards[name]) for name in IN_TIME.values()]
    second = [compiled(flags.flag_spells, pattern_cards[name]) for name, *_ in FLAGGED.values()]
    third = {name: compiled(months.months, cards[name], AS_AT) for name in SIX}
    with engine(country, authority, memory) as con:
        con.execute("CREATE SCHEMA measures; CREATE SCHEMA clocks; CREATE SCHEMA drift")
        create(con, "clocks.instances", instances.INSTANCES)
        create(con, "drift.flag_spells", flags.FLAG_SPELLS)
        create(con, "measures.months", months.MONTHS)
        with spent.on("who holds each child"):
            con.execute(
                "CREATE TABLE measures.calendar_months AS SELECT m::DATE AS month, last_day(m) AS ends_on "
                f"FROM range(DATE '{FIRST}', DATE '{AS_AT}', INTERVAL 1 MONTH) given(m)"
            )
            con.execute(f"CREATE TABLE measures.held AS {compiled(months.held_at_month_ends)}")
        with spent.on("clocks"):
            for text in first:
                con.execute(f"INSERT INTO clocks.instances {text}")
        with spent.on("patterns"):
            for text in second:
                con.execute(f"INSERT INTO drift.flag_spells {text}")
        with spent.on("months"):
            for text in third.values():
                con.execute(f"INSERT INTO measures.months {text}")
        if keep:
            for name in SIX:
                con.execute(
                    f"""COPY (SELECT {CELLS} FROM measures.months WHERE measure_id = '{name}' AND month >= '{FIRST}'
                              AND denominator > 0) TO '{keep}/{name}.{authority}.parquet' (FORMAT parquet)"""
                )
        return count(con, "measures.months")


def vectorised(country: Path, authority: str, keep: Path | None, memory: str, spent: Spent) -> int:
    """A month-end at a time for what is counted on a day, with the children in care first, so that little is left to count."""
    file, calendar, rows = places(country, authority), Calendar(), 0
    month_ends = pd.date_range(FIRST, AS_AT, freq="ME").astype("datetime64[s]")

    def spells(kind: str, *columns: str) -> pd.DataFrame:
        found = read(file["spells"], kind, ["child_id", "started_on", "ended_on", *columns])
        return found[found["started_on"].notna() & ~(found["ended_on"] < found["started_on"])]

    def on(day: pd.Timestamp, found: pd.DataFrame, until: pd.Series) -> pd.DataFrame:
        return found[(found["started_on"] <= day) & (until.isna() | (until > day))]

    def summed(name: str, found: pd.DataFrame) -> int:
        found["month"] = found["day"].to_numpy().astype("datetime64[M]").astype("datetime64[s]")
        sums = found.assign(denominator=1).groupby(["month", "team_id"], dropna=False, as_index=False)
        table = sums[["numerator", "denominator"]].sum()
        if keep:
            kept = table[table["month"] >= pd.Timestamp(FIRST)]
            kept[CELLS.split(", ")].to_parquet(keep / f"{name}.{authority}.parquet")
        return len(table)

    for name, clock in IN_TIME.items():
        with spent.on("clocks"):
            if clock == "rereferral_window_12m":
                found = window("referral", file, calendar)
            else:
                found = deadline(clock, file, calendar)
            found = found[found["trouble"].isna() & found["excuse"].isna()]
            if clock == "cp_visit":  # counted when due: done, or never done though it was due
                never = np.where(found["ended_on"].isna(), pd.Timestamp(AS_AT), found["ended_on"])
                due = found["stopped_on"].notna() | (never > found["due_on"].to_numpy())
                found = found[due & (found["due_on"] <= pd.Timestamp(AS_AT))]
                found = found.assign(day=found["due_on"])
            else:
                found = found[found["stopped_on"].notna()]
                found = found.assign(day=found["stopped_on"])
            rows += summed(name, found.assign(numerator=found["stopped_on"] <= found["due_on"]))
    with spent.on("who holds each child"):
        allocated = spells("allocation", "spell_id", "team_id", "worker_id")
        allocated = allocated.sort_values(["started_on", "spell_id"], ascending=[False, True])
        held = [
            on(day, allocated, allocated["ended_on"]).drop_duplicates("child_id")[["child_id", "team_id"]]
            for day in month_ends
        ]
    for name, (_, kind, label) in FLAGGED.items():
        with spent.on("patterns and months"):
            care = spells("care")
            counted = allocated if kind == "allocation" else spells(kind, label)
            counted = counted[counted[label].notna()]
            reach = (counted["ended_on"] + pd.DateOffset(months=12)).astype("datetime64[s]")
            months = []
            for day, holds in zip(month_ends, held, strict=True):
                children = on(day, care, care["ended_on"])[["child_id"]].drop_duplicates()
                near = on(day, counted, reach)
                near = near[near["child_id"].isin(children["child_id"])]
                several = near.groupby("child_id")[label].nunique() >= 3
                hit = children["child_id"].isin(several.index[several])
                months.append(children.assign(numerator=hit, day=day).merge(holds, on="child_id", how="left"))
            rows += summed(name, pd.concat(months))
    return rows


METHODS = {"six measures": by_the_cards, "six measures, pandas": vectorised}
