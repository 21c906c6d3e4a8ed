"""Who is meant: mentions of 201 Indonesian Wikipedia passages put together, beside the sieve published with them."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import partial

from benchmarks.quality.parts.coreference_adapter import read_alone, resolved
from benchmarks.quality.parts.coreference_gold import Passage, passages
from benchmarks.quality.parts.coreference_scores import Cluster, Counts, Scores, averaged, counted, pooled
from benchmarks.quality.parts.data import DATA
from benchmarks.quality.parts.figures import Figure, PartFigures

MUC_FLOOR, B_CUBED_FLOOR = 0.73, 0.55
_SIEVE = "multi-pass sieve (published, RANLP 2021)"
PUBLISHED = {"MUC": {_SIEVE: 0.7274}, "B³": {_SIEVE: 0.5218}}
FLOORS = {"MUC": MUC_FLOOR, "B³": B_CUBED_FLOOR}
AS_PUBLISHED = (
    "as in the published run mentions are given with their spans and kinds, single ones are kept, and the F1 of the"
    " passages is averaged by their mentions"
)
THEY = (
    "the published run counts `they` in the chain of each person it means; here it has a chain of its own, shared by"
    " mentions of the same persons, so that no chains overlap; the rows `they` in each chain follow the published way"
)
LEARNED = (
    "rules only: weights of the pronoun ranking made by hand; the learned ones come from the 60 % of passages chosen by"
    " a hash of their id, on which the rules were made too; the others were only scored"
)
OWN = (
    "own mentions: exact spans, all documents pooled; the reading takes no films, places or relatives for mentions and"
    " leaves open what it is not sure of, so recall is low by design"
)
GOLD_PARTS = "the gold starts a new chain at many a repeated name of one person, which counts against a name put right"
Resolver = Callable[[Passage], Sequence[Cluster]]


def measure(baselines: bool) -> PartFigures:
    """All figures of the part; nothing else that resolves Indonesian could be installed beside it."""
    every = passages(DATA / "coref" / "indocoref" / "docs.jsonl.gz")
    kept_out = [one for one in every if not one.seen]
    seen = [one for one in every if one.seen]
    figures = [
        *given("indocoref, all passages, mentions given", every),
        *given("indocoref, passages not looked at, mentions given", kept_out),
        *given("indocoref, passages that rules were made on, mentions given", seen, floors={}),
        *alone("indocoref, all passages, own mentions", every),
    ]
    return PartFigures("coreference", tuple(figures), misses(seen), notes(every))


def given(cases: str, some: Sequence[Passage], floors: Mapping[str, float] = FLOORS) -> list[Figure]:
    """The figures with gold mentions, learned weights beside those made by hand."""
    learned = measures(averaged(counts(some, resolved)))
    by_hand = measures(averaged(counts(some, partial(resolved, by_hand=True))))
    beside = PUBLISHED if cases.startswith("indocoref, all") else {}
    n = mentions(some)
    figures = [
        Figure(cases, name, n, value, floors.get(name), rules_only=by_hand[name], beside=beside.get(name, {}))
        for name, value in learned.items()
    ]
    if floors:
        each = measures(averaged([counted(one.overlapping, resolved(one)) for one in some]))
        cases += ", `they` in each chain"
        figures += [Figure(cases, name, n, each[name], floors[name], beside=beside.get(name, {})) for name in floors]
    return figures


def alone(cases: str, some: Sequence[Passage]) -> list[Figure]:
    """The figures of the whole reading: only what it takes for mentions, where it says whom they mean."""
    scores = pooled(counts(some, read_alone))
    return [Figure(cases, name, mentions(some), value) for name, value in measures(scores).items()] + [
        Figure(cases, "MUC precision", mentions(some), scores.muc.precision),
        Figure(cases, "B³ precision", mentions(some), scores.b_cubed.precision),
    ]


def counts(some: Sequence[Passage], resolver: Resolver) -> list[Counts]:
    """What gold and resolver have in common, passage by passage."""
    return [counted(one.characters, list(resolver(one))) for one in some]


def measures(scores: Scores) -> dict[str, float]:
    """F1 by the name of the measure."""
    return {"MUC": scores.muc.f1, "B³": scores.b_cubed.f1, "CEAF-e": scores.ceaf_e.f1, "CoNLL average": scores.conll}


def mentions(some: Sequence[Passage]) -> int:
    """How many mentions the passages have."""
    return sum(len(one.mentions) for one in some)


def notes(every: Sequence[Passage]) -> tuple[str, ...]:
    """How the figures came about."""
    alone = sum(len(cluster) == 1 for one in every for cluster in one.characters)
    size = f"{len(every)} passages, {mentions(every)} mentions, {alone} of them alone in their chain"
    return (f"{size}; {AS_PUBLISHED}", THEY, LEARNED, OWN)


def misses(seen: Sequence[Passage]) -> tuple[str, ...]:
    """Kinds of misses on the passages that may be looked at."""
    kinds: Counter[str] = Counter()
    for one in seen:
        response = {span: index for index, cluster in enumerate(resolved(one)) for span in cluster}
        for cluster in one.characters:
            parts = {response[span] for span in cluster}
            kinds["a chain of the gold in several of ours"] += len(parts) > 1
        gold = {span: index for index, cluster in enumerate(one.characters) for span in cluster}
        kind: dict[Hashable, str] = {(each.start, each.end): each.kind for each in one.mentions}
        for cluster in resolved(one):
            common = Counter(gold[span] for span in cluster).most_common(1)[0][0]
            kinds.update(f"in the wrong chain: {kind[span] or 'no kind'}" for span in cluster if gold[span] != common)
    return (*(f"{what}: {count}" for what, count in kinds.most_common(8)), GOLD_PARTS)
