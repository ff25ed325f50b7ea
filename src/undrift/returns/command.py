"""`undrift forms`: what is read and in which form, the manual page of each, and its template."""

import json
import sys
import textwrap
from dataclasses import asdict
from pathlib import Path

from undrift.errors import UserError
from undrift.returns import templates
from undrift.returns.catalogue import Item, Manual, catalogue

DONE = 0


def run_forms(name: str | None, template: Path | None, as_json: bool = False) -> int:
    """List every return and form, or print the manual page of one, or write its template. Returns 0."""
    if name is None:
        if template is not None:
            raise UserError(
                "Which form is the template to be of?", try_="Name it: undrift forms NAME --template FILE"
            )
        return _list(as_json)
    manual = _find(name)
    if template is not None:
        templates.write(manual, template)
        print(f"Wrote {template}")
    elif as_json:
        json.dump(asdict(manual), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        _show(manual)
    return DONE


def _find(name: str) -> Manual:
    wanted = name.lower().replace("_", "-").replace(" ", "-")
    if wanted in catalogue():
        return catalogue()[wanted]
    like = [id_ for id_, m in catalogue().items() if wanted in id_ or name.lower() in m.title.lower()]
    raise UserError(
        f"There is no return or form called {name}.",
        try_=f"Did you mean {' or '.join(like)}?" if like else "List them with: undrift forms",
    )


def _list(as_json: bool) -> int:
    if as_json:
        said = [{k: v for k, v in asdict(m).items() if k != "parts"} for m in catalogue().values()]
        json.dump(said, sys.stdout, ensure_ascii=False, indent=2)
        print()
        return DONE
    for title, ours in (("Returns", False), ("Our own forms, for what no return holds", True)):
        print(f"{title}\n")
        for manual in catalogue().values():
            if manual.ours == ours:
                print(f"  {manual.id:<26}{manual.title}; {manual.taken_as}")
        print()
    print("The manual page of one: undrift forms NAME. Its template: undrift forms NAME --template FILE.xlsx")
    return DONE


def _show(manual: Manual) -> None:
    print(f"{manual.title} ({manual.id})\n")
    _wrap(f"{manual.says}. Asked for by {manual.asked_by}. Taken as {manual.taken_as}.", "")
    if manual.years:
        print(f"Years: {manual.years}.")
    if manual.templates:
        kinds = " or ".join(f"{manual.id}.{kind}" for kind in manual.templates)
        print(f"Template: undrift forms {manual.id} --template {kinds}")
    for part in manual.parts:
        within = f", in each {part.within}" if part.within else ""
        print(f"\n{part.title}{within}")
        if part.says and part.says != manual.says:
            _wrap(f"{part.says}.", "  ")
        for item in part.items:
            _show_item(item)


def _show_item(item: Item) -> None:
    notes = ", ".join(filter(None, [item.kind.lower(), item.needed.lower(), item.years]))
    print(f"  {item.name}  ({notes})")
    if item.says:
        _wrap(item.in_words, "      ")
    if item.choices:
        said = (
            " ".join(filter(None, [c.label, c.meaning, f"({c.years})" if c.years else ""]))
            for c in item.choices
        )
        _wrap(f"One of: {'; '.join(said)}.", "      ")
    if item.also:
        _wrap(f"Also read: {'; '.join(item.also)}.", "      ")


def _wrap(text: str, indent: str) -> None:
    print(textwrap.fill(text, 100, initial_indent=indent, subsequent_indent=indent))
