"""What Annex A's lists say of the children themselves, and of the workers and teams they name."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from undrift.returns.annex_a_numbered import Origin, Told
from undrift.returns.columns import (
    AT,
    WHO,
    always,
    each,
    first_of_each,
    first_row,
    is_,
    is_given,
    select,
    take,
    together,
    where,
)
from undrift.returns.submission import Issue

_SHARED = {"pers_dob": "Date of Birth", "pers_gender": "Gender", "pers_ethnicity": "Ethnicity"}


def people_rows(everyone: pa.Table) -> pa.Table:
    """A row a child; of each thing, what the first list to say it says."""
    who = everyone.column(WHO).to_numpy()
    first = first_row(who, np.ones(len(who), bool))
    held = first >= 0  # of a child whose rows are all held back there is nothing
    said = {
        name: take(everyone.column(name), first_row(who, is_given(everyone, name))[held])
        for name in ("pers_gender", "pers_ethnicity", "pers_dob")
    }
    rows = everyone.select(["pers_person_id", WHO, AT]).take(pa.array(first[held]))
    for name, column in said.items():
        rows = rows.append_column(name, column)
    sexes = {"01": "M", "02": "F", "00": "U", "09": "U"}
    return rows.append_column("pers_sex", each(said["pers_gender"], sexes.get))


def disagreements(everyone: pa.Table, people: pa.Table, origin: Origin) -> list[Issue]:
    """An issue for each row that says otherwise of a child than the first list to say it, in the order they stood."""
    who, known = everyone.column(WHO).to_numpy(), people.column(WHO).to_numpy()
    person = np.empty(int(known.max(initial=-1)) + 1, np.int64)
    person[known] = np.arange(len(known))
    theirs = person[who]
    places: list[tuple[str, str, int, str]] = []
    for name, header in _SHARED.items():
        said, believed = (
            (column.indices if pa.types.is_dictionary(column.type) else column.cast(pa.int32()))
            for column in (everyone.column(name).combine_chunks(), people.column(name).combine_chunks())
        )
        other = pc.fill_null(pc.not_equal(said, believed.take(pa.array(theirs))), False)
        at = everyone.column(AT).filter(other).to_numpy()
        places += (
            (*place, header) for place in zip(*(part.to_pylist() for part in origin.of(at)), strict=True)
        )
    return [
        Issue(
            file=file,
            sheet=sheet,
            row=row,
            column=header,
            what="Another list says otherwise about this child; the first list to say is believed.",
            try_="Put right the child's record and export again.",
            code="lists_disagree",
            severity="kept",
        )
        for file, sheet, row, header in sorted(places)
    ]


def disability_rows(told: Told) -> pa.Table:
    """Annex A says whether a child has a disability, not which: yes is a row with no code, and yes anywhere is yes."""
    rows = together(told[n].select(["pers_person_id", "disa_disability_code", WHO, AT]) for n in range(4, 11))
    who, yes = rows.column(WHO).to_numpy(), is_(rows, "disa_disability_code", "Y")
    with_yes, with_no = first_row(who, yes), first_row(who, is_(rows, "disa_disability_code", "N"))
    first = np.where(with_yes >= 0, with_yes, with_no)
    rows = rows.take(pa.array(first[first >= 0]))
    return select(
        rows,
        disa_person_id="pers_person_id",
        disa_table_id=_about("disability", rows),
        disa_disability_code=each(rows.column("disa_disability_code"), {"N": "NONE"}.get),
    )


def _about(what: str, rows: pa.Table) -> pa.ChunkedArray:
    """The id of something of which a child has one."""
    return pc.binary_join_element_wise("annexa", what, rows.column("pers_person_id").cast(pa.string()), ":")


def immigration_rows(told: Told) -> pa.Table:
    """A row a child whose immigration status list 8 or 9 gives."""
    rows = together(told[n].select(["pers_person_id", "immi_immigration_status", WHO, AT]) for n in (8, 9))
    rows = first_of_each(where(rows, is_given(rows, "immi_immigration_status")))
    return select(
        rows,
        "immi_immigration_status",
        immi_person_id="pers_person_id",
        immi_immigration_status_id=_about("immigration", rows),
    )


def involvement_rows(told: Told) -> pa.Table:
    """Who holds the child's case now; the list nearest the child's present status is believed. Since when is not said."""
    ended = {8: "clae_cla_episode_ceased_date", 7: "cppl_cp_plan_end_date", 6: "cine_close_date"}
    columns = ["pers_person_id", "invo_professional_id", "invo_professional_team", WHO, AT]
    rows = together(where(told[n], ~is_given(told[n], end)).select(columns) for n, end in ended.items())
    rows = where(rows, is_given(rows, "invo_professional_id") | is_given(rows, "invo_professional_team"))
    rows = first_of_each(rows)
    return select(
        rows,
        "invo_professional_id",
        "invo_professional_team",
        invo_involvements_id=_about("allocation", rows),
        invo_professional_role_id=always("Allocated social worker", rows),
        invo_person_id="pers_person_id",
    )


def named_rows(told: Told, columns: Mapping[int, str], id_: str, called: str) -> pa.Table:
    """Annex A names teams and workers and gives no ids: the name is the id. A row a name, from where it is first said."""
    rows = together(
        told[n].select([column, WHO, AT]).rename_columns([id_, WHO, AT]) for n, column in columns.items()
    )
    names = rows.column(id_).combine_chunks().indices
    first = first_row(
        names.fill_null(0).to_numpy().astype(np.int64), names.is_valid().to_numpy(zero_copy_only=False)
    )
    rows = rows.take(pa.array(first[first >= 0]))
    return rows.append_column(called, rows.column(id_))
