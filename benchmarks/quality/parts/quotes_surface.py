"""A rule system to stand beside: the gender gap tracker's rules without the parser that they need.

The original (sfu-discourse-lab/GenderGapTracker, nlp/english/quote_extractor.py) takes the clausal complements of its
verb list from a trained spaCy pipeline, `according to`, and sentences between marks as the last speaker's. No trained
pipeline can be had offline (textacy's extractor needs one too), so a complement is here what stands between the verb
and the end of the sentence, or before `, S said`, and a subject is the run of capitalised words beside the verb.
Written from its description; no line of it is copied.
"""

import re

from benchmarks.quality.parts.quotes_polnear import reporting_verbs
from benchmarks.quality.parts.quotes_scores import Found

_SENTENCE = re.compile(r"[^\n.!?]{1,2000}(?:[.!?](?=[^\s”\"’'])[^\n.!?]{0,2000}){0,8}[.!?]*[”\"’']{0,2}")
_MARKS = re.compile("(?:[“”\"]|'')([^“”\"\n]{1,5000}?)(?:[“”\"\n]|''|$)")
_SUBJECT = re.compile(r"(?:[A-Z][\w.’'-]*|[Hh]e|[Ss]he|[Tt]hey)(?: [A-Z][\w.’'-]*){0,5}")
_ACCORDING = re.compile(r"[Aa]ccording to ([^,.\n]{1,120})")
_WORD = re.compile(r"[\w’'-]+")
_SHORTEST = 4
_REACH = 6


def surface_quotations(text: str) -> list[Found]:
    """Quotations by marks, by verb and by `according to`, without overlaps."""
    verbs = reporting_verbs()
    found: list[Found] = []
    name = ""
    for match in _SENTENCE.finditer(text):
        one = _reported(text, match.span(), verbs)
        if one is None:
            marks = _MARKS.search(text, *match.span())
            if marks is None or len(marks[1].split()) < _SHORTEST or match.end() - marks.end() > 3:
                continue
            if found and found[-1].marked and "\n" not in text[found[-1].content[-1][1] : match.start()]:
                found[-1] = found[-1]._replace(content=(*found[-1].content, marks.span(1)))
                continue
            one = Found((marks.span(1),), (), name, True)
        name = one.name
        found.append(one)
    return found


def _reported(text: str, sentence: tuple[int, int], verbs: frozenset[str]) -> Found | None:
    """The first reporting verb with a subject beside it, or `according to`."""
    start, end = sentence
    source = _ACCORDING.search(text, start, end)
    if source is not None:
        first = source.start() <= start + 2
        content = (source.end() + 1, end) if first else (start, source.start())
        return Found((content,), (source.span(1),), source[1], False)
    for word in _WORD.finditer(text, start, end):
        if word[0] not in verbs:
            continue
        before = [match for match in _SUBJECT.finditer(text, start, word.start()) if _near(text, match, word)]
        after = _SUBJECT.match(text, word.end() + 1, end)
        marked = _MARKS.search(text, start, end)
        if before:
            last = before[-1].start() > start + 20 and end - word.end() < 30
            content = (start, before[-1].start()) if last else (word.end(), end)
            return _quotation(content, before[-1].span(), before[-1][0], marked)
        if after is not None and word.start() > start + 10:
            return _quotation((start, word.start()), after.span(), after[0], marked)
    return None


def _near(text: str, subject: re.Match[str], verb: re.Match[str]) -> bool:
    return len(text[subject.end() : verb.start()].split()) <= _REACH - 4


def _quotation(
    content: tuple[int, int], speaker: tuple[int, int], name: str, marked: re.Match[str] | None
) -> Found | None:
    if marked is not None and len(marked[1].split()) >= _SHORTEST and content[0] == marked.start():
        content = marked.span(1)
    return Found((content,), (speaker,), name, marked is not None) if content[1] - content[0] > _REACH else None
