"""Nothing is dated after the day the submission describes."""

from collections.abc import Iterator
from datetime import date

from undrift.returns.spec import record_tables
from undrift.rules.rule import CheckResult, Rule, Tables

# Dates that rightly lie ahead: when something is due or expected.
AHEAD = ("_due", "_due_date", "_target_date", "_expected_dob")


def _check(rule: Rule, tables: Tables, as_at: date) -> Iterator[CheckResult]:
    for spec in record_tables().values():
        for column in spec.columns:
            if column.type != "date" or column.name.endswith(AHEAD):
                continue
            about = f"{spec.name}.{column.name}"
            if spec.name not in tables.held:
                yield rule.could_not_run(spec.name, about, f"{spec.name} is not held")
                continue
            places = tables.places(spec.name, f"WHERE {column.name} > ?", as_at)
            yield rule.result(
                spec.name,
                about,
                places,
                "The date is after the date the submission describes; it is read as not having happened yet.",
                "Check the year and the day-month order, or load with the later as-at date.",
            )


RULE = Rule("date_after_as_at", "Nothing is dated after the day the submission describes.", _check)
