"""Which words differ between versions of one utterance."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

import msgspec

from semeja.records.dossier import Evidence

_WORD = re.compile(r"\S+")


class Word(msgspec.Struct, frozen=True):
    """A word of a version; `differs` where the reference version has another word or none."""

    text: str
    differs: bool


def compare_wording(reference: str, version: str) -> tuple[Word, ...]:
    """The words of `version`, those marked that `reference` does not have in the same order."""
    words, known = version.split(), reference.split()
    matcher = SequenceMatcher(None, [_key(word) for word in known], [_key(word) for word in words], autojunk=False)
    same = {place for _, start, size in matcher.get_matching_blocks() for place in range(start, start + size)}
    return tuple(Word(word, place not in same) for place, word in enumerate(words))


def mark_words(content: Evidence, only: Iterable[Evidence]) -> tuple[Word, ...]:
    """The words of a quote, those marked that stand in `only`: for a version in another language."""
    marked = [(place.start - content.start, place.end - content.start) for place in only]
    return tuple(
        Word(match[0], any(start < match.end() and match.start() < end for start, end in marked))
        for match in _WORD.finditer(content.text)
    )


def _key(word: str) -> str:
    return word.strip(".,;:!?\"'“”‘’()").casefold()
