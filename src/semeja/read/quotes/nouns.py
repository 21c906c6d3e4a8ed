"""Nouns of saying with their complement: `klaim S bahwa C`, `S's claim that C`."""

from semeja.lang.quoting import Cue
from semeja.read.quotes.history import History, resolved
from semeja.read.quotes.report import Report
from semeja.read.quotes.scene import NOWHERE, Scene, Unit, has_words, mention_at, mention_tokens
from semeja.read.quotes.voices import Voice, is_medium, voice_of


def noun_says(scene: Scene, unit: Unit, token: int, cue: Cue, own: Voice | None, history: History) -> Report | None:
    """A report by a noun whose owner stands before it (`S's`) or behind it, where a complementizer follows."""
    keys, tables = scene.tokens.keys, scene.tables
    first, last, number = _before(scene, unit, token)
    if number == NOWHERE:
        first, last, number = _behind(scene, unit, token)
    if number == NOWHERE or last >= unit.last or keys[last] not in tables.firm_that:
        return None
    if is_medium(scene, scene.mentions[number]) or not has_words(scene, last + 1, unit.last):
        return None
    voice = resolved(scene, voice_of(scene, [scene.mentions[number]]), history, own)
    return Report(cue, first, last, "before", voice, last + 1, unit.last, True, "noun")


def _before(scene: Scene, unit: Unit, token: int) -> tuple[int, int, int]:
    """`S's claim`: first token, end, the mention of S."""
    if token - 2 < unit.first or scene.tokens.keys[token - 1] not in scene.tables.possessive:
        return token, token, NOWHERE
    number = mention_at(scene, token - 2)
    return (mention_tokens(scene, number)[0] if number != NOWHERE else token), token + 1, number


def _behind(scene: Scene, unit: Unit, token: int) -> tuple[int, int, int]:
    """`klaim S`, `a claim by S`."""
    start = token + 1
    if start < unit.last and scene.tokens.keys[start] in scene.tables.by:
        start += 1
    number = mention_at(scene, start) if start < unit.last else NOWHERE
    return token, (mention_tokens(scene, number)[1] if number != NOWHERE else start), number
