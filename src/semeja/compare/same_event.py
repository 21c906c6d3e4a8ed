"""Whether two clauses tell one event."""

from collections.abc import Iterable

from semeja.compare.tellings import SPEECH_ACTS, Telling
from semeja.compare.times import compatible
from semeja.records.dossier import Time
from semeja.records.reading import CodedEvent
from semeja.text.similarity import overlap

SAME_CONTENT = 0.5
"""Share of the shorter content's keys that two clauses must share to tell one event (field guide, section 9)."""
LONGEST_BESIDE_ONE = 2
"""Keys of the longest content that one key alone can be the same as; more tell more than that one."""
SAME_CLAUSE = 0.4
"""The same for whole clauses, where a content is missing."""
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
        return a.mode == b.mode and (left.place is None or right.place is None or left.place == right.place)
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
    return _agree(left.actor_parties, right.actor_parties, left, right) and (
        left.recipient_parties <= right.recipient_parties or right.recipient_parties <= left.recipient_parties
    )


def _agree(a: frozenset[str], b: frozenset[str], left: Telling, right: Telling) -> bool:
    """Actors of which one names no more than the other; an act without a named actor needs a recipient in common."""
    if bool(a) == bool(b):
        return a <= b or b <= a
    return left.coded.type not in SPEECH_ACTS and bool(left.recipient_parties & right.recipient_parties)


def _same_content(left: Telling, right: Telling) -> bool:
    if left.points_back or right.points_back:
        return left.coded.type in ANSWERS
    if left.coded.act == right.coded.act == "offer" and differ_in_figures(left, right):
        return False
    if left.content_keys and right.content_keys:
        return _shares_enough(left.content_keys, right.content_keys)
    return _same_deed(left, right) or overlap(left.clause_keys, right.clause_keys) >= SAME_CLAUSE


def differ_in_figures(left: Telling, right: Telling) -> bool:
    """Whether both contents name figures, and none in common: an offer of Rp 8 miliar, then one of Rp 10 miliar."""
    figures = [{key for key in one.content_keys if key.isdigit()} for one in (left, right)]
    return all(figures) and figures[0].isdisjoint(figures[1])


def _shares_enough(left: frozenset[str], right: frozenset[str]) -> bool:
    """Half of the shorter content; the one word of `serangan itu` is not enough beside a long content."""
    if min(len(left), len(right)) == 1 and max(len(left), len(right)) > LONGEST_BESIDE_ONE:
        return False
    return overlap(left, right) >= SAME_CONTENT


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
