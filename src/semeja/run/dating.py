"""Articles that state no publication time, read again beside the others of their story."""

from datetime import date

from semeja.lang.pack import load_packs
from semeja.read.reading import read
from semeja.records.reading import Reading
from semeja.records.story import Story, make_story
from semeja.run.furniture import Furniture


def dated(story: Story, models: bool = True, furniture: Furniture | None = None) -> Story:
    """The story with its undated articles read around its middle day; the same story where there is none of either.

    The day depends on the articles of the story alone, so the result is kept under the story's own digest.
    `furniture`: lines of the outlets' own that the articles were read without.
    """
    day = middle_day(story.readings)
    if day is None or all(reading.published or reading.language is None for reading in story.readings):
        return story
    packs = load_packs(models)
    pairs = zip(story.articles, story.readings, strict=True)
    held = furniture or {}
    readings = [
        reading if reading.published else read(article, packs, day, frozenset(held.get(article.id, ())))
        for article, reading in pairs
    ]
    return make_story(story.articles, tuple(readings))


def middle_day(readings: tuple[Reading, ...]) -> date | None:
    """The median day of publication, the earlier of two in the middle; None where no article states one."""
    values = [reading.published.value or "" for reading in readings if reading.published]
    days = sorted(date.fromisoformat(value[:10]) for value in values if len(value) >= len("2022-01-21"))
    return days[(len(days) - 1) // 2] if days else None
