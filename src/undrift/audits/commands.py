"""The only code that writes practice audits. Each command leaves its own row of history."""

from datetime import date

from django.db import transaction

from undrift.audits.areas import AREAS_OF_PRACTICE
from undrift.audits.history import plain
from undrift.audits.models import Audit, AuditHistory, Grade
from undrift.errors import UserError


@transaction.atomic
def record_audit(
    *,
    team_id: str,
    area_of_practice: str,
    audited_on: date,
    grade: str,
    auditor: str,
    by: str,
    moderated_grade: str | None = None,
) -> Audit:
    """Record one practice audit. Errors: UserError for an unknown area or grade, or nobody's name."""
    if not by.strip():
        raise UserError("Nobody is named as recording this practice audit.", try_="Give a name.")
    if area_of_practice not in AREAS_OF_PRACTICE:
        raise UserError(
            f"There is no area of practice called {area_of_practice!r}.",
            try_=f"Choose one of: {', '.join(AREAS_OF_PRACTICE)}.",
        )
    for given in filter(None, (grade, moderated_grade)):
        if given not in Grade.values:
            raise UserError(
                f"There is no grade {given!r}.", try_=f"Choose one of: {', '.join(Grade.values)}."
            )
    audit = Audit.objects.create(
        team_id=team_id,
        area_of_practice=area_of_practice,
        audited_on=audited_on,
        grade=grade,
        auditor=auditor,
        moderated_grade=moderated_grade or None,
    )
    AuditHistory.objects.create(
        who=by.strip(),
        what="record_audit",
        object_kind="Audit",
        object_id=audit.pk,
        before=None,
        after=plain(audit),
    )
    return audit
