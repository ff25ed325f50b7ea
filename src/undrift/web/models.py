"""Who may sign in, and the log of who looked at whom."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from undrift.web.roles import Role


class User(AbstractUser):
    """A person who may sign in. No role, no page."""

    role = models.CharField(max_length=20, blank=True, choices=[(role.value, role.value) for role in Role])
    team_id = models.CharField(max_length=20, blank=True)
    team_name = models.CharField(max_length=100, blank=True)
    worker_id = models.CharField(max_length=48, blank=True)  # as the records know the person

    def __str__(self) -> str:
        return self.username


class AccessLog(models.Model):
    """One look, or one refused attempt, at a child or a list of children. Added to, never changed."""

    class Outcome(models.TextChoices):
        ALLOWED = "allowed"
        REFUSED = "refused"

    class Kind(models.TextChoices):
        CHILD = "child"
        CHILDREN = "list of children"
        LOG = "access log"

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    # Words, not a foreign key: the log must outlive the account.
    who = models.CharField(max_length=150)
    role = models.CharField(max_length=20)
    team_id = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    child_id = models.CharField(max_length=100, blank=True, db_index=True)
    measure_id = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reason = models.CharField(max_length=200, blank=True)
    load_id = models.CharField(max_length=100)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.who} {self.outcome} {self.kind}"


class CalendarAddress(models.Model):
    """A secret address from which a calendar reads how much falls due each day. Only a digest of the secret is kept."""

    digest = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(User, on_delete=models.CASCADE)
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"calendar of {self.person}"
