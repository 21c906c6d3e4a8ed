"""Gold mentions of a passage as candidates of the resolver: their spans and kinds as annotated, all else as read."""

import unicodedata

from benchmarks.quality.parts.coreference_gold import GoldMention, Passage
from benchmarks.quality.parts.coreference_scores import Cluster

from semeja.lang.pack import load_pack
from semeja.lang.referring import weights
from semeja.read.coreference.candidates import Candidate, Page, candidate
from semeja.read.coreference.chains import Chains
from semeja.read.coreference.linking import link
from semeja.read.reading import draft_of
from semeja.read.sentences import split
from semeja.records.article import Article
from semeja.records.reading import CleanView, Paragraph, Structure

KINDS = {"person": "person", "place": "place", "organisasi": "organisation", "organisation": "organisation"}
KINDS |= {"event": "event", "other": "thing"}
PLURAL = frozenset({"mereka", "kami", "kita", "kalian"})
CLITICS = frozenset({"nya", "-nya", "ku", "mu"})
PRONOUNS = PLURAL | {"ia", "dia", "beliau", "saya", "aku", "kamu", "anda", "engkau", "keduanya", "ketiganya"}


def view_of(passage: Passage) -> CleanView:
    """The passage as a cleaned article, a paragraph a line."""
    paragraphs, at = [], 0
    for line in passage.text.split("\n"):
        paragraphs.append(Paragraph(at, at + len(line), "body"))
        at += len(line) + 1
    text = "".join(" " if unicodedata.category(letter) == "Cf" else letter for letter in passage.text)
    return CleanView(text, tuple(paragraphs), (), Structure())


def page_of(passage: Passage) -> Page:
    """The passage as the resolver's page."""
    pack = load_pack("id")
    sentences, tokens = split(view_of(passage), pack)
    starts = tuple(one.start for one in sentences)
    return Page(passage.text, tokens, sentences, starts, pack.referring, pack.naming.lists["oblique"])


def candidate_of(page: Page, mention: GoldMention) -> Candidate:
    """The candidate of an annotated mention."""
    words = page.text[mention.start : mention.end].casefold()
    sort, _, kind = mention.kind.rpartition(" ")
    if words in PRONOUNS or words in CLITICS or mention.kind.startswith("kata ganti"):
        plural = words.split()[0] in PLURAL or mention.kind.endswith("jamak")
        number = "dual" if words in ("keduanya", "mereka berdua") else "plural" if plural else "singular"
        form = "clitic" if words in CLITICS else "pronoun"
        kind = "any" if plural or form == "clitic" else "person"
        return candidate(page, mention.start, mention.end, form, kind, number)
    form = "name" if sort == "named-entity" or (not sort and page.text[mention.start].isupper()) else "nominal"
    number = "singular" if form == "name" else "any"
    return candidate(page, mention.start, mention.end, form, KINDS.get(kind, "any"), number)


def resolved(passage: Passage, by_hand: bool = False) -> tuple[Cluster, ...]:
    """The gold mentions of a passage in the chains of the resolver; `by_hand`: with the weights that nobody learned."""
    page = page_of(passage)
    return clusters(link(page, tuple(candidate_of(page, mention) for mention in passage.mentions), weights(by_hand)))


def clusters(chains: Chains) -> tuple[Cluster, ...]:
    """The chains as clusters of spans."""
    leads = sorted({chains.of(index) for index in range(len(chains.candidates))})
    return tuple(
        frozenset((chains.candidates[one].start, chains.candidates[one].end) for one in chains.members(lead))
        for lead in leads
    )


def read_alone(passage: Passage) -> list[Cluster]:
    """What the reading makes of the passage by itself: its mentions by the characters that they mean."""
    article = Article(passage.id, f"{passage.id}.txt", passage.text, "0" * 64)
    draft = draft_of(article, view_of(passage), load_pack("id"))
    meant: dict[tuple[str, ...], set[tuple[int, int]]] = {}
    for one in draft.mentions:
        if one.entities:
            meant.setdefault(tuple(sorted(one.entities)), set()).add((one.start, one.end))
    return [frozenset(spans) for spans in meant.values()]
