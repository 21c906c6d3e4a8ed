"""What stands before a pointer: who is the subject, who was named together, who is in play (field guide, section 4)."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from operator import attrgetter, itemgetter
from typing import Final

from semeja.lang.naming import NamingTables
from semeja.read.draft import Draft
from semeja.records.reading import Mention, Quotation

PARTIES: Final = frozenset({"country", "organisation", "group", "person"})
BODIES: Final = frozenset({"country", "organisation", "group"})
PERSON: Final = frozenset({"person"})
QUOTED: Final = frozenset({"direct", "partial"})
GENDERS: Final = ("female", "male")
NOBODY: Final[frozenset[str]] = frozenset()
PARTY_IDS: Final = tuple(sorted(f"{kind}:" for kind in PARTIES))
NOBODY_MEANS: Final = ("media", "title-owner")
REACH: Final = 3
"""Sentences that a pointer reaches back."""
Ids = tuple[str, ...]
LONGEST_PREPOSITION: Final = 5
DEEPEST: Final = 32
"""Quotations that begin before a place and are asked whether they hold it."""
MOST: Final = 400
"""Mentions that are kept in mind: no article comes near it, and a page of names costs no more than its length."""


class Named:
    """A mention that is resolved and may be pointed at.

    `token`: its first token. `oblique`: a preposition governs it, or a passive verb (`yang dipimpin Amerika Serikat`).
    `quoted`: it stands inside somebody's words.
    """

    def __init__(
        self,
        mention: Mention,
        kind: str,
        ids: tuple[str, ...],
        sentence: int,
        token: int,
        oblique: bool,
        quoted: bool,
    ) -> None:
        self.mention: Final = mention
        self.kind: Final = kind
        self.ids: Final = ids
        self.sentence: Final = sentence
        self.token: Final = token
        self.oblique: Final = oblique
        self.quoted: Final = quoted


class Discourse:
    """The article as the resolver sees it, with what it looks up often; starts are offsets in order.

    `sentence_ends`: where the next sentence starts.
    `quoted`: the spans of quoted words without those inside others; `definite`, `oblique`: articles and prepositions.
    `quotes`, `cues`: quotations by where they start, and those with a cue by where that starts; `represents`: by id of
    a character for whom it acts.
    """

    def __init__(
        self,
        draft: Draft,
        tables: NamingTables,
        sentence_starts: tuple[int, ...],
        sentence_ends: tuple[int, ...],
        quoted: tuple[tuple[int, int], ...],
        quoted_starts: tuple[int, ...],
        token_starts: tuple[int, ...],
        keys: tuple[str, ...],
        definite: frozenset[str],
        oblique: frozenset[str],
        quotes: tuple[Quotation, ...],
        quote_starts: tuple[int, ...],
        cues: tuple[tuple[int, int, Quotation], ...],
        represents: Mapping[str, str],
    ) -> None:
        self.draft: Final = draft
        self.tables: Final = tables
        self.sentence_starts: Final = sentence_starts
        self.sentence_ends: Final = sentence_ends
        self.quoted: Final = quoted
        self.quoted_starts: Final = quoted_starts
        self.token_starts: Final = token_starts
        self.keys: Final = keys
        self.definite: Final = definite
        self.oblique: Final = oblique
        self.quotes: Final = quotes
        self.quote_starts: Final = quote_starts
        self.cues: Final = cues
        self.represents: Final = represents

    def sentence_of(self, start: int) -> int:
        """The number of the sentence that holds the character at `start`; 0 before the first."""
        return max(bisect_right(self.sentence_starts, start) - 1, 0)

    def token_of(self, start: int) -> int:
        """The number of the token that holds the character at `start`; 0 before the first."""
        return max(bisect_right(self.token_starts, start) - 1, 0)

    def is_quoted(self, start: int) -> bool:
        """Whether the character at `start` stands inside somebody's quoted words."""
        at = bisect_right(self.quoted_starts, start) - 1
        return at >= 0 and start < self.quoted[at][1]

    def quotation_of(self, mention: Mention) -> Quotation | None:
        """The shortest quotation whose content holds the mention."""
        start, end = mention.start, mention.end
        at = bisect_right(self.quote_starts, start)
        holding = [one for one in self.quotes[max(at - DEEPEST, 0) : at] if end <= one.end]
        return min(holding, key=lambda one: one.end - one.start) if holding else None

    def cued(self, start: int) -> Quotation | None:
        """The quotation whose cue holds the character at `start` or ends there."""
        at = bisect_right(self.cues, start, key=itemgetter(0))
        return next((one for _, end, one in self.cues[max(at - DEEPEST, 0) : at] if start <= end), None)

    def named(self, mention: Mention, sentence: int) -> Named:
        """The mention with its place in the sentence of that number."""
        start, keys = mention.start, self.keys
        token = max(bisect_right(self.token_starts, start) - 1, 0)
        first = self.draft.sentences[sentence].first_token
        before = keys[token - 1] if token > first else ""
        if before in self.definite and token - 1 > first:
            before = keys[token - 2]
        oblique = before in self.oblique
        if not oblique and self.tables.titles_first:
            oblique = before[:2] == "di" and len(before) > LONGEST_PREPOSITION
        quoted = bool(self.quoted) and self.is_quoted(start)
        id = mention.entities[0]
        return Named(mention, id[: id.index(":")], mention.entities, sentence, token, oblique, quoted)

    def key_before(self, mention: Mention, steps: int = 1) -> str:
        """The key of the token `steps` before the mention; empty at the start of the text."""
        token = self.token_of(mention.start) - steps
        return self.keys[token] if token >= 0 else ""


def discourse_of(draft: Draft) -> Discourse:
    """The draft with what the resolver looks up often."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted((one.start, one.end) for one in draft.quotes if one.kind in QUOTED):
        if spans and start < spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    sentence_starts = tuple([sentence.start for sentence in draft.sentences])
    lists = draft.pack.naming.lists
    quotes = tuple(sorted(draft.quotes, key=attrgetter("start")))
    return Discourse(
        draft,
        draft.pack.naming,
        sentence_starts,
        (*sentence_starts[1:], len(draft.view.text) + 1),
        tuple(spans),
        tuple([start for start, _ in spans]),
        draft.tokens.starts,
        draft.tokens.keys,
        lists["definite"],
        lists["oblique"],
        quotes,
        tuple([one.start for one in quotes]),
        tuple(sorted([(one.cue.start, one.cue.end, one) for one in quotes if one.cue], key=itemgetter(0))),
        {one.id: one.represents for one in draft.cast if one.represents},
    )


def genders_of(draft: Draft) -> dict[str, str]:
    """`female` or `male` by id of a person, where the given name or an office (`spokeswoman`) tells."""
    tables = draft.pack.referring
    told: dict[str, str] = {}
    for one in draft.cast:
        if one.kind != "person":
            continue
        gender = tables.name_genders.get(one.name.partition(" ")[0].casefold())
        if gender is None and one.roles:
            words = [word for role in one.roles for word in role.title.casefold().split()]
            gender = next((each for each in GENDERS if not tables.lists[each].isdisjoint(words)), None)
        if gender is not None:
            told[one.id] = gender
    return told


def kind_of(mention: Mention) -> str:
    """The kind of the first character that a resolved mention means."""
    id = mention.entities[0]
    return id[: id.index(":")]


class Before:
    """The mentions before a pointer that may be pointed at, by sentence; looked at closely only when asked for."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._mentions: dict[int, list[Mention]] = {}
        self._named: dict[int, tuple[int, list[Named]]] = {}
        self._other_gender: dict[str, frozenset[str]] = {}
        self._kept = 0

    def add(self, sentence: int, mention: Mention) -> None:
        """A further mention that is resolved, behind all others."""
        here = self._mentions.get(sentence)
        if here is None:
            self._mentions[sentence] = [mention]
        else:
            here.append(mention)
        self._kept += 1
        if self._kept > MOST:
            self._forget()

    def _forget(self) -> None:
        """Drop the older half."""
        while self._kept > MOST // 2:
            oldest = next(iter(self._mentions))
            excess = self._kept - MOST // 2
            held = self._mentions[oldest]
            self._named.pop(oldest, None)
            if len(held) > excess:
                del held[:excess]
                self._kept -= excess
            else:
                self._kept -= len(self._mentions.pop(oldest))

    def of_other_gender(self, key: str) -> frozenset[str]:
        """The persons whom `he`, `she`, `perempuan` cannot mean; none where the word tells no gender."""
        draft = self._discourse.draft
        gender = next((each for each in GENDERS if key in draft.pack.referring.lists[each]), None)
        if gender is None:
            return NOBODY
        if gender not in self._other_gender:
            others = frozenset(id for id, told in genders_of(draft).items() if told != gender)
            self._other_gender[gender] = others
        return self._other_gender[gender]

    def of(self, sentence: int) -> list[Named]:
        """The mentions of one sentence that may be pointed at."""
        mentions = self._mentions.get(sentence)
        if mentions is None:
            return []
        count, named = self._named.get(sentence, (0, []))
        if count < len(mentions):
            found = self._discourse.named
            named = named + [found(one, sentence) for one in mentions[count:] if may_be_meant(one)]
            self._named[sentence] = len(mentions), named
        return named

    def within(self, first: int, last: int) -> list[Named]:
        """The mentions of the sentences `first` to `last`, both included."""
        return [one for sentence in range(max(first, 0), last + 1) for one in self.of(sentence)]

    def names(self, persons: set[str]) -> bool:
        """One of these persons is named before, however far back."""
        if not persons:
            return False
        for mentions in self._mentions.values():
            for one in mentions:
                if not persons.isdisjoint(one.entities) and kind_of(one) == "person" and may_be_meant(one):
                    return True
        return False

    def all(self) -> list[Named]:
        """All of them in order."""
        return [one for sentence in self._mentions for one in self.of(sentence)]

    def backwards(self) -> Iterator[Named]:
        """All of them, the last first."""
        for sentence in reversed(self._mentions):
            yield from reversed(self.of(sentence))


def may_be_meant(mention: Mention) -> bool:
    """A party of the news; media relay, and what a title is of stands inside another mention: nobody points at them."""
    return mention.entities[0].startswith(PARTY_IDS) and not mention.rule.endswith(NOBODY_MEANS)


def subject(here: list[Named], kinds: frozenset[str], but: frozenset[str] = NOBODY) -> Named | None:
    """Of a sentence the first mention of `kinds` that no preposition governs, outside quoted words; else the first.

    `but`: characters that are not meant.
    """
    fitting = [one for one in here if one.kind in kinds and not one.quoted and but.isdisjoint(one.ids)]
    return next((one for one in fitting if not one.oblique), fitting[0] if fitting else None)


def earlier_subject(
    before: Before, sentence: int, kinds: frozenset[str], reach: int, but: frozenset[str] = NOBODY
) -> Named | None:
    """The subject of the nearest sentence before this one, at most `reach` sentences back."""
    for index in range(sentence - 1, sentence - 1 - reach, -1):
        found = subject(before.of(index), kinds, but)
        if found is not None:
            return found
    return None


def last(before: Before, kinds: frozenset[str], but: frozenset[str] = NOBODY) -> Named | None:
    """The mention of `kinds` named last that is none of `but`."""
    return next((one for one in before.backwards() if one.kind in kinds and but.isdisjoint(one.ids)), None)
