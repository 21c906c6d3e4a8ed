"""Conflicts, disputes, figures over time and graded claims: own small stories, each through the whole chain."""

from collections.abc import Callable

from benchmarks.quality.parts.figures import Figure, PartFigures
from tests.compare.differences import Outcome, claim_outcome, conflict_outcome, dispute_outcome, figure_outcome
from tests.compare.mini_stories import Case, cases

FLOOR = 0.95
"""What the stories shipped as samples have to reach both ways; here the cases are made to confuse."""


def measure(baselines: bool) -> PartFigures:
    """Share of stories exactly right, and precision and recall of the records that they should give."""
    figures = [
        *_figures("conflicts", "own stories, conflicts", conflict_outcome),
        *_figures("disputes", "own stories, disputes", dispute_outcome),
        *_figures("figures", "own stories, figures over time", figure_outcome),
        *_figures("claims", "own stories, claims and grades", claim_outcome, records=False),
    ]
    return PartFigures("conflicts", tuple(figures), MISSES, NOTES)


def _figures(part: str, name: str, outcome: Callable[[Case], Outcome], records: bool = True) -> list[Figure]:
    outcomes = [outcome(case) for case in cases(part)]
    wanted, found = sum(one.wanted for one in outcomes), sum(one.found for one in outcomes)
    matched = sum(one.matched for one in outcomes)
    right = sum(one.right() for one in outcomes) / len(outcomes)
    figures = [Figure(name, "stories exactly right", len(outcomes), right, 0.9)]
    if not records:
        return [*figures, Figure(name, "claims with grade and counts right", wanted, matched / wanted, FLOOR)]
    return [
        *figures,
        Figure(name, "precision", found, matched / found, FLOOR),
        Figure(name, "recall", wanted, matched / wanted, 0.9),
    ]


MISSES = (
    "Somebody named only by a plain noun (`the rebels`) is no side of a dispute.",
    "A plan that no frame codes (`is considering whether to`) is not set against the report that it was done.",
    "People aboard are not compared with passengers: one count may hold the crew.",
    "Two figures of an unknown thing are not compared when their sentences share nothing but its unit.",
)
NOTES = (
    "Every story was written with what a person finds in it before it was run; one record too many makes it wrong.",
    (
        "First results of each batch, before anything was mended for it, stories exactly right: conflicts 32 of 51, "
        "33 of 40, 5 of 10 and 5 of 8 longer ones; disputes 33 of 42, 7 of 10 longer ones; figures over time 18 of 22, "
        "5 of 6; claims 31 of 31."
    ),
    (
        "Traps: subtotals by place, two happenings in one article, earlier years, rounding, two currencies, demands "
        "and offers, two time zones, a preview and its report, denials of something else."
    ),
)
