"""What a language fills in so that `read` knows names, titles, roles, pronouns."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

import msgspec

from semeja.lang.outlets import outlets
from semeja.lang.table import column, own_names, read_table
from semeja.text.keys import name_key, slug
from semeja.text.tokens import tokenise

WORLD = "world"
ABBREVIATION = 5


class Phrase(msgspec.Struct, frozen=True, gc=False):
    """Words that mean something wherever they stand.

    `words`: the case-folded tokens. `exact`: the written form when only that one counts (`AS`, `US`), else None.
    `type`: `country`, `adjective`, `capital`, `seat`, `organisation`, `media`, `place`, `nickname`, `group`, `title`,
    `pronoun`, `described` (means a body once the article has named it), `organisation_head`, `place_head`. `id`: the
    local id, or for titles their class. `of`: the state (iso3) or body that it belongs to, or None. `name`: how the
    named one is called; for titles the full words; for pronouns `number kind sense`.
    """

    words: tuple[str, ...]
    type: str
    id: str
    name: str
    of: str | None = None
    exact: tuple[str, ...] | None = None


Index = Mapping[str, tuple[Phrase, ...]]
Sized = Mapping[str, tuple[tuple[int, Mapping[tuple[str, ...], tuple[Phrase, ...]]], ...]]


class NamingTables(msgspec.Struct, frozen=True):
    """Tables of one language: names, titles, roles, pronouns.

    `phrases`: by first word, the longest first; `sized`: the same by number of words. `triggers`: words in lower case
    that may start one, `pointers` those that open a demonstrative or a pair. `lists`: the word lists of `naming.tsv`
    by group, `grouped` the groups by word. `abbreviations`: kinds of bodies in full. `names`: what the tables call an
    id. `represents`: the state for which an organisation acts. `common`: words that are no names, `given`: parts of
    persons' names. `classes`: what kind of organisation an id is; `noun_classes`: the kinds that a noun means,
    `noun_words`: the words of a name that show them. `local`: bodies that every region has one of. `home`: the state
    whose offices need no country, `home_ids` what belongs to it. `leaders`: by name key the states that somebody led,
    with first and last year.
    `titles_first`: the country stands after its office (`Presiden Rusia`), not before (`Russian President`).
    """

    code: str
    phrases: Index
    sized: Sized
    triggers: frozenset[str]
    pointers: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    grouped: Mapping[str, frozenset[str]]
    abbreviations: Mapping[str, str]
    names: Mapping[str, str]
    represents: Mapping[str, str]
    common: frozenset[str]
    given: frozenset[str]
    classes: Mapping[str, str]
    noun_classes: Mapping[str, frozenset[str]]
    noun_words: Mapping[str, frozenset[str]]
    local: frozenset[str]
    home_ids: frozenset[str]
    leaders: Mapping[tuple[str, ...], tuple[tuple[str, str, str], ...]]
    home: str | None
    titles_first: bool


COLUMNS = MappingProxyType({"id": 0, "en": 1})
"""Which of the two columns of names in the tables of the world a language reads; any other: the English one, behind
the names of its own `world_names.tsv`."""
# Types whose first word must be written with a capital.
NAMED = frozenset({"country", "adjective", "capital", "seat", "organisation", "media", "place", "nickname"})
MEDIA = frozenset({"agency", "outlet"})
OPENING = frozenset({"kedua", "ketiga", "itu"})
GROUPS = (
    *("portfolio", "organisation_head", "organisation_tail", "small_head", "local_head", "place_head", "place_tail"),
    *("plain_head", "dropped_head", "body_noun", "particle", "locative", "place_noun", "state_noun", "state_verb"),
    *(
        "not_a_state",
        "person_verb",
        "speech_verb",
        "placing",
        "ambiguous_place",
        "common_initial",
        "acronym_stop",
        "degree",
        "leading",
        "title_link",
        "definite",
    ),
    *("corporate_head", "corporate_noun", "possessive", "belonging", "holding"),
    *("paired", "clause", "demonstrative_country", "demonstrative_organisation", "demonstrative_person"),
    *(
        "demonstrative_group",
        "plain_nya",
        "preposition_nya",
        "se_noun",
        "me_noun",
        "compass",
        "thing_noun",
        *("soft_locative", "faction", "oblique", "indefinite", "and", "as", "pair_person", "pair_country"),
        *("speech_verb", "placing", "ambiguous_place", "numbered_head", "corps", "relational", "agent_word"),
        *("appositive", "status", "inner_word"),
        *("pair_side", "region_head", "force_head", "civil_head", "possessor", "several", "demonstrative_capital"),
        *("bare_head", "relative_person", "initialled", "trade_tail", "linked_head", "people_head", "cause_head"),
        *(
            "paired_office",
            "cause_people",
            "partner_tail",
            "possessing",
            "state_tail",
            "force_tail",
            "for_word",
            "branch_body",
        ),
    ),
)


@cache
def words_of(form: str) -> tuple[str, ...]:
    """The tokens of a written form, as written; plain words need no tokeniser."""
    return tuple(form.split()) if form.replace(" ", "").isalpha() else tokenise(form).words


def forms(cell: str) -> tuple[str, ...]:
    """The forms of a cell that parts them by `|`; `-` is an empty cell."""
    return () if cell in ("-", "") else tuple(cell.split("|"))


def phrase(form: str, type: str, id: str, name: str, of: str | None = None) -> Phrase:
    """The phrase of one written form; a short one in capitals (`AS`, `US`) counts only as written."""
    words = words_of(form)
    abbreviated = form.isupper() and sum(map(len, words)) <= ABBREVIATION
    return Phrase(tuple(word.casefold() for word in words), type, id, name, of, words if abbreviated else None)


def load(code: str) -> NamingTables:
    """The tables of the language `code` (`id`, `en`, …), from its data files and those of the world."""
    lists = {group: column(code, "naming", group) for group in GROUPS}
    phrases = [
        *countries(code),
        *organisations(code),
        *media(),
        *nicknames(),
        *places(code),
        *titles(code),
        *pronouns(code),
        *descriptions(code),
        *groups(code),
        *heads(lists),
    ]
    index = indexed(phrases)
    return NamingTables(
        code=code,
        phrases=index,
        sized={first: sized(found) for first, found in index.items()},
        pointers=pointing(lists),
        triggers=openers(phrases) | pointing(lists) | (frozenset() if titles_first(code) else leading(lists)),
        lists=lists,
        grouped=grouped(lists),
        abbreviations={row[0]: row[1] for row in read_table(code, "body_abbreviations")},
        names={each.id: each.name for each in reversed(phrases) if ":" in each.id and each.type != "described"},
        represents={f"organisation:{row[0]}": f"country:{row[2]}" for row in organisation_rows() if row[2] != "-"},
        noun_classes={row[0]: frozenset(row[1].split("|")) for row in read_table(code, "body_nouns")},
        noun_words={row[0]: frozenset(forms(row[2])) for row in read_table(code, "body_nouns")},
        classes={f"organisation:{row[0]}": row[1] for row in organisation_rows()},
        common=frozenset(row[0] for row in read_table(code, "common_words")) | lists["common_initial"],
        given=frozenset(row[0] for row in read_table(WORLD, "given_names"))
        | frozenset(row[0] for row in read_table(WORLD, "more_given_names")),
        local=frozenset(f"organisation:{row[0]}" for row in organisation_rows() if row[1] == "local"),
        home=next(iter(column(code, "naming", "home")), None),
        home_ids=home_ids(),
        leaders=leaders(),
        titles_first=titles_first(code),
    )


def grouped(lists: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """The groups that a word is in, by word: one look-up answers for all of them."""
    table: dict[str, set[str]] = {}
    for group, words in lists.items():
        for word in words:
            table.setdefault(word, set()).add(group)
    return {word: frozenset(groups) for word, groups in table.items()}


def sized(phrases: Iterable[Phrase]) -> tuple[tuple[int, Mapping[tuple[str, ...], tuple[Phrase, ...]]], ...]:
    """Phrases of one first word by their number of words, the longest first, and by their words."""
    table: dict[int, dict[tuple[str, ...], tuple[Phrase, ...]]] = {}
    for each in phrases:
        same = table.setdefault(len(each.words), {})
        same[each.words] = (*same.get(each.words, ()), each)
    return tuple(sorted(table.items(), reverse=True))


def openers(phrases: Iterable[Phrase]) -> frozenset[str]:
    """Words in lower case that open a phrase that needs no capital."""
    return frozenset(each.words[0] for each in phrases if each.type not in NAMED)


def pointing(lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Words in lower case that open a demonstrative or a pair."""
    return frozenset().union(*(words for group, words in lists.items() if group.startswith("demonstrative_"))) | OPENING


def leading(lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Words in lower case that stand before a title where the owner comes first: `commission spokesman`."""
    return lists["portfolio"] | lists["organisation_tail"]


def indexed(phrases: Iterable[Phrase]) -> Index:
    """By first word, longest first; of two alike the one that came first."""
    table: dict[str, list[Phrase]] = {}
    for each in phrases:
        table.setdefault(each.words[0], []).append(each)
    return {key: tuple(sorted(found, key=lambda each: -len(each.words))) for key, found in table.items()}


def titles_first(code: str) -> bool:
    """Whether the country stands after its office (`Presiden Rusia`)."""
    return bool(column(code, "naming", "titles_first"))


def countries(code: str) -> Iterable[Phrase]:
    """Names, adjectives, capitals and seats of government of the states."""
    language = 1 + COLUMNS.get(code, 1)
    own, own_capitals = own_names(code, "country"), own_names(code, "capital")
    named = {row[0]: row[language] for row in read_table(WORLD, "country_names")}
    known = {row[0]: row for row in read_table(WORLD, "countries")}
    for iso3 in [*known, *(iso3 for iso3 in named if iso3 not in known)]:
        more = known.get(iso3, (iso3,) + ("-",) * 7)
        names = tuple(dict.fromkeys([*forms(own.get(iso3, "-")), *forms(named.get(iso3, "-")), *forms(more[language])]))
        id = f"country:{iso3}"
        yield from (phrase(form, "country", id, names[0], iso3) for form in names)
        if not titles_first(code):
            yield from (phrase(form, "adjective", id, names[0], iso3) for form in forms(more[3]))
        capitals = forms(own_capitals.get(iso3, "-")) or forms(more[3 + language])
        place = f"place:{slug(forms(more[5])[0])}" if forms(more[5]) else id
        yield from (phrase(form, "capital", place, capitals[0], iso3) for form in capitals)
        yield from (phrase(form, "seat", id, names[0], iso3) for form in forms(more[5 + language]))


def organisation_rows() -> tuple[tuple[str, ...], ...]:
    """Rows of `organisations.tsv`: slug, class, state, names (id, en), descriptions (id, en)."""
    return read_table(WORLD, "organisations")


def organisations(code: str) -> Iterable[Phrase]:
    """Bodies of the world and of Indonesia; a body without a name in `code` is called by its other one."""
    own = own_names(code, "organisation")
    for row in organisation_rows():
        mine = COLUMNS.get(code, 1)
        names = forms(own.get(row[0], "-")) or forms(row[3 + mine]) or forms(row[4 - mine])
        state = None if row[2] == "-" else row[2]
        yield from (phrase(form, "organisation", f"organisation:{row[0]}", names[0], state) for form in names)


def media() -> Iterable[Phrase]:
    """News agencies and outlets by the names that articles call them: media, never parties of the news."""
    for outlet in outlets():
        if outlet.kind in MEDIA:
            id = f"organisation:{outlet.id}"
            yield from (phrase(form, "media", id, outlet.name) for form in (*outlet.names, *outlet.called))


def nicknames() -> Iterable[Phrase]:
    """Short names by which the press calls persons in public life; they mean the full name."""
    for short, full in read_table(WORLD, "nicknames"):
        yield phrase(short, "nickname", f"person:{slug(full)}", full)


def places(code: str) -> Iterable[Phrase]:
    """Regions and cities of the world, provinces, regencies and cities of Indonesia."""
    for row in read_table(WORLD, "places"):
        names = forms(row[2 + COLUMNS.get(code, 1)])
        yield from (phrase(form, "place", f"place:{row[0]}", names[0], row[1]) for form in names)
    for region, name, _ in read_table(WORLD, "regions"):
        yield phrase(name, "place", f"place:{region}", name, "IDN")


def titles(code: str) -> Iterable[Phrase]:
    """Titles and offices as written and with capitals; `of` is what the title tells of its owner."""
    for row in read_table(code, "titles"):
        name, of = row[1] if row[3] == "-" else row[3], None if row[2] == "-" else row[2]
        # Secretary-General is parted at its hyphen, secretary-general is one word.
        yield from (phrase(form, "title", row[0], name, of) for form in dict.fromkeys((row[1], row[1].title())))


def pronouns(code: str) -> Iterable[Phrase]:
    """Pronouns and clitics; their name is `number kind sense`."""
    for row in read_table(code, "pronouns"):
        yield phrase(row[1], "pronoun", row[0], " ".join(row[2:]))


def groups(code: str) -> Iterable[Phrase]:
    """Nouns that mean a group of people or the government."""
    for row in read_table(code, "groups"):
        names = forms(row[1])
        yield from (phrase(form, "group", f"group:{row[0]}", names[0]) for form in names)


def heads(lists: Mapping[str, frozenset[str]]) -> Iterable[Phrase]:
    """Kind words that open the name of a body or a place; they have no id of their own."""
    for type in ("organisation_head", "place_head"):
        yield from (phrase(form, type, "", form) for form in sorted(lists[type]))


def descriptions(code: str) -> Iterable[Phrase]:
    """Nouns that mean a body of the tables once the article has named it."""
    for row in organisation_rows():
        for form in forms(row[5 + COLUMNS.get(code, 1)]):
            yield phrase(form, "described", f"organisation:{row[0]}", form)


def home_ids() -> frozenset[str]:
    """Places and bodies of Indonesia: the regions, and the state bodies that act for no other state."""
    own = {f"organisation:{row[0]}" for row in organisation_rows() if row[1] in ("state", "local") and row[2] in "-IDN"}
    here = {f"place:{row[0]}" for row in read_table(WORLD, "places") if row[1] == "IDN"}
    return frozenset(own | here | {f"place:{row[0]}" for row in read_table(WORLD, "regions")} | {"place:jakarta"})


def leaders() -> Mapping[tuple[str, ...], tuple[tuple[str, str, str], ...]]:
    """Heads of state and government by the keys of their names: state, first and last year."""
    table: dict[tuple[str, ...], list[tuple[str, str, str]]] = {}
    for name, state, first, last in read_table(WORLD, "leaders"):
        table.setdefault(tuple(name_key(word) for word in name.split()), []).append((state, first, last))
    return {key: tuple(terms) for key, terms in table.items()}
