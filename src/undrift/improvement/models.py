"""What we will do about it. Written only through `commands.py`; nothing here holds a status anybody can type."""

from django.db import models

from undrift.audits.areas import AREAS_OF_PRACTICE
from undrift.audits.history import HistoryRow


class ImprovementPlan(models.Model):
    """The authority's answer to one inspection report."""

    title = models.CharField(max_length=200)
    authority = models.CharField(max_length=200)
    report_file = models.CharField(max_length=300)
    report_published_on = models.DateField()
    inspected_on = models.DateField(null=True, blank=True)  # last day of the inspection, when the report says
    baseline_on = models.DateField()  # measures are judged from the month after this date

    class Meta:
        ordering = ("-report_published_on", "-id")

    def __str__(self) -> str:
        return self.title


class Finding(models.Model):
    """A numbered paragraph of the report, word for word."""

    improvement_plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="findings")
    number = models.PositiveIntegerField()
    section = models.CharField(max_length=200)
    page = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["improvement_plan", "number"], name="finding_number_once"),
        )

    def __str__(self) -> str:
        return f"Paragraph {self.number}"


class Area(models.Model):
    """One area for improvement, in the inspectors' own sentence."""

    improvement_plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="areas")
    number = models.PositiveIntegerField()
    text = models.TextField()
    page = models.PositiveIntegerField(null=True, blank=True)
    report_quote_page_text = models.TextField(
        blank=True
    )  # the heading the sentence stands under in the report
    theme = models.CharField(max_length=40, choices=list(AREAS_OF_PRACTICE.items()))
    findings = models.ManyToManyField(Finding, related_name="areas", blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["improvement_plan", "number"], name="area_number_once"),
        )

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class AreaMeasure(models.Model):
    """This measure watches this area, and why we say so."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="measures")
    measure_id = models.CharField(max_length=100)
    why = models.TextField()

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["area", "measure_id"], name="measure_once_an_area"),)

    def __str__(self) -> str:
        return self.measure_id


class Action(models.Model):
    """Something somebody undertook to do by a date. Done means done with a note of the evidence."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="actions")
    text = models.TextField()
    owner = models.CharField(max_length=200)  # a role, not a name
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_note = models.TextField(blank=True)

    class Meta:
        ordering = (
            "due_on",
            "id",
        )

    def __str__(self) -> str:
        return self.text


class Evidence(models.Model):
    """What somebody outside the team saw: a visit letter or a practice audit, and what it says."""

    class Kind(models.TextChoices):
        VISIT_LETTER = "visit_letter", "Visit letter"
        PRACTICE_AUDIT = "practice_audit", "Practice audit"
        OTHER = "other", "Other"

    class Says(models.TextChoices):
        BETTER = "better", "better"
        NO_BETTER = "no_better", "no better"
        WORSE = "worse", "worse"

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    says = models.CharField(max_length=20, choices=Says.choices)
    on = models.DateField()
    source = models.CharField(max_length=300)  # document and place in it
    text = models.TextField()
    added_by = models.CharField(max_length=200)

    class Meta:
        ordering = (
            "-on",
            "-id",
        )
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return f"{self.source}: {self.says}"


class RoadStep(models.Model):
    """A step on the road after an inspection that no report says: the authority's, or the department's."""

    class Kind(models.TextChoices):
        IMPROVEMENT_PLAN_SENT = (
            "improvement_plan_sent",
            "Improvement plan sent to the Secretary of State and Ofsted",
        )
        IMPROVEMENT_PLAN_LETTER = "improvement_plan_letter", "Ofsted's letter on the improvement plan"
        ACTION_PLANNING_VISIT = "action_planning_visit", "Action planning visit by Ofsted"
        MONITORING_VISIT = "monitoring_visit", "Monitoring visit with no published letter"
        IMPROVEMENT_NOTICE = "improvement_notice", "Improvement notice from the Department for Education"
        STATUTORY_DIRECTION = "statutory_direction", "Statutory direction from the Department for Education"
        DFE_REVIEW = "dfe_review", "Review of progress by the Department for Education"
        INTERVENTION_ENDED = "intervention_ended", "End of intervention by the Department for Education"

    improvement_plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="road_steps")
    kind = models.CharField(max_length=30, choices=Kind.choices)
    on = models.DateField()
    source = models.CharField(max_length=300)  # document and place in it
    added_by = models.CharField(max_length=200)

    class Meta:
        ordering = ("on", "id")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.on}"


class Update(models.Model):
    """A person's narrative. It stands beside the four answers and changes none of them."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="updates")
    text = models.TextField()
    by = models.CharField(max_length=200)
    on = models.DateField()

    class Meta:
        ordering = (
            "-on",
            "-id",
        )

    def __str__(self) -> str:
        return f"{self.on} {self.by}"


class Question(models.Model):
    """A councillor's question, kept until it is answered."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="questions")
    text = models.TextField()
    asked_by = models.CharField(max_length=200)
    asked_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = (
            "-asked_on",
            "-id",
        )

    def __str__(self) -> str:
        return self.text


class MeasureDecision(models.Model):
    """A decision about how a measure's chart is read. The latest of each kind counts; earlier ones stay on record."""

    class Kind(models.TextChoices):
        REBASE = "rebase", "Learn what is ordinary anew"
        TARGET = "target", "Set the target"

    measure_id = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    from_month = models.DateField(
        null=True, blank=True
    )  # the first month of the new ordinary; re-basing only
    target = models.FloatField(null=True, blank=True)  # in the measure's unit; targets only
    why = models.TextField()
    decided_by = models.CharField(max_length=200)
    on = models.DateField()

    class Meta:
        ordering = ("-on", "-id")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.measure_id}"


class History(HistoryRow):
    class Meta(HistoryRow.Meta):
        verbose_name_plural = "history"
