"""`undrift drift`: the flags up on a day, in words, as a table; and every pattern with what it rests on."""

from datetime import date
from pathlib import Path

import duckdb

from undrift.clocks.readings import load_as_at
from undrift.drift.catalogue import catalogue
from undrift.drift.flags import flags, load_id, ran
from undrift.drift.settings import decide, decisions, in_force, said, thresholds
from undrift.drift.words import rule_in_words
from undrift.errors import UserError
from undrift.journeys.tables import COHORT_NAMES
from undrift.sheet import write_table

COLUMNS = (
    "pattern_id", "version", "child_id", "team", "since", "words", "source_table", "source_key", "load", "as_at",
)  # fmt: skip
PATTERN_COLUMNS = (
    "pattern_id", "version", "area", "name", "question", "rule", "whom", "counts_from", "why_it_matters",
    "what_it_cannot_see", "rests_on", "thresholds", "flags_up", "why_not_run", "load", "as_at",
)  # fmt: skip


def run_flags(
    cur: duckdb.DuckDBPyConnection,
    as_at: date | None,
    pattern: str | None,
    team: str | None,
    cohort: str | None,
    form: str,
    out: Path | None,
) -> int:
    """Write the flags up on a day (default: the load's) as csv, json or xlsx. Returns 0; 1 when the pattern asked for could not run."""
    if pattern is not None and pattern not in catalogue():
        raise UserError(
            f"There is no pattern called {pattern}.",
            try_=f"The patterns are {', '.join(sorted(catalogue()))}.",
        )
    if cohort is not None and cohort not in COHORT_NAMES:
        raise UserError(
            f"There is no group called {cohort}.", try_=f"The groups are {', '.join(sorted(COHORT_NAMES))}."
        )
    why = ran(cur).get(pattern) if pattern else None
    if why:
        raise UserError(f"The pattern {pattern} could not run.", where=why, try_="Load a file that holds it.")
    day, load = as_at or load_as_at(cur), load_id(cur)
    rows = [
        (
            flag.pattern_id, catalogue()[flag.pattern_id].version, flag.child_id, flag.team_id, flag.since, flag.words,
            flag.source_table, flag.source_key, load, day,
        )
        for flag in flags(cur, day, pattern=pattern, team=team, cohort=cohort)
    ]  # fmt: skip
    write_table(form, out, "Flags", COLUMNS, rows)
    return 0


def run_set(home: Path, pattern: str | None, threshold: str, value: str, by: str, why: str) -> int:
    """Set one threshold of a pattern, keeping who and why; the live file is built again when next read. Returns 0."""
    if pattern is None:
        raise UserError("Whose threshold?", try_="Name the pattern with --pattern.")
    made = decide(home, pattern_id=pattern, threshold=threshold, value=value, by=by, why=why)
    print(f"{made.pattern_id}: {made.threshold} is now {said(made.value)}, set by {made.by}.")
    return 0


def run_patterns(
    cur: duckdb.DuckDBPyConnection, home: Path, as_at: date | None, form: str, out: Path | None
) -> int:
    """Write every pattern: its rule, what it rests on, how many flags are up, or why it could not run. Returns 0."""
    day, load, why = as_at or load_as_at(cur), load_id(cur), ran(cur)
    up = dict(
        cur.execute(
            """SELECT pattern_id, count(*) FROM drift.flag_spells
               WHERE since <= ? AND (until IS NULL OR ? < until) GROUP BY pattern_id""",
            [day, day],
        ).fetchall()
    )
    here = in_force(decisions(home))
    rows = [
        (
            card.id, card.version, card.area, card.name, card.question, rule_in_words(card.state), card.whom,
            card.since_when, card.why_it_matters, card.blind_to, " ".join(cite.words for cite in card.cites),
            "; ".join(
                f"{name}: {said(here.get((card.id, name), value))}" + (" (set here)" if (card.id, name) in here else "")
                for name, value in thresholds(card).items()
            ),
            None if why.get(card.id) else up.get(card.id, 0), why.get(card.id), load, day,
        )
        for card in catalogue().values()
    ]  # fmt: skip
    write_table(form, out, "Patterns", PATTERN_COLUMNS, rows)
    return 0
