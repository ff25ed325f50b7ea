"""What a person said of two ids: one child, or two. Written only by `commands.py`."""

from django.db import models

from undrift.audits.history import HistoryRow


class Decision(models.Model):
    """Of two ids (the lesser first): are they one child? kept_id is the one the journey stands under."""

    class Verdict(models.TextChoices):
        ONE = "one child"
        TWO = "two children"

    child_id = models.CharField(max_length=100)
    other_id = models.CharField(max_length=100)
    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    kept_id = models.CharField(max_length=100, blank=True)
    why = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["child_id", "other_id"], name="one_decision_a_pair"),
            models.CheckConstraint(
                condition=models.Q(child_id__lt=models.F("other_id")), name="the_lesser_id_first"
            ),
            models.CheckConstraint(
                condition=models.Q(verdict="two children", kept_id="")
                | models.Q(verdict="one child", kept_id=models.F("child_id"))
                | models.Q(verdict="one child", kept_id=models.F("other_id")),
                name="one_of_the_two_is_kept",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verdict}, said by {self.by}"


class IdentityHistory(HistoryRow):
    class Meta(HistoryRow.Meta):
        verbose_name_plural = "history"
