"""A report that was read, and the demonstration's improvement plan made from it."""

from dataclasses import dataclass, field
from datetime import date

import pytest

from undrift.improvement.models import ImprovementPlan
from undrift.improvement.seed import seed_demo
from undrift.inspections.report import Area, Finding
from undrift.synthetic.report import AREAS, INSPECTED_ON, PUBLISHED_ON, SECTIONS

AS_AT = date(2026, 9, 30)


@dataclass(frozen=True)
class AReport:
    file: str = "irwell.pdf"
    local_authority: str | None = None  # invented: on no list of authorities
    local_authority_as_printed: str | None = "Irwell"
    end_date: date | None = INSPECTED_ON
    publication_date: date | None = PUBLISHED_ON
    areas: tuple[Area, ...] = tuple(Area(text, "what_needs_to_improve", 2) for text in AREAS)
    findings: tuple[Finding, ...] = field(
        default_factory=lambda: tuple(
            Finding(n, "help_and_protection", 3, text)
            for n, text in enumerate((p for s in SECTIONS for p in s.paragraphs), start=1)
        )
    )


@pytest.fixture
def report() -> AReport:
    return AReport()


@pytest.fixture
def improvement_plan(db: None, report: AReport) -> ImprovementPlan:
    return seed_demo(report, by="Demonstration", as_at=AS_AT)
