"""A report or letter as JSON and back again, whole: what the corpus keeps, and what a site may keep too."""

import hashlib
import json
import types
import typing
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from typing import Any, Literal

from undrift.errors import UserError
from undrift.inspections.letters import VisitLetter
from undrift.inspections.report import Report

Document = Report | VisitLetter
_TYPES: dict[str, type[Report] | type[VisitLetter]] = {"report": Report, "letter": VisitLetter}
FORMAT = 1


def to_json(document: Document) -> str:
    """The document as one JSON object: `format`, `type` (report or letter) and every field."""
    type_ = "letter" if isinstance(document, VisitLetter) else "report"
    return json.dumps({"format": FORMAT, "type": type_, **_plain(asdict(document))}, ensure_ascii=False)


def from_json(text: str, *, where: str = "") -> Document:
    """The document that `to_json` wrote. Raises UserError when it is no such thing."""
    try:
        held = json.loads(text)
        if held["format"] != FORMAT:
            raise ValueError("another format")
        built: Document = _build(_TYPES[held["type"]], held)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UserError(
            "This is not a report as Undrift keeps it.", where=where, try_="Read the PDF again and add it."
        ) from error
    return built


def key_of(document: Document) -> str:
    """The same inspection or visit of the same authority has the same key, whichever copy it was read from."""
    day = document.date_ranges[0][0].isoformat() if document.date_ranges else f"{document.file}"
    about = document.urn or (document.local_authority_as_printed or "").lower() or document.file
    return hashlib.sha256(f"{about}|{document.kind}|{day}".encode(errors="replace")).hexdigest()[:16]


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _build(type_: Any, value: Any) -> Any:
    """A value of the declared type out of plain JSON; TypeError or ValueError where it does not fit."""
    origin, of = typing.get_origin(type_), typing.get_args(type_)
    if is_dataclass(type_):
        hints = typing.get_type_hints(type_)
        names = [f.name for f in fields(type_) if f.name in value]
        make: Any = type_
        return make(**{name: _build(hints[name], value[name]) for name in names})
    if origin in (types.UnionType, typing.Union):
        return None if value is None else _build(next(t for t in of if t is not type(None)), value)
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError("a list was expected")
        if len(of) == 2 and of[1] is Ellipsis:
            return tuple(_build(of[0], item) for item in value)
        return tuple(_build(each, item) for each, item in zip(of, value, strict=True))
    if origin is Literal:
        if value not in of:
            raise ValueError(f"{value!r} is not one of {of}")
        return value
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {key: _build(of[1], item) for key, item in value.items()}
    if type_ is date:
        return date.fromisoformat(value)
    if not isinstance(value, type_):
        raise TypeError(f"{type_} was expected")
    return value
