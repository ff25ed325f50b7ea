from undrift.measures.definition import Is, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="assessment_child_seen_pct",
    title="Children seen during assessment",
    question="Of assessments finished, in how many was the child seen?",
    area="assessment",
    better="higher",
    chart="p",
    unit="percent",
    definition="Assessments authorised in the period; the share that say the child was seen.",
    counts=Share("assessments", where=(Is("seen", ("Y",)),)),
    subject="assessments in which the child was seen",
    differs="Counts finished assessments only; the sector's tool also counts open ones.",
    cites=(Cite("chat", "assessments", "child seen, from Annex A list 4"),),
    cases="""
        on | seen | month || in | of | unknown | why
        2024-05-10 | Y | 2024-05 || 1 | 1 |  | counted (Y)
        2024-05-10 | N | 2024-05 || 0 | 1 |  | another
        2024-05-10 | - | 2024-05 || 0 | 0 | 1 | not recorded: cannot be told
        2024-06-10 | Y | 2024-05 || 0 | 0 |  | in another month
    """,
)
