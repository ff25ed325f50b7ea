"""Serving the site, and the invented people of the demonstration."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from undrift import pipeline
from undrift.errors import UserError
from undrift.web import waiting
from undrift.web.roles import Role

SETTINGS = "undrift.web.settings"
WORKERS, THREADS = 2, 2
INVENTED_AUTHORITY = "Irwell"
# One password, printed by the demonstration. It opens nothing but invented children.
DEMONSTRATION_PASSWORD = "every-child-is-invented"


BUSIEST = "whoever holds most of the team's children"
BUSIEST_OFFICER = "whoever reviews most children"
REVIEWING = "Independent reviewing officer"


@dataclass(frozen=True)
class Person:
    """An invented person of the demonstration."""

    username: str
    first_name: str
    last_name: str
    role: Role
    team_id: str = ""
    team_name: str = ""
    worker_id: str = ""


PEOPLE = (
    Person("amira.analyst", "Amira", "Analyst", Role.ANALYST),
    Person("tom.cedar", "Tom", "Cedar", Role.TEAM_MANAGER, "SC", "Safeguarding Cedar"),
    Person("sara.cedar", "Sara", "Cedar", Role.SOCIAL_WORKER, "SC", "Safeguarding Cedar", BUSIEST),
    Person("rosa.reviewing", "Rosa", "Reviewing", Role.REVIEWING_OFFICER, worker_id=BUSIEST_OFFICER),
    Person("cllr.okafor", "Cllr", "Okafor", Role.COUNCILLOR),
)


def set_up(home: Path) -> None:
    """Point Django at this home and make it ready; safe to call twice, for one home a process.

    Errors: UserError when the process already serves another home.
    """
    home = home.resolve()
    home.mkdir(parents=True, exist_ok=True)
    os.environ["UNDRIFT_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django
    from django.conf import settings

    django.setup()
    if Path(settings.UNDRIFT_HOME) != home:
        raise UserError(
            f"This process already serves {settings.UNDRIFT_HOME}.",
            where=str(home),
            try_="Start another process.",
        )


def migrate(home: Path) -> None:
    """Bring the database of what people write up to date."""
    set_up(home)
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def seed_users(home: Path) -> tuple[Person, ...]:
    """The invented people, all with DEMONSTRATION_PASSWORD. Errors: UserError unless the authority is invented."""
    set_up(home)
    from undrift.web import store
    from undrift.web.models import User

    authority = store.load().authority
    if authority != INVENTED_AUTHORITY:
        raise UserError(
            f"The invented people may not sign in to {authority}'s records.",
            try_="Make real accounts for its own people instead.",
        )
    for person in PEOPLE:
        user, _ = User.objects.get_or_create(username=person.username)
        user.first_name, user.last_name = person.first_name, person.last_name
        user.role, user.team_id, user.team_name = person.role.value, person.team_id, person.team_name
        user.worker_id = _worker(person)
        user.set_password(DEMONSTRATION_PASSWORD)
        user.save()
    return PEOPLE


def _worker(person: Person) -> str:
    """The worker an account stands for: named, or found in the records loaded."""
    match person.worker_id:
        case s if s == BUSIEST:
            return _busiest(person.team_id)
        case s if s == BUSIEST_OFFICER:
            return _busiest_officer()
        case named:
            return named


def _busiest_officer() -> str:
    """The invented officer who reviews most children today."""
    from undrift.journeys.holders import WORKING_WITH
    from undrift.web import store

    found = (
        store.cursor()
        .execute(
            f"""SELECT worker_id FROM ({WORKING_WITH}) WHERE role = $role
                GROUP BY ALL ORDER BY count(*) DESC, worker_id""",
            {"day": store.load().as_at, "role": REVIEWING},
        )
        .fetchone()
    )
    return str(found[0]) if found else ""


def _busiest(team: str) -> str:
    """The invented worker holding most of a team's children today."""
    from undrift.journeys.holders import HOLDERS
    from undrift.web import store

    found = (
        store.cursor()
        .execute(
            f"SELECT worker_id FROM ({HOLDERS}) WHERE team_id = $team GROUP BY ALL ORDER BY count(*) DESC, worker_id",
            {"day": store.load().as_at, "team": team},
        )
        .fetchone()
    )
    return str(found[0]) if found else ""


def add_person(home: Path, person: Person, password: str) -> None:
    """A real account for a real authority. Errors: UserError for a name taken, a weak password, or no team."""
    set_up(home)
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from undrift.web.models import User

    if User.objects.filter(username=person.username).exists():
        raise UserError(f"There is already an account called {person.username}.", try_="Choose another name.")
    if person.role is Role.TEAM_MANAGER and not person.team_id:
        raise UserError("A team manager's account needs a team.", try_="Give the team's identifier.")
    if person.role in (Role.SOCIAL_WORKER, Role.REVIEWING_OFFICER) and not person.worker_id:
        raise UserError(
            f"A {person.role.value}'s account needs to know which worker it is.",
            try_="Give the worker's identifier, as the records have it.",
        )
    try:
        validate_password(password)
    except ValidationError as fault:
        raise UserError(" ".join(fault.messages), try_="Choose a longer password.") from None
    User.objects.create_user(
        person.username, password=password, first_name=person.first_name, last_name=person.last_name,
        role=person.role.value, team_id=person.team_id, team_name=person.team_name,
        worker_id=person.worker_id,
    )  # fmt: skip


def serve(home: Path, host: str = "127.0.0.1", port: int = 8000) -> NoReturn:
    """Bring both stores up to date, then become the server until interrupted; does not return.

    Where nothing has been loaded yet, the first files can be. Errors: UserError when the pages' style is not built.
    """
    migrate(home)
    from undrift.identity.commands import keep_confirmed

    waiting.clear(home)  # whatever a crash left
    keep_confirmed()
    from undrift.web import store

    if not store.is_empty():
        pipeline.bring_up_to_date(home)
    from django.conf import settings

    if not (Path(settings.STATIC_ROOT) / "undrift.css").exists():
        raise UserError("The pages' style is not built.", try_="Run: make install")
    command = [
        sys.executable, "-m", "gunicorn", "undrift.web.wsgi:application",
        "--bind", f"{host}:{port}", "--workers", str(WORKERS), "--threads", str(THREADS),
        "--log-level", "warning", "--config", "python:undrift.web.hooks",
        # A worker slow to start on a busy machine is not one that hangs: gunicorn would end it after half a minute.
        "--timeout", "600",
    ]  # fmt: skip
    # What a ZIP is unpacked to stands for its moment where files wait: whatever a crash left of it is swept.
    environment = {**os.environ, "UNDRIFT_HOME": str(home.resolve()), "DJANGO_SETTINGS_MODULE": SETTINGS,
                   "TMPDIR": str(waiting.place(home))}  # fmt: skip
    sys.stdout.flush()
    # Becoming gunicorn, not starting it: whoever stops this process stops the site, with no child left behind.
    os.execve(sys.executable, command, environment)
