from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="cla_reviews_in_time_pct",
    title="Looked-after reviews in time",
    question="Of looked-after reviews that fell due in the month, how many were held in time?",
    area="looked_after",
    better="higher",
    chart="p",
    unit="percent",
    definition="First, second and later looked-after reviews that fell due in the month; the share held by the due date.",
    counts=InTime(("lac_review_first", "lac_review_second", "lac_review_next"), by="due_on"),
    subject="looked-after reviews in time",
    cites=(
        Cite(
            "care_planning_regs",
            "regulation 33",
            "reviews within 20 working days, then three months, then six",
        ),
    ),
)
