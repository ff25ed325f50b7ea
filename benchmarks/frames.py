"""The same six clocks as data frames: pandas vectorised, pandas as loops over children, Polars. Only for the bench.

Both give the whole instance table, cell for cell what the cards give (clocks.CELLS): not the dates alone, but whose each
is, the rows it came from, what stopped it, and why it cannot be told or does not apply.
"""

import time
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
from clocks import CELLS, DEADLINES, EVENTS_OF, LIMITS, SPELLS_OF, WINDOWS, Spent, places

from undrift import dates

SAMPLE = 1500  # spells the loops are run on
HOME = ["child_id", "spell_id"]
SPELL_COLUMNS = [
    *HOME,
    "started_on",
    "ended_on",
    "outcome",
    "team_id",
    "worker_id",
    "source_table",
    "source_key",
]
EVENT_COLUMNS = [*HOME, "on_date", "team_id", "worker_id", "source_table", "source_key"]
NO_START = "no start date is recorded"
BACKWARDS = "it ends before it starts"
TOO_SOON = "what stops it is dated before its start"
TOO_SHORT = "the records do not reach back far enough to know"
EXCUSES = {
    "icpc_15wd": ("no_conference", "the enquiry found that no conference was needed"),
    "assessment_45wd": ("nfa", "the referral ended in no further action"),
}


class Calendar:
    """Working days as an array of days, and each day's place in it, from day 0 of the calendar."""

    def __init__(self) -> None:
        day, is_working, number = zip(*dates.calendar(), strict=True)
        self.first = np.datetime64(day[0])
        self.number = np.asarray(number)
        self.working = np.asarray(day, dtype="datetime64[D]")[np.asarray(is_working)]

    def after(self, days: pd.Series, n: int) -> pd.Series:
        """n working days after each day (before it, where n is negative)."""
        known = days.notna().to_numpy()
        place = (days.to_numpy().astype("datetime64[D]")[known] - self.first).astype(int)
        found = np.full(len(days), np.datetime64("NaT"), dtype="datetime64[s]")
        found[known] = self.working[self.number[place] + n - 1]
        return pd.Series(found, index=days.index)


def read(file: str, kind: str, columns: list[str]) -> pd.DataFrame:
    frame = pd.read_parquet(file, columns=columns, filters=[("kind", "=", kind)])
    for name in ("on_date", "started_on", "ended_on"):
        if name in frame:
            frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
    return frame


def _joined_stop(rows: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """The first event on or after each start, by day and key; whether one came before."""
    stops = events[[*HOME, "on_date", "source_key", "team_id"]]
    stops = stops.rename(columns={"on_date": "stop_on", "source_key": "stop_key", "team_id": "stop_team"})
    met = rows[[*HOME, "started_on"]].merge(stops, on=HOME)
    after = met["stop_on"] >= met["started_on"]
    first = met[after].sort_values(["stop_on", "stop_key"]).drop_duplicates(HOME)
    early = met.loc[met["stop_on"] < met["started_on"], HOME].drop_duplicates().assign(before=True)
    rows = rows.merge(first.drop(columns="started_on"), on=HOME, how="left").merge(early, on=HOME, how="left")
    return rows.assign(before=rows["before"].notna() & rows["stop_on"].isna())


def _next_stop(rows: pd.DataFrame, events: pd.DataFrame) -> pd.DataFrame:
    """Each visiting day of the plan, and its opening, with the day after it."""
    days = events.sort_values("source_key").drop_duplicates([*HOME, "on_date"])
    days = days.merge(rows[[*HOME, "ended_on"]], on=HOME)
    days = days.rename(columns={"on_date": "started_on"}).assign(turn=1)
    rows = pd.concat([rows.assign(turn=0), days]).sort_values([*HOME, "started_on", "turn"])
    following = rows.groupby(HOME, sort=False)[["started_on", "source_key", "team_id"]].shift(-1)
    return rows.assign(
        stop_on=following["started_on"],
        stop_key=following["source_key"],
        stop_team=following["team_id"],
        before=False,
    )


def deadline(name: str, file: dict[str, str], calendar: Calendar) -> pd.DataFrame:
    spells = read(file["spells"], SPELLS_OF[name], SPELL_COLUMNS)
    events = read(file["events"], EVENTS_OF[name], EVENT_COLUMNS).dropna(subset=["on_date"])
    rows = (_next_stop if name == "cp_visit" else _joined_stop)(spells, events)
    trouble = np.select(
        [rows["started_on"].isna(), rows["ended_on"] < rows["started_on"], rows["before"]],
        [NO_START, BACKWARDS, TOO_SOON], default="",
    )  # fmt: skip
    rows["trouble"] = pd.Series(trouble, index=rows.index, dtype="str").replace("", None)
    clear = rows["trouble"].isna()
    if name == "icpc_15wd":  # the enquiry's end does not end the clock
        rows["ended_on"] = pd.Series(pd.NaT, index=rows.index).astype("datetime64[s]")
    stopped = clear & rows["stop_on"].notna() & ~(rows["stop_on"] > rows["ended_on"])
    rows["stopped_on"] = rows["stop_on"].where(stopped)
    rows["stop_key"] = rows["stop_key"].where(stopped)
    rows["team_id"] = rows["stop_team"].where(stopped).fillna(rows["team_id"])
    rows["excuse"] = pd.Series(None, index=rows.index, dtype="str")
    if name in EXCUSES:
        outcome, words = EXCUSES[name]
        rows.loc[clear & (rows["outcome"] == outcome), "excuse"] = words
    rows["due_on"] = calendar.after(rows["started_on"], LIMITS[name])
    rows["soon_on"] = calendar.after(rows["started_on"], LIMITS[name] - 5)
    return rows


def window(kind: str, file: dict[str, str], calendar: Calendar) -> pd.DataFrame:
    events = read(file["events"], kind, EVENT_COLUMNS)
    days = events[["child_id", "on_date"]].dropna().drop_duplicates().sort_values(["child_id", "on_date"])
    days["started_on"] = days.groupby("child_id", sort=False)["on_date"].shift(1)
    rows = events.merge(days, on=["child_id", "on_date"], how="left")
    rows["due_on"] = (rows["started_on"] + pd.DateOffset(months=12)).astype("datetime64[s]")
    rows["soon_on"] = calendar.after(rows["due_on"], -5)
    reach = rows["on_date"].min() + pd.DateOffset(months=12)
    unknown = rows["started_on"].isna() & (rows["on_date"] <= reach)
    trouble = np.select([rows["on_date"].isna(), unknown], [NO_START, TOO_SHORT], default="")
    rows["trouble"] = pd.Series(trouble, index=rows.index, dtype="str").replace("", None)
    nothing = pd.Series(None, index=rows.index, dtype="str")
    rows["ended_on"] = pd.Series(pd.NaT, index=rows.index).astype("datetime64[s]")
    return rows.assign(stopped_on=rows["on_date"], stop_key=rows["source_key"], excuse=nothing)


def vectorised(country: Path, authority: str, keep: Path | None, memory: str, spent: Spent) -> int:
    calendar, file, rows = Calendar(), places(country, authority), 0
    for name in (*DEADLINES, *WINDOWS):
        with spent.on(name):
            if name in DEADLINES:
                found = deadline(name, file, calendar)
            else:
                found = window(WINDOWS[name], file, calendar)
            found = found[CELLS.split(", ")]
        rows += len(found)
        if keep:
            found.to_parquet(keep / f"{name}.{authority}.parquet")
    return rows


def loops(country: Path, authority: str, keep: Path | None, memory: str, spent: Spent) -> int:
    """Two of the clocks as scripts are often written, a child's row at a time; a sample, scaled to all six by their rows."""
    file = places(country, authority)
    done, took, total = 0, 0.0, 0
    for name in ("icpc_15wd", "assessment_45wd"):
        spells = read(file["spells"], SPELLS_OF[name], ["child_id", "spell_id", "started_on", "ended_on"])
        events = read(file["events"], EVENTS_OF[name], ["child_id", "spell_id", "on_date"])
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


def _lazy_read(file: str, kind: str, columns: list[str]) -> pl.LazyFrame:
    return pl.scan_parquet(file, hive_partitioning=False).filter(pl.col("kind") == kind).select(columns)


def _moved(rows: pl.LazyFrame, calendar: pl.LazyFrame, day: str, n: int, name: str) -> pl.LazyFrame:
    """A column `name`, n working days after `day`."""
    targets = calendar.filter("is_working").select("number", pl.col("day").alias(name))
    moved = calendar.select("day", number=pl.col("number") + n).join(targets, on="number").drop("number")
    return rows.join(moved, left_on=day, right_on="day", how="left")


def lazy(country: Path, authority: str, keep: Path | None, memory: str, spent: Spent) -> int:
    calendar = pl.DataFrame(
        list(dates.calendar()), schema=["day", "is_working", "number"], orient="row"
    ).lazy()
    file, rows = places(country, authority), 0
    for name in (*DEADLINES, *WINDOWS):
        with spent.on(name):
            plan = (
                _lazy_deadline(name, file, calendar)
                if name in DEADLINES
                else _lazy_window(WINDOWS[name], file, calendar)
            )
            found = plan.select(CELLS.split(", ")).collect()
        rows += found.height
        if keep:
            found.write_parquet(keep / f"{name}.{authority}.parquet")
    return rows


def _lazy_deadline(name: str, file: dict[str, str], calendar: pl.LazyFrame) -> pl.LazyFrame:
    spells = _lazy_read(file["spells"], SPELLS_OF[name], SPELL_COLUMNS)
    events = _lazy_read(file["events"], EVENTS_OF[name], EVENT_COLUMNS).drop_nulls("on_date")
    if name == "cp_visit":
        days = events.sort("source_key").unique([*HOME, "on_date"], keep="first", maintain_order=True)
        days = days.join(spells.select(*HOME, "ended_on"), on=HOME).rename({"on_date": "started_on"})
        rows = pl.concat(
            [spells.with_columns(turn=pl.lit(0)), days.with_columns(turn=pl.lit(1))], how="diagonal"
        ).sort(*HOME, "started_on", "turn", nulls_last=True)
        following = {"stop_on": "started_on", "stop_key": "source_key", "stop_team": "team_id"}
        rows = rows.with_columns(
            before=pl.lit(False), **{new: pl.col(old).shift(-1).over(HOME) for new, old in following.items()}
        )
    else:
        stops = events.select(*HOME, stop_on="on_date", stop_key="source_key", stop_team="team_id")
        met = spells.select(*HOME, "started_on").join(stops, on=HOME)
        first = met.filter(pl.col("stop_on") >= pl.col("started_on")).sort("stop_on", "stop_key")
        first = first.unique(HOME, keep="first", maintain_order=True).drop("started_on")
        early = met.filter(pl.col("stop_on") < pl.col("started_on")).select(HOME).unique()
        rows = spells.join(first, on=HOME, how="left")
        rows = rows.join(early.with_columns(early=pl.lit(True)), on=HOME, how="left")
        rows = rows.with_columns(before=pl.col("early").is_not_null() & pl.col("stop_on").is_null())
    rows = rows.with_columns(
        trouble=pl.when(pl.col("started_on").is_null()).then(pl.lit(NO_START))
        .when(pl.col("ended_on") < pl.col("started_on")).then(pl.lit(BACKWARDS))
        .when("before").then(pl.lit(TOO_SOON))
    )  # fmt: skip
    if name == "icpc_15wd":
        rows = rows.with_columns(ended_on=pl.lit(None, pl.Date))
    clear = pl.col("trouble").is_null()
    in_time = (pl.col("stop_on") <= pl.col("ended_on")) | pl.col("ended_on").is_null()
    stopped = clear & pl.col("stop_on").is_not_null() & in_time
    outcome, words = EXCUSES.get(name, ("", ""))
    rows = rows.with_columns(
        stopped_on=pl.when(stopped).then("stop_on"), stop_key=pl.when(stopped).then("stop_key"),
        team_id=pl.coalesce(pl.when(stopped).then("stop_team"), "team_id"),
        excuse=pl.when(clear & (pl.col("outcome") == outcome)).then(pl.lit(words)),
    )  # fmt: skip
    rows = _moved(rows, calendar, "started_on", LIMITS[name], "due_on")
    return _moved(rows, calendar, "started_on", LIMITS[name] - 5, "soon_on")


def _lazy_window(kind: str, file: dict[str, str], calendar: pl.LazyFrame) -> pl.LazyFrame:
    events = _lazy_read(file["events"], kind, EVENT_COLUMNS)
    days = events.select("child_id", "on_date").drop_nulls("on_date").unique().sort("child_id", "on_date")
    days = days.with_columns(started_on=pl.col("on_date").shift(1).over("child_id"))
    rows = events.join(days, on=["child_id", "on_date"], how="left")
    reach = pl.col("on_date").min().dt.offset_by("12mo")
    rows = rows.with_columns(
        due_on=pl.col("started_on").dt.offset_by("12mo"), stopped_on=pl.col("on_date"), stop_key=pl.col("source_key"),
        ended_on=pl.lit(None, pl.Date), excuse=pl.lit(None, pl.String),
        trouble=pl.when(pl.col("on_date").is_null()).then(pl.lit(NO_START))
        .when(pl.col("started_on").is_null() & (pl.col("on_date") <= reach)).then(pl.lit(TOO_SHORT)),
    )  # fmt: skip
    return _moved(rows, calendar, "due_on", -5, "soon_on")


METHODS = {"pandas": vectorised, "pandas loops": loops, "polars": lazy}
