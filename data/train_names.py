"""Train the learned part of the naming stage, or measure it by cross-validation.

    python -m data.train_names DATA [--out FILE] [--folds N] [--first N]

DATA is the folder of the data sets (ner/nergrit, ner/nerp, pos/posp, ud, nli/indonli, coref/indocoref, gazetteers).
Needs python-crfsuite and numpy (`requirements/train.in`). One process, fixed seeds: on one machine the same bytes every
time. `--folds` prints entity F1 by cross-validation over train and valid and writes nothing; `--first` takes so many
sentences only.
"""

import argparse
import importlib
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from data.name_lexicon import Attributes, lexicon_of
from data.name_replacing import replaced, spans
from data.name_texts import Pair, tagged

from semeja.lang.name_features import Lexicon, role_features
from semeja.lang.name_model import SCALE, SIZE, Stored, encode, of_stored, pack
from semeja.lang.name_moves import LABELS
from semeja.read.names.labelling import enclosures, features_at, runs, spans_of, words_at

MODEL = Path(__file__).resolve().parents[1] / "src" / "semeja" / "lang" / "id" / "models" / "names.bin"
SETTINGS = {"c1": 0.05, "c2": 0.5, "max_iterations": 100, "feature.possible_transitions": True}
"""Elastic net and rounds of L-BFGS, chosen by cross-validation over train and valid."""
SMALLEST = 8
"""Weights below 8/1024 in every label are left out."""


def sentences(data: Path, parts: Iterable[str]) -> list[Pair]:
    """NERGrit's sentences of some parts."""
    return [pair for part in parts for pair in tagged(data / "ner" / "nergrit" / f"{part}.tsv.gz")]


def features(words: list[str], lexicon: Lexicon) -> list[list[str]]:
    """The features of each word of a sentence, as text; those of no word alone begin with a bar."""
    keys = [word.casefold() for word in words]
    return [
        [feature for role, word in words_at(words, i, run) for feature in role_features(role, word, lexicon)]
        + [f"|{feature}" for feature in features_at(keys, i, run, inside)]
        for i, (run, inside) in enumerate(zip(runs(words, 0, len(words)), enclosures(words), strict=True))
    ]


def trained(pairs: Iterable[tuple[list[list[str]], list[str]]], attributes: Attributes) -> Stored:
    """The model of sentences given as features and tags."""
    crfsuite: Any = importlib.import_module("pycrfsuite")
    trainer, tagger = crfsuite.Trainer(verbose=False), crfsuite.Tagger()
    for items, tags in pairs:
        trainer.append(items, tags)
    trainer.select("lbfgs")
    trainer.set_params(SETTINGS)
    with tempfile.NamedTemporaryFile() as file:
        trainer.train(file.name)
        tagger.open(file.name)
        info = tagger.info()
    return stored(info.state_features, info.transitions, attributes)


def stored(states: Any, moves: Any, attributes: Attributes) -> Stored:
    """The model as it is kept; attributes that no feature uses are left out."""
    number = {label: place for place, label in enumerate(LABELS)}
    weights: dict[str, list[int]] = {}
    for (feature, label), weight in states.items():
        weights.setdefault(feature, [0] * len(LABELS))[number[label]] = round(weight * SCALE)
    weights = {feature: row for feature, row in sorted(weights.items()) if max(map(abs, row)) >= SMALLEST}
    used = {tuple(feature.split("|", 2)[1:]) for feature in weights if feature[0] != "|"}
    kept = {word: [pair for pair in pairs if pair in used] for word, pairs in attributes.items()}
    every = sorted({pair for pairs in kept.values() for pair in pairs})
    index = {pair: place for place, pair in enumerate(every)}
    return Stored(
        attributes=tuple(every),
        words={word: tuple(index[pair] for pair in pairs) for word, pairs in kept.items()},
        features=tuple(weights),
        weights=b"".join(pack(row).to_bytes(SIZE, "little", signed=True) for row in weights.values()),
        transitions=tuple(tuple(round(moves.get((one, other), 0) * SCALE) for other in LABELS) for one in LABELS),
    )


def validated(folder: Path, data: list[Pair], attributes: Attributes, folds: int) -> float:
    """Entity F1 over all folds."""
    right = total = given = 0
    for fold in range(folds):
        model = of_stored(learned(folder, [one for i, one in enumerate(data) if i % folds != fold], attributes))
        for words, tags in data[fold::folds]:
            gold, found = spans(tags), set(spans_of(words, [word.casefold() for word in words], model))
            right, total, given = right + len(gold & found), total + len(gold), given + len(found)
        print(f"fold {fold}: so far {2 * right / (total + given):.4f}", flush=True)
    return 2 * right / (total + given)


def learned(folder: Path, pairs: list[Pair], attributes: Attributes) -> Stored:
    """The model of the sentences and of the same ones with other names."""
    lexicon = {word: tuple(found) for word, found in attributes.items()}
    return trained([(features(words, lexicon), tags) for words, tags in pairs + replaced(folder, pairs)], attributes)


def main() -> int:
    """Trains and writes, or validates."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("data", type=Path)
    options.add_argument("--out", type=Path, default=MODEL)
    options.add_argument("--folds", type=int, default=0)
    options.add_argument("--first", type=int)
    given = options.parse_args()
    attributes = lexicon_of(given.data)
    pairs = sentences(given.data, ("train", "valid"))[: given.first]
    if given.folds:
        print(f"entity F1 {validated(given.data, pairs, attributes, given.folds):.4f}")
        return 0
    body = encode(learned(given.data, pairs, attributes))
    given.out.write_bytes(body)
    print(f"{given.out.name}: {len(body):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
