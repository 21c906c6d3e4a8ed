"""The sieves in their order, from the surest to the least sure."""

from collections.abc import Mapping

from semeja.lang.referring import Weights
from semeja.read.coreference.antecedents import join_pronouns
from semeja.read.coreference.candidates import Candidate, Page
from semeja.read.coreference.chains import Chains
from semeja.read.coreference.constructions import join_constructions
from semeja.read.coreference.descriptions import join_descriptions, join_owned
from semeja.read.coreference.same_names import join_names


def link(page: Page, candidates: tuple[Candidate, ...], weights: Mapping[str, Weights], margin: float = 0.0) -> Chains:
    """The candidates, in the order of the text, joined into chains; a pronoun only where one stands out by `margin`."""
    chains = Chains(candidates)
    join_named(page, chains)
    join_pronouns(page, chains, weights, margin)
    join_owned(page, chains)
    return chains


def join_named(page: Page, chains: Chains) -> None:
    """The sieves for names and descriptions: alike, side by side, told by a noun."""
    join_names(chains)
    join_constructions(page, chains)
    join_descriptions(page, chains)
