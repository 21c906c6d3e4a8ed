"""Marks of provenance and of correction."""

from semeja.read.credits.corrections import find_corrections
from semeja.read.credits.lines import article_credits
from semeja.read.credits.own import own_names
from semeja.read.credits.photos import photo_credits
from semeja.read.credits.relays import relay_credits
from semeja.read.draft import Draft
from semeja.records.reading import Credit

__all__ = ["find_corrections", "find_credits"]


def find_credits(draft: Draft) -> tuple[Credit, ...]:
    """Relay marks, source lines, photo credits in order; where two marks overlap, the one that starts first stays."""
    own = own_names(draft)
    whole = article_credits(draft, own)
    found = [*whole, *photo_credits(draft), *relay_credits(draft, own, [credit.name for credit in whole])]
    kept: list[Credit] = []
    for credit in sorted(found, key=lambda credit: (credit.start, -credit.end)):
        if not kept or credit.start >= kept[-1].end:
            kept.append(credit)
    return tuple(kept)
