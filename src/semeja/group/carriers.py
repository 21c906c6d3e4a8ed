"""Which texts carry the same fingerprints: an inverted index of numbers in arrays, made by sorting in pieces."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count, repeat
from operator import eq, rshift

import msgspec

from semeja.group.fingerprints import fingerprints, grams_of

MOST_CARRIERS = 24
"""The first so many carriers of a print are compared each with each; a later one with the first and the one before it:
a text that 200 outlets print verbatim stays in one piece, the work grows with the articles, not their pairs, and no
pair is lost when one more text comes."""
NUMBER_BITS = 24
"""Bits of a posting that number the text; the other 40 are of the print, so that of the 16 million prints of 100,000
articles some hundred meet by chance, which the look at the words finds out."""
PIECES = 64
"""The postings are sorted in so many pieces, by the low bits of the print: beside them only one is held as a list."""

_PRINT = (1 << (64 - NUMBER_BITS)) - 1
_NUMBER = (1 << NUMBER_BITS) - 1


class Carriers(msgspec.Struct, frozen=True):
    """The texts of each print that more than one has, and where each text stands among them.

    `members`: numbers of texts, print by print, ascending within one; `firsts`: for each place in it the place where
    its print begins; `places`: for each text those of its places before which another text stands; `prints`: how many
    prints each text has in all.
    """

    members: "array[int]"
    firsts: "array[int]"
    places: "list[array[int]]"
    prints: "array[int]"

    def before(self, number: int) -> Counter[int]:
        """Earlier texts that the text is to be compared with -> prints that the two have in common."""
        common: Counter[int] = Counter()
        for place in self.places[number]:
            first = self.firsts[place]
            if place - first < MOST_CARRIERS:
                common.update(self.members[first:place])
            else:
                common.update((self.members[first], self.members[place - 1]))
        return common


def shared_prints(texts: Iterable[Sequence[str]]) -> Carriers:
    """The inverted index of the texts' prints, without those that one text alone has. Texts are numbered as they come.

    Raises `OverflowError` for more texts than `NUMBER_BITS` can number.
    """
    pieces = [array("Q") for _ in range(PIECES)]
    prints = array("I")
    for number, words in enumerate(texts):
        if number > _NUMBER:
            raise OverflowError(f"more than {_NUMBER} texts in one search")
        found = fingerprints(grams_of(words))
        prints.append(len(found))
        for print_ in found:
            pieces[print_ % PIECES].append(((print_ // PIECES) & _PRINT) << NUMBER_BITS | number)
    members, firsts = array("I"), array("I")
    places = [array("I") for _ in prints]
    for piece in pieces:
        for run in _runs(sorted(set(piece))):
            first = len(members)
            members.extend(run)
            firsts.extend(repeat(first, len(run)))
            for place, number in enumerate(run[1:], first + 1):
                places[number].append(place)
        del piece[:]
    return Carriers(members, firsts, places, prints)


def _runs(postings: list[int]) -> Iterator[list[int]]:
    """The numbers of each print that more than one text has, from sorted postings."""
    prints = list(map(rshift, postings, repeat(NUMBER_BITS)))
    run: list[int] = []
    last = -1
    for at in compress(count(), map(eq, prints, prints[1:])):
        if at != last:
            yield run
            run = [postings[at] & _NUMBER]
        last = at + 1
        run.append(postings[last] & _NUMBER)
    yield run
