from undrift.measures.definition import Average, Measure
from undrift.sources import Cite

measure = Measure(
    id="preproceedings_weeks",
    title="Weeks pre-proceedings take",
    question="How many weeks did pre-proceedings take, on average?",
    area="pre_proceedings",
    better="lower",
    chart="xmr",
    unit="weeks",
    definition="Pre-proceedings ended in the period; the mean of the weeks from the decision to begin.",
    counts=Average("preproceedings_ended", "weeks"),
    subject="pre-proceedings",
    cites=(Cite("plo_guidance", "pre-proceedings", "sixteen weeks is the aim"),),
    cases="""
        on | weeks | month || in | of | value | unknown | why
        2024-05-10 | 10 | 2024-05 || 1 | 1 | 10 |  | one
        2024-05-10;2024-05-12;2024-05-13 | 10;20;60 | 2024-05 || 3 | 3 | 30 |  | the mean of three
        2024-05-10 | - | 2024-05 || 0 | 0 |  | 1 | not recorded: cannot be told
        2024-06-10 | 10 | 2024-05 || 0 | 0 |  |  | another month
    """,
)
