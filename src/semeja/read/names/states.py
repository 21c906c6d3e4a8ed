"""Whether a capital stands for its government or for the city (field guide, section 4)."""

from typing import Final

from semeja.lang.naming import Phrase
from semeja.read.names.found import Found
from semeja.read.names.page import Page

STATES: Final = frozenset({"country", "adjective", "seat", "capital", "organisation"})
PLACES: Final = frozenset({"country", "place"})
AND: Final = frozenset({"dan", "and", "-", "serta", "maupun"})
PARTY: Final = frozenset({"pihak"})
BETWEEN: Final = frozenset({"antara", "between"})
PASSED_OVER: Final = frozenset({"sendiri", "itself"})
LONGEST_INSERTION: Final = 8
POSSESSIVE: Final = frozenset({"'s", "’s"})


def capital_at(page: Page, i: int, hit: Phrase) -> Found:
    """The mention of a capital: the state where it acts or is acted upon, else the city."""
    end = i + len(hit.words)
    if stands_for_state(page, i, end, hit):
        first = i - page.is_key(i - 1, PARTY)
        return Found(first, end, i, end, "country", "metonym", "metonym.capital", id=f"country:{hit.of}")
    return Found(i, end, i, end, "place", "name", "table.capital", id=hit.id)


def stands_for_state(page: Page, i: int, end: int, hit: Phrase) -> bool:
    """Whether the capital at `[i, end)` is its government, by the words around it."""
    if page.is_key(i - 1, PARTY):
        return True
    if located(page, i) or page.listed("place_noun", i - 1) or is_scene(page, end):
        return False
    if coupled(page, i, end):
        return True
    if hit.of == page.tables.home:
        return False
    return acts(page, end) or page.listed("state_noun", i - 1)


def located(page: Page, i: int) -> bool:
    """A word of place stands before `i`; `antara A dan B` joins parties, not places."""
    return page.listed("locative", i - 1) and not page.is_key(i - 1, BETWEEN)


def is_scene(page: Page, end: int) -> bool:
    """`Moskow, Rusia`, `MOSKOW –`, `Moskow (ANTARA)`: the city as the scene or the head of a dateline."""
    if end + 1 >= page.last:
        return False
    if page.words[end] in ("–", "—", "(") or (page.words[end] == "-" and not page.capital(end + 1)):
        return True
    return page.words[end] == "," and page.known(end + 1, PLACES) is not None


def coupled(page: Page, i: int, end: int) -> bool:
    """Beside another capital, state or alliance: `Washington dan Moskow`, `AS dan Beijing`."""
    if page.is_key(end, AND) and page.known(end + 1, STATES) is not None:
        return True
    if not page.is_key(i - 1, AND):
        return False
    starts = [j for j in range(max(page.first, i - 4), i - 1) if ends_at(page, j, i - 1)]
    return bool(starts) and not located(page, starts[0])


def ends_at(page: Page, j: int, end: int) -> bool:
    """A state, capital or body of the tables stands at `j` and ends at `end`."""
    hit = page.known(j, STATES)
    return hit is not None and j + len(hit.words) == end


def acts(page: Page, end: int) -> bool:
    """A verb of a state's doing follows: `Moskow menuntut`, `Washington tidak akan …`, `Moscow said`, `Moscow's`."""
    end += page.is_key(end, PASSED_OVER)
    if end >= page.last:
        return False
    if page.words[end] == ",":
        end = inserted_end(page, end)
        if end >= page.last:
            return False
    key = page.keys[end]
    if key in page.lists["state_verb"] or key in POSSESSIVE:
        return True
    return page.tables.titles_first and len(key) > 4 and key.startswith(("me", "ber")) and key == page.words[end]


def inserted_end(page: Page, comma: int) -> int:
    """Where the sentence goes on behind what stands between commas: `Washington, kata Miller, memantau …`."""
    limit = min(comma + LONGEST_INSERTION, page.last)
    return next((i + 1 for i in range(comma + 1, limit) if page.words[i] == ","), page.last)
