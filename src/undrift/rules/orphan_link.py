"""What a row points to is there."""

from collections.abc import Iterator
from datetime import date

from undrift.returns.spec import record_tables
from undrift.rules.rule import CheckResult, Rule, Tables


def _check(rule: Rule, tables: Tables, as_at: date) -> Iterator[CheckResult]:
    for spec in record_tables().values():
        for column in spec.columns:
            parent, _, parent_column = column.references.partition(".")
            if not parent:
                continue
            about = f"{spec.name}.{column.name}"
            absent = [name for name in (spec.name, parent) if name not in tables.held]
            if absent:
                yield rule.could_not_run(spec.name, about, f"{absent[0]} is not held")
                continue
            links = f"ANTI JOIN {parent} AS theirs ON mine.{column.name} = theirs.{parent_column}"
            places = tables.places(spec.name, f"{links} WHERE mine.{column.name} IS NOT NULL")
            yield rule.result(
                spec.name,
                about,
                places,
                f"It points to a row of {parent} that is not there.",
                f"Send {parent} in full, or put right the id.",
            )


RULE = Rule("orphan_link", "What a row points to is there.", _check)
