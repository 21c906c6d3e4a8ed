"""Titles with what they are of, and the person who bears them: `Menteri Luar Negeri AS, Antony Blinken`."""

from semeja.lang.naming import Phrase
from semeja.read.names.bodies import body_at, bracket, place_at, place_end, tail
from semeja.read.names.found import Found, Office
from semeja.read.names.page import Page
from semeja.read.names.persons import degrees_end, name_end
from semeja.text.keys import slug

STATES = frozenset({"country", "adjective", "seat"})
OWNERS = frozenset({"country", "adjective", "seat", "capital", "place", "organisation", "media"})
TITLE = frozenset({"title"})
BODY_HEAD = frozenset({"organisation_head"})
PLACE_HEAD = frozenset({"place_head"})
# A title that stands before another one.
LEADING = frozenset({"mantan", "eks", "calon", "wakil", "former", "then", "pj", "plt", "penjabat"})
PERSONAL = frozenset({"rank", "honorific"})
LINKS = frozenset({"dari", "untuk", "urusan", "bidang", "of", "for", "to"})
NEEDS_NAME = frozenset({"rank", "honorific", "occupation"})
LONGEST_TITLE = 24


def title_at(page: Page, i: int, phrase: Phrase, owner: Phrase | None = None, start: int | None = None) -> Found | None:
    """The person or the bare role whose title starts at `i`; `owner` stands before it (`Russian President`)."""
    reader = TitleReader(page, i, phrase, owner)
    reader.read()
    first = i if start is None else start
    name, last = reader.name()
    office = Office(first, reader.end, reader.key(), reader.of, phrase.id)
    offices = (office,) if reader.class_ not in ("honorific",) else ()
    if last > name:
        end = degrees_end(page, last)
        return Found(first, end, name, last, "person", "name", "person.title", offices=offices)
    if reader.class_ in NEEDS_NAME or (reader.of is None and not page.capital(i)):
        return None
    if reader.of is None and reader.end == i + len(phrase.words) and phrase.id == "head":
        return None
    return Found(first, reader.end, first, reader.end, "person", "role", "role", offices=(office,), sure=False)


class TitleReader:
    """Reads on from a title: words of office, owner, further titles."""

    def __init__(self, page: Page, i: int, phrase: Phrase, owner: Phrase | None) -> None:
        self.page, self.first, self.phrase = page, i, phrase
        self.end = i + len(phrase.words)
        self.of: str | None = None if owner is None else owner_id(owner)
        self.titles = [phrase]
        self.class_ = phrase.id
        self.office_words: list[str] = []

    def read(self) -> None:
        limit = min(self.page.passage.last, self.first + LONGEST_TITLE)
        while self.end < limit and (
            self.stop() or self.office_word() or self.further_title() or self.owner() or self.linked()
        ):
            continue

    def stop(self) -> bool:
        """The full stop of a shortened title: `Dr.`, `Brigjen.`, `Prof.`"""
        page = self.page
        short = len(page.words[self.end - 1]) <= 6 and self.titles[-1].id in PERSONAL
        if short and page.words[self.end] == "." and page.capital(self.end + 1):
            self.end += 1
            return True
        return False

    def office_word(self) -> bool:
        """`Luar Negeri`, `Politik, Hukum, dan Keamanan`."""
        page, i = self.page, self.end
        if (
            page.listed("portfolio", i)
            and self.titles[-1].id not in PERSONAL
            and not page.evidence.singles[page.keys[i]]
        ):
            if page.words[i] == page.keys[i] and page.capital(self.first):
                return False
            self.office_words.append(page.keys[i])
            self.end += 1
            return True
        if self.office_words and page.keys[i] in (",", "dan", "&", "and", "serta"):
            after = i + 1
            if after < page.passage.last and page.keys[after] in ("dan", "and", "serta"):
                after += 1
            if page.listed("portfolio", after) and page.capital(after) == page.capital(i - 1):
                self.office_words.append(page.keys[after])
                self.end = after + 1
                return True
        return False

    def further_title(self) -> bool:
        page = self.page
        found = page.known(self.end, TITLE)
        if found is None:
            return False
        if found.id not in PERSONAL and self.titles[-1].words[-1] not in LEADING and self.of is None:
            if self.office_words or found.id == "occupation":
                return False
        elif found.id not in PERSONAL and self.titles[-1].words[-1] not in LEADING:
            return False
        self.titles.append(found)
        if self.class_ in PERSONAL or self.titles[0].words[-1] in LEADING:
            self.class_ = found.id
        self.end += len(found.words)
        return True

    def owner(self) -> bool:
        """What the office is of: a state, a body, a place."""
        page, i = self.page, self.end
        if self.titles[-1].id in PERSONAL and len(self.titles) == 1:
            return False
        if self.of is not None and not self.of.startswith("organisation:"):
            return False
        found = self.known_owner(i) or self.body(i) or self.place(i)
        if found is None:
            return False
        id, self.end = found
        if self.of is None:
            self.of = id
        return True

    def known_owner(self, i: int) -> tuple[str, int] | None:
        page = self.page
        if page.evidence.singles[page.keys[i]]:
            return None
        hit = page.known(i, OWNERS)
        if hit is None:
            return None
        end = i + len(hit.words)
        return owner_id(hit), bracket(page, end)[1]

    def body(self, i: int) -> tuple[str, int] | None:
        page = self.page
        head = page.known(i, BODY_HEAD)
        if head and (page.capital(i) or page.capital(i + len(head.words))):
            body = body_at(page, i, head, wants_person=True)
            if body is not None and body.id:
                return body.id, body.last
        if page.is_acronym(i) and not page.words[self.first].isupper():
            return f"organisation:{slug(page.words[i])}", bracket(page, i + 1)[1]
        return None

    def place(self, i: int) -> tuple[str, int] | None:
        page = self.page
        head = page.known(i, PLACE_HEAD)
        if head and page.capital(i + len(head.words)):
            place = place_at(page, i, head, wants_person=True)
            if place is not None and place.id:
                return place.id, place.last
        if not page.capital(i) or page.evidence.singles[page.keys[i]]:
            return None
        territorial = " ".join(self.titles[0].words) in page.tables.lists["territorial"] or self.of is not None
        end = place_end(page, i)
        size = self.placed(i, end)
        if not size and territorial and end - i > 2:
            size = tail(page, i, end, wants_person=True)
        elif not size and territorial and self.of is None and end - i < 3:
            size = 0 if page.evidence.wholes[page.key(i, end)] == 1 else 0
        return (f"place:{slug(' '.join(page.words[i : i + size]))}", i + size) if size else None

    def placed(self, i: int, end: int) -> int:
        """The longest start of the run that stands elsewhere as a place."""
        placed = self.page.evidence.placed
        return next((j - i for j in range(end, i, -1) if self.page.key(i, j) in placed), 0)

    def linked(self) -> bool:
        """`Wakil Ketua DPRD dari PCB`, `regent of Lembah Arum`, `Duta Besar Rusia untuk Indonesia`."""
        page = self.page
        if page.keys[self.end] not in LINKS or self.class_ in NEEDS_NAME:
            return False
        i = self.end + 1
        if page.keys[self.end] in ("urusan", "bidang") and page.listed("portfolio", i):
            self.end = i
            return True
        found = None
        if page.capital(i):
            found = self.known_owner(i) or self.body(i) or self.place(i) or self.unknown_owner(i)
        elif page.keys[i : i + 1] == ["the"] and page.capital(i + 1):
            found = self.known_owner(i + 1) or self.body(i + 1) or self.unknown_owner(i + 1)
        if found is None:
            return False
        id, self.end = found
        self.of = self.of or id
        return True

    def unknown_owner(self, i: int) -> tuple[str, int] | None:
        page = self.page
        end = page.run(i)
        if page.tables.titles_first or end == i or page.evidence.singles[page.keys[i]]:
            return None
        kind = "organisation" if page.listed("organisation_tail", end - 1) else "place"
        return f"{kind}:{slug(' '.join(page.words[i:end]))}", bracket(page, end)[1]

    def name(self) -> tuple[int, int]:
        """Where the person's name stands, directly behind the title or behind a comma."""
        page, i = self.page, self.end
        last = name_end(page, i)
        if last == i and i < page.passage.last and page.words[i] in (",", ":") and (self.of or self.office_words):
            i += 1
            while (found := page.known(i, TITLE)) and found.id in PERSONAL:
                i += len(found.words)
                i += i < page.passage.last and page.words[i] == "."
            last = name_end(page, i)
        return i, last

    def key(self) -> str:
        """The full words of the office, by which two writings of it are compared."""
        names = [title.name for title in self.titles if title.id not in PERSONAL]
        return " ".join([*names, *self.office_words])


def owner_id(hit: Phrase) -> str:
    """The character that an office is of; a capital stands for its state."""
    if hit.type == "capital" and hit.of:
        return f"country:{hit.of}"
    return hit.id
