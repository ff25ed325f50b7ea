"""One authority's query made a whole region's: the same expression, each authority apart from every other.

For each authority it answers what the expression answers over that authority's rows alone, and says whose each row is:
tables gain the column `authority`, and nothing is joined, grouped, ordered or counted across two of them. So ids need
only be one authority's own, and a card is written, read and tested as if there were no other authority in the world.
"""

from typing import Any

import ibis.expr.operations as ops
import ibis.expr.types as ir
from ibis.expr.schema import Schema

AUTHORITY = "authority"
SAME_FOR_ALL = {("journeys", "calendar"), ("measures", "calendar_months")}
"""Tables that hold no authority's rows."""


def over_many(expression: ir.Table) -> ir.Table:
    """The expression over the tables of many authorities, each with a column `authority`, which comes out last.

    Raises NotImplementedError on what has no such meaning yet (a limit, a subquery), so that none is taken on trust.
    """
    found = expression.op().replace(_lifted)
    if AUTHORITY not in found.schema:
        raise NotImplementedError("the expression reads no authority's rows")
    return found.to_expr().relocate(AUTHORITY, after=expression.columns[-1])


def _lifted(node: ops.Node, parts: dict[str, Any] | None) -> ops.Node:
    """The node made again of parts already lifted (None: there were none)."""
    parts = {**dict(zip(node.__argnames__, node.__args__, strict=True)), **(parts or {})}
    match node:
        case ops.UnboundTable():
            if (node.namespace.database, node.name) in SAME_FOR_ALL:
                return node
            return node.copy(schema=Schema({**node.schema, AUTHORITY: "string"}))
        case ops.Project() if _held(parts["parent"]):
            parts["values"] = {**parts["values"], AUTHORITY: _of(parts["parent"])}
        case ops.Aggregate() if _held(parts["parent"]):
            if not parts["groups"] and not all(
                isinstance(m, ops.Min | ops.Max) for m in parts["metrics"].values()
            ):
                raise NotImplementedError("only the least and the greatest of no rows are nothing")
            parts["groups"] = {**parts["groups"], AUTHORITY: _of(parts["parent"])}
        case ops.WindowFunction():
            whose = {
                rel
                for value in (parts["func"], *parts["group_by"], *parts["order_by"])
                for rel in value.relations
            }
            parts["group_by"] = (*parts["group_by"], *(_of(rel) for rel in whose if _held(rel)))
        case ops.JoinChain():
            return _join(**parts)
        case ops.Union():
            if _held(parts["left"]) != _held(parts["right"]):
                raise NotImplementedError("a union of an authority's rows with rows of none")
        case ops.Limit() | ops.Sample() | ops.Subquery() | ops.Intersection() | ops.Difference():
            raise NotImplementedError(type(node).__name__)
    return type(node)(**parts)


def _held(relation: ops.Relation) -> bool:
    return AUTHORITY in relation.schema


def _of(relation: ops.Relation) -> ops.Field:
    return ops.Field(relation, AUTHORITY)


def _join(first: ops.JoinReference, rest: tuple[ops.JoinLink, ...], values: dict[str, ops.Value]) -> ops.Node:
    """Every table of the join that holds an authority's rows is met on it."""
    whose = _of(first) if _held(first) else None
    links = []
    for link in rest:
        how, predicates = link.how, link.predicates
        if _held(link.table):
            theirs = _of(link.table)
            if whose is None and how == "inner":
                whose = theirs
            elif whose is None or how not in ("inner", "left", "semi", "anti", "cross"):
                raise NotImplementedError(f"{how} join")
            else:
                # The least of no rows is a row of nothing, which an authority without rows has not: hence left.
                how = "left" if how == "cross" else how
                predicates = (*predicates, ops.Equals(whose, theirs))
        links.append(link.copy(how=how, predicates=predicates))
    added = {} if whose is None else {AUTHORITY: whose}
    return ops.JoinChain(first=first, rest=tuple(links), values={**values, **added})
