"""Malay word forms made from a root: generated once into a lexicon, so that nothing is stemmed while reading.

Of nasal assimilation Malay has the rules of Indonesian (Asmah Haji Omar, *Nahu Melayu Mutakhir*; facts), so that one
function is shared. Affixes and clitics are listed anew: `pun` stands apart, and news has no `ku-` and `kau-`.
"""

from semeja.lang.forms import Form, Forms
from semeja.lang.id.morphology import nasal

# Affix code -> (prefix, suffix, voice). `N` ends a prefix whose nasal the first letter of the root picks.
AFFIXES: dict[str, tuple[str, str, str]] = {
    "me": ("meN", "", "active"),
    "mem": ("mem", "", "active"),
    "meng": ("meng", "", "active"),
    "me-kan": ("meN", "kan", "active"),
    "me-i": ("meN", "i", "active"),
    "di": ("di", "", "passive"),
    "di-kan": ("di", "kan", "passive"),
    "di-i": ("di", "i", "passive"),
    "ter": ("ter", "", "stative"),
    "ber": ("ber", "", "middle"),
    "be": ("be", "", "middle"),
    "word": ("", "", "middle"),
    "noun": ("", "", "noun"),
    "an": ("", "an", "noun"),
    "peN-an": ("peN", "an", "noun"),
    "per-an": ("per", "an", "noun"),
}
# With `-nya` the other party is pronominal (agent of a passive, owner of a noun, object else).
_TAILS = (("", False), ("nya", True), ("lah", False))


def load_forms() -> Forms:
    """The maker of forms of this language."""
    return surface_forms


def surface_forms(root: str, affix: str) -> tuple[Form, ...]:
    """Every written form of a root under an affix code, with clitics and particles.

    A root of several words carries the affix on its first word and the tail on its last. KeyError: no such code.
    """
    prefix, suffix, voice = AFFIXES[affix]
    first, *rest = root.split(" ")
    heads = nasal(prefix, first) if prefix.endswith("N") else (prefix + first,)
    stems = [" ".join([head + suffix, *rest]) for head in heads]
    return tuple(Form(stem + tail, root, voice, suffix, clitic) for stem in stems for tail, clitic in _TAILS)
