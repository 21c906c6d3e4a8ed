"""Units of reading: sentences of the body, joined where marked words hold full stops."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Final

from semeja.lang.quoting import MARKS, SINGLE_MARKS
from semeja.read.quotes.marks import Mark, Marking, mark_paragraph, marks_of, pair_of, single_pairs
from semeja.read.quotes.scene import Pair, Scene, Unit
from semeja.records.reading import Sentence

_TAIL: Final = 9


def units_of(scene: Scene, sentences: tuple[Sentence, ...], signals: list[int]) -> list[Unit]:
    """Units in order; `signals` are the tokens at which a rule may stop, quotation marks among them."""
    body = [
        sentence for sentence in sentences if sentence.zone == "body" and sentence.last_token > sentence.first_token
    ]
    paragraphs = [list(group) for _, group in groupby(body, key=attrgetter("paragraph"))]
    keys = scene.tokens.keys
    marks = [token for token in signals if keys[token] in MARKS or keys[token] in SINGLE_MARKS]
    if ",," in scene.text:
        marks = sorted([*marks, *_low_commas(scene)])
    units: list[Unit] = []
    for number, paragraph in enumerate(paragraphs):
        start = bisect_left(marks, paragraph[0].first_token)
        inside = marks[start : bisect_left(marks, paragraph[-1].last_token, start)]
        if not inside:
            units += [Unit(one.first_token, one.last_token, one.paragraph, (), ()) for one in paragraph]
            continue
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        reopens = following is not None and keys[following[0].first_token] in MARKS
        units += _paragraph_units(scene, paragraph, _pairs(scene, paragraph, inside, reopens))
    return units


def _low_commas(scene: Scene) -> list[int]:
    """The commas of `,,` that opens marked words: typed for a low quotation mark."""
    text, tokens = scene.text, scene.tokens
    opened = [
        token
        for token, key in enumerate(tokens.keys[:-1])
        if key == "," == tokens.keys[token + 1]
        and tokens.ends[token] == tokens.starts[token + 1]
        and (tokens.starts[token] == 0 or text[tokens.starts[token] - 1].isspace())
    ]
    return [place for token in opened for place in (token, token + 1)]


def _pairs(scene: Scene, paragraph: list[Sentence], inside: list[int], reopens: bool) -> tuple[Pair, ...]:
    """Marked words of a paragraph; single marks count where it has no double ones."""
    double, single = marks_of(scene.tokens, inside)
    if not double:
        return single_pairs(scene.text, scene.tokens, single)
    marking = mark_paragraph(scene.text, scene.tokens, double)
    if marking.stray is None:
        return marking.pairs
    repaired = _repair(scene, paragraph, marking, marking.stray, reopens)
    return marking.pairs if repaired is None else tuple(sorted((*marking.pairs, repaired), key=lambda pair: pair.open))


def _repair(scene: Scene, paragraph: list[Sentence], marking: Marking, stray: Mark, reopens: bool) -> Pair | None:
    """The marked words that a lone mark stands for, or None where that would be a guess.

    A lone opening mark: up to `, kata S`, or to the end of a paragraph that starts with it or whose successor opens
    anew. A lone closing mark before `kata S`: from the start of its sentence.
    """
    tokens, keys, tables = scene.tokens, scene.tokens.keys, scene.tables
    first, last = paragraph[0].first_token, paragraph[-1].last_token
    opened, closed = stray
    if marking.stray_opens:
        limit = min([pair.open for pair in marking.pairs if pair.open > opened], default=last)
        for token in range(closed + 2, limit):
            cue = tables.cues.get(keys[token])
            if cue is not None and (cue.after or cue.clitic) and keys[token - 1] == ",":
                return pair_of(tokens, stray, (token, token - 1))
        if limit == last and closed + 1 < last and (reopens or opened == first):
            return pair_of(tokens, stray, (last, last), continued=reopens)
        return None
    cue = tables.cues.get(keys[closed + 1]) if closed + 1 < last else None
    if cue is None or not (cue.after or cue.clitic):
        return None
    start = max(sentence.first_token for sentence in paragraph if sentence.first_token <= opened)
    start = max([start, *(pair.close + 1 for pair in marking.pairs if pair.close < opened)])
    return pair_of(tokens, (start, start - 1), stray) if start < opened else None


def _paragraph_units(scene: Scene, paragraph: list[Sentence], pairs: tuple[Pair, ...]) -> Iterator[Unit]:
    """The paragraph's sentences, joined where a pair spans them or a speaker follows the closing mark."""
    first = paragraph[0].first_token
    at = done = 0
    for number, sentence in enumerate(paragraph):
        following = paragraph[number + 1] if number + 1 < len(paragraph) else None
        if following is not None:
            cut = following.first_token
            while at < len(pairs) and pairs[at].close < cut - 1:
                at += 1
            if at < len(pairs) and pairs[at].open < cut <= pairs[at].close:
                continue
            closed = any(pair.close == cut - 1 for pair in pairs[at : at + 1])
            if closed and _is_tail(scene, following):
                continue
        end = sentence.last_token
        inside = pairs[done:]
        if following is not None:
            until = done
            while until < len(pairs) and pairs[until].open < end:
                until += 1
            inside, done = pairs[done:until], until
        yield Unit(first, end, sentence.paragraph, inside, tuple([pair.open for pair in inside]))
        first = end


def _is_tail(scene: Scene, sentence: Sentence) -> bool:
    """`Hollings said.` after `"…!"`: a short sentence with a cue, no marks and nothing reported."""
    keys = scene.tokens.keys[sentence.first_token : sentence.last_token]
    cues = scene.tables.cues
    if len(keys) > _TAIL or not MARKS.isdisjoint(keys):
        return False
    return any(key in cues and (cues[key].before or cues[key].after) for key in keys) and scene.tables.that.isdisjoint(
        keys
    )
