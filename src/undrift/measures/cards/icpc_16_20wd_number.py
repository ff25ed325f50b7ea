from undrift.measures.definition import Between, Measure, Number
from undrift.sources import Cite

measure = Measure(
    id="icpc_16_20wd_number",
    title="Initial conferences held in sixteen to twenty working days",
    question="How many initial conferences were held in sixteen to twenty working days?",
    area="child_protection",
    better="neither",
    chart="xmr",
    unit="conferences",
    definition="Initial conferences held in the period sixteen to twenty working days after the enquiry began.",
    counts=Number("conferences", among=(Between("working_days", least=16, most=20),)),
    subject="initial conferences held in sixteen to twenty working days",
    note="A conference for a child already on another authority's plan has no enquiry here, and cannot be told.",
    cites=(Cite("cin_census", "conference duration", "sixteen to twenty working days"),),
    cases="""
        on | working_days | month || in | of | value | unknown | why
        2024-05-10 | 16 | 2024-05 || 1 | 1 | 1 |  | the fewest
        2024-05-10 | 15 | 2024-05 || 0 | 0 | 0 |  | one fewer
        2024-05-10 | 20 | 2024-05 || 1 | 1 | 1 |  | the most
        2024-05-10 | 21 | 2024-05 || 0 | 0 | 0 |  | one more
        2024-05-10 | - | 2024-05 || 0 | 0 | 0 | 1 | no enquiry, so no count of days
        2024-06-10 | 16 | 2024-05 || 0 | 0 | 0 |  | in another month
    """,
)
