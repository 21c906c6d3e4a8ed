"""The last sieves: what the discourse leaves open is linked as any list of candidates is, where one stands out."""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from semeja.read.coreference.candidates import Candidate, Page, candidate
from semeja.read.coreference.discourse import MOST, Discourse, genders_of, kind_of, may_be_meant
from semeja.read.coreference.linking import link
from semeja.records.reading import Mention

MARGIN: Final = 1.0
"""How much the first has to lead the second before a pronoun of an article is settled."""
FORMS: Final = {"name": "name", "metonym": "name", "role": "nominal", "demonstrative": "nominal"}


def settle_open(discourse: Discourse, mentions: list[Mention]) -> list[Mention]:
    """The mentions with those persons settled that they leave open: pronouns, offices without a name."""
    if len(mentions) > MOST:
        return mentions
    page = page_of(discourse)
    taking = [index for index, one in enumerate(mentions) if takes_part(one) or is_open(discourse, one)]
    genders = genders_of(discourse.draft)
    candidates = tuple(candidate_of(page, mentions[index], genders) for index in taking)
    chains = link(page, candidates, discourse.draft.pack.antecedents, MARGIN)
    settled = list(mentions)
    for place, index in enumerate(taking):
        ids = chains.ids(place)
        if not mentions[index].entities and ids:
            settled[index] = replace(mentions[index], entities=ids)
    return settled


def is_open(discourse: Discourse, mention: Mention) -> bool:
    """A pronoun or an office for one person that means nobody yet, outside of quoted words."""
    if mention.entities or mention.kind != "person" or mention.form not in ("pronoun", "role"):
        return False
    if mention.form == "pronoun" and not mention.rule.endswith("-third"):
        return False
    return not discourse.is_quoted(mention.start)


def takes_part(mention: Mention) -> bool:
    """A mention that a later one may mean."""
    return bool(mention.entities) and may_be_meant(mention)


def page_of(discourse: Discourse) -> Page:
    """The article as the page of the candidates."""
    draft = discourse.draft
    oblique = discourse.tables.lists["oblique"]
    starts, tables = discourse.sentence_starts, draft.pack.referring
    return Page(draft.view.text, draft.tokens, draft.sentences, starts, tables, oblique)


def candidate_of(page: Page, mention: Mention, genders: Mapping[str, str]) -> Candidate:
    """The candidate of a mention, with the characters that it is known to mean."""
    kind = kind_of(mention) if mention.entities else mention.kind
    several = len(mention.entities) > 1 or kind == "group"
    number = "plural" if several else "singular"
    form = FORMS.get(mention.form, mention.form)
    one = candidate(page, mention.start, mention.end, form, kind, number, mention.entities)
    gender = genders.get(mention.entities[0]) if mention.entities else None
    return replace(one, gender=gender) if gender else one
