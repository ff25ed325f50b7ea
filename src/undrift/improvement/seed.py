"""The demonstration's improvement plan, made from any report that was read. Written only through commands.

What is planned, done and seen is chosen by the theme of each area, so the same words fit the invented report and a
real one. All of it is invented, and says so wherever it could be mistaken for a document.
"""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from undrift.audits.commands import record_audit
from undrift.audits.models import Grade
from undrift.improvement import commands, linking
from undrift.improvement.commands import InspectionReport
from undrift.improvement.models import Area, ImprovementPlan

TEAMS: Final = ("AB", "SA", "SC", "C1")  # the practice audits of a round, one a team
AUDITORS: Final = "Practice audit panel"
GRADES: Final = {
    "I": Grade.INADEQUATE,
    "R": Grade.REQUIRES_IMPROVEMENT,
    "G": Grade.GOOD,
    "O": Grade.OUTSTANDING,
}


@cache
def _demo() -> dict[str, Any]:
    return tomllib.loads(files("undrift.improvement").joinpath("demo.toml").read_text(encoding="utf-8"))


@transaction.atomic
def seed_demo(report: InspectionReport, *, by: str, as_at: date) -> ImprovementPlan:
    """The improvement plan answering this report, with measures, actions, evidence and practice audits to `as_at`.

    Run again with the same report it changes nothing and returns the plan made before.
    """
    before = ImprovementPlan.objects.filter(
        report_file=Path(report.file).name, report_published_on=report.publication_date or date.min
    ).first()
    if before:
        return before
    improvement_plan = commands.create_improvement_plan(report=report, by=by)
    audited: set[str] = set()
    for area in improvement_plan.areas.all():
        _fill(area, by=by, as_at=as_at)
        if area.theme not in audited:  # two areas of one theme share their practice audits
            _audit(area.theme, by=by, as_at=as_at)
            audited.add(area.theme)
    return improvement_plan


def _fill(area: Area, *, by: str, as_at: date) -> None:
    for measure_id, why in linking.suggest(area.text):
        commands.link_measure(area=area, measure_id=measure_id, why=why, by=by)
    words = _demo()[area.theme]
    for text, owner, due_on, done_on, note in words["actions"]:
        action = commands.add_action(area=area, text=text, owner=owner, due_on=due_on, by=by)
        if done_on and done_on <= as_at:
            commands.complete_action(action=action, done_on=done_on, note=note, by=by)
    for kind, says, on, source, text in words.get("evidence", ()):
        if on <= as_at:
            commands.add_evidence(area=area, kind=kind, says=says, on=on, source=source, text=text, by=by)
    for key, command in (("update", commands.add_update), ("question", commands.ask_question)):
        if key in words and words[key][1] <= as_at:
            command(area=area, text=words[key][0], on=words[key][1], by=by)


def _audit(theme: str, *, by: str, as_at: date) -> None:
    """One round of practice audits a year named, a letter an audit (see GRADES), in the early summer."""
    for year, letters in _demo()[theme].get("audits", {}).items():
        for nth, letter in enumerate(letters):
            on = date(int(year), 5, 10 + 3 * nth)
            if on <= as_at:
                record_audit(
                    team_id=TEAMS[nth % len(TEAMS)],
                    area_of_practice=theme,
                    audited_on=on,
                    grade=GRADES[letter],
                    auditor=AUDITORS,
                    by=by,
                )
