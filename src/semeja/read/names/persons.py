"""Names of persons behind a title or by themselves."""

from semeja.read.names.page import Page

KNOWN = frozenset({"country", "adjective", "seat", "organisation", "media"})
LONGEST_NAME = 6


def name_end(page: Page, i: int) -> int:
    """The end of a person's name that starts at `i`; `i` itself when none does."""
    if not may_start(page, i):
        return i
    end = i + 1
    while end < page.passage.last and end - i < LONGEST_NAME:
        if page.joins(end):
            end += 1
        elif not page.capital(end) or closes(page, end):
            break
        else:
            end += 1
    return end


def may_start(page: Page, i: int) -> bool:
    """A capitalised word that is no known body or state and no common word."""
    if not page.capital(i) or page.listed("common_initial", i) or page.known(i, KNOWN):
        return False
    return not page.is_acronym(i) and (page.words[i].isalpha() or "-" in page.words[i] or "'" in page.words[i])


def closes(page: Page, i: int) -> bool:
    """A capitalised word at `i` that is no further part of the name: a body, a state, a day."""
    if page.is_acronym(i) and len(page.words[i]) > 3:
        return True
    known = page.known(i, KNOWN)
    return (known is not None and known.type != "adjective") or page.listed("common_initial", i)


def degrees_end(page: Page, i: int) -> int:
    """The end of academic degrees behind a name: `, S.H., M.Hum.`"""
    end, words, last = i, page.words, page.passage.last
    while (
        end + 2 < last
        and words[end] == ","
        and page.capital(end + 1)
        and words[end + 2] == "."
        and len(words[end + 1]) < 4
    ):
        end += 3
        while end + 1 < last and page.capital(end) and words[end + 1] == "." and len(words[end]) < 6:
            end += 2
        if end < last and page.capital(end) and len(words[end]) < 4 and words[end].isupper():
            end += 1
    return end
