"""Who the children behind a measure are, and who holds them: names looked up once a page."""

from datetime import date

import duckdb

from undrift.journeys.holders import HOLDERS
from undrift.measures.definition import Behind


class People:
    """Children's names, teams and workers as at a day."""

    def __init__(self, cur: duckdb.DuckDBPyConnection, as_at: date) -> None:
        self.cur, self.as_at = cur, as_at
        self.names = dict(
            cur.execute(
                "SELECT pers_person_id, concat_ws(' ', pers_forename, pers_surname) FROM records.ssd_person"
            ).fetchall()
        )
        self.teams = dict(
            cur.execute("SELECT dept_team_id, dept_team_name FROM records.ssd_department").fetchall()
        )
        self.workers = dict(
            cur.execute(
                "SELECT prof_professional_id, prof_professional_name FROM records.ssd_professionals"
            ).fetchall()
        )
        held = cur.execute(HOLDERS, {"day": as_at}).fetchall()
        self.held: dict[str, tuple[str | None, str | None]] = {
            child: (team, worker) for child, team, worker in held
        }

    def behind(
        self,
        child: str,
        team: str | None,
        key: str,
        since: date | None,
        due: date | None,
        reading: str,
        words: str,
    ) -> Behind:
        """A row for a child: the team holding the child today, or the team on the record when none does."""
        holder, worker = self.held.get(child, (None, None))
        team_id = holder or team
        return Behind(
            child_id=child,
            name=self.names.get(child) or f"Child {child}",
            team_id=team_id,
            team_name=self.teams.get(team_id or "", "No team recorded"),
            worker=self.workers.get(worker or "", "No worker recorded"),
            instance_key=key,
            since=since,
            due_on=due,
            reading=reading,
            words=words,
        )
