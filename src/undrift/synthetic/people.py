"""Invented people: families, their children, and the workers. No name here belongs to anybody."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from undrift.synthetic.days import birthday
from undrift.synthetic.story import CHANCES, TEAMS
from undrift.synthetic.tables import Row

_FIRST_F = (
    "Ada Aisha Alice Amber Amina Anya Bella Bethan Carys Chloe Daisy Eden Edie Elsie Emily Esme Eva Faith "
    "Farah Freya Grace Hana Hattie Imogen Iris Isla Ivy Jasmine Josie Kayla Keira Lara Leila Lily Lola Lottie "
    "Maisie Maryam Mia Millie Nadia Nell Niamh Nora Olive Orla Phoebe Poppy Rosa Ruby Safa Sienna Sofia Tess "
    "Thea Tilly Violet Willow Zara Zoe"
)
_FIRST_M = (
    "Adam Albie Alfie Amir Archie Arlo Ben Bilal Blake Caleb Callum Connor Danyal Dexter Dylan Eli Ellis "
    "Ethan Ezra Finn Frank Fred George Hamza Harris Harvey Hugo Ibrahim Idris Isaac Jacob Jay Jonah Jude Kai "
    "Kian Leo Lewis Logan Louie Luca Mason Max Milo Musa Nathan Noah Oscar Otis Ralph Rayan Reece Reuben Riley "
    "Rory Rowan Sami Seth Teddy Theo Toby Tyler Yusuf Zac"
)
_LAST = (
    "Abery Aldham Ambleby Arkle Ashdown Barlowe Beckwyn Bellfield Birtles Blakeney Bolderson Brackley Brindle "
    "Calderby Carrow Chadwyn Clegghorn Cloughton Copsey Cragwell Dallow Dennerly Dinsmoor Drayford Dunnock "
    "Eastlow Edgeley Elmsway Fallowes Farnish Fernley Fieldsend Garrity Gatesby Glaze Greenhalge Hallas Harwick "
    "Haslow Hebden Hesketh Hollins Holroyd Hulse Iqbal Irving Jessop Kelsall Kershawe Khatun Kirkby Lathom "
    "Leyburn Lomas Lonsdale Malik Marland Mellor Merrick Mottram Nadeem Nuttall Oakden Ogden Ormerod Ousby "
    "Pendle Pilling Prestow Quarmby Quayle Radcliff Rafiq Ramsden Ravenlow Rigby Rosthorn Rudd Sagar Scholes "
    "Shahid Shawcross Slater Smethwick Stott Sugden Tansley Tattersal Thornley Tolland Tunstall Unsworth Varley "
    "Wadsley Walmsley Wardle Whitlow Wolfenden Wrigley Yardley Yasin"
)
FORENAMES = {"F": _FIRST_F.split(), "M": _FIRST_M.split()}
SURNAMES = _LAST.split()
ETHNICITY = (
    ("WBRI", 66.0), ("WIRI", 0.4), ("WIRT", 0.5), ("WOTH", 4.0), ("WROM", 0.6), ("MWBC", 2.2), ("MWBA", 1.3),
    ("MWAS", 2.6), ("MOTH", 2.2), ("AIND", 0.9), ("APKN", 9.5), ("ABAN", 0.8), ("AOTH", 1.8), ("BCRB", 0.5),
    ("BAFR", 2.4), ("BOTH", 0.8), ("CHNE", 0.3), ("OOTH", 1.5), ("REFU", 0.3), ("NOBT", 1.4),
)  # fmt: skip
DISABILITIES = ("AUT", "LD", "BEH", "COMM", "MOB", "CON", "HEAR", "VIS", "INC", "PC", "HAND")
AGE_WEIGHTS = (9, 6, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.5, 5.8, 6, 6.5, 6.8, 6.5, 4.5)  # ages 0 to 16


@dataclass(slots=True, eq=False)
class Child:
    id: str
    forename: str
    surname: str
    sex: str
    ethnicity: str
    born: date
    disabilities: tuple[str, ...] = ()
    uasc: bool = False
    with_dc: bool = False
    referred: bool = False
    cp_plans: int = 0
    care_periods: int = 0
    contact_days: set[date] = field(default_factory=set)
    expected: date | None = None  # for a child first heard of before birth
    died: date | None = None
    upn: str | None = None
    with_send: bool = False

    @property
    def limit(self) -> date:
        """The last day this child can be open to children's services: the day before turning eighteen."""
        return birthday(self.born, 18) - timedelta(days=1)

    def age(self, day: date) -> int:
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


@dataclass(slots=True, eq=False)
class Family:
    """Children who share a home, a referral and a social work team; rows are kept here until the records open."""

    children: list[Child]
    assess_team: str
    safe_team: str
    care_team: str
    busy_until: date = date.min
    last_referral: date = date.min
    last_touch: date = date.min
    had_cp_plan: bool = False
    in_care_before: bool = False
    rows: list[tuple[str, Row]] = field(default_factory=list)

    def put(self, table: str, **row: object) -> Row:
        self.rows.append((table, row))
        return row


@dataclass(frozen=True, slots=True)
class Worker:
    id: str
    name: str
    team: str
    agency: bool
    registration: str


class Census:
    """Makes people, each with an id of their own, from one stream of chance."""

    def __init__(self, rng: Random, prefix: str = "IRW") -> None:
        self.rng = rng
        self.prefix = prefix
        self._children = 0
        self._codes = [code for code, _ in ETHNICITY]
        self._weights = [weight for _, weight in ETHNICITY]

    def child(self, born: date, surname: str, ethnicity: str, taken: set[str], uasc: bool = False) -> Child:
        rng = self.rng
        self._children += 1
        sex = "F" if rng.random() < 0.48 and not uasc else "M"
        free = [name for name in FORENAMES[sex] if name not in taken]
        forename = rng.choice(free)
        taken.add(forename)
        codes: tuple[str, ...] = ()
        if rng.random() < CHANCES["disability"]:
            codes = tuple(
                sorted(
                    rng.sample(
                        DISABILITIES[:6] if rng.random() < 0.8 else DISABILITIES, rng.choice((1, 1, 1, 2))
                    )
                )
            )
        with_dc = bool(codes) and rng.random() < 0.4
        return Child(
            f"{self.prefix}{self._children:06d}",
            forename,
            surname,
            sex,
            ethnicity,
            born,
            codes,
            uasc,
            with_dc,
        )

    def family(self, day: date, youngest: int = 0, oldest: int = 16) -> Family:
        """A family first heard of on `day`: one to five children of plausible ages."""
        rng = self.rng
        surname = rng.choice(SURNAMES)
        ethnicity = rng.choices(self._codes, self._weights)[0]
        size = rng.choices((1, 2, 3, 4, 5), (50, 27, 14, 6, 3))[0]
        age = rng.choices(range(youngest, oldest + 1), AGE_WEIGHTS[youngest : oldest + 1])[0]
        born = day - timedelta(days=int(age * 365.25) + rng.randrange(3, 330))
        taken: set[str] = set()
        children = [self.child(born, surname, ethnicity, taken)]
        older = younger = born
        for _ in range(size - 1):
            step = timedelta(days=rng.randrange(380, 1500))
            if younger + step < day - timedelta(days=20):
                younger += step
                born = younger
            elif older - step > day - timedelta(days=int(17.3 * 365)):
                older -= step
                born = older
            else:
                continue
            children.append(self.child(born, surname, ethnicity, taken))
        return self._settle(children)

    def unaccompanied(self, day: date) -> Family:
        """A young person seeking asylum alone."""
        rng = self.rng
        born = day - timedelta(days=rng.randrange(int(15.2 * 365), int(17.3 * 365)))
        code = rng.choice(("OOTH", "BAFR", "AOTH"))
        return self._settle([self.child(born, rng.choice(SURNAMES), code, set(), uasc=True)])

    def _settle(self, children: list[Child]) -> Family:
        rng = self.rng
        return Family(
            children, rng.choice(("AB", "AM")), rng.choice(("SA", "SB", "SC")), rng.choice(("C1", "C2"))
        )


def make_workers(rng: Random) -> dict[str, list[Worker]]:
    """About 160 social workers by team. Invented names, no two alike."""
    names: set[str] = set()
    teams: dict[str, list[Worker]] = {}
    number = 0
    for team in TEAMS:
        teams[team.id] = []
        for _ in range(team.workers):
            name = ""
            while not name or name in names:
                name = f"{rng.choice(FORENAMES[rng.choice('FFM')])} {rng.choice(SURNAMES)}"
            names.add(name)
            number += 1
            worker = Worker(f"SW{number:03d}", name, team.id, rng.random() < 0.25, f"XX{number:010d}")
            teams[team.id].append(worker)
    return teams
