"""What a reader gets from an inspection report: the nouns, and nothing about how they were found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

# Sections that hold what must change, not what was found. Their numbers continue the findings' numbers.
RECOMMENDATION_SECTIONS: Final = frozenset(
    {"recommendations", "lscb_recommendations", "areas_for_improvement"}
)


@dataclass(frozen=True)
class Evidence:
    """Where a value was read: the page (None for the file's name) and the printed words."""

    page: int | None
    text: str


@dataclass(frozen=True)
class Judgement:
    """One judgement: `name` as in the regime's own list, `grade` on the normalised scale, and as printed."""

    name: str
    grade: str
    evidence: Evidence


@dataclass(frozen=True)
class Area:
    """One area for improvement, word for word, in the order printed."""

    text: str
    group: str
    page: int
    sub_bullets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One numbered paragraph. `page` is where it starts."""

    number: int
    section: str
    page: int
    text: str


@dataclass(frozen=True)
class Report:
    """One inspection report as read. What was not found is None (or empty) and has a reason in `not_found`."""

    file: str
    pages: int
    local_authority: str | None = None
    local_authority_as_printed: str | None = None
    urn: str | None = None
    la_code: str | None = None
    kind: str | None = None
    start_date: date | None = None
    end_date: date | None = None
    date_ranges: tuple[tuple[date, date], ...] = ()
    publication_date: date | None = None
    publication_date_source: str | None = None
    publication_date_in_filename: date | None = None
    lead_inspector: str | None = None
    judgements: tuple[Judgement, ...] = ()
    areas: tuple[Area, ...] = ()
    lscb_recommendations: tuple[Area, ...] = ()
    numbered: tuple[Finding, ...] = ()
    not_found: Mapping[str, str] = field(default_factory=dict)
    evidence: Mapping[str, Evidence] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The numbered findings: every numbered paragraph that is not itself a recommendation."""
        return tuple(p for p in self.numbered if p.section not in RECOMMENDATION_SECTIONS)

    def grade(self, name: str) -> str | None:
        return next((j.grade for j in self.judgements if j.name == name), None)

    def as_json(self) -> dict[str, Any]:
        """One flat object with ISO dates, the keys in a fixed order; optional keys only where they apply."""
        out: dict[str, Any] = {
            "file": self.file,
            "local_authority": self.local_authority,
            "local_authority_as_printed": self.local_authority_as_printed,
            "urn": self.urn,
            "kind": self.kind,
            "start_date": _iso(self.start_date),
            "end_date": _iso(self.end_date),
        }
        if len(self.date_ranges) > 1:
            out["date_ranges"] = [[first.isoformat(), last.isoformat()] for first, last in self.date_ranges]
        out |= {
            "publication_date": _iso(self.publication_date),
            "publication_date_source": self.publication_date_source,
            "publication_date_in_filename": _iso(self.publication_date_in_filename),
            "lead_inspector": self.lead_inspector,
            "judgements": {j.name: j.grade for j in self.judgements},
            "n_areas_for_improvement": len(self.areas),
            "areas_for_improvement": [a.text for a in self.areas],
            "area_groups": [a.group for a in self.areas],
        }
        if any(a.sub_bullets for a in self.areas):
            out["area_sub_bullets"] = {
                str(i): list(a.sub_bullets) for i, a in enumerate(self.areas) if a.sub_bullets
            }
        if self.kind in ("sif", "sif_reinspection"):
            out["n_lscb_recommendations"] = len(self.lscb_recommendations)
        return out | {
            "n_numbered_paragraphs": len(self.findings),
            "n_numbered_total": len(self.numbered),
            "paragraph_sections": self._paragraph_sections(),
            "pages": self.pages,
            "findings": [
                {"number": f.number, "section": f.section, "page": f.page, "text": f.text}
                for f in self.findings
            ],
            "not_found": dict(self.not_found),
            "evidence": {
                **{name: _where(where) for name, where in self.evidence.items()},
                "judgements": {j.name: _where(j.evidence) for j in self.judgements},
                "areas_for_improvement": [{"page": a.page, "text": a.text} for a in self.areas],
            },
        }

    def _paragraph_sections(self) -> list[dict[str, Any]]:
        runs: list[list[Finding]] = []
        for paragraph in self.numbered:
            if not runs or runs[-1][-1].section != paragraph.section:
                runs.append([])
            runs[-1].append(paragraph)
        return [
            {"section": run[0].section, "first": run[0].number, "last": run[-1].number, "n": len(run)}
            for run in runs
        ]


def _where(evidence: Evidence) -> dict[str, Any]:
    return {"page": evidence.page, "text": evidence.text}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
