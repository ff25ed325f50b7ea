from undrift.measures.definition import InTime, Measure
from undrift.sources import Cite

measure = Measure(
    id="icpc_15wd_pct",
    title="Initial child protection conferences within 15 working days",
    question="Of conferences held in the month, how many came within 15 working days of the strategy discussion?",
    area="child_protection",
    better="higher",
    chart="p",
    unit="percent",
    definition="Initial conferences held in the month; the share held within 15 working days of the start of the enquiry. Enquiries still waiting for a conference are not in it: they are the children behind the measure.",
    counts=InTime(("icpc_15wd",), by="stopped_on"),
    subject="initial conferences in time",
    cites=(
        Cite(
            "lait",
            "measure 218",
            "initial conferences in the year held within 15 working days of the start of the enquiry",
        ),
    ),
    cases="""
        started | due | stopped | ended | as_at | month || in | of | why
        2024-05-01 | 2024-05-23 | 2024-05-23 |  | 2024-08-01 | 2024-05 || 1 | 1 | stopped in the month, on the limit
        2024-05-01 | 2024-05-23 | 2024-05-24 |  | 2024-08-01 | 2024-05 || 0 | 1 | stopped in the month, late
        2024-05-20 | 2024-06-11 | 2024-06-03 |  | 2024-08-01 | 2024-05 || 0 | 0 | begun in the month, stopped in the next
        2024-05-20 | 2024-06-11 | 2024-06-03 |  | 2024-08-01 | 2024-06 || 1 | 1 | and counted there
        2024-05-01 | 2024-05-23 |  |  | 2024-08-01 | 2024-05 || 0 | 0 | never stopped: behind the measure, not in it
    """,
)
