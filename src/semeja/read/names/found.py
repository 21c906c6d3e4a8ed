"""What the search for names hands to the making of the cast."""

from typing import Final


class Office:
    """A title with its place in words `[first, last)`.

    `key`: its full words, by which two writings of it are compared. `of`: the local id of its owner, `back:…` (the
    last word of a body named before) or None. `owner`: the words of the owner, if the text has them. `default`: what
    the title itself says of its owner: `home`, an organisation's slug, `body:…` (the kinds of body that it heads).
    `short`: the short name that the text gives the owner; `represents`: the state that the owner acts for.
    """

    def __init__(
        self,
        first: int,
        last: int,
        key: str,
        of: str | None = None,
        owner: tuple[int, int] | None = None,
        default: str | None = None,
        short: str | None = None,
        represents: str | None = None,
    ) -> None:
        self.first: Final = first
        self.last: Final = last
        self.key: Final = key
        self.of: Final = of
        self.owner: Final = owner
        self.default: Final = default
        self.short: Final = short
        self.represents: Final = represents


class Found:
    """A mention before the cast is known; all places are word indices.

    `id` is None for persons, pronouns and whatever the cast has to settle. `represents`: the state that a body acts
    for. `sure`: enough evidence to found a character by itself. `acronym`: the short name that the article gives it.
    """

    def __init__(
        self,
        first: int,
        last: int,
        head_first: int,
        head_last: int,
        kind: str,
        form: str,
        rule: str,
        id: str | None = None,
        name: str | None = None,
        offices: tuple[Office, ...] = (),
        represents: str | None = None,
        sure: bool = True,
        acronym: str | None = None,
    ) -> None:
        self.first: Final = first
        self.last: Final = last
        self.head_first: Final = head_first
        self.head_last: Final = head_last
        self.kind: Final = kind
        self.form: Final = form
        self.rule: Final = rule
        self.id: Final = id
        self.name: Final = name
        self.offices: Final = offices
        self.represents: Final = represents
        self.sure: Final = sure
        self.acronym: Final = acronym
