"""Every row about a child says which child."""

from collections.abc import Iterator
from datetime import date

from undrift.returns.spec import record_tables
from undrift.rules.rule import CheckResult, Rule, Tables

# A placement may be tied to its child through the period of care; a supervision is of a worker, and of a child or none.
_MAY_BE_BLANK = frozenset({"ssd_cla_placement", "local_supervisions"})


def _check(rule: Rule, tables: Tables, as_at: date) -> Iterator[CheckResult]:
    for spec in record_tables().values():
        if spec.person is None or spec.name in _MAY_BE_BLANK:
            continue
        about = f"{spec.name}.{spec.person}"
        if spec.name not in tables.held:
            yield rule.could_not_run(spec.name, about, f"{spec.name} is not held")
            continue
        places = tables.places(spec.name, f"WHERE {spec.person} IS NULL OR trim({spec.person}) = ''")
        yield rule.result(
            spec.name,
            about,
            places,
            "The row does not say which child it is about; it is held back.",
            "Put in the child's id, or take the row out.",
            "held back",
        )


RULE = Rule("child_id_present", "Every row about a child says which child.", _check)
