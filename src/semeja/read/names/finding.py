"""One pass over the words of each sentence: what is named, described or pointed at there."""

from bisect import bisect_left
from itertools import compress
from operator import ne
from typing import Final

from semeja.lang.naming import Phrase
from semeja.read.draft import Draft
from semeja.read.names.appositions import with_apposition
from semeja.read.names.bodies import body_at, bracket, known_body, place_at
from semeja.read.names.cast import cast_of
from semeja.read.names.evidence import evidence_of
from semeja.read.names.found import Found, Office
from semeja.read.names.learned import with_learned
from semeja.read.names.linked import linked_end
from semeja.read.names.page import Page
from semeja.read.names.persons import name_end
from semeja.read.names.pointers import CLITIC, clitic_at, group_at, pointer_at, pronoun_at
from semeja.read.names.prefixed import (
    led_by_portfolio,
    opens_body,
    owned_by_body,
    owned_title,
    party_of,
    small_body,
    state_body,
)
from semeja.read.names.states import capital_at
from semeja.read.names.titles import title_at
from semeja.read.names.unknown import NOBODY, unknown_at
from semeja.records.reading import Character, Mention, Tokens
from semeja.text.tokens import tokenise

OWNER: Final = frozenset({"country", "adjective", "seat", "organisation"})
STATES: Final = frozenset({"country", "adjective"})
BODY_HEAD: Final = frozenset({"organisation_head"})
TITLE: Final = frozenset({"title"})
GOVERNMENTS: Final = frozenset({"group:pemerintah", "group:pemerintah-daerah"})
BODY: Final = "body"
ZONES: Final = frozenset({"title", "caption"})
PERSON: Final = "person"
LEADING: Final = frozenset({"portfolio", "organisation_tail", "state_tail"})
COMMA: Final = frozenset({","})


def find_names(draft: Draft) -> tuple[tuple[Character, ...], tuple[Mention, ...]]:
    """The cast and every mention in order; pronouns, clitics and demonstratives are there too, still unresolved."""
    tables, tokens = draft.pack.naming, draft.tokens
    media = frozenset(tokenise(credit.name).keys for credit in draft.credits)
    written = list(compress(range(len(tokens.words)), map(ne, tokens.words, tokens.keys)))
    page = Page(tokens, tables, evidence_of(tokens, written, draft.sentences, tables), media)
    stops = stops_of(draft, written)
    body: list[tuple[int, Found]] = []
    beside: list[int] = []
    for index, sentence in enumerate(draft.sentences):
        if sentence.zone == BODY:
            page.turn_to(sentence)
            body += [(index, one) for one in read_sentence(page, stops)]
        elif sentence.zone in ZONES:
            beside.append(index)
    if draft.pack.name_model is not None:
        body = with_learned(body, draft, draft.pack.name_model)
    if not beside:
        return cast_of(body, draft)
    page.names = frozenset(
        key for _, one in body if one.kind == PERSON for key in tokens.keys[one.head_first : one.head_last]
    )
    for index in beside:
        page.turn_to(draft.sentences[index])
        body += [(index, one) for one in read_sentence(page, stops)]
    return cast_of(sorted(body, key=lambda item: (item[0], item[1].first)), draft)


def stops_of(draft: Draft, written: list[int]) -> list[int]:
    """Where a mention may start: at a capital, at a word that opens a known phrase, at a clitic.

    `written`: the words that are written otherwise than their keys.
    """
    tables, keys = draft.pack.naming, draft.tokens.keys
    triggers = tables.triggers
    opening = [i for i, key in enumerate(keys) if key in triggers]
    clitics = clitics_of(draft.view.text, draft.tokens) if tables.titles_first else []
    return sorted({*written, *opening, *clitics})


def clitics_of(text: str, tokens: Tokens) -> list[int]:
    """The words that end in `-nya`, in small letters: looked for in the text, since few do."""
    found = []
    end = text.find(CLITIC) + len(CLITIC)
    while end >= len(CLITIC):
        i = bisect_left(tokens.ends, end)
        if i < len(tokens.ends) and tokens.ends[i] == end and tokens.keys[i].endswith(CLITIC):
            found.append(i)
        end = text.find(CLITIC, end) + len(CLITIC)
    return found


def read_sentence(page: Page, stops: list[int]) -> list[Found]:
    """The mentions of one sentence in order; none lies inside another."""
    found: list[Found] = []
    done = page.first
    for i in stops[bisect_left(stops, page.first) : bisect_left(stops, page.last)]:
        if i < done:
            continue
        one = at(page, i)
        if one is not None:
            done = one.last
            if one.kind != NOBODY:
                found.append(one)
    return found


def at(page: Page, i: int) -> Found | None:
    """The mention that starts at the word `i`."""
    key, tables = page.keys[i], page.tables
    if key in tables.sized:
        for phrase in page.matches(i):
            one = by_phrase(page, i, phrase)
            if one is not None:
                return with_apposition(page, one)
    one = pointer_at(page, i) if key in tables.pointers else None
    if one is not None and page.capital(i) and (is_linked(page, i, one.last) or opens_run(page, one)):
        one = None
    if one is None and not tables.titles_first and not page.groups(i).isdisjoint(LEADING):
        one = led_by_portfolio(page, i) or small_body(page, i)
    if one is not None:
        return one
    if i in page.large:
        one = unknown_at(page, i)
        if one is not None and one.kind == "organisation" and not tables.titles_first:
            one = owned_by_body(page, one) or one
        if one is not None:
            return with_apposition(page, one)
    return clitic_at(page, i) if key[-3:] == CLITIC else None


def by_phrase(page: Page, i: int, phrase: Phrase) -> Found | None:
    """The mention that a known phrase opens; None when it opens none here."""
    kind = phrase.type
    if kind == "title":
        if page.capital(i) and is_linked(page, i, i + len(phrase.words)):
            return None
        return demonstrated(page, i, phrase) or title_at(page, i, phrase)
    if kind == "pronoun":
        return pronoun_at(page, i, phrase)
    if kind in ("group", "described"):
        if opens_name(page, i, phrase):
            return None
        return pointed(page, i, phrase) or group_at(page, i, phrase)
    if kind == "organisation_head":
        small = page.listed("small_head", i) and page.capital(i + len(phrase.words))
        return body_at(page, i, phrase, wants_person=False) if page.capital(i) or small else None
    if kind == "place_head":
        return place_at(page, i, phrase) if page.capital(i + len(phrase.words)) else None
    if page.tables.titles_first:
        return named(page, i, phrase)
    if kind == "media" and opens_body(page, i, phrase):
        return None
    owned = owned_title(page, i, phrase) or state_body(page, i, phrase) or party_of(page, i, phrase)
    return owned or named(page, i, phrase)


def pointed(page: Page, i: int, phrase: Phrase) -> Found | None:
    """`the airline`, `bank tersebut`: one word that the tables have for several bodies points at one named before."""
    if phrase.type != "described" or len(phrase.words) > 1 or page.capital(i + 1):
        return None
    if not page.listed("demonstrative_organisation", i):
        return None
    return pointer_at(page, i)


def opens_run(page: Page, one: Found) -> bool:
    """`The University Teachers' Federation`: what looks like a demonstrative opens a name."""
    return not page.tables.titles_first and one.kind == "organisation" and page.capital(one.last)


def opens_name(page: Page, i: int, phrase: Phrase) -> bool:
    """A noun that opens the name of a body: `Bank Sentosa`, `Kepolisian Malaysia`, `Nurses Guild`, `Pemerintah X`."""
    end = i + len(phrase.words)
    if phrase.id in GOVERNMENTS:
        return page.capital(end)
    if not page.capital(i):
        return False
    if page.capital(end):
        if page.tables.titles_first:
            stately = phrase.type == "described" and page.known(end, STATES) is not None
            return page.known(i, BODY_HEAD) is not None and not stately
        closing = page.groups(page.run(end) - 1)
        return "organisation_tail" in closing or "trade_tail" in closing or is_linked(page, i, end)
    return is_linked(page, i, end)


def is_linked(page: Page, i: int, end: int) -> bool:
    """The words `[i, end)` open the name of a body that goes on: `Doctors for Peace`, `the Coalition for X`."""
    return not page.tables.titles_first and page.names is None and linked_end(page, i, end) > end


def named(page: Page, i: int, phrase: Phrase) -> Found | None:
    """A name of the tables: state, capital, seat, body, medium, place."""
    end = i + len(phrase.words)
    if phrase.type == "capital":
        return capital_at(page, i, phrase)
    if phrase.type == "organisation":
        return known_body(page, i, phrase)
    if phrase.type == "place" and is_doubtful(page, i, phrase):
        return None
    if page.listed("not_a_state", i - 1):
        return Found(*(i, end, i, end), NOBODY, "name", NOBODY)
    if phrase.type == "nickname":
        return Found(*(i, end, i, end), "person", "name", "table.nickname", id=phrase.id, name=phrase.name)
    kind = {"adjective": "country", "seat": "country", "media": "organisation"}.get(phrase.type, phrase.type)
    form = "metonym" if phrase.type in ("adjective", "seat") else "name"
    last = bracket(page, end)[1] if phrase.type == "country" else end
    return Found(i, last, i, end, kind, form, f"table.{phrase.type}", id=phrase.id)


def is_doubtful(page: Page, i: int, phrase: Phrase) -> bool:
    """A region called like a common word (`Batu`, `Metro`) counts behind a word of place or a comma alone."""
    if i == page.first and page.listed("common_initial", i):
        return True
    placed = page.listed("placing", i - 1) or page.is_key(i - 1, COMMA)
    return len(phrase.words) == 1 and not placed and page.listed("ambiguous_place", i)


def demonstrated(page: Page, i: int, phrase: Phrase) -> Found | None:
    """`the minister`, `sang menteri`, `the former president`: somebody named before, by the title alone."""
    if not page.listed("definite", i - 1):
        return None
    end, name = i + len(phrase.words), phrase.name
    while page.listed("leading", end - 1) and (further := page.known(end, TITLE)):
        end, name = end + len(further.words), f"{name} {further.name}"
    if page.listed("title_link", end) or page.capital(end):
        return None
    if page.is_key(end, COMMA) and page.is_key(name_end(page, end + 1), COMMA):
        return None
    return Found(
        *(i - 1, end, i, end), "person", "demonstrative", "demonstrative.role", offices=(Office(i, end, name),)
    )
