"""How the ledger was measured, what its first runs gave, and what still goes wrong in it."""

FIRST = {1: "8 of 30", 2: "18 of 35", 3: "24 of 33", 4: "24 of 30", 5: "11 of 12", 6: "9 of 12"}
"""Batch -> stories exactly right at the first run, before anything was changed for them: what unseen ones get."""

NOTES = (
    "Own stories of one to four short articles with invented outlets, people and firms, about two thirds Indonesian.",
    "On labour, diplomacy, coalitions, courts, hostages, takeovers, students, local government, sport and trade.",
    "A row: party, act, words of the content; the fields that it gives are compared where the row was found.",
    "An entry that no row names is one too many, but for criticism and expectations.",
    "A story is exactly right when nothing is missed, nothing is too many and every field given is right.",
    "The rows were written before the output was seen; the first run of each batch stands in its name.",
    "One hand wrote the stories and the rules, so the last batches are unseen by their misses only.",
)

MISSES = (
    "a firm of one word that nothing shows to be one (`Brightwater`), a county that takes an offer, are no parties",
    "an English verb without a form of its own after `and` starts no second demand (`to hire staff and repair gyms`)",
    "what the speaker's own people will do (`its members would walk out`) is no threat of the speaker",
    "a headline that leaves out whom it asks (`Klub Minta Pemain Dilepas`) makes an entry of its own",
    "a demand to pay a fine (`menuntut B membayar denda`) is taken for a charge in court",
    "a condition between commas parts an offer from what is offered",
)
