"""The files of a build: a dossier and a report per story, an index, nothing of stories that are no more."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec.structs import replace

from semeja.dossier.html import Listed, index, language_of, listed, report, short_names
from semeja.dossier.json import encode
from semeja.dossier.labels import most_used
from semeja.engine.protocol import Engine
from semeja.records.dossier import Account, Dossier
from semeja.run.built import Built, Notify, StoryRow
from semeja.run.comparing import DOSSIER, load_dossier
from semeja.store.files import remove, write_atomically
from semeja.store.protocol import Store
from semeja.text.ids import digest
from semeja.text.keys import slug

HEAD = "head"
"""Kind of cached result: what the lists show of a story."""
LONGEST_NAME = 60
"""Characters of a folder name: file systems and people both like them short."""


class Head(msgspec.Struct, frozen=True):
    """A story in the lists, and the language of most of its articles."""

    row: StoryRow
    listed: Listed
    language: str


class Job(msgspec.Struct, frozen=True):
    """A story whose pages are to be made."""

    name: str
    body: bytes
    account: Account
    language: str | None


class Pages(msgspec.Struct, frozen=True):
    """The files of one story."""

    name: str
    dossier: bytes
    report: bytes


def show_stories(
    store: Store, engine: Engine, keys: tuple[str, ...], out: Path, language: str | None, notify: Notify
) -> Built:
    """Write what has changed; the list of outputs in the store says what an earlier run left behind."""
    account = store.account()
    heads = {key: _head(store, key) for key in keys}
    names = _names(heads)
    outputs: dict[str, str] = {}
    written = 0

    def jobs() -> Iterator[Job]:
        for key in keys:
            yield Job(names[key], store.cached(DOSSIER, key) or b"", account, language)

    for done, pages in enumerate(engine.each(make_pages, jobs()), start=1):
        for file, body in (("dossier.json", pages.dossier), ("report.html", pages.report)):
            written += _write(out, f"{pages.name}/{file}", body, outputs)
        notify("write", done, len(keys))
    order = sorted(keys, key=lambda key: (-heads[key].row.articles, names[key]))
    rows = tuple(replace(heads[key].row, name=names[key]) for key in order)
    lines = tuple(replace(heads[key].listed, slug=names[key]) for key in order)
    written += _write(
        out,
        "index.html",
        index(lines, account, language or most_used(head.language for head in heads.values())),
        outputs,
    )
    for path in sorted(set(store.outputs()) - set(outputs)):
        remove(out / path)
    if outputs != store.outputs():
        store.put_outputs(outputs)
    return Built(rows, account, tuple(store.rejections()), written)


def story_names(store: Store, keys: tuple[str, ...]) -> dict[str, str]:
    """The folder of each story by the key of its dossier."""
    return _names({key: _head(store, key) for key in keys})


def make_pages(job: Job) -> Pages:
    """Dossier and report of one story with the account of this run; runs in a worker."""
    dossier = replace(load_dossier(job.body), account=job.account)
    return Pages(job.name, encode(dossier), report(dossier, job.language))


def _write(out: Path, path: str, body: bytes, outputs: dict[str, str]) -> int:
    outputs[path] = hashlib.sha256(body).hexdigest()
    return write_atomically(out / path, body)


def _head(store: Store, key: str) -> Head:
    """What the lists show of a story; kept, so that a large project is listed without loading its dossiers."""
    kept = store.cached(HEAD, key)
    if kept:
        return msgspec.msgpack.decode(kept, type=Head)
    head = _to_head(load_dossier(store.cached(DOSSIER, key) or b""))
    store.put_cached(HEAD, key, msgspec.msgpack.encode(head))
    return head


def _to_head(dossier: Dossier) -> Head:
    title = " ".join(dossier.story.title.text.split()) if dossier.story.title else ""
    name = slug(title)[:LONGEST_NAME].strip("-") if title else dossier.story.id.replace(":", "-")
    row = StoryRow(
        name=name,
        title=title or name,
        articles=len(dossier.articles),
        outlets=len(set(short_names(dossier, numbered=False).values())),
        lineages=len(dossier.provenance.lineages),
        conflicts=len(dossier.conflicts),
    )
    return Head(row, listed(dossier, name), language_of(dossier))


def _names(heads: dict[str, Head]) -> dict[str, str]:
    """A folder name per story; stories of one name all get a piece of their key, so that no order decides."""
    carriers = Counter(head.row.name for head in heads.values())
    return {
        key: head.row.name if carriers[head.row.name] == 1 else f"{head.row.name}-{digest(key)[:6]}"
        for key, head in heads.items()
    }
