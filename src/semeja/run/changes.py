"""What a build tells that the one before it did not: the ledgers of its stories beside those of the last build.

The files of a build never depend on earlier builds; what has changed is told to the caller and kept nowhere else.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from semeja.records.dossier import Dossier
from semeja.run.built import LedgerChange
from semeja.run.comparing import DOSSIER, load_dossier
from semeja.store.protocol import Store

ROWS, LAST = "ledger-rows", "ledger-last"
"""Kinds of cached results: the rows of one story's ledger, and which stories the last build had."""
LONGEST_TEXT = 120
"""Characters of a content that are shown."""


class Row(msgspec.Struct, frozen=True):
    """An entry of a ledger as far as changes need it. `places`: where it is told, as `article:start`."""

    party: str
    name: str
    act: str
    text: str
    status: str
    brought_by: str
    answers: tuple[str, ...]
    articles: tuple[str, ...]
    places: tuple[str, ...]


class Rows(msgspec.Struct, frozen=True):
    """The ledger of a story, and the sources of its articles by their ids."""

    sources: dict[str, str]
    rows: tuple[Row, ...]


class Last(msgspec.Struct, frozen=True):
    """The stories of a build, by the keys of their dossiers, and the rules that read them."""

    rules: str
    keys: tuple[str, ...]


def ledger_changes(
    store: Store, keys: tuple[str, ...], names: Mapping[str, str], rules: str
) -> tuple[LedgerChange, ...]:
    """Changes since the last build of this project, in the order of the stories; keeps this build as the last one.

    `names`: folder of each story by its key. Under new rules everything may read differently, so nothing is compared.
    """
    kept = store.cached(LAST, LAST)
    last = msgspec.msgpack.decode(kept, type=Last) if kept else None
    found: list[LedgerChange] = []
    if last is not None and last.rules == rules and last.keys != keys:
        before = _by_article(_rows(store, key) for key in last.keys if key not in keys)
        for key in keys:
            if key not in last.keys:
                found += _changes(names[key], _rows(store, key), before)
    if last is None or (last.rules, last.keys) != (rules, keys):
        store.put_cached(LAST, LAST, msgspec.msgpack.encode(Last(rules, keys)))
        for key in keys:
            _rows(store, key)
    return tuple(found)


def _rows(store: Store, key: str) -> Rows:
    kept = store.cached(ROWS, key)
    if kept:
        return msgspec.msgpack.decode(kept, type=Rows)
    body = store.cached(DOSSIER, key)
    rows = _to_rows(load_dossier(body)) if body else Rows({}, ())
    store.put_cached(ROWS, key, msgspec.msgpack.encode(rows))
    return rows


def _to_rows(dossier: Dossier) -> Rows:
    names = {entity.id: entity.name for entity in dossier.entities}
    by_id = {item.id: item for item in dossier.ledger}
    rows = (
        Row(
            party=item.party,
            name=names.get(item.party, item.party),
            act=item.act,
            text=" ".join(item.content.text.split())[:LONGEST_TEXT],
            status=item.status,
            brought_by=item.history[-1].article,
            answers=tuple(sorted(f"{by_id[one].party} {by_id[one].act}" for one in item.responses if one in by_id)),
            articles=item.articles,
            places=tuple(f"{one.article}:{one.start}" for one in item.evidence),
        )
        for item in dossier.ledger
    )
    return Rows({article.id: article.source for article in dossier.articles}, tuple(rows))


def _by_article(stories: Iterable[Rows]) -> dict[str, list[Rows]]:
    found: dict[str, list[Rows]] = defaultdict(list)
    for story in stories:
        for article in story.sources:
            found[article].append(story)
    return found


def _changes(story: str, now: Rows, before: Mapping[str, list[Rows]]) -> Iterator[LedgerChange]:
    """Of a story that was there before with other articles; a story that is new as a whole has no changes."""
    earlier = list({id(one): one for article in sorted(now.sources) for one in before.get(article, ())}.values())
    if not earlier:
        return
    known = {(row.party, row.act, place): row for one in earlier for row in one.rows for place in row.places}
    old_articles = {article for one in earlier for article in one.sources}
    seen: set[int] = set()
    for row in now.rows:
        old = next((known[key] for place in row.places if (key := (row.party, row.act, place)) in known), None)
        if old is None:
            brought = [one for one in row.articles if one not in old_articles] or list(row.articles)
            yield _change(story, row, "new", None, row.status, brought, now)
            continue
        seen.add(id(old))
        if old.status != row.status:
            yield _change(story, row, "status", old.status, row.status, [row.brought_by], now)
        elif set(row.answers) - set(old.answers):
            yield _change(story, row, "answered", old.status, row.status, [row.brought_by], now)
    added = sorted(set(now.sources) - old_articles)
    for row in (row for one in earlier for row in one.rows):
        if id(row) not in seen and not set(row.articles).isdisjoint(now.sources):
            yield _change(story, row, "gone", row.status, None, added, now)


def _change(
    story: str, row: Row, kind: str, before: str | None, after: str | None, articles: Iterable[str], now: Rows
) -> LedgerChange:
    sources = tuple(sorted(now.sources[one] for one in articles if one in now.sources))
    return LedgerChange(story, kind, row.name, row.act, row.text, before, after, sources)
