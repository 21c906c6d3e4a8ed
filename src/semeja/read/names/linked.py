"""Names of bodies that go on behind a small word, a possessive, `&`: `Teachers' Union of X`, `Coalition for Y`."""

from typing import Final

from semeja.read.names.page import Page

LONGEST: Final = 12
"""Words of such a name at most; the longest that the news writes out have ten."""
MARKS: Final = frozenset({"'", "’"})
POSSESSIVE: Final = frozenset({"'s", "’s"})
OF: Final = frozenset({"of", "for"})
CAUSE: Final = frozenset({"for", "against", "without"})
TO: Final = frozenset({"to"})
AND: Final = frozenset({"and"})
AMPERSAND: Final = frozenset({"&"})
LINKS: Final = MARKS | POSSESSIVE | CAUSE | OF | TO | AND | AMPERSAND
SHORTEST_PAIR: Final = 2
SAINT: Final = frozenset({"saint"})
ARTICLE: Final = frozenset({"the"})


def linked_end(page: Page, i: int, end: int) -> int:
    """Where the name of a body ends whose first run is `[i, end)`; `end` if it does not go on."""
    while end < page.last and page.keys[end] in LINKS and end - i < LONGEST:
        further = possessed(page, i, end) or of_whom(page, i, end) or coordinated(page, i, end)
        if not further:
            break
        end = further
    return end


def possessed(page: Page, i: int, end: int) -> int:
    """`Harbor Workers' Union`, `Women's League`, `Saint Paul's Hospital`: a possessive before the kind of body."""
    plural = page.is_key(end, MARKS) and page.keys[end - 1].endswith("s")
    owned = page.is_key(end, POSSESSIVE) and (page.listed("possessing", end - 1) or page.is_key(i, SAINT))
    if not plural and not owned:
        return 0
    last = page.run(end + 1)
    return last if page.listed("organisation_tail", last - 1) else 0


def of_whom(page: Page, i: int, end: int) -> int:
    """`Supreme Court of X`, `Coalition for Clean Rivers`, `Committee to Protect Miners`, `Doctors for Peace`."""
    if page.is_key(end, OF) and page.listed("linked_head", end - 1):
        return large_from(page, end + 1)
    if page.is_key(end, TO) and page.listed("cause_head", end - 1):
        return large_from(page, end + 1)
    if end - i == 1 and page.listed("cause_people", i) and page.is_key(end, CAUSE):
        return large_from(page, end + 1) if page.capital(end) or page.common(end + 1) else 0
    if page.listed("people_head", end - 1) and page.is_key(end, OF) and (end - i > 1 or page.keys[i] == "friends"):
        return large_from(page, end + 1) if page.keys[end] == "of" else 0
    return 0


def coordinated(page: Page, i: int, end: int) -> int:
    """`Tarn & Sons`, `Blythe and Partners`, `the Nurses and Midwives Union`, `Labour and Social Protection`."""
    if page.is_key(end, AMPERSAND):
        return large_from(page, end + 1)
    if not page.is_key(end, AND) or not page.capital(end + 1):
        return 0
    if page.listed("partner_tail", end + 1):
        return end + 2
    if page.listed("portfolio", end - 1) and page.listed("portfolio", end + 1):
        return page.run(end + 1)
    office = page.listed("people_head", end - 1) or page.listed("paired_office", end - 1)
    last = page.run(end + 1)
    closed = last - end > SHORTEST_PAIR and page.listed("organisation_tail", last - 1)
    return last if office and closed and page.is_key(i - 1, ARTICLE) else 0


def large_from(page: Page, start: int) -> int:
    """The end of the capitalised run at `start` or behind an article there; 0: there is none."""
    start += page.is_key(start, ARTICLE)
    return page.run(start) if page.capital(start) else 0
