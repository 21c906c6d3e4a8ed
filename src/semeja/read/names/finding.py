"""One pass over the words of each sentence: what is named, described or pointed at there."""

from semeja.lang.naming import Phrase
from semeja.read.draft import Draft
from semeja.read.names.bodies import body_at, place_at
from semeja.read.names.cast import cast_of
from semeja.read.names.found import Found
from semeja.read.names.page import Page, evidence_of
from semeja.read.names.pointers import THIS, clitic_at, demonstrative_at, group_at, pronoun_at
from semeja.read.names.states import capital_at
from semeja.read.names.titles import title_at
from semeja.read.names.unknown import unknown_at
from semeja.read.names.words import words_of
from semeja.records.reading import Character, Mention

OWNER = frozenset({"country", "adjective", "seat", "organisation"})
TITLE = frozenset({"title"})
ZONES = ("body", "title", "caption")
LOWER_HEADS = frozenset({"otoritas"})
CLITIC = "nya"


def find_names(draft: Draft) -> tuple[tuple[Character, ...], tuple[Mention, ...]]:
    """The cast and every mention in order; pronouns, clitics and demonstratives are there too, still unresolved."""
    tables = draft.pack.naming
    words, passages = words_of(draft, tables)
    evidence = evidence_of(words, passages, tables)
    found: list[tuple[str, Found]] = []
    for passage in passages:
        if passage.zone in ZONES:
            page = Page(words.words, words.keys, tables, evidence, passage)
            found += [(passage.zone, one) for one in read_passage(page)]
    return cast_of(found, words, tables)


def read_passage(page: Page) -> list[Found]:
    """The mentions of one sentence in order; none lies inside another."""
    found: list[Found] = []
    triggers, keys, forms = page.tables.triggers, page.keys, page.words
    first, last = page.passage.first, page.passage.last
    done = first
    for i in range(first, last):
        if i < done:
            continue
        key = keys[i]
        if (
            forms[i] == key
            and key not in triggers
            and not key.endswith(CLITIC)
            and key not in ("kedua", "negara", "aliansi")
        ):
            continue
        one = at(page, i)
        if one is not None:
            found.append(one)
            done = max(one.last, i + 1)
    return found


def at(page: Page, i: int) -> Found | None:
    """The mention that starts at the word `i`."""
    for phrase in page.matches(i):
        one = by_phrase(page, i, phrase)
        if one is not None:
            return one
    one = demonstrative_at(page, i)
    if one is not None:
        return one
    if page.capital(i) and not page.listed("common_initial", i):
        return unknown_at(page, i)
    if page.keys[i].endswith(CLITIC) and page.tables.titles_first and clitic_at(page, i):
        return Found(i, i + 1, i, i + 1, "any", "clitic", "clitic")
    return None


def by_phrase(page: Page, i: int, phrase: Phrase) -> Found | None:
    """The mention that a known phrase opens; None when it opens none here."""
    kind = phrase.type
    if kind == "title":
        return demonstrated(page, i, phrase) or title_at(page, i, phrase)
    if kind == "pronoun":
        return pronoun_at(page, i, phrase)
    if kind == "group":
        return group_at(page, i, phrase)
    if kind == "organisation_head":
        if page.capital(i) or (phrase.words[0] in LOWER_HEADS and page.capital(i + len(phrase.words))):
            return body_at(page, i, phrase, wants_person=False)
        return None
    if kind == "place_head":
        return place_at(page, i, phrase) if page.capital(i + len(phrase.words)) else None
    return owned_title(page, i, phrase) or named(page, i, phrase)


def owned_title(page: Page, i: int, phrase: Phrase) -> Found | None:
    """`Russian Foreign Minister Sergei Lavrov`, `Russia's president`: the owner stands before the title."""
    if page.tables.titles_first or phrase.type not in OWNER:
        return None
    after = i + len(phrase.words)
    if after < page.passage.last and page.keys[after] in ("'s", "’s"):
        after += 1
    title = page.known(after, TITLE)
    return None if title is None else title_at(page, after, title, phrase, i)


def named(page: Page, i: int, phrase: Phrase) -> Found | None:
    """A name of the tables: state, capital, seat, body, medium, place."""
    end = i + len(phrase.words)
    if phrase.type == "capital":
        return capital_at(page, i, phrase)
    if phrase.type == "place" and i == page.passage.first and page.listed("common_initial", i):
        return None
    kind = {"adjective": "country", "seat": "country", "media": "organisation"}.get(phrase.type, phrase.type)
    form = "metonym" if phrase.type in ("adjective", "seat") else "name"
    represents = f"country:{phrase.of}" if phrase.type == "organisation" and phrase.of else None
    return Found(i, end, i, end, kind, form, f"name.{phrase.type}", id=phrase.id, represents=represents)


def demonstrated(page: Page, i: int, phrase: Phrase) -> Found | None:
    """`menteri itu`, `the minister`, `bupati tersebut`: somebody named before, by the title alone."""
    end = i + len(phrase.words)
    if end < page.passage.last and page.keys[end] in THIS:
        return Found(i, end + 1, i, end, "person", "demonstrative", "demonstrative.role")
    if i > page.passage.first and page.keys[i - 1] in ("the", "sang"):
        following = title_at(page, i, phrase)
        if following is None:
            return Found(i - 1, end, i, end, "person", "demonstrative", "demonstrative.role")
    return None
