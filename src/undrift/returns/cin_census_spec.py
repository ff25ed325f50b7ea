"""The children in need census as data: its modules and elements, and from which census to which.

`cin_census.csv` beside this file is a row an element. A census is named by the year it ends in: 2027 is April 2026 to
March 2027. What a year changes is a `since` or an `until` on the element or on the code; no year is written out twice.
"""

import csv
import io
from dataclasses import dataclass
from functools import cache
from importlib import resources

from undrift.returns.ssda903_spec import Code, code
from undrift.returns.xml_rows import Part

FIRST_YEAR, LAST_YEAR = 2023, 2027

# How the modules stand in each other: module, the element that makes each row, the module it stands in. The last to
# come are from the census that names them on (`since`).
NESTING = (
    ("Child", "Child", ""),
    ("Disabilities", "Disability", "Child"),
    ("CINdetails", "CINdetails", "Child"),
    ("Assessments", "Assessments", "CINdetails"),
    ("FactorsIdentifiedAtAssessment", "AssessmentFactors", "Assessments"),
    ("CINPlanDates", "CINPlanDates", "CINdetails"),
    ("Section47", "Section47", "CINdetails"),
    ("ChildProtectionPlans", "ChildProtectionPlans", "CINdetails"),
    ("Reviews", "CPPreviewDate", "ChildProtectionPlans"),
    ("PreProceedings", "PreProceedings", "CINdetails"),
)


@dataclass(frozen=True)
class Element:
    """One element. required: as `spec.ListColumn`. codes: the census's labels, the SSD's values and their years."""

    module: str
    name: str
    type: str
    required: str
    codes: tuple[Code, ...]
    since: int
    until: int
    target: str
    note: str


@cache
def modules() -> dict[str, tuple[Element, ...]]:
    """Every module with its elements, of every census known, in their order."""
    text = resources.files(__package__).joinpath("cin_census.csv").read_text(encoding="utf-8")
    found: dict[str, list[Element]] = {}
    for row in csv.DictReader(io.StringIO(text)):
        found.setdefault(row["module"], []).append(
            Element(
                module=row["module"],
                name=row["element"],
                type=row["type"],
                required=row["required"],
                codes=tuple(code(item, FIRST_YEAR, LAST_YEAR) for item in row["codes"].split(";") if item),
                since=int(row["since"] or FIRST_YEAR),
                until=int(row["until"] or LAST_YEAR),
                target=row["target"],
                note=row["note"],
            )
        )
    return {module: tuple(of_module) for module, of_module in found.items()}


def in_force(module: str, year: int) -> tuple[Element, ...]:
    """The elements of `module` in the census of `year`; empty when that census has no such module."""
    return tuple(element for element in modules()[module] if element.since <= year <= element.until)


def parts() -> list[Part]:
    """How to read a census file: its header, then every module."""
    header = Part("Header", "CollectionDetails", "", ("Year", "ReferenceDate"))
    return [
        header,
        *(Part(m, element, inside, tuple(e.name for e in modules()[m])) for m, element, inside in NESTING),
    ]
