"""A dossier for every story, compared once and kept under the digest of its articles."""

from collections.abc import Iterator

import msgspec

from semeja.compare.decided_readings import decided
from semeja.dossier.build import build
from semeja.engine.protocol import Engine
from semeja.records.decision import Decision
from semeja.records.dossier import Account, Dossier
from semeja.records.story import Story, make_story
from semeja.run.built import Notify
from semeja.run.dating import dated
from semeja.run.decided import decisions_of_stories
from semeja.run.furniture import learn_furniture, without_furniture
from semeja.run.keys import read_key, story_key
from semeja.store.protocol import Store

DOSSIER = "dossier"
"""Kind of cached result: a dossier without the account of a run."""
NO_ACCOUNT = Account(0, 0, 0, ())


class Job(msgspec.Struct, frozen=True):
    """A story to be compared."""

    key: str
    story: Story
    rules: str
    models: bool
    furniture: dict[str, tuple[str, ...]]
    decisions: tuple[Decision, ...]


def compare_stories(
    store: Store,
    engine: Engine,
    stories: tuple[tuple[str, ...], ...],
    rules: str,
    notify: Notify,
    models: bool = True,
) -> tuple[str, ...]:
    """Keys of the dossiers of all stories, in the order of the stories."""
    furniture = learn_furniture(store, rules)
    chosen = decisions_of_stories(store, stories, rules)
    keys = [
        story_key((read_key(store.article(one), rules, furniture.get(one, ())) for one in members), rules, decisions)
        for members, decisions in zip(stories, chosen, strict=True)
    ]
    missing = [row for row in zip(keys, stories, chosen, strict=True) if not store.cached(DOSSIER, row[0])]
    done = len(stories) - len(missing)

    def jobs() -> Iterator[Job]:
        for key, members, decisions in missing:
            articles = tuple(store.article(one) for one in members)
            readings = tuple(reading for reading in (store.reading(one, rules) for one in articles) if reading)
            held = {one: furniture[one] for one in members if one in furniture}
            yield Job(key, make_story(articles, readings), rules, models, held, decisions)

    for key, body in engine.each(compare_one, jobs()):
        store.put_cached(DOSSIER, key, body)
        done += 1
        notify("compare", done, len(stories))
    return tuple(keys)


def compare_one(job: Job) -> tuple[str, bytes]:
    """The dossier of one story, packed; runs in a worker."""
    story = dated(without_furniture(job.story, job.furniture, job.models), job.models, job.furniture)
    return job.key, msgspec.msgpack.encode(build(decided(story, job.decisions), job.rules, NO_ACCOUNT))


def load_dossier(body: bytes) -> Dossier:
    """A dossier that `compare_one` packed."""
    return msgspec.msgpack.decode(body, type=Dossier)
