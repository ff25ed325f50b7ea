"""Taking people out of the database of what people write: every text of every table, whatever it was written for.

The access log is kept, because it is how a look at a child is answered for; the child's identifier in it becomes the
id of the erasure, so that it says who looked and when, and no longer at whom.
"""

import json
import re
from collections.abc import Sequence

from django.apps import apps
from django.db import connection, models, transaction

from undrift.identity.commands import keep_confirmed
from undrift.identity.models import Decision

_TEXTS = (models.CharField, models.TextField)


def forget(people: Sequence[str], mark: str) -> dict[str, int]:
    """Write `mark` wherever one of `people` stands alone in a text; drop decisions that two ids are one child.

    Returns how many rows of each table changed. Histories change too: nothing else could be true to an erasure.
    """
    changed: dict[str, int] = {}
    stands = re.compile(r"(?<![A-Za-z0-9])(" + "|".join(map(re.escape, people)) + r")(?![A-Za-z0-9])")
    with transaction.atomic():
        either = models.Q(child_id__in=people) | models.Q(other_id__in=people)
        decisions = Decision.objects.filter(either)
        if count := decisions.count():
            changed[Decision._meta.label] = count
            decisions.delete()
        for model in apps.get_models():
            if count := _replace(model, people, stands, mark):
                changed[model._meta.label] = changed.get(model._meta.label, 0) + count
    keep_confirmed()
    if connection.vendor == "sqlite":
        # What was overwritten lingers in the file's free pages until it is written anew.
        with connection.cursor() as cursor:
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return changed


def _replace(model: type[models.Model], people: Sequence[str], stands: re.Pattern[str], mark: str) -> int:
    fields = [
        f for f in model._meta.concrete_fields if isinstance(f, (*_TEXTS, models.JSONField)) and not f.choices
    ]
    if not fields or model._meta.app_label in ("contenttypes", "auth", "sessions"):
        return 0
    mentions = models.Q()
    for field in fields:
        for person in people:
            if isinstance(field, models.JSONField):
                mentions |= models.Q(**{f"{field.name}__isnull": False})
            else:
                mentions |= models.Q(**{f"{field.name}__contains": person})
    changed = 0
    for row in model._default_manager.filter(mentions).values("pk", *(f.name for f in fields)).iterator():
        new = {f.name: _without(row[f.name], stands, mark, f.max_length) for f in fields}
        told = {name: value for name, value in new.items() if value != row[name]}
        if told:
            # By query: a row of history refuses to be saved again.
            model._default_manager.filter(pk=row["pk"]).update(**told)
            changed += 1
    return changed


def _without(value: object, stands: re.Pattern[str], mark: str, longest: int | None) -> object:
    if isinstance(value, str):
        new = stands.sub(mark, value)
        return new if new == value else new[:longest]
    if isinstance(value, dict | list):
        return json.loads(stands.sub(mark, json.dumps(value, ensure_ascii=False)))
    return value
