"""Who governs, told without a name: `urged the government`, `pressure on the cabinet` of the country of the story."""

from collections import Counter
from collections.abc import Mapping

from semeja.read.draft import Draft
from semeja.read.events.bodies import taken_tokens
from semeja.read.events.items import EMPTY
from semeja.records.reading import Mention


def home_powers(draft: Draft, mentions: Mapping[int, tuple[int, Mention]]) -> dict[int, tuple[int, Mention]]:
    """Each `the government` that something is done to or by: its first token -> its last, mention.

    It stands for the country that the article names most often, if there is one such. `mentions`: those known.
    """
    tables, keys = draft.pack.coding, draft.tokens.keys
    found: dict[int, tuple[int, Mention]] = {}
    if not tables.home_powers or tables.home_powers.isdisjoint(keys):
        return found
    home, taken = _home(draft), taken_tokens(mentions)
    for at, key in enumerate(keys):
        if home and key in tables.home_powers and at not in taken and _is_object(draft, at):
            start, end = draft.tokens.starts[at - 1], draft.tokens.ends[at]
            rule = f"{draft.pack.code}.event.home-power"
            found[at - 1] = (at, Mention(start, end, start, end, "country", "role", (home,), rule))
    return found


def _home(draft: Draft) -> str | None:
    """The country that is named most often, or in which the places lie if none is named; None: none, or two alike."""
    named = Counter(one for mention in draft.mentions for one in mention.entities if one.startswith("country:"))
    if not named:
        lands = {one.id: f"country:{one.iso3}" for one in draft.cast if one.kind == "place" and one.iso3}
        named = Counter(lands[one] for mention in draft.mentions for one in mention.entities if one in lands)
    (first, many), (_, fewer) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    return first if many > fewer else None


def _is_object(draft: Draft, at: int) -> bool:
    """Does it stand alone, behind its article and a verb, a preposition or `if`?"""
    tables, keys = draft.pack.coding, draft.tokens.keys
    if at < 2 or "article" not in tables.words.get(keys[at - 1], EMPTY).roles:
        return False
    before = tables.words.get(keys[at - 2], EMPTY)
    after = keys[at + 1] if at + 1 < len(keys) else "."
    alone = not after[0].isalnum() or bool(tables.words.get(after, EMPTY).roles)
    return alone and bool(before.senses or not before.roles.isdisjoint(("prep", "cond")))
