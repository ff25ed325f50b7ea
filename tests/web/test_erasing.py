"""What people write forgets a person too."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from undrift.audits.models import AuditHistory
from undrift.identity.commands import say_one_child, say_two_children
from undrift.identity.models import Decision, IdentityHistory
from undrift.records.links import confirmed
from undrift.web.erasing import forget
from undrift.web.models import AccessLog

GONE, STAYS, OTHER = "KID00017", "KID00018", "KID000171"


@pytest.mark.django_db(transaction=True)
def test_a_person_goes_from_every_text_and_the_log_still_says_who_looked(
    settings: LazySettings, tmp_path: Path
) -> None:
    settings.UNDRIFT_HOME = tmp_path
    for child in (GONE, STAYS, OTHER):
        AccessLog.objects.create(
            who="amira", role="analyst", kind="child", child_id=child, outcome="allowed", load_id="x"
        )
    say_one_child(child_id=GONE, other_id=STAYS, kept_id=STAYS, why=f"{GONE} is {STAYS} again", by="amira")
    say_two_children(child_id=OTHER, other_id=STAYS, why="twins", by="amira")
    AuditHistory.objects.create(
        who="amira", what="add", object_kind="Audit", object_id=1, before=None, after={"note": f"see {GONE}."}
    )
    changed = forget([GONE], "erased 20261001-ab")
    assert [log.child_id for log in AccessLog.objects.order_by("id")] == ["erased 20261001-ab", STAYS, OTHER]
    assert AccessLog.objects.filter(who="amira").count() == 3
    assert [(d.child_id, d.other_id) for d in Decision.objects.all()] == [(OTHER, STAYS)] or [
        (d.child_id, d.other_id) for d in Decision.objects.all()
    ] == [(STAYS, OTHER)]
    assert confirmed(tmp_path) == ()
    told = repr(list(IdentityHistory.objects.values()) + list(AuditHistory.objects.values()))
    assert f"'{GONE}'" not in told and f"{GONE} " not in told and f"{GONE}." not in told
    assert OTHER in told and "erased 20261001-ab" in told
    assert changed == {
        "web.AccessLog": 1, "identity.Decision": 1, "identity.IdentityHistory": 1, "audits.AuditHistory": 1
    }  # fmt: skip
    assert forget([GONE], "erased again") == {}
