"""Credits that lead to an origin, and how far a text depends on the outlet that it credits."""

import re
from collections import defaultdict
from collections.abc import Mapping

import msgspec

from semeja.compare.named_outlets import named_outlets
from semeja.compare.origins import Press, table_row
from semeja.lang.pack import CODES
from semeja.lang.tracing import tracing_tables
from semeja.records.dossier import Edge, Origin
from semeja.records.reading import Credit, Reading
from semeja.records.story import Story
from semeja.text.keys import plain

HEAD = 3
"""Paragraphs of the body in which a credit speaks for the whole text: what follows goes on from there."""
FEWEST_LETTERS = 3
_HYPHEN = re.compile(r"[-–]")


class Attribution(msgspec.Struct, frozen=True):
    """A credit of the article at `index`, and the outlet, agency or press office that it names."""

    index: int
    credit: Credit
    origin: Origin


def attribute(story: Story, press: Press) -> tuple[Attribution, ...]:
    """All credits that name an origin, in order. An article's own outlet is no source of its text."""
    named = {name for reading in story.readings for name in _text_names(reading)}
    known = {origin.id for name, origin in press.by_name.items() if name in named} | {own for own in press.own if own}
    found = []
    named_here = named_outlets(story)
    for index, reading in enumerate(story.readings):
        people = {plain(one.name) for one in reading.cast if one.kind == "person"}
        for credit in sorted((*reading.credits, *named_here[index]), key=lambda one: (one.start, one.end)):
            origin = _origin_of(story.articles[index].text, credit, press, known, people, press.own[index])
            if origin and (origin.id != press.own[index] or _own_picture(story, index, credit)):
                found.append(Attribution(index, credit, origin))
    return tuple(found)


def _text_names(reading: Reading) -> list[str]:
    return [one.name for one in reading.credits if one.relation != "photo_credit" and _may_publish(one.name)]


def _may_publish(name: str) -> bool:
    """Parties, ministries and companies are somebody's voice, not a source of text; a page may name them `kepada`."""
    words = plain(name).split()
    if table_row(name) is not None:
        return True
    return sum(map(len, words)) >= FEWEST_LETTERS and words[0] not in tracing_tables(CODES).body_head


def _origin_of(
    text: str, credit: Credit, press: Press, known: set[str], people: set[str], own: str | None
) -> Origin | None:
    if not credit.name:
        return None
    origin = press.by_name[credit.name]
    if credit.relation != "photo_credit":
        # `NN` alone is an editor's initials; where a text says whose short form it is, it is that agency.
        return origin if _may_publish(credit.name) or origin.name != credit.name == credit.name.upper() else None
    if origin.id in known:
        return origin
    second = _after_slash(text[credit.start : credit.end])
    if second and (origin.kind == "outlet" and not table_row(credit.name)):
        beside = _outlet_of_picture(second, press, known)
        if beside is not None:
            # One's own photographer is no source.
            return beside if beside.id != own else None
    for part in _HYPHEN.split(credit.name) if "-" in credit.name else ():
        joined = press.find(part.strip())
        if joined and joined.id in known:
            return joined
    return origin if _names_agency(credit.name, bool(second), people) else None


def _outlet_of_picture(name: str, press: Press, known: set[str]) -> Origin | None:
    """`Northgate Wire` in `Petar Dimov/Northgate Wire`: an outlet of the story or the table behind a photographer."""
    origin = press.find(name)
    if origin and origin.id in known:
        return origin
    row = table_row(name)
    # `Ani` took the picture, `ANI` is an agency: a short name counts only as it is written.
    if row and (name.isupper() or not row.name.isupper()):
        return Origin(id=f"origin:{row.id}", name=row.name, kind=row.kind)  # type: ignore[arg-type]
    return None


def _after_slash(marker: str) -> str:
    return marker.partition("/")[2].strip(" .)")


def _names_agency(name: str, slashed: bool, people: set[str]) -> bool:
    """Whether a photo credit names more than a photographer: known, an acronym, a domain, `Agency/Photographer`,
    or with a word that media and press offices have in their names."""
    tables, words = tracing_tables(CODES), plain(name).split()
    if table_row(name):
        return True
    if sum(map(len, words)) < FEWEST_LETTERS or plain(name) in people or plain(name) in tables.no_origin:
        return False
    one_word = " " not in name.strip()
    if slashed or (one_word and (name.isupper() or "." in name.strip(" ."))):
        return True
    phrases = {tuple(words[at : at + length]) for length in (1, 2) for at in range(len(words))}
    return bool(phrases & tables.press_office) or (len(words) > 1 and bool(set(words) & tables.media_word))


def _own_picture(story: Story, index: int, credit: Credit) -> bool:
    """`Foto: X/Ani` in X's own page says who took the picture; `(Dok. X)` only where it was kept."""
    opening = plain(story.articles[index].text[credit.start : credit.end]).split()
    return credit.relation == "photo_credit" and opening[0] not in tracing_tables(CODES).archive


def credit_edges(story: Story, attributions: tuple[Attribution, ...]) -> list[Edge]:
    """An edge to the origin per credit, in order; of an origin and relation only the first will be kept."""
    return [
        Edge(
            from_=story.articles[one.index].id,
            to=one.origin.id,
            relation=one.credit.relation,  # type: ignore[arg-type]
            marker=story.evidence(one.index, one.credit.start, one.credit.end),
            scope=one.credit.scope,  # type: ignore[arg-type]
            shared=(),
            rule=one.credit.rule,
        )
        for one in attributions
    ]


def dependence(story: Story, attributions: tuple[Attribution, ...]) -> Mapping[int, str]:
    """Article -> the origin that its text comes from as a whole, where it says so.

    A text depends on the outlet that it relays when it credits it for the whole article, for a quotation (it was not
    there), in its first paragraphs, or more than once. A single sentence further down with its own source is that
    sentence only. Where several qualify: the credit for the whole article, then the first.
    """
    relays: dict[tuple[int, str], list[Credit]] = defaultdict(list)
    for one in attributions:
        if one.credit.relation in ("relays", "translation_of"):
            relays[one.index, one.origin.id].append(one.credit)
    chosen: dict[int, tuple[bool, int, str]] = {}
    for (index, origin), credits in relays.items():
        if _is_whole(story.readings[index], credits):
            first = min((credit.scope != "article", credit.start) for credit in credits)
            chosen[index] = min(chosen.get(index, (True, len(story.articles[index].text), "~")), (*first, origin))
    return {index: origin for index, (_, _, origin) in sorted(chosen.items())}


def _is_whole(reading: Reading, credits: list[Credit]) -> bool:
    body = [part for part in reading.paragraphs if part.zone == "body"]
    head = body[min(HEAD, len(body)) - 1].end if body else 0
    return len(credits) > 1 or any(one.scope in ("article", "quote") or one.start < head for one in credits)
