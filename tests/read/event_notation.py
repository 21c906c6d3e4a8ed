"""Sentences with marks for what earlier stages find, so that the coder of events is tested on its own.

`[[Menlu Tirta|person:tirta]]` is a mention (several ids parted by `,`; a third cell gives the form),
`{{Jumat|2023-06-16}}` a time. Words between “ and ” are a direct quotation of the speaker given beside the sentence.
"""

import re
from collections.abc import Sequence

from semeja.lang.pack import load_pack
from semeja.read.draft import Draft
from semeja.read.sentences import split
from semeja.records.article import Article
from semeja.records.reading import (
    Character,
    CleanView,
    CodedEvent,
    Mention,
    Paragraph,
    Quotation,
    Structure,
    TimeExpression,
)

_MARK = re.compile(r"\[\[([^|\]]+)\|([^|\]]*)(?:\|(\w+))?\]\]|\{\{([^|}]+)\|([^}]+)\}\}")
_QUOTED = re.compile("“([^“”]+)”")
_SIDES = {"person:tirta": "country:AAA", "person:boris": "country:BBB", "person:sari": "country:AAA"}


def draft_of(marked: str, code: str, speaker: str = "", zone: str = "body", published: str = "2023-06-20") -> Draft:
    """A draft whose names, times and quotations are those that the sentence marks."""
    text, mentions, times = "", [], []
    position = 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        start = len(text)
        text += mark[1] or mark[4]
        if mark[1]:
            mentions.append(_mention(start, len(text), mark[2], mark[3] or "name"))
        else:
            times.append(TimeExpression(start, len(text), mark[5], "day", None, "event", "test"))
        position = mark.end()
    text += marked[position:]
    pack = load_pack(code)
    view = CleanView(text, (Paragraph(0, len(text), zone),), (), Structure())
    sentences, tokens = split(view, pack)
    day = TimeExpression(0, 0, published, "day", None, "publication", "test")
    cast = {entity: _character(entity) for mention in mentions for entity in mention.entities}
    article = Article(id="a1", source="test", text=text, text_sha256="0")
    return Draft(
        article=article,
        pack=pack,
        view=view,
        sentences=sentences,
        tokens=tokens,
        times=tuple(times),
        published=day,
        cast=tuple(cast[entity] for entity in sorted(cast)),
        mentions=tuple(mentions),
        quotes=tuple(_quotes(text, speaker)),
    )


def told(events: Sequence[CodedEvent], expected: str) -> str:
    """The notation of all events; with its mode (`ASSAULT/aerial`) wherever the one expected in its place has one."""
    with_mode = ["/" in one.partition(" ")[0] for one in expected.split("; ")] + [False] * len(events)
    return "; ".join(notation(event, mode) for event, mode in zip(events, with_mode, strict=False)) or "-"


def notation(event: CodedEvent, with_mode: bool = False) -> str:
    """`TYPE actor>recipient modality polarity act`; ids without their kind, `-` where there is none."""
    actor, recipient = (
        "+".join(entity.partition(":")[2] for entity in side) or "-" for side in (event.actor, event.recipient)
    )
    short = "neg" if event.polarity == "negated" else "aff"
    kind = f"{event.type}/{event.mode or '-'}" if with_mode else event.type
    return f"{kind} {actor}>{recipient} {event.modality} {short} {event.act or '-'}"


def _mention(start: int, end: int, ids: str, form: str) -> Mention:
    entities = tuple(entity for entity in ids.split(",") if entity)
    kind = entities[0].partition(":")[0] if entities else "person"
    return Mention(start, end, start, end, kind, form, entities, "test")


def _character(entity: str) -> Character:
    kind, _, name = entity.partition(":")
    return Character(id=entity, kind=kind, name=name, represents=_SIDES.get(entity))


def _quotes(text: str, speaker: str) -> list[Quotation]:
    who = tuple(entity for entity in speaker.split(",") if entity)
    return [
        Quotation(found.start(1), found.end(1), "direct", who, (), None, None, None, "affirmed", 0, "test")
        for found in _QUOTED.finditer(text)
    ]
