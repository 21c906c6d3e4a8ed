"""How a project was built, so that it can be built again without being told."""

import msgspec

from semeja.store.protocol import Store

PROJECT = ".semeja"
"""Folder of the record of truth, inside the output folder."""
LAST_BUILD = "last build"
"""Kind of kept result; there is one of it, under an empty digest."""


class LastBuild(msgspec.Struct, frozen=True):
    """`language` of the pages (None: that of most articles of each story); whether to read with `models`."""

    language: str | None = None
    models: bool = True


def put_last_build(store: Store, last: LastBuild) -> None:
    """Keep how the present build is made."""
    body = msgspec.json.encode(last)
    if store.cached(LAST_BUILD, "") != body:
        store.put_cached(LAST_BUILD, "", body)


def last_build(store: Store) -> LastBuild:
    """How the last build was made; the usual way when none was kept."""
    kept = store.cached(LAST_BUILD, "")
    return msgspec.json.decode(kept, type=LastBuild) if kept else LastBuild()
