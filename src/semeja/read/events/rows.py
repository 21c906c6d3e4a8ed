"""Laying a sentence out as a row of items."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from semeja.lang.coding import CodingTables, Word
from semeja.read.draft import Draft
from semeja.read.events.bodies import bare_bodies
from semeja.read.events.items import ADVERB, CLAUSE_LINKS, EMPTY, PASSIVE_VERB, VERB, Item, Places
from semeja.read.events.powers import home_powers
from semeja.read.events.verbs import settle_nouns
from semeja.records.reading import Mention, Sentence, Tokens

# Marks and their kinds; a hyphen, which may stand inside a name, is a stop as well.
_MARKS: Final = {",": "comma", **dict.fromkeys('"“”„‟«»', "quote"), **dict.fromkeys(";:—–|/….!?", "stop")}
_BEFORE_VERB: Final = frozenset({"adverb", "future", "perfect", "neg", "progress", "modal", "must"})
# An article of more than this many tokens a sentence is no prose; the rest of the sentence is left uncoded.
LONGEST: Final = 240


def places_of(draft: Draft, telling: Sequence[int]) -> Places:
    """Where mentions and times stand, by their first token; of nested mentions the widest counts.

    `telling`: numbers of the sentences that are read; nouns that stand for a body are looked for there only.
    """
    starts, ends = draft.tokens.starts, draft.tokens.ends
    mentions: dict[int, tuple[int, Mention]] = {}
    clitics: dict[int, Mention] = {}
    covered = -1
    for mention in sorted(draft.mentions, key=_widest_first):
        at = bisect_right(ends, mention.start)
        if mention.form == "clitic":
            clitics[at] = mention
        elif at > covered and at < len(starts) and mention.kind != "media":
            covered = bisect_left(starts, mention.end, at) - 1
            mentions[at] = (covered, mention)
    ranges = [(draft.sentences[number].first_token, draft.sentences[number].last_token) for number in telling]
    bodies, powers = bare_bodies(draft, mentions, ranges), home_powers(draft, mentions)
    mentions.update(bodies)
    mentions.update(powers)
    times: dict[int, tuple[int, int]] = {}
    for index, time in enumerate(draft.times):
        at = bisect_right(ends, time.start)
        times.setdefault(at, (bisect_left(starts, time.end) - 1, index))
    return Places(mentions, clitics, times, mentions.keys() | times.keys())


def _widest_first(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


def items_of(draft: Draft, sentence: Sentence, places: Places) -> list[Item]:
    """The items of one sentence in order; brackets and what is in them are left out."""
    tables, keys, words = draft.pack.coding, draft.tokens.keys, draft.tokens.words
    plain, phrases, spots = tables.plain, tables.phrases, places.spots
    items: list[Item] = []
    mentioned = 0
    at, end = sentence.first_token, min(sentence.last_token, sentence.first_token + LONGEST)
    while at < end:
        key = keys[at]
        if at in spots:
            item = _spot(tables, keys, places, at, end)
            mentioned += item.kind != "time"
        elif (word := plain.get(key)) is not None:
            item = Item("word", at, at, word)
        elif (mark := _MARKS.get(key)) is not None:
            item = Item(mark, at, at)
        elif key == "(":
            at = _past_bracket(keys, at, end)
            continue
        elif not key[0].isalnum():
            item = Item("stop" if key == "-" and not _inside_word(draft.tokens, at, end) else "other", at, at)
        elif key not in phrases:
            item = _unknown(tables, keys, words[at], at, end)
        elif at + 1 in places.times and (parted := _parted(tables, keys, at, places.times[at + 1][0] + 1, end)):
            items += [Item("word", at, at, parted), Item("time", at + 1, places.times[at + 1][0])]
            at = items[-1].last + 2
            continue
        else:
            item = _phrase(tables, keys, words[at], at, end)
        items.append(item)
        at = item.last + 1
    settle_nouns(items, keys, sentence.zone == "title")
    if tables.owner_first:
        _own_roles(items)
    return join_mentions(items, tables.owner_first) if mentioned > 1 else items


def _spot(tables: CodingTables, keys: Sequence[str], places: Places, at: int, end: int) -> Item:
    """The time or mention that begins at a token."""
    time = places.times.get(at)
    if time is not None:
        return Item("time", at, min(time[0], end - 1))
    last, mention = places.mentions[at]
    last = _power_end(tables, keys, mention, last, end)
    word = tables.words.get(keys[at], EMPTY) if last == at else EMPTY
    if "determiner" in word.roles:
        # `her`, `its` before a noun are no party by themselves, but say whose the noun is.
        return Item("word", at, min(last, end - 1), word, mention, mention.entities)
    return Item("mention", at, min(last, end - 1), EMPTY, mention, mention.entities)


def _power_end(tables: CodingTables, keys: Sequence[str], mention: Mention, last: int, end: int) -> int:
    """`Colombia's government`, `Colombian troops`: the last token of a state with what acts for it."""
    if mention.kind != "country" or not tables.owner_first:
        return last
    after = last + 1 + (last + 1 < end and keys[last + 1] in ("'s", "’s"))
    if after < end and "power" in tables.words.get(keys[after], EMPTY).roles:
        return after
    return last


def _own_roles(items: list[Item]) -> None:
    """`Taiwan's vice foreign minister`: an office that nobody is named for acts for the state before it."""
    for at, item in enumerate(items):
        if item.kind != "mention" or item.entities or item.mention is None or item.mention.form != "role":
            continue
        back = at - 1
        while back > 0 and at - back < 4 and items[back].kind in ("other", "word") and not _parts(items[back]):
            back -= 1
        if back >= 0 and items[back].kind == "mention" and items[back].entities:
            item.entities = tuple(one for one in items[back].entities if one.startswith("country:"))


def _parts(item: Item) -> bool:
    return item.word.verbal or bool(item.word.roles & CLAUSE_LINKS) or bool(item.word.roles & {"prep", "and"})


def join_mentions(items: list[Item], owner_first: bool = True) -> list[Item]:
    """`A, B dan C` as one mention with the entities of all; a mention that starts a new clause stays apart.

    Where owners follow, `buruh PT X`, `warga Desa Y` are the group alone, `DPRD Kabupaten Y` is the body.
    """
    joined: list[Item] = []
    for index, item in enumerate(items):
        if item.kind != "mention":
            joined.append(item)
            continue
        if not owner_first and joined and _is_owned(joined[-1], item):
            joined[-1].last = item.last
            continue
        if _joins(joined, items, index):
            while joined[-1].kind != "mention":
                joined.pop()
            host = joined.pop()
            both = tuple(dict.fromkeys(host.entities + item.entities))
            item = Item("mention", host.first, item.last, mention=host.mention, entities=both)
        joined.append(item)
    return joined


def _is_owned(host: Item, owner: Item) -> bool:
    """Does a body or a place right after a group only tell whose, or from where?"""
    one, other = host.mention, owner.mention
    if one is None or other is None or host.kind != "mention":
        return False
    if one.kind == "organisation":
        return one.form == "name" and other.kind == "place"
    return one.kind == "group" and one.form != "pronoun" and other.kind in ("organisation", "place")


def _joins(joined: list[Item], items: list[Item], index: int) -> bool:
    """Does mention `index` belong to a list with the mention before `and` or a comma?"""
    if len(joined) < 2:
        return False
    article = 1 if "determiner" in joined[-1].word.roles and len(joined) > 2 else 0
    link = joined[-1 - article]
    by_and = "and" in link.word.roles
    if not by_and and not (link.kind == "comma" and _list_goes_on(items, index)):
        return False
    back = article + (3 if by_and and joined[-2 - article].kind == "comma" else 2)
    host = joined[-back].mention if len(joined) >= back else None
    own = items[index].mention
    if (
        host is None
        or own is None
        or own.form == "pronoun"
        or ("place" in (host.kind, own.kind) and host.kind != own.kind)
    ):
        return False
    if not by_and and host.kind != own.kind:
        return False
    before = joined[-back - 1].word if len(joined) > back else EMPTY
    # `kata A dan B`, `mendesak A dan B menarik pasukan`: both speak, both are asked.
    told = "report" in before.roles or "REQUEST" in before.types
    return told or not (_starts_clause(items, index) and _has_predicate(joined[:-back]))


def _has_predicate(joined: list[Item]) -> bool:
    """Is there a predicate since the last link, so that what follows may be a clause of its own?"""
    for item in reversed(joined):
        if item.word.verbal:
            return True
        if item.word.roles & CLAUSE_LINKS or item.kind in ("comma", "stop", "quote"):
            return False
    return False


def _list_goes_on(items: list[Item], index: int) -> bool:
    """Is a mention after a comma followed by `and` or `, and` and one more mention?"""
    rest = [item for item in items[index + 1 : index + 4] if item.kind != "comma"]
    return len(rest) >= 2 and "and" in rest[0].word.roles and rest[1].kind == "mention"


def _starts_clause(items: list[Item], index: int) -> bool:
    """Is the next thing after a mention, but for adverbs, a predicate?"""
    for item in items[index + 1 : index + 4]:
        if item.kind == "word" and item.word.verbal:
            return True
        if item.kind != "word" or item.word.roles.isdisjoint(_BEFORE_VERB):
            return False
    return False


def _phrase(tables: CodingTables, keys: Sequence[str], written: str, at: int, end: int) -> Item:
    """The phrase that begins at a token, else its word."""
    key = keys[at]
    if at + 1 < end and keys[at + 1] in tables.seconds[key]:
        for rest, word in tables.phrases[key]:
            last = at + len(rest)
            if last < end and keys[at + 1 : last + 1] == rest:
                return Item("word", at, last, word)
    known = tables.words.get(key)
    return Item("word", at, at, known) if known is not None else _unknown(tables, keys, written, at, end)


def _unknown(tables: CodingTables, keys: Sequence[str], written: str, at: int, end: int) -> Item:
    """A word that the tables do not hold: a verb or an adverb by its form, or anything else."""
    key = keys[at]
    if tables.markers and _is_infinitive(tables, keys, at, end):
        return Item("word", at, at, VERB)
    if written != key or key in tables.not_verbs:
        return Item("other", at, at)
    if tables.adverb_tail and key.endswith(tables.adverb_tail):
        return Item("word", at, at, ADVERB)
    if len(key) > 5 and key.startswith(tables.verb_prefixes):
        return Item("word", at, at, PASSIVE_VERB if key.startswith(tables.passive_prefixes) else VERB)
    return Item("other", at, at)


def _parted(tables: CodingTables, keys: Sequence[str], at: int, then: int, end: int) -> Word | None:
    """`called Thursday for`: a phrase of two words with a time between them."""
    if then >= end:
        return None
    return next((word for rest, word in tables.phrases.get(keys[at], ()) if rest == (keys[then],)), None)


def _is_infinitive(tables: CodingTables, keys: Sequence[str], at: int, end: int) -> bool:
    """An unknown word between `to` and an object is a verb (`to lower its tariffs`)."""
    if at == 0 or at + 1 >= end or keys[at - 1] not in tables.markers:
        return False
    return "determiner" in tables.words.get(keys[at + 1], EMPTY).roles


def _inside_word(tokens: Tokens, at: int, end: int) -> bool:
    """A hyphen without blanks ties a name (`Tanjung Seroja-Port Halden`)."""
    return tokens.keys[at] == "-" and 0 < at < end - 1 and tokens.ends[at - 1] + 1 == tokens.starts[at + 1]


def _past_bracket(keys: Sequence[str], at: int, end: int) -> int:
    for index in range(at + 1, min(end, at + 16)):
        if keys[index] == ")":
            return index + 1
    return at + 1
