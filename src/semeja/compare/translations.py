"""Texts that look translated: the signs, and the article of another language that one may come from."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable

from semeja.compare.attributions import Attribution
from semeja.compare.citations import own_article
from semeja.compare.common_sources import nearest_retold, retold_edge
from semeja.compare.instants import earlier
from semeja.compare.origins import Press
from semeja.compare.retold import Retold
from semeja.lang import wording
from semeja.lang.translating import translation_signs
from semeja.records.article import Article
from semeja.records.dossier import Edge, Evidence, Translation
from semeja.records.reading import Paragraph, Reading
from semeja.records.story import Story
from semeja.text.keys import plain

FEWEST_SIGNS = 2
"""Signs from which a translation is called likely; a stated one needs none."""
FEWEST_ANCHORS = 3
"""Rare numbers and names in the same order that make another article the likely original."""
MOST_CARRIERS = 24
"""An anchor that more articles have is not rare, however large the story."""
MOST_ANCHORS = 400
"""Anchors of one article that are aligned: the first ones, which is where translations keep to their original."""

TRANSLATED = 0.75
"""Share of a text that must stand in one of another language for it to be a translation where no sign says so."""
ALIKE = 0.44
"""Mean likeness of its sentences to theirs, likewise."""
ONE_TO_ONE = 0.9
"""Share of its sentences that have one of their own there, likewise."""

Anchor = tuple[str, int, int]
Span = tuple[int, int]

_SLUG = re.compile(r"https?://[^\s/]+/\S*?([a-z0-9]+(?:-[a-z0-9]+){3,})", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def describe_translation(story: Story, index: int) -> Translation:
    """`articles[].translation`: likely when it is stated or when at least `FEWEST_SIGNS` signs stand in the text."""
    stated = next((one for one in story.readings[index].credits if one.relation == "translation_of"), None)
    signs = set(_signs(story, index))
    if stated:
        signs.add(story.evidence(index, stated.start, stated.end))
    return Translation(bool(stated) or len(signs) >= FEWEST_SIGNS, stated.url if stated else None, tuple(sorted(signs)))


def _signs(story: Story, index: int) -> Iterable[Evidence]:
    """Signs in an Indonesian body, and English slugs of the addresses that it credits."""
    article, reading = story.articles[index], story.readings[index]
    patterns = translation_signs(reading.language)
    for part in reading.paragraphs:
        if part.zone == "body":
            for pattern in patterns:
                for match in pattern.finditer(article.text, part.start, part.end):
                    yield story.evidence(index, *match.span())
    for credit in reading.credits if patterns else ():
        slug = _SLUG.search(credit.url or "")
        if slug and _english(slug.group(1)):
            yield story.evidence(index, credit.start, credit.end)


def _english(slug: str) -> bool:
    """Whether a slug has English function words; a short one alone may be a name (`menlu-as-bertemu`)."""
    function_words = wording.load("en").stopwords.intersection(slug.casefold().split("-"))
    return len(function_words) > 1 or any(len(word) > 2 for word in function_words)


def translation_edges(
    story: Story, attributions: Iterable[Attribution], press: Press, retold: Iterable[Retold] = ()
) -> list[Edge]:
    """`translation_of` edges between articles of two languages: stated; with signs and anchors in one order; or
    sentence by sentence the same, with nothing added."""
    if len({reading.language for reading in story.readings if reading.language}) < 2:
        return []
    credited: dict[int, set[str]] = defaultdict(set)
    edges: dict[int, Edge] = {}
    for one in attributions:
        if one.credit.relation != "photo_credit":
            credited[one.index].add(one.origin.id)
        original = own_article(story, press, one.index, one.origin.id)
        if one.credit.relation == "translation_of" and original is not None and _foreign(story, one.index, original):
            marker = story.evidence(one.index, one.credit.start, one.credit.end)
            edges.setdefault(one.index, _edge(story, one.index, original, marker, (), one.credit.rule))
    sharing = _Sharing([_anchors(*pair) for pair in zip(story.articles, story.readings, strict=True)])
    for index in range(len(story.articles)):
        signs = describe_translation(story, index)
        if index not in edges and signs.likely:
            for other, chosen in _original(story, press, sharing, credited[index], index):
                shared = tuple(
                    (story.evidence(index, *mine), story.evidence(other, *theirs)) for mine, theirs in chosen
                )
                edges[index] = _edge(story, index, other, signs.signs[0], shared, "translations.anchors")
    for pair in nearest_retold(pair for pair in retold if _foreign(story, pair.later, pair.first)):
        # Signs of translation in the text that bears the earlier date: neither is the original of the other.
        if (
            pair.later not in edges
            and _sentence_by_sentence(pair)
            and not describe_translation(story, pair.first).likely
        ):
            edges[pair.later] = retold_edge(story, pair, "translation_of", "translations.parallels")
    return [edges[index] for index in sorted(edges)]


def _sentence_by_sentence(one: Retold) -> bool:
    """Whether nearly all of a text stands in the other, each sentence much like its own: a report in other words of
    another language keeps the facts, not the sentences."""
    places = {theirs.start for _, theirs in one.retelling.parallels}
    alone = len(places) >= ONE_TO_ONE * len(one.retelling.parallels)
    return alone and one.retelling.of_left >= TRANSLATED and one.retelling.likeness >= ALIKE


def _original(
    story: Story, press: Press, sharing: "_Sharing", credited: set[str], index: int
) -> list[tuple[int, list[tuple[Span, Span]]]]:
    """The one article of another language, not later, that shares most rare anchors in order; a credited one first."""
    ranked = []
    for other in sharing.candidates(index):
        if _foreign(story, index, other) and not earlier(_published(story, index), _published(story, other)):
            aligned = _aligned(sharing.anchors[index], sharing.anchors[other])
            if len(aligned) >= FEWEST_ANCHORS:
                ranked.append((press.own[other] not in credited, -len(aligned), other, aligned))
    return [(other, aligned) for _, _, other, aligned in sorted(ranked)[:1]]


def _foreign(story: Story, index: int, other: int) -> bool:
    languages = story.readings[index].language, story.readings[other].language
    return None not in languages and languages[0] != languages[1]


class _Sharing:
    """The rare anchors of each article, and who shares them: what a third of the articles have comes with the event."""

    def __init__(self, anchors: list[list[Anchor]]) -> None:
        carriers: dict[str, list[int]] = defaultdict(list)
        for index, row in enumerate(anchors):
            for key, _, _ in row:
                carriers[key].append(index)
        most = min(max(2, len(anchors) // 3), MOST_CARRIERS)
        self._carriers = {key: indices for key, indices in carriers.items() if len(indices) <= most}
        self.anchors = [[anchor for anchor in row if anchor[0] in self._carriers] for row in anchors]

    def candidates(self, index: int) -> list[int]:
        """Other articles with enough of the same rare anchors."""
        common = Counter(other for key, _, _ in self.anchors[index] for other in self._carriers[key] if other != index)
        return sorted(other for other, count in common.items() if count >= FEWEST_ANCHORS)


def _published(story: Story, index: int) -> str | None:
    published = story.readings[index].published
    return published.value if published else None


def _edge(
    story: Story, index: int, original: int, marker: Evidence, shared: tuple[tuple[Evidence, Evidence], ...], rule: str
) -> Edge:
    return Edge(
        from_=story.articles[index].id,
        to=story.articles[original].id,
        relation="translation_of",
        marker=marker,
        scope="article",
        shared=shared,
        rule=rule,
    )


def _anchors(article: Article, reading: Reading) -> list[Anchor]:
    """What a translation leaves as it is, in order: numbers by value, persons by name; each at its first place."""
    body = [part for part in reading.paragraphs if part.zone == "body"]
    found = [
        (_value(match.group()), *match.span())
        for part in body
        for match in _NUMBER.finditer(article.text, part.start, part.end)
    ]
    first: dict[str, Anchor] = {}
    for key, start, end in sorted([*found, *_persons(reading, body)], key=lambda anchor: anchor[1]):
        if len(key) > 1:
            first.setdefault(key, (key, start, end))
    return list(first.values())[:MOST_ANCHORS]


def _persons(reading: Reading, body: list[Paragraph]) -> list[Anchor]:
    """Persons that the body names, each mention."""
    names = {one.id: plain(one.name) for one in reading.cast if one.kind == "person"}
    starts = [part.start for part in body]
    found = []
    for mention in reading.mentions:
        place = bisect_right(starts, mention.start) - 1
        person = names.get(mention.entities[0]) if mention.form == "name" and len(mention.entities) == 1 else None
        if person and place >= 0 and mention.start < body[place].end:
            found.append((person, mention.head_start, mention.head_end))
    return found


def _value(number: str) -> str:
    """`1,100` and `1.100` -> `1100`; `2,5` -> `2.5`."""
    return re.sub(r"\D", "", number) if _THOUSANDS.fullmatch(number) else number.replace(",", ".")


def _aligned(left: list[Anchor], right: list[Anchor]) -> list[tuple[Span, Span]]:
    """The longest run of common anchors that stand in one order on both sides (patience sorting, n log n)."""
    places = {key: at for at, (key, _, _) in enumerate(right)}
    common = [(at, places[key]) for at, (key, _, _) in enumerate(left) if key in places]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(common):
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [number]
        before.append(ends[at - 1] if at else -1)
    chain, last = [], ends[-1] if ends else -1
    while last >= 0:
        mine, theirs = common[last]
        chain.append((left[mine][1:], right[theirs][1:]))
        last = before[last]
    return chain[::-1]
