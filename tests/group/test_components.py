"""Components against a slow oracle on random graphs."""

from hypothesis import given
from hypothesis import strategies as st

from semeja.group.components import components

NODES = st.sampled_from("abcdefghij")
LINKS = st.lists(st.tuples(NODES, NODES), max_size=25)


def oracle(links: list[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Merge sets that touch until none does."""
    groups = [set(link) for link in links]
    merged = True
    while merged:
        merged = False
        for left in groups:
            for right in groups:
                if left is not right and left & right:
                    left |= right
                    groups.remove(right)
                    merged = True
                    break
            if merged:
                break
    return tuple(sorted({tuple(sorted(group)) for group in groups}))


@given(LINKS)
def test_components_are_those_of_the_oracle(links: list[tuple[str, str]]) -> None:
    assert components(links) == oracle(links)


@given(LINKS, st.randoms())
def test_order_of_links_does_not_matter(links: list[tuple[str, str]], random) -> None:  # type: ignore[no-untyped-def]
    shuffled = [(b, a) for a, b in links]
    random.shuffle(shuffled)
    assert components(shuffled) == components(links)
