"""Digests under which results are kept: all that a result was made from, and the rules that made it."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from semeja.records.article import Article
from semeja.records.decision import Decision
from semeja.text.ids import digest


def article_key(article: Article, rules: str) -> str:
    """Text by its digest, everything stated beside it, the rules."""
    return digest(rules, msgspec.msgpack.encode(replace(article, text="")).hex())


def read_key(article: Article, rules: str, furniture: tuple[str, ...]) -> str:
    """`article_key`, and the lines of its outlet's furniture that its reading leaves out, if there are any."""
    key = article_key(article, rules)
    return digest(key, *furniture) if furniture else key


def story_key(articles: Iterable[str], rules: str, decisions: Iterable[Decision] = ()) -> str:
    """The articles of a story by their keys, whatever their order, and the seals of what was decided of it."""
    return digest(rules, *sorted(articles), *(decision.seal for decision in decisions))
