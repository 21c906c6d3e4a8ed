"""The persons of one article: which names are one person, who holds an office (field guide, section 4, S1 to S5)."""

from collections import defaultdict
from collections.abc import Callable
from typing import Final

from semeja.lang.naming import NamingTables
from semeja.read.names.found import Found, Office
from semeja.records.reading import Tokens
from semeja.text.keys import name_key, slug

SHORTEST: Final = 4
"""Letters of a word that may stand for a name that it opens: `Alex` for `Alexander Marwata`."""
NOTHING: Final = "\n"
"""Stands in no name."""
NOBODY: Final[list[str]] = []
OwnerOf = Callable[[Office], str | None]


class People:
    """Each fullest name of the body is one person; a part of it or another spelling is the same one.

    `names`: by id the keys of the words; `known`: the same as a set and as text.
    """

    def __init__(self, named: list[Found], tokens: Tokens, tables: NamingTables, owner_of: OwnerOf) -> None:
        self.tokens, self.tables, self.owner_of = tokens, tables, owner_of
        self.names: dict[str, tuple[str, ...]] = {}
        self.ids: dict[tuple[str, ...], str] = {}
        self.held: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
        self.seen: dict[str, int] = {}
        self.parts: dict[str, list[str]] = defaultdict(list)
        self.known: dict[str, tuple[frozenset[str], str]] = {}
        self.keys: dict[tuple[int, int], tuple[str, ...]] = {}
        self.found_names(named)
        for one in named:
            self.note(one)

    def found_names(self, named: list[Found]) -> None:
        """Longest names first: each is a person unless it is a part of one that is there already."""
        sure = [one for one in named if one.sure and one.id is None]
        for one in sorted(sure, key=lambda one: (one.head_first - one.head_last, one.first)):
            key = self.key(one)
            if key in self.ids:
                continue
            opening = f" {key[0]}" if len(key) == 1 and len(key[0]) >= SHORTEST else NOTHING
            fuller = [id for id, (parts, text) in self.known.items() if opening in text or parts.issuperset(key)]
            if len(fuller) == 1:
                self.ids[key] = fuller[0]
            elif key and not fuller:
                id = f"person:{slug(self.text(one))}"
                self.ids[key], self.names[id] = id, key
                self.known[id] = frozenset(key), f" {' '.join(key)}"
        for id, name in self.names.items():
            for part in dict.fromkeys(name):
                self.parts[part].append(id)

    def note(self, one: Found) -> None:
        """Remember where a person is named first and which offices are told."""
        id = self.of(one)
        if id is not None:
            self.seen.setdefault(id, one.first)
            held = self.held[id]
            if one.offices:
                held += [(office.key, self.owner_of(office)) for office in one.offices if office.key]

    def key(self, one: Found) -> tuple[str, ...]:
        """The name keys of the words of a name, marks left out; kept, as it is asked for again and again."""
        place = one.head_first, one.head_last
        found = self.keys.get(place)
        if found is None:
            keys = self.tokens.keys[one.head_first : one.head_last]
            found = self.keys[place] = tuple([name_key(key) for key in keys if key[0].isalnum()])
        return found

    def text(self, one: Found) -> str:
        """The name as written: words with a space between, none beside a hyphen that had none."""
        starts, ends = self.tokens.starts, self.tokens.ends
        words = self.tokens.words[one.head_first : one.head_last]
        if "-" not in words:
            return " ".join(words)
        gaps = ["" if ends[i - 1] == starts[i] else " " for i in range(one.head_first + 1, one.head_last)]
        return "".join(word + gap for word, gap in zip(words, [*gaps, ""]))

    def of(self, one: Found) -> str | None:
        """The person of a name: by the whole name, or by its parts; of two bearers the one named before."""
        if one.id is not None:
            full = tuple([name_key(word) for word in (one.name or "").split()])
            return self.ids.get(full, one.id)
        key = self.key(one)
        if not key or key in self.ids:
            return self.ids.get(key)
        bearers = self.parts.get(key[0], NOBODY)
        if len(key) > 1:
            bearers = [id for id in bearers if self.known[id][0].issuperset(key)]
        if len(bearers) > 1:
            bearers = [id for id in bearers if self.seen.get(id, one.first) < one.first]
        return bearers[0] if len(bearers) == 1 else None

    def by_initials(self, one: Found, fewest: int = 3) -> str | None:
        """The one person whose initials these are, `fewest` at least: `AGK` for `Abdul Gani Kasuba`."""
        letters = self.tokens.keys[one.head_first]
        bearers = [
            id for id, name in self.names.items() if len(name) >= fewest and "".join(w[0] for w in name) == letters
        ]
        return bearers[0] if len(bearers) == 1 else None

    def in_office(self, office: Office, before: int | None = None) -> str | None:
        """The one person who is told to hold an office; `before`: named before this word.

        Who holds it of the same owner goes before who holds it of none that is told.
        """
        of = self.owner_of(office)
        fitting = [
            (id, owner)
            for id, held in self.held.items()
            for key, owner in held
            if (before is None or self.seen[id] < before) and self.same(office.key, key)
        ]
        exact = {id for id, owner in fitting if of is not None and owner == of}
        holders = exact or {id for id, owner in fitting if of is None or owner is None}
        return holders.pop() if len(holders) == 1 else None

    def same(self, wanted: str, held: str) -> bool:
        """`menteri` is said of a `menteri luar negeri`, `ketua` not of a `wakil ketua`."""
        if wanted == held:
            return True
        if self.tables.titles_first:
            return held.startswith(f"{wanted} ")
        return held.endswith(f" {wanted}") and held.split()[0] not in self.tables.lists["leading"]
