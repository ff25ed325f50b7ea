"""A row's key belongs to one row."""

from collections.abc import Iterator
from datetime import date

from undrift.returns.spec import record_tables
from undrift.rules.rule import CheckResult, Rule, Tables


def _check(rule: Rule, tables: Tables, as_at: date) -> Iterator[CheckResult]:
    for spec in record_tables().values():
        if spec.name not in tables.held:
            yield rule.could_not_run(spec.name, spec.name, f"{spec.name} is not held")
            continue
        keys = ", ".join(spec.keys)
        # The first row stands; a second with the same key would be counted twice everywhere.
        places = tables.places(
            spec.name, f"QUALIFY row_number() OVER (PARTITION BY {keys} ORDER BY _file, _sheet, _row) > 1"
        )
        yield rule.result(
            spec.name,
            f"{spec.name}.{spec.keys[-1]}",
            places,
            "The row has the same key as an earlier row; the earlier one is loaded and this one is held back.",
            "Check whether it is the same event twice, or two events that need ids of their own.",
            "held back",
        )


RULE = Rule("duplicate_key", "A row's key belongs to one row.", _check)
