"""The bodies of one article: short names, bodies called without their region, what offices are of."""

from collections import Counter
from typing import Final

from semeja.lang.naming import NamingTables
from semeja.read.names.found import Found, Office
from semeja.records.reading import Tokens
from semeja.text.keys import slug

POLICE: Final = tuple(f"organisation:{head}-" for head in ("polres", "polresta", "polrestabes", "polsek", "polda"))
BODY: Final = "organisation:"
PLACE: Final = "place:"
BACK: Final = "back:"
HEADS: Final = "body:"


class Bodies:
    """The bodies of one article: short names, bodies called without their region, owners of offices."""

    def __init__(self, found: list[Found], tokens: Tokens, tables: NamingTables) -> None:
        self.tables, self.tokens = tables, tokens
        self.counts = Counter(one.id for one in found if one.id)
        self.found = [one for one in found if one.kind == "organisation" and one.form == "name" and one.id]
        self.named = frozenset(one.id for one in self.found if one.id)
        self.same: dict[str, str] = {}
        self.offices = [office for one in found for office in one.offices]
        self.owned = {office.of for office in self.offices if office.of and office.of.startswith(BODY)}
        self.short_names()
        self.regions()
        self.domestic = self.is_domestic(found)
        self.told: frozenset[str] = frozenset()
        owners = [self.owner(office) for office in self.offices if office.of and office.of.startswith(PLACE)]
        self.told = frozenset(id for id in owners if id and id.startswith(BODY))
        self.own_region()

    def short_names(self) -> None:
        """`PCB` is the body behind which it stands in brackets; a short name of the tables keeps its id."""
        pairs = [(one.acronym, one.id) for one in self.found if one.acronym and one.id]
        pairs += [(one.short, one.of) for one in self.offices if one.short and one.of and one.of.startswith(BODY)]
        for short, id in pairs:
            known = f"{BODY}{slug(short)}"
            spelt_out = (
                known in self.tables.classes and self.tables.names[known] == short and id not in self.tables.names
            )
            self.same.setdefault(*((id, known) if spelt_out else (known, id)))

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
        words = name.split("-")
        heads = ("-".join(words[:size]) for size in (3, 2, 1) if size < len(words))
        known = self.tables.lists["region_head"]
        head = next((head for head in heads if head in known or f"{BODY}{head}" in self.tables.local), None)
        return name[len(head) + 1 :] if head else None

    def is_local(self, id: str) -> bool:
        """Every region has a body of this kind: `DPRD`, `BPBD`, `Polres`."""
        words = id.partition(":")[2].split("-")
        heads = self.tables.lists["local_head"]
        return id in self.tables.local or words[0] in heads or "-".join(words[:2]) in heads

    def is_domestic(self, found: list[Found]) -> bool:
        """The article is about the state of the press: it names something of it, or no other state at all."""
        if self.tables.home is None:
            return False
        home = f"country:{self.tables.home}"
        if any(home in (one.id, one.represents) or one.id in self.tables.home_ids for one in found):
            return True
        name = slug(self.tables.names.get(home, ""))
        if any(name in (id or "").partition(":")[2].split("-") for id in (*self.named, *self.owned)):
            return True
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
            return self.settle(id) in self.named or id in self.named
        return one.sure or id in self.same or id in self.owned or self.counts[id] > 1 or self.spoken_of(one)

    def spoken_of(self, one: Found) -> bool:
        """`tuntutan PCB`, `PCB menolak`, `AWP dan PCB`: the words around take the short name for a body."""
        keys, lists = self.tokens.keys, self.tables.lists
        before, after = keys[one.first - 1] if one.first else "", keys[one.last] if one.last < len(keys) else ""
        acts = self.tables.titles_first and after.startswith(("me", "ber")) and len(after) > 4
        return acts or before in lists["state_noun"] or after in lists["state_verb"]

    def owner(self, office: Office) -> str | None:
        """The character that an office is of."""
        of = office.of
        if of is not None and of.startswith(BACK):
            return self.back(office)
        if of is not None and not of.startswith(PLACE):
            return self.settle(of)
        default = office.default
        heads = default.removeprefix(HEADS).split(",") if default and default.startswith(HEADS) else []
        return self.default(default, heads) if of is None else self.in_place(of, heads)

    def in_place(self, place: str, heads: list[str]) -> str:
        """`Bupati X` leads the government of X, `Kapolres X` its police."""
        ids = [f"organisation:{slug(head)}-{place.partition(':')[2]}" for head in heads]
        return next((id for id in ids if id in self.named), ids[0] if len(ids) == 1 else place)

    def default(self, default: str | None, heads: list[str]) -> str | None:
        """The owner that the title tells by itself: the state of the press, a body, the one body of its kind here."""
        if default == "home":
            return f"country:{self.tables.home}" if self.domestic else None
        if heads:
            starts = tuple(f"organisation:{slug(head)}-" for head in heads)
            ids = {id for id in (*self.named, *self.owned, *self.told) if id and id.startswith(starts)}
            return ids.pop() if len(ids) == 1 else None
        return f"organisation:{default}" if default else None

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
