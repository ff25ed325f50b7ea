"""Every return and form as a reader of the manual sees it: one view over the specifications, whatever file each is in.

Nothing here reads a submission. The readers keep their own specifications; this says the same of all of them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from undrift.returns import cin_census_spec, ssda903_spec
from undrift.returns.annex_a_worked_out import worked_out
from undrift.returns.forms_spec import data_rows, forms
from undrift.returns.module_spec import SEN2, WORKFORCE, ModuleReturn
from undrift.returns.spec import TableSpec, annex_a_lists, record_tables

NEEDED = {"row": "Always", "yes": "Expected", "": "If known"}
KINDS = {
    "text": "Text",
    "date": "Date",
    "flag": "Yes or no",
    "integer": "Whole number",
    "number": "Number",
    "code": "Code",
    "json": "JSON",
}


@dataclass(frozen=True)
class Choice:
    """A code: as the return has it, and what it means where the specification says. years: "" for all of them."""

    label: str
    meaning: str = ""
    years: str = ""


@dataclass(frozen=True)
class Item:
    """One column or element. kind, needed: in words. goes_to: the "table.column"s of the records it fills.

    also: other names it is known by. years: those it is in force in, "" for all that are known.
    """

    name: str
    kind: str
    needed: str
    choices: tuple[Choice, ...]
    goes_to: tuple[str, ...]
    says: str
    also: tuple[str, ...] = ()
    years: str = ""

    @property
    def in_words(self) -> str:
        """`says` as a sentence; "" when there is nothing to say."""
        return (
            f"{self.says[:1].upper()}{self.says[1:]}{'' if self.says.endswith('.') else '.'}"
            if self.says
            else ""
        )


@dataclass(frozen=True)
class Part:
    """One table, list, sheet or module. id: short, for addresses and file names. within: the part it stands in."""

    id: str
    title: str
    says: str
    items: tuple[Item, ...]
    within: str = ""


@dataclass(frozen=True)
class Manual:
    """One return or form. years: those whose specification is held. templates: the kinds there are ("xlsx", "csv", "zip").

    ours: a form that people here fill in, not a return that somebody asks for.
    """

    id: str
    title: str
    asked_by: str
    taken_as: str
    templates: tuple[str, ...]
    says: str
    years: str
    parts: tuple[Part, ...]

    @property
    def ours(self) -> bool:
        return self.id in forms()


@cache
def catalogue() -> dict[str, Manual]:
    """Every return, then every form, by its id."""
    parts = {
        "annex-a": ("", _annex_a),
        "ssda903": (_years(ssda903_spec.FIRST_YEAR, ssda903_spec.LAST_YEAR), _ssda903),
        "cin-census": (_years(cin_census_spec.FIRST_YEAR, cin_census_spec.LAST_YEAR), _cin_census),
        "ssd": ("", lambda: _tables(t for t in record_tables().values() if t.name.startswith("ssd_"))),
        "local": ("", lambda: _tables(t for t in record_tables().values() if t.name.startswith("local_"))),
        "sen2": (_years(SEN2.first_year, SEN2.last_year), lambda: _modules(SEN2)),
        "workforce-census": (_years(WORKFORCE.first_year, WORKFORCE.last_year), lambda: _modules(WORKFORCE)),
    }
    found: dict[str, Manual] = {}
    for row in data_rows("returns.csv"):
        id_ = row["return"]
        years, made = parts[id_] if id_ in parts else ("", lambda id_=id_: [_form(id_)])
        found[id_] = Manual(
            id=id_,
            title=row["title"],
            asked_by=row["asked_by"],
            taken_as=row["taken_as"],
            templates=tuple(filter(None, row["templates"].split(";"))),
            says=row["says"],
            years=years,
            parts=tuple(made()),
        )
    return found


def _years(first: int, last: int) -> str:
    return f"{first} to {last}"


def _in_force(since: int, until: int, first: int, last: int) -> str:
    """In words; "" for every year that is held."""
    if since <= first and until >= last:
        return ""
    if since <= first:
        return f"to {until}"
    return f"from {since}" if until >= last else f"{since} to {until}"


def _form(id_: str) -> Part:
    form = forms()[id_]
    return Part(
        id=id_,
        title=form.name,
        says=form.says,
        items=tuple(
            Item(
                name=c.header,
                kind=KINDS[c.type],
                needed=NEEDED[c.required],
                choices=tuple(Choice(label) for label in c.codes),
                goes_to=c.targets,
                says=c.help,
                also=c.aliases,
            )
            for c in form.columns
        ),
    )


def _annex_a() -> Iterator[Part]:
    for spec in annex_a_lists().values():
        yield Part(
            id=f"list-{spec.number}",
            title=f"List {spec.number}: {spec.name}",
            says="",
            items=tuple(
                Item(
                    name=c.header,
                    kind=KINDS[c.type],
                    needed=NEEDED[c.required],
                    choices=tuple(Choice(label) for label in c.codes),
                    goes_to=tuple(filter(None, [c.target.partition("#")[0]])),
                    says=_described(c.target.partition("#")[0])
                    if c.target
                    else worked_out()[spec.number, c.header].says,
                    also=c.aliases,
                )
                for c in spec.columns
            ),
        )


def _ssda903() -> Iterator[Part]:
    first, last = ssda903_spec.FIRST_YEAR, ssda903_spec.LAST_YEAR
    for table, fields in ssda903_spec.fields().items():
        yield Part(table.lower(), table, "", tuple(_coded(f, first, last) for f in fields))


def _cin_census() -> Iterator[Part]:
    first, last = cin_census_spec.FIRST_YEAR, cin_census_spec.LAST_YEAR
    within = {module: inside for module, _, inside in cin_census_spec.NESTING}
    for module, elements in cin_census_spec.modules().items():
        items = tuple(_coded(e, first, last) for e in elements)
        yield Part(module.lower(), module, "", items, within.get(module, ""))


def _modules(of: ModuleReturn) -> Iterator[Part]:
    within = dict(of.nesting)
    for module, elements in of.modules().items():
        items = tuple(_coded(e, of.first_year, of.last_year) for e in elements)
        yield Part(module.lower(), module, "", items, within[module])


def _coded(field: object, first: int, last: int) -> Item:
    """A field of a yearly return: all of them say the same things of their fields."""
    f: ssda903_spec.ReturnField = field  # type: ignore[assignment]  # the three specifications agree on these names
    meanings = _meanings(f.note)
    return Item(
        name=f.name,
        kind=KINDS[f.type],
        needed=NEEDED[f.required],
        choices=tuple(
            Choice(c.label, meanings.get(c.label, ""), _in_force(c.since, c.until, first, last))
            for c in f.codes
        ),
        goes_to=tuple(filter(None, [f.target])),
        says="" if meanings else f.note or _described(f.target),
        also=getattr(field, "aliases", ()),
        years=_in_force(f.since, f.until, first, last),
    )


def _meanings(note: str) -> dict[str, str]:
    """What a note says of each code, where that is all it does ("1 resigned; 2 retired")."""
    said = [re.fullmatch(r"([A-Z0-9]{1,5}) (.+)", part.strip()) for part in note.split(";")]
    return {m[1]: m[2] for m in said if m} if len(said) > 1 and all(said) else {}


def _tables(specs: Iterable[TableSpec]) -> Iterator[Part]:
    for spec in specs:
        yield Part(
            id=spec.name,
            title=spec.name,
            says=spec.says,
            items=tuple(
                Item(
                    name=c.name,
                    kind=KINDS[c.type],
                    needed=NEEDED["row" if c.required else ""],
                    choices=tuple(_choices(c.codes)),
                    goes_to=(c.references,) if c.references else (),
                    says=c.description,
                )
                for c in spec.columns
            ),
        )


def _choices(codes: str) -> Iterator[Choice]:
    for said in filter(None, codes.split(";")):
        label, _, meaning = said.partition(" ")
        yield Choice(label, meaning) if label.upper() == label else Choice(said)


def _described(target: str) -> str:
    if not target:
        return "The records have no place for it"
    table, _, name = target.partition(".")
    return next(c.description for c in record_tables()[table].columns if c.name == name)
