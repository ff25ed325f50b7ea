"""What is wrong with a submission, structure first. One file a rule; each says passed, issues, or could not run."""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa

from undrift.returns.submission import Issue
from undrift.rules import child_id_present, date_after_as_at, duplicate_key, end_before_start, orphan_link
from undrift.rules.rule import CheckResult, Outcome, RowPlace, Rule, RuleReport, Tables

__all__ = ["RULES", "CheckResult", "Issue", "Outcome", "RowPlace", "Rule", "RuleReport", "run"]

RULES: tuple[Rule, ...] = (
    child_id_present.RULE,
    duplicate_key.RULE,
    date_after_as_at.RULE,
    end_before_start.RULE,
    orphan_link.RULE,
)


def run(tables: Mapping[str, pa.Table], as_at: date) -> RuleReport:
    """Every rule against every table it concerns. tables: SSD name to rows, as a Submission holds them."""
    held = Tables(tables)
    return RuleReport(tuple(result for rule in RULES for result in rule.check(rule, held, as_at)))
