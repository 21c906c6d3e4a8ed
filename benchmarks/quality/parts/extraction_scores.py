"""How alike an extracted text and the gold text are, as the evaluations of the data sets define it."""

import re
from collections import Counter
from statistics import mean

import msgspec
from rapidfuzz.distance import LCSseq

SHINGLE_WORDS = 4
"""Words of a shingle in scrapinghub/article-extraction-benchmark, `evaluate.py`."""

_WORD = re.compile(r"\w+")
_ROUGE_WORD = re.compile(r"[a-z0-9]+")
_SENTENCE = re.compile(r"\n+|(?<=[.!?])[\"”’)]{0,2}\s+")


class Score(msgspec.Struct, frozen=True):
    """Precision, recall and F1 of a set of pages."""

    precision: float
    recall: float
    f1: float


def shingle_counts(gold: str, found: str) -> tuple[float, float, float]:
    """Shared, superfluous and missing shingles of a page as shares of all of its shingles."""
    true, predicted = _shingles(gold), _shingles(found)
    shared = sum((true & predicted).values())
    counts = (shared, sum(predicted.values()) - shared, sum(true.values()) - shared)
    whole = sum(counts)
    return (counts[0] / whole, counts[1] / whole, counts[2] / whole) if whole else (0.0, 0.0, 0.0)


def shingle_score(pairs: list[tuple[str, str]]) -> Score:
    """Mean precision and mean recall of the pages (gold, found), and the F1 of these two means."""
    counts = [shingle_counts(gold, found) for gold, found in pairs]
    precision = mean(_share(shared, extra, missing) for shared, extra, missing in counts if shared + extra > 0)
    recall = mean(_share(shared, missing, extra) for shared, extra, missing in counts if shared + missing > 0)
    return Score(precision, recall, 2 * precision * recall / (precision + recall))


def rouge_lsum(gold: str, found: str) -> float:
    """F1 of ROUGE-LSum (Lin 2004): for each gold sentence the union of its longest common subsequences with all found.

    Words as rouge-score has them (a-z, 0-9); sentences end at a line's end or a stop, not by a trained splitter.
    """
    true, predicted = _sentences(gold), _sentences(found)
    left = Counter(word for sentence in true for word in sentence)
    right = Counter(word for sentence in predicted for word in sentence)
    size, other = sum(left.values()), sum(right.values())
    hits = 0
    for sentence in true:
        matched = set().union(*(_common(sentence, candidate) for candidate in predicted)) if predicted else set()
        for place in sorted(matched):
            word = sentence[place]
            if left[word] > 0 and right[word] > 0:
                left[word], right[word], hits = left[word] - 1, right[word] - 1, hits + 1
    return 2 * hits / (size + other) if size + other else 1.0


def chosen_gold(paragraphs: list[str], found: str) -> str:
    """The gold text of fundus-evaluation: paragraphs in brackets are optional and count when most of them is found."""
    there = _shingles(found)
    chosen = []
    for paragraph in paragraphs:
        optional = paragraph.startswith("[") and paragraph.endswith("]")
        own = _shingles(paragraph)
        if not optional or 2 * sum((own & there).values()) > sum(own.values()):
            chosen.append(paragraph[1:-1] if optional else paragraph)
    return "\n\n".join(chosen)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    pieces = (tuple(words[start : start + SHINGLE_WORDS]) for start in range(max(1, len(words) - SHINGLE_WORDS + 1)))
    return Counter(piece for piece in pieces if piece)


def _share(shared: float, wrong: float, other: float) -> float:
    if wrong == other == 0:
        return 1.0
    return shared / (shared + wrong) if shared + wrong else 0.0


def _sentences(text: str) -> list[list[str]]:
    found = (_ROUGE_WORD.findall(piece) for piece in _SENTENCE.split(text.lower()))
    return [words for words in found if words]


def _common(sentence: list[str], candidate: list[str]) -> set[int]:
    """Places of the sentence that stand in a longest common subsequence with the candidate."""
    lost = {edit.src_pos for edit in LCSseq.editops(sentence, candidate) if edit.tag == "delete"}
    return set(range(len(sentence))) - lost
