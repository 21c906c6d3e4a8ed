"""Which files are read, told by suffix."""

import msgspec

MEDIA = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "json",
}


class Kind(msgspec.Struct, frozen=True):
    """`media` as in `Raw`; `lines`: a record per line; `compressed`: gzip around it."""

    media: str
    lines: bool = False
    compressed: bool = False


def kind_of(name: str) -> Kind | None:
    """The kind of a file by its name (`a.txt`, `a.jsonl.gz`), in any case of letters; None: none that we read."""
    stem = name.lower()
    compressed = stem.endswith(".gz")
    stem = stem.removesuffix(".gz")
    suffix = "." + stem.rpartition(".")[2]
    if suffix not in MEDIA:
        return None
    return Kind(MEDIA[suffix], lines=suffix == ".jsonl", compressed=compressed)


def kinds_read() -> str:
    """The suffixes for a message."""
    return " ".join(MEDIA) + ", each also with .gz"
