"""The same words under two names: quotes that articles give to different speakers."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from semeja.compare.sides import make_conflict, make_side
from semeja.compare.wording import content_keys
from semeja.records.dossier import Conflict, Entity, Quote
from semeja.records.story import Story

FEWEST_KEYS = 5
"""Keys that a quote must have: short ones are said by many."""
RULE = "conflicts.speaker"


def speaker_conflicts(story: Story, entities: Iterable[Entity], quotes: Iterable[Quote]) -> list[Conflict]:
    """One conflict per wording; a person and the body that she speaks for are no two speakers."""
    stands_for = {one.id: one.represents for one in entities if one.represents}
    languages = {reading.article: reading.language for reading in story.readings}
    same: dict[frozenset[str], list[Quote]] = defaultdict(list)
    for quote in quotes:
        keys = frozenset(content_keys(quote.content.text, languages[quote.article]))
        if quote.kind == "direct" and quote.speaker and len(keys) >= FEWEST_KEYS:
            same[keys].append(quote)
    found = []
    for members in same.values():
        speakers = sorted({quote.speaker for quote in members})
        sides = [
            make_side(" ".join(who), (quote.content for quote in members if quote.speaker == who)) for who in speakers
        ]
        if len({quote.article for quote in members}) > 1 and _apart(speakers, stands_for):
            found.append(make_conflict("speaker", " / ".join(one.value for one in sides), sides, "open", RULE))
    return found


def _apart(speakers: Sequence[tuple[str, ...]], stands_for: Mapping[str, str]) -> bool:
    """Whether some two of them have no speaker in common, nor one who speaks for the other."""
    wide = [frozenset(who) | {stands_for[one] for one in who if one in stands_for} for who in speakers]
    return any(
        not frozenset(speakers[a]) & wide[b] and not wide[a] & frozenset(speakers[b])
        for a, b in combinations(range(len(speakers)), 2)
    )
