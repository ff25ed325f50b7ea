"""What the clocks' SQL for Spark tells it that it cannot see for itself; tests/spark runs it."""

import sqlglot
from sqlglot import exp

from undrift import clocks
from undrift.clocks import spark
from undrift.engines.many import AUTHORITY


def test_a_row_an_authority_is_sent_to_the_rows_and_never_the_rows_to_it() -> None:
    found = 0
    for clock in [clock for clock in clocks.catalogue().values() if clock.is_window]:
        for join in sqlglot.parse_one(spark.sql(clock), read="spark").find_all(exp.Join):
            on = join.args.get("on")
            if not (isinstance(on, exp.EQ) and {side.name for side in (on.left, on.right)} == {AUTHORITY}):
                continue
            found += 1
            least = next(join.this.find_all(exp.Group)).parent_select
            assert least is not None
            assert len(least.args["group"].expressions) == 1, "one row an authority"
            by = join.parent_select
            assert by is not None
            assert f"BROADCAST({join.alias_or_name})" in by.sql("spark"), clock.id
    assert found
