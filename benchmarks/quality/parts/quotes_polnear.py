"""PolNeAR: the attributions that people marked in US election news, as spans of the article's text.

The corpus has no licence: it is measured on where it lies beside a checkout, and nothing of it is stored.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from benchmarks.quality.parts.data import DATA, records_of, text_of

_MARKED = re.compile("(?:[“”\"]|'')([^“”\"\n]{1,5000}?)(?:[“”\"\n]|''|$)")
_WORD = re.compile(r"\w+")

Ranges = tuple[tuple[int, int], ...]


class Attribution(NamedTuple):
    """One attribution: where its content, source and cue stand (code points), and how it is told.

    `kind`: `direct` (nine tenths of the content's letters between quotation marks), `mixed` (some), `indirect`.
    `reported`: its cue holds a form of the gender gap tracker's verb list or `according to`, or it has none.
    """

    content: Ranges
    source: Ranges
    source_text: str
    kind: str
    reported: bool
    words: int


class Annotated(NamedTuple):
    """An article with its attributions in order."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


def articles(split: str) -> Iterator[Annotated]:
    """The articles of `train` or `dev`; of several coders' work the first coder's counts."""
    verbs = reporting_verbs()
    for record in records_of(DATA / "quotes" / "polnear" / f"{split}.jsonl.gz"):
        yield Annotated(record["id"], record["text"], tuple(_attributions(record, verbs)))


def reporting_verbs() -> frozenset[str]:
    """The 257 verb forms of the gender gap tracker (MIT)."""
    return frozenset(text_of(DATA / "quotes" / "ggt" / "quote_verb_list.txt").split())


def _attributions(record: dict[str, Any], verbs: frozenset[str]) -> list[Attribution]:
    text: str = record["text"]
    marked = [match.span(1) for match in _MARKED.finditer(text)]
    spans: dict[str, tuple[Ranges, str]] = {}
    found: list[Attribution] = []
    for line in next(iter(record["brat"].values())).split("\n"):
        cells = line.split("\t")
        if line.startswith("T") and len(cells) > 2:
            _, places = cells[1].split(" ", 1)
            ranges = tuple([(int(start), int(end)) for start, end in (place.split() for place in places.split(";"))])
            spans[cells[0]] = ranges, " ".join(text[start:end] for start, end in ranges)
        elif line.startswith("E") and len(cells) > 1:
            roles = [part.split(":") for part in cells[1].split()]
            content = [spans[place] for role, place in roles if role.startswith("Content") and place in spans]
            source = [spans[place] for role, place in roles if role.startswith("Source") and place in spans]
            cue = [spans[place][1] for role, place in roles if role.startswith("Cue") and place in spans]
            if content:
                found.append(_attribution(text, marked, content, source, " ".join(cue), verbs))
    return sorted(found)


def _attribution(
    text: str,
    marked: list[tuple[int, int]],
    content: list[tuple[Ranges, str]],
    source: list[tuple[Ranges, str]],
    cue: str,
    verbs: frozenset[str],
) -> Attribution:
    ranges = tuple(sorted(part for places, _ in content for part in places))
    letters = sum(text[at].isalnum() for start, end in ranges for at in range(start, end))
    inside = sum(
        text[at].isalnum()
        for start, end in ranges
        for first, last in marked
        for at in range(max(start, first), min(end, last))
    )
    kind = "direct" if inside >= 0.9 * letters else "mixed" if inside else "indirect"
    words = _WORD.findall(cue.casefold())
    reported = not words or not verbs.isdisjoint(words) or "according" in words
    size = sum(len(_WORD.findall(text[start:end])) for start, end in ranges)
    names = " ".join(words for _, words in source)
    return Attribution(ranges, tuple([part for places, _ in source for part in places]), names, kind, reported, size)
