"""Whether a capital stands for its government or for the city."""

from semeja.lang.naming import Phrase
from semeja.read.names.found import Found
from semeja.read.names.page import Page

STATES = frozenset({"country", "adjective", "seat", "capital", "organisation"})
PLACES = frozenset({"country", "place"})
AND = frozenset({"dan", "and", "-", "serta", "maupun"})
PARTY = frozenset({"pihak"})
SKIPPED = frozenset({",", "sendiri", "itself"})


def capital_at(page: Page, i: int, hit: Phrase) -> Found:
    """The mention of a capital: the state where it acts or is acted upon, else the city (field guide, section 4)."""
    end = i + len(hit.words)
    if stands_for_state(page, i, end, hit):
        first = i - 1 if i > page.passage.first and page.keys[i - 1] in PARTY else i
        return Found(first, end, i, end, "country", "metonym", "metonym.capital", id=f"country:{hit.of}")
    return Found(i, end, i, end, "place", "name", "place.known", id=hit.id)


def stands_for_state(page: Page, i: int, end: int, hit: Phrase) -> bool:
    before = page.keys[i - 1] if i > page.passage.first else ""
    if before in PARTY:
        return True
    if (before in page.tables.lists["locative"] and not between(page, i)) or before in page.tables.lists["place_noun"]:
        return False
    if is_scene(page, end) or page.passage.zone == "metadata":
        return False
    if hit.of == page.tables.home:
        return coupled(page, i, end)
    if coupled(page, i, end):
        return True
    return acts(page, end) or before in page.tables.lists["state_noun"]


def between(page: Page, i: int) -> bool:
    """`antara Washington dan Moskow`: two capitals that deal with each other are governments."""
    return page.keys[i - 1] in ("antara", "between") and any(key in AND for key in page.keys[i + 1 : i + 3])


def is_scene(page: Page, end: int) -> bool:
    """`Moskow, Rusia`, `MOSKOW -`, `Moskow (ANTARA)`: the city as the scene or the head of a dateline."""
    if end + 1 >= page.passage.last:
        return False
    if page.words[end] in ("–", "—", "(") or (page.words[end] == "-" and not page.capital(end + 1)):
        return True
    return page.words[end] == "," and page.known(end + 1, PLACES) is not None


def coupled(page: Page, i: int, end: int) -> bool:
    """Beside another capital, state or alliance: `Washington dan Moskow`, `AS dan Beijing`."""
    if end + 1 < page.passage.last and page.keys[end] in AND:
        other = page.known(end + 1, STATES)
        if other is not None and i == page.passage.first:
            return True
        if other is not None:
            return not located(page, i)
    if i - 2 >= page.passage.first and page.keys[i - 1] in AND:
        left = i - 2
        return any(
            hit_ends(page, j, i - 1) for j in range(max(page.passage.first, left - 2), left + 1)
        ) and not located(page, left)
    return False


def hit_ends(page: Page, j: int, end: int) -> bool:
    hit = page.known(j, STATES)
    return hit is not None and j + len(hit.words) == end


def located(page: Page, i: int) -> bool:
    return i > page.passage.first and page.keys[i - 1] in page.tables.lists["locative"] and page.keys[i - 1] != "antara"


def acts(page: Page, end: int) -> bool:
    """A verb of a state's doing follows: `Moskow menuntut`, `Washington tidak akan …`, `Moscow said`, `Moscow's`."""
    while end < page.passage.last and page.keys[end] in SKIPPED:
        end += 1
    if end >= page.passage.last:
        return False
    key = page.keys[end]
    if key in page.tables.lists["state_verb"] or key in ("'s", "’s"):
        return True
    return page.tables.titles_first and len(key) > 4 and key.startswith(("me", "ber")) and key == page.words[end]
