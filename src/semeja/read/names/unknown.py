"""Capitalised runs that no table knows: person, body, place, or nothing."""

from semeja.read.names.bodies import bracket
from semeja.read.names.found import Found
from semeja.read.names.page import Page
from semeja.read.names.persons import degrees_end, may_start, name_end
from semeja.text.keys import slug

ARTICLES = frozenset({"the", "a", "an"})
QUOTES = frozenset("\"“”'‘’«»")


def unknown_at(page: Page, i: int) -> Found | None:
    """The mention that starts at the capitalised word `i`, or None when nothing says what it is."""
    if i == page.passage.first and page.listed("common_initial", i):
        return None
    end = page.run(i)
    short, after = bracket(page, end)
    if page.is_acronym(i) and end == i + 1:
        return acronym_at(page, i)
    if (page.listed("organisation_tail", end - 1) and end - i > 1) or (short and abbreviates(page, i, end, short)):
        return body(page, i, end, short, after)
    if page.listed("place_tail", end - 1) and end - i > 1:
        return place(page, i, end, "place.tail")
    before = page.keys[i - 1] if i > page.passage.first else ""
    if before in page.tables.lists["locative"] or page.evidence_placed(i, end):
        return place(page, i, end, "place.context")
    return person(page, i, before)


def acronym_at(page: Page, i: int) -> Found | None:
    """A short name by itself: certain only if the article spells it out elsewhere."""
    if page.words[page.passage.first].isupper() and page.passage.zone != "body":
        return None
    id = f"organisation:{slug(page.words[i])}"
    return Found(i, i + 1, i, i + 1, "organisation", "name", "body.acronym", id=id, sure=False)


def body(page: Page, i: int, end: int, short: str | None, after: int) -> Found:
    last = after if short else end
    id = f"organisation:{slug(' '.join(page.words[i:end]))}"
    rule = "body.tail" if page.listed("organisation_tail", end - 1) else "body.acronym"
    return Found(i, last, i, last, "organisation", "name", rule, id=id, acronym=short)


def place(page: Page, i: int, end: int, rule: str) -> Found:
    return Found(i, end, i, end, "place", "name", rule, id=f"place:{slug(' '.join(page.words[i:end]))}")


def person(page: Page, i: int, before: str) -> Found | None:
    """A run that speaks, is an age's or bears the name of somebody who does."""
    if not may_start(page, i):
        return None
    end = name_end(page, i)
    sure = speaks(page, i, end, before) or aged(page, end)
    if not sure and (before in ARTICLES or page.passage.zone != "body" or end - i > 4):
        sure = False
    return Found(
        i, degrees_end(page, end), i, end, "person", "name", "person.context" if sure else "person.name", sure=sure
    )


def speaks(page: Page, i: int, end: int, before: str) -> bool:
    verbs = page.tables.lists["person_verb"]
    return before in verbs or (end < page.passage.last and page.keys[end] in verbs)


def aged(page: Page, end: int) -> bool:
    """`Marsiti (46)`, `John Doe, 46,`."""
    words = page.words
    return (
        end + 2 < page.passage.last
        and words[end + 1].isdigit()
        and (words[end], words[end + 2]) in ((",", ","), ("(", ")"), ("(", "tahun"))
    )


def abbreviates(page: Page, i: int, end: int, short: str) -> bool:
    """The short name's letters come in the order of the words: `Himpunan Nelayan Seroja (HNS)`."""
    rest = iter(short.casefold())
    letters = [page.keys[j][0] for j in range(i, end) if page.words[j][0].isupper()]
    return end - i > 1 and all(letter in rest for letter in letters)
