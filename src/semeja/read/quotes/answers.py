"""Demands that the same sentence answers: where they end, and who answers."""

from typing import Final

from semeja.lang.quoting import Cue
from semeja.read.quotes.scene import NOWHERE, Scene, Unit, has_predicate, mention_at, pair_at
from semeja.read.quotes.voices import Voice, voice_of

_DEMAND: Final = 40


def answered(scene: Scene, unit: Unit, cue: Cue, end: int, first: int, voice: Voice) -> tuple[int, Voice | None]:
    """`A meminta C, tetapi B menolak`: where a demand ends, and who answers it."""
    if cue.kind != "ask":
        return end, None
    keys, tables = scene.tokens.keys, scene.tables
    for token in range(first + 1, min(end - 3, first + _DEMAND)):
        if keys[token] != "," or keys[token + 1] not in tables.but or pair_at(unit, token) is not None:
            continue
        number = mention_at(scene, token + 2)
        if number == NOWHERE or scene.mentions[number].kind == "place":
            continue
        answer = voice_of(scene, [scene.mentions[number]])
        if answer.entities and answer.entities != voice.entities and has_predicate(scene, token + 3, end):
            return token, answer
    return end, None
