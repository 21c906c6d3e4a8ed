"""What the learned part of the naming stage sees of a word: its attributes, and in which roles they count.

The same functions serve training (`data/train_names.py`) and reading, so that both see the same.
"""

from collections.abc import Iterable, Iterator, Mapping

Lexicon = Mapping[str, tuple[tuple[str, str], ...]]
"""By word in lower case its (kind, attribute) pairs: `m` one of 128 distributional classes, `c` one of 32 or 400, `g`
word lists and gazetteers, `v` Indonesian regions down to villages, `n` how NERP tags it, `t` how POSP tags it, `l` how
often it stands in lower case, `i` how IndoCoref tags it."""

ROLES: Mapping[str, frozenset[str]] = {
    "0": frozenset("wsamcgvntli"),
    "-1": frozenset("wsemcgnt"),
    "+1": frozenset("wsemcgnt"),
    "-2": frozenset("wm"),
    "+2": frozenset("wm"),
    "before": frozenset("wmg"),
    "behind": frozenset("wmg"),
    "first": frozenset("wmcgn"),
    "last": frozenset("wmcgnvi"),
}
"""By role the kinds of attributes that count: the word itself, its neighbours, the words before, behind, first and last
of its run of capitalised words. `w` is the word, `s` its shape, `a` its affixes, `e` its last three letters."""

START, END = "<", ">"
"""What stands before the first and behind the last word of a sentence."""

MARKS = ("", "quoted", "enclosed", "quotedenclosed")
"""What may stand around a word: quotation marks, brackets, both or neither."""

LONGEST_LENGTH, LONGEST_PLACE = 5, 3
"""Words of a run of capitalised words, and places in it, that are told apart."""

UNKNOWN = ("c", "?"), ("n", "?"), ("l", "?")
LONGEST_AFFIX = 4
LONGEST_SHAPE = 12
QUOTES = str.maketrans("“”„«»‘’`", '"""""\'\'\'')


def attributes(word: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """The (kind, attribute) pairs of a word as written."""
    word = word.translate(QUOTES)
    lower = word.lower()
    yield "w", lower
    yield "s", shape(word)
    for size in range(1, min(LONGEST_AFFIX, len(lower) - 1) + 1):
        yield "a", f"{lower[:size]}-"
        yield "a", f"-{lower[-size:]}"
    if len(lower) > 3:
        yield "e", lower[-3:]
    small = not word[:1].isupper()
    for kind, attribute in lexicon.get(digitless(lower), UNKNOWN):
        if not (small and kind == "v"):
            yield kind, attribute


def digitless(word: str) -> str:
    """The word with every digit as `0`: numbers of one length are one word."""
    return word if word.isalpha() else "".join("0" if letter.isdigit() else letter for letter in word)


def shape(word: str) -> str:
    """`X` for capitals, `x` for small letters, `d` for digits, marks as they are, without repeats but of the first."""
    found = ""
    for letter in word[:LONGEST_SHAPE]:
        kind = "X" if letter.isupper() else "x" if letter.islower() else "d" if letter.isdigit() else letter
        if len(found) < 2 or found[-1] != kind:
            found += kind
    return found


def role_features(role: str, word: str, lexicon: Lexicon) -> list[str]:
    """The features that a word gives in a role."""
    return features_in(role, attributes(word, lexicon))


def features_in(role: str, found: Iterable[tuple[str, str]]) -> list[str]:
    """The features that attributes give in a role."""
    kinds = ROLES[role]
    return [f"{role}|{kind}|{value}" for kind, value in found if kind in kinds]


def run_feature(length: int, place: int) -> str:
    """The feature of a place in a run of that length."""
    return f"run {length} {place}"
