"""What the tests of this area share."""

from collections.abc import Iterator

import pytest

from semeja.sources.html import PageReader


@pytest.fixture(scope="session")
def pages() -> Iterator[PageReader]:
    """One page process for all tests: also what a run does."""
    with PageReader() as reader:
        yield reader
