"""Which quotes render one utterance: the same speaker, and a sentence of the same meanings, in any language.

Sentences are compared by the weight of their words that may mean the same, over the weight of all (Dice 1945 with
weights). A pair must be the best for both sentences in the two articles. What contradicts settles it first: another
amount, the opposite, a denial of which the other sentence knows nothing, something only supposed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from semeja.compare.entities import Cast
from semeja.compare.tokens import Token, aligned, missing_weights
from semeja.compare.utterances import Utterance
from semeja.lang.meaning import opposites_of

ALIKE, ALIKE_ABROAD = 0.58, 0.4
"""Likeness from which two sentences of one language, or of two, render one. Translations of one utterance share 40 to
60 % of their lemmas (field guide, section 3); in one language sentences of one stance reach .55."""
CONTAINED = 0.75
"""Share of the shorter sentence from which it renders a part of the longer one."""
LEAST_SHARED, LEAST_CONTAINED = 2.0, 2.5
"""Weight that must be shared; for a part of a sentence it must be more."""
NEARLY_EQUAL = 0.75
"""Likeness from which sentences of which only `SHORT` is shared are one: `No decision yet`."""
SHORT = 1.0
NEXT_TO_ALIKE = 0.27
"""Likeness that is enough between languages where the sentence before or behind is the same in both articles."""
OTHER_SPEAKER = 1.3
"""How much more likeness is asked where one article names the body and the other who speaks for it."""
SLIP, SLIP_SHARED = 0.85, 6.0
"""Likeness and shared weight from which another amount is a slip in the same statement, and no other statement."""
MUCH_LONGER = 1.6
"""From this ratio of weights on, the longer sentence may deny something that the shorter one leaves out."""
MOST_CANDIDATES = 30
"""Sentences with which one is compared, those that share most keys first: bounds the work in a large story."""
MOST_UNDER_KEY = 300
"""Sentences of one speaker that are found by one key, the first ones, for the same reason."""

Number = int
Pair = tuple[Number, Number]
Shape = tuple[object, ...]


class Match(msgspec.Struct, frozen=True):
    """How alike two sentences are, and whether that is enough by itself."""

    likeness: float
    enough: bool
    near: bool


def same_utterances(cast: Cast, utterances: Sequence[Utterance]) -> set[tuple[str, str]]:
    """Pairs of ids of quotes of two articles that render one utterance."""
    links: set[tuple[str, str]] = set()
    for numbers in _by_speaker(cast, utterances):
        links |= {tuple(sorted((utterances[a].quote, utterances[b].quote))) for a, b in _links(utterances, numbers)}  # type: ignore[misc]
    return links


def _by_speaker(cast: Cast, utterances: Sequence[Utterance]) -> list[list[Number]]:
    """Sentences by who says them; a body's own with those of the persons who speak for it."""
    own: dict[str, list[Number]] = defaultdict(list)
    standing: dict[str, list[Number]] = defaultdict(list)
    for number, one in enumerate(utterances):
        for speaker in one.speaker:
            own[speaker].append(number)
            for body in cast.stands_for(speaker):
                standing[body].append(number)
    return [sorted({*own[who], *standing.get(who, ())}) for who in sorted(own)]


def _links(utterances: Sequence[Utterance], numbers: Sequence[Number]) -> set[Pair]:
    """The pairs that are one: each the best for both, or a part of the other; then what stands beside such a pair."""
    matches = _matches(utterances, numbers)
    best = _best(utterances, matches)
    links = {pair for pair, match in matches.items() if match.enough and _is_best(utterances, pair, match, best)}
    neighbours = _neighbours(utterances, links)
    beside = {
        pair
        for pair, match in matches.items()
        if match.near
        and tuple(_place(utterances[number]) for number in pair) in neighbours
        and _is_best(utterances, pair, match, best)
    }
    return links | beside


def _matches(utterances: Sequence[Utterance], numbers: Sequence[Number]) -> dict[Pair, Match]:
    under: dict[str, list[Number]] = defaultdict(list)
    found: dict[Pair, Match] = {}
    shapes: dict[Shape, int] = {}
    shape_of = {number: shapes.setdefault(_shape(utterances[number]), len(shapes)) for number in numbers}
    known: dict[tuple[int, int], Match | None] = {}
    for number in numbers:
        one = utterances[number]
        keys = sorted({sense for token in one.tokens for sense in token.senses})
        shared = Counter(other for key in keys for other in under[key] if utterances[other].article != one.article)
        ranked = sorted(shared, key=lambda other: (-shared[other], other))[:MOST_CANDIDATES]
        for other in ranked:
            pair = shape_of[other], shape_of[number]
            if pair not in known:
                known[pair] = compare(utterances[other], one)
            match = known[pair]
            if match:
                found[other, number] = match
        for key in keys:
            if len(under[key]) < MOST_UNDER_KEY:
                under[key].append(number)
    return found


def _shape(one: Utterance) -> Shape:
    """All of a sentence that `compare` looks at, wherever it stands: what 150 copies carry is compared once."""
    start = one.tokens[0].start if one.tokens else 0
    tokens = tuple((token.senses, token.weight, token.missing, token.start - start) for token in one.tokens)
    denied = frozenset(place - start for place in one.denied)
    condition = (one.condition[0] - start, one.condition[1] - start) if one.has_condition() else None
    return one.language, one.speaker, tokens, one.figures, one.negated, denied, one.supposed_not, condition


def compare(left: Utterance, right: Utterance) -> Match | None:
    """How alike two sentences are; None where they contradict each other or too little is shared."""
    abroad = left.language != right.language
    pairs = aligned(left.tokens, right.tokens)
    shared = sum(min(a.weight, b.weight) for a, b in pairs)
    missing = missing_weights(left.tokens, right.tokens, pairs, abroad)
    if not shared or _contradict(left, right, pairs, (shared + missing[0], shared + missing[1])):
        return None
    likeness = 2 * shared / (2 * shared + sum(missing))
    if _other_figures(left.figures, right.figures) and (likeness < SLIP or shared < SLIP_SHARED):
        return None
    contained = shared / (shared + min(missing))
    asked = OTHER_SPEAKER if not set(left.speaker) & set(right.speaker) else 1.0
    enough = (
        (likeness >= asked * (ALIKE_ABROAD if abroad else ALIKE) and shared >= LEAST_SHARED)
        or (contained >= asked * CONTAINED and shared >= LEAST_CONTAINED)
        or (likeness >= NEARLY_EQUAL and shared >= SHORT and asked == 1.0)
    )
    near = abroad and likeness >= NEXT_TO_ALIKE and asked == 1.0
    return Match(max(likeness, contained if enough else 0.0), enough, near) if enough or near else None


def _other_figures(left: frozenset[float], right: frozenset[float]) -> bool:
    """Whether each has an amount that the other has not; digits that changed places or zeros are a slip of the pen."""
    alone = left - right, right - left
    if not all(alone):
        return False
    return {_digits(one) for one in alone[0]} != {_digits(one) for one in alone[1]}


def _digits(value: float) -> str:
    return "".join(sorted(f"{value:.12g}".replace("0", "").replace(".", "")))


def _contradict(
    left: Utterance, right: Utterance, pairs: Sequence[tuple[Token, Token]], weights: tuple[float, float]
) -> bool:
    """One denies, or says the opposite of, what the other says; `not stop` and `continue` say the same.

    A denied word that the other has not is no contradiction: `tak ternilai` may be `priceless`.
    """
    if left.has_condition() and right.has_condition() and left.supposed_not != right.supposed_not:
        return True
    if _under_condition(left, right, pairs):
        return True
    opposed = _opposed(left, right, pairs)
    if left.negated == right.negated:
        return opposed
    if opposed or max(weights) >= MUCH_LONGER * min(weights):
        return False
    return any(a.start in left.denied or b.start in right.denied for a, b in pairs)


def _opposed(left: Utterance, right: Utterance, pairs: Sequence[tuple[Token, Token]]) -> bool:
    """Whether a word of one sentence means the opposite of a word of the other, neither of them met otherwise."""
    met = {token.start for token, _ in pairs}, {token.start for _, token in pairs}
    free = {token.senses[0] for token in left.tokens if token.start not in met[0]}
    opposites = {key for sense in free for key in opposites_of(sense)}
    return any(token.senses[0] in opposites for token in right.tokens if token.start not in met[1])


def _under_condition(left: Utterance, right: Utterance, pairs: Sequence[tuple[Token, Token]]) -> bool:
    """Whether what is shared is said in one sentence and only supposed in the other."""
    supposed = [sum(left.conditional(a) for a, _ in pairs), sum(right.conditional(b) for _, b in pairs)]
    return abs(supposed[0] - supposed[1]) > len(pairs) / 2


def _best(utterances: Sequence[Utterance], matches: Mapping[Pair, Match]) -> dict[tuple[Number, str], float]:
    """The greatest likeness of each sentence with any of another article."""
    best: dict[tuple[Number, str], float] = defaultdict(float)
    for (one, other), match in matches.items():
        for this, that in ((one, other), (other, one)):
            key = this, utterances[that].article
            best[key] = max(best[key], match.likeness)
    return best


def _is_best(
    utterances: Sequence[Utterance], pair: Pair, match: Match, best: Mapping[tuple[Number, str], float]
) -> bool:
    """Best for both; for one alone where the shorter sentence lies wholly in the longer: an utterance split in two."""
    one, other = pair
    places = [best[one, utterances[other].article], best[other, utterances[one].article]]
    return all(match.likeness >= top for top in places) or (
        match.likeness >= CONTAINED and any(match.likeness >= top for top in places)
    )


def _neighbours(utterances: Sequence[Utterance], links: Iterable[Pair]) -> set[tuple[object, ...]]:
    """Where the sentences right before and behind those that are one stand, in both articles."""
    found: set[tuple[object, ...]] = set()
    for one, other in links:
        for step in (1, -1):
            places = [_place(utterances[number], step) for number in (one, other)]
            found |= {tuple(places), tuple(reversed(places))}
    return found


def _place(one: Utterance, step: int = 0) -> tuple[str, tuple[str, ...], int]:
    return one.article, one.speaker, one.place + step
