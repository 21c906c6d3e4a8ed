"""A mention as the sieves see it: where it stands, what it is called, how many it means and of what kind."""

from bisect import bisect_left, bisect_right
from typing import Final

import msgspec

from semeja.lang.referring import ReferringTables
from semeja.records.reading import Sentence, Tokens
from semeja.text.keys import name_key

CLITIC: Final = "nya"
POINTING: Final = frozenset({"pronoun", "clitic"})
BODIES: Final = frozenset({"country", "organisation", "group"})
ROMAN: Final = frozenset("ivx")
WIFE: Final = "~"


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """One mention that may belong with others.

    `form`: `name`, `nominal` (a description), `pronoun`, `clitic`. `kind`: `person`, `country`, `organisation`,
    `group`, `place`, `event`, `thing`, `any`. `number`: `singular`, `plural`, `dual`, `any`. `shown`: how a
    description is introduced: `indefinite` (`seorang pria`), `demonstrative` (`pria itu`), `owned` (`ayahnya`) or ``.
    `first:last` are tokens; `words` the keys of a name or of a description up to its first clause, without what
    introduces it; `head` the noun of a description; `names` the keys of the parts of a name, transliterations alike.
    `oblique`: a preposition governs it. `ids`: the characters that it is known to mean.
    """

    start: int
    end: int
    form: str
    kind: str
    number: str
    shown: str
    sentence: int
    first: int
    last: int
    words: tuple[str, ...]
    head: str
    names: tuple[str, ...]
    oblique: bool
    gender: str
    ids: tuple[str, ...] = ()


class Page:
    """The text that the candidates stand in; `sentence_starts` are offsets in order."""

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        sentences: tuple[Sentence, ...],
        sentence_starts: tuple[int, ...],
        tables: ReferringTables,
        oblique: frozenset[str],
    ) -> None:
        self.text: Final = text
        self.tokens: Final = tokens
        self.sentences: Final = sentences
        self.sentence_starts: Final = sentence_starts
        self.tables: Final = tables
        self.oblique: Final = oblique

    def between(self, left: int, right: int) -> str:
        """The keys of the tokens `[left, right)` with a space between."""
        return " ".join(self.tokens.keys[left:right])


def candidate(
    page: Page, start: int, end: int, form: str, kind: str, number: str, ids: tuple[str, ...] = ()
) -> Candidate:
    """The candidate of the characters `start:end`; whatever kind and number leave open its words may tell."""
    first = max(bisect_right(page.tokens.starts, start) - 1, 0)
    last = max(bisect_left(page.tokens.starts, end), first + 1)
    sentence = max(bisect_right(page.sentence_starts, start) - 1, 0)
    keys = page.tokens.keys[first:last]
    before = page.tokens.keys[first - 1] if first > page.sentences[sentence].first_token else ""
    shown, words = introduced(page.tables, keys) if form == "nominal" else ("", keys)
    head = head_of(page.tables, words) if form == "nominal" else ""
    return Candidate(
        start,
        end,
        form,
        page.tables.noun_kinds.get(head, "any") if kind == "any" and head else kind,
        counted(page.tables, keys, head) if number == "any" and form == "nominal" else number,
        shown,
        sentence,
        first,
        last,
        words,
        head,
        name_parts(page.tables, words) if form == "name" else (),
        before in page.oblique and form != "clitic",
        gender_of(page.tables, head, keys),
        ids,
    )


def introduced(tables: ReferringTables, keys: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """How a description is introduced, and its words up to the first clause without what introduces it."""
    shown, at = "", 0
    lists = tables.lists
    for size in (2, 1):
        if " ".join(keys[:size]) in lists["indefinite"]:
            shown, at = "indefinite", size
            break
    while at + 1 < len(keys) and (keys[at] in lists["determiner"] or keys[at].isdigit()):
        at += 1
    if at == 1 and keys[0] in lists["demonstrative"]:
        shown = "demonstrative"
    end = at + 1
    while end < len(keys) and keys[end] not in lists["clause"] and keys[end][:1].isalnum():
        end += 1
    if tables.head_first and keys[-1] in lists["demonstrative"]:
        shown = "demonstrative"
    words = tuple(key for key in keys[at:end] if key not in lists["demonstrative"])
    if shown == "" and any(key.endswith(CLITIC) for key in words[:2]) and tables.head_first:
        shown = "owned"
    return shown, words


def head_of(tables: ReferringTables, words: tuple[str, ...]) -> str:
    """The noun of a description, without a clitic and without doubling (`orang-orang`)."""
    if not words:
        return ""
    head = words[0] if tables.head_first else words[-1]
    if tables.head_first and len(head) > len(CLITIC) + 2:
        head = head.removesuffix(CLITIC)
    left, hyphen, right = head.partition("-")
    return left if hyphen and left == right else head


def counted(tables: ReferringTables, keys: tuple[str, ...], head: str) -> str:
    """How many a description means: by its number word, a doubled noun, a collective."""
    lists = tables.lists
    if keys[0] in lists["one"] or " ".join(keys[:2]) in lists["one"]:
        return "singular"
    if keys[0] in lists["many"] or (keys[0].isdigit() and keys[0] != "1") or head in lists["collective"]:
        return "plural"
    if any(left and left == right.removesuffix(CLITIC) for left, _, right in (key.partition("-") for key in keys[:2])):
        return "plural"
    return "any"


def gender_of(tables: ReferringTables, head: str, keys: tuple[str, ...]) -> str:
    """`male`, `female` or nothing, by the noun or a title."""
    for gender in ("male", "female"):
        if head in tables.lists[gender] or keys[0] in tables.lists[gender]:
            return gender
    return ""


def name_parts(tables: ReferringTables, words: tuple[str, ...]) -> tuple[str, ...]:
    """Keys of the parts of a name, without titles unless it has nothing else, nor what stands in brackets."""
    plain = words[: words.index("(")] if "(" in words[1:] else words
    parts = [word for word in plain if word[:1].isalnum()]
    own = [word for word in parts if word not in tables.lists["honorific"]] or parts
    return tuple(part_key(tables, word) for word in own)


def part_key(tables: ReferringTables, word: str) -> str:
    """The key of one part: numbers as they are; a wife's title (`Nyai`) is marked, for the name is her husband's."""
    if ROMAN.issuperset(word) or word.isdigit():
        return word
    return WIFE + word if word in tables.lists["spouse"] else name_key(word) or word
