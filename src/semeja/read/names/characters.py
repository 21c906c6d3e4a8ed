"""The characters of an article: what they are called, which offices they hold, whom they act for."""

from collections import defaultdict

from semeja.read.draft import Draft
from semeja.read.names.found import Found, Office
from semeja.read.names.known_bodies import Bodies
from semeja.read.names.people import People
from semeja.records.reading import Character, Role
from semeja.text.keys import name_key


class Casting:
    """The characters that are mentioned or that own an office, in the order of their ids."""

    def __init__(
        self, mentions: list[tuple[Found, tuple[str, ...]]], people: People, bodies: Bodies, draft: Draft
    ) -> None:
        self.people, self.bodies, self.draft = people, bodies, draft
        self.tables, self.tokens = draft.pack.naming, draft.tokens
        self.names: dict[str, str] = {}
        self.roles: dict[str, dict[tuple[str, str | None], Role]] = defaultdict(dict)
        self.members: dict[str, list[str]] = defaultdict(list)
        self.states: dict[str, str] = {}
        self.ids: set[str] = set()
        for one, ids in mentions:
            self.ids.update(ids)
            if ids:
                self.note(one, ids[0])

    def note(self, one: Found, id: str) -> None:
        """Keep what one mention tells of its character: name, offices, state."""
        if one.kind == "person" and one.form == "name":
            self.longest(id, one.name or self.people.text(one))
            for office in one.offices:
                self.office(id, office)
        elif one.form == "name" and id not in self.tables.names:
            self.longest(id, one.name or self.people.text(one))
        if one.represents:
            self.states.setdefault(id, one.represents)

    def longest(self, id: str, name: str) -> None:
        """Keep the name if it is longer than the one that is kept; of equals the first stays."""
        if len(name) > len(self.names.get(id, "")):
            self.names[id] = name

    def office(self, id: str, office: Office) -> None:
        """Keep the role, and that its holder belongs to the owner, who becomes a character too."""
        owner = self.bodies.owner(office)
        if office.key:
            start, end = self.tokens.starts[office.first], self.tokens.ends[office.last - 1]
            title = " ".join(self.draft.view.text[start:end].split())
            self.roles[id].setdefault((title, owner), Role(title, owner, start, end))
        if owner:
            self.members[id].append(owner)
            self.ids.add(owner)
            if office.represents and owner.startswith("organisation:"):
                self.states.setdefault(owner, office.represents)
            if office.owner and owner not in self.tables.names and owner == self.bodies.settle(office.of or ""):
                self.names.setdefault(owner, self.without_bracket(*office.owner))

    def without_bracket(self, first: int, last: int) -> str:
        """The words of an owner as written, without a short name in brackets."""
        words = self.tokens.words[first:last]
        cut = words.index("(") if "(" in words else len(words)
        return " ".join([*words[:cut], *words[cut + 3 :]])

    def characters(self) -> tuple[Character, ...]:
        """All characters in the order of their ids."""
        return tuple(self.character(id) for id in sorted(self.ids))

    def character(self, id: str) -> Character:
        """One character: its longest name, the state or body that it acts for, its roles."""
        kind, _, key = id.partition(":")
        name = self.names.get(id) or self.tables.names.get(id) or key.replace("-", " ").title()
        represents = self.states.get(id) or self.tables.represents.get(id)
        if kind == "person":
            parties = [owner for owner in self.members.get(id, ()) if not owner.startswith("place:")]
            represents = parties[0] if parties else self.leads(name)
        return Character(
            id,
            kind,
            name,
            represents,
            key if kind == "country" else None,
            tuple(self.roles[id].values()) if id in self.roles else (),
        )

    def leads(self, name: str) -> str | None:
        """The state that a person of this full name led when the article appeared; None without a date that fits."""
        terms = self.tables.leaders.get(tuple([name_key(word) for word in name.split()]), ()) if " " in name else ()
        published = self.draft.published
        year = (published.value or "")[:4] if published else ""
        fitting = [state for state, first, last in terms if not year or first <= year <= last]
        return f"country:{fitting[0]}" if fitting else None
