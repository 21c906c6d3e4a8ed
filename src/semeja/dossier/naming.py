"""What pages call articles, people and moments: no identifier of a dossier is shown to a reader."""

import re
from collections import defaultdict

import msgspec

from semeja.dossier.labels import labels
from semeja.records.dossier import Dossier, DossierArticle

_CLOCK = re.compile(r"T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?")
_ZONES = {"+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT", "Z": "UTC", "+00:00": "UTC"}


class Naming(msgspec.Struct, frozen=True):
    """The words of one page: `language`; `words` of the page and of the contract's closed vocabularies; `short` name
    of an article and `names` of entities and origins, both by id."""

    language: str
    words: dict[str, str]
    short: dict[str, str]
    names: dict[str, str]

    def who(self, ids: tuple[str, ...]) -> str:
        """Names of entities, parted by commas; one that the dossier does not list is `unknown`."""
        return ", ".join(dict.fromkeys(self.names.get(one, self.words["unknown"]) for one in ids))


def naming(dossier: Dossier, language: str) -> Naming:
    """The words of a page of `dossier`."""
    names = {entity.id: entity.name for entity in dossier.entities}
    names.update((origin.id, origin.name) for origin in dossier.provenance.origins)
    return Naming(language, labels(language), short_names(dossier), names)


def flat(text: str) -> str:
    """One line: runs of blanks and line feeds as one space."""
    return " ".join(text.split())


def clock(value: str | None) -> str:
    """An ISO value as people write it: `2022-01-21 19:21 WIB`; a prefix or range stays as it is."""
    if not value:
        return ""
    return _CLOCK.sub(lambda match: f" {match[1]} {_ZONES.get(match[2] or '', match[2] or '')}".rstrip(), value)


def short_names(dossier: Dossier, numbered: bool = True) -> dict[str, str]:
    """What to call each article: its outlet, else its file; numbered where an outlet has several."""
    names = {article.id: _short(article) for article in dossier.articles}
    seen: dict[str, list[str]] = defaultdict(list)
    for article, name in names.items():
        seen[name].append(article)
    if not numbered:
        return names
    return {
        article: f"{name} ({seen[name].index(article) + 1})" if len(seen[name]) > 1 else name
        for article, name in names.items()
    }


def _short(article: DossierArticle) -> str:
    return article.outlet.name if article.outlet else article.source.rsplit("/", 1)[-1]
