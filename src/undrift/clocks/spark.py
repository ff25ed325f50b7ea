"""Every clock over many authorities on Apache Spark: one query a clock, over the same folders as clocks.country reads.

    JOURNEYS/events/authority=E06000001/*.parquet     columns as journeys.tables.EVENTS
    JOURNEYS/spells/authority=E06000001/*.parquet     columns as journeys.tables.SPELLS
    OUT/clock_id=icpc_15wd/*.parquet                  columns as clocks.engine.INSTANCES, and authority

Nothing is asked of a platform but a session that reads and writes Parquet: no schema, no table of its own, no extension.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import pyarrow as pa
import sqlglot
from sqlglot import exp

from undrift import dates
from undrift.clocks import engine
from undrift.clocks.catalogue import catalogue
from undrift.clocks.definition import Clock
from undrift.clocks.settings import as_set, defaults
from undrift.engines import to_sql
from undrift.engines.many import AUTHORITY, over_many
from undrift.journeys.tables import EVENTS, SPELLS

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

VIEWS = "undrift_"
"""Before the name of each temporary view made in the session."""
SPARK = "spark"
_TYPES = {"string": "STRING", "date": "DATE"}


def run(
    session: "SparkSession",
    journeys: str,
    out: str,
    *,
    only: Iterable[str] | None = None,
    say: Callable[[str], None] = print,
) -> list[str]:
    """Every clock in use (or `only` some) over every authority at once; the ids of those done, each said as it is.

    journeys and out: folders, or addresses in shared storage that the session can read and write. What `out` held of a
    clock is replaced. Limits that an authority may set are at their defaults; a clock with none is not in use.
    """
    give(session, journeys)
    wanted = None if only is None else set(only)
    in_use = [clock for card in catalogue().values() if (clock := as_set(card, defaults()))]
    chosen = [clock for clock in in_use if wanted is None or clock.id in wanted]
    for nth, clock in enumerate(chosen, start=1):
        found = session.sql(sql(clock)).drop("clock_id")
        found.write.mode("overwrite").parquet(f"{out}/clock_id={clock.id}")
        say(f"{nth} of {len(chosen)}: {clock.id}")
    return [clock.id for clock in chosen]


def give(session: "SparkSession", journeys: str) -> None:
    """The journeys and the calendar, as temporary views for `sql`."""
    for name, columns in (("events", EVENTS), ("spells", SPELLS)):
        # A code that is all digits is still a name, and a column that one authority lacks is blank: hence the types.
        schema = ", ".join(
            f"{column} {_TYPES[kind]}" for column, kind in {**columns, AUTHORITY: "string"}.items()
        )
        session.read.schema(schema).parquet(f"{journeys}/{name}").createOrReplaceTempView(VIEWS + name)
    day, is_working, working_days = zip(*dates.calendar(), strict=True)
    calendar = pa.table({"day": day, "is_working": is_working, "working_days": working_days})
    session.createDataFrame(calendar).createOrReplaceTempView(f"{VIEWS}calendar")


def sql(clock: Clock) -> str:
    """The clock's instances over the views that `give` makes, columns as INSTANCES and then authority."""
    tree = sqlglot.parse_one(to_sql(over_many(engine.instances(clock)), "spark"), read=SPARK)
    for named in [found for found in tree.find_all(exp.Table) if found.db == "journeys"]:
        named.replace(exp.to_table(VIEWS + named.name, alias=named.alias))
    for join in tree.find_all(exp.Join):
        # Spark takes a small table worked out for a large one, and would send every row elsewhere to look one up.
        if _is_small(join):
            by = join.parent_select
            assert by is not None
            said = by.args.get("hint") or exp.Hint(expressions=[])
            said.append("expressions", exp.func("BROADCAST", exp.column(join.alias_or_name)))
            by.set("hint", said)
    return tree.sql(SPARK)


def _is_small(join: exp.Join) -> bool:
    """Whether what is joined is days of the calendar, or a row for each authority."""
    on = join.args.get("on")
    if isinstance(on, exp.EQ) and on.left.name == on.right.name == AUTHORITY:
        return True
    return {named.name for named in join.this.find_all(exp.Table)} == {f"{VIEWS}calendar"}
