"""House furniture: lines that an outlet puts into its articles again and again, learned from all of its articles.

What a single article does not show (`Punya cerita? Kirimkan kepada kami.`) shows in three of one outlet. The lines are
found by counting alone, so they depend on the articles that there are, not on their order.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import msgspec

from semeja.lang.cleaning import CleaningTables, merged
from semeja.read.cleaning.lines import Line, has_quotes, is_sentence, split_lines
from semeja.records.article import Article

LEAST_ARTICLES: Final = 3
"""Articles with different titles in which a line must stand."""

MIN_WORDS, MAX_WORDS, MAX_LINES = 3, 45, 400
_WORD: Final = re.compile(r"[^\W_]+")
_ITEM: Final = "-•*–—·>|#"


class House(msgspec.Struct, frozen=True):
    """What an article has to say for the counting: its outlet's key, its title's key, the lines that may be furniture.

    `lines` are the words of the lines in lower case, one blank between.
    """

    outlet: str
    title: str
    lines: tuple[str, ...]


def possible_lines(article: Article, outlet: str, tables: Iterable[CleaningTables]) -> House:
    """The lines of an article that would be furniture if they came again.

    Only lines that report nothing: without number or quotation, and either no sentences, alone among sentences (items
    of a list are facts), or sentences that address the reader. So the background that an outlet repeats in each
    report, and what it takes from an agency, is never one.
    """
    known = merged(tuple(code for own in tables for code in own.codes))
    lines = split_lines(article.text)[:MAX_LINES]
    title = article.title or (lines[0].text if lines else "")
    found = {
        line_words(line)
        for place, line in enumerate(lines)
        if line.text != title and _may_repeat(line, known) and _reports_nothing(place, lines, known)
    }
    return House(outlet, " ".join(title.casefold().split()), tuple(sorted(found)))


def house_lines(houses: Iterable[House]) -> dict[str, frozenset[str]]:
    """The furniture of each outlet: lines in at least `LEAST_ARTICLES` articles with different titles."""
    titles: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for house in houses:
        for line in house.lines:
            titles[house.outlet, line].add(house.title)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for (outlet, line), under in titles.items():
        if len(under) >= LEAST_ARTICLES:
            found[outlet].add(line)
    return {outlet: frozenset(lines) for outlet, lines in found.items()}


def line_words(line: Line) -> str:
    """A line as the counting knows it."""
    return " ".join(line.words)


def _may_repeat(line: Line, tables: CleaningTables) -> bool:
    """Whether a line is of a furniture's length and holds neither number nor quotation, nor where the text is from."""
    if not MIN_WORDS <= len(line.words) <= MAX_WORDS or line.digits or line.text[0] in _ITEM or has_quotes(line):
        return False
    return line.text[-1] != ":" and tables.credited.isdisjoint(line.words)


def _addresses(line: Line, tables: CleaningTables) -> bool:
    """Whether a line speaks to the reader; `US` in capitals is a country."""
    if tables.address.isdisjoint(line.words):
        return False
    spoken = tables.address.intersection(line.words)
    return any(word.lower() in spoken and not word.isupper() for word in _WORD.findall(line.text))


def _reports_nothing(place: int, lines: list[Line], tables: CleaningTables) -> bool:
    """Whether a line addresses the reader, or is no sentence and stands alone between sentences."""
    if _addresses(lines[place], tables):
        return True
    if is_sentence(lines[place], tables.small):
        return False
    around = [lines[near] for near in (place - 1, place + 1) if 0 <= near < len(lines)]
    return all(line.text[-1] != ":" and is_sentence(line, tables.small) for line in around)
