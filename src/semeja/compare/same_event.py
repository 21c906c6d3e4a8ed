"""Whether two clauses tell one event."""

from collections.abc import Iterable

from semeja.compare.tellings import SPEECH_ACTS, Telling
from semeja.compare.times import compatible
from semeja.compare.tokens import aligned, missing_weights
from semeja.records.dossier import Time
from semeja.records.reading import CodedEvent

SAME_CONTENT = 0.5
"""Share of the shorter content's keys that two clauses must share to tell one event (field guide, section 9)."""
SAME_CONTENT_OF_NEAR_ACT = 0.65
"""The same where one report has an offer and the other a promise: two acts on one topic are likelier then."""
LONGEST_BESIDE_ONE = 2
"""Keys of the longest content that one key alone can be the same as; more tell more than that one."""
SAME_CLAUSE = 0.4
"""The same for whole clauses, where a content is missing."""
MOST_OF_CLAUSE, FEWEST_OF_CLAUSE = 0.65, 3
"""Share of the clause, and words of it, that are enough where the contents share too little."""
ANY_DISASTER = "disaster"
"""The mode of a disaster that only its verb tells."""
HAPPENED = frozenset({"actual", "historical"})
AHEAD = frozenset({"future", "intended"})
ANSWERS = frozenset({"AGREE", "CONCEDE", "REJECT", "DENY"})
"""Types whose content may be `tuntutan tersebut`: between the same parties it is taken for what they differ on."""
NEAR_ACTS = (frozenset({"demand", "request"}), frozenset({"commitment", "offer"}),
             frozenset({"commitment", "next_step"}), frozenset({"agreement", "next_step", "acceptance"}))  # fmt: skip


def same_event(left: Telling, right: Telling) -> bool:
    """The same kind of act, parties that agree, times that can be one, and the same content."""
    a, b = left.coded, right.coded
    if a.type != b.type or a.polarity != b.polarity or stage(a) != stage(b) or not _near(a.act, b.act):
        return False
    if not _same_parties(left, right) or not _same_time(left, right):
        return False
    if a.type == "OCCUR":
        return _same_place(left, right) and (a.mode == b.mode or _one_disaster(left, right))
    if _faceless(left) and _faceless(right) and not _same_place(left, right):
        return False
    if a.type == "CONSULT" or a.act == b.act == "next_step":
        return True
    if a.type == "DENY" and left.denies and right.denies and left.denies == right.denies:
        return True
    return _same_content(left, right)


def stage(coded: CodedEvent) -> str:
    """Acts of speech are done when they are said; deeds happened now or long ago, are ahead, or hang on a condition."""
    if coded.type in SPEECH_ACTS:
        return "said"
    return "ahead" if coded.modality in AHEAD else coded.modality


def _same_place(left: Telling, right: Telling) -> bool:
    return left.place is None or right.place is None or left.place == right.place


def _faceless(telling: Telling) -> bool:
    """Whether any crowd may have done it: `mahasiswa` of two towns are two."""
    return all(one.startswith("group:") for one in telling.actor_parties)


def _one_disaster(left: Telling, right: Telling) -> bool:
    """`Banjir menerjang` may be read by its verb as some disaster: it is a flood where the clause has that word."""
    for one, other in ((left, right), (right, left)):
        if one.coded.mode == ANY_DISASTER and any(other.coded.mode in token.senses for token in one.clause):
            return True
    return False


def _near(left: str | None, right: str | None) -> bool:
    return left == right or left is None or right is None or any({left, right} <= acts for acts in NEAR_ACTS)


def _same_time(left: Telling, right: Telling) -> bool:
    """Times that can be one. The time in what is asked or promised is not that of the act, which is said but once."""
    if stage(left.coded) == "said" and "next_step" not in (left.coded.act, right.coded.act):
        return True
    return compatible(_value(left.date), _value(right.date))


def _value(time: Time | None) -> str | None:
    return time.value if time else None


def _same_parties(left: Telling, right: Telling) -> bool:
    """Parties agree when one side names a subset of the other; who is unnamed contradicts nobody."""
    if left.coded.type == "CONSULT" or left.coded.act == right.coded.act == "next_step":
        a = left.actor_parties | left.recipient_parties
        b = right.actor_parties | right.recipient_parties
        return bool(a) and bool(b) and len(a & b) >= min(2, len(a), len(b)) and (a <= b or b <= a)
    a, b = left.recipient_parties, right.recipient_parties
    return _agree(left.actor_parties, right.actor_parties, left, right) and (a <= b or b <= a or _unnamed(a, b))


def _unnamed(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one side only says what kind of people were meant, where the other names their body."""
    crowds = [all(one.startswith("group:") for one in side) for side in (left, right)]
    bodies = [all(one.startswith("organisation:") for one in side) for side in (left, right)]
    return (crowds[0] and bodies[1]) or (crowds[1] and bodies[0])


def _agree(a: frozenset[str], b: frozenset[str], left: Telling, right: Telling) -> bool:
    """Actors of which one names no more than the other; an act without a named actor needs a recipient in common, or
    the same day and place and words."""
    if bool(a) == bool(b):
        return a <= b or b <= a
    if left.coded.type in SPEECH_ACTS:
        return False
    return bool(left.recipient_parties & right.recipient_parties) or _same_scene(left, right)


def _same_scene(left: Telling, right: Telling) -> bool:
    """One day, one place and the same words: `ditembak di Seroja`, whoever shot."""
    if left.place is None or left.place != right.place or left.date is None or right.date is None:
        return False
    return left.date.value == right.date.value and _overlap(left, right, whole=True) >= SAME_CONTENT


def _same_content(left: Telling, right: Telling) -> bool:
    if left.points_back or right.points_back:
        return left.coded.type in ANSWERS
    if left.coded.act == right.coded.act == "offer" and differ_in_figures(left, right):
        return False
    if left.content and right.content:
        return _shares_enough(left, right)
    return _same_deed(left, right) or _overlap(left, right, whole=True) >= SAME_CLAUSE


def differ_in_figures(left: Telling, right: Telling) -> bool:
    """Whether both contents name figures, and none in common: an offer of Rp 8 miliar, then one of Rp 10 miliar."""
    figures = [{key for key in one.content_keys if key.isdigit()} for one in (left, right)]
    return all(figures) and figures[0].isdisjoint(figures[1])


def _shares_enough(left: Telling, right: Telling) -> bool:
    """Half of the shorter content, or most of the clause where a content was cut wrongly."""
    short, long = sorted((left.content, right.content), key=len)
    if len(short) == 1 and len(long) > LONGEST_BESIDE_ONE:
        return _one_word_is_enough(left, right, bool(aligned(short, long[:1])), bool(aligned(short, long)))
    asked = SAME_CONTENT if left.coded.act == right.coded.act else SAME_CONTENT_OF_NEAR_ACT
    if _overlap(left, right, whole=False) >= asked:
        return True
    return len(aligned(left.clause, right.clause)) >= FEWEST_OF_CLAUSE and (
        _overlap(left, right, whole=True) >= MOST_OF_CLAUSE
    )


def _one_word_is_enough(left: Telling, right: Telling, begins: bool, contains: bool) -> bool:
    """One word beside a long content, as in `serangan itu`: where the long one begins with it, in an answer or between
    the same two; in what was done between the same two, anywhere."""
    between = left.actor_parties == right.actor_parties and left.recipient_parties == right.recipient_parties
    two = between and bool(left.actor_parties) and bool(left.recipient_parties)
    done = left.coded.act is None and right.coded.act is None
    return (begins and (two or left.coded.type in ANSWERS)) or (contains and done and two)


def _overlap(left: Telling, right: Telling, whole: bool) -> float:
    """Share of the lighter side, by weight, that the other may mean too: of the whole clauses, or of the contents."""
    one, other = (left.clause, right.clause) if whole else (left.content, right.content)
    pairs = aligned(one, other)
    shared = sum(min(a.weight, b.weight) for a, b in pairs)
    missing = missing_weights(one, other, pairs, left.language != right.language)
    return shared / (shared + min(missing)) if shared else 0.0


def _same_deed(left: Telling, right: Telling) -> bool:
    """One deed between the same two sides: of the same mode, or on the same known day."""
    if stage(left.coded) == "said" or not left.actor_parties or not left.recipient_parties:
        return False
    if left.actor_parties != right.actor_parties or left.recipient_parties != right.recipient_parties:
        return False
    return left.coded.mode == right.coded.mode or (left.date is not None and right.date is not None)


def parties_fit(telling: Telling, group: Iterable[Telling]) -> bool:
    """Whether no member of a group contradicts the telling in parties or time; contents were compared with one."""
    return all(_same_parties(telling, other) and _same_time(telling, other) for other in group)
