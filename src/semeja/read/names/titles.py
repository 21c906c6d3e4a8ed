"""Titles with what they are of, and the person who bears them: `Menteri Luar Negeri AS, Antony Blinken`."""

from typing import Final

from semeja.lang.naming import Phrase
from semeja.read.names.bodies import body_id
from semeja.read.names.found import Found, Office
from semeja.read.names.page import Page
from semeja.read.names.persons import degrees_end, is_ordinary, name_end
from semeja.read.names.title_reader import AND, OWNERS, PERSONAL, TITLE, TitleReader

GROUP: Final = frozenset({"group"})
THIS: Final = frozenset({"itu", "tersebut"})
COMMA: Final = frozenset({","})
BELONGING: Final = frozenset({"spokesperson", "head", "occupation"})


def title_at(page: Page, i: int, title: Phrase, owner: Office | None = None) -> Found | None:
    """The person, or the bare role, whose title starts at `i`; `owner`: what stands before it (`Russian President`)."""
    if owner is None and not leads_on(page, i, i + len(title.words)):
        return None
    named = i + len(title.words)
    if title.id == "occupation" and page.keys[named : page.run(named)] in page.evidence.firms:
        return None
    reader = TitleReader(page, i, title, owner)
    if title.words[-1] in page.lists["leading"] and page.known(reader.end, TITLE | OWNERS) is None:
        return None
    reader.read()
    office = reader.office()
    first = office.first
    name, last = name_of(reader)
    if last - name == 1 and owner is None and is_crowd(page, i, title, name):
        return None
    if last > name and belongs(reader, name, last):
        return owned_by(reader, name, last)
    if last > name:
        offices = () if reader.class_ == "honorific" else (office,)
        return Found(first, degrees_end(page, last), name, last, "person", "name", "person.title", offices=offices)
    if page.is_key(reader.end, THIS) and not (reader.class_ == "occupation" and page.known(i, GROUP)):
        place = (first, reader.end + 1, first, reader.end)
        return Found(*place, "person", "demonstrative", "demonstrative.role", offices=(office,))
    if not reader.stands_alone():
        return None
    second = second_owner(reader)
    if second is not None:
        return Found(*(first, second.last) * 2, "person", "role", "role.pair", offices=(office, second), sure=False)
    return Found(*(first, reader.end) * 2, "person", "role", "role", offices=(office,), sure=False)


def is_crowd(page: Page, i: int, title: Phrase, name: int) -> bool:
    """`Warga Wirasaba berunjuk rasa`: a noun for many before one unknown word that says nothing and has no age."""
    if title.id != "occupation" or name != i + len(title.words) or page.known(i, GROUP) is None:
        return False
    if page.keys[name] in page.tables.given or page.listed("speech_verb", i - 1):
        return False
    return not page.listed("person_verb", name + 1) and not page.is_key(name + 1, frozenset(",("))


def leads_on(page: Page, i: int, end: int) -> bool:
    """Whether a title that ends at `end` can be more than a common noun: written large, or with something behind it."""
    if page.capital(i) or page.capital(end):
        return True
    if end >= page.last:
        return False
    key = page.keys[end]
    if key == ",":
        return page.listed("definite", i - 1) or page.listed("possessor", i - 1)
    return key in THIS or key in page.tables.triggers or page.listed("portfolio", end) or page.listed("title_link", end)


def name_of(reader: TitleReader) -> tuple[int, int]:
    """Where the person's name stands: directly behind the title, or behind a comma when the owner is told."""
    page, i = reader.page, reader.end
    if i >= page.last or is_ordinary(page, i):
        return i, i
    last = name_end(page, i)
    told = (
        reader.of
        or reader.portfolio
        or page.listed("definite", reader.first - 1)
        or page.listed("possessor", reader.first - 1)
    )
    if last == i and page.is_key(i, frozenset(",:")) and told:
        i += 1
        while (found := page.known(i, TITLE)) and found.id in PERSONAL:
            i += len(found.words)
            i += page.is_key(i, frozenset("."))
        last = name_end(page, i)
        if last - i == 1 and not page.alone(i):
            return i, i
    return i, last


def belongs(reader: TitleReader, name: int, last: int) -> bool:
    """The name behind the title is whom it is of: `Kuasa hukum Gani, Junaidi Umar, …`, `pengacara Gani`."""
    page = reader.page
    if reader.of is not None or reader.class_ not in BELONGING:
        return False
    if other_name(reader, last)[1] > other_name(reader, last)[0]:
        return True
    return page.listed("relational", reader.end - 1) and last - name == 1 and page.alone(name)


def other_name(reader: TitleReader, last: int) -> tuple[int, int]:
    """A second name between commas behind the first."""
    page = reader.page
    end = name_end(page, last + 1) if page.is_key(last, COMMA) else last
    return (last + 1, end) if page.is_key(end, COMMA) and end > last + 2 else (last, last)


def owned_by(reader: TitleReader, name: int, last: int) -> Found:
    """The mention of the one between the commas, or of somebody unnamed."""
    page, person = reader.page, reader.page.listed("relational", reader.end - 1)
    start, end = other_name(reader, last)
    of = None if person else body_id(page, page.words[name:last])
    owner = None if person else (name, last)
    office = Office(reader.first, last, reader.office().key, of, owner)
    if end > start:
        return Found(reader.first, end, start, end, "person", "name", "person.title", offices=(office,))
    return Found(*(reader.first, last) * 2, "person", "role", "role.relation", offices=(office,), sure=False)


def second_owner(reader: TitleReader) -> Office | None:
    """The second owner of a plural role: `diplomat tinggi AS dan Rusia`."""
    page = reader.page
    if reader.of is None or not page.is_key(reader.end, AND):
        return None
    found = reader.known_owner(reader.end + 1)
    if found is None or found[0].partition(":")[0] != reader.of.partition(":")[0]:
        return None
    office = reader.office()
    return Office(office.first, found[1], office.key, found[0], (reader.end + 1, found[1]))
