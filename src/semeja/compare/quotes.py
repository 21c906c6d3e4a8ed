"""Quotes of a story with the entities of its cast, and which of them render one utterance."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations

from msgspec.structs import replace

from semeja.compare.decided_readings import decided_speaker
from semeja.compare.entities import Cast
from semeja.compare.own_words import own_words
from semeja.compare.same_utterance import same_utterances
from semeja.compare.times import to_time
from semeja.compare.utterances import Utterance, utterances_of
from semeja.group.components import components
from semeja.records.dossier import Evidence, Quote, QuoteGroup, Time
from semeja.records.span import Span
from semeja.records.story import Story
from semeja.text.ids import content_id


def collect_quotes(story: Story, cast: Cast, origins: Mapping[str, str]) -> tuple[Quote, ...]:
    """Every quotation of the readings as a quote of the dossier; `origins` maps relay names to origin ids."""
    quotes = []
    for index, reading in enumerate(story.readings):

        def place(span: Span | None, index: int = index) -> Evidence | None:
            return story.evidence(index, span.start, span.end) if span else None

        for quote in reading.quotes:
            speaker = decided_speaker(story, quote, reading.article)
            quotes.append(
                Quote(
                    id=content_id("quote", reading.article, quote.start, quote.end, quote.kind),
                    article=reading.article,
                    speaker=cast.of(reading.article, quote.speaker) if speaker is None else cast.known(speaker),
                    addressee=cast.of(reading.article, quote.addressee),
                    kind=quote.kind,  # type: ignore[arg-type]
                    content=story.evidence(index, quote.start, quote.end),
                    cue=place(quote.cue),
                    setting=place(quote.setting),
                    relayed_via=origins.get(quote.relayed_via) if quote.relayed_via else None,
                    time=_time_of(story, index, quote.setting),
                    group=None,
                    rule=quote.rule,
                )
            )
    return tuple(sorted(quotes, key=lambda one: (one.article, one.content.start, one.id)))


def _time_of(story: Story, index: int, setting: Span | None) -> Time | None:
    """The time that stands inside the setting of a quote."""
    if setting is None:
        return None
    for time in story.readings[index].times:
        if time.value and setting.start <= time.start and time.end <= setting.end:
            return to_time(story, index, time)
    return None


def group_quotes(
    story: Story, cast: Cast, quotes: tuple[Quote, ...]
) -> tuple[tuple[Quote, ...], tuple[QuoteGroup, ...]]:
    """The quotes with their group set, and the groups: one utterance as several articles give it."""
    utterances = utterances_of(story, cast, quotes)
    links = same_utterances(cast, utterances)
    by_id = {quote.id: quote for quote in quotes}
    said: dict[str, list[Utterance]] = defaultdict(list)
    for one in utterances:
        said[one.quote].append(one)
    members = [[by_id[one] for one in ids] for ids in components(links)]
    groups = tuple(replace(_group(one), words=own_words(story, one, said)) for one in members)
    owner = {one: group.id for group in groups for one in group.quotes}
    return tuple(replace(quote, group=owner.get(quote.id)) for quote in quotes), groups


def _group(members: list[Quote]) -> QuoteGroup:
    differs = {
        "wording": len({" ".join(one.content.text.split()) for one in members}) > 1,
        "length": _length_differs(members),
        "setting": len({_where(one) for one in members if one.setting}) > 1,
        "addressee": len({one.addressee for one in members if one.addressee}) > 1
        or any(one.addressee and other.setting for one, other in combinations(members, 2)),
        "speaker": len({one.speaker for one in members}) > 1,
        "kind": len({one.kind for one in members}) > 1,
    }
    ids = tuple(sorted(one.id for one in members))
    return QuoteGroup(
        id=content_id("utterance", *ids),
        quotes=ids,
        speaker=tuple(sorted({speaker for one in members for speaker in one.speaker})),
        differs_in=tuple(aspect for aspect, differing in differs.items() if differing),  # type: ignore[misc]
        rule="quotes.same-sentence",
    )


def _where(quote: Quote) -> str:
    return " ".join(quote.setting.text.casefold().split()) if quote.setting else ""


def _length_differs(members: list[Quote]) -> bool:
    lengths = [len(one.content.text.split()) for one in members]
    return max(lengths) > 1.25 * min(lengths)
