"""Names of which the rules are not sure, by the learned part: what kind they are, one kind for a name in an article."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from semeja.lang.name_model import NameModel
from semeja.read.draft import Draft
from semeja.read.names.found import Found
from semeja.read.names.labelling import Span, enclosures, spans_in, stretches
from semeja.records.reading import Tokens
from semeja.text.keys import slug

Zoned = list[tuple[int, Found]]
Key = tuple[str, ...]
Votes = dict[Key, tuple[str, int]]
"""By the words of a name its kind and how many of them belong to it."""

UNSURE: Final = "person.name"
ENOUGH: Final = 1
"""Places of a name that are looked at: the first tells most, and the others are as it is."""
KINDS: Final = {"PERSON": "person", "PLACE": "place", "ORGANISATION": "organisation"}
RULES: Final = {"person": "person.learned", "place": "place.learned", "organisation": "body.learned"}

MOST: Final = 8
"""Names that are looked at in an article, so that a page of names costs no more; news has one or two."""


def with_learned(found: Zoned, draft: Draft, model: NameModel) -> Zoned:
    """The mentions with those that the rules left open made a person, place or body where the model takes them for one.

    What belongs to the name of a person of whom the rules are sure stays with that person.
    """
    tokens = draft.tokens
    sure = [words_of(one, tokens) for _, one in found if one.sure and one.kind == "person"]
    known = {word for words in sure for word in words}
    opened: Zoned = []
    asked: Counter[Key] = Counter()
    for sentence, one in found:
        if not is_open(one):
            continue
        words = words_of(one, tokens)
        if asked[words] < ENOUGH and len(opened) < MOST and not known.issuperset(words):
            opened.append((sentence, one))
            asked[words] += 1
    if not opened:
        return found
    votes = elected(opened, draft, model)
    return [
        (item[0], settled(item[1], words_of(item[1], tokens), votes)) if item[1].rule == UNSURE else item
        for item in found
    ]


def is_open(one: Found) -> bool:
    """A capitalised run that may be a person's name, and nothing says so."""
    return one.rule == UNSURE and not one.sure


def words_of(one: Found, tokens: Tokens) -> Key:
    """The keys of the words of the name proper."""
    return tokens.keys[one.head_first : one.head_last]


def elected(opened: Zoned, draft: Draft, model: NameModel) -> Votes:
    """The kind that each open name has most often; of equals the first of the alphabet."""
    counts: defaultdict[Key, Counter[tuple[str, int]]] = defaultdict(Counter)
    labelled: dict[int, dict[int, Span]] = {}
    for sentence, one in opened:
        if sentence not in labelled:
            places = [item.head_first for index, item in opened if index == sentence]
            labelled[sentence] = labels(draft, sentence, places, model)
        span = labelled[sentence].get(one.head_first)
        if span is not None:
            size = min(span[1], one.head_last) - one.head_first
            counts[words_of(one, draft.tokens)][KINDS[span[2]], size] += 1
    return {key: min(kinds, key=lambda kind: (-kinds[kind], kind)) for key, kinds in counts.items()}


def labels(draft: Draft, sentence: int, places: Iterable[int], model: NameModel) -> dict[int, Span]:
    """The names of a sentence by their first words, of the stretches in which `places` lie."""
    first, last = draft.sentences[sentence].first_token, draft.sentences[sentence].last_token
    words, keys = draft.tokens.words[first:last], draft.tokens.keys[first:last]
    inside = enclosures(words)
    wanted = [stretch for stretch in stretches(words) if any(stretch[0] <= i - first < stretch[1] for i in places)]
    found = (span for stretch in wanted for span in spans_in(words, keys, stretch, inside, model))
    return {first + start: (first + start, first + end, kind) for start, end, kind in found}


def settled(one: Found, words: Key, votes: Votes) -> Found:
    """The mention by the kind that its name was given."""
    if not is_open(one) or words not in votes:
        return one
    kind, size = votes[words]
    if kind == "person":
        place = one.first, one.last, one.head_first, one.head_last
        return Found(*place, kind, one.form, RULES[kind], one.id, one.name, one.offices, one.represents)
    last = one.head_first + size
    name = slug(" ".join(words[:size]))
    return Found(one.first, last, one.head_first, last, kind, "name", RULES[kind], id=f"{kind}:{name}")
