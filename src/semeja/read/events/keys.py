"""Content keys: what is asked, promised or denied, as sorted content words for comparing."""

from collections.abc import Container, Sequence

from semeja.lang.coding import CodingTables
from semeja.read.events.items import Item

_CLITICS = ("nya", "lah", "pun", "'s", "’s")
_SHORT = 2


def content_key(
    tables: CodingTables,
    items: Sequence[Item],
    keys: Sequence[str],
    extent: tuple[int, int] | None,
    left_out: Container[str],
) -> str:
    """Sorted concepts and lemmas of a range of items; names as their entity, but for those in `left_out`."""
    if extent is None:
        return ""
    found: set[str] = set()
    for at in range(extent[0], extent[1] + 1):
        item = items[at]
        found |= {entity.partition(":")[2].casefold() for entity in item.entities if entity not in left_out}
        if item.kind in ("word", "other"):
            found |= {name for key in keys[item.first : item.last + 1] if (name := _concept(tables, key))}
    return " ".join(sorted(found))


def _concept(tables: CodingTables, key: str) -> str:
    if not key[0].isalpha() or len(key) <= _SHORT:
        return ""
    word = tables.words.get(key)
    if word is not None and "stopword" in word.roles:
        return ""
    stem = next((key[: -len(tail)] for tail in _CLITICS if key.endswith(tail) and len(key) > len(tail) + 3), key)
    if key in tables.concepts or stem in tables.concepts:
        return tables.concepts.get(key) or tables.concepts[stem]
    return word.senses[0].frame.root if word is not None and word.senses else stem
