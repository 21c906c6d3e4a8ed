"""Names: NERGrit's marked sentences."""

from benchmarks.quality.parts.figures import Figure, PartFigures
from benchmarks.quality.parts.names_cases import Tagged, draft_of, nergrit, spans_of_mentions
from benchmarks.quality.parts.names_scores import Spans, entity_f1

from semeja.lang.pack import load_pack
from semeja.read.names import find_names

PUBLISHED = {
    "XLM-R base (published)": 0.7909,
    "XLM-R large (published)": 0.7826,
    "IndoBERT-large (published)": 0.7760,
    "mBERT (published)": 0.7502,
}
"""IndoNLU paper, table of test results, NERGrit."""


def measure(baselines: bool) -> PartFigures:
    """All figures of the part."""
    test = nergrit("test")
    gold, rules = [one.spans for one in test], by_rules(test)
    n, f1 = entity_f1(gold, rules)
    figures = (Figure("ner/nergrit test", "entity F1", n, f1, 0.77, rules_only=f1, beside=PUBLISHED),)
    return PartFigures("names", figures)


def by_rules(cases: list[Tagged]) -> Spans:
    """What the rules alone name in each sentence, read as an article of its own."""
    pack = load_pack("id")
    drafts = [draft_of(one.words, pack) for one in cases]
    return [spans_of_mentions(find_names(draft)[1], draft.tokens) for draft in drafts]
