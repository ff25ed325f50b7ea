"""Practice audits: somebody experienced read a child's record and graded the practice. No child is named here."""

from django.db import models

from undrift.audits.areas import AREAS_OF_PRACTICE
from undrift.audits.history import HistoryRow


class Grade(models.TextChoices):
    """The inspectorate's four-point scale, best first; auditors use the same."""

    OUTSTANDING = "outstanding", "outstanding"
    GOOD = "good", "good"
    REQUIRES_IMPROVEMENT = "requires_improvement", "requires improvement to be good"
    INADEQUATE = "inadequate", "inadequate"


class Audit(models.Model):
    """One practice audit of one record. `moderated_grade` replaces `grade` when a second reader disagreed."""

    team_id = models.CharField(max_length=20)
    area_of_practice = models.CharField(max_length=40, choices=list(AREAS_OF_PRACTICE.items()))
    audited_on = models.DateField()
    grade = models.CharField(max_length=30, choices=Grade.choices)
    auditor = models.CharField(max_length=200)
    moderated_grade = models.CharField(max_length=30, choices=Grade.choices, null=True, blank=True)

    class Meta:
        ordering = (
            "-audited_on",
            "-id",
        )

    def __str__(self) -> str:
        return f"Practice audit {self.audited_on}, {AREAS_OF_PRACTICE[self.area_of_practice]}: {self.final_grade}"

    @property
    def final_grade(self) -> Grade:
        return Grade(self.moderated_grade or self.grade)


class AuditHistory(HistoryRow):
    class Meta(HistoryRow.Meta):
        verbose_name_plural = "audit history"
