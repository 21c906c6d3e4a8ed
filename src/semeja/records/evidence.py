"""The two shapes that stand everywhere in a dossier: a piece of an article, and a time."""

import msgspec

from semeja.records import vocabularies


class Evidence(msgspec.Struct, frozen=True, order=True):
    """`article.text[start:end] == text`, in code points of the article as decoded."""

    article: str
    start: int
    end: int
    text: str


class Time(msgspec.Struct, frozen=True):
    """A point or stretch of time as precise as the text and no more; `evidence` None when it came as metadata."""

    value: str | None
    granularity: vocabularies.Granularity | None
    modifier: vocabularies.TimeModifier | None
    evidence: Evidence | None
