"""What the search for names hands to the making of the cast."""

import msgspec


class Office(msgspec.Struct, frozen=True, gc=False):
    """A title with its place in words `[first, last)`; `key`: its full words for comparing; `of`: id or None."""

    first: int
    last: int
    key: str
    of: str | None
    class_: str


class Found(msgspec.Struct, frozen=True, gc=False):
    """A mention before the cast is known.

    All places are word indices. `id` is None for persons and bodies whose id follows from the words of the head.
    `represents`: the state that a body acts for. `sure`: enough evidence to found a character by itself.
    """

    first: int
    last: int
    head_first: int
    head_last: int
    kind: str
    form: str
    rule: str
    id: str | None = None
    offices: tuple[Office, ...] = ()
    represents: str | None = None
    sure: bool = True
    acronym: str | None = None
