"""The Jinja2 environment: the GOV.UK components beside our templates, and how dates and numbers are written."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import get_script_prefix, reverse
from django.utils.timezone import localtime
from jinja2 import ChoiceLoader, Environment, FileSystemBytecodeCache, PackageLoader, PrefixLoader, Undefined

from undrift.returns.words import counted


class CarefulUndefined(Undefined):
    """A misspelt attribute of one of our objects is an error; an option left out of a component's dict is not."""

    def __init__(self, hint: str | None = None, obj: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(hint, obj, *args, **kwargs)
        asked_of_ours = type(obj).__module__.startswith("undrift.") and not isinstance(obj, Mapping)
        if asked_of_ours:
            self._fail_with_undefined_error()


def day(value: date | None, otherwise: str = "not recorded") -> str:
    """3 October 2025."""
    return f"{value.day} {value:%B %Y}" if value else otherwise


@lru_cache(20_000)  # as many days as children's records have
def short_day(value: date | None, otherwise: str = "–") -> str:
    """3 Oct 2025, for columns of dates."""
    return f"{value.day} {value:%b %Y}" if value else otherwise


def month(value: date) -> str:
    return f"{value:%B %Y}"


def moment(value: datetime) -> str:
    there = localtime(value)
    return f"{day(there.date())}, {there:%H:%M}"


def sentence(text: str) -> str:
    """The first line of an area for improvement: some go on in a list below it."""
    return text.splitlines()[0]


def listed(text: str) -> list[str]:
    """The list below that first line, if the inspectors wrote one."""
    return text.splitlines()[1:]


def static(name: str) -> str:
    """The address of a built file, with its content's hash so that a new build is fetched at once."""
    file = Path(settings.STATIC_ROOT) / name
    if not file.exists():
        return f"{settings.STATIC_URL}{name}"
    stamp = hashlib.sha256(file.read_bytes()).hexdigest()[:12]
    return f"{settings.STATIC_URL}{name}?v={stamp}"


_OF_A_CHILD = frozenset({"child_id", "one", "other"})  # what the addresses of children's pages are made with


@lru_cache(4096)
def _address(prefix: str, name: str, parts: tuple[tuple[str, Any], ...]) -> str:
    return reverse(name, kwargs=dict(parts))


def address(name: str, **parts: Any) -> str:
    """The address of a page. A page of a thousand rows asks for a hundred, so each is worked out once, save a child's:
    nothing of a child is kept from one request to the next."""
    if _OF_A_CHILD & parts.keys():
        return reverse(name, kwargs=parts)
    return _address(get_script_prefix(), name, tuple(parts.items()))


def environment(**options: Any) -> Environment:
    """Called once by Django, which asks for autoescape."""
    cache = Path(settings.UNDRIFT_HOME) / "cache" / "templates"
    cache.mkdir(parents=True, exist_ok=True)
    govuk = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    options["loader"] = ChoiceLoader([options["loader"], govuk])
    options["undefined"] = CarefulUndefined
    env = Environment(
        **options,
        bytecode_cache=FileSystemBytecodeCache(str(cache)),
        extensions=["jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    files = {name: static(name) for name in ("undrift.css", "undrift.js")}
    env.globals.update(url=address, static=lambda name: files[name])
    env.filters.update(
        day=day,
        short_day=short_day,
        month=month,
        moment=moment,
        sentence=sentence,
        listed=listed,
        counted=counted,
    )
    return env
