"""More sentences for the naming model: the same ones with other names in them.

Dai and Adel 2020 (mention replacement): half of the names come from the other sentences, half from lists.
"""

from collections import defaultdict
from pathlib import Path
from random import Random

from data.name_texts import Pair, regions

from semeja.lang.table import read_table

SHARE = 0.6
"""How many names are replaced."""
ELSEWHERE = 0.5
"""How many of these by a name of the lists."""
EMPTY = 0.5
"""How many sentences without a name are left out."""
LONGEST_REGION = 2
HEADS = frozenset(
    (
        *(
            "desa",
            "kecamatan",
            "kabupaten",
            "kota",
            "provinsi",
            "dusun",
            "kelurahan",
            "kampung",
            "distrik",
            "jalan",
            "jl",
        ),
        *("gunung", "sungai", "pulau", "stasiun", "bandara", "teluk", "danau", "pantai"),
    )
)
BODIES = ("club", "firm", "band", "school", "medium")


class Names:
    """Where other names come from."""

    def __init__(self, data: Path, pairs: list[Pair]) -> None:
        self.known: defaultdict[str, list[list[str]]] = defaultdict(list)
        for kind, cell in read_table("world", "known_names"):
            self.known[kind] += [name.split() for name in cell.split("|")]
        self.bodies = [name for kind in BODIES for name in self.known[kind]]
        self.regions = [[word.title() for word in words] for _, words in regions(data) if len(words) <= LONGEST_REGION]
        self.marked: defaultdict[str, list[list[str]]] = defaultdict(list)
        for words, tags in pairs:
            for first, last, kind in sorted(spans(tags)):
                self.marked[kind].append(words[first:last])

    def other(self, name: list[str], kind: str, chance: Random) -> list[str]:
        """Another name of the kind; a place keeps the word that says what it is."""
        if kind == "PLACE" and len(name) > 1 and name[0].lower() in HEADS:
            return [name[0], *chance.choice(self.regions)]
        if chance.random() > ELSEWHERE:
            return chance.choice(self.marked[kind])
        if kind == "PLACE":
            known = self.known["city"] + self.known["region"]
            return chance.choice(self.regions if chance.random() < ELSEWHERE else known)
        if kind == "ORGANISATION":
            return chance.choice(self.bodies)
        if len(name) > 1:
            return chance.choice(self.known["forename"])[:1] + chance.choice(self.known["surname"])
        return chance.choice(self.known["forename" if chance.random() < ELSEWHERE else "surname"])[-1:]


def replaced(data: Path, pairs: list[Pair]) -> list[Pair]:
    """The sentences with other names, without some of those that have none; always the same ones."""
    names, chance = Names(data, pairs), Random(0)
    return [
        with_others(words, tags, names, chance)
        for words, tags in pairs
        if any(tag != "O" for tag in tags) or chance.random() > EMPTY
    ]


def with_others(words: list[str], tags: list[str], names: Names, chance: Random) -> Pair:
    """One sentence with some of its names replaced."""
    new_words: list[str] = []
    new_tags: list[str] = []
    done = 0
    for first, last, kind in sorted(spans(tags)):
        name = words[first:last]
        if chance.random() < SHARE:
            name = names.other(name, kind, chance)
        new_words += [*words[done:first], *name]
        new_tags += [*tags[done:first], f"B-{kind}", *[f"I-{kind}"] * (len(name) - 1)]
        done = last
    return new_words + words[done:], new_tags + tags[done:]


def spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """The spans (first word, end word, kind) of BIO tags."""
    found, start = set(), None
    for place, tag in enumerate([*tags, "O"]):
        if start is not None and (tag == "O" or tag[0] == "B" or tag[2:] != tags[start][2:]):
            found.add((start, place, tags[start][2:]))
            start = None
        if tag != "O" and start is None:
            start = place
    return found
