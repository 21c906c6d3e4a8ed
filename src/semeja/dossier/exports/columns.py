"""Which columns each table has: name, what it holds, how it is read from the record."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, Literal

from semeja.records.dossier import Evidence

Kind = Literal["text", "texts", "integer", "number", "boolean"]
"""What a column holds; `texts` is a list of texts. Every value may be unknown (None), but a list is never."""

Spec = tuple[str, Kind, Callable[[Any], Any]]


def words(evidence: Evidence | None) -> str | None:
    """The text of an evidence on one line."""
    return " ".join(evidence.text.split()) if evidence else None


def _plain(kind: Kind, *names: str) -> tuple[Spec, ...]:
    return tuple((name, kind, attrgetter(name)) for name in names)


def _words(*names: str) -> tuple[Spec, ...]:
    return tuple((name, "text", lambda one, name=name: words(getattr(one, name))) for name in names)


def _time(name: str) -> Spec:
    def value(one: Any) -> str | None:
        time = getattr(one, name)
        return time.value if time else None

    return name, "text", value


def _first(one: Any) -> Evidence | None:
    return one.evidence[0] if one.evidence else None


def _place(of: Callable[[Any], Evidence | None]) -> tuple[Spec, ...]:
    """Where a text stands: article, start and end in code points."""
    return (
        ("article", "text", lambda one: found.article if (found := of(one)) else None),
        ("start", "integer", lambda one: found.start if (found := of(one)) else None),
        ("end", "integer", lambda one: found.end if (found := of(one)) else None),
        ("text", "text", lambda one: words(of(one))),
    )


def _of(place: int, specs: tuple[Spec, ...]) -> tuple[Spec, ...]:
    """Columns of one part of a pair of records."""
    return tuple((name, kind, lambda pair, of=of: of(pair[place])) for name, kind, of in specs)


_ARTICLE: tuple[Spec, ...] = (
    *_plain("text", "id", "source"),
    ("outlet", "text", lambda one: one.outlet.name if one.outlet else None),
    ("domain", "text", lambda one: one.outlet.domain if one.outlet else None),
    ("owner", "text", lambda one: one.outlet.group if one.outlet else None),
    *_plain("text", "url"),
    *_words("title"),
    _time("published"),
    _time("stands_at"),
    *_plain("text", "language"),
    *_words("dateline", "byline", "editor"),
    *_plain("integer", "length"),
    *_plain("text", "text_sha256"),
    ("translation", "boolean", lambda one: one.translation.likely),
    ("translation_of", "text", lambda one: one.translation.of),
    *_plain("text", "text"),
)

COLUMNS: Mapping[str, tuple[Spec, ...]] = {
    "articles": (*_of(0, _ARTICLE[:-1]), ("lineage", "integer", lambda pair: pair[1]), *_of(0, _ARTICLE[-1:])),
    "entities": (
        *_plain("text", "id", "kind", "name", "represents"),
        ("iso3", "text", lambda one: one.external.iso3 if one.external else None),
        ("aliases", "texts", lambda one: dict.fromkeys(alias.text for alias in one.aliases)),
        ("roles", "texts", lambda one: dict.fromkeys(role.title for role in one.roles)),
    ),
    "quotes": (
        *_plain("text", "id"),
        *_plain("texts", "speaker", "addressee"),
        *_plain("text", "kind"),
        *_words("cue", "setting"),
        *_plain("text", "relayed_via"),
        _time("time"),
        *_plain("text", "group", "rule"),
        *_place(attrgetter("content")),
    ),
    "events": (
        *_plain("text", "id", "type", "mode"),
        *_plain("texts", "actor", "recipient"),
        *_words("content"),
        *_plain("text", "polarity", "modality"),
        *_words("condition"),
        *_plain("texts", "attributed_to"),
        _time("date"),
        *_plain("text", "place"),
        *_plain("texts", "articles"),
        *_plain("text", "rule"),
        *_place(_first),
    ),
    "quantities": (
        *_plain("text", "id"),
        *_plain("number", "low", "high"),
        *_plain("text", "modifier", "unit", "of"),
        *_plain("texts", "about"),
        _time("as_of"),
        *_plain("texts", "attributed_to"),
        *_plain("text", "rule"),
        *_place(attrgetter("evidence")),
    ),
    "claims": (
        *_plain("text", "id", "kind", "grade"),
        ("articles", "texts", lambda one: one.support.articles),
        ("outlets", "integer", lambda one: one.support.outlets),
        ("lineages", "integer", lambda one: one.support.lineages),
        ("origins", "integer", lambda one: one.support.origins),
        *_plain("texts", "ref"),
        *_plain("text", "rule"),
        *_place(_first),
    ),
    "conflicts": (
        *_of(0, _plain("text", "id", "kind", "about", "resolution", "rule")),
        *_of(1, (*_plain("text", "value"), *_plain("texts", "articles"), *_place(_first))),
    ),
    "disputes": (
        *_of(0, _plain("text", "id", "about", "rule")),
        *_of(1, (*_plain("text", "party", "stance"), *_place(_first))),
    ),
    "ledger": (
        *_plain("text", "id", "party", "act"),
        *_plain("texts", "counterpart"),
        *_plain("text", "issue"),
        *_words("condition"),
        _time("deadline"),
        *_plain("text", "status", "strength"),
        *_plain("texts", "responses", "articles"),
        *_plain("text", "rule"),
        *_place(attrgetter("content")),
    ),
    "timeline": (
        _time("date"),
        *_plain("texts", "events"),
        *_plain("text", "conflict"),
        *_place(attrgetter("text")),
    ),
    "edges": (
        ("from", "text", attrgetter("from_")),
        *_plain("text", "to", "relation", "scope"),
        *_words("marker"),
        *_plain("text", "rule"),
    ),
    "decisions": (
        *_plain("integer", "number"),
        *_plain("text", "kind", "by", "at", "note"),
        *_plain("texts", "about"),
        *_plain("text", "text"),
        *_plain("boolean", "holds"),
    ),
}
"""By table its columns behind `story`; `articles` are read from (article, number of its lineage), `conflicts` and
`disputes` from (record, side)."""
