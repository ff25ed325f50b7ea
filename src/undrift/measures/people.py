"""Who the children behind a measure are, and who holds them: names looked up once a page."""

from datetime import date

import duckdb

from undrift.dates import add_months
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

    def above_caseload(self, limit: int) -> list[Behind]:
        """The children held by a social worker who holds more than `limit`."""
        holding: dict[str, list[str]] = {}
        for child, (_, worker) in self.held.items():
            if worker:
                holding.setdefault(worker, []).append(child)
        return [
            self.behind(child, None, worker, None, None, "flag",
                        f"Held by a social worker with {len(children)} children; the limit here is {limit}.")
            for worker, children in sorted(holding.items(), key=lambda item: (-len(item[1]), item[0]))
            if len(children) > limit
            for child in sorted(children)
        ]  # fmt: skip

    def many_workers(self, n: int, kinds: tuple[str, ...]) -> list[Behind]:
        """Children in these spells today who had at least n social workers in the last twelve months."""
        rows = self.cur.execute(
            """SELECT a.child_id, count(DISTINCT a.worker_id) AS workers, max(a.started_on)
               FROM journeys.spells a
               WHERE a.kind = 'allocation' AND a.started_on <= ? AND (a.ended_on IS NULL OR a.ended_on > ?)
                 AND a.child_id IN (SELECT child_id FROM journeys.spells WHERE list_contains(?, kind)
                                    AND started_on <= ? AND (ended_on IS NULL OR ended_on > ?))
               GROUP BY a.child_id HAVING workers >= ? ORDER BY workers DESC, a.child_id""",
            [self.as_at, add_months(self.as_at, -12), list(kinds), self.as_at, self.as_at, n],
        ).fetchall()
        return [
            self.behind(child, None, child, since, None, "flag",
                        f"{count} social workers in twelve months; the latest began on {since.day} {since:%B %Y}.")
            for child, count, since in rows
        ]  # fmt: skip
