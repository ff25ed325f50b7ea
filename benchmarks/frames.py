"""The same six clocks as data frames: pandas vectorised, pandas as loops over children, Polars. Only for the bench."""

import time
from pathlib import Path

import pandas as pd
import polars as pl
from clocks import DEADLINES, EVENTS_OF, LIMITS, SPELLS_OF, WINDOWS, Spent, places

from undrift import dates

SAMPLE = 1500  # spells the loops are run on


def _keep(found: pd.DataFrame, keep: Path | None, name: str, authority: str) -> None:
    if keep:
        found[["child_id", "started_on", "due_on", "stopped_on"]].to_parquet(
            keep / f"{name}.{authority}.parquet"
        )


def _calendar() -> pd.DataFrame:
    return pd.DataFrame(dates.calendar(), columns=["day", "is_working", "number"]).astype(
        {"day": "datetime64[us]"}
    )


def _read(file: str, kind: str, columns: list[str]) -> pd.DataFrame:
    frame = pd.read_parquet(file, columns=columns, filters=[("kind", "=", kind)])
    for name in ("on_date", "started_on", "ended_on"):
        if name in frame:
            frame[name] = pd.to_datetime(frame[name]).astype("datetime64[us]")
    return frame


def _due(frame: pd.DataFrame, calendar: pd.DataFrame, n: int) -> pd.Series:
    """n working days after started_on, by position in the list of working days."""
    working = calendar.loc[calendar["is_working"], "day"].to_numpy()
    number = frame["started_on"].map(calendar.set_index("day")["number"])
    place = (number + n - 1).astype("Int64")
    return pd.Series(working[place.fillna(0).astype(int)], index=frame.index).where(number.notna())


def _deadline(name: str, file: dict[str, str], calendar: pd.DataFrame) -> pd.DataFrame:
    spells = _read(
        file["spells"],
        SPELLS_OF[name],
        ["child_id", "spell_id", "started_on", "ended_on", "outcome", "source_key"],
    )
    events = _read(file["events"], EVENTS_OF[name], ["child_id", "spell_id", "on_date", "source_key"])
    events = events.dropna(subset=["on_date"])
    if name == "cp_visit":
        days = events.drop_duplicates(["child_id", "spell_id", "on_date"])
        days = days.merge(spells[["child_id", "spell_id", "ended_on"]], on=["child_id", "spell_id"])
        days = days.rename(columns={"on_date": "started_on"}).assign(turn=1)
        rows = pd.concat([spells.assign(turn=0), days]).sort_values(
            ["child_id", "spell_id", "started_on", "turn"]
        )
        rows["stopped_on"] = rows.groupby(["child_id", "spell_id"], sort=False)["started_on"].shift(-1)
        ends = rows["ended_on"]
    else:
        met = spells.merge(events, on=["child_id", "spell_id"], suffixes=("", "_of_event"))
        first = met[met["on_date"] >= met["started_on"]].groupby(["child_id", "spell_id"])["on_date"].min()
        rows = spells.join(first.rename("stopped_on"), on=["child_id", "spell_id"])
        ends = pd.Series(pd.NaT, index=rows.index) if name == "icpc_15wd" else rows["ended_on"]
    late = ends.notna() & (rows["stopped_on"] > ends)
    wrong = rows["ended_on"] < rows["started_on"]
    rows["stopped_on"] = rows["stopped_on"].mask(late | wrong)
    rows["due_on"] = _due(rows, calendar, LIMITS[name])
    return rows


def _window(kind: str, file: dict[str, str]) -> pd.DataFrame:
    events = _read(file["events"], kind, ["child_id", "on_date"])
    days = events.dropna().drop_duplicates().sort_values(["child_id", "on_date"])
    days["started_on"] = days.groupby("child_id", sort=False)["on_date"].shift(1)
    rows = events.merge(days, on=["child_id", "on_date"], how="left")
    rows["due_on"] = rows["started_on"] + pd.DateOffset(months=12)
    return rows.assign(stopped_on=rows["on_date"])


def vectorised(country: Path, authority: str, keep: Path | None, memory: str, spent: Spent) -> int:
    calendar, file, rows = _calendar(), places(country, authority), 0
    for name in DEADLINES:
        with spent.on(name):
            found = _deadline(name, file, calendar)
        rows += len(found)
        _keep(found, keep, name, authority)
    for name, kind in WINDOWS.items():
        with spent.on(name):
            found = _window(kind, file)
        rows += len(found)
        _keep(found, keep, name, authority)
    return rows


def loops(country: Path, authority: str, keep: Path | None, memory: str, spent: Spent) -> int:
    """Two of the clocks as scripts are often written, a child's row at a time; a sample, scaled to all six by their rows."""
    file = places(country, authority)
    done, took, total = 0, 0.0, 0
    for name in ("icpc_15wd", "assessment_45wd"):
        spells = _read(file["spells"], SPELLS_OF[name], ["child_id", "spell_id", "started_on", "ended_on"])
        events = _read(file["events"], EVENTS_OF[name], ["child_id", "spell_id", "on_date"])
        total += len(spells)
        sample = spells.dropna(subset=["started_on"]).head(SAMPLE)
        began = time.process_time()

        def one(row: pd.Series, events: pd.DataFrame = events, n: int = LIMITS[name]) -> pd.Series:
            mine = events[(events["spell_id"] == row["spell_id"]) & (events["on_date"] >= row["started_on"])]
            due = dates.add_working_days(row["started_on"].date(), n)
            return pd.Series({"due_on": due, "stopped_on": mine["on_date"].min()})

        sample.apply(one, axis=1)
        took += time.process_time() - began
        done += len(sample)
    spent.wall["scaled"] = spent.cpu["scaled"] = took / done * total
    return done


def lazy(country: Path, authority: str, keep: Path | None, memory: str, spent: Spent) -> int:
    calendar = pl.DataFrame(list(dates.calendar()), schema=["day", "is_working", "number"], orient="row")
    numbers = calendar.select("day", number=pl.col("number"))
    working = calendar.filter("is_working").select("number", due_on="day")
    file, rows = places(country, authority), 0
    for name in (*DEADLINES, *WINDOWS):
        with spent.on(name):
            found = (
                _lazy_deadline(name, file, numbers, working)
                if name in DEADLINES
                else _lazy_window(WINDOWS[name], file)
            )
        rows += found.height
        if keep:
            found.select("child_id", "started_on", "due_on", "stopped_on").write_parquet(
                keep / f"{name}.{authority}.parquet"
            )
    return rows


def _lazy_deadline(
    name: str, file: dict[str, str], numbers: pl.DataFrame, working: pl.DataFrame
) -> pl.DataFrame:
    home = ["child_id", "spell_id"]
    spells = pl.scan_parquet(file["spells"], hive_partitioning=False).filter(
        pl.col("kind") == SPELLS_OF[name]
    )
    spells = spells.select(*home, "started_on", "ended_on")
    events = pl.scan_parquet(file["events"], hive_partitioning=False).filter(
        pl.col("kind") == EVENTS_OF[name]
    )
    events = events.select(*home, "on_date").drop_nulls("on_date")
    if name == "cp_visit":
        days = events.unique().join(spells.select(*home, "ended_on"), on=home)
        days = days.select(*home, started_on="on_date", ended_on="ended_on", turn=pl.lit(1))
        rows = pl.concat([spells.with_columns(turn=pl.lit(0)), days]).sort(
            *home, "started_on", "turn", nulls_last=True
        )
        rows = rows.with_columns(stopped_on=pl.col("started_on").shift(-1).over(home))
    else:
        met = spells.join(events, on=home).filter(pl.col("on_date") >= pl.col("started_on"))
        first = met.group_by(home).agg(stopped_on=pl.col("on_date").min())
        rows = spells.join(first, on=home, how="left")
    ends = pl.lit(None, pl.Date) if name == "icpc_15wd" else pl.col("ended_on")
    wrong = (pl.col("ended_on") < pl.col("started_on")).fill_null(False) | (
        pl.col("stopped_on") > ends
    ).fill_null(False)
    rows = rows.with_columns(stopped_on=pl.when(~wrong).then("stopped_on"))
    rows = rows.join(numbers.lazy(), left_on="started_on", right_on="day", how="left")
    rows = rows.with_columns(number=pl.col("number") + LIMITS[name])
    return rows.join(working.lazy(), on="number", how="left").collect()


def _lazy_window(kind: str, file: dict[str, str]) -> pl.DataFrame:
    events = pl.scan_parquet(file["events"], hive_partitioning=False).filter(pl.col("kind") == kind)
    events = events.select("child_id", "on_date")
    days = events.drop_nulls("on_date").unique().sort("child_id", "on_date")
    days = days.with_columns(started_on=pl.col("on_date").shift(1).over("child_id"))
    rows = events.join(days, on=["child_id", "on_date"], how="left")
    return rows.with_columns(due_on=pl.col("started_on").dt.offset_by("12mo"), stopped_on="on_date").collect()


METHODS = {"pandas": vectorised, "pandas loops": loops, "polars": lazy}
