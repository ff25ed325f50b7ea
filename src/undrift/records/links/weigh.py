"""Which two ids may be one child, and why: pairs compared by Splink, told in words, left to a person to decide.

Splink does the blocking, the comparing and the weighing (probabilistic linkage after Fellegi and Sunter) inside DuckDB.
It is given its weights by `same_child.toml` and learns none: few authorities hold enough known pairs to learn from, and
the same two records should be told the same way next month.
"""

import re
from importlib import resources
from typing import Any

import duckdb
import pyarrow as pa

from undrift.engines.apart import in_memory
from undrift.records.links.definition import Feature, Level, definition

# Doublings of the odds for one child, once how rare second ids are has been counted in; at nought they are even. Below
# the first, most pairs planted in the bench were two children, and a person's time would go on those.
WORTH_A_LOOK, SUGGESTED, STRONGLY = -4.0, 0.0, 8.0
# The rarest name counts as shared by one child in ten thousand: its one spelling may be a slip.
LEAST_SHARE = 0.0001

_MACROS = r"""
CREATE OR REPLACE TEMP MACRO folded(said) AS nullif(trim(regexp_replace(lower(strip_accents(said)), '[^a-z]+', ' ', 'g')), '');
CREATE OR REPLACE TEMP MACRO numbered(said) AS nullif(upper(regexp_replace(said, '[^0-9A-Za-z]', '', 'g')), '');
-- Soundex without its cut after four characters: letters that sound alike share a figure, and vowels fall out.
CREATE OR REPLACE TEMP MACRO figures(said) AS translate(regexp_replace(said, '[hw ]', '', 'g'), 'bfpvcgjkqsxzdtlmnr', '111122222222334556');
CREATE OR REPLACE TEMP MACRO sound(said) AS left(said, 1) || regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    regexp_replace(regexp_replace(figures(substr(said, 2)), '1+', '1', 'g'), '2+', '2', 'g'), '3+', '3', 'g'), '4+', '4', 'g'),
    '5+', '5', 'g'), '6+', '6', 'g'), '[^1-6]', '', 'g');
"""

_SUGGESTIONS = """
    CREATE OR REPLACE TABLE links.suggestions (
        child_id VARCHAR, other_id VARCHAR, how VARCHAR, place BIGINT, PRIMARY KEY (child_id, other_id));
    CREATE OR REPLACE TABLE links.suggestion_features (
        child_id VARCHAR, other_id VARCHAR, place INTEGER, feature VARCHAR, reading VARCHAR, says VARCHAR, speaks VARCHAR);
"""


def compare(con: duckdb.DuckDBPyConnection) -> None:
    """Table `links.compared`: what is compared of each child, the columns of features.sql, from schema `records`."""
    sql = resources.files(__package__).joinpath("features.sql").read_text(encoding="utf-8")
    con.execute("CREATE SCHEMA IF NOT EXISTS links")
    con.execute(_MACROS)
    con.execute(f"CREATE OR REPLACE TABLE links.compared AS {sql}")


def suggest(con: duckdb.DuckDBPyConnection) -> None:
    """Tables `links.suggestions` (child_id, other_id, how, place: the strongest first) and `links.suggestion_features`
    (a row a feature compared: reading, says, speaks) from `links.compared`. No weight is kept: only its words."""
    con.execute(_SUGGESTIONS)
    with in_memory() as apart:
        pairs = _weighed(apart, con.sql("SELECT * FROM links.compared").to_arrow_table())
    if not pairs.num_rows:
        return
    con.register("weighed_pairs", pairs)
    con.execute(
        f"""INSERT INTO links.suggestions
            SELECT child_id, other_id, CASE WHEN weight >= {STRONGLY} THEN 'strongly suggested'
                   WHEN weight >= {SUGGESTED} THEN 'suggested' ELSE 'worth a look' END,
                   row_number() OVER (ORDER BY weight DESC, child_id, other_id)
            FROM weighed_pairs"""
    )
    for place, feature in enumerate(definition().features):
        con.execute(f"INSERT INTO links.suggestion_features {_told(place, feature)}")
    con.unregister("weighed_pairs")


def _weighed(apart: duckdb.DuckDBPyConnection, people: pa.Table) -> pa.Table:
    """Pairs worth a person's look: child_id, other_id (the lesser first), weight, and a feature's reading each."""
    if people.num_rows < 2:
        return pa.table({"child_id": pa.array([], pa.string())})
    from splink import DuckDBAPI, Linker, SettingsCreator  # slow to import, and few commands need it

    apart.register("people_compared", people)
    apart.execute("CREATE TABLE people AS SELECT * FROM people_compared")
    said = definition()
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="child_id",
        probability_two_random_records_match=min(0.5, 2 / said.one_child_in / (people.num_rows - 1)),
        comparisons=[_comparison(feature) for feature in said.features],
        blocking_rules_to_generate_predictions=[
            {"blocking_rule": rule, "sql_dialect": "duckdb"} for rule in said.compare_when
        ],
        retain_intermediate_calculation_columns=True,
    )
    linker = Linker(DuckDBAPI(apart).register("people"), settings, log_level=None)
    found = linker.inference.predict(threshold_match_weight=WORTH_A_LOOK)
    differs = f"gamma_forename = {_last(said.features[0])}"
    own_number = " OR ".join(f"gamma_{name} >= {_agreeing(name)}" for name in said.never_unless)
    features = ", ".join(f"gamma_{f.name}, {_weight(f)} AS weight_{f.name}{_share(f)}" for f in said.features)
    return apart.sql(
        f"""SELECT least(child_id_l, child_id_r) AS child_id, greatest(child_id_l, child_id_r) AS other_id,
                   match_weight AS weight, {features}
            FROM {found.physical_name} WHERE NOT ({differs}) OR {own_number}"""
    ).to_arrow_table()


def _comparison(feature: Feature) -> dict[str, Any]:
    null = f"({_of(feature.held, 'l')}) IS NULL OR ({_of(feature.held, 'r')}) IS NULL"
    levels: list[dict[str, Any]] = [
        {"sql_condition": null, "is_null_level": True, "label_for_charts": "not held"}
    ]
    for level in feature.levels:
        one: dict[str, Any] = {
            "sql_condition": level.sql or "ELSE",
            "label_for_charts": level.says,
            "m_probability": level.alike,
            "u_probability": level.chance,
        }
        if level.by_how_common:
            one |= {"tf_adjustment_column": level.by_how_common, "tf_adjustment_weight": 1.0}
            one |= {"tf_minimum_u_value": LEAST_SHARE}
        levels.append(one)
    return {"output_column_name": feature.name, "comparison_levels": levels}


def _of(held: str, side: str) -> str:
    """`coalesce(born, due)` of one side: each column with its suffix."""
    return re.sub(r"\b(?!coalesce\b)([a-z_]+)\b", rf"\1_{side}", held)


def _last(feature: Feature) -> int:
    """Splink numbers levels downwards: the last that is tried, all that is left, is nought."""
    return _number(feature, feature.levels[-1])


def _number(feature: Feature, level: Level) -> int:
    return len(feature.levels) - 1 - feature.levels.index(level)


def _agreeing(name: str) -> int:
    feature = next(one for one in definition().features if one.name == name)
    return min(_number(feature, level) for level in feature.levels if level.reading == "agrees")


def _common(feature: Feature) -> str:
    return next((level.by_how_common for level in feature.levels if level.by_how_common), "")


def _weight(feature: Feature) -> str:
    adjusted = f" + mw_tf_adj_{feature.name}" if _common(feature) else ""
    return f"mw_{feature.name}{adjusted}"


def _share(feature: Feature) -> str:
    column = _common(feature)
    return f", tf_{column}_l AS share_{feature.name}" if column else ""


def _told(place: int, feature: Feature) -> str:
    """SELECT of one feature's rows: its reading, what that is, and how far it speaks for one child, all in words."""
    number, weight = f"gamma_{feature.name}", f"weight_{feature.name}"
    readings, says = "", ""
    for level in feature.levels:
        at = f" WHEN {number} = {_number(feature, level)}"
        readings += f"{at} THEN '{level.reading}'"
        words = _quoted(level.says)
        if level.by_how_common:
            words = f"{words} || ', as 1 in ' || format('{{:,}}', CAST(round(1 / share_{feature.name}) AS BIGINT)) || ' children here has'"
        says += f"{at} THEN {words}"
    return f"""SELECT child_id, other_id, {place}, '{feature.name}',
                      CASE{readings} ELSE 'not held' END, CASE{says} ELSE 'not held for one or both' END,
                      CASE WHEN {number} < 0 THEN 'says nothing' WHEN {weight} >= 8 THEN 'speaks very strongly for one child'
                           WHEN {weight} >= 4 THEN 'speaks strongly for one child' WHEN {weight} >= 1 THEN 'speaks for one child'
                           WHEN {weight} > -1 THEN 'says little either way' WHEN {weight} > -4 THEN 'speaks for two children'
                           ELSE 'speaks strongly for two children' END
               FROM weighed_pairs"""


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
