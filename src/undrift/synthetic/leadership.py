"""Who led: the posts at the top, and each team's manager, permanent, interim or nobody."""

from bisect import bisect_right
from datetime import date, timedelta

from undrift.synthetic.book import Book
from undrift.synthetic.people import FORENAMES, SURNAMES
from undrift.synthetic.practice import Practice
from undrift.synthetic.story import TEAM_NAMES

PERMANENT, INTERIM, VACANT = "PERMANENT", "INTERIM", "VACANT"
POSTS: dict[str, tuple[tuple[str, str], ...]] = {  # status from a day until the next
    "Director of children's services": (("2016-04-01", PERMANENT), ("2021-11-05", VACANT), ("2021-11-22", INTERIM), ("2022-10-03", PERMANENT)),
    "Assistant director, social work": (("2017-09-01", PERMANENT), ("2020-07-31", VACANT), ("2020-10-12", INTERIM), ("2021-08-20", INTERIM),
                                        ("2022-05-09", VACANT), ("2022-08-01", INTERIM), ("2023-06-05", PERMANENT)),
    "Head of service, safeguarding": (("2016-01-04", PERMANENT), ("2020-09-11", VACANT), ("2021-01-18", INTERIM), ("2021-12-17", VACANT),
                                      ("2022-03-07", INTERIM), ("2023-09-04", PERMANENT)),
    "Head of service, children in care": (("2018-02-05", PERMANENT), ("2021-05-28", INTERIM), ("2023-01-09", PERMANENT)),
    "Head of service, front door": (("2017-06-05", PERMANENT), ("2021-03-12", VACANT), ("2021-06-14", INTERIM), ("2022-11-07", PERMANENT)),
    "Principal social worker": (("2016-09-05", PERMANENT), ("2020-12-18", VACANT), ("2022-04-04", PERMANENT), ("2025-02-28", VACANT),
                                ("2025-09-08", PERMANENT)),
}  # fmt: skip
SERVICES = {"FD": "FRONT_DOOR", "AB": "ASSESSMENT", "AM": "ASSESSMENT", "SA": "SAFEGUARDING", "SB": "SAFEGUARDING",
            "SC": "SAFEGUARDING", "DC": "DISABLED_CHILDREN", "C1": "LOOKED_AFTER", "C2": "LOOKED_AFTER"}  # fmt: skip
MANAGED: dict[str, tuple[tuple[str, str], ...]] = {
    "FD": (("2015-10-01", PERMANENT), ("2021-02-15", VACANT), ("2021-05-10", INTERIM), ("2022-09-05", PERMANENT)),
    "AB": (("2015-10-01", PERMANENT), ("2021-06-01", INTERIM), ("2022-06-06", PERMANENT)),
    "AM": (("2015-10-01", PERMANENT), ("2020-11-02", VACANT), ("2021-02-08", INTERIM), ("2022-01-31", VACANT), ("2022-06-13", INTERIM),
           ("2023-10-02", PERMANENT), ("2025-03-31", INTERIM), ("2025-11-03", PERMANENT)),
    "SA": (("2015-10-01", PERMANENT), ("2022-02-01", PERMANENT)),
    "SB": (("2015-10-01", PERMANENT), ("2020-12-07", INTERIM), ("2022-11-14", PERMANENT)),
    "SC": (("2015-10-01", PERMANENT), ("2020-08-31", VACANT), ("2021-01-11", INTERIM), ("2021-07-05", VACANT), ("2021-11-15", INTERIM),
           ("2022-05-20", VACANT), ("2023-01-16", INTERIM), ("2023-12-04", PERMANENT), ("2024-10-31", VACANT), ("2025-02-17", INTERIM),
           ("2026-01-12", PERMANENT)),
    "DC": (("2015-10-01", PERMANENT),),
    "C1": (("2015-10-01", PERMANENT), ("2021-09-06", PERMANENT)),
    "C2": (("2015-10-01", PERMANENT), ("2021-04-26", INTERIM), ("2022-07-18", PERMANENT), ("2024-05-31", INTERIM), ("2025-01-06", PERMANENT)),
}  # fmt: skip


class Managers:
    """Each team's manager on any day; the service manager, who never left, while a post is vacant."""

    def __init__(self, book: Book, p: Practice) -> None:
        self._from: dict[str, list[date]] = {}
        self._who: dict[str, list[str]] = {}
        self.service = self._person(
            book, p, "Service manager", "Children's social care", date(2015, 10, 1), False
        )
        for team, spells in MANAGED.items():
            self._from[team], self._who[team] = [], []
            for n, (start, status) in enumerate(spells):
                since = date.fromisoformat(start)
                until = (
                    date.fromisoformat(spells[n + 1][0]) - timedelta(days=1) if n + 1 < len(spells) else None
                )
                held = status != VACANT
                who = (
                    self._person(book, p, "Team manager", TEAM_NAMES[team], since, status == INTERIM)
                    if held
                    else None
                )
                self._from[team].append(since)
                self._who[team].append(who or self.service)
                book.put("local_team_managers", tman_id=f"TM{team}{n + 1}", tman_team_id=team, tman_professional_id=who,
                         tman_service=SERVICES[team], tman_status=status, tman_from_date=since, tman_to_date=until)  # fmt: skip
                if not held:
                    book.plant(
                        "team_manager_vacant", since, "no team manager in post", team=team, value=until
                    )

    def of(self, team: str, on: date) -> str:
        if team not in self._from:
            return self.service
        at = bisect_right(self._from[team], on)
        return self._who[team][max(at - 1, 0)]

    @staticmethod
    def _person(book: Book, p: Practice, title: str, department: str, since: date, agency: bool) -> str:
        number = p.id("MG")
        name = f"{p.rng.choice(FORENAMES[p.rng.choice('FFM')])} {p.rng.choice(SURNAMES)}"
        book.put("ssd_professionals", prof_professional_id=number, prof_staff_id=number.replace("MG", "SM"),
                 prof_professional_name=name, prof_social_worker_registration_no=f"XX{5000 + int(number[2:]):010d}",
                 prof_professional_job_title=title, prof_professional_department=department,
                 prof_full_time_equivalency=1.0, prof_agency_worker_flag="Y" if agency else "N", _from=since)  # fmt: skip
        return number


def posts(book: Book) -> None:
    """The leadership posts, each spell of each."""
    for nth, (title, spells) in enumerate(POSTS.items(), start=1):
        for n, (start, status) in enumerate(spells):
            until = date.fromisoformat(spells[n + 1][0]) - timedelta(days=1) if n + 1 < len(spells) else None
            since = date.fromisoformat(start)
            book.put("local_leadership_posts", lead_id=f"LD{nth}{n + 1:02d}", lead_post=title, lead_status=status,
                     lead_from_date=since, lead_to_date=until)  # fmt: skip
            if status != PERMANENT:
                book.plant("leadership_post", since, f"{title}: {status.lower()}", value=until)
