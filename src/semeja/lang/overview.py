"""What a language fills in so that a story can be told in short: its title, its lines, the order of its days."""

from functools import cache

import msgspec

from semeja.lang.table import read_table
from semeja.text.keys import fold

Words = tuple[str, ...]


class OverviewTables(msgspec.Struct, frozen=True):
    """Folded words and phrases of one language; phrases as tuples of words.

    `act_nouns`: a noun that takes up an act (`bantahan itu`) -> its PLOVER type, `*` for words of saying;
    `back_words` stand with it. `ahead`: words of what is to come. `connectors` open a sentence and can fall,
    `never_start` open one that no line can have. `time_nouns` make `ini`, `this` a time and no pointer. `relative`
    opens a clause about the noun before its comma; a comma before `bound_opening` closes none. `setting_opening`:
    words after a speaker that begin where and when he spoke. `lures` and `kinds`: words of titles that promise instead
    of telling, and of those that name another kind of text. `speech_suffixes`: endings of a verb of saying that stand
    for a speaker.
    `sames` compare with what was said before. `pointer_first`: demonstratives stand before their noun.
    `possessives` mostly point at the subject of their sentence. A last clause
    may open with a word of `participle_endings` that is none of `no_participles`.
    """

    code: str
    act_nouns: dict[str, str]
    back_words: frozenset[str]
    ahead: frozenset[str]
    connectors: frozenset[Words]
    never_start: frozenset[Words]
    time_nouns: frozenset[str]
    relative: frozenset[str]
    bound_opening: frozenset[str]
    setting_opening: frozenset[str]
    lures: frozenset[Words]
    kinds: frozenset[Words]
    speech_suffixes: Words
    sames: frozenset[Words]
    pointer_first: bool
    possessives: frozenset[str]
    participle_endings: Words
    no_participles: frozenset[str]


@cache
def load(code: str) -> OverviewTables:
    """The tables of the language `code`, from `overview.tsv`."""
    groups: dict[str, list[tuple[str, ...]]] = {}
    for group, *row in read_table(code, "overview"):
        groups.setdefault(group, []).append(tuple(row))

    def words(group: str) -> frozenset[str]:
        return frozenset(fold(row[0]) for row in groups.get(group, []))

    def phrases(group: str) -> frozenset[Words]:
        return frozenset(tuple(phrase.split()) for phrase in words(group))

    return OverviewTables(
        code=code,
        act_nouns={noun: row[0] for row in groups.get("act_noun", []) for noun in row[1].split()},
        back_words=words("back_word"),
        ahead=words("ahead"),
        connectors=phrases("connector"),
        never_start=phrases("never_start"),
        time_nouns=words("time_noun"),
        relative=words("relative"),
        bound_opening=words("bound_opening"),
        setting_opening=words("setting_opening"),
        lures=phrases("title_lure"),
        kinds=phrases("title_kind"),
        speech_suffixes=tuple(sorted(words("speech_suffix"))),
        sames=phrases("same"),
        possessives=words("possessive"),
        pointer_first=bool(words("pointer_first")),
        participle_endings=tuple(sorted(words("participle_ending"))),
        no_participles=words("no_participle"),
    )
