"""spaCy's entity recogniser, trained from nothing on the same sentences."""

import importlib
import random
from typing import Any

from benchmarks.quality.parts.names_cases import Tagged
from benchmarks.quality.parts.names_scores import Spans

ROUNDS = 10
"""Passes over the train sentences; the one that is best on valid counts."""
BATCH = 16


def spacy_spans(train: list[Tagged], valid: list[Tagged], test: list[Tagged]) -> Spans:
    """What spaCy finds in the test sentences: blank Indonesian pipeline, fixed seed."""
    spacy: Any = importlib.import_module("spacy")
    training: Any = importlib.import_module("spacy.training")
    spacy.util.fix_random_seed(0)
    pipeline = spacy.blank("id")
    pipeline.add_pipe("ner")
    examples = [example(pipeline, training, one) for one in train]
    pipeline.initialize(lambda: examples)
    chance = random.Random(0)
    best: tuple[float, Spans] = (-1.0, [])
    for _ in range(ROUNDS):
        chance.shuffle(examples)
        for start in range(0, len(examples), BATCH):
            pipeline.update(examples[start : start + BATCH], drop=0.3)
        score = pipeline.evaluate([example(pipeline, training, one) for one in valid])["ents_f"] or 0.0
        if score > best[0]:
            best = score, [found(pipeline, one) for one in test]
    return best[1]


def document(pipeline: Any, one: Tagged) -> Any:
    """The words as spaCy's document, parted as they were given."""
    tokens: Any = importlib.import_module("spacy.tokens")
    return tokens.Doc(pipeline.vocab, words=list(one.words))


def example(pipeline: Any, training: Any, one: Tagged) -> Any:
    """A sentence with its spans, to learn from."""
    tags = ["O"] * len(one.words)
    for first, last, kind in one.spans:
        tags[first:last] = [f"B-{kind}"] + [f"I-{kind}"] * (last - first - 1)
    return training.Example.from_dict(document(pipeline, one), {"entities": training.iob_to_biluo(tags)})


def found(pipeline: Any, one: Tagged) -> frozenset[tuple[int, int, str]]:
    """The spans that the trained pipeline finds."""
    return frozenset((span.start, span.end, span.label_) for span in pipeline(document(pipeline, one)).ents)
