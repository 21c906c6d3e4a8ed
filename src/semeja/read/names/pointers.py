"""Words that point at characters without naming them: pronouns, clitics, demonstratives, collectives."""

from typing import Final

from semeja.lang.naming import Phrase
from semeja.read.names.found import Found
from semeja.read.names.page import Page

THIS: Final = frozenset({"itu", "tersebut", "ini"})
THAT: Final = frozenset({"bahwa", "kalau"})
OF: Final = frozenset({"of", "for"})
BOTH: Final = frozenset({"kedua", "ketiga"})
LONGEST_DEMONSTRATIVE: Final = 8
SHORTEST_STEM: Final = 3
CLITIC: Final = "nya"
DEMONSTRATIVE_KINDS: Final = ("country", "organisation", "person", "group")


def pronoun_at(page: Page, i: int, phrase: Phrase) -> Found:
    """A pronoun; its sense (`third`, `speaker`, `speakers`, `inclusive`, `pair`) stays in the rule."""
    end = i + len(phrase.words)
    number, kind, sense = phrase.name.split()
    sense = "plural" if sense == "third" and number == "plural" else sense
    return Found(i, end, i, end, kind, "pronoun", f"pronoun.{sense}")


def group_at(page: Page, i: int, phrase: Phrase) -> Found:
    """A collective, or a body by what it is (`aliansi Barat`), which counts where the article names that body."""
    end = i + len(phrase.words)
    if phrase.type == "described":
        return Found(i, end, i, end, "organisation", "role", "described", id=phrase.id, sure=False)
    return Found(i, end, i, end, "group", "role", "group", id=phrase.id)


def pointer_at(page: Page, i: int) -> Found | None:
    """A pair, a demonstrative, or an `itu` that stands for a state."""
    return pair_at(page, i) or demonstrative_at(page, i) or dummy_at(page, i)


def pair_at(page: Page, i: int) -> Found | None:
    """`kedua menteri`, `kedua negara`, `kedua pihak`: the two of them."""
    if page.keys[i] not in BOTH or not page.listed("paired", i + 1):
        return None
    return Found(i, i + 2, i, i + 2, "any", "pronoun", "pronoun.pair")


def dummy_at(page: Page, i: int) -> Found | None:
    """`pernyataan Rusia bahwa itu tidak menimbulkan ancaman`: `itu` for a state or body, a calque of `it`."""
    if page.keys[i] != "itu" or not page.is_key(i - 1, THAT):
        return None
    return Found(i, i + 1, i, i + 1, "any", "pronoun", "pronoun.dummy")


def demonstrative_at(page: Page, i: int) -> Found | None:
    """`negara itu`, `aliansi tersebut`, `negara bekas jajahan Soviet itu`, `the alliance`."""
    kind = next((kind for kind in DEMONSTRATIVE_KINDS if page.listed(f"demonstrative_{kind}", i)), None)
    if kind is None:
        return called_by_kind(page, i)
    if kind == "person" and (page.listed("several", i - 1) or page.words[i - 1][0].isdigit()):
        return None
    if page.listed("definite", i - 1):
        return Found(i - 1, i + 1, i, i + 1, kind, "demonstrative", "demonstrative")
    for end in range(i + 1, min(i + LONGEST_DEMONSTRATIVE, page.last)):
        if page.keys[end] in THIS and page.tables.titles_first:
            return Found(i, end + 1, i, end, kind, "demonstrative", "demonstrative")
        if not page.keys[end][0].isalpha() or page.listed("clause", end):
            return None
    return None


def called_by_kind(page: Page, i: int) -> Found | None:
    """`the Front`, `the Guard`: a body by the last word of its name, written large and with nothing else large."""
    if not (page.listed("demonstrative_capital", i) and page.capital(i) and page.listed("definite", i - 1)):
        return None
    if page.capital(i + 1) or i + 1 >= page.last or page.is_key(i + 1, OF):
        return None
    return Found(i - 1, i + 1, i, i + 1, "organisation", "demonstrative", "demonstrative")


def clitic_at(page: Page, i: int) -> Found | None:
    """A `-nya` that may point at somebody; the rule says on what it hangs."""
    key = page.keys[i]
    if not page.tables.titles_first or len(key) < len(CLITIC) + SHORTEST_STEM or page.listed("plain_nya", i):
        return None
    stem = key.removesuffix(CLITIC).rstrip("-")
    if stem in page.lists["preposition_nya"]:
        on = "preposition"
    elif stem in page.lists["person_verb"]:
        on = "speech"
    elif stem.startswith(("me", "di")) and stem not in page.lists["me_noun"]:
        on = "verb"
    elif stem.startswith("se") and stem not in page.lists["se_noun"]:
        return None
    else:
        on = "noun"
    return Found(i, i + 1, i, i + 1, "any", "clitic", f"clitic.{on}")
