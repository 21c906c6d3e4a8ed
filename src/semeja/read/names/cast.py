"""From mentions to the cast: which of them are one character, and what each stands for (field guide, section 4)."""

from collections import defaultdict

from semeja.lang.naming import NamingTables
from semeja.read.names.found import Found
from semeja.read.names.words import Words
from semeja.records.reading import Character, Mention, Role
from semeja.text.keys import name_key, slug

Zoned = list[tuple[str, Found]]


def cast_of(found: Zoned, words: Words, tables: NamingTables) -> tuple[tuple[Character, ...], tuple[Mention, ...]]:
    """The cast and the mentions with their local ids."""
    acronyms = {one.acronym: one.id for _, one in found if one.acronym and one.id and one.kind == "organisation"}
    people = People(found, words)
    mentions: list[Mention] = []
    for zone, one in found:
        if one.kind == "person" and one.form == "name":
            id = people.of(one)
        elif one.form == "role" and one.kind == "person":
            id = people.in_office(one, acronyms)
        elif one.rule == "demonstrative.role":
            id = people.called(words.keys[one.head_first : one.head_last], one.first)
        else:
            id = known_body(one, words, acronyms)
        if id is None and one.form in ("name", "metonym", "role"):
            continue
        mentions.append(mention(one, words, id))
    return characters(found, mentions, people, words, tables, acronyms), tuple(mentions)


def known_body(one: Found, words: Words, acronyms: dict[str, str]) -> str | None:
    """Bodies, states, places, groups: by id; a short name by what the article spells out."""
    if one.kind == "organisation" and one.form == "name":
        short = words.words[one.head_first]
        if short in acronyms:
            return acronyms[short]
        if one.rule == "body.acronym" and not one.sure:
            return None
    return one.id


def mention(one: Found, words: Words, id: str | None) -> Mention:
    start, end = words.starts[one.first], words.ends[one.last - 1]
    head = words.starts[one.head_first], words.ends[one.head_last - 1]
    if one.form == "clitic":
        start, head = end - 3, (end - 3, end)
    return Mention(start, end, *head, one.kind, one.form, () if id is None else (id,), one.rule)


class People:
    """The persons of one article: each fullest name is one, parts of it and other spellings are the same."""

    def __init__(self, found: Zoned, words: Words) -> None:
        self.words = words
        self.names: dict[str, tuple[str, ...]] = {}
        self.roles: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
        self.seen: dict[str, int] = {}
        named = [one for zone, one in found if one.kind == "person" and one.form == "name" and zone == "body"]
        sure = [one for one in named if one.sure or one.head_last - one.head_first > 1]
        self.ids: dict[tuple[str, ...], str] = {}
        self.gather(sorted(sure, key=lambda one: (one.head_first - one.head_last, one.first)))
        self.parts: dict[str, list[str]] = defaultdict(list)
        for id, name in self.names.items():
            for part in dict.fromkeys(name):
                self.parts[part].append(id)
        for one in named:
            id = self.of(one)
            if id:
                self.seen[id] = min(self.seen.get(id, one.first), one.first)
                self.roles[id] += [(office.key, office.of) for office in one.offices]

    def gather(self, named: list[Found]) -> None:
        """Longest names first: each is a person unless it is a part of one."""
        for one in named:
            key = self.key(one)
            if key in self.ids:
                continue
            fuller = [id for id, name in self.names.items() if set(key) <= set(name)]
            if len(fuller) == 1:
                self.ids[key] = fuller[0]
            elif not fuller:
                id = f"person:{slug(self.text(one))}"
                self.ids[key], self.names[id] = id, key

    def key(self, one: Found) -> tuple[str, ...]:
        keys = self.words.keys[one.head_first : one.head_last]
        return tuple(name_key(key) for key in keys if key[0].isalnum())

    def text(self, one: Found) -> str:
        return " ".join(self.words.words[one.head_first : one.head_last])

    def of(self, one: Found) -> str | None:
        """The person of a name: the whole name, or the one bearer of its parts."""
        key = self.key(one)
        if key in self.ids:
            return self.ids[key]
        bearers = [id for id in self.parts.get(key[0], ()) if set(key) <= set(self.names[id])] if key else []
        return bearers[0] if len(bearers) == 1 else None

    def in_office(self, one: Found, acronyms: dict[str, str]) -> str | None:
        """The person who holds the office of a bare role, when only one does."""
        office = one.offices[0]
        of = office.of
        holders = [
            id
            for id, roles in self.roles.items()
            if any(key == office.key and (of is None or held is None or of == held) for key, held in roles)
        ]
        return holders[0] if len(holders) == 1 else None

    def called(self, keys: list[str], place: int) -> str | None:
        """The person, named before, whose title has these words."""
        wanted = " ".join(keys)
        holders = [
            id for id, roles in self.roles.items() if self.seen[id] < place and any(wanted in key for key, _ in roles)
        ]
        return holders[0] if len(holders) == 1 else None


def characters(
    found: Zoned,
    mentions: list[Mention],
    people: People,
    words: Words,
    tables: NamingTables,
    acronyms: dict[str, str],
) -> tuple[Character, ...]:
    """The characters that are mentioned or that a title names as its owner, in the order of their ids."""
    names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    states: dict[str, str] = {}
    roles: dict[str, list[Role]] = defaultdict(list)
    for one in mentions:
        for id in one.entities:
            kinds.setdefault(id, id.partition(":")[0])
    for _, one in found:
        if one.id and one.represents:
            states[one.id] = one.represents
        id = people.of(one) if one.kind == "person" and one.form == "name" else None
        if id is None:
            if one.id and one.id not in tables.names:
                text = " ".join(words.words[one.head_first : one.head_last])
                names.setdefault(one.id, text)
            continue
        text = people.text(one)
        if len(text) > len(names.get(id, "")):
            names[id] = text
        for office in one.offices:
            of = acronyms.get(office.of or "", office.of)
            start, end = words.starts[office.first], words.ends[office.last - 1]
            title = " ".join(words.words[office.first : office.last])
            roles[id].append(Role(title, of, start, end))
            if of:
                kinds.setdefault(of, of.partition(":")[0])
    for id in kinds:
        names.setdefault(id, tables.names.get(id, id.partition(":")[2]))
    return tuple(character(id, kinds[id], names[id], roles.get(id, []), states, tables) for id in sorted(kinds))


def character(
    id: str, kind: str, name: str, roles: list[Role], states: dict[str, str], tables: NamingTables
) -> Character:
    first = {(role.title, role.of): role for role in reversed(roles)}
    kept = tuple(sorted(first.values(), key=lambda role: role.start))
    represents = states.get(id)
    if kind == "person":
        owners = [role.of for role in kept if role.of and not role.of.startswith("place:")]
        represents = owners[0] if owners else None
    iso3 = id.partition(":")[2] if kind == "country" else None
    return Character(id, kind, name, represents, iso3, kept)
