"""Who and what an article names: mentions and the article's cast."""

from semeja.read.draft import Draft
from semeja.records.reading import Character, Mention


def find_names(draft: Draft) -> tuple[tuple[Character, ...], tuple[Mention, ...]]:
    """The cast and every mention in order; pronouns, clitics and demonstratives are there too, still unresolved."""
    return (), ()
