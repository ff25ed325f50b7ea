from undrift.measures.definition import Between, Measure, Number
from undrift.sources import Cite

measure = Measure(
    id="icpc_0_10wd_number",
    title="Initial conferences held in ten working days or fewer",
    question="How many initial conferences were held in ten working days or fewer?",
    area="child_protection",
    better="neither",
    chart="xmr",
    unit="conferences",
    definition="Initial conferences held in the period ten working days or fewer after the enquiry began.",
    counts=Number("conferences", among=(Between("working_days", most=10),)),
    subject="initial conferences held in ten working days or fewer",
    note="A conference for a child already on another authority's plan has no enquiry here, and cannot be told.",
    cites=(Cite("cin_census", "conference duration", "ten working days or fewer"),),
    cases="""
        on | working_days | month || in | of | value | unknown | why
        2024-05-10 | 10 | 2024-05 || 1 | 1 | 1 |  | the most
        2024-05-10 | 11 | 2024-05 || 0 | 0 | 0 |  | one more
        2024-05-10 | - | 2024-05 || 0 | 0 | 0 | 1 | no enquiry, so no count of days
        2024-06-10 | 10 | 2024-05 || 0 | 0 | 0 |  | in another month
    """,
)
