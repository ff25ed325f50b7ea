from undrift.measures.definition import Measure, NotHeld
from undrift.sources import Cite

measure = Measure(
    id="leadership_posts_permanent",
    title="Senior leadership posts filled permanently",
    question="Of senior leadership posts, how many are filled by a permanent postholder?",
    area="leadership",
    better="higher",
    chart="p",
    unit="percent",
    definition="Not counted yet: no national return holds leadership posts.",
    counts=NotHeld(needs="a list of leadership posts and who holds them"),
    subject="leadership posts filled permanently",
    cites=(
        Cite(
            "ilacs",
            "impact of leaders",
            "inspectors judge whether leaders create the conditions for good practice",
        ),
    ),
)
