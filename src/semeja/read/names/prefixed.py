"""Owners that stand before the title or the kind of a body, as English writes them: `Russian Foreign Minister X`."""

from typing import Final

from msgspec.structs import replace

from semeja.lang.naming import Phrase
from semeja.read.names.bodies import body_id
from semeja.read.names.found import Found, Office
from semeja.read.names.page import Page
from semeja.read.names.states import POSSESSIVE
from semeja.read.names.titles import title_at

OWNER: Final = frozenset({"country", "adjective", "seat", "organisation"})
NAMING: Final = frozenset({"country", "adjective", "capital", "place"})
STATES: Final = frozenset({"country", "adjective"})
TITLE: Final = frozenset({"title"})
GOVERNMENT: Final = frozenset({"government"})
OF: Final = frozenset({"of"})
THE: Final = frozenset({"the"})
TOP: Final = frozenset({"top", "chief"})


def owned_title(page: Page, i: int, phrase: Phrase) -> Found | None:
    """`Russian Foreign Minister X`, `Russia's president`, `Russia's Foreign Ministry spokeswoman X`."""
    if phrase.type not in OWNER:
        return None
    end = i + len(phrase.words)
    after = end + page.is_key(end, POSSESSIVE)
    kind_ends = after
    while page.known(after, TITLE) is None and is_kind(page, after):
        after += 1
        kind_ends = after if page.listed("organisation_tail", after - 1) else kind_ends
    title = page.known(after, TITLE)
    if title is None:
        return None
    state = f"country:{phrase.of}" if phrase.type in STATES else None
    owner = Office(i, end, "", phrase.id, (i, end))
    if kind_ends > end + 1 or (kind_ends > end and not page.is_key(end, POSSESSIVE)):
        words = page.words[i:end] + page.words[end + page.is_key(end, POSSESSIVE) : kind_ends]
        owner = Office(i, kind_ends, "", body_id(page, words), (i, kind_ends), represents=state)
    return title_at(page, after, topmost(page, i, title), owner)


def is_kind(page: Page, i: int) -> bool:
    """A word of office or the last word of a body's name."""
    return page.listed("portfolio", i) or page.listed("organisation_tail", i)


def topmost(page: Page, i: int, title: Phrase) -> Phrase:
    """`the top U.S. diplomat` is a top diplomat."""
    if not page.is_key(i - 1, TOP):
        return title
    words = (page.keys[i - 1], *title.words)
    top = next((one for one in page.tables.phrases.get(words[0], ()) if one.words == words), title)
    return replace(title, name=top.name)


def state_body(page: Page, i: int, phrase: Phrase) -> Found | None:
    """`Russian Foreign Ministry`, `Jakarta Corruption Court`: a body named by its state or place and its kind."""
    start = i + len(phrase.words)
    if phrase.type not in NAMING:
        return None
    end = page.run(start)
    if end == start and phrase.type in STATES and page.listed("force_tail", start):
        end = start + 1
    elif end == start or not page.listed("organisation_tail", end - 1):
        return None
    id = body_id(page, page.words[i:end])
    stands = phrase.type in STATES and not page.listed("civil_head", end - 1)
    represents = f"country:{phrase.of}" if stands else None
    name = page.text(i, end)
    found = Found(*(i, end, i, end), "organisation", "name", "body.state", id=id, name=name, represents=represents)
    return owned_by_body(page, found) or found


def opens_body(page: Page, i: int, phrase: Phrase) -> bool:
    """`The Independent Electoral Commission`: the name of a medium opens that of a body."""
    end = i + len(phrase.words)
    last = page.run(end)
    return last > end and page.is_key(i, THE) and page.listed("organisation_tail", last - 1)


def party_of(page: Page, i: int, phrase: Phrase) -> Found | None:
    """`Democratic Party of Tarvia`: a party or office called like one of the tables, of another state."""
    end = i + len(phrase.words)
    if (
        phrase.type != "organisation"
        or not page.listed("linked_head", end - 1)
        or not page.is_key(end, OF)
        or not page.capital(end + 1)
    ):
        return None
    state = page.known(end + 1, STATES)
    if state is not None and state.of == phrase.of:
        return None
    last = end + 1 + len(state.words) if state is not None else page.run(end + 1)
    name = page.text(i, last)
    return Found(i, last, i, last, "organisation", "name", "body.party", body_id(page, page.words[i:last]), name)


def owned_by_body(page: Page, body: Found) -> Found | None:
    """`Makassar Police chief X`, `Tesla CEO X`: a title behind a body is held there, when a name follows."""
    end = body.last + page.is_key(body.last, POSSESSIVE)
    title = page.known(end, TITLE)
    if title is None or title.id in ("rank", "honorific"):
        return None
    owner = Office(
        body.first, end, "", body.id, (body.first, body.last), short=body.acronym, represents=body.represents
    )
    found = title_at(page, end, title, owner)
    return found if found is not None and found.form == "name" else None


def led_by_portfolio(page: Page, i: int) -> Found | None:
    """`Social Affairs Minister X`, `commission spokesman Y`: what the office is of stands before the title."""
    if not (page.listed("portfolio", i) or page.listed("organisation_tail", i)):
        return None
    after = i
    while page.listed("portfolio", after) or (page.listed("organisation_tail", after) and is_small(page, after)):
        after += 1
    title = page.known(after, TITLE) if after > i else None
    if title is None:
        return None
    body = page.listed("organisation_tail", after - 1) and is_small(page, after - 1)
    of = f"back:{page.keys[after - 1]}" if body else None
    found = title_at(page, after, title, Office(i, after, "", of))
    return found if found is not None and found.form == "name" else None


def small_body(page: Page, i: int) -> Found | None:
    """`the election commission of Tarvia`: the body of a state by its kind in small letters and the state."""
    after = i
    while (page.listed("portfolio", after) or page.listed("state_tail", after)) and not page.capital(after):
        after += 1
    if after == i or not page.listed("state_tail", after - 1) or not page.is_key(after, OF):
        return None
    start = after + 1 + page.is_key(after + 1, THE)
    if not page.capital(start):
        return None
    state = page.known(start, STATES)
    last = start + len(state.words) if state is not None else page.run(start)
    if page.is_key(after - 1, GOVERNMENT) and page.known(start, NAMING) is not None:
        return None
    represents = f"country:{state.of}" if state is not None else None
    id = body_id(page, page.words[i:last])
    return Found(
        *(i, last, i, last), "organisation", "name", "body.small", id, page.text(i, last), represents=represents
    )


def is_small(page: Page, i: int) -> bool:
    """The word at `i` is no name: written in lower case, or first in the sentence."""
    return i == page.first or not page.capital(i)
