"""`undrift variation`: is the difference real."""

import argparse

from undrift.commands.arguments import Adding, add_output, add_who, day
from undrift.commands.at_home import home, log_look, up_to_date

TABLES = {
    "over-time": "each measure's chart, verdict and icons",
    "teams": "each team on the funnel, and the spread between teams beyond chance",
    "groups": "gaps by age, sex, ethnicity, disability and area; exact, not for publication",
    "aftermath": "how many came back after decisions to stop or step down",
    "reversed": "the decisions later reversed, child by child; the look is logged",
}


def add(what: Adding) -> None:
    """`variation`, and what stands under it."""
    variation = what.add_parser(
        "variation", help="is the difference real: over time, teams, groups, aftermath"
    )
    under = variation.add_subparsers(dest="variation_what", required=True, metavar="WHAT")
    for name, words in TABLES.items():
        table = under.add_parser(name, help=words)
        table.add_argument("--measure", metavar="ID")
        table.add_argument("--team", metavar="ID")
        table.add_argument(
            "--since", type=day, metavar="DATE", help="default: the improvement plan's baseline"
        )
        add_output(table)
        table.set_defaults(run=run_table)
    rebase = under.add_parser("rebase", help="record that what is ordinary is learned anew from a month")
    rebase.add_argument("--from", dest="from_month", required=True, type=day, metavar="DATE")
    target = under.add_parser("target", help="record what a measure is meant to reach")
    target.add_argument("--target", required=True, type=float, metavar="NUMBER")
    for decision, run in ((rebase, run_rebase), (target, run_target)):
        decision.add_argument("measure", metavar="MEASURE")
        decision.add_argument("--why", required=True, metavar="WORDS")
        add_who(decision, "decided")
        decision.set_defaults(run=run)


def run_table(given: argparse.Namespace) -> int:
    """One table, judged by what has been decided. `reversed` names children, so it is a look at them."""
    from undrift.web import server

    cur = up_to_date()
    server.migrate(home())
    from undrift.improvement.decisions import decided
    from undrift.improvement.models import ImprovementPlan
    from undrift.variation import command

    if given.variation_what == "reversed":
        log_look("", "decisions reversed")
    as_at, plan, stands = command.as_at_of(cur), ImprovementPlan.objects.first(), decided()
    asked = command.Asked(
        given.since or (plan.baseline_on if plan else as_at),
        as_at,
        given.measure,
        given.team,
        {m: d.rebased for m, d in stands.items() if d.rebased},
        {m: d.target for m, d in stands.items() if d.target is not None},
    )
    return command.run_variation(cur, given.variation_what, asked, given.format, given.out)


def run_rebase(given: argparse.Namespace) -> int:
    from undrift.variation.command import as_at_of
    from undrift.web import server

    as_at = as_at_of(up_to_date())
    server.migrate(home())
    from undrift.improvement import commands

    made = commands.rebase_measure(
        measure_id=given.measure, from_month=given.from_month, why=given.why, on=as_at, by=given.by
    )
    print(f"{made.measure_id}: what is ordinary is learned from {made.from_month:%B %Y}.")
    return 0


def run_target(given: argparse.Namespace) -> int:
    from undrift.variation.command import as_at_of
    from undrift.web import server

    as_at = as_at_of(up_to_date())
    server.migrate(home())
    from undrift.improvement import commands

    made = commands.set_target(
        measure_id=given.measure, target=given.target, why=given.why, on=as_at, by=given.by
    )
    print(f"{made.measure_id}: the target is {made.target:g}.")
    return 0
