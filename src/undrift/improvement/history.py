"""Writes one row of history beside each change. Called only from `commands.py`, inside the command's transaction."""

from typing import Any

from django.db import models

from undrift.audits.history import plain
from undrift.improvement.models import History


def remember(what: str, changed: models.Model, *, by: str, before: dict[str, Any] | None = None) -> None:
    """Record that `by` did `what`, leaving `changed` as it now is."""
    History.objects.create(
        who=by,
        what=what,
        object_kind=type(changed).__name__,
        object_id=changed.pk,
        before=before,
        after=plain(changed),
    )


def of(thing: models.Model) -> list[History]:
    """Everything that ever happened to this thing, newest first."""
    return list(History.objects.filter(object_kind=type(thing).__name__, object_id=thing.pk))
