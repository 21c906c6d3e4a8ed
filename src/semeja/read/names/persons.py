"""Names of persons: where one starts, where it ends, what hangs behind it."""

from typing import Final

from semeja.read.names.page import Page

KNOWN: Final = frozenset({"country", "adjective", "seat", "organisation", "media"})
LONGEST_NAME: Final = 6


def name_end(page: Page, i: int) -> int:
    """The end of a person's name that starts at `i`; `i` itself when none does."""
    if not may_start(page, i):
        return i
    large = page.large
    end, limit = i + 1, min(page.last, i + LONGEST_NAME)
    while end < limit and ((end + 1 in large and page.joins(end)) or (end in large and not closes(page, end))):
        end += 1
    return end


def may_start(page: Page, i: int) -> bool:
    """A capitalised word that is no known body or state and no common word."""
    if not page.capital(i) or page.listed("common_initial", i) or page.is_acronym(i):
        return False
    word = page.words[i]
    if page.names is not None and unheard_of(page, i):
        return False
    return page.known(i, KNOWN) is None and (word.isalpha() or is_word(word))


def is_word(word: str) -> bool:
    """Letters, perhaps with hyphens and apostrophes between."""
    return word.isalpha() or word.replace("-", "").replace("'", "").replace("’", "").isalpha()


def unheard_of(page: Page, i: int) -> bool:
    """In a headline most words are written large: there only what the body calls a person is one."""
    return page.names is not None and page.keys[i] not in page.names


def is_ordinary(page: Page, i: int) -> bool:
    """A common word without a further word of a name: `Kepala Sekolah Dasar`, but `Bintang Prakoso`."""
    if page.keys[i] not in page.tables.common or page.keys[i] in page.tables.given:
        return False
    return not page.capital(i + 1) or page.keys[i + 1] in page.tables.common


def closes(page: Page, i: int) -> bool:
    """A capitalised word at `i` that is no further part of the name: a body, a state, a day, a word of the headline."""
    if page.names is not None and unheard_of(page, i):
        return True
    if len(page.words[i]) > 3 and page.is_acronym(i):
        return True
    known = page.known(i, KNOWN)
    return (known is not None and known.type != "adjective") or page.keys[i] in page.lists["common_initial"]


def degrees_end(page: Page, i: int) -> int:
    """The end of academic degrees behind a name that ends at `i`: `, S.H., M.Hum.`, `, MBA`."""
    end = i
    while end + 1 < page.last and page.words[end] == ",":
        after = degree_end(page, end + 1)
        if after == end + 1:
            break
        end = after
    return end


def degree_end(page: Page, i: int) -> int:
    """`S.H.` is one word, `M.Hum.` four, `MBA` one."""
    word = page.words[i]
    if not page.capital(i):
        return i
    if word.endswith(".") or (word.isupper() and 2 <= len(word) <= 3 and page.listed("degree", i)):
        return i + 1
    if len(word) <= 2 and i + 2 < page.last and page.words[i + 1] == "." and page.capital(i + 2):
        return i + 3 + (i + 3 < page.last and page.words[i + 3] == ".")
    return i
