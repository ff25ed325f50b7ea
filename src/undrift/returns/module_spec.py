"""A return made of modules, as data: SEN2 and the workforce census, each a file of a row an element.

A year is named by the one the return is collected in (SEN2: the January; the workforce census: the 30 September).
What a year changes is a `since` or an `until` on the element, so no year is written out twice.
"""

from dataclasses import dataclass
from functools import cache

from undrift.returns.forms_spec import data_rows
from undrift.returns.ssda903_spec import Code, code
from undrift.returns.xml_rows import Part


@dataclass(frozen=True)
class Element:
    """One element. required: as `spec.ListColumn`. tells: no CSV file of another module has it beside the same ids.

    aliases: other spellings seen. codes: the return's labels and the records' values.
    """

    module: str
    name: str
    type: str
    required: str
    tells: bool
    codes: tuple[Code, ...]
    since: int
    until: int
    aliases: tuple[str, ...]
    target: str
    note: str

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class ModuleReturn:
    """A return. kind: what submissions of it are called. nesting: each module and the one its rows stand in, or "".

    title: as people call it. file: its rows, a row an element. collection: what its XML header calls it.
    """

    kind: str
    title: str
    file: str
    collection: str
    first_year: int
    last_year: int
    nesting: tuple[tuple[str, str], ...]

    def modules(self) -> dict[str, tuple[Element, ...]]:
        """Every module with its elements, of every year known, in their order."""
        return _modules(self)

    def in_force(self, module: str, year: int) -> tuple[Element, ...]:
        """The elements of `module` in the return of `year`; the last year's for one that is not held."""
        year = min(max(year, self.first_year), self.last_year)
        return tuple(e for e in self.modules()[module] if e.since <= year <= e.until)

    def parts(self) -> list[Part]:
        """How to read its XML: the header, then every module."""
        header = Part("Header", "CollectionDetails", "", ("Year", "ReferenceDate"))
        modules = self.modules()
        return [
            header,
            *(Part(m, m, inside, _names(modules[m]), _ALSO.get(m, ())) for m, inside in self.nesting),
        ]


_ALSO = {"LALevelVacancies": ("LALevel",)}  # other names a module's element has been seen under

SEN2 = ModuleReturn(
    kind="sen2",
    title="SEN2 person level return",
    file="sen2.csv",
    collection="SEN2",
    first_year=2023,
    last_year=2026,
    nesting=(
        ("Person", ""),
        ("Requests", "Person"),
        ("Assessment", "Requests"),
        ("NamedPlan", "Assessment"),
        ("PlanDetail", "NamedPlan"),
        ("ActivePlans", "Requests"),
        ("PlacementDetail", "ActivePlans"),
        ("SENneed", "ActivePlans"),
    ),
)

WORKFORCE = ModuleReturn(
    kind="workforce",
    title="children's social work workforce census",
    file="workforce.csv",
    collection="CSWW",
    first_year=2022,
    last_year=2026,
    nesting=(("LALevelVacancies", ""), ("CSWWWorker", "")),
)


def _names(elements: tuple[Element, ...]) -> tuple[str, ...]:
    return tuple(name for element in elements for name in element.names)


@cache
def _modules(of: ModuleReturn) -> dict[str, tuple[Element, ...]]:
    found: dict[str, list[Element]] = {}
    for row in data_rows(of.file):
        found.setdefault(row["module"], []).append(
            Element(
                module=row["module"],
                name=row["element"],
                type=row["type"],
                required=row["required"],
                tells=row["tells"] == "tells",
                codes=tuple(
                    code(item, of.first_year, of.last_year) for item in row["codes"].split(";") if item
                ),
                since=int(row["since"] or of.first_year),
                until=int(row["until"] or of.last_year),
                aliases=tuple(filter(None, row["aliases"].split(";"))),
                target=row["target"],
                note=row["note"],
            )
        )
    return {module: tuple(of_module) for module, of_module in found.items()}
