"""Relay marks in running text: `seperti dilansir dari X`, `X melaporkan`, `told X`, `according to X`."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final

from semeja.lang.crediting import CreditingTables
from semeja.read.credits.own import is_own
from semeja.read.credits.sources import (
    URL,
    Source,
    has_media_word,
    host_of,
    outlet_of_address,
    source_after,
    source_before,
)
from semeja.read.draft import Draft
from semeja.records.reading import Credit, Sentence, Tokens
from semeja.text.keys import letters

MARKS: Final = frozenset('"“”„«»')
_REACH: Final = 14
_SHORTEST: Final = 4
_NEAR: Final = 200
_ZONES: Final = frozenset({"body", "metadata"})


def relay_credits(draft: Draft, own: frozenset[str], named: Iterable[str] = ()) -> list[Credit]:
    """Relays and bare links of body and page data, in order; `named`: sources that other marks of the article name.

    `menurut laporan Meridian` counts where the article names `Meridian News Agency` as a source elsewhere.
    """
    keys, signals = draft.tokens.keys, draft.pack.crediting.signals
    hits = [index for index, key in enumerate(keys) if key in signals]
    if not hits:
        return []
    firsts = [sentence.first_token for sentence in draft.sentences]
    places = [(index, bisect_right(firsts, index) - 1) for index in hits]
    inside = [(index, draft.sentences[place]) for index, place in places if place >= 0]
    inside = [(index, part) for index, part in inside if part.zone in _ZONES and index < part.last_token]
    strict: list[Credit] = []
    for index, part in inside:
        strict += _strong_mark(draft, index, part)
    known = sorted({letters(name) for name in (*named, *[credit.name for credit in strict])})
    weak: list[Credit] = []
    for index, part in inside:
        weak += _weak_mark(draft, index, part, known)
    return [credit for credit in (*strict, *weak) if not is_own(credit.name, own)]


def _strong_mark(draft: Draft, index: int, sentence: Sentence) -> list[Credit]:
    """Marks that take any capitalised name, with the names joined to it: `dikutip dari X dan Harian Y`."""
    tables, tokens, text = draft.pack.crediting, draft.tokens, draft.view.text
    key, last = tokens.keys[index], min(sentence.last_token, index + _REACH)
    if key in tables.elsewhere:
        credit = _published_elsewhere(draft, index, last)
        if credit is not None:
            return [credit]
    if key in ("http", "https"):
        link = _link(draft, index)
        return [] if link is None else [link]
    source = source_after(text, tokens, index + 1, tables, last) if key in tables.relay else None
    if source is None:
        return []
    found = [_relay(draft, index, sentence, source, "relay")]
    after = bisect_right(tokens.starts, source.end - 1)
    while after + 1 < last and tokens.keys[after] in tables.joint:
        source = source_after(text, tokens, after + 1, tables, last)
        if source is None or not _is_medium(tokens, source, tables):
            break
        found.append(_credit(draft, source.start, source.end, source, found[0].scope, "relay", index))
        after = bisect_right(tokens.starts, source.end - 1)
    return found


def _weak_mark(draft: Draft, index: int, sentence: Sentence, known: list[str]) -> list[Credit]:
    """Marks that report on anybody, and are believed only of media: `told X`, `menurut X`, `X reported`."""
    tables, tokens, text = draft.pack.crediting, draft.tokens, draft.view.text
    key, last = tokens.keys[index], min(sentence.last_token, index + _REACH)
    if key in tables.weak:
        source = source_after(text, tokens, index + 1, tables, last)
        if source is not None and (_is_medium(tokens, source, tables) or _named_before(text, source, known)):
            return [_relay(draft, index, sentence, source, "told")]
    if key in tables.before:
        source = source_before(tokens, index, sentence.first_token, tables)
        if source is not None and _reports(tokens, index, source):
            return [_credit(draft, source.start, tokens.ends[index], source, _scope(draft, index, sentence), "before")]
    return []


def _reports(tokens: Tokens, index: int, source: Source) -> bool:
    """Whether a name before `reported` is a medium; on a social network somebody else writes."""
    if source.outlet is not None:
        return source.outlet.kind in ("agency", "outlet")
    return source.described or _closes(tokens, index, source)


def _named_before(text: str, source: Source, known: list[str]) -> bool:
    """Whether a name is a source that the article names elsewhere, or the beginning of one."""
    name = letters(text[source.start : source.end])
    place = bisect_left(known, name)
    return len(name) >= _SHORTEST and place < len(known) and known[place].startswith(name)


def _is_medium(tokens: Tokens, source: Source, tables: CreditingTables) -> bool:
    """Whether a weak mark may be believed: the outlet is known, described as one, or named like one."""
    if source.outlet is not None or source.url is not None:
        return True
    start, end = bisect_right(tokens.starts, source.start) - 1, bisect_right(tokens.starts, source.end - 1)
    return (
        (source.described and not source.document)
        or has_media_word(tokens, start, end, tables)
        or ("." in tokens.words[start:end] and end - start >= 3)
    )


def _closes(tokens: Tokens, index: int, source: Source) -> bool:
    """`…, Mimbar Publik reported.`: a name of two words between a comma and the end of the sentence."""
    start = bisect_right(tokens.starts, source.start) - 1
    ends = index + 1 >= len(tokens.keys) or tokens.keys[index + 1] in ".!?"
    return ends and start > 0 and tokens.keys[start - 1] == "," and index - start > 1


def _relay(draft: Draft, index: int, sentence: Sentence, source: Source, rule: str) -> Credit:
    first = index
    while first > sentence.first_token and draft.tokens.keys[first - 1] in draft.pack.crediting.lead:
        first -= 1
    return _credit(draft, draft.tokens.starts[first], source.end, source, _scope(draft, index, sentence), rule, index)


def _credit(
    draft: Draft, start: int, end: int, source: Source, scope: str, rule: str, index: int | None = None
) -> Credit:
    tables, name = draft.pack.crediting, draft.view.text[source.start : source.end]
    if source.url is not None:
        name = source.outlet.name if source.outlet else host_of(source.url)
    relation = "cites" if source.document and source.outlet is None else "relays"
    if index is not None and draft.tokens.keys[index] in tables.translation:
        relation, scope = "translation_of", "article"
    return Credit(start, end, name, source.url, relation, scope, f"{tables.code}.credit.{rule}")


def _scope(draft: Draft, index: int, sentence: Sentence) -> str:
    """A sentence with marked words near the relay mark relays a quotation."""
    first, last = max(sentence.first_token, index - _NEAR), min(sentence.last_token, index + _NEAR)
    keys = draft.tokens.keys[first:last]
    return "sentence" if MARKS.isdisjoint(keys) else "quote"


def _published_elsewhere(draft: Draft, index: int, last: int) -> Credit | None:
    """`Artikel ini telah tayang di X dengan judul …`: the whole article is somebody else's."""
    tables, tokens = draft.pack.crediting, draft.tokens
    for keys in tables.elsewhere[tokens.keys[index]]:
        if tokens.keys[index : index + len(keys)] == keys:
            source = source_after(draft.view.text, tokens, index + len(keys), tables, last)
            if source is not None:
                return _credit(draft, tokens.starts[index], source.end, source, "article", "elsewhere")
    return None


def _link(draft: Draft, index: int) -> Credit | None:
    match = URL.match(draft.view.text, draft.tokens.starts[index])
    if match is None:
        return None
    url = match.group().rstrip(".,;:")
    outlet = outlet_of_address(url)
    name = outlet.name if outlet else host_of(url)
    start = match.start()
    return Credit(start, start + len(url), name, url, "links", "sentence", f"{draft.pack.code}.credit.link")
