"""One utterance as several articles give it, with the words marked in which the versions differ."""

import msgspec

from semeja.dossier.wording import Word, compare_wording, mark_words
from semeja.records.dossier import Dossier, Evidence, Quote


class Version(msgspec.Struct, frozen=True):
    """A version of an utterance, word by word beside the longest one, and all quotes that give it so."""

    quotes: tuple[Quote, ...]
    words: tuple[Word, ...]


class AlignedQuotes(msgspec.Struct, frozen=True):
    """An utterance and its versions; `differs_in`: in what they differ, as the contract names it."""

    speaker: tuple[str, ...]
    versions: tuple[Version, ...]
    differs_in: tuple[str, ...]


def single_quotes(dossier: Dossier) -> list[tuple[Quote, ...]]:
    """The quotes of no group in their order, those of the same words of the same speaker together."""
    found: dict[tuple[object, ...], list[Quote]] = {}
    for quote in dossier.quotes:
        if quote.group is None:
            key = quote.speaker, quote.kind, " ".join(quote.content.text.split()), quote.relayed_via
            found.setdefault(key, []).append(quote)
    return [tuple(same) for same in found.values()]


def aligned_quotes(dossier: Dossier) -> list[AlignedQuotes]:
    """The groups of quotes, the longest version of each first."""
    by_id = {quote.id: quote for quote in dossier.quotes}
    languages = {article.id: article.language for article in dossier.articles}
    groups = []
    for group in dossier.quote_groups:
        members = sorted((by_id[one] for one in group.quotes), key=lambda one: (-len(one.content.text), one.id))
        own = {one.quote: one.only for one in group.words}
        abroad = len({languages.get(one.article) for one in members}) > 1
        versions = [
            (one, _marked(one, members[0] if at else members[1], own.get(one.id, ()) if abroad else None))
            for at, one in enumerate(members)
        ]
        groups.append(AlignedQuotes(group.speaker, _folded(versions), group.differs_in))
    return groups


def _folded(versions: list[tuple[Quote, tuple[Word, ...]]]) -> tuple[Version, ...]:
    """Versions with the same words and the same circumstances, as copies have them, as one."""
    found: dict[tuple[object, ...], list[tuple[Quote, tuple[Word, ...]]]] = {}
    for quote, words in versions:
        setting = " ".join(quote.setting.text.split()) if quote.setting else None
        text = " ".join(quote.content.text.split())
        key = text, quote.kind, setting, quote.addressee, quote.relayed_via
        found.setdefault(key, []).append((quote, words))
    return tuple(Version(tuple(quote for quote, _ in same), same[0][1]) for same in found.values())


def _marked(quote: Quote, reference: Quote, own: tuple[Evidence, ...] | None) -> tuple[Word, ...]:
    """The words of a version with those marked in which it differs: by meaning where there are two languages."""
    if own is not None:
        return mark_words(quote.content, own)
    return compare_wording(reference.content.text, quote.content.text)
