"""Reading the name of an outlet or agency after or before a mark of provenance."""

import re
from typing import Final

import msgspec

from semeja.lang.crediting import CreditingTables
from semeja.lang.outlets import Outlet, find_outlet, marked_outlet_names, outlet_names, outlet_starts
from semeja.records.reading import Tokens

URL: Final = re.compile(r"(?:https?://|www\.)[^\s/<>\"'”’)\]][^\s<>\"'”’)\]]{3,500}")
_DOMAIN: Final = re.compile(r"@?[A-Za-z][\w\-]{1,40}(?:\.[A-Za-z][\w\-]{1,20}){1,3}|@[\w.]{2,40}")
_LONGEST_NAME: Final = 6


class Source(msgspec.Struct, frozen=True):
    """A name as written: characters `start:end`, the known outlet or None, its address if it is one.

    `described`: a word such as `kantor berita` or `newspaper` stands before it. `document`: it is called an official
    page, account or release.
    """

    start: int
    end: int
    outlet: Outlet | None
    url: str | None = None
    described: bool = False
    document: bool = False


def source_after(text: str, tokens: Tokens, index: int, tables: CreditingTables, last: int) -> Source | None:
    """The source whose name starts at token `index` or after link words (`dari laman resmi …`), before token `last`.

    A name that no table knows counts when it is capitalised or looks like a domain; the caller decides whether the
    mark before it is strong enough for that.
    """
    described = document = False
    while index < last:
        known = known_source(tokens, index, last, marked=True)
        if known is not None:
            return msgspec.structs.replace(known, described=described, document=document)
        key, word = tokens.keys[index], tokens.words[index]
        if key not in tables.link and key not in tables.kind:
            break
        if key in tables.kind and word[0].isupper():
            described = True
            break
        described |= key in tables.kind
        document |= key in tables.document
        index += 1
    if index >= last:
        return None
    address = URL.match(text, tokens.starts[index])
    if address is not None:
        url = address.group().rstrip(".,;:")
        return Source(address.start(), address.start() + len(url), outlet_of_address(url), url)
    domain = _DOMAIN.match(text, tokens.starts[index])
    if domain is not None:
        return Source(domain.start(), domain.end(), find_outlet(domain.group()), None, described, document)
    end = _capitalised_until(tokens, index, tables, last)
    return Source(tokens.starts[index], tokens.ends[end - 1], None, None, described, document) if end > index else None


def known_source(tokens: Tokens, index: int, last: int, marked: bool) -> Source | None:
    """The longest name of a known outlet that starts at token `index`; `marked` admits names that are words too."""
    keys = tokens.keys
    longest = outlet_starts().get(keys[index], 0)
    if not longest or not (tokens.words[index][0].isupper() or marked):
        return None
    names = marked_outlet_names() if marked else outlet_names()
    for length in range(min(longest, last - index), 0, -1):
        outlet = names.get(keys[index : index + length])
        if outlet is not None and _written_as_name(tokens, index, length, outlet):
            return Source(tokens.starts[index], tokens.ends[index + length - 1], outlet)
    return None


def source_before(tokens: Tokens, index: int, first: int, tables: CreditingTables) -> Source | None:
    """The outlet whose name ends just before token `index` (`Reuters melaporkan`): known, or called a medium.

    A short form in brackets may stand between (`Northern Newswire (NN) reported`).
    """
    if index - first > 3 and tokens.keys[index - 1] == ")" and tokens.keys[index - 3] == "(":
        index -= 3
    for length in range(min(_LONGEST_NAME, index - first), 0, -1):
        outlet = marked_outlet_names().get(tokens.keys[index - length : index])
        # `Harbour Mirror reported`: a name that is a word too must not be the tail of a longer name.
        longer = index - length > first and tokens.words[index - length - 1][0].isupper()
        if outlet is not None and tokens.words[index - length][0].isupper() and not longer:
            return Source(tokens.starts[index - length], tokens.ends[index - 1], outlet)
    start = index
    while start > first and index - start < _LONGEST_NAME and tokens.words[start - 1][0].isupper():
        start -= 1
    if start == index:
        return None
    before = tokens.keys[start - 1] if start > first else ""
    described = before in tables.kind or has_media_word(tokens, start, index, tables)
    return Source(tokens.starts[start], tokens.ends[index - 1], None, None, described)


def has_media_word(tokens: Tokens, start: int, end: int, tables: CreditingTables) -> bool:
    """Whether a name of several words holds one that media call themselves by (`Herald`, `Warta`)."""
    return end - start > 1 and any(key in tables.media_word for key in tokens.keys[start:end])


def host_of(url: str) -> str:
    """The host of an address, without `www.`."""
    return url.rpartition("https://")[2].rpartition("http://")[2].removeprefix("www.").partition("/")[0]


def outlet_of_address(url: str) -> Outlet | None:
    """The known outlet to which an address belongs."""
    labels = host_of(url.casefold()).split(".")
    for cut in range(len(labels) - 1):
        outlet = find_outlet(".".join(labels[cut:]))
        if outlet is not None:
            return outlet
    return None


def _written_as_name(tokens: Tokens, index: int, length: int, outlet: Outlet) -> bool:
    """A name that the table writes in small letters (`detikcom`, `ant`) may stand so; every other is capitalised."""
    if tokens.words[index][0].isupper():
        return True
    written = " ".join(tokens.words[index : index + length])
    return written in outlet.names or written in outlet.marked_names or written == outlet.name


def _capitalised_until(tokens: Tokens, index: int, tables: CreditingTables, last: int) -> int:
    """End of the run of capitalised words that starts at token `index`."""
    end = index
    while end < last and end - index < _LONGEST_NAME and tokens.words[end][0].isupper():
        if tokens.keys[end] in tables.no_source or (end > index and tokens.starts[end] > tokens.ends[end - 1] + 1):
            break
        end += 1
    return end
