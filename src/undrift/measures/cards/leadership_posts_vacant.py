from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="leadership_posts_vacant",
    title="Senior leadership posts vacant",
    question="Of senior leadership posts, how many are vacant?",
    area="leadership",
    better="lower",
    chart="p",
    unit="percent",
    definition="Senior leadership posts on the last day of the month; the share vacant.",
    counts=Share("leadership", where=(Is("status", ("VACANT",)),)),
    subject="posts vacant",
    cites=(
        Cite(
            "ilacs",
            "impact of leaders",
            "inspectors judge whether leaders create the conditions for good practice",
        ),
        Cite("bury_2021", "paragraph 38", "inspectors found that changes of leadership had led to drift"),
    ),
    cases="""
        started | ended | status | month || in | of | unknown | why
        2024-01-10 | - | VACANT | 2024-05 || 1 | 1 |  | so
        2024-01-10 | - | OTHERWISE | 2024-05 || 0 | 1 |  | otherwise
        2024-01-10 | - | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-01-10 | 2024-05-31 | VACANT | 2024-05 || 0 | 0 |  | ended by then
    """,
)
