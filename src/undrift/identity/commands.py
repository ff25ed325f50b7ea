"""The only code that says two ids are one child, or two. Keyword-only; `by=` names who; history in the same transaction.

Once a decision is safe in the database, the pairs confirmed are written beside the loads (`records.links`), where the
next build of the live file finds them.
"""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import models, transaction

from undrift.audits.history import plain
from undrift.errors import UserError
from undrift.identity.models import Decision, IdentityHistory
from undrift.records import links


@transaction.atomic
def say_one_child(*, child_id: str, other_id: str, kept_id: str, why: str, by: str) -> Decision:
    """The two ids are one child, whose journey stands under `kept_id`. Replaces what was said of the two before.

    Errors: UserError for no reason, nobody's name, an id kept that is neither, or two ids that would come to be one
    child through a third although somebody has said that they are two.
    """
    if kept_id not in (child_id, other_id):
        raise UserError("The id to keep is neither of the two.", try_="Choose one of them.")
    decision = _say(child_id, other_id, Decision.Verdict.ONE, kept_id, why, by, "say_one_child")
    _refuse_contradiction(decision)
    return decision


@transaction.atomic
def say_two_children(*, child_id: str, other_id: str, why: str, by: str) -> Decision:
    """The two ids are two children. Errors: UserError as for `say_one_child`."""
    decision = _say(child_id, other_id, Decision.Verdict.TWO, "", why, by, "say_two_children")
    _refuse_contradiction(decision)
    return decision


@transaction.atomic
def withdraw(*, child_id: str, other_id: str, why: str, by: str) -> None:
    """Nothing is said of the two any more; the history keeps what was. Errors: UserError when nothing was said."""
    decision = decision_on(child_id, other_id)
    if decision is None:
        raise UserError("Nothing has been said of these two ids.", try_="List them with: undrift duplicates")
    before = plain(decision) | {"withdrawn because": _words(why)}
    _remember("withdraw", decision, _who(by), before, after=None)
    decision.delete()
    transaction.on_commit(keep_confirmed)


def decision_on(one: str, other: str) -> Decision | None:
    """What stands of the two ids, in either order."""
    first, second = sorted((one, other))
    return Decision.objects.filter(child_id=first, other_id=second).first()


def history_of(one: str, other: str) -> list[IdentityHistory]:
    """Everything ever said of the two, newest first."""
    first, second = sorted((one, other))
    either = models.Q(after__child_id=first, after__other_id=second) | models.Q(
        before__child_id=first, before__other_id=second
    )
    return list(IdentityHistory.objects.filter(either))


def keep_confirmed() -> None:
    """Write the pairs confirmed where the next build of the live file finds them."""
    one = Decision.objects.filter(verdict=Decision.Verdict.ONE)
    pairs = [links.SameChild(d.other_id if d.kept_id == d.child_id else d.child_id, d.kept_id) for d in one]
    links.keep_confirmed(Path(settings.UNDRIFT_HOME), pairs)


def _say(
    child_id: str, other_id: str, verdict: Decision.Verdict, kept_id: str, why: str, by: str, what: str
) -> Decision:
    by, why = _who(by), _words(why)
    if child_id == other_id:
        raise UserError("The two ids are the same.", try_="Give two different ids.")
    first, second = sorted((child_id, other_id))
    decision = decision_on(first, second)
    before = plain(decision) if decision else None
    decision = decision or Decision(child_id=first, other_id=second)
    decision.verdict, decision.kept_id, decision.why, decision.by = verdict, kept_id, why, by
    decision.save()
    _remember(what, decision, by, before, plain(decision))
    transaction.on_commit(keep_confirmed)
    return decision


def _refuse_contradiction(changed: Decision) -> None:
    said = list(Decision.objects.all())
    pairs = [links.SameChild(d.child_id, d.other_id) for d in said if d.verdict == Decision.Verdict.ONE]
    groups = links.groups(pairs)
    for two in said:
        if two.verdict == Decision.Verdict.TWO and any(
            {two.child_id, two.other_id} <= group for group in groups
        ):
            raise UserError(
                f"{two.child_id} and {two.other_id} would be one child through other ids, but {two.by} said on "
                f"{two.at:%d/%m/%Y} that they are two children."
                if two.pk != changed.pk
                else f"{two.child_id} and {two.other_id} are already one child through other ids.",
                try_="Withdraw or change one of the decisions first.",
            )


def _remember(
    what: str, decision: Decision, by: str, before: dict[str, Any] | None, after: dict[str, Any] | None
) -> None:
    IdentityHistory.objects.create(
        who=by, what=what, object_kind="Decision", object_id=decision.pk, before=before, after=after
    )


def _who(by: str) -> str:
    if not by.strip():
        raise UserError("Nobody is named as deciding this.", try_="Say who is deciding.")
    return by.strip()


def _words(why: str) -> str:
    if not why.strip():
        raise UserError(
            "No reason is given.", try_="Say how you know: what you looked at, or whom you asked."
        )
    return why.strip()
