from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="cpp_reviews_in_time_pct",
    title="Child protection reviews in time",
    question="Of reviews that fell due in the month, how many were held in time?",
    area="child_protection",
    better="higher",
    chart="p",
    unit="percent",
    definition="First and later child protection reviews that fell due in the month; the share held by the due date. Reviews never held count against. The published measure counts children instead, each only if every review was in time.",
    counts=InTime(("cp_review_first", "cp_review_next"), by="due_on"),
    subject="child protection reviews in time",
    cites=(Cite("lait", "measure 19", "first review within three months, later ones within six"),),
)
