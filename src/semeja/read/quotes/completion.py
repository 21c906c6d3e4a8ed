"""Speakers that only the resolved pointers tell: `ujar menteri itu`, once `menteri itu` is somebody."""

from bisect import bisect_left

from msgspec.structs import replace

from semeja.read.draft import Draft
from semeja.records.reading import Mention, Quotation


def complete_speakers(draft: Draft) -> tuple[Quotation, ...]:
    """The quotations of a draft whose pointers are resolved; one without a speaker takes who its cue points at."""
    if all(quote.speaker for quote in draft.quotes):
        return draft.quotes
    starts = [mention.start for mention in draft.mentions]
    return tuple([_completed(draft, quote, starts) for quote in draft.quotes])


def _completed(draft: Draft, quote: Quotation, starts: list[int]) -> Quotation:
    if quote.speaker or quote.cue is None:
        return quote
    inside = draft.mentions[bisect_left(starts, quote.cue.start) : bisect_left(starts, quote.cue.end)]
    voices = [mention for mention in inside if mention.entities and _may_speak(mention)]
    return replace(quote, speaker=voices[0].entities) if voices else quote


def _may_speak(mention: Mention) -> bool:
    return mention.kind != "place" and not mention.rule.endswith("media") and mention.form != "name"
