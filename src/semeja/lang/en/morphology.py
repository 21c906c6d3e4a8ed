"""English word forms made from a lemma: verb forms and noun plurals, generated once into a lexicon.

Spelling rules: doubling of a final consonant, silent e, y after a consonant (common grammar); irregular verbs are data.
"""

from collections.abc import Mapping

from semeja.lang.forms import Form, Forms
from semeja.lang.table import read_table

# Endings with the stress on the last syllable.
_DOUBLING = ("mit", "cur", "pel", "bel", "gret", "refer", "prefer", "confer", "defer", "deter", "abet", "debar")
_VOWELS = frozenset("aeiou")
AFFIXES = frozenset({"verb", "noun", "word", "person"})


def load_forms() -> Forms:
    """The maker of forms of this language, with its irregular verbs."""
    irregular = {row[0]: (row[1], row[2]) for row in read_table("en", "irregular_verbs")}
    return lambda root, affix: surface_forms(root, affix, irregular)


def surface_forms(root: str, affix: str, irregular: Mapping[str, tuple[str, str]]) -> tuple[Form, ...]:
    """Every written form of a lemma: `verb` (all its forms), `noun` (singular, plural), `word` (as it is).

    In a lemma of several words the verb is the first and the noun the last. `irregular`: lemma -> (past, participle).
    """
    if affix == "verb":
        first, *rest = root.split(" ")
        return tuple(
            Form(" ".join([form, *rest]), root, voice, "", False) for form, voice in verb_forms(first, irregular)
        )
    if affix == "noun":
        *front, last = root.split(" ")
        return tuple(Form(" ".join([*front, form]), root, "noun", "", False) for form in (last, plural(last)))
    return (Form(root, root, "person" if affix == "person" else "middle", "", False),)


def verb_forms(lemma: str, irregular: Mapping[str, tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """(form, voice) of a verb: infinitive, third person, past (and participle where it differs), gerund."""
    past, participle = irregular.get(lemma, (regular_past(lemma), regular_past(lemma)))
    forms = [(lemma, "infinitive"), (third_person(lemma), "active"), (gerund(lemma), "gerund")]
    if lemma[-1] == "l" and lemma[-2] in _VOWELS and past == lemma + "ed":
        forms += [(lemma + "led", "past"), (lemma + "ling", "gerund")]
    if past == participle:
        return (*forms, (past, "past"))
    return (*forms, (past, "active"), (participle, "participle"))


def third_person(lemma: str) -> str:
    """`deny` -> `denies`, `push` -> `pushes`, `reject` -> `rejects`."""
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


plural = third_person


def regular_past(lemma: str) -> str:
    """`deny` -> `denied`, `agree` -> `agreed`, `ban` -> `banned`."""
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return (lemma + lemma[-1] if _doubles(lemma) else lemma) + "ed"


def gerund(lemma: str) -> str:
    """`strike` -> `striking`, `agree` -> `agreeing`, `ban` -> `banning`."""
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return lemma[:-1] + "ing"
    return (lemma + lemma[-1] if _doubles(lemma) else lemma) + "ing"


def _doubles(lemma: str) -> bool:
    # Stress decides in longer words (admit, but visit); the few that double are told by their endings.
    if len(lemma) < 3 or lemma[-1] in _VOWELS or lemma[-1] in "wxy" or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS:
        return False
    return sum(mark in _VOWELS for mark in lemma) == 1 or lemma.endswith(_DOUBLING)
