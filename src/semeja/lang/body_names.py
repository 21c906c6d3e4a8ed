"""Names of bodies as keys that two languages, short and full forms share: `PN Seroja`, `Seroja District Court`."""

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from semeja.lang.table import read_table
from semeja.text.keys import plain

WORLD, NONE = "world", "-"
HEAD, LINK = "head", "link"
"""In the first column, for words that are no part of a name."""
LEVELS = frozenset({"resort", "region", "sector", "district", "city", "regency", "regional", "province", "local"})
"""Keys for how high a body stands; a name in the other language often leaves it out: `Seroja Police`."""
LONGEST = 7
"""Words of the longest phrase that the table has."""


class BodyNames(msgspec.Struct, frozen=True):
    """`phrases`: the words of a part of a name -> its keys; `countries`: a word for a state -> its key.

    `heads`: words for what a body is that its name has or has not (`Partai Lentera`, `Lentera`, `the Lentera Party`).
    `links`: words that only join others (`of`).
    """

    phrases: Mapping[tuple[str, ...], tuple[str, ...]]
    countries: Mapping[str, str]
    heads: frozenset[str]
    links: frozenset[str]

    def keys(self, words: Sequence[str]) -> tuple[str, ...]:
        """The keys of a name's words, `plain`; a word that is in no phrase is its own key; `of` and the like are none.

        The longest phrase counts. A key of the table starts with `*`, a state with `country:`.
        """
        found: list[str] = []
        at = 0
        while at < len(words):
            size = next((size for size in range(min(LONGEST, len(words) - at), 0, -1)
                         if tuple(words[at : at + size]) in self.phrases), 0)  # fmt: skip
            if size:
                found += self.phrases[tuple(words[at : at + size])]
            elif words[at] not in self.links:
                found.append(self.countries.get(words[at], words[at]))
            at += size or 1
        return tuple(found)


@cache
def load() -> BodyNames:
    """The phrases of all languages in one: names of bodies mix languages."""
    phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
    words: dict[str, set[str]] = {HEAD: set(), LINK: set()}
    for keys, *columns in read_table(WORLD, "body_names"):
        if keys in words:
            words[keys].update(word for column in columns if column != NONE for word in column.split("|"))
            continue
        for phrase in (one for column in columns if column != NONE for one in column.split("|")):
            phrases[tuple(plain(phrase).split())] = tuple(f"*{key}" for key in keys.split("+"))
    countries: dict[str, str] = {}
    for iso3, *names in read_table(WORLD, "country_names"):
        countries.update((plain(name), f"country:{iso3}") for name in names)
    for iso3, more_id, more_en, adjectives, *_ in read_table(WORLD, "countries"):
        for cell in (more_id, more_en, adjectives):
            countries.update((plain(name), f"country:{iso3}") for name in cell.split("|") if name != NONE)
    states = {name: key for name, key in countries.items() if " " not in name}
    return BodyNames(phrases, states, frozenset(words[HEAD]), frozenset(words[LINK]))
