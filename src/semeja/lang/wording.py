"""What a language fills in so that wordings can be compared: words without content, affixes, near-synonyms."""

from functools import cache

import msgspec

from semeja.lang.table import read_table

SHORTEST_STEM = 4
"""A stem shorter than this many letters is left as it stands: over-stemming merges words that differ."""


class WordingTables(msgspec.Struct, frozen=True):
    """`stopwords` carry no content; affixes are tried longest first; `synonyms` map a stem to its representative.

    `parts`: phrases right after a figure that make it a part of the figure before. `statuses`: words for how somebody
    stands before the law, with their rank (a suspect stands above a witness). `negators`: they deny a word after them.
    `pointers` take up what was said before (`tersebut`, `such`). `conditions`
    put a clause under a condition (`jika`, `unless`). `done`, `undone`: words of a report that something
    promised has come true, or has not; `revoked`: that its own party has taken it back.
    """

    code: str
    stopwords: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    synonyms: dict[str, str]
    parts: tuple[str, ...]
    statuses: dict[str, int]
    negators: frozenset[str]
    pointers: frozenset[str]
    conditions: frozenset[str]
    done: frozenset[str]
    undone: frozenset[str]
    revoked: frozenset[str]

    def stem(self, word: str) -> str:
        """A key for comparing inflected forms of one case-folded word; no lemma, never shown."""
        for suffix in self.suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
                word = word[: -len(suffix)]
                break
        for prefix in self.prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_STEM:
                word = word[len(prefix) :]
                break
        return self.synonyms.get(word, word)


@cache
def load(code: str) -> WordingTables:
    """The tables of the language `code`, from `wording.tsv`."""
    groups: dict[str, list[tuple[str, ...]]] = {}
    for group, *row in read_table(code, "wording"):
        groups.setdefault(group, []).append(tuple(row))

    def cells(group: str) -> list[str]:
        return [cell for row in groups.get(group, []) for cell in row[0].split()]

    def longest_first(group: str) -> tuple[str, ...]:
        return tuple(sorted(cells(group), key=lambda affix: (-len(affix), affix)))

    return WordingTables(
        code=code,
        stopwords=frozenset(cells("stopword")),
        prefixes=longest_first("prefix"),
        suffixes=longest_first("suffix"),
        synonyms={word: row[0] for row in groups.get("synonym", []) for word in row[1].split()},
        parts=tuple(sorted(row[0] for row in groups.get("part", []))),
        statuses={word: int(row[0]) for row in groups.get("status", []) for word in row[1].split()},
        negators=frozenset(cells("negator")),
        pointers=frozenset(cells("pointer")),
        conditions=frozenset(cells("condition")),
        done=frozenset(cells("done")),
        undone=frozenset(cells("undone")),
        revoked=frozenset(cells("revoked")),
    )
