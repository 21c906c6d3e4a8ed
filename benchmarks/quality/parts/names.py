"""Names: NERGrit's marked sentences, own sentences of news, beside spaCy trained on the same data."""

from benchmarks.quality.parts.figures import Figure, PartFigures
from benchmarks.quality.parts.names_cases import Tagged, draft_of, nergrit, spans_of_mentions
from benchmarks.quality.parts.names_golden import golden, named
from benchmarks.quality.parts.names_meantime import meantime_figures
from benchmarks.quality.parts.names_scores import Spans, entity_f1, misses
from benchmarks.quality.parts.names_spacy import spacy_spans

from semeja.lang.pack import Pack, load_pack, load_packs
from semeja.read.names import find_names
from semeja.read.names.labelling import spans_of

PUBLISHED = {
    "XLM-R base (published)": 0.7909,
    "XLM-R large (published)": 0.7826,
    "IndoBERT-large (published)": 0.7760,
    "mBERT (published)": 0.7502,
    "fastText (published)": 0.39,
}
"""IndoNLU paper, table of test results, NERGrit."""

KINDS = ("PERSON", "PLACE", "ORGANISATION")
NOTES = """
Entity F1 as CoNLL-2003 counts it: both ends and the kind must be right.
NERGrit's tag set: with the learned part, its labels; by rules only, the heads of the mentions, countries as places. \
The settings of training were chosen by cross-validation over train and valid, and the model learns from both.
The mentions of a dossier follow other conventions on purpose: a body keeps the region in its name, a capital that \
acts is its state.
MEANTIME (CC BY 4.0): Wikinews on firms, aircraft and stock markets; a name counts as found when a mention of its kind \
holds its head. Where it ends is not measured: people marked whole noun phrases there.
The sentences of news are our own, each read alone as an article of one line: invented people and bodies beside \
real places (tests/golden/id/name_spans.tsv). They show plain news prose, not the prose of others.
"""


def measure(baselines: bool) -> PartFigures:
    """All figures of the part."""
    test = nergrit("test")
    packs = load_pack("id"), load_pack("id", models=False)
    gold = [one.spans for one in test]
    tagged, rules = by_model(test, packs[0]), by_mentions(test, packs[1])
    beside = (
        {"spaCy 3.8.18 (trained on the same)": spacy_spans(nergrit("train"), nergrit("valid"), test)}
        if baselines
        else {}
    )
    figures = [figure("ner/nergrit test", None, 0.77, gold, tagged, rules, beside, PUBLISHED)]
    figures += [figure("ner/nergrit test", kind, None, gold, tagged, rules, beside, {}) for kind in KINDS]
    mentions = by_mentions(test, packs[0])
    figures.append(Figure("ner/nergrit test, mentions of the reading", "entity F1", *entity_f1(gold, mentions), None))
    own = golden()
    marked = [spans for _, spans in own]
    found, plain = ([named(text, pack) for text, _ in own] for pack in packs)
    figures += [
        figure("own news sentences", kind, 0.85 if kind is None else None, marked, found, plain, {}, {})
        for kind in (None, *KINDS)
    ]
    figures += meantime_figures(load_packs(), load_packs(models=False))
    return PartFigures("names", tuple(figures), told_misses(gold, tagged), tuple(NOTES.strip().split("\n")))


def figure(
    cases: str,
    kind: str | None,
    floor: float | None,
    gold: Spans,
    found: Spans,
    rules: Spans,
    beside: dict[str, Spans],
    published: dict[str, float],
) -> Figure:
    """F1 of all kinds or of one, with what stands beside it."""
    n, f1 = entity_f1(gold, found, kind)
    others = {name: entity_f1(gold, spans, kind)[1] for name, spans in beside.items()}
    measure = "entity F1" if kind is None else f"entity F1, {kind.lower()}"
    return Figure(cases, measure, n, f1, floor, rules_only=entity_f1(gold, rules, kind)[1], beside=others | published)


def told_misses(gold: Spans, found: Spans) -> tuple[str, ...]:
    """What goes wrong, counted."""
    counts = misses(gold, found)
    kinds = ", ".join(f"{name} {count}" for name, count in counts.items())
    return (
        f"NERGrit test: {kinds}.",
        "Schools, universities and hospitals are marked now as places, now as organisations, in train as in test.",
        "Names of bands, clubs, films and works that occur once: nothing around them tells a band from its singer.",
        "Own sentences: a title before an unknown body and a person in one run of capitals is cut at the wrong word.",
    )


def by_model(cases: list[Tagged], pack: Pack) -> Spans:
    """What the learned part labels in each sentence."""
    model = pack.name_model
    if model is None:
        return [frozenset() for _ in cases]
    return [frozenset(spans_of(one.words, [word.casefold() for word in one.words], model)) for one in cases]


def by_mentions(cases: list[Tagged], pack: Pack) -> Spans:
    """What the naming stage names in each sentence, read as an article of its own."""
    drafts = [draft_of(one.words, pack) for one in cases]
    return [spans_of_mentions(find_names(draft)[1], draft.tokens) for draft in drafts]
