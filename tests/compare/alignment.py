"""Cases of one cast, of aligned quotations and of merged events: what a comparison gives beside what a person expects.

A place is `ARTICLE:WORDS`. The functions give pairs of places: those expected together, those that came together.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

import msgspec
from tests.compare.mini_stories import Case, story_of

from semeja.compare.entities import Cast, merge_casts
from semeja.compare.events import MergedEvent, collect_tellings, merge_events
from semeja.compare.quotes import collect_quotes, group_quotes
from semeja.records.dossier import Quote, QuoteGroup
from semeja.records.span import Span
from semeja.records.story import Story

Pair = frozenset[str]


class Outcome(msgspec.Struct, frozen=True):
    """Pairs of places `wanted` together and `found` together; places that were not read; `other` differences."""

    wanted: frozenset[Pair]
    found: frozenset[Pair]
    unread: tuple[str, ...]
    other: tuple[str, ...] = ()

    def right(self) -> bool:
        return self.wanted == self.found and not self.unread and not self.other

    def told(self) -> str:
        """The differences in words, for a failing test."""
        missed = ["missed " + " = ".join(sorted(pair)) for pair in self.wanted - self.found]
        extra = ["extra " + " = ".join(sorted(pair)) for pair in self.found - self.wanted]
        return "; ".join(sorted(missed) + sorted(extra) + [f"unread {one}" for one in self.unread] + list(self.other))


def pairs(groups: Iterable[Sequence[str]]) -> frozenset[Pair]:
    """All pairs of the members of each group."""
    return frozenset(frozenset(two) for group in groups for two in combinations(group, 2))


def cast_outcome(case: Case) -> Outcome:
    """Which of the mentions named are one entity."""
    story = story_of(case)
    cast = merge_casts(story)
    places = [place for group in case["one"] for place in group]
    held = {place: _entities_at(story, cast, place) for place in places}
    found = (two for two in combinations(places, 2) if held[two[0]] and held[two[0]] == held[two[1]])
    return Outcome(pairs(case["one"]), frozenset(map(frozenset, found)), tuple(one for one in places if not held[one]))


def _entities_at(story: Story, cast: Cast, place: str) -> frozenset[str]:
    """Entities of the mentions that are the words given, else of the narrowest mention around them."""
    name, words = place.split(":", 1)
    index = next(at for at, article in enumerate(story.articles) if article.id == name)
    text, mentions = story.articles[index].text, story.readings[index].mentions
    exact = [
        one for one in mentions if words in (text[one.start : one.end], text[one.head_start : one.head_end])
    ]  # fmt: skip
    start = text.index(words)
    around = [one for one in mentions if one.start <= start and start + len(words) <= one.end]
    around = [one for one in around if one.form in ("name", "metonym", "role")]
    inside = [one for one in mentions if one.start == start and one.end <= start + len(words) and one.form == "name"]
    chosen = exact or ([min(around, key=lambda one: one.end - one.start)] if around else inside)
    return frozenset(entity for one in chosen for entity in cast.of(name, one.entities))


def quotes_outcome(case: Case) -> Outcome:
    """Which quotations are one utterance. A quotation that the case does not name goes by its own words."""
    story = story_of(case)
    cast = merge_casts(story)
    quotes, groups = group_quotes(story, cast, collect_quotes(story, cast, {}))
    by_id = {quote.id: quote for quote in quotes}
    names = {place: _quotes_at(quotes, place) for group in case["one"] for place in group}
    found = [[_place(names, by_id[one]) for one in group.quotes] for group in groups]
    unread = tuple(place for place, ids in names.items() if not ids)
    across = frozenset(pair for pair in pairs(found) if len({one.split(":")[0] for one in pair}) == 2)
    wanted = frozenset(pair for pair in pairs(case["one"]) if len({one.split(":")[0] for one in pair}) == 2)
    return Outcome(wanted, across, unread, tuple(_differs(case, groups, names)))


def _quotes_at(quotes: Iterable[Quote], place: str) -> frozenset[str]:
    name, words = place.split(":", 1)
    return frozenset(one.id for one in quotes if one.article == name and words in one.content.text)


def _place(names: dict[str, frozenset[str]], quote: Quote) -> str:
    return next((place for place, ids in names.items() if quote.id in ids), f"{quote.article}:{quote.content.text}")


def _differs(case: Case, groups: Iterable[QuoteGroup], names: dict[str, frozenset[str]]) -> Iterable[str]:
    wanted = set(case.get("differs", ()))
    for group in groups:
        if wanted and set(group.quotes) & names[case["one"][0][0]] and not wanted <= set(group.differs_in):
            yield f"differs in {', '.join(group.differs_in)}"


def events_outcome(case: Case) -> Outcome:
    """Which clauses are one event, of those that the case names; one that must stand apart may be unread."""
    story = story_of(case)
    cast = merge_casts(story)
    merged = merge_events(story, cast, collect_tellings(story, cast))
    together, apart = case.get("one", []), case.get("apart", [])
    places = [place for group in (*together, *apart) for place in group]
    held = {place: _events_at(story, merged, place) for place in places}
    found = frozenset(pair for pair in pairs((*together, *apart)) if len(pair) == 2 and _meet(held, pair))
    unread = tuple(place for group in together for place in group if not held[place])
    return Outcome(pairs(together), found, unread)


def _events_at(story: Story, merged: Iterable[MergedEvent], place: str) -> frozenset[str]:
    return frozenset(
        event.event.id
        for event in merged
        for one in event.tellings
        if _triggered(story, one.index, one.coded.trigger, place)
    )


def _meet(held: dict[str, frozenset[str]], pair: Pair) -> bool:
    one, other = sorted(pair)
    return bool(held[one] & held[other])


def _triggered(story: Story, index: int, trigger: Span, place: str) -> bool:
    name, words = place.split(":", 1)
    article = story.articles[index]
    at = article.text.find(words)
    while article.id == name and at >= 0:
        if trigger.start < at + len(words) and at < trigger.end:
            return True
        at = article.text.find(words, at + 1)
    return False
