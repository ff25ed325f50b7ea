from undrift.measures.definition import AlsoIn, Measure, Share
from undrift.sources import Cite

measure = Measure(
    id="cla_uasc_pct",
    title="Children in care who came alone seeking asylum",
    question="Of children in care, how many are unaccompanied children seeking asylum?",
    area="looked_after",
    better="neither",
    chart="p",
    unit="percent",
    definition="Children in care on the last day of the month; the share recorded as unaccompanied and seeking asylum.",
    counts=Share("care", where=(AlsoIn("unaccompanied"),)),
    subject="unaccompanied children seeking asylum",
    cites=(Cite("cla_statistics", "unaccompanied asylum-seeking children", "at 31 March"),),
    cases="""
        started | ended | unaccompanied | month || in | of | why
        2024-01-10 | - | 2024-01-01.. | 2024-05 || 1 | 1 | recorded so
        2024-01-10 | - |  | 2024-05 || 0 | 1 | not recorded so
        2024-01-10 | - | 2024-01-01..2024-05-31 | 2024-05 || 0 | 1 | no longer so by the last day
        2024-01-10 | 2024-05-31 | 2024-01-01.. | 2024-05 || 0 | 0 | left care
    """,
)
