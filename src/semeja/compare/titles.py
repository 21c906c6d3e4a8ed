"""Which of the articles' own titles stands for the story."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from semeja.compare.citations import CORRECTING
from semeja.compare.wording import content_keys
from semeja.lang import overview
from semeja.lang.pack import CODES
from semeja.records.dossier import Event, Evidence
from semeja.records.story import Story
from semeja.text.keys import fold

FEWEST_WORDS, MOST_WORDS = 6, 14
"""Titles of this length say what happened (field guide, section 7)."""
HEADING_MARKS = "# \t"
MOST_SENTENCES = 60
"""Sentences of a body whose words a title is measured by: what a report is about stands in front."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_PARTS = re.compile(r"[:|!?]\s|\s[-–—|]\s|,\s|\]\s?")
_LIST = re.compile(
    r"^\W*\d+\s+(?:[^\W\d_]+\s+)?(?:fakta|hal|cara|alasan|potret|foto|poin|tips|daftar"
    r"|things|facts|reasons|ways|takeaways|photos)\b",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"/([a-z-]+)(?=/)")


class Faults(msgspec.Struct, frozen=True, order=True):
    """Why a title is not taken while a better one is there: the fewest, and the lightest, win."""

    kind: bool
    stale: bool
    language: bool
    asks: bool
    lures: bool
    pieces: bool

    def count(self) -> int:
        """Weight of all faults: another kind of text and a figure that no longer holds weigh double."""
        return 2 * (self.kind + self.stale + self.language) + self.asks + self.lures + self.pieces


def choose_title(
    story: Story, main: Event | None, lineage_of: Mapping[str, int], stale: Iterable[Evidence] = ()
) -> tuple[Evidence | None, str | None]:
    """The title with the fewest faults; of these the one that covers most of what the chains share, of an article
    that tells the main event, of a length that says something."""
    shared = _shared_words(story, lineage_of)
    language = dominant_language(story)
    named = set(main.articles) if main else set()
    replaced = tuple(sorted(stale))
    about = _main_words(story, main)
    best: tuple[tuple[int, float, str, int], Evidence] | None = None
    for index, reading in enumerate(story.readings):
        title = title_of(story, index)
        if title is None:
            continue
        keys = set(content_keys(title.text, reading.language))
        fits = FEWEST_WORDS <= len(title.text.split()) <= MOST_WORDS
        tells = len(keys & about) / (len(about) or 1)
        score = sum(shared[key] for key in keys) / (len(keys) or 1) + fits + (reading.article in named) + 2 * tells
        faults = faults_of(story, index, title, language, replaced)
        rank = (-faults.count(), score, title.article, -title.start)
        if best is None or rank > best[0]:
            best = rank, title
    return (best[1], "title.fewest-faults-most-shared-words") if best else (None, None)


def _main_words(story: Story, main: Event | None) -> set[str]:
    """Keys of the clause that tells the main event first."""
    languages = {reading.article: reading.language for reading in story.readings}
    first = main.evidence[0] if main else None
    return set(content_keys(first.text, languages[first.article])) if first else set()


def title_of(story: Story, index: int) -> Evidence | None:
    """The title without the marks of a Markdown heading."""
    span = story.readings[index].structure.title
    if span is None:
        return None
    text = span.of(story.articles[index].text)
    start = span.start + len(text) - len(text.lstrip(HEADING_MARKS))
    return story.evidence(index, start, span.end) if start < span.end else None


def dominant_language(story: Story) -> str | None:
    """The language of most articles; of equals the one whose pack comes first."""
    counted = Counter(reading.language for reading in story.readings if reading.language)
    return min(counted, key=lambda code: (-counted[code], (*CODES, code).index(code), code), default=None)


def _shared_words(story: Story, lineage_of: Mapping[str, int]) -> Counter[str]:
    """In how many chains each key stands in the first sentences of a body."""
    chains: dict[str, set[int]] = defaultdict(set)
    for index, reading in enumerate(story.readings):
        text = story.articles[index].text
        body = [one for one in reading.sentences if one.zone == "body"][:MOST_SENTENCES]
        for key in content_keys(" ".join(text[one.start : one.end] for one in body), reading.language):
            chains[key].add(lineage_of.get(reading.article, index))
    return Counter({key: len(found) for key, found in chains.items()})


def faults_of(story: Story, index: int, title: Evidence, language: str | None, stale: tuple[Evidence, ...]) -> Faults:
    """What speaks against a title."""
    reading, article = story.readings[index], story.articles[index]
    tables = overview.load(reading.language if reading.language in CODES else CODES[0])
    text = title.text.strip()
    words = tuple(fold(one) for one in _WORD.findall(text))
    parts = [tuple(fold(one) for one in _WORD.findall(part)) for part in _PARTS.split(text)]
    labels = {part for part in (parts[0], parts[-1]) if len(parts) > 1}
    segments = {tuple(one.split("-")) for one in _SEGMENT.findall(article.url or "")}
    corrects = any(mark.kind in CORRECTING for mark in reading.corrections)
    outlet = fold(article.outlet or reading.structure.outlet_name or "")
    return Faults(
        kind=bool((labels | segments) & tables.kinds) or bool(_opens(parts[-1:], tables.kinds) and len(parts) > 1)
        or corrects or (bool(outlet) and fold(text) == outlet),
        stale=_is_replaced(title, words, stale),
        language=bool(language) and reading.language != language,
        asks=text.rstrip("\"”'’ ").endswith("?") or "? " in text,
        lures=_opens(parts, tables.lures) or text.endswith("!") or "! " in text or bool(_LIST.match(text)),
        pieces=text.endswith(("...", "…", ":")) or " ," in text or len(words) < 3,
    )  # fmt: skip


def _opens(parts: Iterable[tuple[str, ...]], phrases: frozenset[tuple[str, ...]]) -> bool:
    return any(part[:count] in phrases for part in parts for count in (1, 2, 3) if len(part) >= count)


def _is_replaced(title: Evidence, words: tuple[str, ...], stale: Iterable[Evidence]) -> bool:
    """Whether a figure that no longer holds stands in the title, or one of its number in digits."""
    inside = (one for one in stale if one.article == title.article and title.start <= one.start < title.end)
    if any(True for _ in inside):
        return True
    numbers = {fold(word) for one in stale for word in _WORD.findall(one.text)[:2] if word[:1].isdigit()}
    return not numbers.isdisjoint(words)
