"""The whole comparison of one story on one screen: findings in their order, then the dossier."""

from semeja.compare.articles import describe
from semeja.compare.claims import make_claims
from semeja.compare.conflicts import contest, find_conflicts
from semeja.compare.coverage import cover, find_gaps
from semeja.compare.decisions import list_decisions
from semeja.compare.disputes import find_disputes
from semeja.compare.entities import merge_casts
from semeja.compare.events import collect_tellings, merge_events
from semeja.compare.figures import figures_over_time
from semeja.compare.headline import choose_main_event
from semeja.compare.ledger import keep_ledger
from semeja.compare.newest_figures import newest_figures
from semeja.compare.precedence import dated_before_source
from semeja.compare.provenance import Chains, trace
from semeja.compare.quantities import collect_quantities
from semeja.compare.quotes import collect_quotes, group_quotes
from semeja.compare.silences import find_not_read, find_told_before
from semeja.compare.summary import summarise
from semeja.compare.timeline import make_timeline
from semeja.compare.times import collect_times
from semeja.compare.titles import choose_title
from semeja.records.dossier import (
    SCHEMA,
    Account,
    Claim,
    Conflict,
    Dossier,
    DossierArticle,
    DossierQuantity,
    Event,
    Generator,
    StoryHead,
)
from semeja.records.story import Story
from semeja.text.ids import content_id
from semeja.version import VERSION


def build(story: Story, rules: str, account: Account) -> Dossier:
    """The dossier of a story. `rules` is the digest of rules and models, `account` that of the whole run."""
    articles = tuple(describe(story, index) for index in range(len(story.articles)))
    cast = merge_casts(story)
    chains = trace(story)
    quotes, groups = group_quotes(story, cast, collect_quotes(story, cast, chains.origin_ids))
    merged = merge_events(story, cast, collect_tellings(story, cast))
    events = tuple(one.event for one in merged)
    counts = collect_quantities(story, cast)
    quantities = tuple(count.quantity for count in counts)
    conflicts = find_conflicts(story, cast, quotes, groups, counts, merged, chains.provenance.corrections)
    claims = contest(make_claims(story, cast, chains, merged, quotes, groups, counts), conflicts, counts, chains.copied)
    ledger = keep_ledger(story, cast, merged)
    return Dossier(
        schema=SCHEMA,
        generator=Generator("semeja", VERSION, rules, content_id("inputs", *sorted(one.id for one in story.articles))),
        story=_head(story, articles, chains, events, quantities, conflicts, claims),
        articles=articles,
        entities=cast.entities,
        quotes=quotes,
        quote_groups=groups,
        events=events,
        quantities=quantities,
        figures=figures_over_time(articles, counts),
        times=collect_times(story),
        claims=claims,
        conflicts=conflicts,
        disputes=find_disputes(story, cast, merged, quotes),
        ledger=ledger,
        timeline=make_timeline(story, merged, conflicts),
        provenance=chains.provenance,
        coverage=cover(
            story,
            claims,
            conflicts,
            find_not_read(story),
            find_told_before(claims, articles, events, quotes, quantities),
        ),
        gaps=find_gaps(story, cast, events, quotes, ledger, claims, len(chains.provenance.lineages)),
        decisions=list_decisions(story, cast, quotes, articles),
        account=account,
    )


def _head(
    story: Story,
    articles: tuple[DossierArticle, ...],
    chains: Chains,
    events: tuple[Event, ...],
    quantities: tuple[DossierQuantity, ...],
    conflicts: tuple[Conflict, ...],
    claims: tuple[Claim, ...],
) -> StoryHead:
    corrections = chains.provenance.corrections
    figures = newest_figures(story, quantities, conflicts, corrections)
    main = choose_main_event(story, events, chains.lineage_of, figures.stale)
    title, rule = choose_title(story, main, chains.lineage_of, figures.stale)
    false = dated_before_source(story, chains.provenance.edges)
    times = [one.published for one in articles if one.published and one.id not in false]
    published = sorted(times, key=lambda time: time.value or "")
    return StoryHead(
        id=content_id("story", *sorted(article.id for article in story.articles)),
        title=title,
        title_rule=rule,
        summary=summarise(story, events, quantities, claims, main, figures, chains.lineage_of),
        languages=tuple(sorted({reading.language for reading in story.readings if reading.language})),
        first_published=published[0] if published else None,
        last_published=published[-1] if published else None,
        main_event=main.id if main else None,
    )
