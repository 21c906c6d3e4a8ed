"""Relay marks in running text: `seperti dilansir dari X`, `X melaporkan`, `told X`, `according to X`."""

from bisect import bisect_right

from semeja.lang.crediting import CreditingTables
from semeja.read.credits.own import is_own
from semeja.read.credits.sources import URL, Source, has_media_word, outlet_of_address, source_after, source_before
from semeja.read.draft import Draft
from semeja.records.reading import Credit, Sentence, Tokens

MARKS = frozenset('"“”„«»')
_REACH = 14


def relay_credits(draft: Draft, own: frozenset[str]) -> list[Credit]:
    """Relays and bare links of the body, in order."""
    tables, keys = draft.pack.crediting, draft.tokens.keys
    hits = [index for index, key in enumerate(keys) if key in tables.signals]
    firsts = [sentence.first_token for sentence in draft.sentences] if hits else []
    found: list[Credit] = []
    for index in hits:
        place = bisect_right(firsts, index) - 1
        if place < 0 or draft.sentences[place].zone != "body" or index >= draft.sentences[place].last_token:
            continue
        credit = _read_mark(draft, index, draft.sentences[place])
        if credit is not None and not is_own(credit.name, own):
            found.append(credit)
    return found


def _read_mark(draft: Draft, index: int, sentence: Sentence) -> Credit | None:
    tables, tokens, text = draft.pack.crediting, draft.tokens, draft.view.text
    key, last = tokens.keys[index], min(sentence.last_token, index + _REACH)
    if key in tables.elsewhere:
        credit = _published_elsewhere(draft, index, last)
        if credit is not None:
            return credit
    if key in ("http", "https"):
        return _link(draft, index)
    if key in tables.relay:
        source = source_after(text, tokens, index + 1, tables, last)
        if source is not None:
            return _relay(draft, index, sentence, source, "relay")
    if key in tables.weak:
        source = source_after(text, tokens, index + 1, tables, last)
        if source is not None and _is_medium(tokens, source, tables):
            return _relay(draft, index, sentence, source, "told")
    if key in tables.before:
        source = source_before(tokens, index, sentence.first_token, tables)
        if source is not None and (source.outlet is not None or source.described or _closes(tokens, index, source)):
            return _credit(draft, source.start, tokens.ends[index], source, _scope(draft, sentence), "before")
    return None


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
    return _credit(draft, draft.tokens.starts[first], source.end, source, _scope(draft, sentence), rule, index)


def _credit(
    draft: Draft, start: int, end: int, source: Source, scope: str, rule: str, index: int | None = None
) -> Credit:
    tables, name = draft.pack.crediting, draft.view.text[source.start : source.end]
    if source.url is not None:
        name = source.outlet.name if source.outlet else source.url.split("//")[-1].split("/")[0].removeprefix("www.")
    relation = "cites" if source.document and source.outlet is None else "relays"
    if index is not None and draft.tokens.keys[index] in tables.translation:
        relation, scope = "translation_of", "article"
    return Credit(start, end, name, source.url, relation, scope, f"{tables.code}.credit.{rule}")


def _scope(draft: Draft, sentence: Sentence) -> str:
    keys = draft.tokens.keys[sentence.first_token : sentence.last_token]
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
    host = url.split("//")[-1].split("/")[0].removeprefix("www.")
    name = outlet.name if outlet else host
    start = match.start()
    return Credit(start, start + len(url), name, url, "links", "sentence", f"{draft.pack.code}.credit.link")
