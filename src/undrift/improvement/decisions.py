"""How a measure's chart is read, as people have decided: the latest re-basing and target of each measure."""

from dataclasses import dataclass
from datetime import date

from undrift.improvement.models import MeasureDecision


@dataclass(frozen=True)
class Decided:
    """What stands for a measure, with the decisions it rests on, newest first."""

    rebased: date | None
    target: float | None
    decisions: tuple[MeasureDecision, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What stands, each with who decided it, when and why."""
        said = []
        for kind in MeasureDecision.Kind.values:
            latest = next((d for d in self.decisions if d.kind == kind), None)
            if latest is None:
                continue
            what = (
                f"What is ordinary is learned from the twelve months from {latest.from_month:%B %Y}"
                if kind == MeasureDecision.Kind.REBASE
                else f"The target is {latest.target:g}"
            )
            said.append(
                f"{what}, as {latest.decided_by} decided on {latest.on.day} {latest.on:%B %Y}: {latest.why.rstrip('.')}."
            )
        return tuple(said)


def decided() -> dict[str, Decided]:
    """Every measure that a decision stands for, by its id."""
    found: dict[str, list[MeasureDecision]] = {}
    for decision in MeasureDecision.objects.all():
        found.setdefault(decision.measure_id, []).append(decision)
    return {measure_id: _of(rows) for measure_id, rows in found.items()}


def decided_for(measure_id: str) -> Decided:
    """What stands for one measure."""
    return _of(list(MeasureDecision.objects.filter(measure_id=measure_id)))


def _of(rows: list[MeasureDecision]) -> Decided:
    rebase = next((d for d in rows if d.kind == MeasureDecision.Kind.REBASE), None)
    target = next((d for d in rows if d.kind == MeasureDecision.Kind.TARGET), None)
    return Decided(rebase.from_month if rebase else None, target.target if target else None, tuple(rows))
