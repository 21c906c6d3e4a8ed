"""Learn what makes a character the one that a pronoun points at, from annotated Indonesian passages.

    PYTHONPATH=. python data/learn_antecedents.py

Reads the part of indocoref (MIT; text CC BY-SA) that rules are made on, see `benchmarks/quality/parts/`, and writes
`src/semeja/lang/world/data/antecedent_weights.tsv`: no word of the passages, a number for each answer to each question
of `semeja.read.coreference.antecedents`. A conditional logistic regression over the chains in reach of each pronoun
(Denis and Baldridge 2008), with a quadratic penalty, by AdaGrad over all examples; the same bytes every time.
"""

import math
from collections.abc import Iterator
from pathlib import Path

from benchmarks.quality.parts.coreference_adapter import candidate_of, page_of
from benchmarks.quality.parts.coreference_gold import Passage, passages
from benchmarks.quality.parts.data import DATA

from semeja.read.coreference.antecedents import FEATURES, OPEN, OPEN_FEATURES, options, sort_of, subjects_of
from semeja.read.coreference.candidates import POINTING
from semeja.read.coreference.chains import Chains
from semeja.read.coreference.linking import join_named

ROUNDS, STEP, PENALTY = 150, 0.5, 6.0
OUT = Path(__file__).resolve().parents[1] / "src" / "semeja" / "lang" / "world" / "data" / "antecedent_weights.tsv"
SORTS = ("singular", "plural", "clitic")
COLUMNS = (*FEATURES.items(), *OPEN_FEATURES.items())
FIRST_OPEN = len(FEATURES)
HEAD = (
    "# about: how much speaks for a character as the one that a pronoun points at, summed over the answers to all"
    " questions. Columns: sort of pronoun, question, answer, weight made by hand, weight learned\n"
    "# source: by hand: field guide section 4 (subject before distance); learned: data/learn_antecedents.py on 115"
    " passages of indocoref (valentinakania/indocoref@e1da3033bf; MIT, its text from Wikipedia CC BY-SA 3.0)\n"
    "# licence: Apache-2.0 (numbers only; credit to the authors of indocoref)\n"
    "# date: 2026-11-22\n"
)
BY_HAND = {
    ("sentences back", "1"): -1.0,
    ("sentences back", "2"): -2.0,
    ("sentences back", "3"): -3.0,
    ("place", "subject here"): 1.0,
    ("place", "subject before"): 1.0,
    ("place", "oblique here"): -0.7,
    ("place", "oblique before"): -0.7,
    ("form", "name"): 0.2,
    ("form", "pronoun"): 0.5,
    ("form", "clitic"): -0.3,
    ("mentions", "2-3"): 0.2,
    ("mentions", "4-7"): 0.5,
    ("mentions", "8-15"): 0.8,
    ("mentions", "16-31"): 1.0,
    ("nobody: others in reach", "no"): 9.0,
    ("nobody: others in reach", "yes"): -9.0,
}

Example = tuple[str, list[list[tuple[int, int]]], list[bool]]
Table = list[list[float]]


def examples(passage: Passage) -> Iterator[Example]:
    """For each pronoun its sort, the answers about each chain in reach as (column, row), and which are right."""
    page = page_of(passage)
    chains = Chains(tuple(candidate_of(page, mention) for mention in passage.mentions))
    join_named(page, chains)
    whose = {span: index for index, cluster in enumerate(passage.characters) for span in cluster}
    gold = [whose[one.start, one.end] for one in chains.candidates]
    subjects = subjects_of(chains.candidates)
    for index, one in enumerate(chains.candidates):
        if one.form not in POINTING:
            continue
        offered = list(options(page, chains, index, subjects))
        right = [left != OPEN and gold[left] == gold[index] for left, _ in offered]
        if not any(right) and gold[index] not in gold[:index]:
            right[-1] = True
        if any(right):
            yield sort_of(one), [cells(left, true) for left, true in offered], right
            first = offered[right.index(True)][0]
            if first != OPEN:
                chains.join(first, index, "gold")


def cells(left: int, true: tuple[int, ...]) -> list[tuple[int, int]]:
    """The cells of the table that the answers stand for."""
    return list(enumerate(map(int, true), FIRST_OPEN if left == OPEN else 0))


def learned(known: list[Example], sort: str) -> Table:
    """The weights of one sort of pronoun."""
    own = [(offered, right) for each, offered, right in known if each == sort]
    weights = [[0.0] * len(answers) for _, answers in COLUMNS]
    squares = [[1e-8] * len(answers) for _, answers in COLUMNS]
    for _ in range(ROUNDS):
        slopes = [[-PENALTY * weight for weight in column] for column in weights]
        for offered, right in own:
            add_slopes(slopes, weights, offered, right)
        for column, slope in enumerate(slopes):
            for row, value in enumerate(slope):
                squares[column][row] += value * value
                weights[column][row] += STEP * value / math.sqrt(squares[column][row])
    return weights


def add_slopes(slopes: Table, weights: Table, offered: list[list[tuple[int, int]]], right: list[bool]) -> None:
    """Add to `slopes` how the chance of the right chains grows with each weight."""
    totals = [sum(weights[column][row] for column, row in each) for each in offered]
    most = max(totals)
    powers = [math.exp(total - most) for total in totals]
    whole = sum(powers)
    good = sum(power for power, fits in zip(powers, right, strict=True) if fits)
    for each, power, fits in zip(offered, powers, right, strict=True):
        change = (power / good if fits else 0.0) - power / whole
        for column, row in each:
            slopes[column][row] += change


def main() -> None:
    """Learns and writes."""
    seen = [one for one in passages(DATA / "coref" / "indocoref" / "docs.jsonl.gz") if one.seen]
    known = [example for passage in seen for example in examples(passage)]
    lines = []
    for sort in SORTS:
        table = learned(known, sort)
        for (question, answers), column in zip(COLUMNS, table, strict=True):
            lines += [
                f"{sort}\t{question}\t{answer}\t{by_hand(sort, question, answer):.2f}\t{weight + 0.0:.2f}\n"
                for answer, weight in zip(answers, column, strict=True)
            ]
    OUT.write_text(HEAD + "".join(lines).replace("-0.00", "0.00"), "utf-8")


def by_hand(sort: str, question: str, answer: str) -> float:
    """The weight that a person gave; a plural starts a chain of its own where a pair was named."""
    if sort == "plural" and (question, answer) == ("nobody: a pair named", "yes"):
        return 18.0
    return BY_HAND.get((question, answer), 0.0)


if __name__ == "__main__":
    main()
