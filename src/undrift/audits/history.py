"""The trail of changes: who changed what, when, from what to what. Written once, never altered."""

from typing import Any, NoReturn

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone


class HistoryRow(models.Model):
    """One change. No foreign keys, so that the trail outlives whatever it is about."""

    when = models.DateTimeField(default=timezone.now, editable=False)
    who = models.CharField(max_length=200)
    what = models.CharField(max_length=60)  # the command's name
    object_kind = models.CharField(max_length=60)
    object_id = models.BigIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        abstract = True
        ordering = (
            "-when",
            "-id",
        )

    def __str__(self) -> str:
        return f"{self.who}: {self.what} {self.object_kind} {self.object_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise ValidationError("History is written once and cannot be altered.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise ValidationError("History cannot be deleted.")


def plain(instance: models.Model) -> dict[str, Any]:
    """The instance's own columns as values JSON can hold: what goes into `before` and `after`."""
    row: dict[str, Any] = {}
    for field in instance._meta.concrete_fields:
        value = field.value_from_object(instance)
        row[field.attname] = value if value is None or isinstance(value, bool | int | float) else str(value)
    return row
