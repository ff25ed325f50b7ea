"""The manual and the templates say what the specifications say, of every return and form; and the readers take them."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from undrift.errors import UserError
from undrift.returns import cin_census_spec, recognise, ssda903_spec, templates
from undrift.returns.catalogue import Manual, catalogue
from undrift.returns.command import run_forms
from undrift.returns.forms_spec import forms
from undrift.returns.module_spec import SEN2, WORKFORCE
from undrift.returns.spec import annex_a_lists, record_tables

EVERY = pytest.mark.parametrize("manual", catalogue().values(), ids=lambda manual: manual.id)


def test_every_column_of_every_specification_is_in_the_manual() -> None:
    said = {id_: [[item.name for item in part.items] for part in m.parts] for id_, m in catalogue().items()}
    assert said["annex-a"] == [[c.header for c in spec.columns] for spec in annex_a_lists().values()]
    assert said["ssda903"] == [[f.name for f in of] for of in ssda903_spec.fields().values()]
    assert said["cin-census"] == [[e.name for e in of] for of in cin_census_spec.modules().values()]
    for id_, of in (("sen2", SEN2), ("workforce-census", WORKFORCE)):
        assert said[id_] == [[e.name for e in elements] for elements in of.modules().values()]
    tables = said["ssd"] + said["local"]
    assert sorted(tables) == sorted([c.name for c in spec.columns] for spec in record_tables().values())
    assert {id_: said[id_] for id_ in forms()} == {
        id_: [[c.header for c in form.columns]] for id_, form in forms().items()
    }
    assert catalogue().keys() - forms().keys() == {
        "annex-a", "ssda903", "cin-census", "ssd", "local", "sen2", "workforce-census"}  # fmt: skip


@EVERY
def test_every_page_says_what_each_thing_is(manual: Manual) -> None:
    assert manual.says and manual.asked_by and manual.taken_as
    for part in manual.parts:
        for item in part.items:
            assert item.kind and item.needed, item.name
            assert item.says or item.choices, f"{part.title}: {item.name} says nothing"
            assert not item.in_words.endswith(".."), item.in_words


@EVERY
def test_every_template_is_taken_by_its_own_reader_and_holds_nothing(manual: Manual, tmp_path: Path) -> None:
    for kind in manual.templates:
        path = tmp_path / f"{manual.id}.{kind}"
        templates.write(manual, path)
        if kind == "zip":
            folder = tmp_path / "unpacked"
            with zipfile.ZipFile(path) as archive:
                archive.extractall(folder)
            names = {p.stem for p in folder.iterdir()}
            assert names == {part.id for part in manual.parts}
            for part in manual.parts:
                [row] = csv.reader(io.StringIO((folder / f"{part.id}.csv").read_text()))
                now = [item.name for item in part.items if not item.years or "from" in item.years]
                assert row[len(row) - len(now) :] == now, part.id
            path = folder
        read = recognise(path)
        if manual.id in ("sen2", "workforce-census"):
            with pytest.raises(UserError, match="There is no"):
                read(path)
        else:
            assert all(not table.num_rows for table in read(path).tables.values())


def test_a_template_of_another_kind_is_refused_with_the_kinds_there_are(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"ending \.xlsx or \.csv"):
        templates.write(catalogue()["core-groups"], tmp_path / "a.docx")
    with pytest.raises(UserError, match="made by the case system"):
        templates.write(catalogue()["cin-census"], tmp_path / "a.xlsx")


def test_the_command_lists_shows_and_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_forms(None, None) == 0
    listed = capsys.readouterr().out
    assert all(manual.id in listed and manual.title in listed for manual in catalogue().values())
    for id_, manual in catalogue().items():
        run_forms(id_, None)
        shown = " ".join(capsys.readouterr().out.split())
        assert all(item.name in shown for part in manual.parts for item in part.items), id_
    run_forms("Core Groups", tmp_path / "core.xlsx")
    assert (tmp_path / "core.xlsx").exists()
    capsys.readouterr()
    run_forms("sen2", None, as_json=True)
    assert json.loads(capsys.readouterr().out)["parts"][0]["title"] == "Person"
    with pytest.raises(UserError, match="Did you mean core-groups"):
        run_forms("core", None)


def test_years_are_said_where_a_thing_has_not_always_been() -> None:
    person = {item.name: item for item in catalogue()["sen2"].parts[0].items}
    assert (person["GenderCurrent"].years, person["Sex"].years, person["UPN"].years) == (
        "to 2023",
        "from 2024",
        "",
    )
    needs = next(item for part in catalogue()["sen2"].parts for item in part.items if item.name == "SENtype")
    assert {c.label: c.years for c in needs.choices if c.years} == {"DS": "from 2025"}
    roles = next(i for p in catalogue()["workforce-census"].parts for i in p.items if i.name == "OrgRole")
    assert roles.choices[4].meaning == "case holder"
