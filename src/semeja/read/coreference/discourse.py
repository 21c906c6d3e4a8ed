"""What stands before a pointer: who is the subject, who was named together, who is in play (field guide, section 4)."""

from bisect import bisect_right
from itertools import pairwise

import msgspec

from semeja.lang.naming import NamingTables
from semeja.read.draft import Draft
from semeja.records.reading import Mention, Quotation

PARTIES = frozenset({"country", "organisation", "group", "person"})
BODIES = frozenset({"country", "organisation", "group"})
QUOTED = frozenset({"direct", "partial"})
MEDIUM = "media"
OWNER = "title-owner"
BETWEEN = 12
LONGEST_PREPOSITION = 5


class Named(msgspec.Struct, frozen=True, gc=False):
    """A mention that is resolved and may be pointed at.

    `token`: its first token. `oblique`: a preposition governs it, or a passive verb (`yang dipimpin Amerika Serikat`).
    `quoted`: it stands inside somebody's words.
    """

    mention: Mention
    kind: str
    ids: tuple[str, ...]
    sentence: int
    token: int
    oblique: bool
    quoted: bool


class Discourse(msgspec.Struct, frozen=True):
    """The article as the resolver sees it; `sentence_starts` and `token_starts` are offsets in order."""

    draft: Draft
    tables: NamingTables
    sentence_starts: tuple[int, ...]

    def sentence_of(self, start: int) -> int:
        """The number of the sentence that holds the character at `start`; 0 before the first."""
        return max(bisect_right(self.sentence_starts, start) - 1, 0)

    def token_of(self, start: int) -> int:
        """The number of the token that holds the character at `start`; 0 before the first."""
        return max(bisect_right(self.draft.tokens.starts, start) - 1, 0)

    def quotation_of(self, mention: Mention) -> Quotation | None:
        """The shortest quotation whose content holds the mention."""
        holding = [one for one in self.draft.quotes if one.start <= mention.start and mention.end <= one.end]
        return min(holding, key=lambda one: one.end - one.start, default=None)

    def named(self, mention: Mention) -> Named:
        """The mention with its place in the sentence."""
        token = self.token_of(mention.start)
        sentence = self.sentence_of(mention.start)
        first = self.draft.sentences[sentence].first_token
        keys = self.draft.tokens.keys
        before = keys[token - 1] if token > first else ""
        if before in self.tables.lists["definite"] and token - 1 > first:
            before = keys[token - 2]
        quoted = any(one.kind in QUOTED and one.start <= mention.start < one.end for one in self.draft.quotes)
        kind = mention.entities[0].partition(":")[0]
        passive = self.tables.titles_first and before.startswith("di") and len(before) > LONGEST_PREPOSITION
        oblique = passive or before in self.tables.lists["oblique"]
        return Named(mention, kind, mention.entities, sentence, token, oblique, quoted)

    def key_before(self, mention: Mention, steps: int = 1) -> str:
        """The key of the token `steps` before the mention; empty at the start of the text."""
        token = self.token_of(mention.start) - steps
        return self.draft.tokens.keys[token] if token >= 0 else ""


def discourse_of(draft: Draft) -> Discourse:
    """The draft with what the resolver looks up often."""
    return Discourse(draft, draft.pack.naming, tuple(sentence.start for sentence in draft.sentences))


def subject(before: list[Named], sentence: int, kinds: frozenset[str]) -> Named | None:
    """The first mention of `kinds` in a sentence that no preposition governs, outside quoted words; else the first."""
    here = [one for one in before if one.sentence == sentence and one.kind in kinds and not one.quoted]
    return next((one for one in here if not one.oblique), here[0] if here else None)


def earlier_subject(before: list[Named], sentence: int, kinds: frozenset[str], reach: int) -> Named | None:
    """The subject of the nearest sentence before this one, at most `reach` sentences back."""
    for index in range(sentence - 1, sentence - 1 - reach, -1):
        found = subject(before, index, kinds)
        if found is not None:
            return found
    return None


def last(before: list[Named], kinds: frozenset[str], but: frozenset[str] = frozenset()) -> Named | None:
    """The mention of `kinds` named last that is none of `but`."""
    return next((one for one in reversed(before) if one.kind in kinds and not but & set(one.ids)), None)


def last_pair(before: list[Named], sentence: int, reach: int, and_words: frozenset[str], draft: Draft) -> list[str]:
    """The ids of the last two mentions of one kind joined by `dan`, or of a mention that holds two, within reach."""
    near = [one for one in before if sentence - reach <= one.sentence <= sentence]
    for left, right in reversed(list(pairwise(near))):
        if len(right.ids) > 1:
            return list(right.ids)
        between = draft.tokens.keys[left.token : right.token]
        joined = bool(between) and between[-1] in and_words and right.token - left.token <= BETWEEN
        same = left.sentence == right.sentence and (left.kind == "person") == (right.kind == "person")
        if joined and same and left.ids != right.ids:
            return [*left.ids, *right.ids]
    return list(near[0].ids) if near and len(near[0].ids) > 1 else []
