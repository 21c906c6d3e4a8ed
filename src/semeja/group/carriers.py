"""Which texts carry the same fingerprints: an inverted index of numbers in arrays, made by sorting in pieces."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count, repeat
from operator import eq, rshift

import msgspec

from semeja.group.fingerprints import fingerprints

MOST_CARRIERS = 24
"""The first so many carriers of a print are compared each with each; a later one with the first and the one before it:
a text that 200 outlets print verbatim stays in one piece, the work grows with the articles, not their pairs, and no
pair is lost when one more text comes."""
NUMBER_BITS = 24
"""Bits of a posting that number the text; those above are of the print."""
PIECE_BITS = 6
"""Low bits of a print that say in which piece its postings are sorted: only one piece at a time is held as a list."""

_NUMBER = (1 << NUMBER_BITS) - 1
_PIECE = (1 << PIECE_BITS) - 1


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
    pieces = [array("Q") for _ in range(1 << PIECE_BITS)]
    prints = array("I")
    for number, words in enumerate(texts):
        if number > _NUMBER:
            raise OverflowError(f"more than {_NUMBER} texts in one search")
        found = fingerprints(words)
        prints.append(len(found))
        for print_ in found:
            pieces[print_ & _PIECE].append(print_ >> PIECE_BITS << NUMBER_BITS | number)
    members, firsts = array("I"), array("I")
    places = [array("I") for _ in prints]
    for piece in pieces:
        for run in _runs(sorted(piece)):
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
