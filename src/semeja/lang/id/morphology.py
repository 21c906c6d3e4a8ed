"""Indonesian word forms made from a root: generated once into a lexicon, so that nothing is stemmed while reading.

An affix code names a derivation as grammars write it (`me-kan`, `di`, `peN-an`). Rules of nasal assimilation: Sneddon,
*Indonesian: A Comprehensive Grammar* (facts); both forms are made where usage wavers (`memproses`, `menyubsidi`).
"""

from semeja.lang.forms import Form, Forms

_VOWELS = frozenset("aiueo")
_MONOSYLLABLES = frozenset({"bom", "cek", "cat", "las", "lap", "pel", "sah", "tik", "rem", "bor", "cor", "lem", "tes"})

# Affix code -> (prefix, suffix, voice). `N` ends a prefix whose nasal the first letter of the root picks.
AFFIXES: dict[str, tuple[str, str, str]] = {
    "me": ("meN", "", "active"),
    "me-kan": ("meN", "kan", "active"),
    "me-i": ("meN", "i", "active"),
    "memper": ("memper", "", "active"),
    "memper-kan": ("memper", "kan", "active"),
    "memper-i": ("memper", "i", "active"),
    "di": ("di", "", "passive"),
    "di-kan": ("di", "kan", "passive"),
    "di-i": ("di", "i", "passive"),
    "diper": ("diper", "", "passive"),
    "diper-kan": ("diper", "kan", "passive"),
    "diper-i": ("diper", "i", "passive"),
    "ter": ("ter", "", "stative"),
    "ter-kan": ("ter", "kan", "stative"),
    "ke-an": ("ke", "an", "noun"),
    "ber": ("ber", "", "middle"),
    "ber-an": ("ber", "an", "middle"),
    "se": ("se", "", "middle"),
    "word": ("", "", "middle"),
    "bare": ("", "", "bare"),
    "kan": ("", "kan", "bare"),
    "i": ("", "i", "bare"),
    "per-kan": ("per", "kan", "bare"),
    "noun": ("", "", "noun"),
    "an": ("", "an", "noun"),
    "peN-an": ("peN", "an", "noun"),
    "per-an": ("per", "an", "noun"),
    "pem-an": ("pem", "an", "noun"),
    "peN": ("peN", "", "person"),
}
# What hangs on a word: with `-nya` the other party is pronominal (agent of a passive, owner of a noun, object else).
_TAILS = (("", False), ("nya", True), ("lah", False), ("pun", False), ("kah", False))
_PROCLITICS = ("ku", "kau")


def load_forms() -> Forms:
    """The maker of forms of this language."""
    return surface_forms


def nasal(prefix: str, root: str) -> tuple[str, ...]:
    """`meN`/`peN` joined to a root, the usual form first: ("meN", "tolak") -> ("menolak",)."""
    stem, first = prefix[:-1], root[0]
    if root in _MONOSYLLABLES:
        return (f"{stem}nge{root}", f"{stem}m{root}") if first == "b" else (f"{stem}nge{root}",)
    cluster = len(root) > 1 and root[1] not in _VOWELS and root[1] not in "gy"
    if first in "lmrwy" or root.startswith(("ny", "ng")) or first == "n":
        return (stem + root,)
    if first in "bfv":
        return (f"{stem}m{root}",)
    if first in "cdjz":
        return (f"{stem}n{root}",)
    if first in _VOWELS or first in "ghq" or root.startswith("kh"):
        return (f"{stem}ng{root}",)
    dropped = {"p": "m", "t": "n", "k": "ng", "s": "ny"}[first] if first in "ptks" else ""
    kept = {"p": "m", "t": "n", "k": "ng", "s": "n"}.get(first, "n")
    forms = (stem + dropped + root[1:], stem + kept + root)
    return forms[::-1] if cluster else forms[:1]


def surface_forms(root: str, affix: str) -> tuple[Form, ...]:
    """Every written form of a root under an affix code, with clitics and particles.

    A root of several words carries the affix on its first word and the tail on its last. KeyError: no such code.
    """
    prefix, suffix, voice = AFFIXES[affix]
    first, *rest = root.split(" ")
    heads = nasal(prefix, first) if prefix.endswith("N") else (_joined(prefix, first),)
    stems = [" ".join([head + suffix, *rest]) for head in heads]
    tails = _TAILS[:2] if rest else _TAILS
    forms = [Form(stem + tail, root, voice, suffix, clitic) for stem in stems for tail, clitic in tails]
    if voice == "bare" and not rest:
        forms += [Form(clitic + first + suffix, root, "passive", suffix, True) for clitic in _PROCLITICS]
    return tuple(forms)


def _joined(prefix: str, first: str) -> str:
    # ber-/ter- lose their r before another r, and in bekerja; di-/ke-/per- never change.
    if prefix in ("ber", "ter", "per") and first.startswith("r"):
        return prefix[:-1] + first
    if prefix == "ber" and first[1:3] == "er" and first[3:4] not in _VOWELS:
        return "be" + first
    return prefix + first
