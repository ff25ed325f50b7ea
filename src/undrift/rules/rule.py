"""What a rule is, and what running the rules says: passed, issues, or could not run (and why)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pyarrow as pa

from undrift.engines.apart import in_memory
from undrift.returns.put_by import look_away
from undrift.returns.submission import Issue, Severity

Outcome = Literal["passed", "issues", "could not run"]
RowPlace = tuple[str, str, int]


class Tables:
    """The held SSD tables behind one in-memory DuckDB connection, each queried by its own name."""

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        self.held = frozenset(tables)
        self._con = in_memory()
        for name, table in tables.items():
            self._con.register(name, table)

    def places(self, table: str, condition: str, *parameters: object) -> list[RowPlace]:
        """Where the rows of `table` that meet `condition` (what follows FROM) stand: file, sheet, row."""
        sql = f"SELECT _file, _sheet, _row FROM {table} AS mine {condition} ORDER BY ALL"
        found = self._con.execute(sql, list(parameters)).fetchall()
        look_away()
        return [(file, sheet, row) for file, sheet, row in found]


@dataclass(frozen=True)
class CheckResult:
    """One rule against one table, column or link (`about`). Rows of severity "held back" are not to be loaded."""

    rule_id: str
    table: str
    about: str
    outcome: Outcome
    why: str = ""
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True)
class Rule:
    """id: short and stable. says: what the rule requires, in one sentence. check: runs it over whole tables."""

    id: str
    says: str
    check: Callable[["Rule", Tables, date], Iterator[CheckResult]]

    def could_not_run(self, table: str, about: str, why: str) -> CheckResult:
        return CheckResult(self.id, table, about, "could not run", why)

    def result(
        self,
        table: str,
        about: str,
        places: list[RowPlace],
        what: str,
        try_: str,
        severity: Severity = "kept",
    ) -> CheckResult:
        """Issues for the rows at `places` (file, sheet, row), or passed when there are none."""
        column = about.rpartition(".")[2] if "." in about else ""
        issues = tuple(
            Issue(file, sheet, row, column, what, try_, self.id, severity) for file, sheet, row in places
        )
        return CheckResult(self.id, table, about, "issues" if issues else "passed", "", issues)


@dataclass(frozen=True)
class RuleReport:
    results: tuple[CheckResult, ...]

    def count(self, outcome: Outcome) -> int:
        """How many checks (a rule against a table, column or link) ended so."""
        return sum(result.outcome == outcome for result in self.results)

    @property
    def issues(self) -> tuple[Issue, ...]:
        return tuple(issue for result in self.results for issue in result.issues)

    @property
    def held_back(self) -> dict[str, set[RowPlace]]:
        """Table to the places of the rows that must not be loaded."""
        held: dict[str, set[RowPlace]] = {}
        for result in self.results:
            places = {(i.file, i.sheet, i.row or 0) for i in result.issues if i.severity == "held back"}
            if places:
                held.setdefault(result.table, set()).update(places)
        return held
