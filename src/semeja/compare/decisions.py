"""What people decided of a story, and whether its dossier is so."""

from semeja.compare.decided_outlets import outlet_forms, owner_forms
from semeja.compare.decided_readings import is_place
from semeja.compare.entities import Cast
from semeja.records.decision import Decision, DossierDecision
from semeja.records.dossier import DossierArticle, Quote
from semeja.records.story import Story
from semeja.text.keys import fold


def list_decisions(
    story: Story, cast: Cast, quotes: tuple[Quote, ...], articles: tuple[DossierArticle, ...]
) -> tuple[DossierDecision, ...]:
    """The decisions in order. One that does not hold found nothing to change: its quote or name is read no longer."""
    return tuple(
        DossierDecision(
            number=one.number,
            kind=one.kind,  # type: ignore[arg-type]
            by=one.by,
            at=one.at,
            note=one.note,
            about=_about(one),
            text=one.text,
            evidence=one.place,
            holds=_holds(story, cast, quotes, articles, one),
        )
        for one in story.decisions
    )


def _about(decision: Decision) -> tuple[str, ...]:
    if decision.kind in ("merge-stories", "split-story"):
        return decision.parted or decision.articles
    return decision.entities + decision.parted + tuple(outlet[0] for outlet in decision.outlets)


def _holds(
    story: Story, cast: Cast, quotes: tuple[Quote, ...], articles: tuple[DossierArticle, ...], decision: Decision
) -> bool:
    members = {article.id for article in story.articles}
    match decision.kind:
        case "merge":
            return bool(cast.known(decision.entities[:1])) and not cast.known(decision.entities[1:])
        case "split":
            old = [entity for (article, _), entity in cast.ids.items() if article in decision.parted]
            return bool(members.intersection(decision.parted)) and decision.entities[0] not in old
        case "alias":
            return decision.entities[0] in _meant(cast, decision)
        case "not-alias":
            return decision.entities[0] not in _meant(cast, decision)
        case "not-a-quote":
            return decision.place is not None and decision.place.article in members and not _at(quotes, decision)
        case "speaker":
            found = _at(quotes, decision)
            return bool(found) and all(one.speaker == decision.entities for one in found)
        case "merge-stories":
            return len(members.intersection(decision.articles)) > 1
        case "split-story":
            return len({one in decision.parted for one in members.intersection(decision.articles)}) < 2
        case _:
            return _one_owner(articles, decision)


def _meant(cast: Cast, decision: Decision) -> set[str]:
    """The entities that the form of a decision stands for."""
    form = fold(decision.text or "")
    return {entity.id for entity in cast.entities for alias in entity.aliases if fold(alias.text) == form}


def _at(quotes: tuple[Quote, ...], decision: Decision) -> list[Quote]:
    return [one for one in quotes if is_place(decision.place, one.article, one.content.start, one.content.end)]


def _one_owner(articles: tuple[DossierArticle, ...], decision: Decision) -> bool:
    forms = owner_forms([decision])
    found = [one.outlet for one in articles if one.outlet]
    return len({one.name for one in found if set(outlet_forms(one.name, one.domain)) & forms.keys()}) > 1
