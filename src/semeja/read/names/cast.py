"""From mentions to the cast: which of them are one character, and what each stands for (field guide, section 4)."""

from collections import Counter, defaultdict

from semeja.lang.naming import NamingTables
from semeja.read.draft import Draft
from semeja.read.names.demonstratives import Settled, point_back
from semeja.read.names.found import Found, Office
from semeja.read.names.people import People
from semeja.records.reading import Character, Mention, Role, Tokens
from semeja.text.keys import name_key, slug

Zoned = list[tuple[int, Found]]
NAMING = frozenset({"name", "metonym"})
OWNER = "title-owner"
POLICE = tuple(f"organisation:{head}-" for head in ("polres", "polresta", "polrestabes", "polsek", "polda"))


def cast_of(found: Zoned, draft: Draft) -> tuple[tuple[Character, ...], tuple[Mention, ...]]:
    """The cast and the mentions with their local ids."""
    tables, tokens = draft.pack.naming, draft.tokens
    inside = [one for sentence, one in found if draft.sentences[sentence].zone == "body"]
    bodies = Bodies(inside, tokens, tables)
    named = [one for one in inside if one.kind == "person" and one.form == "name"]
    people = People(named, tokens, tables, bodies.owner)
    settled = settle(found, Settler(people, bodies, tokens), draft)
    point_back(settled, bodies.owner, tokens, tables)
    mentions = [(one, ids) for sentence, one, ids in settled if kept(one, ids, draft.sentences[sentence].zone)]
    records: list[Mention] = []
    for one, ids in mentions:
        records.append(mention(one, ids, tokens, draft.pack.code))
        records += owners(one, records[-1], bodies, tokens, draft.pack.code)
    return Casting(mentions, people, bodies, draft).characters(), tuple(records)


def settle(found: Zoned, settler: "Settler", draft: Draft) -> Settled:
    """Give each mention its characters: the body first, then titles and captions by what the body knows."""
    body = [settler.ids(one) if draft.sentences[sentence].zone == "body" else None for sentence, one in found]
    known = {id for ids in body if ids for id in ids}
    settled = []
    for (sentence, one), ids in zip(found, body):
        zone = draft.sentences[sentence].zone
        settled.append((sentence, one, settler.confirmed(one, zone, known) if ids is None else ids))
    return settled


def kept(one: Found, ids: tuple[str, ...], zone: str) -> bool:
    """Names need a character; pointers stay unresolved, but not in captions; a bare role stays in the body alone."""
    if ids:
        return True
    pointing = one.form not in NAMING and one.kind != "group" and one.rule != "described"
    return pointing and (zone == "body" or (zone == "title" and one.form != "role"))


def mention(one: Found, ids: tuple[str, ...], tokens: Tokens, code: str) -> Mention:
    """The record of one mention; a role that only its owner resolves is a mention of the owner."""
    first, last, head_first, head_last = one.first, one.last, one.head_first, one.head_last
    kind, form, rule = one.kind, one.form, one.rule
    if one.form == "role" and one.kind == "person" and ids and not ids[0].startswith("person:"):
        owner = one.offices[0].owner
        if owner is not None:
            first, last = owner
            head_first, head_last = owner
        kind, form, rule = ids[0].partition(":")[0], "metonym", "role.owner"
    start, end = tokens.starts[first], tokens.ends[last - 1]
    head = tokens.starts[head_first], tokens.ends[head_last - 1]
    if form == "clitic":
        start, head = end - len("nya"), (end - len("nya"), end)
    return Mention(start, end, *head, kind, form, ids, f"{code}.name.{rule.replace('.', '-')}")


def owners(one: Found, around: Mention, bodies: "Bodies", tokens: Tokens, code: str) -> list[Mention]:
    """The bodies and states that the titles of a person are of, as mentions inside that of the person.

    Their rule ends in `title-owner`: who reads the person's mention as one whole passes them over.
    """
    found = []
    for office in one.offices:
        id = bodies.owner(office) if office.owner and around.kind == "person" else None
        if office.owner and id is not None and id == bodies.settle(office.of or ""):
            span = tokens.starts[office.owner[0]], tokens.ends[office.owner[1] - 1]
            found.append(Mention(*span, *span, id.partition(":")[0], "name", (id,), f"{code}.name.{OWNER}"))
    return found


class Bodies:
    """The bodies of one article: short names, bodies called without their region, owners of offices."""

    def __init__(self, found: list[Found], tokens: Tokens, tables: NamingTables) -> None:
        self.tables, self.tokens = tables, tokens
        self.counts = Counter(one.id for one in found if one.id)
        self.found = [one for one in found if one.kind == "organisation" and one.form == "name" and one.id]
        self.named = frozenset(one.id for one in self.found if one.id)
        self.same: dict[str, str] = {}
        self.offices = [office for one in found for office in one.offices]
        self.owned = {office.of for office in self.offices if office.of and office.of.startswith("organisation:")}
        self.short_names()
        self.regions()
        self.domestic = self.is_domestic(found)
        self.told: frozenset[str] = frozenset()
        offices = [office for office in self.offices if office.of and office.of.startswith("place:")]
        self.told = frozenset(id for office in offices if (id := self.owner(office)) and id.startswith("organisation:"))
        self.own_region()

    def short_names(self) -> None:
        for one in self.found:
            if one.acronym and one.id:
                self.same.setdefault(f"organisation:{slug(one.acronym)}", one.id)
        for office in self.offices:
            if office.short and office.of and office.of.startswith("organisation:"):
                self.same.setdefault(f"organisation:{slug(office.short)}", office.of)

    def regions(self) -> None:
        """`BPBD` is `BPBD Muara Lindu` when the article knows no other."""
        ids = sorted({*(one.id for one in self.found if one.id), *self.owned})
        for id in ids:
            if self.is_local(id):
                longer = [other for other in ids if other.startswith(f"{id}-")]
                if len(longer) == 1:
                    self.same.setdefault(id, longer[0])

    def own_region(self) -> None:
        """`DPRD` without its region is that of the one region whose other bodies or head the article names."""
        regions = {region for id in (*self.named, *self.owned, *self.told) if id and (region := self.region(id))}
        if len(regions) == 1:
            region = regions.pop()
            for id in sorted({*self.named, *self.owned} & self.tables.local):
                self.same.setdefault(id, f"{id}-{region}")

    def region(self, id: str) -> str | None:
        """The region in the id of a local body: `organisation:dprd-lembah-arum`."""
        name = id.partition(":")[2]
        heads = [*(local.partition(":")[2] for local in self.tables.local), *self.tables.lists["region_head"]]
        head = max((head for head in heads if name.startswith(f"{head}-")), key=len, default=None)
        return name[len(head) + 1 :] if head else None

    def is_local(self, id: str) -> bool:
        name = id.partition(":")[2]
        return id in self.tables.local or any(
            name == head or name.startswith(f"{head}-") for head in self.tables.lists["local_head"]
        )

    def is_domestic(self, found: list[Found]) -> bool:
        """The article is about the state of the press: it names something of it, or no other state at all."""
        if self.tables.home is None:
            return False
        home = f"country:{self.tables.home}"
        if any(home in (one.id, one.represents) or one.id in self.tables.home_ids for one in found):
            return True
        if any(office.default == "home" and office.of is None for office in self.offices):
            return self.tables.leaders is not None and not any(one.kind == "country" for one in found)
        return not any(one.kind == "country" for one in found)

    def settle(self, id: str) -> str:
        """The id that a body goes by in this article."""
        for _ in range(2):
            id = self.same.get(id, id)
        return id

    def accepted(self, one: Found) -> bool:
        """A short name that nothing spells out counts when it owns an office or comes again."""
        id = one.id or ""
        if one.rule == "described":
            return id in self.named
        return one.sure or id in self.same or id in self.owned or self.counts[id] > 1 or self.spoken_of(one)

    def spoken_of(self, one: Found) -> bool:
        """`tuntutan PCB`, `PCB menolak`, `AWP dan PCB`: the words around take the short name for a body."""
        keys, lists = self.tokens.keys, self.tables.lists
        before, after = keys[one.first - 1] if one.first else "", keys[one.last] if one.last < len(keys) else ""
        acts = self.tables.titles_first and after.startswith(("me", "ber")) and len(after) > 4
        return acts or before in lists["state_noun"] or after in lists["state_verb"]

    def owner(self, office: Office) -> str | None:
        """The character that an office is of."""
        heads = office.default[5:].split(",") if office.default and office.default.startswith("body:") else []
        if office.of is None:
            return self.default(office, heads)
        if office.of.startswith("back:"):
            return self.back(office)
        if office.of.startswith("place:"):
            return self.in_place(office.of, heads)
        return self.settle(office.of)

    def in_place(self, place: str, heads: list[str]) -> str:
        """`Bupati X` leads the government of X, `Kapolres X` its police."""
        ids = [f"organisation:{slug(head)}-{place.partition(':')[2]}" for head in heads]
        return next((id for id in ids if id in self.named), ids[0] if len(ids) == 1 else place)

    def default(self, office: Office, heads: list[str]) -> str | None:
        """The owner that the title tells by itself: the state of the press, a body, the one body of its kind here."""
        if office.default == "home":
            return f"country:{self.tables.home}" if self.domestic else None
        if heads:
            starts = tuple(f"organisation:{slug(head)}-" for head in heads)
            ids = {id for id in (*self.named, *self.owned, *self.told) if id and id.startswith(starts)}
            return ids.pop() if len(ids) == 1 else None
        return f"organisation:{office.default}" if office.default else None

    @property
    def police(self) -> tuple[str, ...]:
        """The police bodies that the article names or whose heads it names."""
        ids = {*(id for id in self.named if id), *self.told}
        return tuple(sorted(id for id in ids if id.startswith(POLICE)))

    def back(self, office: Office) -> str | None:
        """`commission spokesman`: the body named before that ends in this word."""
        word = (office.of or "").partition(":")[2]
        before = [one for one in self.found if one.first < office.first and (one.name or "").casefold().endswith(word)]
        return self.settle(before[-1].id) if before and before[-1].id else None


class Settler:
    """Gives each mention its characters."""

    def __init__(self, people: People, bodies: Bodies, tokens: Tokens) -> None:
        self.people, self.bodies, self.tokens = people, bodies, tokens
        self.subject: tuple[int, str] | None = None

    def ids(self, one: Found) -> tuple[str, ...]:
        if one.kind == "person" and one.form == "name":
            id = self.people.of(one)
            return (id,) if id else ()
        if one.form == "role" and one.kind == "person":
            return self.roles(one)
        if one.rule == "demonstrative.role":
            id = self.people.in_office(one.offices[0], one.first)
            return (id,) if id else ()
        if one.id is None or not self.bodies.accepted(one):
            return ()
        if one.id == "group:pemerintah" and self.bodies.domestic:
            return (f"country:{self.bodies.tables.home}",)
        if one.id == "group:polisi" and len(self.bodies.police) == 1:
            return self.bodies.police
        return (self.bodies.settle(one.id),)

    def roles(self, one: Found) -> tuple[str, ...]:
        """The holders of the offices, else what the offices are of."""
        ids = [self.people.in_office(office) for office in one.offices]
        if all(ids):
            return tuple(id for id in ids if id)
        owners = [self.bodies.owner(office) for office in one.offices if office.owner is not None]
        return tuple(id for id in owners if id and not id.startswith("place:"))

    def confirmed(self, one: Found, zone: str, known: set[str]) -> tuple[str, ...]:
        """In a title what the body or the tables know, in a caption what the body knows."""
        ids, tables = self.ids(one), self.bodies.tables
        told = [id in known or (zone == "title" and id in tables.names and not id.startswith("place:")) for id in ids]
        return ids if all(told) else ()


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
        if one.kind == "person" and one.form == "name":
            self.longest(id, self.people.text(one))
            for office in one.offices:
                self.office(id, office)
        elif one.form == "name" and id not in self.tables.names:
            self.longest(id, one.name or self.people.text(one))
        if one.represents:
            self.states.setdefault(id, one.represents)

    def longest(self, id: str, name: str) -> None:
        if len(name) > len(self.names.get(id, "")):
            self.names[id] = name

    def office(self, id: str, office: Office) -> None:
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
        return tuple(self.character(id) for id in sorted(self.ids))

    def character(self, id: str) -> Character:
        kind, _, key = id.partition(":")
        name = self.names.get(id) or self.tables.names.get(id) or key.replace("-", " ").title()
        represents = self.states.get(id) or self.tables.represents.get(id)
        if kind == "person":
            parties = [owner for owner in self.members[id] if not owner.startswith("place:")]
            represents = parties[0] if parties else self.leads(name)
        return Character(id, kind, name, represents, key if kind == "country" else None, tuple(self.roles[id].values()))

    def leads(self, name: str) -> str | None:
        """The state that a person of this full name led when the article appeared; None without a date that fits."""
        terms = self.tables.leaders.get(tuple(name_key(word) for word in name.split()), ())
        published = self.draft.published
        year = (published.value or "")[:4] if published else ""
        fitting = [state for state, first, last in terms if not year or first <= year <= last]
        return f"country:{fitting[0]}" if fitting else None
