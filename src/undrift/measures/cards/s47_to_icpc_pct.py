from undrift.measures.definition import Measure, Number, Ratio
from undrift.sources import Cite

measure = Measure(
    id="s47_to_icpc_pct",
    title="Initial conferences for every hundred enquiries",
    question="How many initial conferences were held for every hundred enquiries begun?",
    area="child_protection",
    better="neither",
    chart="p",
    unit="percent",
    definition="Initial conferences held in the period over enquiries begun in it. A ratio of two counts: a conference may belong to an enquiry begun before.",
    counts=Ratio(Number("conferences"), (Number("enquiries"),), scale=100),
    subject="initial conferences for enquiries",
    cites=(Cite("cin_census", "section 47 and conferences", "both counted over the year"),),
    cases="""
        conferences | enquiries | month || in | of | value | why
        2024-05-10 | 2024-05-01 | 2024-05 || 1 | 2 | 100 | one of each
        2024-05-10 | 2024-05-01;2024-05-02 | 2024-05 || 1 | 3 | 50 | one for two
         | 2024-05-01 | 2024-05 || 0 | 1 | 0 | none held
        2024-05-10 |  | 2024-05 || 1 | 1 |  | no enquiry to hold it against
        2024-06-10 |  | 2024-05 || 0 | 0 |  | another month
    """,
)
