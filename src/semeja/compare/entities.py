"""One cast for a story: the characters of its articles, merged by rules that are kept with each alias."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from semeja.compare.bodies import merge_bodies
from semeja.compare.decided_cast import decided_ids, decided_names, decided_rules
from semeja.compare.persons import merge_persons
from semeja.compare.police import GROUP, the_police
from semeja.compare.police import RULE as POLICE_RULE
from semeja.records.dossier import Alias, Entity, EntityRole, External
from semeja.records.reading import Character
from semeja.records.story import Story
from semeja.text.keys import fold

ALIAS_FORMS = frozenset({"name", "metonym", "role", "demonstrative"})


class Cast(msgspec.Struct, frozen=True):
    """The entities of a story and, for each (article id, local id), the entity that it is."""

    entities: tuple[Entity, ...]
    ids: dict[tuple[str, str], str]
    parties: dict[str, str]
    chains: dict[str, tuple[str, ...]] = {}

    def of(self, article: str, local: Iterable[str]) -> tuple[str, ...]:
        """Entity ids of local ids, in order, each once."""
        return tuple(dict.fromkeys(self.ids[article, one] for one in local if (article, one) in self.ids))

    def known(self, entities: Iterable[str]) -> tuple[str, ...]:
        """Those that are entities of the story, in order."""
        present = {entity.id for entity in self.entities}
        return tuple(entity for entity in entities if entity in present)

    def party(self, entity: str) -> str:
        """The country or organisation that an entity acts for, else itself."""
        return self.parties.get(entity, entity)

    def stands_for(self, entity: str) -> tuple[str, ...]:
        """The bodies for which an entity speaks, the nearest first; empty for one who speaks for nobody."""
        return tuple(one for one in self.chains.get(entity, ()) if one != entity)

    def parties_of(self, entities: Iterable[str]) -> frozenset[str]:
        """Parties of several entities."""
        return frozenset(self.party(entity) for entity in entities)


def merge_casts(story: Story) -> Cast:
    """Merge the casts of all articles: persons and organisations by the rules of `persons` and `bodies`."""
    merges = merge_persons(story).joined(merge_bodies(story))
    merged: Mapping[str, str] = merges.targets
    ids = {
        (reading.article, character.id): merged.get(character.id, character.id)
        for reading in story.readings
        for character in reading.cast
    }
    ids |= the_police(story, ids)
    if story.decisions:
        ids, merged = decided_ids(story, ids), decided_names(merged, story)
    groups: dict[str, list[Character]] = defaultdict(list)
    for reading in story.readings:
        for character in reading.cast:
            groups[ids[reading.article, character.id]].append(character)
    represents = {entity: _represents(entity, characters, merged) for entity, characters in groups.items()}
    aliases, roles = (
        _aliases(story, ids, {**merges.rules, GROUP: POLICE_RULE, **decided_rules(story, ids)}),
        _roles(story, ids),
    )
    entities = tuple(
        _entity(entity, groups[entity], represents[entity], aliases.get(entity, ()), roles.get(entity, ()))
        for entity in sorted(groups)
    )
    above = {entity: to for entity, to in represents.items() if to}
    return Cast(entities, ids, _parties(above), {entity: _chain(entity, above) for entity in sorted(above)})


def _parties(represents: Mapping[str, str]) -> dict[str, str]:
    """Whom each entity acts for in the end.

    Where several countries have spokesmen a ministry speaks for its country; at home it is a party of its own.
    """
    abroad = len({to for to in represents.values() if to.startswith("country:")}) > 1
    return {entity: _top(entity, represents, abroad) for entity in sorted(represents)}


def _chain(entity: str, represents: Mapping[str, str]) -> tuple[str, ...]:
    """The entity, whom it represents, whom that one represents, and so on, each once."""
    seen = [entity]
    while (above := represents.get(seen[-1])) and above not in seen:
        seen.append(above)
    return tuple(seen)


def _top(entity: str, represents: Mapping[str, str], abroad: bool) -> str:
    seen = [entity]
    while (above := represents.get(seen[-1])) and above not in seen:
        if seen[-1].startswith("organisation:") and above.startswith("country:") and not abroad:
            break
        seen.append(above)
    return seen[-1]


def _represents(entity: str, characters: list[Character], merged: Mapping[str, str]) -> str | None:
    """The party that most articles give; on a tie the first in code point order."""
    votes = Counter(merged.get(one.represents, one.represents) for one in characters if one.represents)
    votes.pop(entity, None)
    return min(votes, key=lambda party: (-votes[party], party)) if votes else None


def _entity(
    entity: str,
    characters: list[Character],
    represents: str | None,
    aliases: tuple[Alias, ...],
    roles: tuple[EntityRole, ...],
) -> Entity:
    own = [character for character in characters if character.id == entity] or characters
    names = Counter(character.name for character in own)
    iso3 = next((character.iso3 for character in characters if character.iso3), None)
    return Entity(
        id=entity,
        kind=own[0].kind,  # type: ignore[arg-type]
        name=min(names, key=lambda name: (-names[name], name)),
        aliases=aliases,
        roles=roles,
        represents=represents,
        external=External(wikidata=None, iso3=iso3) if iso3 else None,
    )


def _aliases(
    story: Story, ids: Mapping[tuple[str, str], str], rules: Mapping[str, str]
) -> dict[str, tuple[Alias, ...]]:
    """Each form of each entity with all its places, by the rule that read it, or that made it one with the others."""
    found: dict[str, dict[tuple[str, str], list[tuple[int, int, int]]]] = defaultdict(lambda: defaultdict(list))
    for index, reading in enumerate(story.readings):
        text = story.articles[index].text
        for mention in reading.mentions:
            if mention.form not in ALIAS_FORMS or len(mention.entities) != 1:
                continue
            entity = ids.get((reading.article, mention.entities[0]))
            if entity:
                form = " ".join(text[mention.start : mention.end].split())
                local = mention.entities[0]
                rule = mention.rule if local == entity else rules.get(local, mention.rule)
                found[entity][form, rule].append((index, mention.start, mention.end))
    return {
        entity: tuple(
            Alias(form, rule, tuple(story.evidence(*place) for place in places))
            for (form, rule), places in sorted(forms.items())
        )
        for entity, forms in found.items()
    }


def _roles(story: Story, ids: Mapping[tuple[str, str], str]) -> dict[str, tuple[EntityRole, ...]]:
    """The offices of each entity, each title once, at its first place."""
    found: dict[str, dict[tuple[str, str], EntityRole]] = defaultdict(dict)
    for index, reading in enumerate(story.readings):
        for character in reading.cast:
            entity = ids[reading.article, character.id]
            for role in character.roles:
                of = ids.get((reading.article, role.of)) if role.of else None
                key = (fold(role.title), of or "")
                found[entity].setdefault(key, EntityRole(role.title, of, story.evidence(index, role.start, role.end)))
    return {entity: tuple(roles[key] for key in sorted(roles)) for entity, roles in found.items()}
