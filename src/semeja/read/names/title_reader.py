"""Reading on from a title: its words of office, what it is of, the titles that hang on."""

from typing import Final

from semeja.lang.naming import Phrase
from semeja.read.names.bodies import body_at, body_id, bracket, capitals_end, known_body, place_at, tail
from semeja.read.names.found import Found, Office
from semeja.read.names.linked import linked_end
from semeja.read.names.page import Page
from semeja.text.keys import slug

OWNERS: Final = frozenset({"country", "adjective", "seat", "capital", "place", "organisation", "media"})
TITLE: Final = frozenset({"title"})
BODY_HEAD: Final = frozenset({"organisation_head"})
PLACE_HEAD: Final = frozenset({"place_head"})
PERSONAL: Final = frozenset({"rank", "honorific"})
NEEDS_NAME: Final = frozenset({"rank", "honorific", "occupation"})
AND: Final = frozenset({"dan", "and", "serta", "&"})
INSIDE: Final = frozenset({"dalam"})
AFFAIRS: Final = frozenset({"negeri"})
LONGEST_TITLE: Final = 24
LONGEST_SHORT: Final = 5
SHORTEST_BODY_AND_NAME: Final = 4

Owner = tuple[str, int]


class TitleReader:
    """Reads on from a title: words of office, owner, further titles."""

    def __init__(self, page: Page, i: int, title: Phrase, owner: Office | None) -> None:
        self.page, self.first = page, i
        self.before = owner
        self.end = i + len(title.words)
        self.titles = [title]
        self.class_ = title.id
        self.portfolio: list[str] = []
        self.office_end = self.end
        self.short: str | None = None
        self.represents: str | None = None
        self.of = None if owner is None else owner.of
        self.owner_place = None if owner is None else owner.owner

    def read(self) -> None:
        """Read on until nothing hangs on any more, at most `LONGEST_TITLE` words."""
        limit = min(self.page.last, self.first + LONGEST_TITLE)
        while self.end < limit and (
            self.stop()
            or self.bracketed()
            or self.office_word()
            or self.further_title()
            or self.owner()
            or self.linked()
        ):
            continue

    def office(self) -> Office:
        """The office that was read: its words, its key, its owner."""
        first = self.first if self.before is None else self.before.first
        names = [title.name for title in self.titles if title.id not in PERSONAL]
        default = next((title.of for title in self.titles if title.of), None)
        last = self.end if self.titles[-1].id not in PERSONAL else self.office_end
        key = " ".join([*names, *self.portfolio])
        return Office(first, last, key, self.of, self.owner_place, default, self.short, self.represents)

    def stands_alone(self) -> bool:
        """Whether the title without a name points at somebody: it names its owner, or is a dignity in capitals."""
        if self.class_ in NEEDS_NAME:
            return False
        if self.of is not None:
            return True
        large = all(self.page.capital(i) for i in range(self.first, self.end))
        return large and (self.titles[0].id != "head" or bool(self.portfolio))

    def stop(self) -> bool:
        """The full stop of a shortened title, the corps behind a rank: `Dr.`, `Prof.`, `Kolonel Inf`."""
        page = self.page
        if self.titles[-1].id == "rank" and page.listed("corps", self.end) and page.capital(self.end + 1):
            self.end += 1
            return True
        short = self.titles[-1].id in PERSONAL or len(page.words[self.end - 1]) < LONGEST_SHORT
        if short and page.words[self.end] == "." and page.capital(self.end + 1):
            self.end += 1
            return True
        return False

    def bracketed(self) -> bool:
        """`Menteri Ketenagakerjaan (Menaker) X`: the short form of the title before the name."""
        page, i = self.page, self.end
        if i + 3 >= page.last or page.words[i] != "(" or page.words[i + 2] != ")" or not page.capital(i + 3):
            return False
        if page.known(i + 1, TITLE) is None:
            return False
        self.end = i + 3
        return True

    def office_word(self) -> bool:
        """`Luar Negeri`; after a comma or `dan`, `Politik, Hukum, dan Keamanan`."""
        page, i = self.page, self.end
        if self.portfolio and (page.keys[i] in AND or page.keys[i] == ","):
            i += 1 + page.is_key(i + 1, AND)
            if page.capital(i) != page.capital(self.end - 1):
                return False
        if self.rules_place():
            return False
        if not self.portfolio and (self.bare_body(i) or self.branch(i)):
            return True
        if not page.listed("portfolio", i) or self.titles[-1].id in PERSONAL or page.alone(i) or self.heads_body(i):
            return False
        if page.is_key(i, INSIDE) and not page.is_key(i + 1, AFFAIRS):
            return False
        if page.capital(i) and self.class_ == "occupation":
            return False
        self.portfolio.append(page.keys[i])
        self.end = i + 1
        return True

    def heads_body(self, i: int) -> bool:
        """`Ketua Koperasi Nelayan Arang Basri Tunggal`: the word of office opens a body that is named, and its head."""
        page = self.page
        civil = self.class_ == "head" and page.capital(i) and page.listed("civil_head", i)
        return civil and page.known(i, BODY_HEAD) is not None and page.run(i) - i >= SHORTEST_BODY_AND_NAME

    def branch(self, i: int) -> bool:
        """`Direktur Reskrimsus Polda X`: an unknown word of office between the title and the kind word of its body."""
        page = self.page
        if self.class_ != "head" or not page.capital(i) or not page.capital(i + 1) or page.alone(i):
            return False
        named = page.known(i, OWNERS | BODY_HEAD) is not None or page.keys[i] in page.tables.given
        if named or page.known(i + 1, BODY_HEAD) is None:
            return False
        self.portfolio.append(page.keys[i])
        self.end = i + 1
        return True

    def bare_body(self, i: int) -> bool:
        """`juru bicara kementerian Sekar Widuri`: a kind of body in lower case that only a name follows."""
        page = self.page
        head = page.known(i, BODY_HEAD)
        after = i + len(head.words) if head else i
        if head is None or page.capital(i) or not page.listed("bare_head", i) or not page.capital(after):
            return False
        if page.listed("portfolio", after) or page.known(after, OWNERS) is not None or page.is_acronym(after):
            return False
        self.portfolio.extend(head.words)
        self.end = after
        return True

    def further_title(self) -> bool:
        """`mantan Menteri`, `Kapolres X AKBP`, `Prof. Dr.`: another title hangs on."""
        page = self.page
        found = page.known(self.end, TITLE)
        if found is None:
            return False
        leading = self.titles[-1].words[-1] in page.lists["leading"]
        if found.id not in PERSONAL and not leading and (self.of or self.portfolio or found.id == "occupation"):
            return False
        if found.id not in PERSONAL and not leading and self.class_ not in PERSONAL and self.class_ != "head":
            return False
        self.office_end = self.end if found.id in PERSONAL else self.end + len(found.words)
        self.titles.append(found)
        if self.class_ in PERSONAL or leading:
            self.class_ = found.id
        self.end += len(found.words)
        return True

    def owner(self) -> bool:
        """What the office is of: a state, a body, a place; behind a body its place may follow."""
        if all(title.id in PERSONAL for title in self.titles):
            return False
        if self.of is not None and not self.of.startswith("organisation:"):
            return False
        return self.take(self.owner_at(self.end), self.end)

    def take(self, found: Owner | None, start: int) -> bool:
        """Take an owner that starts at `start`: the first one, or the region of a local body. False: none."""
        if found is None:
            return False
        if self.of is None:
            self.of, self.owner_place = found[0], (start, found[1])
        elif self.of.startswith("organisation:") and found[0].startswith("place:") and self.owner_place:
            self.of = f"{self.of}-{found[0].partition(':')[2]}" if self.local() else self.of
            self.owner_place = self.owner_place[0], found[1]
        self.end = found[1]
        return True

    def local(self) -> bool:
        """The owner is a body that every region has one of: `DPRD`, `BPBD`."""
        return bool(self.of) and self.of in self.page.tables.local

    def owner_at(self, i: int) -> Owner | None:
        """The owner whose words start at `i`: its id and where they end."""
        return self.known_owner(i) or self.body(i) or self.place(i)

    def known_owner(self, i: int) -> Owner | None:
        """An owner of the tables; a capital means its state."""
        hit = None if self.page.alone(i) else self.page.known(i, OWNERS)
        if hit is None:
            return None
        if hit.type == "organisation":
            body = known_body(self.page, i, hit, wants_person=True)
            self.note(body)
            return (body.id or hit.id), body.last
        end = bracket(self.page, i + len(hit.words))[1]
        return (f"country:{hit.of}" if hit.type == "capital" and hit.of else hit.id), end

    def note(self, body: Found) -> None:
        """Keep the short name of the owner and the state that it acts for; the first of each stays."""
        self.short = self.short or body.acronym
        self.represents = self.represents or body.represents

    def body(self, i: int) -> Owner | None:
        """A body by its kind word, or an acronym, as the owner."""
        page = self.page
        head = page.known(i, BODY_HEAD)
        if head and (page.capital(i) or page.capital(i + len(head.words))):
            body = body_at(page, i, head, wants_person=True)
            if body is not None and body.id:
                self.note(body)
                return body.id, body.last
        if page.is_acronym(i) and not page.words[self.first].isupper():
            return body_id(page, page.words[i : i + 1]), bracket(page, i + 1)[1]
        return None

    def place(self, i: int) -> Owner | None:
        """A place as the owner: by how it stands elsewhere, by its kind word, or since the office rules one."""
        page = self.page
        end = capitals_end(page, i)
        size = next((j - i for j in range(end, i, -1) if page.keys[i:j] in page.evidence.placed), 0)
        if not size and self.territorial():
            size = next((j + 1 - i for j in range(i + 1, end) if page.listed("compass", j)), 0)
            behind = page.known(end, TITLE)
            size = end - i if not size and behind is not None and behind.id in PERSONAL else size
        head = None if size else page.known(i, PLACE_HEAD)
        if head and page.capital(i + len(head.words)):
            place = place_at(page, i, head, wants_person=True)
            if place is not None and place.id:
                return place.id, place.last
        if not page.capital(i) or page.alone(i):
            return None
        named = page.keys[i] in page.tables.given or len(page.words[i]) == 1
        if not size and end - i > 2 and self.territorial() and not named:
            size = tail(page, i, end, wants_person=True, of_place=True)
        return (f"place:{slug(page.text(i, i + size))}", i + size) if size else None

    def territorial(self) -> bool:
        """The office rules a place, or its body is one that every region has."""
        return self.rules_place() or self.local()

    def rules_place(self) -> bool:
        """`Bupati`, `Kapolres`: what follows is a place (`Bupati Sungai Lumut`), no word of office."""
        return any(title.of and title.of.startswith("body:") for title in self.titles)

    def linked(self) -> bool:
        """`Wakil Ketua DPRD dari PCB`, `regent of Lembah Arum`, `Duta Besar Rusia untuk Indonesia`."""
        page, i = self.page, self.end + 1
        if not page.listed("title_link", self.end) or self.class_ in PERSONAL:
            return False
        if page.listed("portfolio", i) and not page.capital(self.end):
            self.end = i
            return True
        i += page.listed("definite", i)
        if not page.capital(i):
            return False
        found = self.owner_at(i) or self.unknown_owner(i)
        if self.of is not None and found is not None:
            self.end = found[1]
            return True
        return self.take(found, i)

    def unknown_owner(self, i: int) -> Owner | None:
        """English: whatever is written large behind `of` is the owner, a body by its last word or else a place."""
        page, run = self.page, self.page.run(i)
        if page.tables.titles_first or page.alone(i):
            return None
        end = linked_end(page, i, run) if page.names is None else run
        body = end > run or page.listed("organisation_tail", end - 1)
        id = body_id(page, page.words[i:end]) if body else f"place:{slug(page.text(i, end))}"
        return id, bracket(page, end)[1]
