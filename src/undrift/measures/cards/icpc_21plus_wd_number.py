from undrift.measures.definition import Between, Measure, Number
from undrift.sources import Cite

measure = Measure(
    id="icpc_21plus_wd_number",
    title="Initial conferences held in twenty-one working days or more",
    question="How many initial conferences were held in twenty-one working days or more?",
    area="child_protection",
    better="neither",
    chart="xmr",
    unit="conferences",
    definition="Initial conferences held in the period twenty-one working days or more after the enquiry began.",
    counts=Number("conferences", among=(Between("working_days", least=21),)),
    subject="initial conferences held in twenty-one working days or more",
    note="A conference for a child already on another authority's plan has no enquiry here, and cannot be told.",
    cites=(Cite("cin_census", "conference duration", "twenty-one working days or more"),),
    cases="""
        on | working_days | month || in | of | value | unknown | why
        2024-05-10 | 21 | 2024-05 || 1 | 1 | 1 |  | the fewest
        2024-05-10 | 20 | 2024-05 || 0 | 0 | 0 |  | one fewer
        2024-05-10 | - | 2024-05 || 0 | 0 | 0 | 1 | no enquiry, so no count of days
        2024-06-10 | 21 | 2024-05 || 0 | 0 | 0 |  | in another month
    """,
)
