"""Whether a sentence can be read without the ones around it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from semeja.compare.wording import content_stems
from semeja.lang import overview, wording
from semeja.lang.pack import CODES
from semeja.lang.translating import translation_signs
from semeja.records.reading import Mention, Reading
from semeja.records.span import Span
from semeja.records.story import Story
from semeja.text.keys import fold

NAMING = ("name", "metonym", "role")
"""Forms of a mention that say who is meant."""
CLITIC_EARLY = 3
"""Words at the opening where a clitic that is not resolved cannot find its owner in the sentence."""
OPENING = 7
"""Words at the opening among which `yang sama`, `the same` compares with what stood before."""
LONGEST_BARE_ROLE = 14
"""Characters of a role that says of nobody which one he is: `Menteri`, `the minister`."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SCAR = re.compile(r"\s,|\(\s?\)|\b(\w{4,30}) (?:dan|and) \1\b", re.IGNORECASE)
_MARKS = re.compile(r"[\"“”]")


def stands_alone(story: Story, index: int, at: int, parts: Sequence[Span]) -> bool:
    """Whether what is left of the sentence `at` points at nothing outside it, asks nothing, and has no scar.

    A pronoun, a demonstrative or a clitic may stand where the one that it means is named before it in the line.
    """
    reading, text = story.readings[index], story.articles[index].text
    sentence = reading.sentences[at]
    if sentence.zone != "body" or any(
        one.start < part.end and part.start < one.end for one in reading.removed for part in parts
    ):
        return False
    line = " ".join(part.of(text) for part in parts)
    if line.rstrip(' "”').endswith(("?", ":", "…", "...")) or len(_MARKS.findall(line)) % 2 == 1:
        return False
    if any(_has_scar(part.of(text), reading.language) for part in parts):
        return False
    if _of_the_page(story, index, at) or _opens_badly(line, reading.language):
        return False
    if _speaker_outside(story, index, parts):
        return False
    if any(_is_bare_role(reading, one, parts) for one in reading.mentions if one.form == "role"):
        return False
    return not _points(line, reading.language) and all(
        _is_resolved(reading, text, one, parts)
        for one in reading.mentions
        if one.form in ("pronoun", "demonstrative", "clitic") and _within(one, parts)
    )


def _within(mention: Mention, parts: Sequence[Span]) -> bool:
    return any(part.start <= mention.start and mention.end <= part.end for part in parts)


def _has_scar(line: str, language: str | None) -> bool:
    """A trace of a machine's hand."""
    return bool(_SCAR.search(line)) or any(sign.search(line) for sign in translation_signs(language))


def _of_the_page(story: Story, index: int, at: int) -> bool:
    """Whether the sentence speaks of the article itself: corrections, updates, notes."""
    sentence = story.readings[index].sentences[at]
    return any(
        sentence.start <= mark.start < sentence.end and mark.kind != "hint"
        for mark in story.readings[index].corrections
    )


def _opens_badly(line: str, language: str | None) -> bool:
    tables = overview.load(language if language in CODES else CODES[0])
    words = tuple(fold(one) for one in _WORD.findall(line[:120])[:4])
    return any(words[:count] in tables.never_start for count in range(1, len(words) + 1))


def _points(line: str, language: str | None) -> bool:
    """Whether a word takes up something that is not in the line: `tersebut`, `such`, `itu` behind a new noun.

    `hari ini`, `this week` are times. A demonstrative may stand by a noun that the line has had before.
    """
    code = language if language in CODES else CODES[0]
    tables, pointers = overview.load(code), _pointers(code)
    words = [fold(one) for one in _WORD.findall(line)]
    if any(pair in tables.sames for pair in pairwise(words[:OPENING])):
        return True
    for place, word in enumerate(words):
        if word not in pointers:
            continue
        near = {words[place - 1]} if place else set()
        near |= {words[place + 1]} if place + 1 < len(words) else set()
        if word in tables.back_words and near & tables.time_nouns:
            continue
        behind = words[place + 1 : place + 2]
        noun = behind if tables.pointer_first else words[place - 1 : place] if place else []
        stems = content_stems(" ".join(noun), code)
        before = content_stems(" ".join(words[: max(0, place - 1)]), code)
        if not (word in tables.back_words and stems and stems[0] in before):
            return True
    return False


def has_passing_day(line: str, language: str | None) -> bool:
    """Whether a line names a day that only its article's own day explains: `hari ini`, `pekan ini`, `this week`."""
    tables = overview.load(language if language in CODES else CODES[0])
    words = [fold(one) for one in _WORD.findall(line)]
    return any({one, other} & tables.back_words and {one, other} & tables.time_nouns for one, other in pairwise(words))


@lru_cache(maxsize=8)
def _pointers(code: str) -> frozenset[str]:
    """The pointers of the language that are no pronouns: those are judged by what they mean."""
    pronouns = {word for phrase in overview.load(code).never_start for word in phrase if len(phrase) == 1}
    tables = overview.load(code)
    return frozenset(
        word
        for word in wording.load(code).pointers
        if word in tables.back_words or word not in pronouns or word in ("such", "hal", "keduanya", "mereka", "they")
    )


def _is_bare_role(reading: Reading, mention: Mention, parts: Sequence[Span]) -> bool:
    """Whether `Menteri`, `the minister` stands for somebody whom the line does not name."""
    persons = {one for one in mention.entities if one.startswith("person:")}
    if not persons or not _within(mention, parts) or mention.end - mention.start > LONGEST_BARE_ROLE:
        return False
    named = {who for one in reading.mentions if one.form == "name" and _within(one, parts) for who in one.entities}
    return not persons & named


def _is_resolved(reading: Reading, text: str, pointer: Mention, parts: Sequence[Span]) -> bool:
    """Whether the line names, before the pointer, the one whom it means."""
    named = [one for one in reading.mentions if one.form in NAMING and _within(one, parts)]
    quote = next((one for one in reading.quotes if one.start <= pointer.start < one.end), None)
    if quote and quote.speaker and set(pointer.entities) <= set(quote.speaker):
        return any(set(one.entities) & set(quote.speaker) for one in named)
    before = [one for one in named if one.end <= pointer.start]
    if pointer.entities:
        return any(set(one.entities) & set(pointer.entities) for one in before)
    if pointer.form == "demonstrative":
        tables = overview.load(reading.language if reading.language in CODES else CODES[0])
        words = {fold(one) for one in _WORD.findall(text[pointer.start : pointer.end])}
        return words.isdisjoint(tables.back_words - {"the"})
    tables = overview.load(reading.language if reading.language in CODES else CODES[0])
    owned = fold(text[pointer.start : pointer.end]) in tables.possessives
    if pointer.form != "clitic" and not owned:
        return False
    opening = len(_WORD.findall(text, parts[0].start, pointer.start)) <= CLITIC_EARLY
    return (bool(before) or owned) and not opening


def _speaker_outside(story: Story, index: int, parts: Sequence[Span]) -> bool:
    """Whether the line gives somebody's words, or a cue with a clitic (`katanya`), without saying who spoke."""
    reading, text = story.readings[index], story.articles[index].text
    tables = overview.load(reading.language if reading.language in CODES else CODES[0])
    for quote in reading.quotes:
        if not any(part.start <= quote.start < part.end for part in parts):
            continue
        cue = quote.cue
        if quote.kind == "direct" and (cue is None or not any(part.start <= cue.start < part.end for part in parts)):
            return True
        verb = fold(" ".join(_WORD.findall(cue.of(text))[:1])) if cue else ""
        if tables.speech_suffixes and verb.endswith(tables.speech_suffixes):
            return True
    return False
