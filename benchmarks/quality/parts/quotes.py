"""Quotations: spans and speakers on annotated news, beside a surface version of a published rule system."""

import hashlib

from benchmarks.quality.parts.figures import Figure, PartFigures
from benchmarks.quality.parts.quotes_golden import golden_figures
from benchmarks.quality.parts.quotes_notes import MISSES, NOTES
from benchmarks.quality.parts.quotes_polnear import Annotated, Attribution, Ranges, articles
from benchmarks.quality.parts.quotes_scores import Found, Outcome, counts, matched, speaker_names, speaker_spans
from benchmarks.quality.parts.quotes_surface import surface_quotations

from semeja.lang.pack import load_packs
from semeja.read.reading import read
from semeja.records.article import Article
from semeja.records.reading import Quotation, Reading

_SHORTEST = 4
"""Words: the rule system beside it keeps no quotation of fewer."""


def found_in(article: Annotated) -> list[Found]:
    """What semeja finds, in the annotation's terms: what one cue governs, and goes on without a cue, is one."""
    digest = hashlib.sha256(article.text.encode()).hexdigest()
    reading = read(Article(id=article.id, source="", text=article.text, text_sha256=digest), load_packs())
    names = {character.id: character.name for character in reading.cast}
    found: list[Found] = []
    for quotes in _grouped(reading):
        content = _joined(tuple([_place(reading, quote) for quote in quotes]))
        name = " ".join(names.get(entity, entity) for entity in quotes[0].speaker)
        marked = all(quote.kind in ("direct", "partial") for quote in quotes)
        found.append(Found(content, _words_of(reading, quotes[0]), name, marked))
    return found


def _grouped(reading: Reading) -> list[list[Quotation]]:
    """Quotations of one cue together; marked words without a cue go with those before them in their paragraph."""
    groups: list[list[Quotation]] = []
    for quote in reading.quotes:
        last = groups[-1][-1] if groups else None
        if last is not None and _together(reading, last, quote):
            groups[-1].append(quote)
        else:
            groups.append([quote])
    return groups


def _together(reading: Reading, last: Quotation, quote: Quotation) -> bool:
    if quote.cue is not None:
        return quote.cue == last.cue or quote.rule.endswith("second-complement")
    same = reading.sentences[last.sentence].paragraph == reading.sentences[quote.sentence].paragraph
    return same and last.kind == quote.kind == "direct" and last.speaker == quote.speaker


def _words_of(reading: Reading, quote: Quotation) -> Ranges:
    """Where the speaker's words stand: the cue phrase, and every mention of who speaks."""
    speaker = set(quote.speaker)
    mentions = [(mention.start, mention.end) for mention in reading.mentions if speaker.intersection(mention.entities)]
    return (*mentions, (quote.cue.start, quote.cue.end)) if quote.cue else tuple(mentions)


def _place(reading: Reading, quote: Quotation) -> tuple[int, int]:
    """The content; for marked words their clause, cue to end of sentence or back; around a cue both of its sides."""
    sentence = reading.sentences[quote.sentence]
    if quote.rule.endswith("interposed"):
        return min(sentence.start, quote.start), quote.end
    if quote.kind != "partial" or quote.cue is None:
        return quote.start, quote.end
    if quote.cue.end <= quote.start:
        return quote.cue.end, max(sentence.end, quote.end)
    return min(sentence.start, quote.start), quote.cue.start


def _joined(places: Ranges) -> Ranges:
    """Ranges without overlaps."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _marked(gold: Attribution) -> bool:
    return gold.kind != "indirect"


def _reported(gold: Attribution) -> bool:
    return gold.reported and gold.words >= _SHORTEST


def _any(gold: Attribution) -> bool:
    return True


_SETS = (
    ("direct and mixed", _marked, True),
    ("reported (verb list of the tracker, `according to` or no cue; four words or more)", _reported, False),
    ("all attributions", _any, False),
)
_SURFACE = "tracker's rules without a parser"
_PUBLISHED = {0.3: 0.837, 0.8: 0.761}


def measure(baselines: bool) -> PartFigures:
    """The figures on the development articles."""
    cases = list(articles("dev"))
    ours = [found_in(article) for article in cases]
    others = [surface_quotations(article.text) for article in cases] if baselines else None
    figures: list[Figure] = []
    for share in (0.3, 0.8):
        outcomes = [matched(article, found, share) for article, found in zip(cases, ours, strict=True)]
        beside = (
            [matched(article, found, share) for article, found in zip(cases, others, strict=True)] if others else []
        )
        for label, wanted, only_marked in _SETS:
            score = counts(outcomes, wanted, only_marked)
            published = {"gender gap tracker, on its own set (published)": _PUBLISHED[share]} if label[0] == "r" else {}
            other = {_SURFACE: counts(beside, wanted, only_marked).f1} if beside else {}
            name = f"PolNeAR dev, {label}"
            figures.append(Figure(name, f"F1 at {share} of the span", score.gold, score.f1, beside=other | published))
            if share == 0.3:
                figures += [
                    Figure(name, f"precision at {share}", score.found, score.precision),
                    Figure(name, f"recall at {share}", score.gold, score.recall),
                ]
        if share == 0.3:
            figures += _speakers(outcomes, beside)
    return PartFigures("quotes", (*figures, *golden_figures()), MISSES, NOTES)


def _speakers(outcomes: list[Outcome], beside: list[Outcome]) -> list[Figure]:
    right, total = speaker_spans(outcomes)
    named, names = speaker_names(outcomes)
    place = {_SURFACE: _share(speaker_spans(beside))} if beside else {}
    name = {_SURFACE: _share(speaker_names(beside))} if beside else {}
    cases = "PolNeAR dev, matched at 0.3"
    return [
        Figure(cases, "speaker's words overlap with the source", total, right / max(total, 1), 0.85, beside=place),
        Figure(cases, "speaker resolved, of sources with a name", names, named / max(names, 1), beside=name),
    ]


def _share(counted: tuple[int, int]) -> float:
    return counted[0] / max(counted[1], 1)
