"""Whom each mention means: by name, by office, by what the article spells out."""

from semeja.read.draft import Draft
from semeja.read.names.demonstratives import Settled
from semeja.read.names.found import Found
from semeja.read.names.known_bodies import Bodies
from semeja.read.names.people import People

Zoned = list[tuple[int, Found]]


class Settler:
    """Gives each mention its characters."""

    def __init__(self, people: People, bodies: Bodies) -> None:
        self.people, self.bodies = people, bodies

    def ids(self, one: Found) -> tuple[str, ...]:
        """The ids that a mention means; none when it is not settled or no character."""
        if one.rule == "person.initials" and (id := self.people.by_initials(one, 2)):
            return (id,)
        if one.kind == "person" and one.form == "name":
            id = self.people.of(one)
            return (id,) if id else ()
        if one.rule == "body.acronym" and not one.sure and (id := self.people.by_initials(one)):
            return (id,)
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
        if one.rule == "role.relation":
            return ()
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


def settle(found: Zoned, settler: Settler, draft: Draft) -> Settled:
    """Give each mention its characters: the body first, then titles and captions by what the body knows."""
    body = [settler.ids(one) if draft.sentences[sentence].zone == "body" else None for sentence, one in found]
    known = {id for ids in body if ids for id in ids}
    settled = []
    for (sentence, one), ids in zip(found, body):
        zone = draft.sentences[sentence].zone
        settled.append((sentence, one, settler.confirmed(one, zone, known) if ids is None else ids))
    return settled
