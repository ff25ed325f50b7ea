"""SEN2 and the workforce census into tables of the records: the SQL beside this file, one for each."""

from collections.abc import Mapping
from importlib import resources

import pyarrow as pa

from undrift.engines.apart import in_memory
from undrift.returns.module_spec import SEN2, WORKFORCE, ModuleReturn
from undrift.returns.submission import ARROW_TYPES, ORIGIN, conform

# Return: each table, the module that fills it, and how much of history it gives (before the year).
FROM_MODULES: dict[str, dict[str, tuple[str, str]]] = {
    SEN2.kind: {
        "ssd_person": ("Person", "of people in the SEN2 return of January"),
        "ssd_send": ("Person", "of people in the SEN2 return of January"),
        "ssd_ehcp_requests": ("Requests", "open or decided in the year before January"),
        "ssd_ehcp_assessment": ("Assessment", "open or decided in the year before January"),
        "ssd_ehcp_named_plan": ("NamedPlan", "issued, or in force, in the year before January"),
        "ssd_ehcp_active_plans": ("ActivePlans", "in force in January"),
        "ssd_sen_need": ("SENneed", "of plans in force in January"),
        "local_ehcp_reviews": ("ActivePlans", "latest only, of plans in force in January"),
    },
    WORKFORCE.kind: {
        "ssd_professionals": ("CSWWWorker", "of workers in the census of 30 September"),
        "local_workforce": ("CSWWWorker", "of the census of 30 September"),
        "local_workforce_vacancies": ("LALevelVacancies", "of the census of 30 September"),
    },
}


def to_ssd(of: ModuleReturn, modules: Mapping[str, pa.Table], year: int) -> dict[str, pa.Table]:
    """Tables of the records from a return's modules (typed, LINKS, ORIGIN), each that has its module."""
    con = in_memory(threads=1)
    con.execute(f"CREATE MACRO census_year() AS {int(year)}")
    for name in of.modules():
        con.register(f"m_{name.lower()}", modules.get(name, _empty(name, of)))
    con.execute(resources.files(__package__).joinpath(f"{of.kind}_to_ssd.sql").read_text(encoding="utf-8"))
    return {
        table: conform(con.sql(f"FROM {table} ORDER BY _file, _sheet, _row").to_arrow_table(), table)
        for table, (module, _) in FROM_MODULES[of.kind].items()
        if module in modules
    }


def _empty(module: str, of: ModuleReturn) -> pa.Table:
    links = [("_self", pa.int64()), ("_in", pa.int64())]
    columns = [(e.name, ARROW_TYPES[e.type]) for e in of.modules()[module]]
    return pa.schema([*columns, *links, *ORIGIN]).empty_table()
