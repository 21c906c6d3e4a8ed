"""Capitalised runs that no table knows: person, body, place, or nothing."""

from typing import Final

from semeja.lang.naming import NAMED
from semeja.read.names.bodies import abbreviates, body_id, bracket
from semeja.read.names.found import Found
from semeja.read.names.linked import LINKS, linked_end
from semeja.read.names.page import NOTHING, Page
from semeja.read.names.persons import degrees_end, is_ordinary, name_end
from semeja.text.keys import name_key, slug

COMMA: Final = frozenset({","})
NOBODY: Final = "nobody"
LONGEST_BODY: Final = 10
LONGEST_INITIALS: Final = 3
LONGEST_COMMON_OPENING: Final = 2
ADJECTIVE: Final = ("an", "ish", "ese")
TITLE: Final = frozenset({"title"})
ARTICLES: Final = frozenset({"a", "an", "the"})
WAKING: Final = frozenset({"person_verb", "inner_word"})
OPENERS: Final = frozenset("\"“”'‘’«»:([—–")


def unknown_at(page: Page, i: int) -> Found | None:
    """The mention that starts at the capitalised word `i`, or None when nothing says what it is."""
    end = before_title(page, i, page.run(i)) if page.names is None else known_run(page, i)
    linking = end < page.last and page.names is None and not page.tables.titles_first and page.keys[end] in LINKS
    whole = linked_end(page, i, end) if linking else end
    if end == i + 1 and whole == end and i == page.first and is_dull(page, i):
        return None
    if whole > end and (i > page.first or not page.listed("common_initial", i)):
        short, after = bracket(page, whole)
        return body(page, i, whole, short, after, "body.linked")
    key, lists = page.keys[i], page.tables.lists
    behind = page.keys[end] if end < page.last else ""
    short, after = bracket(page, end) if behind == "(" else (None, end)
    if page.names is None and behind in lists["inner_word"]:
        end, short, after = spelt_out(page, i, end)
    before = page.groups(i - 1)
    if is_thing(page, i, end, before):
        return Found(*(i, end, i, end), NOBODY, "name", NOBODY)
    if end == i + 1 and page.is_acronym(i):
        return acronym_at(page, i)
    if short and abbreviates(page, i, end, short):
        return body(page, i, end, short, after, "body.short")
    kinded = end - i > 1 and has_kind(page, end, end - i)
    if key in lists["common_initial"] and not (kinded and i > page.first and not page.listed("definite", i)):
        return None
    if not kinded and opens(page, i) and page.common(i) and not named_here(page, i, end):
        return None
    if page.media and page.keys[i:end] in page.media:
        return body(page, i, end, None, end, "body.media")
    return told_by_words(page, i, end, before, short, after)


def told_by_words(page: Page, i: int, end: int, before: frozenset[str], short: str | None, after: int) -> Found | None:
    """What the words before and the last word of the run take it for; else perhaps a person."""
    closing = page.groups(end - 1) if end - i > 1 else NOTHING
    if "organisation_tail" in closing or ("trade_tail" in closing and page.keys[i] not in page.tables.given):
        return body(page, i, end, short, after, "body.tail")
    if "definite" in before and is_force(page, i, end):
        return body(page, i, end + 1, None, end + 1, "body.force")
    if "body_noun" in before or (i > page.first and page.keys[i - 1] == "," and page.listed("body_noun", i - 2)):
        return body(page, i, end, short, after, "body.noun")
    if page.keys[i:end] in page.evidence.firms:
        return body(page, i, end, short, after, "body.firm")
    if not page.tables.titles_first and holds_office(page, i, end):
        return body(page, i, end, short, after, "body.office")
    if "place_tail" in closing:
        return place(page, i, end, "place.tail")
    if located(page, i, end, before):
        return place(page, i, end, "place.context")
    return person(page, i, before)


def has_kind(page: Page, end: int, size: int) -> bool:
    """A run of `size` words, two or more, that ends like a union, firm or club, however common its first word is."""
    closing = page.groups(end - 1)
    if "organisation_tail" not in closing:
        return "trade_tail" in closing
    return "civil_head" in closing or page.tables.titles_first or size > LONGEST_COMMON_OPENING


def is_force(page: Page, i: int, end: int) -> bool:
    """`the Tarvian army`: the adjective of a state that no table knows before one of its bodies in small letters."""
    return end - i == 1 and page.keys[i].endswith(ADJECTIVE) and page.listed("state_tail", end)


def is_dull(page: Page, i: int) -> bool:
    """One common word that opens the sentence, with nothing behind it that makes it a name or thing."""
    key, word = page.keys[i], page.words[i]
    if key in page.tables.given or word.isupper() or not page.common(i) or (key,) in page.evidence.things:
        return False
    return i + 1 >= page.last or (page.keys[i + 1] != "(" and page.groups(i + 1).isdisjoint(WAKING))


def named_here(page: Page, i: int, end: int) -> bool:
    """A common word that opens the sentence may still be somebody's name when it is given as one or speaks."""
    return page.keys[i] in page.tables.given or speaks(page, i, end, page.groups(i - 1), page.groups(end))


def spelt_out(page: Page, i: int, end: int) -> tuple[int, str | None, int]:
    """`Center for Strategic and International Studies (CSIS)`: small words inside a name that a short name confirms."""
    last = end
    while last - i < LONGEST_BODY and page.listed("inner_word", last):
        while page.listed("inner_word", last):
            last += 1
        last = max(page.run(last), last)
    short, after = bracket(page, last)
    if short and abbreviates(page, i, last, short):
        return last, short, after
    return end, None, end


def is_thing(page: Page, i: int, end: int, before: frozenset[str]) -> bool:
    """`KM Cakra Samudra`, `film X`: a ship, a work, a storm is no character."""
    if "thing_noun" in before or page.keys[i:end] in page.evidence.things:
        return True
    return end - i > 1 and page.listed("thing_noun", i) and page.known(i + 1, NAMED) is None


def holds_office(page: Page, i: int, end: int) -> bool:
    """`Tesla CEO Elon Musk`: a run before a title in lower case or short letters, which a name follows."""
    title = page.known(end, TITLE)
    if title is None or title.id not in ("head", "spokesperson") or (opens(page, i) and page.common(i)):
        return False
    return name_end(page, end + len(title.words)) > end + len(title.words)


def before_title(page: Page, i: int, end: int) -> int:
    """`Acme CEO Peter Lang`: the run ends before a title that a name follows."""
    if page.tables.titles_first:
        return end
    return next((j for j in range(i + 1, end - 1) if holds_office(page, i, j)), end)


def known_run(page: Page, i: int) -> int:
    """The longest run from `i` that also stands in the body; in a headline everything may be written large."""
    ends = range(page.run(i), i + 1, -1)
    return next((end for end in ends if page.keys[i:end] in page.evidence.wholes), i + 1)


def opens(page: Page, i: int) -> bool:
    """The word stands where every word is written large: first in the sentence, after a quotation mark or a colon."""
    return i == page.first or page.words[i - 1] in OPENERS


def located(page: Page, i: int, end: int, before: frozenset[str]) -> bool:
    """A place by the word before it or by how it stands elsewhere, unless it is called like somebody who speaks."""
    key = page.keys[i:end]
    if key in page.evidence.placed:
        return True
    if "placing" in before and not ("soft_locative" in before and page.alone(i)):
        return not page.listed("holding", i - 2) and not is_somebodys(page, i, end)
    hyphen = page.words[i - 1] == "-" and i - 1 > page.first and end - i > 1
    return hyphen and page.keys[i - 2] in {place[-1] for place in page.evidence.placed}


def is_somebodys(page: Page, i: int, end: int) -> bool:
    """`in Edward Lowell's place`: the place is not the run itself."""
    return page.keys[i] in page.tables.given and page.listed("possessive", end)


def acronym_at(page: Page, i: int) -> Found | None:
    """A short name by itself: certain only if the article spells it out or treats it as a body elsewhere."""
    if page.zone != "body" and page.text(page.first, page.last).isupper():
        return None
    if page.listed("initialled", i - 1) and len(page.words[i]) <= LONGEST_INITIALS:
        return Found(i, i + 1, i, i + 1, "person", "name", "person.initials")
    id = body_id(page, page.words[i : i + 1])
    return Found(i, i + 1, i, i + 1, "organisation", "name", "body.acronym", id=id, sure=False)


def body(page: Page, i: int, end: int, short: str | None, after: int, rule: str) -> Found:
    """The mention of a body that no table knows; with its short name it ends behind the bracket, at `after`."""
    last = after if short else end
    words = page.words[i:end]
    return Found(
        *(i, last, i, last), "organisation", "name", rule, id=body_id(page, words), name=" ".join(words), acronym=short
    )


def place(page: Page, i: int, end: int, rule: str) -> Found:
    """The mention of a place that no table knows."""
    return Found(*(i, end, i, end), "place", "name", rule, id=f"place:{slug(page.text(i, end))}")


def person(page: Page, i: int, before: frozenset[str]) -> Found | None:
    """A run that may be a person's name: sure when it speaks, has an age, or starts with a given name."""
    end = name_end(page, i)
    if end == i:
        return None
    behind = page.groups(end)
    told = speaks(page, i, end, before, behind)
    if not told and commanded(page, i, end):
        return Found(*(i, i + 1, i, i + 1), NOBODY, "name", NOBODY)
    last = degrees_end(page, end)
    if told or (end + 2 < page.last and aged(page, end)):
        return Found(i, last, i, end, "person", "name", "person.context", sure=not is_ordinary(page, i))
    if page.keys[i] in page.tables.given and not page.common(i):
        return Found(i, last, i, end, "person", "name", "person.given", sure=end - i > 1 or not opens(page, i))
    if "definite" in before or page.is_key(i - 1, ARTICLES):
        return None if end - i > 1 else Found(i, last, i, end, "person", "name", "person.name", sure=False)
    sure = end - i > 1 and (acts(page, end) or coordinated(page, end, behind) or led(page, i, end))
    return Found(i, last, i, end, "person", "name", "person.name", sure=sure)


def commanded(page: Page, i: int, end: int) -> bool:
    """`Copot Teguh atau kami pergi`: a bare verb opens the sentence before a name that stands alone elsewhere."""
    if not page.tables.titles_first or not opens(page, i) or end - i < 2 or page.is_key(end, COMMA):
        return False
    if page.alone(i) or not page.alone(i + 1):
        return False
    return page.keys[i] not in page.tables.given and not acts(page, end)


def led(page: Page, i: int, end: int) -> bool:
    """The full name of somebody who led a state."""
    return tuple([name_key(key) for key in page.keys[i:end]]) in page.tables.leaders


def coordinated(page: Page, end: int, behind: frozenset[str]) -> bool:
    """`X Y dan Budi Z`: a given name opens the second member."""
    return "and" in behind and page.capital(end + 1) and page.keys[end + 1] in page.tables.given


def acts(page: Page, end: int) -> bool:
    """An active verb follows."""
    if end >= page.last or page.words[end] != page.keys[end]:
        return False
    key = page.keys[end]
    return page.tables.titles_first and len(key) > 4 and key.startswith(("me", "ber"))


def speaks(page: Page, i: int, end: int, before: frozenset[str], behind: frozenset[str]) -> bool:
    """Words around the run take it for somebody who does or says something."""
    if "speech_verb" in before or "person_verb" in behind or (end - i > 1 and "agent_word" in before):
        return True
    if end - i < 2 or end >= page.last or page.keys[end] != ",":
        return False
    return (page.is_key(i - 1, COMMA) and reports(page, end)) or is_person_told(page, i, end)


def is_person_told(page: Page, i: int, end: int) -> bool:
    """`Edith Lowell, who heads the office,`: a relative pronoun of persons only."""
    return end - i > 1 and page.is_key(end, COMMA) and page.listed("relative_person", end + 1)


def reports(page: Page, end: int) -> bool:
    """A verb of somebody's doing follows, directly or behind a comma."""
    return page.listed("person_verb", end) or page.listed("person_verb", end + 1)


def aged(page: Page, end: int) -> bool:
    """`Marsiti (46)`, `John Doe, 46,`; two words stand behind `end`."""
    words = page.words
    return words[end + 1].isdigit() and (words[end], words[end + 2]) in ((",", ","), ("(", ")"), ("(", "tahun"))
